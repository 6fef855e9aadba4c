"""The command that draws the graph: view."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import note
from kg.cli.read import Directory, Since, Until
from kg.errors import QueryError
from kg.graph import KnowledgeGraph


def view(
    directory: Directory,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write; DIR/graph.html without."),
    ] = None,
    entity: Annotated[str | None, typer.Option("--entity", help="Only this entity and what lies around it.")] = None,
    depth: Annotated[int, typer.Option("--depth", min=1, help="Steps around --entity.")] = 1,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most entities drawn at first.")] = 150,
    relation: Annotated[list[str] | None, typer.Option("--relation", help="Only these relations; repeatable.")] = None,
    classes: Annotated[
        list[str] | None, typer.Option("--class", help="Only entities of these classes; repeatable.")
    ] = None,
    since: Since = None,
    until: Until = None,
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Only claims at least this sure.")
    ] = 0.0,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Who deals with whom, as a table of cooperation and conflict.")
    ] = False,
    timeline: Annotated[bool, typer.Option("--timeline", help="Events over time, a lane for each actor.")] = False,
) -> None:
    """Draw the graph, or a part of it, as one HTML page that works offline.

    Example: kg view out --entity "Barack Obama" -o obama.html

    Example: kg view out --matrix --since 2015-11

    Example: kg view out --timeline --since 2015
    """
    if (matrix or timeline) and entity is not None:
        raise QueryError(f"--{'matrix' if matrix else 'timeline'} shows the busiest actors: it goes without --entity")
    if matrix and timeline:
        raise QueryError("--matrix and --timeline are two pictures: ask for one")
    with KnowledgeGraph.open(directory) as graph:
        if matrix or timeline:
            draw = graph.to_matrix if matrix else graph.to_timeline
            path = draw(
                output or directory / ("matrix.html" if matrix else "timeline.html"),
                relations=relation,
                classes=classes,
                since=since,
                until=until,
                min_confidence=min_confidence,
            )
            note(f"wrote {path}")
            return
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
