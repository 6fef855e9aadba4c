"""Measures that take long on large networks, by faster libraries than networkx; the same results within rounding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import networkx as nx
import rustworkx as rx

from kg.errors import KgError, QueryError

EXACT_UP_TO = 3000
SEED = 7
SAMPLES, MORE_SAMPLES = 100, 800
"""From how many nodes betweenness is estimated by networkx and, as that is eight times as fast, by NetworKit."""
ONE_THREAD = 2**31
METHODS = ("louvain", "leiden")
LEIDEN_ROUNDS = 10


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


def partition(graph: nx.Graph, method: str) -> list[list[str]]:
    """The nodes in groups by Louvain's method (Blondel et al. 2008), or by Leiden's (Traag et al. 2019, by NetworKit).

    Raises:
        QueryError: there is no such method.
        KgError: NetworKit is not installed.
    """
    nodes, plain = numbered(graph)
    if method not in METHODS:
        raise QueryError(f"no method {method!r} to find groups: there are {' and '.join(METHODS)}")
    if not nodes:
        return []
    if method == "leiden":
        groups: Iterable[Iterable[int]] = _leiden(plain)
    else:
        groups = nx.community.louvain_communities(plain, weight="weight", seed=SEED)
    return [[nodes[number] for number in group] for group in groups]


def _leiden(graph: nx.Graph) -> Iterator[list[int]]:
    try:
        import networkit as nk
    except ImportError as error:
        raise KgError("leiden needs NetworKit: pip install 'newskg[large]'") from error
    nk.setSeed(SEED, False)
    nk.setNumberOfThreads(1)
    fast = nk.Graph(len(graph), weighted=True)
    for a, b, weight in graph.edges(data="weight"):
        fast.addEdge(a, b, weight)
    found = nk.community.ParallelLeiden(fast, iterations=LEIDEN_ROUNDS, randomize=False).run().getPartition()
    return (sorted(found.getMembers(number)) for number in found.getSubsetIds())


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
