from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SH, Graph

from kg.errors import StoreError
from kg.model import Evidence, Extraction
from kg.ontology import folder, shipped
from kg.store import GraphStore, check, validate
from kg.store import vocabulary as v
from tests.store.extractions import ENTITIES, MET, extraction, later

SHAPES = folder() / "shapes.ttl"


def checked(*extractions: Extraction) -> tuple[bool, str]:
    with GraphStore.open(None) as store:
        store.add_all(extractions)
        return validate(store, SHAPES)


ODD = replace(later(), article=replace(later().article, id="<odd> \u202e"))


@pytest.mark.parametrize(
    "extractions",
    [
        (),
        (extraction(), later()),
        (extraction(mentions=()),),
        (ODD,),
    ],
    ids=["empty", "two articles", "claim without object", "odd id"],
)
def test_what_the_store_writes_conforms(extractions: tuple[Extraction, ...]) -> None:
    conforms, report = checked(*extractions)
    assert conforms, report


@pytest.mark.parametrize(
    ("extraction", "message"),
    [
        (extraction(claims=(replace(MET, time="Friday"),)), "time is a date, a month, a year"),
        (extraction(claims=(replace(MET, evidence=Evidence(5, 5)),), triples=()), "one text position"),
        (extraction(entities=(replace(ENTITIES[0], types=()), *ENTITIES[1:])), "label and a type"),
        (extraction(entities=(replace(ENTITIES[0], label=""), *ENTITIES[1:])), "label"),
    ],
    ids=["time", "evidence", "type", "label"],
)
def test_what_is_not_as_it_should_be_is_reported(extraction: Extraction, message: str) -> None:
    conforms, report = checked(extraction)
    assert not conforms
    assert message in report


@pytest.mark.parametrize(
    "predicate", [v.POLARITY, v.MODALITY, v.SUBJECT, v.PREDICATE, v.CONFIDENCE, v.DERIVED, v.TARGET]
)
def test_a_claim_that_lacks_something_is_reported(predicate: ox.NamedNode) -> None:
    with GraphStore.open(None) as store:
        store.add(later())
        (quad,) = store.quads.quads_for_pattern(None, predicate, None)
        store.quads.remove(quad)
        assert not validate(store, SHAPES)[0]


@pytest.mark.parametrize(
    "write",
    [lambda path: None, lambda path: path.write_text("@prefix"), lambda path: path.mkdir()],
    ids=["missing", "no Turtle", "folder"],
)
def test_shapes_that_cannot_be_read_are_named(tmp_path: Path, write: Callable[[Path], object]) -> None:
    write(tmp_path / "shapes.ttl")
    with GraphStore.open(None) as store, pytest.raises(StoreError, match=r"shapes\.ttl") as caught:
        validate(store, tmp_path / "shapes.ttl")
    assert "\n" not in str(caught.value)


@cache
def ontology() -> Graph:
    """What the shapes need of the ontology: classes, domains and ranges."""
    whole, needed = Graph(), Graph()
    for path in shipped():
        whole.parse(path)
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf, OWL.unionOf, RDF.first, RDF.rest):
        needed += whole.triples((None, predicate, None))
    return needed


def by_pyshacl(store: GraphStore) -> set[tuple[str, str]]:
    """Focus node and message of every violation, as pySHACL finds them in the union of all graphs."""
    data = ontology() + Graph()
    text = ox.serialize({quad.triple for quad in store.quads}, format=ox.RdfFormat.N_TRIPLES) or b""
    data.parse(data=text, format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=Graph().parse(SHAPES))
    top = set(report.objects(None, SH.result))  # type: ignore[union-attr]
    return {
        (str(report.value(result, SH.focusNode)), str(report.value(result, SH.resultMessage)))  # type: ignore[union-attr]
        for result in top
    }


