"""Tables of nodes and edges for Neo4j's importer, pandas, R and spreadsheets, as CSV or Parquet.

The headers `:ID`, `:LABEL`, `:START_ID`, `:END_ID` and `:TYPE` are those of Neo4j's importer (Operations Manual,
"Import: CSV header format"), and ";" stands between several labels. Other programs read them as names of columns.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import networkx as nx

from kg.analyse.plain import local_name, plain
from kg.analyse.projection import to_networkx
from kg.errors import KgError, QueryError
from kg.store.files import replacing
from kg.store.records import EntityRecord, GraphRecords

NODE_COLUMNS = (":ID", "label", "kind", ":LABEL", "aliases", "same_as")
EDGE_COLUMNS = tuple(
    """label predicate event polarity modality time confidence attributed_to place phrase quote
    article published publisher""".split()
)
EDGE_HEADER = (":START_ID", ":END_ID", ":TYPE", "claim", *EDGE_COLUMNS)
TYPED = {"confidence": "confidence:double"}
"""Columns whose type the header of a CSV file has to tell Neo4j; Parquet knows it by itself."""

Row = tuple[Any, ...]


def node_rows(records: GraphRecords) -> Iterator[Row]:
    """A row for each entity, in the columns `NODE_COLUMNS`."""
    graph = to_networkx(records)
    for iri, attributes in graph.nodes(data=True):
        entity = records.entities.get(iri, EntityRecord(iri, "", ()))
        labels = ";".join(dict.fromkeys(local_name(kind) for kind in entity.types)) or "Entity"
        names = attributes["label"], attributes["kind"]
        yield iri, *names, plain(labels), plain(" | ".join(entity.aliases)), plain(" ".join(entity.same_as))


def edge_rows(records: GraphRecords) -> Iterator[Row]:
    """A row for each claim between two entities, in the columns `EDGE_HEADER`; None where something is not known."""
    graph: nx.MultiDiGraph = to_networkx(records)
    for source, target, claim, attributes in graph.edges(keys=True, data=True):
        known = (attributes.get(name) for name in EDGE_COLUMNS)
        yield source, target, plain(local_name(attributes["predicate"])), claim, *known


def write_tables(records: GraphRecords, folder: str | Path, *, format: str) -> list[Path]:  # noqa: A002
    """Writes the tables "nodes" and "edges" into the folder, each whole or not at all; the files.

    Raises:
        QueryError: an unknown format.
        KgError: Parquet without pyarrow.
        StoreError: a file cannot be written.
    """
    if format not in _WRITERS:
        raise QueryError(f"{format}: not a table format; there are {' and '.join(TABLES)}")
    write = _WRITERS[format]()
    tables = {"nodes": (NODE_COLUMNS, node_rows(records)), "edges": (EDGE_HEADER, edge_rows(records))}
    files = []
    for name, (header, rows) in tables.items():
        files.append(Path(folder) / f"{name}.{format}")
        with replacing(files[-1]) as stream:
            write(header, rows, stream)
    return files


def csv_text(header: tuple[str, ...], rows: Iterable[Row]) -> str:
    """A table as CSV; a cell that a spreadsheet would take for a formula starts with an apostrophe."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return buffer.getvalue()


def _cell(value: Any) -> Any:
    """A cell in one line, because importers take a line for a row."""
    if value is None or isinstance(value, int | float):
        return value
    text = " ".join(plain(str(value)).splitlines())
    # A spreadsheet runs what starts like this as a formula (OWASP, CSV injection).
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t")) else text


Writer = Callable[[tuple[str, ...], Iterable[Row], BinaryIO], None]


def _csv() -> Writer:
    def write(header: tuple[str, ...], rows: Iterable[Row], stream: BinaryIO) -> None:
        stream.write(csv_text(tuple(TYPED.get(name, name) for name in header), rows).encode())

    return write


def _parquet() -> Writer:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise KgError("parquet needs pyarrow: pip install 'newskg[tables]'") from error

    def write(header: tuple[str, ...], rows: Iterable[Row], stream: BinaryIO) -> None:
        columns = list(zip(*rows, strict=True)) or [()] * len(header)
        fields = [(name, pa.float64() if name in TYPED else pa.string()) for name in header]
        arrays = [pa.array(column, kind) for column, (_, kind) in zip(columns, fields, strict=True)]
        parquet.write_table(pa.table(arrays, schema=pa.schema(fields)), stream)

    return write


_WRITERS: dict[str, Callable[[], Writer]] = {"csv": _csv, "parquet": _parquet}
TABLES = tuple(_WRITERS)
