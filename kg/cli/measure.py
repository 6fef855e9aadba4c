"""Command that measures: analyse."""

from __future__ import annotations

import csv
import difflib
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

import networkx as nx
import typer

from kg.analyse import METHODS, Analysis, Figures, Filters, centrality, communities, without_posts
from kg.cli.console import among, many, note, out, table
from kg.cli.options import Directory, MeasuredPart
from kg.errors import QueryError
from kg.graph import KnowledgeGraph

FORMATS = ("table", "csv", "json")
WIDE = ("all members", "time", "article", "certainty", "confidence")
MEASURES: dict[str, Callable[[Analysis], Figures]] = {
    "central": Analysis.central,
    "brokers": Analysis.brokers,
    "cores": Analysis.cores,
    "groups": Analysis.groups,
    "signed": Analysis.signed,
    "balance": Analysis.balance,
    "together": Analysis.together,
    "events": Analysis.events,
}
WITH_ENTITIES = ("around", "paths", "change")
ALL = ", ".join((*MEASURES, *WITH_ENTITIES))


Measure = Annotated[
    str | None,
    typer.Argument(metavar="[MEASURE]", help=f"One of: {ALL}.", autocompletion=among(*MEASURES, *WITH_ENTITIES)),
]
Top = Annotated[int, typer.Option("--top", min=1, help="How many rows.")]
Evidence = Annotated[bool, typer.Option("--evidence", help="Print the sentences behind the rows.")]
Format = Annotated[
    str, typer.Option("--format", metavar="table|csv|json", help="How to print.", autocompletion=among(*FORMATS))
]


@dataclass(frozen=True, slots=True)
class Asked:
    """What single measures ask for."""

    entity: Annotated[str | None, typer.Option("--entity", metavar="NAME", help="around: whose neighbours.")] = None
    between: Annotated[
        tuple[str, str] | None,
        typer.Option("--between", metavar="A B", help="How two entities are connected; paths: in all ways."),
    ] = None
    longest: Annotated[int, typer.Option("--longest", min=1, max=6, help="paths: steps at most.")] = 3
    periods: Annotated[
        tuple[str, str] | None,
        typer.Option("--periods", metavar="A B", help="change: such as 2014 2015, 2015-01/2015-06 2015-07/."),
    ] = None
    ties: Annotated[bool, typer.Option("--ties", help="change: of pairs in place of entities.")] = False
    method: Annotated[
        str,
        typer.Option(
            "--method", metavar="|".join(METHODS), help="groups: how they are found.", autocompletion=among(*METHODS)
        ),
    ] = METHODS[0]


NOTHING, WHOLE = Asked(), MeasuredPart()


def analyse(
    directory: Directory,
    measure: Measure = None,
    top: Top = 15,
    asked: Asked = NOTHING,
    evidence: Evidence = False,
    format: Format = "table",
    part: MeasuredPart = WHOLE,
) -> None:
    """Who is central, who bridges, which groups there are, who is with or against whom, what changed.

    Without MEASURE the most central and the groups. Every row leads back to its claims: --evidence prints their
    sentences, --format json their IRIs.

    Example: kg analyse out brokers --since 2015

    Example: kg analyse out --between "Barack Obama" France

    Example: kg analyse out change --periods 2014 2015 --ties
    """
    if format not in FORMATS:
        raise QueryError(f"unknown format {format!r}: one of {', '.join(FORMATS)}")
    with KnowledgeGraph.open(directory) as graph:
        if measure is None and asked.between is None:
            _overview(graph, part.filters(), top, format)
            return
        analysis = graph.analysis.of(**part.filters())
        found = _measured(analysis, measure, asked)
        if asked.between and not len(found):
            note("no connection")
            raise typer.Exit(1)
        found = found.top(top)
        if evidence:
            found = analysis.evidence((iri for claims in found.claims for iri in claims), title=found.title)
        _print(found, format)


def _measured(analysis: Analysis, measure: str | None, asked: Asked) -> Figures:
    """What was asked for.

    Raises:
        QueryError: there is no such measure, or what it needs is not given.
    """
    if measure is None and asked.between:
        return analysis.connection(*asked.between)
    if measure == "groups":
        return analysis.groups(method=asked.method)
    if measure in MEASURES:
        return MEASURES[measure](analysis)
    if measure == "around" and asked.entity:
        return analysis.around(asked.entity)
    if measure == "paths" and asked.between:
        return analysis.paths(*asked.between, longest=asked.longest)
    if measure == "change" and asked.periods:
        return analysis.change(*asked.periods, ties=asked.ties)
    needs = {"around": "--entity NAME", "paths": "--between A B", "change": "--periods A B"}.get(measure or "")
    if needs:
        raise QueryError(f"{measure} needs {needs}")
    close = difflib.get_close_matches(measure or "", (*MEASURES, *WITH_ENTITIES), n=1)
    hint = f"did you mean {close[0]!r}?" if close else f"there are {ALL}"
    raise QueryError(f"no measure {measure!r}: {hint}")


def _print(found: Figures, format: str) -> None:
    if format == "json":
        sys.stdout.write(found.to_json() + "\n")
    elif format == "csv":
        sys.stdout.write(found.to_csv())
    else:
        shown = found.without(*WIDE)
        numbers = [
            name for n, name in enumerate(shown.columns) if any(isinstance(row[n], int | float) for row in shown.rows)
        ]
        cells = [[f"{c:.4f}" if isinstance(c, float) else "" if c is None else c for c in row] for row in shown.rows]
        out.print(table(shown.title, shown.columns, cells, numbers=numbers))


def _overview(graph: KnowledgeGraph, chosen: Filters, top: int, format: str) -> None:
    projected = without_posts(graph.to_networkx(**chosen), **chosen)
    rows = centrality(projected)[:top]
    if format == "json":
        data = {
            "central": [{f: getattr(r, f) for f in r.__dataclass_fields__} for r in rows],
            "groups": [{"name": c.name, "members": list(c.members)} for c in communities(projected)],
        }
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    elif format == "csv":
        writer = csv.writer(sys.stdout)
        writer.writerow(("iri", "label", "class", "degree", "claims", "pagerank", "betweenness"))
        writer.writerows(
            (r.iri, r.label, r.kind, r.degree, r.claims, f"{r.pagerank:.5f}", f"{r.betweenness:.5f}") for r in rows
        )
    else:
        _tell(projected)
        cells = [(r.label, r.kind, r.degree, r.claims, f"{r.pagerank:.4f}", f"{r.betweenness:.4f}") for r in rows]
        numbers = ("degree", "claims", "PageRank", "betweenness")
        out.print(table("Central", ("entity", "class", *numbers), cells, numbers=numbers))
        groups = [(c.name, len(c.members)) for c in communities(projected)[:top]]
        out.print(table("\nGroups", ("named by", "members"), groups, numbers=("members",)))


def _tell(graph: nx.MultiDiGraph) -> None:
    """What is counted, on stderr: how much there is, and how much of it connects."""
    connected = sum(degree > 0 for _, degree in graph.degree())
    ties = many(graph.number_of_edges(), "claim")
    note(f"{connected:,} of {many(len(graph), 'entity')} are connected, by {ties}; posts and open triples are left out")
