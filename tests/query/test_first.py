"""The first rows of each question about the whole graph are those that the whole answer begins with."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

import pyoxigraph as ox
import pytest

from kg.model import Article, Claim, Entity, Evidence, Extraction, Form, Mention, Modality, OpenTriple, Polarity
from kg.ontology import Ontology, Relation
from kg.query import Question, ask, query, questions
from kg.query.answer import Row
from kg.store import GraphStore, article_node
from kg.store import vocabulary as v

PEOPLE = ("kgo:Leader", "kgo:Person", "kgo:Agent", "kgo:Entity")
KINDS = (
    PEOPLE,
    PEOPLE[1:],
    ("kgo:Agency", "kgo:Organisation", "kgo:Agent", "kgo:Entity"),
    ("kgo:City", "kgo:Place", "kgo:Entity"),
    ("kgo:Attack", "kgo:Event", "kgo:Entity"),
)
NAMES = ("Ann", "Ann Ash", "Bo", "Bo Birch", "Cy", "Dee", "Ann", "Élan", "émile", "Zed", "an", "Ōe")
TIMES = (None, None, "2015", "2015-03", "2015-03-04", "2014-12-30/2015-01-02", "2016-01-01")
ASKING = Question.asked
ASKED = [q for q in questions() if q.keys is not None and not any(p.needed for p in q.parameters)]


def news(count: int = 60) -> Iterator[Extraction]:
    """Articles at random about few things that bear several names, many without any date."""
    dice = random.Random(1)
    relations = sorted(Ontology.load().relations.values(), key=lambda relation: relation.curie)
    for number in range(count):
        text = " ".join(f"Sentence {dice.randrange(4)}." for _ in range(8))
        day = date(2015, dice.randrange(1, 4), dice.randrange(1, 28)) if dice.random() < 0.6 else None
        entities = tuple(
            Entity(f"e{i}", f"kgr:thing-{i}", NAMES[(i + dice.randrange(2)) % len(NAMES)], KINDS[i % len(KINDS)])
            for i in range(len(NAMES))
        )
        yield Extraction(
            Article(f"a{number % 7}-{number}", text, published=day, publisher=dice.choice(("A", "B", None))),
            tuple(Mention(0, 8, text[:8], entity.id, Form.NAME) for entity in entities),
            entities,
            tuple(said(dice, at, dice.choice(relations), *dice.sample(entities, 2)) for at in range(14)),
            tuple(OpenTriple("Sentence", "is", f"{at}", 0.5, 0, 11, f"e{dice.randrange(9)}") for at in range(2)),
        )


def said(dice: random.Random, number: int, relation: Relation, one: Entity, two: Entity) -> Claim:
    """A claim at random."""
    start = dice.randrange(8) * 12
    return Claim(
        f"c{number}",
        one.id,
        relation.curie,
        two.id,
        f"words {dice.randrange(3)}",
        Evidence(start, start + 11),
        event=relation.event,
        polarity=dice.choice((Polarity.AFFIRMED, Polarity.AFFIRMED, Polarity.NEGATED)),
        modality=dice.choice((Modality.ACTUAL, Modality.ACTUAL, *Modality)),
        attributed_to=dice.choice((None, "e0", "e1")),
        time=dice.choice(TIMES),
        confidence=dice.choice((0.3, 0.5, 0.55, 0.9)),
    )


def rows(
    store: GraphStore, name: str, parameters: dict[str, object], *, most: int | None = None
) -> tuple[list[str], list[Row]]:
    """The names of the columns and the rows."""
    found = ask.rows(store, name, parameters, most=most)
    return found.names, list(found)


@pytest.fixture(scope="module")
def store() -> GraphStore:
    made = GraphStore.open(None)
    made.add_all(news())
    return made


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.name)
def test_first_rows_are_those_that_all_begin_with(store: GraphStore, question: Question) -> None:
    names, everything = rows(store, question.name, {})
    assert everything
    for limit in (1, 2, 7, 40, 400):
        assert rows(store, question.name, {"limit": limit}) == (names, everything[:limit])
    assert rows(store, question.name, {"limit": 20}, most=3) == (names, everything[:3])


@pytest.mark.parametrize("name", ["evidence", "cooperation", "timeline", "quads-by-month"])
def test_first_rows_within_a_time(store: GraphStore, name: str) -> None:
    asked = {"since": "2015-02", "until": "2015-03-09"}
    names, everything = rows(store, name, asked)
    assert 0 < len(everything) < len(rows(store, name, {})[1])
    assert rows(store, name, {**asked, "limit": 5}) == (names, everything[:5])


def test_first_rows_come_from_keys(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Question, "asked", lambda self, terms, first=None: first and ASKING(self, terms, first=first))
    for question in ASKED:
        assert rows(store, question.name, {"limit": 3})[1]
    with pytest.raises(TypeError):
        rows(store, "evidence", {})


def test_keys_that_cannot_be_compared_are_left_alone(store: GraphStore) -> None:
    before = rows(store, "people", {})
    graph = article_node("a0-0", store.base)
    odd = ox.Quad(ox.NamedNode(f"{store.base}thing-0"), v.LABEL, ox.Literal("Anne", language="de"), graph)
    store.quads.add(odd)
    try:
        names, everything = rows(store, "people", {})
        assert rows(store, "people", {"limit": 4}) == (names, everything[:4])
    finally:
        store.quads.remove(odd)
    assert rows(store, "people", {}) == before


def test_what_is_told_of_an_entity_needs_no_keys(store: GraphStore) -> None:
    told = {"entity": "Zed"}
    everything = rows(store, "evidence", told)[1]
    assert rows(store, "evidence", {**told, "limit": 2})[1] == everything[:2]
    assert query(store, "evidence", parameters={"limit": 2}).bindings
