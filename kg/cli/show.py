"""The command that draws the graph: view."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import note
from kg.cli.options import WHOLE, Directory, Part
from kg.errors import QueryError
from kg.graph import KnowledgeGraph

Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write; DIR/graph.html without. FILE.svg, .png and .pdf are still pictures.",
    ),
]
Entity = Annotated[
    str | None, typer.Option("--entity", metavar="NAME", help="Only this entity and what lies around it.")
]
Depth = Annotated[int, typer.Option("--depth", min=1, help="Steps around --entity.")]
Limit = Annotated[
    int | None, typer.Option("--limit", min=1, help="Most entities drawn at first: 150, in a still picture 40.")
]


@dataclass(frozen=True, slots=True)
class Kind:
    """Which picture is drawn in place of the graph."""

    matrix: Annotated[
        bool, typer.Option("--matrix", help="Who deals with whom, as a table of cooperation and conflict.")
    ] = False
    timeline: Annotated[bool, typer.Option("--timeline", help="Events over time, a lane for each actor.")] = False
    map: Annotated[bool, typer.Option("--map", help="Events by place, on a map without tiles.")] = False
    report: Annotated[
        bool, typer.Option("--report", help="One page on --entity: facts, sentences, events, neighbours.")
    ] = False

    def name(self, entity: str | None) -> str | None:
        """The picture's name; None for the graph itself.

        Raises:
            QueryError: several were asked for, or one does not go with `entity`, or not without.
        """
        asked = [name for name in self.__dataclass_fields__ if getattr(self, name)]
        if len(asked) > 1:
            raise QueryError(f"--{asked[0]} and --{asked[1]} are two pictures: ask for one")
        if self.report and entity is None:
            raise QueryError("--report needs --entity NAME")
        if asked and not self.report and entity is not None:
            raise QueryError(f"--{asked[0]} shows the busiest actors: it goes without --entity")
        return asked[0] if asked else None


GRAPH = Kind()


def view(
    directory: Directory,
    output: Output = None,
    entity: Entity = None,
    depth: Depth = 1,
    limit: Limit = None,
    part: Part = WHOLE,
    kind: Kind = GRAPH,
) -> None:
    """Draw the graph, or a part of it, as one HTML page that works offline, or as a still picture.

    Example: kg view out --entity "Barack Obama" -o obama.html

    Example: kg view out -o graph.svg --limit 40

    Example: kg view out --matrix --since 2015-11

    Example: kg view out --timeline --since 2015 -o timeline.pdf

    Example: kg view out --map --min-confidence 0.6

    Example: kg view out --report --entity "Barack Obama"
    """
    picture, chosen = kind.name(entity), part.filters()
    target = output or directory / f"{picture or 'graph'}.html"
    with KnowledgeGraph.open(directory) as graph:
        if picture == "report" and entity is not None:
            written = graph.to_report(target, entity, **chosen)
        elif picture is not None:
            draw = {"matrix": graph.to_matrix, "timeline": graph.to_timeline, "map": graph.to_map}[picture]
            written = draw(target, **chosen)
        else:
            from kg.view import is_still  # loads what draws, which no other command needs

            most = {} if limit is None else {"limit": limit}
            draw_graph = graph.to_picture if is_still(target) else graph.to_html
            written = draw_graph(target, entity=entity, depth=depth, **most, **chosen)
        note(f"wrote {written}")
