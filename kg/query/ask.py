"""`query`: SPARQL or a prepared question to a store, answered as an rdflib Result."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rdflib.query import Result

from kg.errors import QueryError
from kg.query.answer import answer
from kg.query.guard import checked
from kg.query.parameters import to_limit, to_term
from kg.query.prepared import prepared
from kg.store import GraphStore
from kg.store.vocabulary import PREFIXES

NAME = re.compile(r"[\w-]+")


def query(store: GraphStore, question: str, *, parameters: Mapping[str, object] | None = None) -> Result:
    """The answer to a SPARQL query, or to a prepared question by its name; usual prefixes need no declaration.

    The answer is complete when it comes back, so that it outlives the store.

    Args:
        parameters: what a prepared question takes; names of entities are looked up among labels and aliases.

    Raises:
        QueryError: an unknown question or parameter, a name that is unknown or ambiguous, or a query that does not
            parse or may not run.
    """
    prefixes = {**PREFIXES, "kgr": store.base}
    if NAME.fullmatch(question.strip()):
        text = asked(store, question.strip(), parameters or {})
    elif parameters:
        raise QueryError("only prepared questions take parameters")
    else:
        text = checked(question, prefixes=prefixes)
    try:
        return answer(store.quads, text, prefixes=prefixes)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query failed: {str(error).splitlines()[0] if str(error) else error!r}") from error


def asked(store: GraphStore, name: str, parameters: Mapping[str, object]) -> str:
    """The SPARQL of a prepared question; its parameters stand in it as RDF terms that the engine itself has spelt.

    Raises:
        QueryError: an unknown question or parameter, or a value that is none for it.
    """
    question = prepared(name)
    given = {**dict(question.defaults), **parameters}
    taken = {p.name for p in question.parameters}
    terms = {
        key: str(to_limit(value) if key == "limit" else to_term(store, key, value)) if key in taken else ""
        for key, value in given.items()
        if value is not None
    }
    limit = terms.get("limit")
    return question.asked(terms) + (f"\nLIMIT {limit}" if limit else "")
