"""The projection as text and files that Gephi, yEd, Cytoscape and spreadsheets open."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx

from kg.analyse.plain import plain
from kg.errors import InputError

NODE_COLUMNS = ("label", "kind", "types")
EDGE_COLUMNS = (
    "label",
    "predicate",
    "event",
    "polarity",
    "modality",
    "time",
    "confidence",
    "attributed_to",
    "place",
    "phrase",
    "quote",
    "article",
    "published",
    "publisher",
)


def to_graphml(graph: nx.MultiDiGraph) -> str:
    """The graph as GraphML; edge ids are the claims' IRIs."""
    return "\n".join(nx.generate_graphml(_harmless(graph))) + "\n"


def to_gexf(graph: nx.MultiDiGraph) -> str:
    """The graph as GEXF 1.2; edge ids are the claims' IRIs, and no date of writing is in it."""
    copy = _harmless(graph)
    for _, _, key, attributes in copy.edges(keys=True, data=True):
        attributes["id"] = key
    text = "\n".join(nx.generate_gexf(copy)) + "\n"
    return re.sub(r' lastmodifieddate="[^"]*"', "", text, count=1)


def nodes_csv(graph: nx.MultiDiGraph) -> str:
    """A line for each entity: id, label, kind, types."""
    rows = ((node, *_cells(attributes, NODE_COLUMNS)) for node, attributes in graph.nodes(data=True))
    return csv_text(("id", *NODE_COLUMNS), rows)


def edges_csv(graph: nx.MultiDiGraph) -> str:
    """A line for each claim between two entities; `source` and `target` are ids of `nodes_csv`.

    A cell that a spreadsheet would take for a formula starts with an apostrophe.
    """
    rows = (
        (source, target, key, *_cells(attributes, EDGE_COLUMNS))
        for source, target, key, attributes in graph.edges(keys=True, data=True)
    )
    return csv_text(("source", "target", "id", *EDGE_COLUMNS), rows)


def write(graph: nx.MultiDiGraph, path: str | Path, *, format: str) -> list[Path]:  # noqa: A002 - the option's name
    """Writes "graphml" or "gexf" to the file `path`, "csv" as two files to the folder `path`; the files.

    Raises:
        InputError: an unknown format, or a path that cannot be written.
    """
    path = Path(path)
    if format == "csv":
        texts = {path / "nodes.csv": nodes_csv(graph), path / "edges.csv": edges_csv(graph)}
    elif format in _WRITERS:
        texts = {path: _WRITERS[format](graph)}
    else:
        raise InputError(format, "not a graph format; there are csv, gexf and graphml")
    for file, text in texts.items():
        _replace(file, text)
    return list(texts)


_WRITERS: dict[str, Callable[[nx.MultiDiGraph], str]] = {"graphml": to_graphml, "gexf": to_gexf}


def _harmless(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """A copy of which every key is plain text, and every attribute plain text or a number."""
    copy = nx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        copy.add_node(plain(str(node)), **_known(attributes))
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        copy.add_edge(plain(str(source)), plain(str(target)), key=plain(str(key)), **_known(attributes))
    return copy


def _known(attributes: dict[str, Any]) -> dict[str, Any]:
    return {
        plain(name): value if isinstance(value, int | float) else plain(str(value))
        for name, value in attributes.items()
        if value is not None
    }


def _cells(attributes: dict[str, Any], columns: Iterable[str]) -> Iterator[Any]:
    return (attributes.get(column) for column in columns)


def csv_text(header: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> str:
    """A table as CSV; a cell that a spreadsheet would take for a formula starts with an apostrophe."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return buffer.getvalue()


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, int | float):
        return value
    text = plain(str(value))
    # A spreadsheet runs what starts like this as a formula (OWASP, CSV injection).
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _replace(file: Path, text: str) -> None:
    """Writes the file whole or not at all."""
    draft = file.with_name(file.name + ".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8", newline="\n")
        os.replace(draft, file)
    except OSError as error:
        raise InputError(str(file), f"cannot be written ({error.strerror or error})") from error
