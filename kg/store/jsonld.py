"""The graph as JSON-LD: a named graph an article, short keys from `ontology/context.jsonld`.

The context stands in the document itself, so that no reader has to fetch it. A value is shortened only where the
context says of the key what the value is; all others are spelt out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ontology import folder
from kg.store import vocabulary as v
from kg.store.lines import graph_names

INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")  # what every JSON reader takes as the same number
STRING = v.term("xsd:string").value
WHOLE = v.term("xsd:integer").value
Value = Any  # a node or a literal: our quads hold nothing else, which Oxigraph's types do not know


def to_jsonld(store: ox.Store, *, base: str, inferred: bool = False) -> Iterator[bytes]:
    """The document piece by piece, an article at a time.

    Args:
        inferred: also what was inferred from the articles.

    Raises:
        StoreError: an IRI that the prefixes of the context would turn into another one.
    """
    writer = _Writer({**context(), "kgr": {"@id": base, "@prefix": True}})
    yield b'{"@context": ' + _json(writer.context) + b',\n"@graph": ['
    for number, name in enumerate(graph_names(store, base=base, inferred=inferred)):
        yield (b",\n" if number else b"\n") + _json(writer.graph(name, store))
    yield b"\n]}\n"


@cache
def context() -> dict[str, Any]:
    """The context that ships with the ontology."""
    found: dict[str, Any] = json.loads((folder() / "context.jsonld").read_text("utf-8"))["@context"]
    return found


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


class _Writer:
    """Shortens by a context; keeps what it shortened."""

    def __init__(self, context: dict[str, Any]) -> None:
        self.context = context
        self.vocabulary: str = context["@vocab"]
        defined = {name: entry for name, entry in context.items() if isinstance(entry, dict)}
        self.prefixes = {name: entry["@id"] for name, entry in defined.items() if entry.get("@prefix")}
        self.namespaces = sorted(self.prefixes.items(), key=lambda item: -len(item[1]))
        terms = {name: entry for name, entry in defined.items() if name not in self.prefixes}
        self.terms = {self._expanded(e["@id"]): (name, self._kind(e.get("@type"))) for name, e in terms.items()}
        self.short, self.shorter = cache(self._short), cache(self._shorter)

    def graph(self, name: Value, store: ox.Store) -> dict[str, Any]:
        """A named graph with its nodes, sorted by subject, predicate and object."""
        nodes: dict[str, dict[str, Any]] = {}
        self.short.cache_clear()
        quads: list[Any] = sorted(store.quads_for_pattern(None, None, None, name), key=_order)
        for quad in quads:
            node = nodes.setdefault(quad.subject.value, {"@id": self.short(quad.subject.value)})
            self._say(node, quad.predicate, quad.object)
        return {"@id": self.short(name.value), "@graph": list(nodes.values())}

    def _say(self, node: dict[str, Any], predicate: ox.NamedNode, value: Value) -> None:
        if predicate == v.TYPE and isinstance(value, ox.NamedNode):
            node.setdefault("@type", []).append(self.shorter(value.value))
            return
        key, said = self._fact(predicate.value, value)
        if key not in node:
            node[key] = said
        elif isinstance(node[key], list):
            node[key].append(said)
        else:
            node[key] = [node[key], said]

    def _fact(self, predicate: str, value: Value) -> tuple[str, Any]:
        name, kind = self.terms.get(predicate, (None, None))
        key = name or self.shorter(predicate)
        if isinstance(value, ox.NamedNode):
            if kind == "@vocab":
                return key, self.shorter(value.value)
            return key, self.short(value.value) if kind == "@id" else {"@id": self.short(value.value)}
        if value.language:
            return key, {"@value": value.value, "@language": value.language}
        datatype = value.datatype.value
        if datatype == kind:
            return key, int(value.value) if kind == WHOLE and INTEGER.fullmatch(value.value) else value.value
        if datatype == STRING:
            return key, {"@value": value.value} if kind else value.value
        return key, {"@value": value.value, "@type": self.shorter(datatype)}

    def _short(self, iri: str) -> str:
        """A compact IRI where a namespace fits, else the IRI."""
        for prefix, namespace in self.namespaces:
            if iri.startswith(namespace) and not iri.startswith("//", len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        scheme, _, rest = iri.partition(":")
        if scheme in self.context and not rest.startswith("//"):
            raise StoreError(f"<{iri}> cannot be told from a short name in JSON-LD; nq and trig can hold it")
        return iri

    def _shorter(self, iri: str) -> str:
        """The name alone where the vocabulary is ours and no key means something else by it."""
        name = iri.removeprefix(self.vocabulary)
        if name != iri and name.isidentifier() and name not in self.context:
            return name
        return self._short(iri)

    def _expanded(self, curie: str) -> str:
        prefix, _, local = curie.partition(":")
        return str(self.prefixes[prefix] + local)

    def _kind(self, kind: str | None) -> str | None:
        return self._expanded(kind) if kind and not kind.startswith("@") else kind


def _order(quad: ox.Quad) -> tuple[str, str, str]:
    return str(quad.subject), quad.predicate.value, str(quad.object)
