"""White sheets measured in pixels from the top left, as the pages measure their drawings."""

from __future__ import annotations

import io
import warnings
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

PIXELS_AN_INCH, DOTS_AN_INCH = 96, 200
POINTS_A_PIXEL = 72 / PIXELS_AN_INCH
EDGE, HEAD = 24, 52
INK, QUIET, LINE, PAPER = "#1d2129", "#5c6470", "#dcd8ce", "#ffffff"
HUES = {"cooperation": "#56b4e9", "conflict": "#e69f00", "mixed": "#a8a8a8", "neither": "#a8a8a8"}
MARKERS = {"cooperation": "o", "conflict": "D", "neither": "s"}
"""Colours of Okabe and Ito (2008), and shapes that say the same once more."""
UNDATED: dict[str, dict[str, None]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {}}


def sheet(width: float, height: float, title: str) -> tuple[Figure, Axes]:
    """A figure with its title, and axes whose units are pixels, (0, 0) at their top left."""
    whole = width + 2 * EDGE, height + HEAD + EDGE
    figure = Figure(figsize=(whole[0] / PIXELS_AN_INCH, whole[1] / PIXELS_AN_INCH), facecolor=PAPER)
    axes = figure.add_axes((EDGE / whole[0], EDGE / whole[1], width / whole[0], height / whole[1]))
    axes.set(xlim=(0, width), ylim=(height, 0))
    axes.axis("off")
    write(axes, 0, -HEAD / 2, title, size=18, va="center", weight="bold")
    return figure, axes


def write(axes: Axes, x: float, y: float, text: str, *, size: float = 12.5, **look: Any) -> None:
    """Words at a point, `size` in pixels; what an article says is never read as mathematics."""
    style = {"color": INK, "va": "center", "ha": "left", **look}
    axes.text(x, y, text, fontsize=size * POINTS_A_PIXEL, parse_math=False, **style)


def mark(axes: Axes, x: float, y: float, radius: float, *, side: str, held: str = "", **look: Any) -> None:
    """A mark of the side's shape and colour: hollow for what is not a fact, crossed out where it is denied."""
    hue = HUES[side]
    is_fact = not held or held == "denied"
    style = {
        "mfc": hue if is_fact else PAPER,
        "mec": hue if not is_fact else INK,
        "mew": 0.5 if is_fact else 1.4,
        **look,
    }
    axes.plot([x], [y], MARKERS[side], ms=2 * radius * POINTS_A_PIXEL * (0.75 if side == "conflict" else 1), **style)
    if "denied" in held:
        axes.plot([x], [y], "x", ms=1.3 * radius, mec=INK, mew=1.2, zorder=style.get("zorder", 2) + 1)


def key(axes: Axes, x: float, y: float, sides: tuple[str, ...] = tuple(MARKERS)) -> None:
    """What shapes and colours mean, in one line that begins at a point."""
    for side in sides:
        mark(axes, x, y, 5, side=side, clip_on=False)
        words = "other" if side == "neither" else side
        write(axes, x + 11, y, words, size=12, color=QUIET)
        x += 36 + 7 * len(words)


def rendered(figure: Figure, suffix: str) -> bytes:
    """The figure as a file of ".png", ".svg" or ".pdf"; the same figure gives the same bytes."""
    kind = suffix.removeprefix(".")
    stream = io.BytesIO()
    with mpl.rc_context({"svg.hashsalt": "kg", "pdf.fonttype": 42}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")  # a script that the font has no letters for
        figure.savefig(stream, format=kind, dpi=DOTS_AN_INCH, metadata=UNDATED[kind])
    return stream.getvalue()
