"""The first rows of a question about the whole graph, without working out the others.

Beside some questions stands `NAME.first.rq`: a query for keys, that is for what the rows are made from together with
that by which the rows are sorted, cheap because it looks nothing else up. The question is then asked of the least keys
alone, in its line `VALUES … { $_first }`. Keys may be too many, never too few: where they give fewer rows than wanted,
more keys are taken. The rows are those that the whole answer begins with, in its order.

Header lines of a query for keys: `# narrows: ?claim ?document` names its columns that the question takes; the others
are the key, and all keys of one value go together. `# begin: 12` tells how many keys to begin with for a hundred rows.
`# bounds: subject` says that the key is no value of the rows but the least that their column `subject` can be;
`# bounds: articles, from above` the greatest, where the rows with the greatest come first. Of keys
that very many share (claims without any date), a column `?next` tells those apart that share `$_tied`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import pyoxigraph as ox

from kg.query.answer import Row
from kg.store.vocabulary import term

Ask = Callable[[str], tuple[list[str], list[Row]]]
"""Asks a query; the names of the columns and the rows."""
NEXT = "next"
INTEGER, STRING = term("xsd:integer"), term("xsd:string")
BEGIN, GROWTH = 200, 4
MOST_ROWS, MOST_KEYS = 1_000, 5_000
"""Of more rows, and where more keys are needed, the whole answer is had sooner."""


@dataclass(frozen=True, slots=True)
class Keys:
    """A query for keys; `begin` keys give about a hundred rows."""

    text: str
    narrows: tuple[str, ...]
    bounds: str | None = None
    descending: bool = False
    begin: int = BEGIN


def first_rows(
    keys: Keys, keys_asked: Callable[[str | None], str], asked: Callable[[str], str], ask: Ask, limit: int
) -> tuple[list[str], list[Row]] | None:
    """Columns and first `limit` rows, or all where there are fewer; None where asking for all is as good.

    Args:
        keys_asked: the query for keys, or for those of one key.
        asked: the question, given what its line with `$_first` is to hold.
        ask: asks the store.
    """
    size = max(1, limit * keys.begin // 100)
    while limit <= MOST_ROWS and size <= MOST_KEYS:
        least = _least(keys, keys_asked, ask, size)
        if least is None:
            return None
        taken, rest = least
        if taken or rest is None:
            names, rows = ask(asked(_values(taken, len(keys.narrows))) + f"\nLIMIT {limit}")
            if keys.bounds and rest is not None:
                rows = _before(rows, names.index(keys.bounds), rest, descending=keys.descending)
            if rest is None or len(rows) >= limit:
                return names, rows
        size *= GROWTH
    return None


def _least(keys: Keys, keys_asked: Callable[[str | None], str], ask: Ask, size: int) -> tuple[list[Row], Any] | None:
    """What the `size` least keys are for, without those that share the next key, and that key, None where all are had.

    None in place of both where keys cannot be compared here as the engine compares them.
    """
    names, rows = ask(keys_asked(None) + ("" if keys.bounds else f"\nLIMIT {size + 1}"))
    narrows = [names.index(name) for name in keys.narrows]
    order = [at for at in range(len(names)) if at not in narrows and names[at] != NEXT]
    if keys.bounds:
        found = _ordered(rows, order[0], size, descending=keys.descending)
    else:
        rest = [rows[size][at] for at in order] if len(rows) > size else None
        found = [row for row in rows[:size] if [row[at] for at in order] != rest], rest
        if NEXT in names and rest and len(rest) == 1:
            tied = _ordered(ask(keys_asked(str(rest[0])))[1], names.index(NEXT), size - len(found[0]))
            found = tied and (found[0] + tied[0], rest)
    return found and ([[row[at] for at in narrows] for row in found[0]], found[1])


def _ordered(rows: list[Row], at: int, size: int, *, descending: bool = False) -> tuple[list[Row], Any] | None:
    """The first `size` rows by a column of texts or numbers, without those of the next value, and that value."""
    there = [(_plain(row[at]), row) for row in rows if row[at] is not None]
    if any(value is None for value, _ in there):
        return None
    there.sort(key=lambda item: item[0], reverse=descending)
    rest = there[size][0] if len(there) > size else None
    return [row for value, row in there[:size] if value != rest], rest


def _plain(value: Any) -> Any:
    """The value of a text or a whole number; None where Python would compare it in another way than the engine."""
    if not isinstance(value, ox.Literal) or value.datatype not in (INTEGER, STRING):
        return None
    return int(value.value) if value.datatype == INTEGER else value.value


def _before(rows: list[Row], at: int, rest: Any, *, descending: bool) -> list[Row]:
    """The rows up to the first that rows of the keys left out could come before."""

    def is_before(row: Row) -> bool:
        value = _plain(row[at])
        return value is not None and bool(value > rest if descending else value < rest)

    return list(takewhile(is_before, rows))


def _values(rows: list[Row], width: int) -> str:
    """The rows as SPARQL's VALUES has them, each once."""
    spelt = dict.fromkeys(" ".join(map(str, row)) for row in rows)
    return " ".join(spelt if width == 1 else (f"({row})" for row in spelt))
