"""Answers that are kept beside the store until the graph changes: who asks again does not wait for the engine."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Callable
from time import perf_counter
from typing import Any, TypeVar

import pyoxigraph as ox

from kg.query.answer import Rows
from kg.store import GraphStore
from kg.store.vocabulary import term
from kg.store.written import program

SLOW = 0.05
"""Seconds that an answer takes which is worth keeping."""
ALL = 2**62
UNPACKED = 200_000_000
"""Most bytes of an answer that is read."""
VARYING = re.compile(r"\b(RAND|NOW|UUID|STRUUID|BNODE)\b\s*[(#]", re.IGNORECASE)
"""Functions of SPARQL that give another value each time."""
KINDS = {"<": ox.NamedNode, "_": ox.BlankNode, '"': ox.Literal}
STRING = term("xsd:string")
DAMAGED = (ValueError, KeyError, TypeError, IndexError, zlib.error, RecursionError)
Found = TypeVar("Found")


def kept_or(store: GraphStore, query: str, most: int | None, ask: Callable[[], Found]) -> Found | Rows:
    """The answer to a query as it was kept; else what `ask` gives, which is kept where it is rows that took long.

    Args:
        most: so many rows at most; None all.
    """
    before = store.state()
    if before is None or VARYING.search(query):
        return ask()
    key = hashlib.sha256(f"{program()}\n{query}".encode("utf-8", "surrogatepass")).hexdigest()
    kept = _read(store.answers.find(before, key, ALL if most is None else most))
    if kept is not None:
        return kept.begin(most)
    start = perf_counter()
    found = ask()
    if isinstance(found, Rows) and perf_counter() - start >= SLOW and store.state() == before:
        told = _told(found)
        if told is not None:
            store.answers.keep(before, key, ALL if most is None or len(found) < most else most, told)
    return found


def _told(rows: Rows) -> bytes | None:
    """The rows as bytes; None where they hold what is no plain term."""
    try:
        terms = [_spelt(value) for value in rows.terms]
    except TypeError:
        return None
    told = {"names": rows.names, "terms": terms, "columns": rows.columns, "count": rows.count}
    return zlib.compress(json.dumps(told, separators=(",", ":"), ensure_ascii=False).encode(), 1)


def _read(data: bytes | None) -> Rows | None:
    """The rows that bytes tell of; None where they are none."""
    if data is None:
        return None
    try:
        told: dict[str, Any] = json.loads(zlib.decompressobj().decompress(data, UNPACKED))
        rows = Rows(list(told["names"]), list(map(_term, told["terms"])), list(told["columns"]), int(told["count"]))
        return rows if _fit(rows) else None
    except DAMAGED:
        return None


def _fit(rows: Rows) -> bool:
    lengths = {len(column) for column in rows.columns}
    places = [place for column in rows.columns if column for place in (min(column), max(column))]
    within = all(0 <= place < len(rows.terms) for place in places)
    return len(rows.names) == len(rows.columns) and lengths <= {rows.count} and within and rows.terms[0] is None


def _spelt(value: Any) -> str | list[str] | None:
    """A term as JSON; TypeError where it is a triple."""
    if value is None:
        return None
    if isinstance(value, ox.NamedNode):
        return f"<{value.value}"
    if isinstance(value, ox.BlankNode):
        return f"_{value.value}"
    if not isinstance(value, ox.Literal):
        raise TypeError
    if value.language or value.datatype != STRING:
        return [value.value, value.language or "", value.datatype.value]
    return f'"{value.value}'


def _term(told: str | list[str] | None) -> Any:
    if told is None:
        return None
    if isinstance(told, str):
        return KINDS[told[0]](told[1:])
    text, language, datatype = told
    return ox.Literal(text, language=language) if language else ox.Literal(text, datatype=ox.NamedNode(datatype))
