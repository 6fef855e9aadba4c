"""Support against conflict: the network of cooperation and conflict by PLOVER, and the balance of its triads."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from kg.analyse.periods import is_tie
from kg.analyse.quads import side_of
from kg.store.records import GraphRecords

TRIADS = {3: "three friends", 1: "a common enemy", 2: "friends of one who are enemies", 0: "three enemies"}
BALANCED = frozenset({3, 1})


@dataclass(frozen=True, slots=True)
class Relationship:
    """What two deal out to each other; `sign` is 1 where cooperation outweighs conflict, -1 where it does not, or 0."""

    one: str
    other: str
    cooperation: tuple[str, ...]
    conflict: tuple[str, ...]

    @property
    def sign(self) -> int:
        """The side of which there is more."""
        more, less = len(self.cooperation), len(self.conflict)
        return (more > less) - (more < less)


def relationships(records: GraphRecords) -> list[Relationship]:
    """Each two that have events between them which happened, those with most of them first."""
    found: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim in records.claims:
        side = side_of(claim)
        if side and claim.is_direct and is_tie(claim):
            one, other = sorted((claim.subject, str(claim.object)))
            found[one, other][side].append(claim.iri)
    rows = [Relationship(*pair, tuple(of["cooperation"]), tuple(of["conflict"])) for pair, of in found.items()]
    return sorted(rows, key=lambda row: (-len(row.cooperation) - len(row.conflict), row.one, row.other))


def signed_network(rows: list[Relationship]) -> nx.Graph:
    """The relationships that lean to one side as a graph; edges have `sign`, 1 or -1, and `weight`."""
    graph = nx.Graph()
    for row in rows:
        if row.sign:
            weight = abs(len(row.cooperation) - len(row.conflict))
            graph.add_edge(row.one, row.other, sign=row.sign, weight=weight)
    return graph


def triads(graph: nx.Graph) -> Iterator[tuple[tuple[str, str, str], int]]:
    """Each three nodes that all deal with each other, with the number of their positive ties (Cartwright, Harary)."""
    order = {node: number for number, node in enumerate(sorted(graph))}
    for node in order:
        later = sorted((other for other in graph[node] if order[other] > order[node]), key=order.__getitem__)
        for a, b in combinations(later, 2):
            if graph.has_edge(a, b):
                signs = (graph[node][a]["sign"], graph[node][b]["sign"], graph[a][b]["sign"])
                yield (node, a, b), sum(sign > 0 for sign in signs)


def balance(graph: nx.Graph) -> Counter[int]:
    """How many triads have three, two, one or no positive ties; those with three or one are balanced."""
    return Counter(positive for _, positive in triads(graph))
