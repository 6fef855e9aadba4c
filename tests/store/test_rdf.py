from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import StoreError
from kg.model import Claim, Evidence, Extraction, Modality, OpenTriple, Polarity, Value
from kg.store import BASE, GraphStore, article_node, export, quads, text_hash
from kg.store.vocabulary import PREFIXES
from tests.store.extractions import (
    ACCUSED,
    BIRTH,
    CLAIMS,
    ENTITIES,
    HEAD,
    MET,
    MONITORS,
    NOT_MET,
    RESIGN,
    TEXT,
    VISIT,
    article,
    extraction,
)
from tests.store.formats import FORMATS

HOSTILE = {
    "script": '"></script><script>alert(1)</script>',
    "spaces": "two words and\ttab\nline\r",
    "brackets": "<>{}|\\^`",
    "breaking out": "x> . <evil> <p> <o",
    "breaking out of a literal": '" . <evil:s> <evil:p> "o',
    "direction override": "\u202egpj.exe",
    "NUL": "a\x00b",
    "lone surrogate": "a\ud800b",
    "emoji and marks": "👋🏽 e\u0301",
    "percent": "100% %3E%",
    "long": "x" * 100_000,
}


def iri(curie: str) -> ox.NamedNode:
    prefix, _, local = curie.partition(":")
    return ox.NamedNode({**PREFIXES, "kgr": BASE}[prefix] + local)


def about(extraction: Extraction) -> dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]:
    facts: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for quad in quads(extraction):
        facts.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return facts


def claim_facts(claim: Claim) -> dict[str, list[ox.NamedNode | ox.Literal]]:
    """The facts of the claim's node by CURIE, the claim being the only one of its article."""
    facts = about(extraction(claims=(claim,), triples=(), mentions=()))
    (found,) = [f for node, f in facts.items() if node.startswith(f"{BASE}claim/")]
    return {_curie(name): values for name, values in found.items()}


def _curie(name: str) -> str:
    return next(f"{p}:{name[len(space) :]}" for p, space in PREFIXES.items() if name.startswith(space))


def test_a_claim_as_the_design_lays_it_out() -> None:
    graph = article_node("summit-1")
    start, end = MET.evidence.start, MET.evidence.end
    evidence = ox.NamedNode(f"{graph.value}/evidence/{start}-{end}")
    assert claim_facts(MET) == {
        "rdf:type": [iri("kgo:Claim"), iri("rdf:Statement")],
        "rdf:subject": [iri("kgr:francois-hollande")],
        "rdf:predicate": [iri("kgo:metWith")],
        "rdf:object": [iri("kgr:barack-obama")],
        "kgo:phrase": [ox.Literal("met")],
        "kgo:confidence": [ox.Literal("0.87", datatype=iri("xsd:decimal"))],
        "prov:wasDerivedFrom": [graph],
        "oa:hasTarget": [evidence],
        "kgo:polarity": [iri("kgo:Affirmed")],
        "kgo:modality": [iri("kgo:Actual")],
        "kgo:eventType": [iri("kgo:Consult")],
        "prov:wasAttributedTo": [iri("kgr:lisa-monaco")],
        "kgo:time": [ox.Literal("2015-11-13", datatype=iri("xsd:date"))],
    }


def test_evidence_selects_the_sentence_by_position_and_by_its_words() -> None:
    facts = about(extraction())
    node = f"{article_node('summit-1').value}/evidence/{MONITORS.evidence.start}-{MONITORS.evidence.end}"
    oa = PREFIXES["oa"]
    position, quote = facts[f"{node}/position"], facts[f"{node}/quote"]
    assert facts[node][f"{oa}hasSource"] == [article_node("summit-1")]
    assert [int(position[f"{oa}{name}"][0].value) for name in ("start", "end")] == [
        MONITORS.evidence.start,
        MONITORS.evidence.end,
    ]
    assert quote[f"{oa}exact"] == [ox.Literal("The FBI is monitoring the attacks in Paris.")]
    around = quote[f"{oa}prefix"][0].value + quote[f"{oa}exact"][0].value + quote[f"{oa}suffix"][0].value
    assert around in TEXT
    assert len(around) == 32 + len("The FBI is monitoring the attacks in Paris.") + 32


