from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest

from kg.view import layout
from kg.view.layout import Box, positions

BOX = Box(120, 20, 50)
GRAPHS = {
    "nothing": nx.empty_graph(0),
    "one": nx.empty_graph(1),
    "pair": nx.path_graph(2),
    "loners": nx.empty_graph(30),
    "star": nx.star_graph(25),
    "path": nx.path_graph(30),
    "clique": nx.complete_graph(12),
    "scattered": nx.disjoint_union_all([nx.barabasi_albert_graph(40, 1, seed=1), *[nx.path_graph(2)] * 20]),
}


def named(graph: nx.Graph) -> nx.Graph:
    return nx.relabel_nodes(graph, {node: f"n{node:03}" for node in graph})


@pytest.mark.parametrize("name", GRAPHS)
def test_boxes_do_not_overlap(name: str) -> None:
    graph = named(GRAPHS[name])
    placed = positions(graph, dict.fromkeys(graph, BOX))
    assert set(placed) == set(graph)
    for (x, y), (u, v) in combinations(placed.values(), 2):
        assert abs(x - u) >= BOX.width - 3 or abs(y - v) >= BOX.above + BOX.below - 3


def test_there_are_no_islands_far_off() -> None:
    graph = named(GRAPHS["scattered"])
    placed = positions(graph, dict.fromkeys(graph, BOX))
    width = max(x for x, _ in placed.values()) - min(x for x, _ in placed.values()) + BOX.width
    height = max(y for _, y in placed.values()) - min(y for _, y in placed.values()) + BOX.above + BOX.below
    assert width * height < 15 * len(graph) * BOX.width * (BOX.above + BOX.below)
    assert 0.7 < width / height < 2.5


@pytest.mark.parametrize("exact_up_to", [160, 10])
def test_each_algorithm_gives_the_same_each_time(exact_up_to: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "EXACT_UP_TO", exact_up_to)
    graph = named(nx.barabasi_albert_graph(30, 2, seed=1))
    boxes = dict.fromkeys(graph, BOX)
    shuffled = nx.Graph()
    shuffled.add_nodes_from(reversed(list(graph)))
    shuffled.add_edges_from((b, a) for a, b in reversed(list(graph.edges)))
    assert positions(graph, boxes) == positions(graph, boxes) == positions(shuffled, boxes)
