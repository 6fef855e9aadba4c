"""The graph as networkx sees it: projections, measures, and files for other programs."""

from __future__ import annotations

from kg.analyse.exchange import edges_csv, nodes_csv, to_gexf, to_graphml, write
from kg.analyse.measures import (
    CentralityRow,
    Community,
    Connection,
    Step,
    centrality,
    communities,
    connect,
)
from kg.analyse.projection import kind_of, to_networkx, to_weighted
from kg.analyse.selection import OPEN_RELATION, Filters, find_entity, select

__all__ = [
    "OPEN_RELATION",
    "CentralityRow",
    "Community",
    "Connection",
    "Filters",
    "Step",
    "centrality",
    "communities",
    "connect",
    "edges_csv",
    "find_entity",
    "kind_of",
    "nodes_csv",
    "select",
    "to_gexf",
    "to_graphml",
    "to_networkx",
    "to_weighted",
    "write",
]
