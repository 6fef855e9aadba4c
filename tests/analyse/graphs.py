"""Small graphs by hand."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from kg.model import Modality, Polarity
from kg.store.records import ArticleRecord, ClaimRecord, EntityRecord, GraphRecords

ARTICLES = {
    "kgr:article/1": ArticleRecord(
        "kgr:article/1", "paris", "Leaders vow", "https://example.org/1", date(2015, 11, 14), "AFP"
    ),
    "kgr:article/2": ArticleRecord("kgr:article/2", "undated"),
}


def claim(number: int, subject: str, object: str | None, **more: Any) -> ClaimRecord:  # noqa: A002 - as in records
    """Claim `kgr:c<number>` that one entity spoke with another, with anything else said in `more`."""
    known: dict[str, Any] = {
        "predicate": "kgo:spokeWith",
        "value": None,
        "datatype": None,
        "phrase": "had spoken to",
        "event": "CONSULT",
        "polarity": Polarity.AFFIRMED,
        "modality": Modality.ACTUAL,
        "attributed_to": None,
        "time": None,
        "place": None,
        "confidence": 1.0,
        "article": "kgr:article/1",
        "quote": f"{subject} had spoken to {object}.",
        "start": 0,
        "end": 10,
    }
    return ClaimRecord(iri=f"kgr:c{number}", subject=subject, object=object, **(known | more))


def records(*claims: ClaimRecord, types: dict[str, tuple[str, ...]] | None = None) -> GraphRecords:
    """A graph of these claims; entities are people but for `types`, their labels the ends of their IRIs."""
    found = {claim.subject for claim in claims} | {claim.object for claim in claims if claim.object}
    kinds = dict.fromkeys(sorted(found), ("kgo:Person",)) | (types or {})
    entities = {iri: EntityRecord(iri, iri.removeprefix("kgr:").title(), kinds[iri]) for iri in kinds}
    return GraphRecords(entities, ARTICLES, claims)


def chain(*names: str) -> GraphRecords:
    """Each spoke with the next."""
    pairs = pairwise(names)
    return records(*(claim(number, f"kgr:{a}", f"kgr:{b}") for number, (a, b) in enumerate(pairs)))


HOSTILE = "=cmd()\x00<b>&\"'\x1b\u202e\ud800\ufffe,\n;"
NEUTRAL = "=cmd()\ufffd<b>&\"'\ufffd\ufffd\ufffd,\n;"


def hostile() -> GraphRecords:
    """A self-loop and two parallel claims, with text that breaks files, terminals and spreadsheets."""
    claims = (
        claim(1, "kgr:a", "kgr:a", quote=HOSTILE),
        claim(2, "kgr:a", "kgr:b", phrase="-1", event=None),
        claim(3, "kgr:a", "kgr:b"),
    )
    return GraphRecords({"kgr:a": EntityRecord("kgr:a", HOSTILE, ("kgo:Person",))}, ARTICLES, claims)
