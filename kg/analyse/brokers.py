"""Who stands between others: structural holes after Burt 1992, and the cores of a network."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx
import numpy as np
import scipy.sparse

from kg.analyse.backend import betweenness

CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class Broker:
    """How free a node is to deal with others who do not deal with each other.

    `constraint` is low for brokers (Burt 1992), `effective_size` the number of neighbours less their ties among each
    other (Borgatti 1997), `between` the share of shortest paths through the node.
    """

    node: str
    neighbours: int
    constraint: float
    effective_size: float
    between: float


def brokers(graph: nx.Graph, *, candidates: int = CANDIDATES) -> list[Broker]:
    """The nodes of two neighbours and more with most shortest paths through them, the least constrained first.

    Args:
        graph: simple and weighted, as `to_weighted` makes it.
        candidates: for how many of them constraint is computed, which takes long for hubs.
    """
    between = betweenness(graph)
    able = [node for node in graph if graph.degree(node) > 1]
    chosen = sorted(able, key=lambda node: (-round(between[node], 9), node))[:candidates]
    constraint = _constraint(graph, chosen)
    size = {node: _effective_size(graph, node) for node in chosen}
    found = [
        Broker(node, graph.degree(node), round(constraint[node], 9), round(size[node], 9), round(between[node], 9))
        for node in chosen
    ]
    return sorted(found, key=lambda one: (one.constraint, -one.between, one.node))


def cores(graph: nx.Graph) -> dict[str, int]:
    """The largest k for which each node is in a k-core, in which all have k neighbours (Batagelj, Zaversnik 2003)."""
    found: dict[str, int] = nx.core_number(graph)
    return found


def _constraint(graph: nx.Graph, nodes: list[str]) -> dict[str, float]:
    """Burt's constraint by sparse matrices: the squared share of each neighbour, those through others counted in.

    What `networkx.constraint` gives, which takes minutes where a hub has thousands of neighbours.
    """
    if not nodes:
        return {}
    names = list(graph)
    place = {name: number for number, name in enumerate(names)}
    weights = nx.to_scipy_sparse_array(graph, nodelist=names, weight="weight", format="csr", dtype=float)
    sums = weights.sum(axis=1)
    shares = scipy.sparse.diags_array(np.divide(1.0, sums, out=np.zeros(len(names)), where=sums > 0)) @ weights
    own = shares[[place[node] for node in nodes]]
    through = (own @ shares).multiply(own > 0)  # only towards neighbours
    found = (own + through).power(2).sum(axis=1)
    return {node: float(value) for node, value in zip(nodes, found, strict=True)}


def _effective_size(graph: nx.Graph, node: str) -> float:
    """The neighbours less the mean number of ties that each has with the others."""
    around = set(graph[node])
    ties = sum(len(around & set(graph[other])) for other in around)
    return len(around) - ties / len(around)
