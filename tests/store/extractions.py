"""Extractions by hand: a summit of every polarity, modality and grain, and a second article on the same people."""

from __future__ import annotations

from datetime import date
from typing import Any

from kg.model import (
    Article,
    Claim,
    Entity,
    Evidence,
    Extraction,
    Form,
    Mention,
    Modality,
    OpenTriple,
    Polarity,
    Value,
)

TEXT = (
    "French President François Hollande met Barack Obama on Friday, Lisa Monaco said. "
    "The FBI is monitoring the attacks in Paris. "
    "Obama plans to visit Ankara in December. "
    "Hollande did not meet Vladimir Putin. "
    "Ivan Petrov accused Hollande. "
    "Hollande was born on August 12, 1954. "
    "They may resign. "
)
LATER = "Mr Hollande met President Obama again in Washington. "
PERSON = ("kgo:Person", "kgo:Agent", "kgo:Entity")
ENTITIES = (
    Entity("e0", "kgr:francois-hollande", "François Hollande", ("kgo:Leader", *PERSON), ("Hollande",)),
    Entity("e1", "kgr:barack-obama", "Barack Obama", ("kgo:Leader", *PERSON), ("Obama",)),
    Entity("e2", "kgr:lisa-monaco", "Lisa Monaco", PERSON),
    Entity("e3", "kgr:fbi", "FBI", ("kgo:Agency", "kgo:Organisation", "kgo:Agent", "kgo:Entity")),
    Entity("e4", "kgr:attacks", "attacks in Paris", ("kgo:Attack", "kgo:Event", "kgo:Entity")),
    Entity("e5", "kgr:ankara", "Ankara", ("kgo:City", "kgo:Place", "kgo:Entity")),
    Entity("e6", "kgr:vladimir-putin", "Vladimir Putin", PERSON),
    Entity(
        "e7",
        "kgr:france",
        "France",
        ("kgo:Country", "kgo:Place", "kgo:Entity"),
        same_as=("https://www.geonames.org/3017382",),
    ),
    Entity("e8", "kgr:they", "They", PERSON),
    Entity("e9", "kgr:ivan-petrov", "Ivan Petrov", PERSON),
)


def sentence(words: str, text: str = TEXT) -> Evidence:
    """The sentence of the text that holds the words."""
    at = text.index(words)
    start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
    return Evidence(start, text.index(". ", at) + 1)


def claim(number: int, subject: str, predicate: str, object: str | Value | None, words: str, **more: Any) -> Claim:  # noqa: A002
    """A claim whose evidence is the sentence with these words, and whose phrase they are."""
    evidence = more.pop("evidence", None) or sentence(words)
    return Claim(f"c{number}", subject, predicate, object, words, evidence, **more)


def mention(words: str, entity: str, form: Form = Form.NAME, text: str = TEXT) -> Mention:
    """The first mention of an entity by these words."""
    start = text.index(words)
    return Mention(start, start + len(words), words, entity, form)


BORN = Value("1954-08-12", "xsd:date", TEXT.index("August"), TEXT.index("August") + 15)
MET = claim(
    0, "e0", "kgo:metWith", "e1", "met", event="CONSULT", attributed_to="e2", time="2015-11-13", confidence=0.87
)
HEAD = claim(1, "e0", "kgo:headOfState", "e7", "President")
MONITORS = claim(2, "e3", "kgo:monitors", "e4", "is monitoring", place="e5", time="2015")
VISIT = claim(
    3, "e1", "kgo:visited", "e5", "plans to visit", event="CONSULT", modality=Modality.PLANNED, time="2015-12"
)
NOT_MET = claim(4, "e0", "kgo:metWith", "e6", "did not meet", event="CONSULT", polarity=Polarity.NEGATED)
ACCUSED = claim(5, "e9", "kgo:accused", "e0", "accused", event="ACCUSE", time="2015-11-01/2015-11-13")
BIRTH = claim(6, "e0", "kgo:dateOfBirth", BORN, "was born on")
RESIGN = claim(7, "e8", "kgo:resignedFrom", None, "may resign", modality=Modality.POSSIBLE)
CLAIMS = (MET, HEAD, MONITORS, VISIT, NOT_MET, ACCUSED, BIRTH, RESIGN)


def extraction(**more: Any) -> Extraction:
    """What the first article says; parts of it replaced by `more`."""
    told = sentence("The FBI")
    known: dict[str, Any] = {
        "article": article(),
        "mentions": (mention("Obama", "e1"), mention("The FBI", "e3"), mention("They", "e8", Form.PRONOUN)),
        "entities": ENTITIES,
        "claims": CLAIMS,
        "triples": (
            OpenTriple("The FBI", "is monitoring", "the attacks in Paris", 0.7, told.start, told.end, "e3", "e4"),
            OpenTriple("The FBI", "is in", "Paris", 0.4, told.start, told.end, "e3", None),
            OpenTriple("The nation", "watches", "the FBI", 0.4, told.start, told.end, None, "e3"),
        ),
    }
    return Extraction(**(known | more))


def article(**more: Any) -> Article:
    """The first article."""
    known: dict[str, Any] = {
        "id": "summit-1",
        "text": TEXT,
        "title": "Leaders meet",
        "url": "https://example.org/a?b=c",
        "published": date(2015, 11, 14),
        "publisher": "The Example",
    }
    return Article(**(known | more))


def later() -> Extraction:
    """A second article, which calls the same two people otherwise, without a title or a date."""
    entities = (
        Entity("e0", "kgr:francois-hollande", "Mr Hollande", PERSON),
        Entity("e1", "kgr:barack-obama", "President Obama", PERSON),
    )
    evidence = Evidence(0, len(LATER) - 1)
    claims = (claim(0, "e0", "kgo:metWith", "e1", "met", event="CONSULT", evidence=evidence),)
    return Extraction(Article("later-2", LATER), (), entities, claims)
