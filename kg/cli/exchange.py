"""Commands that hand the graph on and take it back: export and import."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer

from kg.analyse import NETWORKS, TABLES, write_network, write_tables
from kg.cli.console import among, error, many, note, outcome
from kg.cli.options import Directory
from kg.errors import QueryError
from kg.graph import KnowledgeGraph
from kg.store import RDF_FORMATS
from kg.store import export as export_rdf

FORMATS = (*RDF_FORMATS, *NETWORKS, *TABLES)
# What may steer a terminal, or turn the direction of its text (Unicode UAX 9), and stands in texts as it is.
STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Terminal(io.RawIOBase):
    """A terminal that RDF is written to: what could steer it is escaped as RDF and JSON allow, and nothing is lost."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, piece: Any) -> int:
        """Write whole texts."""
        text = bytes(piece).decode("utf-8", "surrogateescape")
        steady = STEERING.sub(lambda found: f"\\u{ord(found[0]):04X}", text)
        return self.stream.write(steady.encode("utf-8", "surrogateescape"))


def export(
    directory: Directory,
    format: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="|".join(FORMATS), help="What to write.", autocompletion=among(*FORMATS)
        ),
    ] = "ttl",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write, a folder for tables; - or none: stdout."),
    ] = None,
    inferred: Annotated[
        bool, typer.Option("--inferred", help="RDF only: also what kg infer wrote, as a named graph of its own.")
    ] = False,
    rdf12: Annotated[
        bool, typer.Option("--rdf12", help="Claims name their triple by rdf:reifies too (RDF 1.2).")
    ] = False,
) -> None:
    """Write the graph as RDF, as a network for Gephi, yEd and Cytoscape, or as tables for Neo4j, pandas and R.

    Example: kg export out -f trig -o graph.trig
    """
    if format not in FORMATS:
        raise QueryError(f"unknown format {format!r}: one of {', '.join(FORMATS)}")
    target = None if output is None or str(output) == "-" else output
    if format in TABLES and target is None:
        raise QueryError(f"{format} needs -o: a folder for its files")
    if inferred and format not in RDF_FORMATS:
        raise QueryError(f"--inferred goes with {', '.join(RDF_FORMATS)}: {format} draws claims")
    if rdf12 and format not in RDF_FORMATS:
        raise QueryError(f"{format} is no RDF: --rdf12 goes with {', '.join(RDF_FORMATS)}")
    with KnowledgeGraph.open(directory) as graph:
        if format in RDF_FORMATS:
            out: Any = Terminal(sys.stdout.buffer) if sys.stdout.isatty() else sys.stdout.buffer
            export_rdf(graph.store, format, target or out, rdf12=rdf12, inferred=inferred)
        elif format in NETWORKS:
            write_network(graph.to_networkx(), target or sys.stdout.buffer, format=format)
        else:
            assert target is not None
            for path in write_tables(graph.records, target, format=format):
                note(f"wrote {path}")


def import_(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="What kg export wrote as .trig, .nq or .jsonld, each also .gz.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where the graph lies or is made.")],
) -> None:
    """Take exported graphs into DIR, article by article; what DIR holds of an article already stays as it is.

    Example: kg import graph.trig -o copy
    """
    with KnowledgeGraph.from_files(files, output) as graph:
        graph.update_files(output)
        for failure in graph.report.failed:
            error(str(failure))
        note(f"{outcome(graph.report, 'added')} · {many(len(graph.records.articles), 'article')} in {output}")
    if graph.report.failed:
        raise typer.Exit(1)
