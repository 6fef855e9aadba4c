"""Commands that make a graph one can trust: infer, validate."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from kg.analyse.plain import plain
from kg.cli.console import note, out, table
from kg.cli.options import Directory, OntologyFiles
from kg.errors import QueryError
from kg.graph import KnowledgeGraph
from kg.store import rules

REPORTS = ("text", "json", "ttl")


def infer(
    directory: Directory,
    remove: Annotated[bool, typer.Option("--remove", help="Take back all that was inferred.")] = False,
    ontology: OntologyFiles = None,
) -> None:
    """Write what follows from the claims (the rules in ontology/rules) into a named graph of its own.

    Only what is affirmed and actual is reasoned from. Each inferred triple names its rule and its claims; later
    builds and removals keep the inferences up to date, by the --ontology that was given last (to kg build or here).

    Example: kg infer out
    """
    if remove and ontology:
        raise QueryError("--remove takes no --ontology")
    with KnowledgeGraph.open(directory) as graph:
        if remove:
            had = graph.store.withdraw_inferences()
            note("the inferences are removed" if had else "there were no inferences")
            return
        counts = graph.infer(ontology=ontology or ())
        name = graph.store.inferred_graph.value
    rows = [(rule, counts[rule], query.partition("\n")[0].lstrip("# ")) for rule, query in rules().items()]
    rows.append(("events", counts["events"], '"A met B on Friday": a sem:Event with its actors and its time:Instant'))
    out.print(table(None, ("rule", "triples", "for example"), rows, numbers=("triples",)))
    note(f"{sum(counts.values())} triples inferred in the graph <{name}>; kg export --inferred writes them too")


def validate(
    directory: Directory,
    format: Annotated[
        str,
        typer.Option("--format", metavar="|".join(REPORTS), help="How to print; ttl is SHACL's own report."),
    ] = "text",
    limit: Annotated[int, typer.Option("--limit", min=0, help="How many of each kind text shows; 0 for all.")] = 5,
    ontology: OntologyFiles = None,
) -> None:
    """Check the graph against the shapes of the ontology (SHACL); exit 1 where it does not conform.

    Example: kg validate out
    """
    if format not in REPORTS:
        raise QueryError(f"unknown format {format!r}: one of {', '.join(REPORTS)}")
    with KnowledgeGraph.open(directory) as graph:
        report = graph.check(ontology=ontology or ())
    if format == "text":
        typer.echo(plain(report.text(limit=limit or None)).rstrip("\n"))
    elif format == "json":
        sys.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(report.as_turtle())
    if not report.conforms:
        raise typer.Exit(1)
