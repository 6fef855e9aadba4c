"""The graph as RDF files: everything sorted, so that the same graph gives the same bytes in every format."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.errors import StoreError
from kg.store import vocabulary as v
from kg.store.files import replacing
from kg.store.graph_store import GraphStore
from kg.store.jsonld import to_jsonld
from kg.store.lines import Block, Sections, articles, name, to_lines
from kg.store.turtle import INDENT, TurtleWriter
from kg.store.union import union

RDF_FORMATS = ("ttl", "nt", "nq", "trig", "jsonld")
VERSIONED = frozenset({"ttl", "nt", "nq", "trig"})
IN_MEMORY, PIECE = 8_000_000, 1 << 20


@dataclass(frozen=True, slots=True)
class Choice:
    """What is written: in which version of RDF, and whether with what was inferred."""

    version: str | None = None
    inferred: bool = False
    seen: Callable[[Sections], None] | None = None


def export(
    store: GraphStore,
    format: str,  # noqa: A002 - the option's name
    target: str | Path | BinaryIO,
    *,
    rdf12: bool = False,
    inferred: bool = False,
    seen: Callable[[Sections], None] | None = None,
) -> None:
    """Write the graph; triples formats hold the union of all articles, quads formats a graph an article.

    Turtle and N-Triples give things first, then article by article its claims and their sentences.

    Args:
        format: one of `RDF_FORMATS`.
        target: a path, replaced in one step, or a binary stream.
        inferred: also what was inferred from the articles, in quads formats as a graph of its own.
        seen: called with what each article says as it goes by; Turtle is not written article by article.
        rdf12: whether each claim names its triple by `rdf:reifies <<( … )>>` too (RDF 1.2, which few readers know).

    Raises:
        StoreError: an unknown format, or a path that cannot be written.
    """
    if format not in RDF_FORMATS:
        raise StoreError(f"unknown format {format!r}: one of {', '.join(RDF_FORMATS)}")
    if rdf12 and format not in VERSIONED:
        raise StoreError(f"{format} has no triple terms: RDF 1.2 goes into {', '.join(sorted(VERSIONED))}")
    choice = Choice("1.2" if rdf12 else None, inferred, seen)
    if isinstance(target, str | Path):
        with replacing(target) as stream:
            _write(store, format, stream, choice)
    else:
        _write(store, format, target, choice)


def _write(store: GraphStore, format: str, stream: BinaryIO, choice: Choice) -> None:  # noqa: A002
    pieces = _FORMATS[format](store, choice)
    for piece in pieces:
        stream.write(piece)


def _articles(store: GraphStore, choice: Choice) -> Iterator[tuple[bytes, Sections]]:
    for graph, sections in articles(
        store.quads, base=store.base, reifying=bool(choice.version), inferred=choice.inferred
    ):
        if choice.seen:
            choice.seen(sections)
        yield graph, sections


def _turtle(store: GraphStore, choice: Choice) -> Iterator[bytes]:
    writer = TurtleWriter({**v.PREFIXES, "kgr": store.base})
    if choice.version:
        body = _union(store, choice, lambda block: b"\n" + writer.block(block))
    else:
        body = union(store.quads, writer, base=store.base, inferred=choice.inferred)
    yield from _headed(writer.header(choice.version), body)


def _n_triples(store: GraphStore, choice: Choice) -> Iterator[bytes]:
    return _union(store, choice, lambda block: b"".join(line + b" .\n" for line in to_lines(block)))


def _union(store: GraphStore, choice: Choice, spelt: Callable[[Block], bytes]) -> Iterator[bytes]:
    """All articles as one graph. Things that several tell of are gathered; what is of one article waits in a file."""
    things: dict[bytes, dict[bytes, set[bytes]]] = {}
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as waiting:
        for _, sections in _articles(store, choice):
            for block in sections.things:
                said = things.setdefault(block.subject, {})
                for predicate, values in block.facts.items():
                    said.setdefault(predicate, set()).update(values)
            for part in (sections.article, sections.claims, sections.evidence):
                waiting.writelines(map(spelt, part))
        for subject in sorted(things, key=name):
            said = things[subject]
            yield spelt(Block(subject, {predicate: sorted(values) for predicate, values in said.items()}))
        waiting.seek(0)
        while piece := waiting.read(PIECE):
            yield piece


def _trig(store: GraphStore, choice: Choice) -> Iterator[bytes]:
    writer = TurtleWriter({**v.PREFIXES, "kgr": store.base})
    body = (
        b"\n" + writer.terms[graph] + b" {\n" + b"\n".join(writer.block(block, INDENT) for block in sections) + b"}\n"
        for graph, sections in _articles(store, choice)
    )
    yield from _headed(writer.header(choice.version), body)


def _n_quads(store: GraphStore, choice: Choice) -> Iterator[bytes]:
    return (
        b"".join(b" ".join((line, graph, b".\n")) for block in sections for line in to_lines(block))
        for graph, sections in _articles(store, choice)
    )


def _json_ld(store: GraphStore, choice: Choice) -> Iterator[bytes]:
    return to_jsonld(store.quads, base=store.base, inferred=choice.inferred)


def _headed(header: bytes, body: Iterator[bytes]) -> Iterator[bytes]:
    """The body with a header; nothing where there is nothing."""
    first = next(body, None)
    if first is not None:
        yield header + first
        yield from body


_FORMATS: dict[str, Callable[[GraphStore, Choice], Iterator[bytes]]] = {
    "ttl": _turtle,
    "nt": _n_triples,
    "nq": _n_quads,
    "trig": _trig,
    "jsonld": _json_ld,
}
