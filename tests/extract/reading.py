"""Claims written as one line each, so that tables of sentences can be read and extended by linguists.

    Barack Obama -metWith-> Angela Merkel | planned | says Ben Rhodes | 2015-11-15 | in Berlin

Only what differs from a claim that is affirmed, actual, undated and the reporter's own is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from kg.extract.reader import Reader
from kg.model import Article, Extraction, Modality, Polarity, Value

PUBLISHED = date(2015, 11, 14)


@cache
def reader() -> Reader:
    return Reader()


def read(text: str) -> Extraction:
    """What the program reads in a text published on Saturday, 14 November 2015."""
    return next(reader().read([Article("test", text, published=PUBLISHED)]))


def lines(text: str) -> set[str]:
    """The text's claims as lines."""
    return set(_lines(read(text)))


def _lines(extraction: Extraction) -> Iterator[str]:
    labels = {entity.id: entity.label for entity in extraction.entities}
    for claim in extraction.claims:
        value = claim.object.value if isinstance(claim.object, Value) else labels.get(claim.object or "", "-")
        notes = [f"{labels[claim.subject]} -{claim.predicate.partition(':')[2]}-> {value}"]
        if claim.polarity is Polarity.NEGATED:
            notes.append("not")
        if claim.modality is not Modality.ACTUAL:
            notes.append(claim.modality.value)
        if claim.attributed_to:
            notes.append(f"says {labels[claim.attributed_to]}")
        if claim.time:
            notes.append(claim.time)
        if claim.place:
            notes.append(f"in {labels[claim.place]}")
        yield " | ".join(notes)
