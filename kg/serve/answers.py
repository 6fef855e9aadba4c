"""Answers for programs: SPARQL, prepared questions, the description of a node, search hits."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from itertools import islice
from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.answer import Rows
from kg.query.ask import rows as question_rows
from kg.query.guard import checked
from kg.query.kept import kept_or
from kg.serve.desk import Desk, RefusedError
from kg.serve.results import ROWS, truth
from kg.store.vocabulary import PREFIXES

GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
MORE = "more than {:,} {}: narrow the query or add LIMIT"


def query(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """A SPARQL query; `accept` lists what the client takes, the best first."""
    prefixes = {**PREFIXES, "kgr": desk.store.base}
    return _answered(desk, checked(request["query"], prefixes=prefixes), request["accept"])


def question(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """A prepared question with its parameters."""
    found = question_rows(desk.store, request["name"], request["parameters"], most=desk.most_rows + 1)
    return _table(desk, found, request["accept"])


def node(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """What the graph says of a node: its own triples."""
    triples = {quad.triple for quad in desk.store.quads.quads_for_pattern(_node(request["iri"]), None, None)}
    if not triples:
        raise RefusedError(404, f"nothing in the graph has the IRI {request['iri']}")
    return _graph(desk, triples, request["accept"])


def search(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """Search hits as JSON."""
    hits = desk.index.search(desk.store, request["words"], limit=request["limit"])
    return "application/json", json.dumps({"hits": [asdict(hit) for hit in hits]}).encode()


def rows(desk: Desk, text: str) -> tuple[list[str], list[list[Any]]]:
    """The names and rows of a SELECT that is known to be harmless."""
    found = kept_or(desk.store, text, desk.most_rows, lambda: _run(desk, text, desk.most_rows))
    assert isinstance(found, Rows)
    return found.names, [list(row) for row in found]


def _answered(desk: Desk, text: str, accept: list[str]) -> tuple[str, bytes]:
    most = desk.most_rows + 1
    try:
        found = kept_or(desk.store, text, most, lambda: _run(desk, text, most))
        if isinstance(found, Rows):
            return _table(desk, found, accept)
        if isinstance(found, ox.QueryBoolean):
            media_type = _first(accept, ROWS)
            return media_type, truth(bool(found), media_type)
        return _graph(desk, set(islice(found, desk.most_rows + 1)), accept)
    except (RuntimeError, OSError) as error:
        raise QueryError(f"the query failed: {_line(error)}") from error


def _table(desk: Desk, rows: Rows, accept: list[str]) -> tuple[str, bytes]:
    media_type = _first(accept, ROWS)
    if len(rows) > desk.most_rows:
        raise RefusedError(422, MORE.format(desk.most_rows, "rows"))
    return media_type, ROWS[media_type](rows.names, list(rows))


def _run(desk: Desk, text: str, most: int) -> Any:
    """The engine's answer; of rows not more than so many."""
    prefixes = {**PREFIXES, "kgr": desk.store.base}
    try:
        found = desk.store.quads.query(text, prefixes=prefixes, use_default_graph_as_union=True)
        if isinstance(found, ox.QuerySolutions):
            return Rows.of((name.value for name in found.variables), islice(found, most))
        return found
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query failed: {_line(error)}") from error


def _graph(desk: Desk, triples: set[ox.Triple], accept: list[str]) -> tuple[str, bytes]:
    if len(triples) > desk.most_rows:
        raise RefusedError(422, MORE.format(desk.most_rows, "triples"))
    media_type = _first(accept, GRAPHS)
    prefixes = None if media_type == "application/n-triples" else {**PREFIXES, "kgr": desk.store.base}
    ordered = sorted(triples, key=str)
    try:
        return media_type, ox.serialize(ordered, format=GRAPHS[media_type], prefixes=prefixes) or b""
    except (ValueError, OSError) as error:
        raise RefusedError(406, f"{media_type} cannot write this graph: {_line(error)}") from error


def _first(accept: list[str], offered: Iterable[str]) -> str:
    """The first of what the client takes that fits the kind of answer."""
    known = list(offered)
    for wanted in accept:
        if wanted in known:
            return wanted
        if wanted == "*/*":
            return known[0]
    raise RefusedError(406, f"this answer comes as {', '.join(known)}")


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise RefusedError(404, "no such page") from error


def _line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
