"""`query`: SPARQL or a prepared question to a store, answered as an rdflib Result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pyoxigraph as ox
from rdflib.query import Result

from kg.errors import QueryError
from kg.query.answer import Row, Rows, answer, table
from kg.query.first import first_rows
from kg.query.guard import checked
from kg.query.kept import kept_or
from kg.query.parameters import to_limit, to_term
from kg.query.prepared import Question, prepared
from kg.store import GraphStore
from kg.store.vocabulary import PREFIXES

NAME = re.compile(r"[\w-]+")


def query(store: GraphStore, question: str, *, parameters: Mapping[str, object] | None = None) -> Result:
    """The answer to a SPARQL query, or to a prepared question by its name; usual prefixes need no declaration.

    The answer is complete when it comes back, so that it outlives the store. Rows that took long are kept beside the
    store until the graph changes (`kg.query.kept`).

    Args:
        parameters: what a prepared question takes; names of entities are looked up among labels and aliases.

    Raises:
        QueryError: an unknown question or parameter, a name that is unknown or ambiguous, or a query that does not
            parse or may not run.
    """
    if NAME.fullmatch(question.strip()):
        return table(rows(store, question.strip(), parameters or {}))
    if parameters:
        raise QueryError("only prepared questions take parameters")
    prefixes = {**PREFIXES, "kgr": store.base}
    text = checked(question, prefixes=prefixes)
    with _failing():
        found = kept_or(store, text, None, lambda: answer(store.quads, text, prefixes=prefixes))
    return table(found) if isinstance(found, Rows) else found


def rows(store: GraphStore, name: str, parameters: Mapping[str, object], *, most: int | None = None) -> Rows:
    """The answer to a prepared question, kept or asked for.

    Args:
        most: so many rows at most, whatever the parameters say.

    Raises:
        QueryError: an unknown question or parameter, a value that is none for it, or an engine that fails.
    """
    question = prepared(name)
    terms = _terms(store, question, parameters)
    limits = [int(limit) for limit in (terms.get("limit"), most) if limit is not None]
    limit = min(limits, default=None)
    text, keys = question.asked(terms), question.keys_asked(terms)

    def ask(text: str) -> tuple[list[str], list[Row]]:
        found = store.quads.query(text, prefixes={**PREFIXES, "kgr": store.base}, use_default_graph_as_union=True)
        assert isinstance(found, ox.QuerySolutions)
        return [variable.value for variable in found.variables], [tuple(row) for row in found]

    def asked() -> Rows:
        found = None
        if limit and keys and question.keys:
            found = first_rows(question.keys, keys, lambda first: question.asked(terms, first=first), ask, limit)
        return Rows.of(*(found or ask(text + (f"\nLIMIT {limit}" if limit else ""))))

    with _failing():
        return kept_or(store, text, limit, asked)


def _terms(store: GraphStore, question: Question, parameters: Mapping[str, object]) -> dict[str, str]:
    """The parameters as RDF terms, spelt by the engine itself."""
    given = {**dict(question.defaults), **parameters}
    taken = {p.name for p in question.parameters}
    return {
        key: str(to_limit(value) if key == "limit" else to_term(store, key, value)) if key in taken else ""
        for key, value in given.items()
        if value is not None
    }


@contextmanager
def _failing() -> Iterator[None]:
    """The engine's errors as those of a query."""
    try:
        yield
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query failed: {str(error).splitlines()[0] if str(error) else error!r}") from error
