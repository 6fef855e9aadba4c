"""Prepared questions answer, free SPARQL reads only this graph, answers print in four formats."""

from __future__ import annotations

import io
import json
import time

import pytest
from rdflib import Graph, Literal, URIRef

from kg.errors import QueryError
from kg.model import Modality
from kg.query import query, questions
from kg.query.table import shown, write_result
from kg.store import GraphStore

from ..store.extractions import article, claim, extraction, later


@pytest.fixture(scope="module")
def store() -> GraphStore:
    made = GraphStore.open(None)
    made.add(extraction())
    return made


def rows(store: GraphStore, question: str, **parameters: str) -> list[tuple[str, ...]]:
    return [tuple(str(value) for value in row) for row in query(store, question, parameters=parameters)]


def test_there_are_at_least_thirty_documented_questions() -> None:
    assert len(questions()) >= 30
    assert all(question.title and question.about for question in questions())
    assert len({question.title for question in questions()}) == len(questions())


VALUES = {
    "entity": "Barack Obama",
    "other": "François Hollande",
    "source": "lisa monaco",
    "place": "kgr:ankara",
    "since": "2015",
    "until": "2016-02",
    "relation": "metWith",
    "event": "consult",
    "class": "Person",
    "article": "summit-1",
    "below": "0.9",
    "limit": "7",
}


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_every_question_runs_with_all_its_parameters(store: GraphStore, name: str) -> None:
    question = next(q for q in questions() if q.name == name)
    needed = {p.name: VALUES[p.name] for p in question.parameters if p.needed}
    query(store, name, parameters=needed)
    for parameter in question.parameters:
        query(store, name, parameters={**needed, parameter.name: VALUES[parameter.name]})
    found = query(store, name, parameters={p.name: VALUES[p.name] for p in question.parameters})
    assert len(found.bindings) <= 7


