"""Events by place as a figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Unpack

from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke

from kg.analyse.plain import clip
from kg.analyse.selection import Filters
from kg.store.records import GraphRecords
from kg.view.atlas import atlas, drawing
from kg.view.cards import Cards
from kg.view.plots.sheet import PAPER, QUIET, key, mark, sheet, write

LAND, SEA, KEY = "#e4e1da", "#eef4f7", 30


def atlas_figure(
    records: GraphRecords,
    *,
    title: str = "Events by place",
    labels: Mapping[str, str] | None = None,
    **filters: Unpack[Filters],
) -> Figure:
    """The map of `kg.view.atlas_page`, with its options."""
    picture = drawing(atlas(records, **filters), Cards(records, labels or {}))
    width, height = picture["width"], picture["height"]
    figure, axes = sheet(width, height + KEY, clip(title, 200))
    axes.fill([0, width, width, 0], [0, 0, height, height], color=SEA, lw=0, zorder=0)
    land = PolyCollection(picture["land"], facecolors=LAND, edgecolors=PAPER, linewidths=0.6, zorder=1)
    axes.add_collection(land, autolim=False)
    axes.fill([0, width, width, 0], [height, height, height + KEY, height + KEY], color=PAPER, lw=0, zorder=1.5)
    for spot in picture["marks"]:
        mark(axes, spot["x"], spot["y"], spot["r"], side=spot["side"], alpha=0.9, zorder=2)
        halo = [withStroke(linewidth=2, foreground=PAPER)]
        write(axes, spot["label"][0], spot["label"][1], spot["name"], size=12, zorder=3, path_effects=halo)
    key(axes, 6, height + KEY / 2)
    write(axes, width, height + KEY / 2, "outlines: Natural Earth · places: GeoNames", size=12, ha="right", color=QUIET)
    return figure
