"""Events over time as a figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Unpack

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from kg.analyse.plain import clip
from kg.analyse.selection import Filters
from kg.store.records import GraphRecords
from kg.view.cards import Cards
from kg.view.lanes import drawing
from kg.view.plots.sheet import HUES, INK, LINE, PAPER, QUIET, key, mark, sheet, write
from kg.view.timeline import LANES, timeline

BAR, KEY = 5, 30


def timeline_figure(
    records: GraphRecords,
    *,
    title: str = "Events over time",
    actors: int = LANES,
    labels: Mapping[str, str] | None = None,
    **filters: Unpack[Filters],
) -> Figure:
    """The lanes of `kg.view.timeline_page`, with its options."""
    picture = drawing(timeline(records, actors=actors, **filters), Cards(records, labels or {}))
    figure, axes = sheet(picture["width"], picture["height"] + KEY, clip(title, 200))
    lanes(axes, picture)
    key(axes, picture["gutter"], picture["height"] + KEY / 2)
    write(
        axes,
        picture["width"],
        picture["height"] + KEY / 2,
        "hollow: not a fact yet · ×: denied",
        ha="right",
        color=QUIET,
    )
    return figure


def lanes(axes: Axes, picture: Mapping[str, Any], *, top: float = 0) -> None:
    """What `kg.view.lanes.drawing` placed, `top` pixels below the top of the axes."""
    for tick in picture["ticks"]:
        axes.plot([tick["x"]] * 2, [top + picture["top"] - 8, top + picture["height"]], color=LINE, lw=0.8, zorder=1)
        write(axes, tick["x"], top + picture["top"] - 18, tick["text"], size=12, ha="center", color=QUIET)
    for lane in picture["lanes"]:
        axes.plot([picture["gutter"], picture["width"]], [top + lane["y"]] * 2, color=LINE, lw=1.1, zorder=1)
        write(axes, picture["gutter"] - 12, top + lane["y"], lane["short"], ha="right")
    for place, item in enumerate(picture["marks"], 2):
        y, middle = top + item["y"], item["x"]
        if item["is_day"]:
            mark(axes, middle, y, min(6 + item["count"], 11), side=item["side"], held=item["held"], zorder=place)
        else:
            _bar(axes, item, y, place)
            middle += item["width"] / 2
        if item["count"] > 1 and "denied" not in item["held"]:
            write(axes, middle, y, str(item["count"]), size=10, ha="center", zorder=place + 0.5)


def _bar(axes: Axes, item: Mapping[str, Any], y: float, place: float) -> None:
    """A bar with round ends for what lasts, or whose day is not told."""
    hue = HUES[item["side"]]
    look: dict[str, Any] = {"fc": PAPER, "ec": hue, "lw": 1.4} if item["held"] else {"fc": hue, "ec": INK, "lw": 0.5}
    start, length = item["x"] + BAR, max(item["width"] - 2 * BAR, 0)
    shape = f"round,pad={BAR},rounding_size={BAR}"
    axes.add_patch(FancyBboxPatch((start, y), length, 0, boxstyle=shape, zorder=place, **look))
