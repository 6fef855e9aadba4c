"""Who is central, which groups there are, and how two entities are connected."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from kg.analyse.backend import betweenness, partition
from kg.analyse.projection import to_weighted
from kg.errors import QueryError


@dataclass(frozen=True, slots=True)
class CentralityRow:
    """How central an entity is.

    `degree` counts its neighbours, `claims` the claims between it and them; `pagerank` is weighted by
    confidence and sums to 1 over the graph; `betweenness` is the share of shortest paths through it.
    """

    iri: str
    label: str
    kind: str
    degree: int
    claims: int
    pagerank: float
    betweenness: float


@dataclass(frozen=True, slots=True)
class Community:
    """A group of entities with more claims inside than to the outside; members, best connected first."""

    name: str
    members: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a connection with the IRIs of the claims, in either direction, that make it."""

    source: str
    target: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """The way from one entity to another: the entities passed, ends included, and the steps between them."""

    nodes: tuple[str, ...]
    steps: tuple[Step, ...]


def centrality(graph: nx.MultiDiGraph) -> list[CentralityRow]:
    """A row for each entity, by PageRank, then label.

    Betweenness is as `kg.analyse.backend.betweenness` has it: exact up to 3,000 nodes, estimated beyond.
    """
    simple = to_weighted(graph)
    if not simple:
        return []
    ranks = nx.pagerank(simple, weight="weight")
    between = betweenness(simple)
    claims = simple.degree(weight="claims")
    rows = [
        CentralityRow(
            iri=node,
            label=attributes.get("label", node),
            kind=attributes.get("kind", "other"),
            degree=simple.degree(node),
            claims=claims[node],
            pagerank=round(float(ranks[node]), 9),
            betweenness=round(float(between[node]), 9),
        )
        for node, attributes in simple.nodes(data=True)
    ]
    return sorted(rows, key=lambda row: (-row.pagerank, row.label, row.iri))


def communities(graph: nx.MultiDiGraph, *, method: str = "louvain") -> list[Community]:
    """The groups of two and more by Louvain's method, or Leiden's, the largest first.

    A group is named by its three best connected members.

    Raises:
        QueryError: there is no such method.
        KgError: it needs a library that is not installed.
    """
    simple = to_weighted(graph)
    found = [_community(simple, group) for group in partition(simple, method) if len(group) > 1]
    return sorted(found, key=lambda community: (-len(community.members), community.name, community.members))


def connect(graph: nx.MultiDiGraph, a: str, b: str) -> Connection | None:
    """The shortest way from `a` to `b` (IRIs) in either direction of the claims; None where there is none.

    Of equally short ways, the one with the surest claims.

    Raises:
        QueryError: one of the two is not in the graph.
    """
    simple = to_weighted(graph)
    for node in (a, b):
        if node not in simple:
            raise QueryError(f"no such entity in this part of the graph: {node}")
    for _, _, attributes in simple.edges(data=True):
        attributes["cost"] = 1 + 0.001 / (1 + attributes["weight"])
    try:
        path = nx.dijkstra_path(simple, a, b, weight="cost")
    except nx.NetworkXNoPath:
        return None
    steps = tuple(Step(source, target, _claims_between(graph, source, target)) for source, target in pairwise(path))
    return Connection(tuple(path), steps)


def _community(simple: nx.Graph, members: list[str]) -> Community:
    inside = simple.subgraph(members).degree(weight="weight")
    labels = {node: simple.nodes[node].get("label", node) for node in members}
    ranked = sorted(members, key=lambda node: (-round(inside[node], 9), labels[node], node))
    named = tuple(labels[node] for node in ranked)
    return Community(", ".join(named[:3]), tuple(ranked), named)


def _claims_between(graph: nx.MultiDiGraph, a: str, b: str) -> tuple[str, ...]:
    there = graph.get_edge_data(a, b, default={})
    back = graph.get_edge_data(b, a, default={})
    return tuple(sorted({*there, *back}))