BROKEN = {
    "another quotation": (v.EXACT, ox.Literal("Nobody said this.")),
    "another article": (v.DERIVED, ox.NamedNode("https://example.org/")),
    "a polarity of its own": (v.POLARITY, ox.NamedNode("https://example.org/maybe")),
    "a confidence of two": (v.CONFIDENCE, ox.Literal("2", datatype=v.term("xsd:decimal"))),
    "a start behind the end": (v.START, ox.Literal(9999)),
    "no date": (v.PUBLISHED, ox.Literal("yesterday")),
    "planned": (v.MODALITY, v.term("kgo:Planned")),
    "negated": (v.POLARITY, v.term("kgo:Negated")),
    "of another relation": (v.PREDICATE, v.term("kgo:headOfState")),
    "a birthday for a relation of things": (v.OBJECT, ox.Literal("1954", datatype=v.term("xsd:gYear"))),
}


@pytest.mark.parametrize("wrong", BROKEN)
def test_the_fast_engine_finds_what_pyshacl_finds(wrong: str) -> None:
    predicate, value = BROKEN[wrong]
    with GraphStore.open(None) as store:
        store.add(extraction())
        for quad in list(store.quads.quads_for_pattern(None, predicate, None)):
            store.quads.remove(quad)
            store.quads.add(ox.Quad(quad.subject, predicate, value, quad.graph_name))
        report = check(store, SHAPES)
        mine = {(found.violation.focus.value, found.violation.message) for found in report.found}
        assert mine
        assert mine == by_pyshacl(store)


def test_both_engines_find_nothing_wrong_with_a_good_graph() -> None:
    with GraphStore.open(None) as store:
        store.add_all((extraction(), later()))
        assert by_pyshacl(store) == set()
        assert check(store, SHAPES).conforms


def planned(store: GraphStore) -> None:
    """Make the plan to visit Ankara look as if it had happened."""
    obama, ankara = (ox.NamedNode(f"{store.base}{name}") for name in ("barack-obama", "ankara"))
    graph = next(store.quads.named_graphs())
    assert isinstance(graph, ox.NamedNode)
    store.quads.add(ox.Quad(obama, v.term("kgo:visited"), ankara, graph))


def test_a_plan_with_a_triple_of_its_own_is_reported_with_article_claim_and_sentence() -> None:
    with GraphStore.open(None) as store:
        store.add(extraction())
        planned(store)
        report = check(store, SHAPES)
    messages = set(report.kinds())
    assert messages == {
        "What is only planned, possible, required, conditional or negated has no triple of its own.",
        "A triple between entities has an affirmed, actual claim.",
    }
    text = report.text()
    assert "Conforms: False (1 articles" in text
    assert "article summit-1: Barack Obama · kgo:visited · Ankara" in text
    assert "“Obama plans to visit Ankara in December.”" in text


def test_the_report_as_data() -> None:
    with GraphStore.open(None) as store:
        store.add(extraction())
        planned(store)
        report = check(store, SHAPES)
    data = report.as_json()
    assert not data["conforms"]
    assert {row["article"] for row in data["violations"]} == {"summit-1"}
    graph = Graph().parse(data=report.as_turtle(), format="turtle")
    (whole,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert len(list(graph.objects(whole, SH.result))) == len(data["violations"]) == 2
    assert report.text(limit=0).count("… and 1 more") == 2


CITY = ("kgo:City", "kgo:GeopoliticalEntity", "kgo:Place", "kgo:Agent", "kgo:Entity")


@pytest.mark.parametrize(
    ("types", "fits"),
    [
        (("kgo:Country", *CITY[1:]), True),
        (CITY[1:], True),  # may be a country
        (CITY[-1:], True),  # nothing is known of it
        (CITY, False),
        (("kgo:Company", "kgo:Organisation", "kgo:Agent", "kgo:Entity"), False),
    ],
)
def test_objects_are_or_may_be_what_the_range_says(types: tuple[str, ...], fits: bool) -> None:
    france = next(e for e in ENTITIES if e.label == "France")
    with GraphStore.open(None) as store:
        store.add(extraction(entities=tuple(replace(e, types=types) if e is france else e for e in ENTITIES)))
        report = check(store, SHAPES)
        assert report.conforms is fits, report.text()
        assert {(f.violation.focus.value, f.violation.message) for f in report.found} == by_pyshacl(store)
