"""The projection as files that Gephi, yEd, Cytoscape and networkx open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import networkx as nx

from kg.analyse.plain import plain
from kg.errors import QueryError
from kg.store.files import replacing


def to_graphml(graph: nx.MultiDiGraph) -> str:
    """The graph as GraphML; edge ids are the claims' IRIs."""
    return "".join(_graphml(graph))


def to_gexf(graph: nx.MultiDiGraph) -> str:
    """The graph as GEXF 1.2; edge ids are the claims' IRIs, and no date of writing is in it."""
    return "".join(_gexf(graph))


def write_network(graph: nx.MultiDiGraph, target: str | Path | BinaryIO, *, format: str) -> None:  # noqa: A002
    """Writes one of `NETWORKS` to the file, whole or not at all, or to a binary stream.

    Raises:
        QueryError: an unknown format.
        StoreError: the file cannot be written.
    """
    if format not in _WRITERS:
        raise QueryError(f"{format}: not a network format; there are {' and '.join(NETWORKS)}")
    lines = (line.encode() for line in _WRITERS[format](graph))
    if isinstance(target, str | Path):
        with replacing(target) as stream:
            stream.writelines(lines)
    else:
        target.writelines(lines)


def _graphml(graph: nx.MultiDiGraph) -> Iterator[str]:
    for line in nx.generate_graphml(_harmless(graph)):
        yield line + "\n"


def _gexf(graph: nx.MultiDiGraph) -> Iterator[str]:
    copy = _harmless(graph)
    for _, _, key, attributes in copy.edges(keys=True, data=True):
        attributes["id"] = key
    for line in nx.generate_gexf(copy):
        yield re.sub(r'^( *<meta) lastmodifieddate="[^"]*"', r"\1", line) + "\n"


_WRITERS: dict[str, Callable[[nx.MultiDiGraph], Iterator[str]]] = {"graphml": _graphml, "gexf": _gexf}
NETWORKS = tuple(_WRITERS)


def _harmless(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """A copy of which every key is plain text, and every attribute plain text or a number."""
    copy = nx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        copy.add_node(plain(str(node)), **_known(attributes))
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        copy.add_edge(plain(str(source)), plain(str(target)), key=plain(str(key)), **_known(attributes))
    return copy


def _known(attributes: dict[str, Any]) -> dict[str, Any]:
    return {
        plain(name): value if isinstance(value, int | float) else plain(str(value))
        for name, value in attributes.items()
        if value is not None
    }
