"""The command extract: articles in, what they say out."""

from __future__ import annotations

import json
import sys

import typer

from kg.build import DEFAULT_MODEL, Settings, extractions
from kg.cli.console import error, progress
from kg.cli.options import Day, Inputs, Known, Model, OntologyFiles, Publisher, Workers
from kg.errors import InputError
from kg.read import count, read, sources


def extract(
    inputs: Inputs,
    model: Model = DEFAULT_MODEL,
    workers: Workers = 1,
    ontology: OntologyFiles = None,
    kb: Known = None,
    date: Day = None,
    publisher: Publisher = None,
) -> None:
    """Print what each article says as JSON, a line an article.

    Example: kg extract report.txt --date 2015-11-14 | jq .claims
    """
    failed: list[InputError] = []
    chosen = Settings(model, tuple(ontology or ()), tuple(kb or ()))
    found = read(
        sources(inputs, on_error=failed.append),
        published=date.date() if date else None,
        publisher=publisher,
        on_error=failed.append,
    )
    with progress() as bar:
        said = extractions(found, settings=chosen, workers=workers, on_error=failed.append)
        total = None if bar.disable else count(inputs)
        for extraction in bar.track(said, total=total, description="reading"):
            sys.stdout.write(json.dumps(extraction.to_dict(), ensure_ascii=False) + "\n")
    for failure in failed:
        error(str(failure))
    if failed:
        raise typer.Exit(1)
