"""Options that several commands share, and how a group of them stands in a command as one parameter."""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from kg.analyse import DENIED, Filters
from kg.cli.console import among
from kg.model import Modality

GRAINS = {4: "%Y", 7: "%Y-%m", 10: "%Y-%m-%d"}
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x20<>\"{}|\\^`]*[/#]")


def _namespace(value: str | None) -> str | None:
    if value is not None and not IRI.fullmatch(value):
        raise typer.BadParameter("not an absolute IRI that ends in / or #")
    return value


def _time(value: str | None) -> str | None:
    try:
        if value is not None:
            datetime.strptime(value, GRAINS[len(value)])
    except (KeyError, ValueError):
        raise typer.BadParameter("not a date such as 2015, 2015-11 or 2015-11-13") from None
    return value


Directory = Annotated[Path, typer.Argument(metavar="DIR", help="A directory that kg build made.")]
Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT…",
        help="Files, folders, globs (.txt .md .html .jsonl .json .rss .atom .xml .warc, each also .gz), - for stdin, or"
        " http and https addresses; only these are fetched, links in them are not followed.",
    ),
]
Model = Annotated[str, typer.Option("--model", metavar="NAME", help="Any installed spaCy English pipeline.")]
Workers = Annotated[int, typer.Option("--workers", "-w", min=1, metavar="N", help="Processes that read.")]
OntologyFiles = Annotated[
    list[str] | None,
    typer.Option("--ontology", metavar="FILE", help="Turtle with relations of your own; repeatable."),
]
Known = Annotated[list[str] | None, typer.Option("--kb", metavar="FILE", help="RDF of known entities; repeatable.")]
Day = Annotated[
    datetime | None,
    typer.Option("--date", formats=["%Y-%m-%d"], help="Publication day where the input tells none."),
]
Publisher = Annotated[str | None, typer.Option("--publisher", help="Publisher where the input tells none.")]
Base = Annotated[
    str | None,
    typer.Option(
        "--base", metavar="IRI", callback=_namespace, help="Namespace of the things in a new graph; ends in / or #."
    ),
]
Relations = Annotated[
    list[str] | None, typer.Option("--relation", metavar="NAME", help="Only these relations; repeatable.")
]
Classes = Annotated[
    list[str] | None, typer.Option("--class", metavar="NAME", help="Only entities of these classes; repeatable.")
]
Articles = Annotated[
    list[str] | None, typer.Option("--article", metavar="ID", help="Only what these articles say; repeatable.")
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", callback=_time, help="Claims from this date on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", callback=_time, help="Claims up to this date.")]
Surest = Annotated[float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Only claims at least this sure.")]
Modalities = Annotated[
    list[str] | None,
    typer.Option(
        "--modality",
        metavar="NAME",
        autocompletion=among(*Modality, DENIED),
        help="Only claims that are actual, planned, possible, required, conditional or denied; repeatable.",
    ),
]
Sources = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="NAME", help="Only what this publisher or person says; repeatable."),
]
Direct = Annotated[bool, typer.Option("--direct", help="Only what is affirmed and actual.")]


@dataclass(frozen=True, slots=True)
class Part:
    """The part of the graph that is asked for."""

    relation: Relations = None
    class_: Classes = None
    since: Since = None
    until: Until = None
    min_confidence: Surest = 0.0
    modality: Modalities = None
    source: Sources = None

    def filters(self) -> Filters:
        """As `kg.analyse.select` takes them."""
        return {
            "relations": self.relation,
            "classes": self.class_,
            "since": self.since,
            "until": self.until,
            "min_confidence": self.min_confidence,
            "modalities": self.modality,
            "sources": self.source,
        }


WHOLE = Part()


@dataclass(frozen=True, slots=True)
class MeasuredPart(Part):
    """The part of the graph that is measured."""

    article: Articles = None
    direct: Direct = False

    def filters(self) -> Filters:
        """As `kg.analyse.select` takes them."""
        return {**Part.filters(self), "articles": self.article, "direct_only": self.direct}


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """The command as Typer reads it: where it takes a dataclass, the fields of that are options of their own."""
    hints = get_type_hints(command, include_extras=True)
    groups = {name: hints[name] for name in inspect.signature(command).parameters if is_dataclass(hints[name])}
    if not groups:
        return command

    @functools.wraps(command)
    def spread_out(**given: Any) -> None:
        made = {name: group(**{f.name: given.pop(f.name) for f in fields(group)}) for name, group in groups.items()}
        command(**given, **made)

    parameters = []
    for name, parameter in inspect.signature(command).parameters.items():
        parameters += _fields(groups[name]) if name in groups else [parameter.replace(annotation=hints[name])]
    named = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in parameters]
    spread_out.__annotations__ = {parameter.name: parameter.annotation for parameter in named}
    spread_out.__dict__["__signature__"] = inspect.Signature(named)
    del spread_out.__dict__["__wrapped__"]
    return spread_out


def _fields(group: Any) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    kind = inspect.Parameter.KEYWORD_ONLY
    return [inspect.Parameter(f.name, kind, default=f.default, annotation=hints[f.name]) for f in fields(group)]
