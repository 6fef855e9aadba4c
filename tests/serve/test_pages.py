"""Pages: entities at their own paths, search, questions, drawings; whatever articles say is shown, never run."""

from __future__ import annotations

import httpx
import pyoxigraph as ox
import pytest

from kg.serve.pages import HTML

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
    assert "kgo:Planned" in page.text
    assert "/newskg/id/ankara" in page.text


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
