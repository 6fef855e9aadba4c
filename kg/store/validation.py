"""Whether a graph is as `shapes.ttl` says that a good one is (SHACL, by pySHACL)."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

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
    except Exception as error:  # rdflib's parser raises whatever it stumbles over
        raise StoreError(f"{shapes}: not readable as Turtle ({type(error).__name__})") from error
    data = Graph()
    for quad in store.quads:
        data.add((_plain(quad.subject), _plain(quad.predicate), _plain(quad.object)))
    conforms, _, text = check(data, shacl_graph=wanted)
    return bool(conforms), str(text)


def _plain(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    """The rdflib node; a plain literal stays plain."""
    if isinstance(node, ox.NamedNode):
        return URIRef(node.value)
    if isinstance(node, ox.Literal):
        plain = node.language is None and node.datatype.value.endswith("#string")
        datatype = None if plain or node.language else URIRef(node.datatype.value)
        return Literal(node.value, lang=node.language, datatype=datatype)
    return BNode(str(node))
