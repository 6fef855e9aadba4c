"""The endpoint holds to the SPARQL 1.1 Protocol, and refuses what it must with one clear line."""

from __future__ import annotations

import json

import httpx
import pyoxigraph as ox
import pytest

from kg.store.vocabulary import term

SELECT = "SELECT ?a ?b { ?a kgo:metWith ?b }"
CONSTRUCT = "CONSTRUCT { ?a kgo:metWith ?b } WHERE { ?a kgo:metWith ?b }"
DIRECT, FORM = "application/sparql-query", "application/x-www-form-urlencoded"


def test_get_and_both_posts_answer_alike(client: httpx.Client) -> None:
    answers = [
        client.get("/sparql", params={"query": SELECT}),
        client.post("/sparql", data={"query": SELECT}),
        client.post("/sparql", content=SELECT, headers={"content-type": DIRECT}),
        client.post("/sparql", content=SELECT, headers={"content-type": f"{DIRECT}; charset=utf-8"}),
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert answers[0].headers["content-type"] == "application/sparql-results+json"
    row = answers[0].json()["results"]["bindings"][0]
    assert row["b"] == {"type": "uri", "value": "https://w3id.org/newskg/id/barack-obama"}


@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        ("application/sparql-results+json", ox.QueryResultsFormat.JSON),
        ("application/json", ox.QueryResultsFormat.JSON),
        ("application/sparql-results+xml", ox.QueryResultsFormat.XML),
        ("text/tab-separated-values", ox.QueryResultsFormat.TSV),
        ("text/html, application/xml;q=0.9, */*;q=0.1", ox.QueryResultsFormat.XML),
    ],
)
def test_rows_come_in_the_format_asked_for(client: httpx.Client, accept: str, format_: ox.QueryResultsFormat) -> None:
    text = 'SELECT ?a ?b ?none { VALUES (?a ?b) { ("t\\ta\\"b<&\\n" 1.5) ("é"@fr kgr:x) } }'
    answer = client.get("/sparql", params={"query": text}, headers={"accept": accept})
    found = ox.parse_query_results(answer.content, format=format_)
    assert isinstance(found, ox.QuerySolutions)
    assert [[row["a"], row["b"], row["none"]] for row in found] == [
        [ox.Literal('t\ta"b<&\n'), ox.Literal("1.5", datatype=term("xsd:decimal")), None],
        [ox.Literal("é", language="fr"), ox.NamedNode("https://w3id.org/newskg/id/x"), None],
    ]  # fmt: skip


def test_csv_truth_and_characters_that_xml_cannot_hold(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"accept": "text/csv"})
    assert answer.text.splitlines()[0] == "a,b"
    assert client.get("/sparql", params={"query": "ASK { ?a kgo:metWith ?b }"}).json() == {"head": {}, "boolean": True}
    bare = client.get("/sparql", params={"query": 'SELECT ("\\u0001x" AS ?a) {}', "format": "xml"})
    assert "\ufffdx" in bare.text


@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("*/*", ox.RdfFormat.TURTLE),
    ],
)
def test_graphs_come_in_the_format_asked_for(client: httpx.Client, accept: str, format_: ox.RdfFormat) -> None:
    answer = client.get("/sparql", params={"query": CONSTRUCT}, headers={"accept": accept})
    assert answer.status_code == 200
    assert len(list(ox.parse(answer.content, format=format_))) == 1
    assert answer.headers["vary"] == "accept"


def test_an_empty_request_gets_the_service_description(client: httpx.Client) -> None:
    answer = client.get("/sparql")
    assert answer.headers["content-type"] == "text/turtle"
    told = {
        (quad.predicate.value.rpartition("#")[2], str(quad.object))
        for quad in ox.parse(answer.content, format=ox.RdfFormat.TURTLE)
    }
    assert ("endpoint", f"<{client.base_url}/sparql>".replace("//sparql", "/sparql")) in told
    assert "SPARQL11Query" in answer.text
    assert json.loads(client.get("/sparql", headers={"accept": "application/ld+json"}).content)


