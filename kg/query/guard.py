"""What a query may do: read this graph, and nothing else.

The query is parsed by rdflib and its algebra walked; text search would be fooled by comments, escapes and strings.
Oxigraph sees only what passed (it crashes on very deep nesting and would follow SERVICE anywhere).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import QueryError

LONGEST, DEEPEST = 100_000, 100
OPENING, CLOSING = "({[", ")}]"


def check(text: str, *, prefixes: Mapping[str, str]) -> None:
    """Let a query pass that only reads this graph.

    Raises:
        QueryError: it does not parse, is an update, is nested too deeply, or reaches for other data.
    """
    if len(text) > LONGEST or _depth(text) > DEEPEST:
        raise QueryError("the query is too long or nested too deeply")
    try:
        algebra = prepareQuery(text, initNs=dict(prefixes)).algebra
    except RecursionError as error:
        raise QueryError("the query is nested too deeply") from error
    except Exception as error:
        raise QueryError(f"not a SPARQL query: {_first_line(error)}") from error
    for node in _nodes(algebra):
        if node.name == "ServiceGraphPattern":
            raise QueryError("SERVICE is refused: queries read this graph only")
        if dict.get(node, "datasetClause"):
            raise QueryError("FROM is refused: queries read this graph only")


def _depth(text: str) -> int:
    depth = deepest = run = 0
    for character in text:
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth -= 1
        run = run + 1 if character in "!+-" else 0 if not character.isspace() else run
        deepest = max(deepest, depth, run)
    return deepest


def _nodes(value: Any) -> Iterator[CompValue]:
    if isinstance(value, CompValue):
        yield value
    if isinstance(value, Mapping):
        for child in value.values():
            yield from _nodes(child)
    elif isinstance(value, list | tuple | set | frozenset):
        for child in value:
            yield from _nodes(child)


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
