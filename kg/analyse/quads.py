"""PLOVER's quad classes: whether an event is cooperation or conflict, in words or in deeds."""

from __future__ import annotations

from functools import cache

from kg.ontology import Ontology
from kg.store.records import ClaimRecord
from kg.store.vocabulary import PREFIXES, event_class

QUADS = {
    "kgo:VerbalCooperation": ("cooperation", "verbal cooperation"),
    "kgo:MaterialCooperation": ("cooperation", "material cooperation"),
    "kgo:VerbalConflict": ("conflict", "verbal conflict"),
    "kgo:MaterialConflict": ("conflict", "material conflict"),
}
"""The quad classes of PLOVER and on which side of the balance they lie."""


def quad_of(claim: ClaimRecord) -> str | None:
    """The CURIE of the quad class of the claim's event; None where it has no PLOVER type."""
    return _quad(claim.event) if claim.event else None


def side_of(claim: ClaimRecord) -> str | None:
    """ "cooperation" or "conflict"; None where the claim's event has no PLOVER type."""
    quad = quad_of(claim)
    return None if quad is None else QUADS[quad][0]


@cache
def _quad(event: str) -> str | None:
    try:
        class_ = event_class(event).value.removeprefix(PREFIXES["kgo"])
    except ValueError:  # a type that is no IRI is none of PLOVER's
        return None
    return next((type_ for type_ in _ontology().types(f"kgo:{class_}") if type_ in QUADS), None)


@cache
def _ontology() -> Ontology:
    return Ontology.load()