DEEP = "SELECT * { " + "{" * 4000 + "}" * 4000 + " }"
REFUSED = {
    "malformed": ({"query": "SELECT * {"}, 400),
    "update in a query": ({"query": "INSERT DATA { <a:a> <a:b> <a:c> }"}, 400),
    "update": ({"update": "DROP ALL"}, 403),
    "two queries": ({"query": ["ASK {}", "ASK {}"]}, 400),
    "graph elsewhere": ({"query": "ASK {}", "default-graph-uri": "http://e.org/"}, 400),
    "named graph elsewhere": ({"query": "ASK {}", "named-graph-uri": "http://e.org/"}, 400),
    "service": ({"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}, 400),
    "service hidden": ({"query": "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}, 400),
    "from": ({"query": "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }"}, 400),
    "load": ({"query": "LOAD <http://127.0.0.1:9/>"}, 400),
    "nesting": ({"query": DEEP}, 400),
    "negations": ({"query": "SELECT * { FILTER(" + "!" * 9000 + "true) }"}, 400),
    "too long": ({"query": "ASK {} #" + "x" * 15_000}, 400),
    "unknown format": ({"query": "ASK {}", "format": "doc"}, 400),
    "bad unicode": ({"query": "ASK { ?s ?p '\\ud800' }"}, 400),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_one_clear_line(client: httpx.Client, name: str) -> None:
    fields, status = REFUSED[name]
    answer = client.post("/sparql", data=fields)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/plain")
    assert len(answer.text.splitlines()) == 1
    assert "Traceback" not in answer.text


def test_refused_by_http(client: httpx.Client) -> None:
    assert client.post("/sparql", content=b"x", headers={"content-type": "text/plain"}).status_code == 415
    assert (
        client.post("/sparql", content=b"DROP ALL", headers={"content-type": "application/sparql-update"}).status_code
        == 403
    )
    assert client.post("/sparql", content=b"\xff", headers={"content-type": DIRECT}).status_code == 400
    assert client.post("/sparql", content=b"a=1&" * 100, headers={"content-type": FORM}).status_code == 400
    assert client.post("/sparql").status_code == 415
    put = client.put("/sparql", content=b"x")
    assert put.status_code == 405
    assert "GET" in put.headers["allow"]
    assert client.get("/sparql", params={"query": SELECT}, headers={"accept": "image/png"}).status_code == 406
    assert client.get("/sparql", params={"query": SELECT}, headers={"accept": "text/turtle"}).status_code == 406


def test_bodies_and_answers_are_bounded(client: httpx.Client) -> None:
    headers = {"content-type": DIRECT}
    assert client.post("/sparql", content=b"#" * 60_001, headers=headers).status_code == 413
    assert client.post("/sparql", content=(b"#" * 1000 for _ in range(90)), headers=headers).status_code == 413
    answer = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o . ?x ?y ?z }"})
    assert answer.status_code == 422
    assert "more than 500 rows" in answer.text
    assert (
        client.get("/sparql", params={"query": "CONSTRUCT { ?s ?p ?z } WHERE { ?s ?p ?o . ?x ?y ?z }"}).status_code
        == 422
    )


CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
REGEX = (
    'SELECT ?l { ?s rdfs:label ?l FILTER(REGEX(CONCAT(?l, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"), "^(a+)+$")) }'
)
MEMORY = 'SELECT (GROUP_CONCAT(?c; separator="xxxxxxxxxxxxxxxxxxxxxxxxxxxx") AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }'


def test_what_takes_long_is_ended_and_what_is_clever_does_not_hang(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": CROSS})
    assert answer.status_code == 504
    assert "longer than 3 seconds" in answer.text
    assert client.get("/sparql", params={"query": REGEX}).status_code == 200
    assert client.get("/sparql", params={"query": MEMORY}).status_code in (422, 500, 503, 504)
    assert client.get("/sparql", params={"query": SELECT}).status_code == 200


def test_browsers_are_kept_safe(client: httpx.Client) -> None:
    for path in ("/", "/sparql", "/nothing", "/draw?iri=https%3A//w3id.org/newskg/id/barack-obama"):
        headers = client.get(path, headers={"origin": "https://evil.example"}).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert ("unsafe-inline" in headers["content-security-policy"].partition("style-src")[0]) == ("/draw" in path)
        assert not [name for name in headers if name.startswith("access-control")]
        assert "set-cookie" not in headers
