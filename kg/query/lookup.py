"""Single look-ups in a store, each by one of its indexes."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.store import GraphStore


def subjects(
    store: GraphStore,
    predicate: ox.NamedNode,
    value: ox.NamedNode | ox.Literal | None,
    graph: ox.NamedNode | None = None,
) -> Iterator[ox.NamedNode]:
    """The nodes of which the predicate states the value, once for each article that says so."""
    for quad in store.quads.quads_for_pattern(None, predicate, value, graph):
        if isinstance(quad.subject, ox.NamedNode):
            yield quad.subject


def values(
    store: GraphStore, subject: ox.NamedNode | None, predicate: ox.NamedNode, graph: ox.NamedNode | None = None
) -> Iterator[str]:
    """What the predicate states of the node, as text, once for each article that says so."""
    for quad in store.quads.quads_for_pattern(subject, predicate, None, graph):
        if isinstance(quad.object, ox.NamedNode | ox.Literal):
            yield quad.object.value


def is_there(store: GraphStore, node: ox.NamedNode) -> bool:
    """Whether the graph says anything of the node."""
    return next(store.quads.quads_for_pattern(node, None, None), None) is not None
