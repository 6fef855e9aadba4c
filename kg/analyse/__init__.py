"""The graph as networkx sees it: projections, measures, and files for other programs."""

from __future__ import annotations

from kg.analyse.analysis import Analysis
from kg.analyse.backend import METHODS
from kg.analyse.counting import Counts, counts
from kg.analyse.figures import Figures
from kg.analyse.measures import (
    CentralityRow,
    Community,
    Connection,
    Step,
    centrality,
    communities,
    connect,
)
from kg.analyse.naming import DENIED, OPEN_RELATION, find_entity
from kg.analyse.networks import NETWORKS, to_gexf, to_graphml, write_network
from kg.analyse.projection import is_post, kind_of, to_networkx, to_weighted, without_posts
from kg.analyse.selection import Filters, select
from kg.analyse.tables import TABLES, edge_rows, node_rows, write_tables

__all__ = [
    "DENIED",
    "METHODS",
    "NETWORKS",
    "OPEN_RELATION",
    "TABLES",
    "Analysis",
    "CentralityRow",
    "Community",
    "Connection",
    "Counts",
    "Figures",
    "Filters",
    "Step",
    "centrality",
    "communities",
    "connect",
    "counts",
    "edge_rows",
    "find_entity",
    "is_post",
    "kind_of",
    "node_rows",
    "select",
    "to_gexf",
    "to_graphml",
    "to_networkx",
    "to_weighted",
    "without_posts",
    "write_network",
    "write_tables",
]
