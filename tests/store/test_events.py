"""Events in the terms of SEM and OWL-Time, written beside what is inferred."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.ontology import folder
from kg.store import GraphStore, check, export, infer
from kg.store import vocabulary as v
from kg.store.graph_store import select
from tests.store.extractions import ACCUSED, MET, article, claim, extraction, sentence
from tests.store.readers import rdflib_quads

SHAPES = folder() / "shapes.ttl"
ROWS = "SELECT * WHERE { ?event a sem:Event ; sem:eventType ?type . %s } ORDER BY ?type"


@pytest.fixture
def store() -> GraphStore:
    made = GraphStore.open(None)
    made.add(extraction())
    infer(made)
    return made


def answers(store: GraphStore, pattern: str, *names: str) -> list[tuple[str, ...]]:
    rows = select(store.quads, ROWS % pattern, prefixes=v.PREFIXES, use_default_graph_as_union=True)
    return [tuple(row[name].value.rpartition("#")[2].rpartition("/")[2] for name in names) for row in rows]


def test_an_event_has_its_types_actors_and_claim(store: GraphStore) -> None:
    day = 'sem:hasTime [ a time:Instant ; time:inXSDDate "2015-11-13"^^xsd:date ]'
    found = answers(store, f"?event {day} ; sem:hasActor ?who ; prov:wasDerivedFrom ?claim .", "type", "who")
    assert set(found) == {(t, w) for t in ("Consult", "metWith") for w in ("francois-hollande", "barack-obama")}


def test_an_interval_lies_between_two_instants(store: GraphStore) -> None:
    ends = "time:hasBeginning/time:inXSDDate ?start ; time:hasEnd/time:inXSDDate ?end"
    found = answers(store, f"?event sem:hasTime ?time . ?time a time:ProperInterval ; {ends} .", "type", "start", "end")
    assert set(found) == {("Accuse", "2015-11-01", "2015-11-13"), ("accused", "2015-11-01", "2015-11-13")}


def test_what_is_planned_or_denied_or_lasts_is_no_event(store: GraphStore) -> None:
    kinds = {name for (name,) in answers(store, "", "type")}
    assert {"metWith", "accused"} <= kinds
    assert not {"visited", "headOfState", "dateOfBirth", "resignedFrom"} & kinds


@pytest.mark.parametrize(("time", "grain"), [("2015", "inXSDgYear"), ("2015-11", "inXSDgYearMonth")])
def test_the_grain_of_a_time_stays(time: str, grain: str) -> None:
    with GraphStore.open(None) as store:
        told = claim(0, "e1", "kgo:visited", "e5", "met", event="CONSULT", time=time, place="e5")
        store.add(extraction(claims=(told,), triples=()))
        infer(store)
        assert (time, "ankara") in answers(store, f"?event sem:hasPlace ?p ; sem:hasTime/time:{grain} ?t .", "t", "p")
        assert check(store, SHAPES).conforms


def test_articles_that_agree_tell_of_one_event_if_they_tell_when() -> None:
    undated = claim(1, "e0", "kgo:metWith", "e1", "met", event="CONSULT", evidence=sentence("met"))
    for met, events in ((MET, 1), (undated, 2)):
        with GraphStore.open(None) as store:
            store.add_all(extraction(article=article(id=name), claims=(met,), triples=()) for name in "ab")
            infer(store)
            assert len({event for (event,) in answers(store, "", "event")}) == events


def test_events_conform_and_go_with_what_they_rest_on(store: GraphStore, tmp_path: Path) -> None:
    report = check(store, SHAPES)
    assert report.conforms, report.text()
    store.remove("summit-1")
    infer(store)
    assert not answers(store, "", "event")


@pytest.mark.parametrize("format", ["trig", "jsonld"])
def test_others_read_events(store: GraphStore, format: str, tmp_path: Path) -> None:  # noqa: A002
    path = tmp_path / f"all.{format}"
    export(store, format, path, inferred=True)
    assert rdflib_quads(path) == set(store.quads)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("DELETE WHERE { GRAPH ?g { ?e sem:eventType ?t ; prov:wasDerivedFrom ?c } }; "
         "INSERT { GRAPH ?g { ?e sem:eventType kgo:Consult } } WHERE { GRAPH ?g { ?e a sem:Event } }",
         "An event is derived from claims."),
        ('INSERT { GRAPH ?g { ?t time:inXSDgYear "2015"^^xsd:gYear } } WHERE { GRAPH ?g { ?t a time:Instant } }',
         "An instant has one day, month or year."),
        ("DELETE { GRAPH ?g { ?t time:hasEnd ?i } } WHERE { GRAPH ?g { ?t time:hasEnd ?i } }",
         "An interval ends once."),
        ("INSERT { GRAPH ?g { ?e sem:hasActor kgr:attacks } } WHERE { GRAPH ?g { ?e sem:eventType ?t } }",
         "The actors of an event are agents."),
    ],
)  # fmt: skip
def test_the_shapes_tell_what_is_wrong(store: GraphStore, wrong: str, message: str) -> None:
    store.quads.update(wrong, prefixes={**v.PREFIXES, "kgr": store.base})
    assert message in check(store, SHAPES).text()


def test_an_event_relation(tmp_path: Path) -> None:
    mine = tmp_path / "my.ttl"
    mine.write_text("<urn:my#snubbed> <https://w3id.org/newskg/ontology#happens> true .")
    with GraphStore.open(None) as store:
        snubbed = claim(0, "e9", "urn:my#snubbed", "e0", "accused")
        store.add(extraction(claims=(snubbed, ACCUSED), triples=()))
        infer(store)
        assert ("snubbed",) not in answers(store, "", "type")
        infer(store, ontology=[mine])
        assert ("snubbed",) in answers(store, "", "type")
