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
EDGE = "#78818e"
Point = tuple[float, float]
Spot = tuple[float, float, float]
NAMED, LETTER, ROOM, SMALL = 80, 5, 24, 6
"""How many ties bear their words at most; in pixels a letter, the room at both ends, and half the height of words."""
PLACES = (0.5, 0.4, 0.6, 0.3, 0.7)
"""How far along a tie its words may stand, the best first."""


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
    taken = [(node["x"] - left, node["y"] - top, node["size"] + SMALL) for node in picture["nodes"]]
    taken += [spot for node in picture["nodes"] for spot in _spots(node, left, top)]
    for pair, relations in named.items() if len(named) <= NAMED else ():
        _name(axes, " · ".join(dict.fromkeys(relations)), *pair, taken)
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


def _spots(node: dict[str, Any], left: float, top: float) -> list[Spot]:
    """The discs that the name of a node covers."""
    x, below = node["x"] - left, node["y"] - top + node["size"] + 11
    return [
        (x + LETTER * (n - len(line) / 2 + 0.5), below + LINE_HEIGHT * number, SMALL)
        for number, line in enumerate(node["lines"])
        for n in range(0, len(line), 2)
    ]


def _name(axes: Axes, words: str, start: Point, end: Point, taken: list[Spot]) -> None:
    """The words of a tie along its line, never upside down, where there is room for them; else nothing.

    `taken` are the discs that other things cover; those of the words are added.
    """
    across, down = end[0] - start[0], end[1] - start[1]
    long, half = hypot(across, down), LETTER * len(words) / 2
    if long <= 2 * half + 2 * ROOM:
        return
    for place in PLACES:
        x, y = start[0] + place * across, start[1] + place * down
        steps = [n * SMALL - half for n in range(int(2 * half / SMALL) + 1)]
        discs = [(x + step * across / long, y + step * down / long, SMALL) for step in steps]
        is_inside = half + ROOM / 2 < place * long < long - half - ROOM / 2
        if is_inside and not any(hypot(a - c, b - d) < r + s for a, b, r in discs for c, d, s in taken):
            taken += discs
            turned = (-degrees(atan2(down, across)) + 90) % 180 - 90
            ground = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.6}
            write(axes, x, y, words, size=9.5, ha="center", color=QUIET, rotation=turned, zorder=2, bbox=ground)
            return


def _key(axes: Axes, kinds: set[str], y: float) -> None:
    x = 8.0
    for kind, look in palette().items():
        if kind in kinds:
            axes.plot([x], [y], MARKERS[look["shape"]], ms=8 * look["scale"], mfc=look["colour"], mec=PAPER, mew=0.5)
            write(axes, x + 11, y, look["label"], size=12, color=QUIET)
            x += 34 + 7.2 * len(look["label"])
