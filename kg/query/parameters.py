"""What prepared questions may be asked about: each parameter by its name, and its values as RDF terms."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg.errors import QueryError
from kg.ontology import Ontology
from kg.query.lookup import subjects, values
from kg.query.names import find_entity
from kg.store import GraphStore, article_node
from kg.store.vocabulary import EVENT_CLASSES, IDENTIFIER, PREFIXES, event_class, term

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
CURIE = re.compile(r"([a-z]+):([\w.-]+)")
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+")
PLOVER = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"),
    *("REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
Term = ox.NamedNode | ox.Literal


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a prepared question: its name, what its values are, and whether the question needs it."""

    name: str
    about: str
    needed: bool = False


ABOUT = {
    "entity": "who or what it is about: a name, an alias, or the IRI",
    "other": "the second of two: a name, an alias, or the IRI",
    "source": "who says so: a name, an alias, or the IRI",
    "place": "where: a name, an alias, or the IRI",
    "since": "only from this year, month or day on (2015, 2015-11, 2015-11-13)",
    "until": "only up to this year, month or day",
    "relation": "only this relation (metWith, kgo:metWith, or the IRI)",
    "event": "only this PLOVER type (CONSULT, ACCUSE, …)",
    "class": "only entities of this class (Person, Country, …)",
    "article": "only what this article says: its id",
    "below": "only claims less sure than this (a number from 0 to 1)",
    "limit": "at most so many rows",
}


def to_term(store: GraphStore, name: str, value: object) -> Term:
    """The value of a parameter as an RDF term: names become the IRIs of their entities, dates plain literals.

    Raises:
        QueryError: the value is none for this parameter, or the name is unknown or ambiguous.
    """
    text = str(value).strip()
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise QueryError(f"{name}: holds a character that is none (a lone surrogate)") from error
    if not text or "\0" in text:
        raise QueryError(f"{name}: is empty" if not text else f"{name}: holds a NUL character")
    return CONVERTERS[name](store, name, text)


def to_limit(value: object) -> int:
    """How many rows at most.

    Raises:
        QueryError: that is no positive whole number.
    """
    text = str(value).strip()
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) < 1:
        raise QueryError(f"limit: {text!r} is no positive whole number")
    return int(text)


def _entity(store: GraphStore, name: str, text: str) -> Term:
    return find_entity(store, text, role=name)


def _date(store: GraphStore, name: str, text: str) -> Term:
    if not DATE.fullmatch(text):
        raise QueryError(f"{name}: {text!r} is no year, month or day such as 2015, 2015-11 or 2015-11-13")
    return ox.Literal(text)


def _share(store: GraphStore, name: str, text: str) -> Term:
    if not re.fullmatch(r"0?\.[0-9]{1,6}|[01](\.[0-9]{1,6})?", text) or float(text) > 1:
        raise QueryError(f"{name}: {text!r} is no number from 0 to 1")
    return ox.Literal(str(float(text)), datatype=term("xsd:decimal"))


def _relation(store: GraphStore, name: str, text: str) -> Term:
    return _named(name, text, [r.removeprefix("kgo:") for r in _ontology().relations], kind="relation")


def _class(store: GraphStore, name: str, text: str) -> Term:
    return _named(name, text, [c.removeprefix("kgo:") for c in _ontology().parents], kind="class")


def _event(store: GraphStore, name: str, text: str) -> Term:
    wanted = text.upper().replace("MOBILISE", "MOBILIZE")
    if wanted not in PLOVER:
        raise QueryError(f"{name}: no PLOVER type {text!r}: {_hint(wanted, PLOVER)}")
    return EVENT_CLASSES.get(wanted) or event_class(wanted)


def _article(store: GraphStore, name: str, text: str) -> Term:
    wanted = ox.Literal(text)
    if next(subjects(store, IDENTIFIER, wanted), None) is None:
        known = list(values(store, None, IDENTIFIER))
        raise QueryError(f"{name}: no article {text!r}: {_hint(text, known)}")
    return article_node(text, store.base)


def _named(name: str, text: str, known: list[str], *, kind: str) -> Term:
    """A term of the ontology by its name, or of another one by its CURIE or IRI."""
    spelt = {word.casefold(): word for word in known}.get(text.casefold().removeprefix("kgo:"))
    if spelt:
        return term(f"kgo:{spelt}") if ":" not in spelt else _iri(spelt)
    if ABSOLUTE.fullmatch(text):
        try:
            return ox.NamedNode(text)
        except ValueError:
            pass
    raise QueryError(f"{name}: no {kind} {text!r}: {_hint(text, known)}")


def _iri(text: str) -> ox.NamedNode:
    found = CURIE.fullmatch(text)
    return term(text) if found and found[1] in PREFIXES else ox.NamedNode(text)


def _hint(text: str, known: tuple[str, ...] | list[str]) -> str:
    near = difflib.get_close_matches(text, known, n=3, cutoff=0.5)
    if near:
        return f"did you mean {' or '.join(near)}?"
    shown = sorted(known)[:16]
    return f"there are {', '.join(shown)}{' …' if len(known) > len(shown) else ''}" if known else "there are none"


@cache
def _ontology() -> Ontology:
    return Ontology.load()


CONVERTERS: Mapping[str, Callable[[GraphStore, str, str], Term]] = {
    **dict.fromkeys(("entity", "other", "source", "place"), _entity),
    **dict.fromkeys(("since", "until"), _date),
    "relation": _relation,
    "event": _event,
    "class": _class,
    "article": _article,
    "below": _share,
}
