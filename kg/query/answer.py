"""Oxigraph's answers as rdflib results, complete, so that they outlive the store.

A term is turned into rdflib's kind once, however many rows hold it: making an rdflib literal takes longer than
reading it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyoxigraph as ox
from rdflib import XSD, BNode, Graph, Literal, URIRef, Variable
from rdflib.query import Result
from rdflib.term import Identifier


def answer(store: ox.Store, query: str, *, prefixes: Mapping[str, str]) -> Result:
    """The answer to a query over the union of all named graphs; plain literals have no datatype.

    Raises:
        SyntaxError, ValueError, RuntimeError, OSError: as Oxigraph finds fault.
    """
    found: Any = store.query(query, prefixes=dict(prefixes), use_default_graph_as_union=True)
    if isinstance(found, ox.QueryBoolean):
        result = Result("ASK")
        result.askAnswer = bool(found)
        return result
    nodes = _Nodes()
    if isinstance(found, ox.QueryTriples):
        result = Result("CONSTRUCT")
        result.graph = Graph(bind_namespaces="none")
        for prefix, namespace in prefixes.items():
            result.graph.bind(prefix, namespace)
        for triple in found:
            result.graph.add((nodes[triple.subject], nodes[triple.predicate], nodes[triple.object]))
        return result
    return table([variable.value for variable in found.variables], found)


def table(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> Result:
    """Columns and rows of Oxigraph's terms as the answer to a SELECT."""
    result = Result("SELECT")
    nodes = _Nodes()
    names = [Variable(name) for name in columns]
    result.vars = names
    result.bindings = [
        {name: nodes[term] for name, term in zip(names, row, strict=True) if term is not None} for row in rows
    ]
    return result


class _Nodes(dict[Any, Identifier]):
    """rdflib's node for each of Oxigraph's."""

    def __missing__(self, term: Any) -> Identifier:
        self[term] = node = _node(term)
        return node


def _node(term: Any) -> Identifier:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        datatype = URIRef(term.datatype.value)
        return Literal(term.value) if datatype == XSD.string else Literal(term.value, datatype=datatype)
    return BNode(str(term).removeprefix("_:"))
