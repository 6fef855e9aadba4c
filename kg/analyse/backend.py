"""Measures that take long on large networks, by rustworkx in place of networkx; the same results within rounding."""

from __future__ import annotations

import networkx as nx
import rustworkx as rx

EXACT_UP_TO = 3000
SAMPLES, SEED = 100, 7
ONE_THREAD = 2**31


def betweenness(graph: nx.Graph) -> dict[str, float]:
    """The share of shortest paths that pass each node (Brandes 2001), direction and weight left out.

    Exact by rustworkx up to 3,000 nodes; beyond that estimated by networkx from 100 nodes drawn with a fixed seed
    (Brandes and Pich 2007).
    """
    if len(graph) > EXACT_UP_TO:
        estimated: dict[str, float] = nx.betweenness_centrality(graph, k=SAMPLES, seed=SEED)
        return estimated
    nodes = list(graph)
    numbers = {node: number for number, node in enumerate(nodes)}
    fast = rx.PyGraph()
    fast.add_nodes_from(nodes)
    fast.add_edges_from_no_data([(numbers[a], numbers[b]) for a, b in graph.edges()])
    found = rx.graph_betweenness_centrality(fast, normalized=True, parallel_threshold=ONE_THREAD)
    return {node: float(found[numbers[node]]) for node in nodes}


def numbered(graph: nx.Graph) -> tuple[list[str], nx.Graph]:
    """The nodes in order and the graph with their places for names, edges in order.

    Numbers in place of IRIs: sets of strings are walked in another order in every process.
    """
    nodes = sorted(graph)
    numbers = {node: number for number, node in enumerate(nodes)}
    plain = nx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    plain.add_weighted_edges_from(
        sorted((*sorted((numbers[a], numbers[b])), weight) for a, b, weight in graph.edges(data="weight", default=1.0))
    )
    return nodes, plain
