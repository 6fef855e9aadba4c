"""Extractions made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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

TEXT = "Obama spoke with Hollande on Friday. Obama plans to visit Turkey, he said. Emwazi is known as Jihadi John."
PERSON = ("kgo:Person", "kgo:Agent", "kgo:Entity")
COUNTRY = ("kgo:Country", "kgo:GeopoliticalEntity", "kgo:Agent", "kgo:Place", "kgo:Entity")
HOSTILE = (
    '"></script><script>alert(1)</script>',
    "x> . <evil> <p> <o",
    "a b<>{}|\\^`",
    "\u202eevil",
    "nul\ufffd",
    "é" * 1000,
)


def extraction(article_id: str = "a1", *, label: str = "Barack Obama") -> Extraction:
    """Two people who spoke, a planned visit, an alias, an open triple, and a claim about nobody known."""
    first, second, third = Evidence(0, 36), Evidence(37, 73), Evidence(74, 106)
    return Extraction(
        Article(article_id, TEXT, "Leaders speak", "https://example.org/a", date(2015, 11, 14), "Example"),
        mentions=(
            Mention(0, 5, "Obama", "e0", Form.NAME),
            Mention(17, 25, "Hollande", "e1", Form.NAME),
            Mention(58, 64, "Turkey", "e2", Form.NAME),
            Mention(66, 68, "he", "e3", Form.PRONOUN),
        ),
        entities=(
            Entity("e0", "kgr:barack-obama", label, PERSON, ("Obama",)),
            Entity("e1", "kgr:francois-hollande", "Francois Hollande", PERSON),
            Entity("e2", "kgr:turkey", "Turkey", COUNTRY, (), ("https://sws.geonames.org/298795/",)),
            Entity("e3", f"kgr:{article_id}/he", "he", PERSON),
        ),
        claims=(
            Claim("c1", "e0", "kgo:spokeWith", "e1", "spoke with", first, "CONSULT", time="2015-11-13", confidence=0.9),
            Claim("c2", "e0", "kgo:visited", "e2", "plans to visit", second, "AGREE", modality=Modality.PLANNED),
            Claim("c3", "e0", "kgo:attacked", "e2", "did not attack", second, polarity=Polarity.NEGATED),
            Claim("c4", "e0", "kgo:alsoKnownAs", Value("Jihadi John", "xsd:string", 94, 105), "known as", third),
            Claim("c5", "e3", "kgo:visited", "e2", "visited", second),
            Claim("c6", "e0", "kgo:resignedFrom", None, "resigned", first, "RETREAT", attributed_to="e1", place="e2"),
        ),
        triples=(
            OpenTriple("Obama", "spoke with", "Hollande", 0.7, 0, 36, "e0", "e1"),
            OpenTriple("Obama", "plans to visit", "Turkey", 0.7, 37, 73, "e0", None),
        ),
    )


def hostile(text: str) -> Extraction:
    """The same with a hostile label, article id and title."""
    made = extraction(text, label=text)
    return replace(made, article=replace(made.article, title=text))
