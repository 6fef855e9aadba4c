"""Whether a graph is as `shapes.ttl` says that a good one is (SHACL, by pySHACL)."""

from __future__ import annotations

from pathlib import Path

from rdflib import Graph

from kg.errors import StoreError
from kg.store.graph_store import GraphStore


def validate(store: GraphStore, shapes: str | Path) -> tuple[bool, str]:
    """Whether the graph conforms, and the report in words.

    Raises:
        StoreError: the shapes cannot be read.
    """
    from pyshacl import validate as check

    try:
        wanted = Graph().parse(str(shapes), format="turtle")
    except (OSError, SyntaxError) as error:
        raise StoreError(f"{shapes}: {error}") from error
    data = Graph()
    for quad in store.quads:
        data.add(_plain(quad))
    conforms, _, text = check(data, shacl_graph=wanted)
    return bool(conforms), str(text)


def _plain(quad):  # type: ignore[no-untyped-def]
    from oxrdflib._converter import from_ox

    return from_ox(quad.subject), from_ox(quad.predicate), from_ox(quad.object)
