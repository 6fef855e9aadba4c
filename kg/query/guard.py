"""What a query may do: read this graph, and nothing else.

The query is parsed by rdflib and its algebra walked; text search would be fooled by comments, escapes and strings.
Oxigraph sees only what passed, in a spelling that both parsers read alike: it crashes on very deep or very long
queries and would follow SERVICE anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import QueryError

LONGEST, DEEPEST = 10_000, 100
OPENING, CLOSING, PREFIXED = "({[", ")}]", "!+-^"
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
TOO_MUCH = "the query is too long or nested too deeply"


def checked(text: str, *, prefixes: Mapping[str, str]) -> str:
    """A query that only reads this graph, spelt so that every SPARQL parser reads the same.

    Raises:
        QueryError: it does not parse, is an update, is too long or nested too deeply, or reaches for other data.
    """
    if len(text) > LONGEST:
        raise QueryError(TOO_MUCH)
    text = _spelt_out(text)
    if _depth(text) > DEEPEST:
        raise QueryError(TOO_MUCH)
    try:
        algebra = prepareQuery(text, initNs=dict(prefixes)).algebra
    except RecursionError as error:
        raise QueryError(TOO_MUCH) from error
    except Exception as error:  # rdflib's parser raises whatever its actions stumble over
        raise QueryError(f"not a SPARQL query: {_first_line(error)}") from error
    for node in _nodes(algebra):
        if node.name == "ServiceGraphPattern":
            raise QueryError("SERVICE is refused: queries read this graph only")
        if dict.get(node, "datasetClause"):
            raise QueryError("FROM is refused: queries read this graph only")
    return text


def _spelt_out(text: str) -> str:
    r"""The text with `\u` escapes replaced and only LF as line end.

    rdflib replaces escapes before it parses and ends a comment at LF only; Oxigraph knows escapes inside strings
    and ends a comment at CR too. Unless they are gone, one query could be two.
    """
    try:
        text = ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), text)
    except (ValueError, OverflowError) as error:
        raise QueryError("not a SPARQL query: an escape that stands for no character") from error
    if re.search(r"\\u", text, re.IGNORECASE):
        raise QueryError("not a SPARQL query: an incomplete or doubled \\u escape")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _depth(text: str) -> int:
    depth = deepest = run = 0
    for character in text:
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth -= 1
        if not character.isspace():
            run = run + 1 if character in PREFIXED else 0
        deepest = max(deepest, depth, run)
    return deepest


def _nodes(algebra: CompValue) -> Iterator[CompValue]:
    waiting: list[Any] = [algebra]
    while waiting:
        value = waiting.pop()
        if isinstance(value, CompValue):
            yield value
        if isinstance(value, Mapping):
            waiting.extend(value.values())
        elif isinstance(value, list | tuple | set | frozenset):
            waiting.extend(value)


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
