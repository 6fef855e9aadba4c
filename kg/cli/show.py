"""Commands that hand the graph on: export and view."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.analyse import write as write_projection
from kg.cli.console import note
from kg.cli.read import Directory, Since, Until
from kg.errors import QueryError
from kg.graph import KnowledgeGraph
from kg.store import RDF_FORMATS
from kg.store import export as export_rdf

PROJECTIONS = ("graphml", "gexf", "csv")


def export(
    directory: Directory,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="|".join((*RDF_FORMATS, *PROJECTIONS)), help="What to write.")
    ] = "ttl",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; stdout without.")
    ] = None,
    inferred: Annotated[
        bool, typer.Option("--inferred", help="RDF only: also what kg infer wrote, as a named graph of its own.")
    ] = False,
) -> None:
    """Write the graph as RDF, or as a network for Gephi, Cytoscape and spreadsheets.

    Example: kg export out -f trig -o graph.trig
    """
    if format not in (*RDF_FORMATS, *PROJECTIONS):
        raise QueryError(f"unknown format {format!r}: one of {', '.join((*RDF_FORMATS, *PROJECTIONS))}")
    if inferred and format not in RDF_FORMATS:
        raise QueryError(f"--inferred goes with {', '.join(RDF_FORMATS)}: {format} draws claims")
    with KnowledgeGraph.open(directory) as graph:
        if format in RDF_FORMATS:
            target = sys.stdout.buffer if output is None or str(output) == "-" else output
            export_rdf(graph.store, format, target, inferred=inferred)
        elif output is None:
            raise QueryError(f"{format} needs -o: a file, or for csv a folder")
        else:
            for path in write_projection(graph.to_networkx(), output, format=format):
                note(f"wrote {path}")


def view(
    directory: Directory,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write; DIR/graph.html without."),
    ] = None,
    entity: Annotated[str | None, typer.Option("--entity", help="Only this entity and what lies around it.")] = None,
    depth: Annotated[int, typer.Option("--depth", min=1, help="Steps around --entity.")] = 1,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most entities drawn.")] = 150,
    relation: Annotated[list[str] | None, typer.Option("--relation", help="Only these relations; repeatable.")] = None,
    classes: Annotated[
        list[str] | None, typer.Option("--class", help="Only entities of these classes; repeatable.")
    ] = None,
    since: Since = None,
    until: Until = None,
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Only claims at least this sure.")
    ] = 0.0,
) -> None:
    """Draw the graph, or a part of it, as one HTML page that works offline.

    Example: kg view out --entity "Barack Obama" -o obama.html
    """
    with KnowledgeGraph.open(directory) as graph:
        path = graph.to_html(
            output or directory / "graph.html",
            limit=limit,
            entity=entity,
            depth=depth,
            relations=relation,
            classes=classes,
            since=since,
            until=until,
            min_confidence=min_confidence,
        )
    note(f"wrote {path}")
