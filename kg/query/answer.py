"""Oxigraph's answers as rdflib results, complete, so that they outlive the store.

A term is turned into rdflib's kind once, however many rows hold it: making an rdflib literal takes longer than
reading it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from typing import Any

import pyoxigraph as ox
from rdflib import XSD, BNode, Graph, Literal, URIRef, Variable
from rdflib.query import Result
from rdflib.term import Identifier

Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of an answer to a SELECT: `terms` holds each term once, None first, and `columns` their places in it."""

    names: list[str]
    terms: list[Any]
    columns: list[list[int]]
    count: int

    @classmethod
    def of(cls, names: Iterable[str], rows: Iterable[Iterable[Any]]) -> Rows:
        """The rows as the engine gives them."""
        places: dict[Any, int] = {None: 0}
        names = list(names)
        columns: list[list[int]] = [[] for _ in names]
        count = 0
        for row in rows:
            count += 1
            for column, term in zip(columns, row, strict=True):
                column.append(places.setdefault(term, len(places)))
        return cls(names, list(places), columns, count)

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Row]:
        return self.spelt(self.terms)

    def spelt(self, terms: Sequence[Any]) -> Iterator[Row]:
        """The rows with other terms in the place of these."""
        if not self.columns:
            return repeat((), self.count)
        return zip(*(map(terms.__getitem__, column) for column in self.columns), strict=True)

    def begin(self, count: int | None) -> Rows:
        """The first rows."""
        if count is None or count >= len(self):
            return self
        return Rows.of(self.names, islice(self, count))


def answer(store: ox.Store, query: str, *, prefixes: Mapping[str, str]) -> Result | Rows:
    """The answer to a query over the union of all named graphs; rows where it is a SELECT.

    Raises:
        SyntaxError, ValueError, RuntimeError, OSError: as Oxigraph finds fault.
    """
    found: Any = store.query(query, prefixes=dict(prefixes), use_default_graph_as_union=True)
    if isinstance(found, ox.QueryBoolean):
        result = Result("ASK")
        result.askAnswer = bool(found)
        return result
    if isinstance(found, ox.QueryTriples):
        nodes = _Nodes()
        result = Result("CONSTRUCT")
        result.graph = Graph(bind_namespaces="none")
        for prefix, namespace in prefixes.items():
            result.graph.bind(prefix, namespace)
        for triple in found:
            result.graph.add((nodes[triple.subject], nodes[triple.predicate], nodes[triple.object]))
        return result
    return Rows.of((variable.value for variable in found.variables), found)


def table(rows: Rows) -> Result:
    """Rows as rdflib's answer to a SELECT; plain literals have no datatype."""
    result = Result("SELECT")
    names = [Variable(name) for name in rows.names]
    nodes = [None if term is None else _node(term) for term in rows.terms]
    result.vars = names
    result.bindings = [
        {name: node for name, node in zip(names, row, strict=True) if node is not None} for row in rows.spelt(nodes)
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
        is_plain = datatype == XSD.string  # without looking for a value that it could stand for: it is text
        return Literal(term.value, normalize=False) if is_plain else Literal(term.value, datatype=datatype)
    return BNode(str(term).removeprefix("_:"))
