"""`query`: SPARQL or a prepared question to a store, answered as an rdflib Result."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyoxigraph as ox
from rdflib.query import Result

from kg.errors import QueryError
from kg.query.answer import answer
from kg.query.guard import checked
from kg.query.prepared import Question, prepared
from kg.store import GraphStore
from kg.store.vocabulary import PREFIXES

NAME = re.compile(r"[\w-]+")


def query(store: GraphStore, question: str, *, parameters: Mapping[str, str] | None = None) -> Result:
    """The answer to a SPARQL query, or to a prepared question by its name; usual prefixes need no declaration.

    The answer is complete when it comes back, so that it outlives the store.

    Args:
        parameters: values for the variables that a prepared question takes.

    Raises:
        QueryError: unknown question or parameter, or a query that does not parse or may not run.
    """
    prefixes = {**PREFIXES, "kgr": store.base}
    if NAME.fullmatch(question.strip()):
        text = _bound(prepared(question.strip()), parameters or {})
    elif parameters:
        raise QueryError("only prepared questions take parameters")
    else:
        text = checked(question, prefixes=prefixes)
    try:
        return answer(store.quads, text, prefixes=prefixes)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query failed: {str(error).splitlines()[0] if str(error) else error!r}") from error


def _bound(question: Question, parameters: Mapping[str, str]) -> str:
    """The question with its parameters as VALUES of its outermost pattern; no text can break out of a literal."""
    unknown = set(parameters) - set(question.parameters)
    if unknown:
        takes = f"it takes {', '.join(question.parameters)}" if question.parameters else "it takes none"
        raise QueryError(f"{question.name} has no parameter {', '.join(sorted(unknown))}: {takes}")
    try:
        values = [f" VALUES ?_{name} {{ {ox.Literal(value)} }}" for name, value in sorted(parameters.items())]
    except UnicodeEncodeError as error:
        raise QueryError("a parameter holds a character that is none (a lone surrogate)") from error
    start = re.search(r"^SELECT .*\{$", question.text, re.MULTILINE)
    assert start is not None, question.name
    return question.text[: start.end()] + "".join(values) + question.text[start.end() :]
