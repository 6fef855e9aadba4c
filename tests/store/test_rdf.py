"""RDF as the design lays it out, and nothing that a text could add to it."""

from __future__ import annotations

import io

import pyoxigraph as ox
import pytest
from rdflib import Graph

from kg.errors import StoreError
from kg.model import Entity, Extraction
from kg.store import article_node, quads
from kg.store.vocabulary import BASE, PREFIXES, term

from .extractions import HOSTILE, TEXT, extraction, hostile


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(BASE + name)


def triples(made: Extraction) -> set[tuple[object, object, object]]:
    return {(q.subject, q.predicate, q.object) for q in quads(made)}


def claim_of(predicate: str) -> dict[str, set[str]]:
    """The facts about the one claim with this relation."""
    found: dict[str, set[str]] = {}
    all_quads = quads(extraction())
    subject = next(q.subject for q in all_quads if q.predicate == term("rdf:predicate") and q.object == term(predicate))
    for q in all_quads:
        if q.subject == subject:
            found.setdefault(q.predicate.value, set()).add(q.object.value)
    return found


def test_affirmed_and_actual_claims_stand_directly() -> None:
    found = triples(extraction())
    assert (node("barack-obama"), term("kgo:spokeWith"), node("francois-hollande")) in found
    assert not [t for t in found if t[1] in (term("kgo:visited"), term("kgo:attacked"), term("kgo:relatedTo"))]


def test_a_claim_has_its_circumstances() -> None:
    claim = claim_of("kgo:spokeWith")
    assert claim[PREFIXES["rdf"] + "type"] == {PREFIXES["kgo"] + "Claim", PREFIXES["rdf"] + "Statement"}
    assert claim[PREFIXES["kgo"] + "time"] == {"2015-11-13"}
    assert claim[PREFIXES["kgo"] + "confidence"] == {"0.90"}
    assert claim[PREFIXES["kgo"] + "eventType"] == {PREFIXES["kgo"] + "Consult"}
    assert claim[PREFIXES["prov"] + "wasDerivedFrom"] == {article_node("a1").value}
    resigned = claim_of("kgo:resignedFrom")
    assert resigned[PREFIXES["prov"] + "wasAttributedTo"] == {BASE + "francois-hollande"}
    assert resigned[PREFIXES["kgo"] + "place"] == {BASE + "turkey"}
    assert PREFIXES["rdf"] + "object" not in resigned


def test_evidence_quotes_the_text() -> None:
    found = quads(extraction())
    exact = {q.object.value for q in found if q.predicate == term("oa:exact")}
    assert exact == {TEXT[0:36], TEXT[37:73], TEXT[74:106]}


def test_claims_about_nobody_known_are_left_out() -> None:
    visited = [q for q in quads(extraction()) if q.object == term("kgo:visited")]
    assert len(visited) == 1


def test_open_triples_that_repeat_a_claim_are_left_out() -> None:
    related = [q for q in quads(extraction()) if q.object == term("kgo:relatedTo")]
    assert len(related) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_text_cannot_break_out(text: str) -> None:
    plain, odd = quads(extraction()), quads(hostile(text))
    assert len(odd) == len(plain)
    stream = io.BytesIO()
    ox.serialize(odd, output=stream, format=ox.RdfFormat.N_QUADS)
    assert len(list(ox.parse(stream.getvalue(), format=ox.RdfFormat.N_QUADS))) == len(odd)
    turtle = ox.serialize([q.triple for q in odd], format=ox.RdfFormat.TURTLE)
    assert turtle is not None
    assert len(Graph().parse(data=turtle, format="turtle")) == len({q.triple for q in odd})


@pytest.mark.parametrize("iri", ["no-prefix", "_:e1", "kgr:", ""])
def test_what_is_no_iri_is_refused(iri: str) -> None:
    made = Extraction(extraction().article, entities=(Entity("e0", iri, "x", ("kgo:Entity",)),))
    with pytest.raises(StoreError, match="is no IRI"):
        quads(made)


TIMES = {"2015": "gYear", "2015-11": "gYearMonth", "2015-11-13": "date", "2015-11-01/2015-11-30": "string"}


@pytest.mark.parametrize(("time", "datatype"), TIMES.items())
def test_times_are_typed_by_grain(time: str, datatype: str) -> None:
    from dataclasses import replace

    made = extraction()
    made = replace(made, claims=(replace(made.claims[0], time=time),))
    value = next(q.object for q in quads(made) if q.predicate == term("kgo:time"))
    assert isinstance(value, ox.Literal)
    assert value.datatype == term(f"xsd:{datatype}")
