"""Measures that take long on large networks, by faster libraries than networkx; the same results within rounding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import networkx as nx
import rustworkx as rx

EXACT_UP_TO = 3000
SEED = 7
SAMPLES, MORE_SAMPLES = 100, 800
"""From how many nodes betweenness is estimated by networkx and, as that is eight times as fast, by NetworKit."""
ONE_THREAD = 2**31


def betweenness(graph: nx.Graph) -> dict[str, float]:
    """The share of shortest paths that pass each node (Brandes 2001), direction and weight left out.

    Exact by rustworkx up to 3,000 nodes; beyond that estimated from nodes drawn with a fixed seed (Brandes and Pich
    2007), 800 by NetworKit where it is installed, else 100 by networkx.
    """
    nodes, plain = numbered(graph)
    pairs = list(plain.edges())
    if len(nodes) <= EXACT_UP_TO:
        found = _exact(len(nodes), pairs)
    else:
        found = _estimated(len(nodes), pairs) or nx.betweenness_centrality(plain, k=SAMPLES, seed=SEED)
    return {node: float(found[number]) for number, node in enumerate(nodes)}


def _exact(count: int, pairs: Sequence[tuple[int, int]]) -> Mapping[int, float]:
    fast = rx.PyGraph()
    fast.add_nodes_from(range(count))
    fast.add_edges_from_no_data(pairs)
    found: Mapping[int, float] = rx.graph_betweenness_centrality(fast, normalized=True, parallel_threshold=ONE_THREAD)
    return found


def _estimated(count: int, pairs: Iterable[tuple[int, int]]) -> Mapping[int, float] | None:
    """None without NetworKit. One thread, as sums in another order differ in their last digits."""
    try:
        import networkit as nk
    except ImportError:
        return None
    fast = nk.Graph(count)
    for a, b in pairs:
        fast.addEdge(a, b)
    nk.setSeed(SEED, False)
    nk.setNumberOfThreads(1)
    return dict(enumerate(nk.centrality.EstimateBetweenness(fast, MORE_SAMPLES, True).run().scores()))


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
