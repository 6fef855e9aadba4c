"""Prepared questions answer, free SPARQL reads only this graph, answers print in four formats."""

from __future__ import annotations

import io
import json

import pytest
from rdflib import Literal, URIRef

from kg.errors import QueryError
from kg.query import query, questions
from kg.query.table import shown, write_result
from kg.store import GraphStore

from ..store.extractions import article, extraction


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
    "who-met-whom": {"Barack Obama", "metWith", "François Hollande", "2015-11-13", "Lisa Monaco"},
    "who-said-what": {"Lisa Monaco", "metWith"},
    "timeline": {"2015-11-13", "François Hollande", "metWith"},
    "planned": {"Barack Obama", "visited", "Ankara"},
    "denied": {"François Hollande", "metWith", "Vladimir Putin"},
    "cooperation": {"CONSULT", "metWith"},
    "conflicts": {"ACCUSE", "Ivan Petrov", "accused"},
    "agencies-and-events": {"FBI", "monitors", "attacks in Paris"},
    "most-mentioned": {"Barack Obama"},
    "articles": {"summit-1", "Leaders meet", "The Example"},
    "relations": {"metWith"},
    "sources": {"Lisa Monaco"},
    "evidence": {"François Hollande", "dateOfBirth", "1954-08-12"},
    "posts": {"François Hollande", "headOfState", "France"},
}


@pytest.mark.parametrize(("name", "expected"), ANSWERS.items())
def test_answers(store: GraphStore, name: str, expected: set[str]) -> None:
    assert expected <= {value for row in rows(store, name) for value in row}


def test_planned_is_no_meeting(store: GraphStore) -> None:
    assert not [row for row in rows(store, "who-met-whom") if "Ankara" in row]


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
    select = "SELECT ?a ?b { ?a kgo:metWith ?b }"
    for name in ("table", "csv", "json"):
        stream = io.StringIO()
        write_result(query(store, select), name, stream)
        assert "barack-obama" in stream.getvalue()
        if name == "json":
            assert json.loads(stream.getvalue())["results"]["bindings"]
    stream = io.StringIO()
    write_result(query(store, "CONSTRUCT { ?a kgo:metWith ?b } WHERE { ?a kgo:metWith ?b }"), "ttl", stream)
    assert "metWith" in stream.getvalue()
    with pytest.raises(QueryError):
        write_result(query(store, select), "ttl", io.StringIO())


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("format_", ["table", "csv", "json", "ttl"])
def test_nothing_steers_a_terminal_and_files_get_all(format_: str) -> None:
    with GraphStore.open(None) as store:
        store.add(extraction(article=article(title="a\x1b[31mb\u202ec")))
        text = "SELECT ?o { ?s schema:headline ?o }"
        text = "CONSTRUCT WHERE { ?s schema:headline ?o }" if format_ == "ttl" else text
        terminal, file = Terminal(), io.StringIO()
        write_result(query(store, text), format_, terminal)
        write_result(query(store, text), format_, file)
    assert "31mb" in terminal.getvalue()
    assert not [steer for steer in ("\x1b[31m", "\u202e") if steer in terminal.getvalue()]
    assert format_ in ("table", "json") or "\x1b[31mb\u202e" in file.getvalue()


def test_tables_shorten_the_names_of_any_base() -> None:
    assert shown(URIRef("https://example.org/a/paris"), "https://example.org/a/") == "kgr:paris"
    assert shown(URIRef("https://w3id.org/newskg/id/paris")) == "kgr:paris"


def test_tables_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in shown(Literal("a\x1b[31mb"))
    assert "\u202e" not in shown(Literal("a\u202eb"))