OBAMA = {"entity": "Barack Obama"}
ANSWERS: dict[str, tuple[dict[str, str], set[str]]] = {
    "who-met-whom": ({}, {"Barack Obama", "metWith", "François Hollande", "2015-11-13", "Lisa Monaco"}),
    "who-said-what": ({}, {"Lisa Monaco", "metWith"}),
    "said-about": ({"source": "Lisa Monaco", **OBAMA}, {"Lisa Monaco", "metWith"}),
    "between": ({"other": "Hollande", **OBAMA}, {"metWith", "2015-11-13"}),
    "article": ({"article": "summit-1"}, {"monitors", "metWith", "dateOfBirth"}),
    "events-at": ({"place": "Ankara"}, {"FBI", "monitors"}),
    "timeline": ({}, {"2015-11-13", "François Hollande", "metWith"}),
    "planned": ({}, {"Barack Obama", "visited", "Ankara"}),
    "plans-and-outcomes": ({}, {"visited", "open"}),
    "denied": ({}, {"François Hollande", "metWith", "Vladimir Putin"}),
    "cooperation": ({}, {"metWith"}),
    "conflicts": ({}, {"Ivan Petrov", "accused"}),
    "accusations": ({}, {"Ivan Petrov", "accused"}),
    "visits": ({}, {"visited", "Planned"}),
    "agencies-and-events": ({}, {"FBI", "monitors", "attacks in Paris"}),
    "most-mentioned": ({}, {"Barack Obama"}),
    "mentions": (OBAMA, {"summit-1", "Leaders meet"}),
    "neighbours": (OBAMA, {"François Hollande", "metWith"}),
    "co-mentioned": (OBAMA, {"Ivan Petrov"}),
    "path": ({"other": "Hollande", **OBAMA}, {"metWith"}),
    "changes": ({"since": "2015-11", "until": "2015-12", **OBAMA}, {"new", "metWith"}),
    "open": ({"entity": "FBI"}, {"is in", "Paris"}),
    "quads-by-month": ({}, {"2015-11"}),
    "events-by-month": ({}, {"2015-11", "CONSULT"}),
    "articles": ({}, {"summit-1", "Leaders meet", "The Example"}),
    "publishers": ({}, {"The Example"}),
    "relations": ({}, {"metWith"}),
    "sources": ({}, {"Lisa Monaco"}),
    "topics-of-source": ({"source": "Lisa Monaco"}, {"Barack Obama"}),
    "evidence": ({}, {"François Hollande", "dateOfBirth", "1954-08-12"}),
    "biography": ({}, {"François Hollande", "dateOfBirth", "1954-08-12"}),
    "posts": ({}, {"François Hollande", "headOfState", "France"}),
    "posts-over-time": ({}, {"François Hollande", "headOfState", "2015-11-14"}),
    "people": ({}, {"Lisa Monaco", "François Hollande", "headOfState"}),
    "known-as": (OBAMA, {"name", "alias", "Obama", "Person"}),
    "single-source": ({}, {"metWith", "summit-1"}),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_answers(store: GraphStore, name: str) -> None:
    parameters, expected = ANSWERS[name]
    assert expected <= {value for row in rows(store, name, **parameters) for value in row}


def test_what_two_articles_say_and_what_they_contradict() -> None:
    with GraphStore.open(None) as store:
        store.add(extraction())
        store.add(later())
        met = claim(0, "e0", "kgo:metWith", "e6", "did not meet")
        store.add(extraction(article=article(id="other-3"), claims=(met,), triples=()))
        ((_, relation, _, articles, *_),) = rows(store, "corroborated")
        assert (relation, articles) == ("metWith", "2")
        ((_, relation, second, _, _, said_in, _, _, denied_in),) = rows(store, "contradictions")
        assert (relation, second, said_in, denied_in) == ("metWith", "Vladimir Putin", "other-3", "summit-1")


def test_planned_is_no_meeting(store: GraphStore) -> None:
    assert not [row for row in rows(store, "who-met-whom") if "Ankara" in row]


def test_parameters_narrow(store: GraphStore) -> None:
    assert rows(store, "timeline", entity="hollande")
    assert not rows(store, "timeline", entity="Lisa Monaco")
    assert not rows(store, "timeline", since="2016")
    assert len(rows(store, "evidence", limit="2")) == 2
    assert {row[2] for row in rows(store, "evidence", relation="kgo:metWith")} == {"metWith"}
    assert {row[1] for row in rows(store, "evidence", event="ACCUSE")} == {"Ivan Petrov"}
    assert not rows(store, "uncertain", below="0.1")


HOSTILE = ('x" } } #', "<http://e.org/> } DROP ALL #", "?x", "$_other", "a\\", "a\nb", "{", "%", "*", "kgr:a> <b")


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("name", ["entity", "relation", "event", "since", "article", "limit"])
def test_no_value_reaches_the_query_as_text(store: GraphStore, name: str, value: str) -> None:
    with pytest.raises(QueryError) as caught:
        query(store, "evidence", parameters={name: value})
    assert str(caught.value).startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("name", "parameters", "why"),
    [
        ("between", {"entity": "Obama"}, "needs --other"),
        ("timeline", {"colour": "red"}, "takes entity"),
        ("timeline", {"since": "13.11.2015"}, "since: '13.11.2015' is no year"),
        ("timeline", {"relation": "metWidth"}, "did you mean metWith"),
        ("timeline", {"event": "CONSULTS"}, "did you mean CONSULT"),
        ("co-mentioned", {"entity": "Obama", "class": "Persn"}, "did you mean Person"),
        ("article", {"article": "summit-2"}, "did you mean summit-1"),
        ("evidence", {"limit": "0"}, "limit: '0'"),
        ("uncertain", {"below": "2"}, "below: '2'"),
        ("timeline", {"entity": "\ud800"}, "lone surrogate"),
        ("timeline", {"entity": " "}, "is empty"),
    ],
)
def test_wrong_parameters_are_one_clear_line(
    store: GraphStore, name: str, parameters: dict[str, str], why: str
) -> None:
    with pytest.raises(QueryError) as caught:
        query(store, name, parameters=parameters)
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)


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


def test_what_is_required_is_demanded_whether_it_is_an_event_or_not() -> None:
    led = claim(0, "e0", "kgo:leaderOf", "e6", "may resign", modality=Modality.REQUIRED)
    with GraphStore.open(None) as store:
        store.add(extraction(claims=(led,), triples=()))
        assert [row[2] for row in rows(store, "demanded")] == ["leaderOf"]


def test_ways_between_things_that_many_articles_name_are_found_as_fast_as_what_passed_between_them() -> None:
    with GraphStore.open(None) as store:
        store.add_all(extraction(article=article(id=f"summit-{number}")) for number in range(60))
        given = {"entity": "Barack Obama", "other": "François Hollande"}
        assert ("metWith", "60") in {(row[1], row[5]) for row in rows(store, "path", **given)}
        taken = {}
        for name in ("between", "path"):
            start = time.process_time()
            rows(store, name, **given)
            taken[name] = time.process_time() - start
        assert taken["path"] < 10 * taken["between"]


def test_long_rows_of_many_columns_become_blocks() -> None:
    words = "many words " * 20
    answer = Graph().query(f"SELECT (1 AS ?a) (2 AS ?b) ?none (4 AS ?d) ('{words}' AS ?sentence) {{}}")
    out = io.StringIO()
    write_result(answer, "table", out)
    lines = out.getvalue().splitlines()
    assert [line.split()[0] for line in lines[:4]] == ["a", "b", "d", "sentence"]
    assert max(map(len, lines)) <= 80
    assert " ".join(out.getvalue().split()).count("many words") == 20
