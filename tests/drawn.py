"""Extractions as sound as the program makes them: one made by hand, and others drawn at random by hypothesis."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

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

PERSON = ("kgo:Person", "kgo:Agent", "kgo:Entity")
FIRST, SECOND = Evidence(0, 36), Evidence(37, 68)
SAMPLE = Extraction(
    Article(
        "a1",
        "Obama spoke with Hollande on Friday. Emwazi is known as Jihadi John. He left.",
        "Leaders speak",
        "https://example.org/a",
        date(2015, 11, 14),
        "Example",
    ),
    (Mention(0, 5, "Obama", "e0", Form.NAME), Mention(69, 71, "He", "e2", Form.PRONOUN)),
    (
        Entity("e0", "kgr:barack-obama", "Barack Obama", PERSON, ("Obama",), ("https://www.wikidata.org/entity/Q76",)),
        Entity("e1", "kgr:francois-hollande", "François Hollande", PERSON),
        Entity("e2", "kgr:a1/emwazi", "Emwazi", PERSON),
    ),
    (
        Claim("c0", "e0", "kgo:spokeWith", "e1", "spoke with", FIRST, "CONSULT", time="2015-11-13", confidence=0.9),
        Claim("c1", "e2", "kgo:alsoKnownAs", Value("Jihadi John", "xsd:string", 56, 67), "known as", SECOND),
        Claim("c2", "e2", "kgo:resignedFrom", None, "left", SECOND, polarity=Polarity.NEGATED, attributed_to="e0"),
    ),
    (OpenTriple("Obama", "spoke with", "Hollande", 0.7, 0, 36, "e0", None, Polarity.AFFIRMED, Modality.POSSIBLE),),
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
TEXTS = WORDS.filter(lambda text: bool(text.strip()))
NAMES = st.sampled_from(["kgo:Person", "kgo:spokeWith", "kgr:barack-obama", "https://example.org/my#lobbies"])
DAYS = st.dates().map(lambda day: day.isoformat())
TIMES = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]), st.just("2014/2015-11-13"))
SURE = st.floats(0, 1)
POLARITIES, MODALITIES = st.sampled_from(Polarity), st.sampled_from(Modality)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """An extraction whose ids are unique and known, and whose offsets lie inside its text."""
    line = st.none() | st.sampled_from(["A title", "Ω"])
    article = Article("a1", draw(TEXTS), draw(line), draw(line), draw(st.none() | st.dates()), draw(line))
    ids = [f"e{n}" for n in range(draw(st.integers(1, 3)))]
    one, some = st.sampled_from(ids), st.none() | st.sampled_from(ids)
    claims = [
        Claim(
            id=f"c{n}",
            subject=draw(one),
            predicate=draw(NAMES),
            object=draw(some | st.just(Value(draw(WORDS), "xsd:string", *_span(draw, article.text)))),
            phrase=draw(WORDS),
            evidence=Evidence(*_span(draw, article.text)),
            event=draw(st.none() | st.just("CONSULT")),
            polarity=draw(POLARITIES),
            modality=draw(MODALITIES),
            attributed_to=draw(some),
            time=draw(st.none() | TIMES),
            place=draw(some),
            confidence=draw(SURE),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    return Extraction(
        article,
        tuple(_mention(draw, article.text, draw(one)) for _ in range(draw(st.integers(0, 3)))),
        tuple(
            Entity(
                name, draw(NAMES), draw(WORDS), *(tuple(draw(st.lists(s, min_size=n, max_size=2))) for s, n in PARTS)
            )
            for name in ids
        ),
        tuple(claims),
        tuple(_triple(draw, article.text, draw(some), draw(some)) for _ in range(draw(st.integers(0, 2)))),
    )


PARTS = ((NAMES, 1), (WORDS, 0), (NAMES, 0))


def _span(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


def _mention(draw: st.DrawFn, text: str, entity: str) -> Mention:
    start, end = _span(draw, text)
    return Mention(start, end, text[start:end], entity, draw(st.sampled_from(Form)))


def _triple(draw: st.DrawFn, text: str, subject: str | None, object_: str | None) -> OpenTriple:
    words = (draw(WORDS) for _ in range(3))
    return OpenTriple(*words, draw(SURE), *_span(draw, text), subject, object_, draw(POLARITIES), draw(MODALITIES))
