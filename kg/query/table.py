"""Answers printed: as a table for people, as CSV, JSON (SPARQL 1.1 results) or Turtle for programs."""

from __future__ import annotations

import unicodedata
from typing import TextIO

from rdflib import URIRef
from rdflib.query import Result
from rdflib.term import Node
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.errors import QueryError
from kg.store.vocabulary import PREFIXES

FORMATS = ("table", "csv", "json", "ttl")
UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co"})


def write_result(result: Result, format: str, stream: TextIO) -> None:  # noqa: A002 - the option's name
    """Write an answer in one of `FORMATS`.

    Raises:
        QueryError: the format does not fit the kind of answer.
    """
    if format not in FORMATS:
        raise QueryError(f"unknown format {format!r}: one of {', '.join(FORMATS)}")
    is_graph = result.type in ("CONSTRUCT", "DESCRIBE")
    if format == "ttl" and not is_graph:
        raise QueryError("ttl is for CONSTRUCT and DESCRIBE; this query answers with rows")
    if is_graph:
        if format in ("csv", "json"):
            raise QueryError(f"{format} is for SELECT and ASK; this query answers with triples")
        assert result.graph is not None
        stream.write(result.graph.serialize(format="turtle"))
    elif format == "table":
        _table(result, stream)
    else:
        data = result.serialize(format=format)
        stream.write((data or b"").decode("utf-8").replace("\r\n", "\n"))
        if format == "json":
            stream.write("\n")


def _table(result: Result, stream: TextIO) -> None:
    console = Console(file=stream)
    if result.type == "ASK":
        console.print("yes" if result.askAnswer else "no")
        return
    table = Table(header_style="bold", box=None, pad_edge=False)
    for name in result.vars or ():
        table.add_column(str(name), overflow="fold")
    for row in result:
        table.add_row(*(Text(shown(value)) for value in row))  # type: ignore[union-attr]
    console.print(table)


def shown(value: Node | None) -> str:
    """A value as a table shows it: known namespaces shortened, nothing that could steer the terminal."""
    if value is None:
        return ""
    text = str(value)
    if isinstance(value, URIRef):
        text = next((f"{p}:{text[len(iri) :]}" for p, iri in PREFIXES.items() if text.startswith(iri)), text)
    return "".join(c if unicodedata.category(c) not in UNPRINTABLE or c == "\n" else "�" for c in text).replace(
        "\n", " "
    )
