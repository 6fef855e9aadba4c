"""Prepared questions answer, free SPARQL reads only this graph, answers print in four formats."""

from __future__ import annotations

import io
import json

import pytest

from kg.errors import QueryError
from kg.query import query, questions
from kg.query.table import shown, write_result
from kg.store import GraphStore

from ..store.extractions import extraction


@pytest.fixture(scope="module")
def store() -> GraphStore:
    made = GraphStore.open(None)
    made.add(extraction())
    return made


def rows(store: GraphStore, question: str, **parameters: str) -> list[tuple[str, ...]]:
    return [tuple(str(value) for value in row) for row in query(store, question, parameters=parameters)]


def test_there_are_at_least_ten_documented_questions() -> None:
    assert len(questions()) >= 10
    assert all(question.title and question.about for question in questions())


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_every_question_runs_with_all_its_parameters(store: GraphStore, name: str) -> None:
    question = next(q for q in questions() if q.name == name)
    values = {"entity": "obama", "since": "2015", "until": "2016", "source": "hollande"}
    query(store, name)
    query(store, name, parameters={p: values[p] for p in question.parameters})


ANSWERS = {
    "who-met-whom": {"Barack Obama", "spokeWith", "Francois Hollande", "2015-11-13"},
    "who-said-what": set(),
    "timeline": {"2015-11-13", "Barack Obama", "spokeWith"},
    "planned": {"Barack Obama", "visited", "Turkey"},
    "denied": {"Barack Obama", "attacked", "Turkey"},
    "cooperation": {"CONSULT", "spokeWith"},
    "most-mentioned": {"Barack Obama"},
    "articles": {"a1", "Leaders speak", "Example"},
    "relations": {"spokeWith"},
    "sources": {"Francois Hollande"},
    "evidence": {"Barack Obama", "spokeWith"},
}


@pytest.mark.parametrize(("name", "expected"), ANSWERS.items())
def test_answers(store: GraphStore, name: str, expected: set[str]) -> None:
    assert expected <= {value for row in rows(store, name) for value in row}


def test_planned_is_no_meeting(store: GraphStore) -> None:
    assert not [row for row in rows(store, "who-met-whom") if "Turkey" in row]


def test_parameters_narrow(store: GraphStore) -> None:
    assert rows(store, "timeline", entity="hollande")
    assert not rows(store, "timeline", entity="merkel")
    assert not rows(store, "timeline", since="2016")
    assert not rows(store, "timeline", entity='x" } } #')


REFUSED = {
    "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }": "SERVICE",
    "SELECT * { { SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } } } }": "SERVICE",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://example.org/> { ?s ?p ?o } } }": "SERVICE",
    "SELECT * { \\u0053ERVICE <http://example.org/> { ?s ?p ?o } }": "",
    "SELECT * FROM <http://example.org/> { ?s ?p ?o }": "FROM",
    "SELECT * FROM NAMED <http://example.org/> { ?s ?p ?o }": "FROM",
    "INSERT DATA { <a:a> <a:b> <a:c> }": "not a SPARQL query",
    "DROP ALL": "not a SPARQL query",
    "LOAD <http://example.org/>": "not a SPARQL query",
    "SELECT * { " + "{" * 4000 + "}" * 4000 + " }": "nested",
    "SELECT * { ?s ?p ?o FILTER(" + "!" * 12000 + "true) }": "nested",
    "SELECT nonsense {": "not a SPARQL query",
    "who-met-whon": "did you mean who-met-whom",
}


@pytest.mark.parametrize(("text", "why"), REFUSED.items(), ids=lambda text: text[:40])
def test_refused(store: GraphStore, text: str, why: str) -> None:
    with pytest.raises(QueryError) as caught:
        query(store, text)
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_word_service_in_a_literal_passes(store: GraphStore) -> None:
    query(store, 'SELECT * { ?s rdfs:label "SERVICE is good" }')


def test_formats(store: GraphStore) -> None:
    select = "SELECT ?a ?b { ?a kgo:spokeWith ?b }"
    for name in ("table", "csv", "json"):
        stream = io.StringIO()
        write_result(query(store, select), name, stream)
        assert "barack-obama" in stream.getvalue()
        if name == "json":
            assert json.loads(stream.getvalue())["results"]["bindings"]
    stream = io.StringIO()
    write_result(query(store, "CONSTRUCT { ?a kgo:spokeWith ?b } WHERE { ?a kgo:spokeWith ?b }"), "ttl", stream)
    assert "spokeWith" in stream.getvalue()
    with pytest.raises(QueryError):
        write_result(query(store, select), "ttl", io.StringIO())


def test_tables_cannot_steer_the_terminal() -> None:
    from rdflib import Literal

    assert "\x1b" not in shown(Literal("a\x1b[31mb"))
    assert "\u202e" not in shown(Literal("a\u202eb"))
