"""Pages: entities at their own paths, search, questions, drawings; whatever articles say is shown, never run."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from kg.query import SearchIndex
from kg.serve.desk import Desk
from kg.serve.shown import HTML
from kg.serve.things import node
from kg.store import GraphStore, infer

from ..store.extractions import extraction

THING = "/newskg/id/"


def test_things_stand_at_their_own_paths(client: httpx.Client) -> None:
    page = client.get(f"{THING}barack-obama", headers={"accept": "text/html"})
    assert (page.status_code, page.headers["content-type"]) == (200, HTML)
    assert "Hollande met Barack Obama on Friday" in page.text
    assert "&lt;script&gt;" in client.get(f"{THING}article/summit-1").text
    for accept, format_ in (("text/turtle", ox.RdfFormat.TURTLE), ("application/ld+json", ox.RdfFormat.JSON_LD)):
        answer = client.get(f"{THING}barack-obama", headers={"accept": accept})
        assert answer.headers["content-type"] == accept
        subjects = {str(quad.subject) for quad in ox.parse(answer.content, format=format_)}
        assert subjects == {"<https://w3id.org/newskg/id/barack-obama>"}
    assert client.get(f"{THING}barack-obama?format=nt").headers["content-type"] == "application/n-triples"
    assert client.get(f"{THING}barack-obama", headers={"accept": "image/png"}).status_code == 406


@pytest.mark.parametrize("local", ["nobody", "", "a%20b", "../x", "%3Cscript%3E", "article/", "%ff", "x%00"])
def test_what_is_not_there_is_404(client: httpx.Client, local: str) -> None:
    answer = client.get(f"{THING}{local}")
    assert answer.status_code == 404
    assert "<" not in answer.text


def test_claims_and_evidence_have_pages(client: httpx.Client) -> None:
    hits = client.get("/search", params={"q": "ankara", "format": "json"}).json()["hits"]
    (claim,) = next(hit["claims"] for hit in hits if hit["kind"] == "sentence")
    page = client.get(claim.replace("https://w3id.org", ""))
    assert page.status_code == 200
    assert '<span class="badge">planned</span>' in page.text
    assert 'href="/newskg/id/ankara"' in page.text
    assert "<blockquote>Obama plans to visit Ankara in December.</blockquote>" in page.text
    evidence = next(iter(re.findall(r"/newskg/id/article/summit-1/evidence/[0-9]+-[0-9]+", page.text)))
    assert client.get(evidence).status_code == 200


def test_a_page_tells_claims_with_their_sentences_and_articles(client: httpx.Client) -> None:
    page = client.get(f"{THING}barack-obama").text
    for told in (
        '<span class="mark person" aria-hidden="true">',
        "leader · person",
        f'<a href="{THING}francois-hollande" rel="noreferrer">François Hollande</a> <a class="relation"',
        "according to",
        "0.87 sure",
        f'href="{THING}article/summit-1"',
        'type="text/turtle" href="/newskg/id/barack-obama?format=ttl"',
    ):
        assert told in page, told
    article = client.get(f"{THING}article/later-2").text
    assert "<h1>Mr Hollande met President Obama again in Washington.</h1>" in article  # it has no headline
    assert "Follows" not in page


def test_what_was_inferred_stands_apart(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path) as store:
        store.add(extraction())
        infer(store)
        desk = Desk(store, SearchIndex(None), 100, 10_000)
        _, page = node(desk, {"iri": f"{store.base}francois-hollande"})
    stated, _, rest = page.decode().partition('<h2 id="inferred">Follows')
    inferred, _, claims = rest.partition('<h2 id="claims">')
    assert "head of state" in stated
    assert "leader of" in inferred
    assert "leader of" not in stated + claims
    assert "/inference/" not in claims


def test_search_pages(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "obama"}, headers={"accept": "text/html"})
    assert f'href="{THING}barack-obama"' in page.text
    assert client.get("/search", params={"q": ""}, headers={"accept": "text/html"}).status_code == 200
    assert client.get("/search", headers={"accept": "text/html"}).status_code == 400
    assert client.get("/search", params={"q": ""}, headers={"accept": "application/json"}).status_code == 400
    assert "<script>" not in client.get("/search", params={"q": '"><script>alert(1)</script>'}).text
    for bad in ({"q": "a", "limit": "0"}, {"q": "a", "limit": "x"}, {"q": "a", "colour": "red"}, {"q": ["a", "b"]}):
        assert client.get("/search", params=bad).status_code == 400


def test_questions(client: httpx.Client) -> None:
    page = client.get("/ask/timeline", params={"entity": "Obama"})
    assert "2015-11-13" in page.text
    assert "Needs entity and other" in client.get("/ask/between").text
    rows = client.get("/ask/timeline", params={"entity": "Obama", "format": "csv"}).text.splitlines()
    assert rows[0].startswith("time,subject,relation")
    assert len(rows) == 3
    assert client.get("/ask/nothing").status_code == 404
    wrong = client.get("/ask/timeline", params={"entity": "Obamma"})
    assert wrong.status_code == 400
    assert "did you mean" in wrong.text
    assert client.get("/ask/timeline", params={"colour": "red"}).status_code == 400


def test_the_neighbourhood_is_drawn(client: httpx.Client) -> None:
    page = client.get("/draw", params={"iri": "https://w3id.org/newskg/id/barack-obama"})
    assert page.status_code == 200
    assert "Around" in page.text
    assert client.get("/draw").status_code == 400
    assert client.get("/draw", params={"iri": "https://w3id.org/newskg/id/nobody"}).status_code == 404
    assert client.get("/draw", params={"iri": "no iri"}).status_code == 404


def test_the_explorer_leads_everywhere(client: httpx.Client) -> None:
    page = client.get("/").text
    assert f'href="{THING}barack-obama"' in page
    assert 'href="/ask/timeline"' in page


def test_the_editor_carries_all_it_needs(client: httpx.Client) -> None:
    page = client.get("/editor").text
    assert "//" not in page.replace("<!doctype", "")
    for name in ("yasgui.min.js", "yasgui.min.css", "editor.js", "serve.css"):
        assert f"/static/{name}" in page
        assert client.get(f"/static/{name}").status_code == 200
    assert "MIT" in client.get("/static/yasgui.LICENSE.txt").text
    for bad in ("editor.html", "..%2Fapp.py", "../app.py", "yasgui.min.js.map"):
        assert client.get(f"/static/{bad}").status_code == 404
