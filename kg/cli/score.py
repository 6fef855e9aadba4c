"""The command that judges: evaluate."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

import typer

from kg.analyse.tables import csv_text
from kg.cli.console import note, out, table
from kg.cli.options import OntologyFiles
from kg.errors import QueryError
from kg.evaluate import KINDS, MEASURES, Aspect, Counts, Mistake, Report, Total
from kg.evaluate import evaluate as judged

FORMATS = ("table", "json", "csv")
COUNTS = ("gold", "found", "predicted", "right")
SCORES = ("P", "R", "F1")
ASPECTS = {
    Aspect.CLAIM: "claims",
    Aspect.CERTAINTY: "and certainty",
    Aspect.SOURCE: "and source",
    Aspect.TIME: "and time",
}
ENDS = tuple(f"{name}_{end}" for name in MEASURES for end in ("low", "high"))
CSV_COLUMNS = ("part", "name", *COUNTS, *MEASURES, *ENDS)
LEVEL = "95 %"
NAMED = 5
"""How many articles a note names."""


def evaluate(
    gold: Annotated[str, typer.Argument(metavar="GOLD", help="What is right, as extraction lines; - for stdin.")],
    predicted: Annotated[str, typer.Argument(metavar="PRED", help="What kg extract printed; - for stdin.")],
    errors: Annotated[
        int, typer.Option("--errors", min=0, metavar="N", help="List N mistakes of each kind with their sentence.")
    ] = 0,
    partial: Annotated[
        list[str] | None,
        typer.Option(
            "--partial",
            metavar="RELATION",
            help="GOLD does not hold this relation in full: others are no errors; repeatable.",
        ),
    ] = None,
    format: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="How to print; csv has no mistakes.")
    ] = "table",
    ontology: OntologyFiles = None,
) -> None:
    """Score claims against gold claims of the same articles: precision, recall, F1, calibration, mistakes.

    Example: kg evaluate gold.jsonl predicted.jsonl --errors 5
    """
    if format not in FORMATS:
        raise QueryError(f"unknown format {format!r}: one of {', '.join(FORMATS)}")
    if gold == predicted == "-":
        raise QueryError("GOLD and PRED cannot both be standard input")
    if format == "csv" and errors:
        raise QueryError("csv has no place for mistakes: --errors goes with table and json")
    report = judged(gold, predicted, partial=partial or (), ontology=ontology or ())
    _tell_differences(report)
    shown = [m for kind in KINDS for m in [m for m in report.mistakes if m.kind == kind][:errors]]
    if format == "json":
        data = replace(report, mistakes=shown).to_dict()
        sys.stdout.write(json.dumps(data, ensure_ascii=sys.stdout.isatty(), indent=1) + "\n")
    elif format == "csv":
        sys.stdout.write(csv_text(CSV_COLUMNS, _csv_rows(report)))
    else:
        _print_tables(report, shown)


def _tell_differences(report: Report) -> None:
    """Name, on stderr, the articles that the two files do not share."""
    for articles, what in (
        (report.missing, "missing in PRED, all their claims count as missed"),
        (report.ignored, "not in GOLD, ignored"),
        (report.differing, "with another text in PRED, compared by names alone"),
    ):
        if articles:
            more = ", …" if len(articles) > NAMED else ""
            note(f"{len(articles)} articles {what}: {', '.join(articles[:NAMED])}{more}")


def _print_tables(report: Report, shown: list[Mistake]) -> None:
    relations = [(name, *_cells(counts)) for name, counts in report.relations.items()]
    rows = [*relations, ("all", *_cells(report.counts))]
    out.print(table(None, ("relation", *COUNTS, *SCORES), rows, numbers=(*COUNTS, *SCORES)))
    totals = [
        (ASPECTS[aspect], *_with_intervals(total), _kept(aspect, total)) for aspect, total in report.totals.items()
    ]
    columns = [column for score in SCORES for column in (score, LEVEL)]
    out.print(table("\nIn all", ("", *columns, "of found"), totals, numbers=(*columns, "of found")))
    reliability = report.calibration
    bins = [(f"{b.low:.1f}–{b.high:.1f}", b.claims, f"{b.confidence:.3f}", f"{b.right:.3f}") for b in reliability.bins]
    numbers = ("claims", "mean", "right")
    out.print(table("\nConfidence", ("between", *numbers), bins, numbers=numbers))
    out.print(f"expected calibration error {reliability.error:.3f}, Brier score {reliability.brier:.3f}")
    if shown:
        lines = [line for m in shown for line in ((m.kind, _claim(m)), ("", f"{m.article}: {m.sentence}"))]
        out.print(table("\nMistakes", ("", "claim and sentence"), lines))


def _cells(counts: Counts) -> tuple[object, ...]:
    return (*(getattr(counts, name) for name in COUNTS), *(f"{getattr(counts, name):.3f}" for name in MEASURES))


def _with_intervals(total: Total) -> Iterator[str]:
    for name in MEASURES:
        interval = (total.intervals or {}).get(name)
        yield f"{getattr(total.counts, name):.3f}"
        yield f"{interval.low:.3f}–{interval.high:.3f}" if interval else ""


def _kept(aspect: Aspect, total: Total) -> str:
    return "" if aspect is Aspect.CLAIM or not total.told else f"{total.share:.3f}"


def _claim(mistake: Mistake) -> str:
    text = f"{mistake.subject} – {mistake.relation} – {mistake.object or 'nothing'}"
    if mistake.kind in set(Aspect):
        text += f" (gold: {mistake.gold or 'none'}; predicted: {mistake.predicted or 'none'})"
    elif mistake.confidence is not None:
        text += f" ({mistake.confidence:.2f})"
    return text


def _csv_rows(report: Report) -> Iterator[tuple[object, ...]]:
    for aspect, total in report.totals.items():
        ends = [(total.intervals or {}).get(name) for name in MEASURES]
        cells = (cell for i in ends for cell in (("", "") if i is None else (f"{i.low:.3f}", f"{i.high:.3f}")))
        yield ("total", aspect.value, *_cells(total.counts), *cells)
    for part, scores in (("relation", report.relations), ("article", report.articles)):
        for name, counts in scores.items():
            yield (part, name, *_cells(counts), *("" for _ in ENDS))
