"""Who deals with whom as a figure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Unpack

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from kg.analyse.plain import clip
from kg.analyse.selection import Filters
from kg.store.records import GraphRecords
from kg.view.cards import Cards
from kg.view.matrix import ACTORS, matrix, sides
from kg.view.plots.sheet import HUES, LINE, PAPER, QUIET, sheet, write

CELL, WIDE, KEY = 42, 210, 34
LONGEST, LETTER = 26, 7.6
SHADES = {1: 0.3, 2: 0.5, 3: 0.7, 4: 0.95}


def matrix_figure(
    records: GraphRecords,
    *,
    title: str = "Who deals with whom",
    actors: int = ACTORS,
    labels: Mapping[str, str] | None = None,
    symmetric: Collection[str] = (),
    **filters: Unpack[Filters],
) -> Figure:
    """The table of `kg.view.matrix_page`, with its options."""
    names, cells = matrix(records, actors=actors, symmetric=symmetric, **filters)
    cards = Cards(records, labels or {})
    acting, acted_on = sides(names, cells)
    shorts = {name: clip(cards.name(name), LONGEST) for name in names}
    high = 16 + LETTER * max((len(shorts[name]) for name in acted_on), default=0)
    side, deep = CELL * max(len(acted_on), 9), CELL * max(len(acting), 1)
    figure, axes = sheet(WIDE + side, high + deep + KEY, clip(title, 200))
    for number, name in enumerate(acting):
        write(axes, WIDE - 10, high + CELL * (number + 0.5), shorts[name], ha="right")
    for number, name in enumerate(acted_on):
        write(axes, WIDE + CELL * (number + 0.5), high - 8, shorts[name], ha="center", va="bottom", rotation=90)
    for row, source in enumerate(acting):
        for column, target in enumerate(acted_on):
            x, y = WIDE + CELL * column, high + CELL * row
            cell = cells.get((source, target))
            hue, alpha = (HUES[cell.tone], SHADES[cell.level]) if cell else (PAPER, 1.0)
            axes.add_patch(Rectangle((x, y), CELL, CELL, fc=hue, alpha=alpha, lw=0))
            axes.add_patch(Rectangle((x, y), CELL, CELL, fc="none", ec=LINE, lw=0.8, clip_on=False))
            if cell:
                counts = [f"+{cell.cooperation}"] * bool(cell.cooperation) + [f"−{cell.conflict}"] * bool(cell.conflict)
                write(axes, x + CELL / 2, y + CELL / 2, "\n".join(counts), size=11, ha="center", linespacing=1.1)
    words = "rows: who did it · columns: to whom · +: cooperation, −: conflict (PLOVER)" if names else "no events"
    write(axes, WIDE, high + deep + KEY / 2, words, size=12, color=QUIET)
    return figure
