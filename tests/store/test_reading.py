from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.model import Article, Claim, Entity, Evidence, Extraction, Form, Mention, Value
from kg.store import BASE, ClaimRecord, GraphStore, article_node
from tests.store.extractions import CLAIMS, ENTITIES, RESIGN, TEXT, extraction, later


@pytest.fixture
def store() -> GraphStore:
    made = GraphStore.open(None)
    made.add_all([extraction(), later()])
    return made


def test_articles_come_back(store: GraphStore) -> None:
    articles = store.records().articles
    assert list(articles) == sorted(articles)
    first, second = articles[article_node("summit-1").value], articles[article_node("later-2").value]
    assert (first.id, first.title, first.url) == ("summit-1", "Leaders meet", "https://example.org/a?b=c")
    assert (first.published, first.publisher) == (date(2015, 11, 14), "The Example")
    assert (second.id, second.title, second.url, second.published, second.publisher) == ("later-2", *[None] * 4)


def test_entities_come_back_with_the_names_of_all_articles(store: GraphStore) -> None:
    entities = store.records().entities
    obama, france = entities[f"{BASE}barack-obama"], entities[f"{BASE}france"]
    assert obama.label == "President Obama"
    assert obama.aliases == ("Barack Obama", "Obama")
    assert obama.types == ("kgo:Leader", "kgo:Person", "kgo:Agent", "kgo:Entity")
    assert france.same_as == ("https://www.geonames.org/3017382",)
    assert set(entities) >= {BASE + entity.iri.removeprefix("kgr:") for entity in ENTITIES}
    assert list(entities) == sorted(entities)


@pytest.mark.parametrize(
    ("labels", "label"), [(("PARIS", "Paris"), "Paris"), (("NATO",), "NATO"), (("UN", "U.N."), "U.N.")]
)
def test_of_equal_labels_the_one_that_is_not_all_capitals_is_taken(labels: tuple[str, ...], label: str) -> None:
    store = GraphStore.open(None)
    for number, text in enumerate(labels):
        entity = Entity("e0", "kgr:thing", text, ("kgo:Entity",))
        mention = Mention(0, len(text), text, "e0", Form.NAME)
        store.add(Extraction(Article(f"a{number}", text), (mention,), (entity,), (), ()))
    assert store.records().entities[f"{BASE}thing"].label == label


@pytest.mark.parametrize("claim", [claim for claim in CLAIMS if claim is not RESIGN], ids=lambda c: c.phrase)
def test_claims_come_back(store: GraphStore, claim: Claim) -> None:
    article = article_node("summit-1").value
    found = [c for c in store.records().claims if c.article == article and c.phrase == claim.phrase]
    (record,) = [c for c in found if c.predicate != "kgo:relatedTo"]
    iris = {entity.id: BASE + entity.iri.removeprefix("kgr:") for entity in ENTITIES}
    literal = claim.object if isinstance(claim.object, Value) else None
    assert record == ClaimRecord(
        iri=record.iri,
        subject=iris[claim.subject],
        predicate=claim.predicate,
        object=None if literal else iris[str(claim.object)],
        value=literal.value if literal else None,
        datatype=literal.datatype if literal else None,
        phrase=claim.phrase,
        event=claim.event,
        polarity=claim.polarity,
        modality=claim.modality,
        attributed_to=iris.get(claim.attributed_to or ""),
        time=claim.time,
        place=iris.get(claim.place or ""),
        confidence=claim.confidence,
        article=article,
        quote=TEXT[claim.evidence.start : claim.evidence.end],
        start=claim.evidence.start,
        end=claim.evidence.end,
    )
    assert record.is_direct == claim.is_direct


def test_open_triples_come_back_as_claims_of_the_generic_relation(store: GraphStore) -> None:
    found = {c.phrase: c for c in store.records().claims if c.predicate == "kgo:relatedTo"}
    assert set(found) == {"is in", "watches"}
    assert (found["is in"].object, found["is in"].value, found["is in"].datatype) == (None, "Paris", "xsd:string")
    assert found["watches"].object == f"{BASE}fbi"
    assert store.records().entities[found["watches"].subject].label == "The nation"


def test_a_claim_without_an_object_comes_back() -> None:
    with GraphStore.open(None) as store:
        store.add(extraction(mentions=(), claims=(RESIGN,), triples=()))
        (record,) = store.records().claims
    assert (record.object, record.value, record.datatype) == (None, None, None)


def test_mobilize_comes_back_as_plover_spells_it() -> None:
    with GraphStore.open(None) as store:
        store.add(extraction(claims=(replace(CLAIMS[0], event="MOBILIZE"),), triples=()))
        assert [claim.event for claim in store.records().claims] == ["MOBILIZE"]


def test_claims_come_in_the_order_of_their_names_and_the_same_each_time(store: GraphStore) -> None:
    records = store.records()
    assert [claim.iri for claim in records.claims] == sorted(claim.iri for claim in records.claims)
    other = GraphStore.open(None)
    other.add_all([later(), extraction()])
    assert other.records() == records


def test_an_empty_store_has_empty_records() -> None:
    records = GraphStore.open(None).records()
    assert (records.entities, records.articles, records.claims) == ({}, {}, ())


def test_what_somebody_unknown_did_comes_back_as_such() -> None:
    text = "Mary Jones was arrested."
    entities = (
        Entity("e0", "kgr:mary-jones", "Mary Jones", ("kgo:Person", "kgo:Agent", "kgo:Entity")),
        Entity("e1", "kgr:a1/unknown-e1", "unknown", ("kgo:UnknownAgent", "kgo:Unknown", "kgo:Agent", "kgo:Entity")),
    )
    claims = (Claim("c0", "e1", "kgo:arrested", "e0", "was arrested", Evidence(0, len(text))),)
    made = GraphStore.open(None)
    made.add(Extraction(Article("a1", text), (Mention(0, 10, "Mary Jones", "e0", Form.NAME),), entities, claims, ()))
    (found,) = made.records().claims
    assert (found.is_agentless, found.predicate, found.object) == (True, "kgo:arrested", f"{BASE}mary-jones")
