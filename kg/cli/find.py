"""The command that searches: kg search."""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from kg.cli.console import note, out, table
from kg.cli.options import Directory
from kg.errors import QueryError
from kg.graph import KnowledgeGraph

FORMATS = ("table", "csv", "json")


def search(
    directory: Directory,
    words: Annotated[
        list[str], typer.Argument(metavar="WORD…", help='Words; "…" keeps several together, paris* begins one.')
    ],
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, help="At most so many hits.")] = 20,
    format: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="How to print the hits.")
    ] = "table",
) -> None:
    """Find entities and sentences by their words; each with its article and the claims that rest on it.

    Example: kg search out "prime minister" Paris
    """
    if format not in FORMATS:
        raise QueryError(f"unknown format {format!r}: one of {', '.join(FORMATS)}")
    with KnowledgeGraph.open(directory) as graph:
        hits = graph.search(
            " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words), limit=limit
        )
    if format == "json":
        sys.stdout.write(json.dumps([asdict(hit) for hit in hits], ensure_ascii=True, indent=1) + "\n")
    elif format == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(("kind", "text", "article", "start", "end", "entity", "claims"))
        writer.writerows((h.kind, h.text, h.article_id, h.start, h.end, h.entity, " ".join(h.claims)) for h in hits)
    else:
        rows = [(h.kind, h.text, h.article_id, h.published or "", len(h.claims)) for h in hits]
        out.print(table(None, ("kind", "text", "article", "published", "claims"), rows, numbers=("claims",)))
        if not hits:
            note("nothing found")
