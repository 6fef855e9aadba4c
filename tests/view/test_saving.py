"""What the page saves: pictures, and what is shown as Turtle that belongs to the whole graph."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import PROV, RDF, RDFS, XSD

from kg.graph import build

from .conftest import Visit, painted
from .graphs import hostile, seed

pytest.importorskip("playwright", reason="playwright is not installed")
from playwright.sync_api import Page

KGO = rdflib.Namespace("https://w3id.org/newskg/ontology#")
KGR = rdflib.Namespace("https://w3id.org/newskg/id/")
SVG = "{http://www.w3.org/2000/svg}"
TEXT = "Angela Merkel met Emmanuel Macron in Paris on Monday. Merkel did not criticise Theresa May. May praised Macron."


def saved(page: Page, button: str) -> tuple[str, bytes]:
    page.get_by_role("button", name="Save", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_the_picture_as_png_is_three_times_as_fine(visit: Visit) -> None:
    page = visit(seed())
    assert painted(page)
    name, content = saved(page, "Picture as PNG")
    assert name == "leaders-vow.png"
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = page.evaluate("[canvas.clientWidth, canvas.clientHeight]")
    assert [int.from_bytes(content[n : n + 4], "big") for n in (16, 20)] == [3 * width, 3 * height]
    assert painted(page)


def test_the_picture_as_svg_says_its_names_and_relations(visit: Visit) -> None:
    name, content = saved(visit(seed()), "Picture as SVG")
    root = ET.fromstring(content)
    texts = {element.text for element in root.iter(f"{SVG}text")}
    assert name == "leaders-vow.svg"
    assert {"Barack Obama", "François Hollande", "Paris", "lives in"} <= texts
    assert {"Leaders vow", "4 entities", "People", "Places"} <= texts
    starts = [float(text.get("x") or 0) for text in root.iter(f"{SVG}text") if text.text in ("People", "Places")]
    assert starts[1] - starts[0] > 70
    assert root.find(f"{SVG}title").text == "Leaders vow"  # type: ignore[union-attr]
    assert any((path.get("fill") or "").lower() == "#009e73" for path in root.iter(f"{SVG}path"))


def test_a_hostile_graph_makes_harmless_files(visit: Visit) -> None:
    page = visit(hostile())
    root = ET.fromstring(page.evaluate("kg.svg()"))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {"svg", "title", "rect", "path", "text"}
    graph = rdflib.Graph().parse(data=page.evaluate("kg.turtle()"), format="turtle")
    assert len(set(graph.subjects(RDF.type, KGO.Claim))) == 12
    assert "<!-- <script>" in {str(label) for label in graph.objects(None, RDFS.label)}


def test_turtle_tells_claims_with_their_circumstances(visit: Visit) -> None:
    graph = rdflib.Graph().parse(data=visit(seed()).evaluate("kg.turtle()"), format="turtle")
    assert (KGR.obama, KGO.spokeWith, KGR.hollande) in graph
    assert (KGR.obama, KGO.metWith, KGR.erdogan) not in graph
    assert (KGR.obama, KGO.accused, KGR.hollande) not in graph
    assert (KGR.c1, KGO.time, rdflib.Literal("2015-11-13", datatype=XSD.date)) in graph
    assert (KGR.c1, PROV.wasAttributedTo, KGR.house) in graph
    assert (KGR.c3, KGO.modality, KGO.Planned) in graph
    assert (KGR.c4, KGO.polarity, KGO.Negated) in graph


def test_only_what_is_shown_is_saved(visit: Visit) -> None:
    _, content = saved(visit(seed(), address="#certainty=planned&certainty=denied"), "as Turtle")
    graph = rdflib.Graph().parse(data=content, format="turtle")
    assert {str(claim)[-2:] for claim in graph.subjects(RDF.type, KGO.Claim)} == {"c1", "c2", "c5"}


def test_turtle_of_a_real_graph_says_nothing_that_the_graph_does_not(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    with build([tmp_path / "article.txt"], tmp_path / "out") as whole:
        whole.to_turtle(tmp_path / "whole.ttl")
        page = visit(whole.records)
    known = rdflib.Graph().parse(tmp_path / "whole.ttl")
    told = rdflib.Graph().parse(data=page.evaluate("kg.turtle()"), format="turtle")
    named = {triple for triple in told if not any(isinstance(part, rdflib.BNode) for part in triple)}
    assert len(named) > 30
    assert named <= set(known)