def test_the_article_is_described_and_is_the_only_graph() -> None:
    assert {quad.graph_name for quad in quads(extraction())} == {article_node("summit-1")}
    facts = about(extraction())[article_node("summit-1").value]
    schema = PREFIXES["schema"]
    assert facts[f"{schema}headline"] == [ox.Literal("Leaders meet")]
    assert facts[f"{schema}datePublished"] == [ox.Literal("2015-11-14", datatype=iri("xsd:date"))]
    assert facts[f"{schema}publisher"] == [ox.Literal("The Example")]
    assert facts[f"{schema}url"] == [ox.Literal("https://example.org/a?b=c")]
    assert facts[f"{PREFIXES['kgo']}textHash"] == [ox.Literal(hashlib.sha256(TEXT.encode()).hexdigest())]
    assert len(facts[f"{schema}mentions"]) == len(ENTITIES)


def test_an_entity_has_label_types_aliases_and_the_same_elsewhere() -> None:
    facts = about(extraction())
    france, hollande = facts[f"{BASE}france"], facts[f"{BASE}francois-hollande"]
    assert france[f"{PREFIXES['owl']}sameAs"] == [ox.NamedNode("https://www.geonames.org/3017382")]
    assert france[f"{PREFIXES['rdf']}type"] == [iri("kgo:Country"), iri("kgo:Place"), iri("kgo:Entity")]
    assert hollande[f"{PREFIXES['skos']}altLabel"] == [ox.Literal("Hollande")]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.phrase)
def test_only_what_is_affirmed_and_actual_stands_directly(claim: Claim) -> None:
    found = quads(extraction(claims=(claim,), triples=(), mentions=()))
    direct = {quad.predicate for quad in found} & {iri(claim.predicate)}
    assert bool(direct) == (claim in (MET, HEAD, MONITORS, ACCUSED, BIRTH))


@pytest.mark.parametrize("polarity", list(Polarity))
@pytest.mark.parametrize("modality", list(Modality))
def test_circumstances_decide_on_the_direct_triple(polarity: Polarity, modality: Modality) -> None:
    claim = replace(MET, polarity=polarity, modality=modality)
    found = quads(extraction(claims=(claim,), triples=()))
    direct = [(q.subject, q.object) for q in found if q.predicate == iri("kgo:metWith")]
    stands = polarity is Polarity.AFFIRMED and modality is Modality.ACTUAL
    assert direct == ([(iri("kgr:francois-hollande"), iri("kgr:barack-obama"))] if stands else [])
    facts = claim_facts(claim)
    assert facts["kgo:polarity"] == [iri(f"kgo:{polarity.value.capitalize()}")]
    assert facts["kgo:modality"] == [iri(f"kgo:{modality.value.capitalize()}")]


@pytest.mark.parametrize(
    ("claim", "time"),
    [
        (MONITORS, ox.Literal("2015", datatype=iri("xsd:gYear"))),
        (VISIT, ox.Literal("2015-12", datatype=iri("xsd:gYearMonth"))),
        (MET, ox.Literal("2015-11-13", datatype=iri("xsd:date"))),
        (ACCUSED, ox.Literal("2015-11-01/2015-11-13")),
        (replace(MET, time="2014/2015"), ox.Literal("2014/2015")),
        (NOT_MET, None),
    ],
)
def test_time_is_typed_by_its_grain(claim: Claim, time: ox.Literal | None) -> None:
    assert claim_facts(claim).get("kgo:time") == (None if time is None else [time])


@pytest.mark.parametrize(
    ("confidence", "written"), [(0.87, "0.87"), (0.9, "0.9"), (1.0, "1"), (0.0, "0"), (1.7, "1"), (-1.0, "0")]
)
def test_confidence_is_a_decimal_from_0_to_1(confidence: float, written: str) -> None:
    facts = claim_facts(replace(MET, confidence=confidence))
    assert facts["kgo:confidence"] == [ox.Literal(written, datatype=iri("xsd:decimal"))]


def test_a_literal_object_keeps_its_datatype() -> None:
    assert claim_facts(BIRTH)["rdf:object"] == [ox.Literal("1954-08-12", datatype=iri("xsd:date"))]


def test_mobilize_is_spelt_as_in_the_ontology() -> None:
    assert claim_facts(replace(MET, event="MOBILIZE"))["kgo:eventType"] == [iri("kgo:Mobilise")]


def test_a_claim_without_an_object_has_none() -> None:
    assert "rdf:object" not in claim_facts(RESIGN)


def test_entities_known_by_pronouns_only_claim_nothing() -> None:
    they = iri("kgr:they")
    subjects = {quad.object for quad in quads(extraction()) if quad.predicate == iri("rdf:subject")}
    assert they not in subjects
    told = quads(extraction(mentions=()))
    assert they in {quad.object for quad in told if quad.predicate == iri("rdf:subject")}


