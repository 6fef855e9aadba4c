from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg import KnowledgeGraph
from kg.store.records import GraphRecords
from kg.view import sketch, write

from .graphs import hostile, ring, seed

SVG = "{http://www.w3.org/2000/svg}"


def test_nodes_edges_and_names(tmp_path: Path) -> None:
    tree = ElementTree.parse(write("graph", seed(), tmp_path / "graph.svg"))
    names = {title.text for title in tree.iter(f"{SVG}title")}
    assert {"Barack Obama", "François Hollande"} <= names
    assert list(tree.iter(f"{SVG}line"))


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert sketch(ring(60, 120)) == sketch(ring(60, 120))


@pytest.mark.parametrize("records", [hostile(), GraphRecords({}, {}, ()), ring(1, 1)])
def test_any_graph_is_well_formed_and_harmless(records: GraphRecords) -> None:
    tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(sketch(records)).iter()}
    assert tags <= {"svg", "title", "g", "line", "path", "circle", "text", "tspan"}


def test_a_notebook_shows_the_graph(tmp_path: Path) -> None:
    from kg import build

    (tmp_path / "one.txt").write_text("Angela Merkel met Emmanuel Macron in Paris.", "utf-8")
    with build(tmp_path / "one.txt") as graph:
        assert isinstance(graph, KnowledgeGraph)
        shown = graph._repr_html_()
        assert shown.startswith("<p>1 articles")
        assert "Emmanuel Macron" in shown
        assert graph.show(limit=1)._repr_html_().count("<circle") == 1
