"""The command that draws the graph: view."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.analyse import Filters
from kg.cli.console import note
from kg.cli.read import Directory, Modalities, Since, Sources, Until
from kg.errors import QueryError
from kg.graph import KnowledgeGraph
from kg.view import is_still


def view(
    directory: Directory,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write; DIR/graph.html without. FILE.svg, .png and .pdf are still pictures.",
        ),
    ] = None,
    entity: Annotated[
        str | None, typer.Option("--entity", metavar="NAME", help="Only this entity and what lies around it.")
    ] = None,
    depth: Annotated[int, typer.Option("--depth", min=1, help="Steps around --entity.")] = 1,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="Most entities drawn at first: 150, in a still picture 40.")
    ] = None,
    relation: Annotated[
        list[str] | None, typer.Option("--relation", metavar="NAME", help="Only these relations; repeatable.")
    ] = None,
    classes: Annotated[
        list[str] | None, typer.Option("--class", metavar="NAME", help="Only entities of these classes; repeatable.")
    ] = None,
    since: Since = None,
    until: Until = None,
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Only claims at least this sure.")
    ] = 0.0,
    modality: Modalities = None,
    source: Sources = None,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Who deals with whom, as a table of cooperation and conflict.")
    ] = False,
    timeline: Annotated[bool, typer.Option("--timeline", help="Events over time, a lane for each actor.")] = False,
    map: Annotated[bool, typer.Option("--map", help="Events by place, on a map without tiles.")] = False,
    report: Annotated[
        bool, typer.Option("--report", help="One page on --entity: facts, sentences, events, neighbours.")
    ] = False,
) -> None:
    """Draw the graph, or a part of it, as one HTML page that works offline, or as a still picture.

    Example: kg view out --entity "Barack Obama" -o obama.html

    Example: kg view out -o graph.svg --limit 40

    Example: kg view out --matrix --since 2015-11

    Example: kg view out --timeline --since 2015 -o timeline.pdf

    Example: kg view out --map --min-confidence 0.6

    Example: kg view out --report --entity "Barack Obama"
    """
    asked = {"matrix": matrix, "timeline": timeline, "map": map, "report": report}
    pictures = [name for name, wanted in asked.items() if wanted]
    if len(pictures) > 1:
        raise QueryError(f"--{pictures[0]} and --{pictures[1]} are two pictures: ask for one")
    if report and entity is None:
        raise QueryError("--report needs --entity NAME")
    if pictures and not report and entity is not None:
        raise QueryError(f"--{pictures[0]} shows the busiest actors: it goes without --entity")
    chosen: Filters = {
        "relations": relation,
        "classes": classes,
        "since": since,
        "until": until,
        "min_confidence": min_confidence,
        "modalities": modality,
        "sources": source,
    }
    with KnowledgeGraph.open(directory) as graph:
        if report and entity is not None:
            note(f"wrote {graph.to_report(output or directory / 'report.html', entity, **chosen)}")
        elif pictures:
            draw = {"matrix": graph.to_matrix, "timeline": graph.to_timeline, "map": graph.to_map}[pictures[0]]
            note(f"wrote {draw(output or directory / f'{pictures[0]}.html', **chosen)}")
        else:
            most = {} if limit is None else {"limit": limit}
            target = output or directory / "graph.html"
            write = graph.to_picture if is_still(target) else graph.to_html
            note(f"wrote {write(target, entity=entity, depth=depth, **most, **chosen)}")
