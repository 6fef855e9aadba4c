"""The strongest entities and their ties as a figure."""

from __future__ import annotations

from collections import defaultdict
from math import atan2, degrees, hypot
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch
from matplotlib.patheffects import withStroke

from kg.store.records import GraphRecords
from kg.view.plots.sheet import INK, PAPER, POINTS_A_PIXEL, QUIET, sheet, write
from kg.view.scene import palette
from kg.view.sketch import outlined

MARKERS = {"dot": "o", "square": "s", "diamond": "D", "star": "*", "hexagon": "h", "triangle": "^", "triangleDown": "v"}
KEY, LINE_HEIGHT = 34, 15
EDGE = "#8a8f98"
Point = tuple[float, float]
NAMED, LETTER, ROOM = 80, 5, 24
"""How many ties bear their words at most, the pixels of a letter, and of the room at both ends."""


def network_figure(records: GraphRecords, **options: Any) -> Figure:
    """The drawing of `kg.view.sketch`, with its options, and what its shapes mean."""
    picture = outlined(records, **options)
    left, top, width, height = picture["left"], picture["top"], picture["width"], picture["height"]
    figure, axes = sheet(max(width, 560), height + KEY, picture["title"])
    halo = [withStroke(linewidth=2.2, foreground=PAPER)]
    named: dict[tuple[Point, Point], list[str]] = defaultdict(list)
    for edge in picture["edges"]:
        ends = (edge["x1"] - left, edge["y1"] - top), (edge["x2"] - left, edge["y2"] - top)
        axes.add_patch(
            FancyArrowPatch(
                *ends,
                arrowstyle="-|>" if edge["arrow"] else "-",
                shrinkA=edge["from"] * POINTS_A_PIXEL,
                shrinkB=(edge["to"] + 2) * POINTS_A_PIXEL,
                mutation_scale=7,
                color=EDGE,
                lw=edge["width"] * POINTS_A_PIXEL,
                ls=(0, tuple(edge["dash"])) if edge["dash"] else "-",
                zorder=1,
            )
        )
        named[min(ends), max(ends)].append(edge["relation"])
        if edge["denied"]:
            axes.plot(*([(a + b) / 2] for a, b in zip(*ends, strict=True)), "x", ms=6, mec=INK, mew=1.2, zorder=2)
    if len(named) <= NAMED:
        for pair, relations in named.items():
            _name(axes, " · ".join(dict.fromkeys(relations)), *pair)
    for node in picture["nodes"]:
        x, y = node["x"] - left, node["y"] - top
        marker = MARKERS[node["shape"]]
        points = 2 * node["size"] * POINTS_A_PIXEL
        axes.plot([x], [y], marker, ms=points, mfc=node["colour"], mec=PAPER, mew=0.8, zorder=3)
        for number, line in enumerate(node["lines"]):
            below = y + node["size"] + 11 + LINE_HEIGHT * number
            write(axes, x, below, line, ha="center", zorder=4, path_effects=halo)
    _key(axes, {node["kind"] for node in picture["nodes"]}, height + KEY / 2)
    return figure


def _name(axes: Axes, words: str, start: Point, end: Point) -> None:
    """The words of a tie along its line, never upside down; nothing where the line is too short for them."""
    across, down = end[0] - start[0], end[1] - start[1]
    if hypot(across, down) > LETTER * len(words) + 2 * ROOM:
        turned = (-degrees(atan2(down, across)) + 90) % 180 - 90
        x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
        halo = [withStroke(linewidth=2, foreground=PAPER)]
        write(axes, x, y, words, size=9.5, ha="center", color=QUIET, rotation=turned, zorder=2, path_effects=halo)


def _key(axes: Axes, kinds: set[str], y: float) -> None:
    x = 8.0
    for kind, look in palette().items():
        if kind in kinds:
            axes.plot([x], [y], MARKERS[look["shape"]], ms=8 * look["scale"], mfc=look["colour"], mec=PAPER, mew=0.5)
            write(axes, x + 11, y, look["label"], size=12, color=QUIET)
            x += 34 + 7.2 * len(look["label"])
