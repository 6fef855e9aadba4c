"""What all pages share: names and addresses of things, words for relations and classes, the templates."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

import jinja2
import pyoxigraph as ox

from kg.analyse import kind_of
from kg.ontology import Ontology
from kg.query.lookup import is_there, values
from kg.serve.desk import Desk, RefusedError, prefix
from kg.store import GraphStore
from kg.store import vocabulary as v
from kg.store.records import LONGEST_HEADLINE

HTML = "text/html; charset=utf-8"


def existing(store: GraphStore, iri: str) -> ox.NamedNode:
    """The node of that IRI.

    Raises:
        RefusedError: the graph says nothing of it.
    """
    try:
        subject = ox.NamedNode(iri)
    except ValueError as error:
        raise RefusedError(404, "no such page") from error
    if not is_there(store, subject):
        raise RefusedError(404, f"nothing in the graph has the IRI {iri}")
    return subject


def label(store: GraphStore, subject: ox.NamedNode) -> str:
    """The longest name, headline or phrase of a thing; the first line of an article without one; else its IRI."""
    for predicate in (v.LABEL, v.HEADLINE, v.PHRASE):
        names = list(values(store, subject, predicate))
        if names:
            return max(names, key=lambda name: (len(name), name))
    body = next(values(store, subject, v.BODY), "").lstrip()[:LONGEST_HEADLINE].partition("\n")[0].strip()
    return body or next(values(store, subject, v.IDENTIFIER), subject.value)


def link(desk: Desk, value: Any) -> dict[str, str]:
    """A value with the address of its page, where it has one here or on the web."""
    if not isinstance(value, ox.NamedNode):
        return {"text": text(value), "href": ""}
    inside = value.value.startswith(desk.store.base)
    return {"text": label(desk.store, value) if inside else word(value.value), "href": href(desk, value.value)}


def href(desk: Desk, iri: str) -> str:
    """The address of a thing: its own path here, another site's, or nothing."""
    if iri.startswith(desk.store.base):
        return prefix(desk.store.base) + iri[len(desk.store.base) :]
    return iri if iri.startswith(("https://", "http://")) else ""


def word(iri: str) -> str:
    """What the ontology calls a term; else its CURIE, where it has one."""
    curie = next((f"{p}:{iri[len(n) :]}" for p, n in v.PREFIXES.items() if iri.startswith(n)), iri)
    return ontology().labels.get(curie, curie)


def classes(types: Iterable[str]) -> tuple[str, list[str]]:
    """The kind of a thing, by which it is coloured, and what its classes are called, the most specific first."""
    curies = [f"kgo:{iri.removeprefix(v.PREFIXES['kgo'])}" for iri in types if iri.startswith(v.PREFIXES["kgo"])]
    ordered = sorted(curies, key=lambda curie: (-len(ontology().types(curie)), curie))
    return kind_of(ordered), [ontology().labels.get(curie, curie) for curie in ordered if curie not in GENERAL]


GENERAL = frozenset({"kgo:Entity", "kgo:Agent"})


def text(value: Any) -> str:
    """The value as people read it."""
    return "" if value is None else value.value if hasattr(value, "value") else str(value)


def page(template: str, **context: Any) -> tuple[str, bytes]:
    """A page made from a template."""
    return HTML, _templates().get_template(template).render(**context).encode("utf-8", "replace")


@cache
def _templates() -> jinja2.Environment:
    folder = resources.files("kg.serve") / "templates"
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: folder.joinpath(name).read_text("utf-8")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def ontology() -> Ontology:
    """The ontology that the program comes with."""
    return Ontology.load()
