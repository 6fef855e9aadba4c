from __future__ import annotations

from itertools import pairwise
from math import dist

import networkx as nx
import pytest

from kg.view.stress import stressed


def placed(graph: nx.Graph) -> dict[int, tuple[float, float]]:
    nodes = sorted(graph)
    return {node: (x, y) for node, (x, y) in zip(nodes, stressed(graph, nodes).tolist(), strict=True)}


def test_a_path_is_drawn_straight_and_to_measure() -> None:
    graph = nx.path_graph(6)
    nx.set_edge_attributes(graph, {edge: 1 + n for n, edge in enumerate(graph.edges)}, "length")
    places = placed(graph)
    lengths = [dist(places[a], places[b]) for a, b in pairwise(range(6))]
    assert lengths == pytest.approx([1, 2, 3, 4, 5], rel=0.05)
    assert dist(places[0], places[5]) == pytest.approx(15, rel=0.05)


def test_leaves_of_one_node_lie_apart_all_around_it() -> None:
    graph = nx.star_graph(12)
    nx.set_edge_attributes(graph, 1, "length")
    places = placed(graph)
    assert all(dist(places[0], places[leaf]) == pytest.approx(1, abs=0.35) for leaf in range(1, 13))
    nearest = [min(dist(places[a], places[b]) for b in range(1, 13) if b != a) for a in range(1, 13)]
    assert min(nearest) > 0.2


@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_few_nodes(size: int) -> None:
    graph = nx.complete_graph(size)
    nx.set_edge_attributes(graph, 1, "length")
    places = placed(graph)
    assert all(dist(places[a], places[b]) > 0.5 for a, b in graph.edges)
