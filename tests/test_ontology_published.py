"""The ontology as others find it: complete, without a clash with the vocabularies it uses, documented as it is."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import reasonable
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef

from kg.ontology import folder, shipped
from kg.store import GraphStore, infer
from tests.store.extractions import extraction, later

KGO = Namespace("https://w3id.org/newskg/ontology#")
EX = Namespace("https://example.org/")
VOCABULARIES = Path(__file__).parent / "vocabularies.ttl"
PUBLISH: dict[str, Any] = runpy.run_path(str(folder() / "publish.py"))
KINDS = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph: Graph = PUBLISH["terms"]()
    return graph


@pytest.fixture(scope="module")
def axioms(ontology: Graph) -> Graph:
    """The ontology with the vocabularies it uses."""
    return ontology + Graph().parse(VOCABULARIES)


def closure(graph: Graph) -> Graph:
    """What follows by OWL 2 RL."""
    reasoner = reasonable.PyReasoner()
    reasoner.from_graph(graph)
    found = Graph()
    for triple in reasoner.reason():
        found.add(triple)
    return found


def clashes(graph: Graph) -> set[tuple[str, str, str]]:
    """Things that are of two disjoint classes, or of none at all."""
    rows = graph.query(
        """SELECT DISTINCT ?x ?a ?b WHERE {
          { ?a owl:disjointWith ?b . ?x a ?a , ?b } UNION { ?x a owl:Nothing . BIND (owl:Nothing AS ?a) } }""",
        initNs={"owl": OWL},
    )
    return {(str(x), str(a), str(b)) for x, a, b in rows}  # type: ignore[misc]


def test_every_term_is_described(ontology: Graph) -> None:
    terms = {s for s in ontology.subjects(RDF.type) if isinstance(s, URIRef) and s in KGO}
    assert len(terms) > 200
    wanted = (RDFS.label, SKOS.definition, SKOS.example, RDFS.isDefinedBy)
    assert {(t, a) for t in terms for a in wanted if ontology.value(t, a) is None} == set()


@pytest.mark.parametrize("path", [*shipped(), folder() / "shapes.ttl"], ids=lambda path: path.name)
def test_every_file_has_a_header_with_version_and_licence(path: Path) -> None:
    graph = Graph().parse(path)
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    version = str(graph.value(header, OWL.versionInfo))
    assert graph.value(header, OWL.versionIRI) == URIRef(f"{header}/{version}")
    for term in ("title", "description", "creator", "license"):
        assert graph.value(header, URIRef(f"http://purl.org/dc/terms/{term}")) is not None, term


def test_no_term_is_of_two_kinds(axioms: Graph) -> None:
    """OWL 2 DL: no property is an object, a datatype and an annotation property at once."""
    for term in set(axioms.subjects(RDF.type)):
        assert len(KINDS & set(axioms.objects(term, RDF.type))) <= 1, term


def test_members_of_every_class_and_relation_bring_no_clash(axioms: Graph) -> None:
    graph = Graph() + axioms
    for kind in axioms.subjects(RDF.type, OWL.Class):
        if isinstance(kind, URIRef):
            graph.add((EX[f"a-{kind}"], RDF.type, kind))
    for relation in axioms.subjects(RDF.type, OWL.ObjectProperty):
        if relation in KGO:
            graph.add((EX[f"s-{relation}"], relation, EX[f"o-{relation}"]))
    assert clashes(closure(graph)) == set()


def test_a_clash_is_found(axioms: Graph) -> None:
    graph = Graph() + axioms
    graph.add((EX.x, KGO.spouseOf, EX.y))
    graph.add((EX.x, RDF.type, KGO.Company))
    assert clashes(closure(graph))


def test_a_graph_with_its_inferences_brings_no_clash(axioms: Graph) -> None:
    with GraphStore.open(None) as store:
        store.add_all((extraction(), later()))
        infer(store)
        text = ox.serialize({quad.triple for quad in store.quads}, format=ox.RdfFormat.N_TRIPLES)
    assert clashes(closure(axioms + Graph().parse(data=text, format="nt"))) == set()


def test_reference_and_diagram_are_what_the_files_say(ontology: Graph) -> None:
    assert PUBLISH["stale"](ontology) == [], "run ontology/publish.py"
    page = (folder() / "reference.html").read_text("utf-8")
    terms = {s for kind in (OWL.Class, *KINDS) for s in ontology.subjects(RDF.type, kind) if s in KGO}
    anchors = re.findall(r'\bid="([^"]+)"', page)
    assert {str(term).removeprefix(str(KGO)) for term in terms} <= set(anchors)


def test_a_changed_definition_is_noticed(ontology: Graph) -> None:
    changed = Graph() + ontology
    changed.remove((KGO.Person, SKOS.definition, None))
    assert PUBLISH["stale"](changed) == ["reference.html", "classes.svg"]
    assert PUBLISH["digest"](Graph() + ontology) == PUBLISH["digest"](ontology)


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")  # pyLODE's
def test_the_same_terms_give_the_same_page() -> None:
    pytest.importorskip("pylode", reason="pyLODE is not installed")
    kinds = [f"kgo:Kind{number}" for number in range(12)]
    terms = f"""@prefix kgo: <{KGO}> . @prefix owl: <{OWL}> . @prefix rdfs: <{RDFS}> .
      <{str(KGO)[:-1]}> a owl:Ontology ; <http://purl.org/dc/terms/title> "Terms" .
      {" ".join(f'{kind} a owl:Class ; rdfs:label "{kind}" .' for kind in kinds)}
      kgo:goesTo a owl:ObjectProperty ; rdfs:label "goes to" ;
        rdfs:range [ a owl:Class ; owl:unionOf ( {" ".join(kinds)} ) ] ."""
    one, *others = (PUBLISH["reference"](Graph().parse(data=terms)) for _ in range(3))
    assert others == [one, one]
    assert one.count('<span class="cardinality">or</span>') == len(kinds) - 1
