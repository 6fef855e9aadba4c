"""Answers printed: as a table for people, as CSV, JSON (SPARQL 1.1 results) or Turtle for programs."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from rdflib import BNode, URIRef
from rdflib.query import Result, ResultRow
from rdflib.term import Node
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.errors import QueryError
from kg.store.vocabulary import BASE, PREFIXES

FORMATS = ("table", "csv", "json", "ttl")
MOST_BESIDE = 4
"""So many columns stand beside each other whatever their length; of more, long rows become blocks."""
FITTING = {"SELECT": ("table", "csv", "json"), "ASK": ("table", "json")}
FITTING_GRAPHS = ("table", "ttl")
# Control characters and lone surrogates; then what turns the direction of the text around it (Unicode UAX 9).
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff]")
DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def write_result(result: Result, format: str, stream: TextIO, *, base: str = BASE) -> None:  # noqa: A002 - the option's name
    """Write an answer in one of `FORMATS`; to a terminal nothing goes that could steer it.

    Args:
        base: namespace of the graph's things, which tables write kgr:.

    Raises:
        QueryError: the format does not fit the kind of answer.
    """
    if format not in FORMATS:
        raise QueryError(f"unknown format {format!r}: one of {', '.join(FORMATS)}")
    fitting = FITTING.get(result.type, FITTING_GRAPHS)
    if format not in fitting:
        raise QueryError(f"{format} does not fit the answer to {result.type}: {' or '.join(fitting)} do")
    out = _Terminal(stream) if stream.isatty() else stream
    if format == "table":
        _table(result, stream, base)
    elif format == "csv":
        _csv(result, out)
    elif format == "json":
        out.write((result.serialize(format="json") or b"").decode("utf-8") + "\n")
    else:
        assert result.graph is not None
        out.write(result.graph.serialize(format="turtle"))


class _Terminal:
    """What csv and text need of a stream, in front of one that is a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        return self.stream.write("\n".join(map(_harmless, text.split("\n"))))


def shown(value: Node | None, base: str = BASE) -> str:
    """A value as a table shows it: known namespaces shortened, nothing that could steer the terminal."""
    if value is None:
        return ""
    text = " ".join(str(value).splitlines())
    if isinstance(value, URIRef):
        text = next((f"{p}:{text[len(iri) :]}" for p, iri in _namespaces(base) if text.startswith(iri)), text)
    return _harmless(text)


def _namespaces(base: str) -> list[tuple[str, str]]:
    """Prefixes with their namespaces, the longest of these first."""
    return sorted([*PREFIXES.items(), ("kgr", base)], key=lambda item: -len(item[1]))


def _harmless(line: str) -> str:
    return UNPRINTABLE.sub("\ufffd", DIRECTION.sub("", line))


def _rows(result: Result) -> Iterable[Sequence[Node | None]]:
    return (row for row in result if isinstance(row, ResultRow))


def _table(result: Result, stream: TextIO, base: str) -> None:
    console = Console(file=stream)
    if result.type == "ASK":
        console.print("yes" if result.askAnswer else "no")
        return
    names: Sequence[str] = [str(name) for name in result.vars or ()]
    rows = [[shown(value, base) for value in row] for row in _rows(result)]
    if result.graph is not None:
        names = ("subject", "predicate", "object")
        rows = sorted([shown(value, base) for value in triple] for triple in result.graph)
    if len(names) > MOST_BESIDE and any(sum(map(len, row)) + 2 * len(row) > console.width for row in rows):
        _blocks(console, names, rows)
        return
    table = Table(header_style="bold", box=None, pad_edge=False)
    for name in names:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def _blocks(console: Console, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows that are too long to stand beside each other, a line for each value, what is empty left out."""
    for row in rows:
        block = Table(show_header=False, box=None, pad_edge=False)
        block.add_column(style="bold", width=max(map(len, names)))
        block.add_column(overflow="fold")
        for name, value in zip(names, row, strict=True):
            if value:
                block.add_row(Text(name), Text(value))
        console.print(block)
        console.print()


def _csv(result: Result, stream: TextIO | _Terminal) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(result.vars or ())
    for row in _rows(result):
        writer.writerow("" if value is None else value.n3() if isinstance(value, BNode) else value for value in row)
