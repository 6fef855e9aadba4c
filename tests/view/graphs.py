"""Small graphs by hand, one of them hostile."""

from __future__ import annotations

from datetime import date
from typing import Any

from kg.model import Modality, Polarity
from kg.store.records import ArticleRecord, ClaimRecord, EntityRecord, GraphRecords

SCRIPT = '"></script><script>alert(1)</script>'
HOSTILE = [
    SCRIPT,
    "<img src=x onerror=alert(2)>",
    '<a href="javascript:alert(3)">href</a>',
    "</title><svg onload=alert(4)>",
    "\u202egpj.exe\u202c",
    "NUL \x00 and bell \x07",
    "lone \ud800 surrogate",
    "{{ 7 * 7 }}{% raw %}",
    "__proto__",
    "<!-- <script>",
    "a-b/c.*(d)[e]\\",
    "x" * 1_000_000,
]
SYMMETRIC = {"kgo:spokeWith"}


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
        "confidence": 0.9,
        "article": "kgr:article/1",
        "quote": "One had spoken to the other.",
        "start": 0,
        "end": 10,
    }
    return ClaimRecord(iri=f"kgr:c{number}", subject=subject, object=object, **(known | more))


def seed() -> GraphRecords:
    """What an article on two presidents says, of every modality, and one who is connected with nobody."""
    people = {
        "kgr:obama": ("Barack Obama", "kgo:Leader", "kgo:Person"),
        "kgr:hollande": ("François Hollande", "kgo:Leader", "kgo:Person"),
        "kgr:erdogan": ("Recep Tayyip Erdogan", "kgo:Leader", "kgo:Person"),
        "kgr:paris": ("Paris", "kgo:City", "kgo:Place"),
        "kgr:house": ("White House", "kgo:Government", "kgo:Organisation"),
        "kgr:nobody": ("Nobody", "kgo:Person"),
    }
    aliases = {"kgr:erdogan": ("The Turkish leader",)}
    entities = {
        iri: EntityRecord(iri, label, tuple(types), aliases.get(iri, ())) for iri, (label, *types) in people.items()
    }
    quote = "Mr Obama had spoken earlier Friday, before the attacks, to French president François Hollande."
    claims = (
        claim(
            1,
            "kgr:obama",
            "kgr:hollande",
            quote=quote,
            time="2015-11-13",
            attributed_to="kgr:house",
            place="kgr:paris",
            confidence=0.87,
        ),
        claim(2, "kgr:hollande", "kgr:obama", quote="The pair had spoken on the phone.", phrase="had spoken"),
        claim(3, "kgr:obama", "kgr:erdogan", predicate="kgo:metWith", modality=Modality.PLANNED),
        claim(4, "kgr:obama", "kgr:hollande", predicate="kgo:accused", polarity=Polarity.NEGATED),
        claim(5, "kgr:hollande", "kgr:paris", predicate="kgo:livesIn", event=None),
        claim(6, "kgr:obama", None, predicate="kgo:dateOfBirth", value="1961", datatype="xsd:gYear"),
        claim(7, "kgr:obama", "kgr:paris", predicate="kgo:relatedTo", phrase="looked at"),
    )
    article = ArticleRecord("kgr:article/1", "a1", "Leaders vow", "https://example.org/1", date(2015, 11, 14), "AFP")
    return GraphRecords(entities, {article.iri: article}, claims)


def hostile() -> GraphRecords:
    """A ring of entities with names that try to be more than names, in every place where text may stand."""
    entities = {
        f"kgr:{n}": EntityRecord(f"kgr:{n}", text, (f"kgo:{text[:99]}", "kgo:Person"), (text,), (text,))
        for n, text in enumerate(HOSTILE)
    }
    claims = tuple(
        claim(
            n,
            f"kgr:{n}",
            f"kgr:{(n + 1) % len(HOSTILE)}",
            predicate=f"kgo:{text[:99]}",
            phrase=text,
            event=text,
            time=text,
            quote=f"{text} {SCRIPT}",
            attributed_to=f"kgr:{n}",
            confidence=float("nan") if n == 2 else 0.5,
            article=f"kgr:article/{n}",
        )
        for n, text in enumerate(HOSTILE)
    )
    articles = {
        f"kgr:article/{n}": ArticleRecord(f"kgr:article/{n}", text, text, "javascript:alert(5)", None, text)
        for n, text in enumerate(HOSTILE)
    }
    return GraphRecords(entities, articles, claims)


def ring(size: int, claims: int) -> GraphRecords:
    """So many entities with so many claims between them, each at least with its neighbour."""
    names = [f"kgr:n{number:04}" for number in range(size)]
    entities = {iri: EntityRecord(iri, f"Person number {iri[5:]}", ("kgo:Person",)) for iri in names}
    sentence = "The spokesman said on Friday that the two had spoken to each other about it. " * 3
    found = tuple(
        claim(number, names[number % size], names[(number * 7 + 1) % size], quote=f"{number}: {sentence}")
        for number in range(claims)
    )
    return GraphRecords(entities, {}, found)
