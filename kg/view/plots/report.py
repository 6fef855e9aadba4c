"""One page on an entity as a figure: what is said of it, who it is told of with, its events over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any, Unpack

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from kg.analyse.plain import clip
from kg.analyse.selection import Filters
from kg.store.records import GraphRecords
from kg.view.plots.sheet import HUES, QUIET, sheet, write
from kg.view.plots.timeline import lanes
from kg.view.report import reported

FACTS, BARS = 16, 12
ROW, GAP, SIDE = 22, 34, 720


def report_figure(
    records: GraphRecords,
    entity: str,
    *,
    labels: Mapping[str, str] | None = None,
    symmetric: Collection[str] = (),
    **filters: Unpack[Filters],
) -> Figure:
    """The head, strongest facts, neighbours and timeline of `kg.view.report_page`, with its options.

    Raises:
        QueryError: nothing in the graph is called so.
    """
    told = reported(records, entity, labels=labels, symmetric=symmetric, **filters)
    facts = _facts(told["relations"])[:FACTS]
    rows = max(len(facts), min(len(told["neighbours"]), BARS), 1)
    picture = told["picture"]
    below = GAP + ROW * (rows + 1) + GAP
    figure, axes = sheet(picture["width"], below + (picture["height"] + GAP if picture["marks"] else 0), told["title"])
    head = " · ".join(told["types"][:4]) + f" — {told['count']} claims in {told['articles']} articles"
    write(axes, 0, 0, head, size=13, color=QUIET)
    _write_facts(axes, facts)
    _neighbours(axes, told["neighbours"][:BARS], picture["width"])
    if picture["marks"]:
        write(axes, 0, below, "Over time", size=14, weight="bold")
        lanes(axes, picture, top=below + GAP / 2)
    return figure


def _facts(relations: list[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """What is said and, beside it, how: what several sentences say stands once."""
    said = [claim for relation in relations for claim in relation["claims"]]
    times = Counter((claim["said"], claim["held"], claim["time"]) for claim in said)
    found: dict[tuple[str, str, str], str] = {}
    for claim in said:
        key = claim["said"], claim["held"], claim["time"]
        often = f"{times[key]} sentences" if times[key] > 1 else ""
        found.setdefault(key, " · ".join(filter(None, (claim["held"], claim["time"], often, claim["certainty"]))))
    return [(words, note) for (words, _, _), note in found.items()]


def _write_facts(axes: Axes, facts: list[tuple[str, str]]) -> None:
    write(axes, 0, GAP, "What is said", size=14, weight="bold")
    for number, (words, note) in enumerate(facts):
        y = GAP + ROW * (number + 1.2)
        write(axes, 0, y, clip(words, 78))
        write(axes, SIDE - 30, y, note, size=11, ha="right", color=QUIET)


def _neighbours(axes: Axes, neighbours: list[Mapping[str, Any]], width: float) -> None:
    write(axes, SIDE, GAP, "Told of with", size=14, weight="bold")
    for number, other in enumerate(neighbours):
        y = GAP + ROW * (number + 1.2)
        write(axes, SIDE, y, clip(other["name"], 26))
        longest = width - SIDE - 220
        axes.add_patch(Rectangle((SIDE + 190, y - 5), longest * other["share"] / 100, 10, fc=HUES["cooperation"], lw=0))
        write(axes, width, y, str(other["count"]), size=12, ha="right", color=QUIET)