def test_open_triples_are_claims_that_no_direct_triple_follows() -> None:
    found = quads(extraction())
    related = {q.subject for q in found if q.predicate == iri("rdf:predicate") and q.object == iri("kgo:relatedTo")}
    phrases = {q.object.value for q in found if q.subject in related and q.predicate == iri("kgo:phrase")}
    assert phrases == {"is in", "watches"}, "the one that repeats a claim is left out"
    assert iri("kgo:relatedTo") not in {q.predicate for q in found}


def test_claims_have_the_same_names_every_time_and_in_any_order() -> None:
    backwards = extraction(claims=CLAIMS[::-1], entities=ENTITIES[::-1])
    assert set(quads(extraction())) == set(quads(backwards))
    assert len(quads(extraction())) == len(set(quads(extraction())))


OTHERWISE: list[dict[str, Any]] = [
    {"attributed_to": "e3"},
    {"attributed_to": None},
    {"evidence": Evidence(0, 5)},
    {"object": "e6"},
    {"time": "2015-11-12"},
    {"place": "e5"},
    {"event": "AGREE"},
    {"phrase": "talked"},
    {"modality": Modality.PLANNED},
    {"polarity": Polarity.NEGATED},
]


@pytest.mark.parametrize("more", OTHERWISE, ids=lambda more: next(iter(more)))
def test_a_claim_is_another_when_anything_but_its_certainty_differs(more: dict[str, Any]) -> None:
    found = quads(extraction(claims=(MET, replace(MET, **more)), triples=()))
    assert len({q.subject for q in found if q.predicate == iri("rdf:subject")}) == 2


def test_of_two_claims_that_are_one_in_the_graph_the_surer_stays() -> None:
    entities = (*ENTITIES, replace(ENTITIES[0], id="again"))
    twice = replace(MET, subject="again", confidence=0.93)
    found = quads(extraction(entities=entities, claims=(MET, twice), triples=()))
    assert [q.object.value for q in found if q.predicate == iri("kgo:confidence")] == ["0.93"]


def test_a_claim_without_an_object_hides_no_open_triple() -> None:
    told = RESIGN.evidence
    resigns = replace(RESIGN, subject="e3")
    triple = OpenTriple("The FBI", "may resign over", "a row", 0.5, told.start, told.end, "e3", None)
    found = quads(extraction(claims=(resigns,), triples=(triple,)))
    assert "may resign over" in {q.object.value for q in found if q.predicate == iri("kgo:phrase")}


def test_another_base_names_things_elsewhere() -> None:
    base = "https://example.org/things/"
    assert not any(BASE in str(quad) for quad in quads(extraction(), base=base))
    assert article_node("a b", base).value == "https://example.org/things/article/a%20b"


def test_text_hash_of_a_lone_surrogate() -> None:
    assert text_hash("a\ud800") == hashlib.sha256(b"a?").hexdigest()


@pytest.mark.parametrize("bad", ["nothing", "kgr:", "_:b0", "", "://x", "1:x"])
def test_what_cannot_be_an_iri_is_one_line_with_the_article(bad: str) -> None:
    entities = (replace(ENTITIES[0], iri=bad), *ENTITIES[1:])
    with pytest.raises(StoreError, match="summit-1") as caught:
        quads(extraction(entities=entities))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_can_break_out(text: str) -> None:
    entity = replace(
        ENTITIES[0], iri=f"kgr:{text}", label=text, aliases=(text,), same_as=(f"https://example.org/{text}",)
    )
    value = Value(text, "xsd:string", 0, 1)
    claims = (replace(MET, phrase=text), replace(BIRTH, object=value))
    hostile = extraction(
        article=article(id=text, title=text, url=text, publisher=text),
        entities=(entity, *ENTITIES[1:]),
        claims=claims,
    )
    plain = replace(ENTITIES[0], same_as=("https://example.org/x",))
    harmless = extraction(
        entities=(plain, *ENTITIES[1:]), claims=(MET, replace(BIRTH, object=Value("x", "xsd:string", 0, 1)))
    )
    with GraphStore.open(None) as store:
        store.add(hostile)
        assert len(store.quads) == len(quads(harmless))
        graph = rdflib.Graph().parse(data=_written(store, "ttl"), format="turtle")
        assert len(graph) == len({quad.triple for quad in store.quads})
        assert text.replace("\ud800", "?") in {str(label) for label in graph.objects(None, rdflib.RDFS.label)}
        assert not {str(node) for triple in graph for node in triple} & {"evil", "evil:s"}
        for format_ in ("nq", "trig"):
            again = set(ox.parse(_written(store, format_), format=FORMATS[format_]))
            assert again == set(store.quads)


def _written(store: GraphStore, format_: str) -> bytes:
    stream = io.BytesIO()
    export(store, format_, stream)
    return stream.getvalue()
