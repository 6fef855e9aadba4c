"""`query`: SPARQL or a prepared question to a store, answered as an rdflib Result."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rdflib import Literal
from rdflib.query import Result

from kg.errors import QueryError
from kg.query.guard import check
from kg.query.prepared import Question, prepared
from kg.store import GraphStore
from kg.store.vocabulary import PREFIXES

NAME = re.compile(r"[\w-]+")


def query(store: GraphStore, question: str, *, parameters: Mapping[str, str] | None = None) -> Result:
    """The answer to a SPARQL query, or to a prepared question by its name; usual prefixes need no declaration.

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
        text = question
    check(text, prefixes=prefixes)
    try:
        return store.dataset.query(_declared(text, prefixes))
    except (SyntaxError, ValueError, OSError) as error:
        raise QueryError(f"the query failed: {str(error).splitlines()[0] if str(error) else error!r}") from error


def _declared(text: str, prefixes: Mapping[str, str]) -> str:
    """The query with the usual prefixes in front, except those that it declares itself."""
    own = {name.lower() for name in re.findall(r"(?i)\bPREFIX\s+([\w-]*)\s*:", text)}
    return "\n".join([*(f"PREFIX {p}: <{iri}>" for p, iri in prefixes.items() if p not in own), text])


def _bound(question: Question, parameters: Mapping[str, str]) -> str:
    """The question with its parameters as VALUES of its outermost pattern; no text can break out of a literal."""
    unknown = set(parameters) - set(question.parameters)
    if unknown:
        takes = f"it takes {', '.join(question.parameters)}" if question.parameters else "it takes none"
        raise QueryError(f"{question.name} has no parameter {', '.join(sorted(unknown))}: {takes}")
    values = "".join(f" VALUES ?_{name} {{ {Literal(value).n3()} }}" for name, value in sorted(parameters.items()))
    start = question.text.index("{", question.text.upper().index("WHERE")) + 1
    return question.text[:start] + values + question.text[start:]
