"""Where the marks of a timeline stand, in pixels: a lane for each actor, as many rows in it as its marks need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Unpack

import jinja2

from kg.analyse.plain import clip
from kg.analyse.selection import Filters
from kg.store.records import ClaimRecord, GraphRecords
from kg.view.cards import Cards
from kg.view.files import style, templates
from kg.view.sentences import told
from kg.view.timeline import LANES, Mark, Timeline, timeline, times

GUTTER, WIDTH, TOP = 210, 1120, 34
LANE, ROW = 38, 27
"""The height of a lane with one row of marks, and what each further row adds."""
LARGEST, SMALLEST = 12, 6
"""The greatest half width of a mark, and the half width of a bar at least."""


def timeline_page(
    records: GraphRecords,
    *,
    title: str = "Events over time",
    actors: int = LANES,
    labels: Mapping[str, str] | None = None,
    **filters: Unpack[Filters],
) -> str:
    """The timeline as one HTML page without scripts: under the lanes, the sentences of each day."""
    found = timeline(records, actors=actors, **filters)
    cards = Cards(records, labels or {})
    environment: jinja2.Environment = templates()
    return environment.get_template("timeline.html.jinja").render(
        title=clip(title, 200),
        picture=drawing(found, cards),
        days=_days(found, cards),
        undated=found.undated,
        outside=found.outside,
        left_out=found.left_out,
        style=style("matrix.css", "timeline.css"),
    )


def _days(found: Timeline, cards: Cards) -> list[dict[str, Any]]:
    claims: dict[str, dict[str, ClaimRecord]] = defaultdict(dict)
    for mark in found.marks:
        claims[mark.time] |= {claim.iri: claim for claim in mark.claims}
    return [
        {"time": clip(time, 40), "claims": [told(c, cards) for c in claims[time].values()]} for time in times(found)
    ]


def drawing(found: Timeline, cards: Cards) -> dict[str, Any]:
    """Lanes, marks and ticks as plain data."""
    rows = _rows(found)
    lanes, below = [], TOP
    for actor in found.lanes:
        height = LANE + ROW * (max((rows[mark] for mark in found.marks if mark.actor == actor), default=0))
        lanes.append({"name": cards.name(actor), "short": clip(cards.name(actor), 28), "y": below + height // 2})
        for mark in found.marks:
            if mark.actor == actor:
                rows[mark] = below + LANE // 2 + ROW * rows[mark]
        below += height
    anchors = {time: n for n, time in enumerate(times(found))}
    marks = [_mark(mark, rows[mark], found, cards, anchors[mark.time]) for mark in _ordered(found)]
    ticks = [{"x": _x(day, found), "text": text} for day, text in _ticks(found.first, found.last)]
    measures = {"width": WIDTH, "height": below + 10, "gutter": GUTTER, "top": TOP}
    return measures | {"lanes": lanes, "ticks": ticks, "marks": marks}


def _rows(found: Timeline) -> dict[Mark, int]:
    """For each mark the first row of its lane in which it meets no other."""
    ends: dict[str, list[int]] = defaultdict(list)
    rows: dict[Mark, int] = {}
    for mark in _ordered(found):
        left, right = _reach(mark, found)
        taken = ends[mark.actor]
        row = next((n for n, end in enumerate(taken) if end < left), len(taken))
        taken[row : row + 1] = [right]
        rows[mark] = row
    return rows


def _ordered(found: Timeline) -> list[Mark]:
    lanes = {actor: n for n, actor in enumerate(found.lanes)}
    return sorted(found.marks, key=lambda mark: (lanes[mark.actor], mark.first, mark.last, mark.side, mark.held))


def _reach(mark: Mark, found: Timeline) -> tuple[int, int]:
    """From where to where a mark is drawn."""
    left, right = _x(mark.first, found), _x(mark.last, found)
    if mark.first == mark.last:
        return left - LARGEST, left + LARGEST
    return left, max(right, left + 2 * SMALLEST)


def _mark(mark: Mark, y: int, found: Timeline, cards: Cards, anchor: int) -> dict[str, Any]:
    left, right = _x(mark.first, found), _x(mark.last, found)
    count = len(mark.claims)
    words = told(mark.claims[0], cards)["said"] + (f" and {count - 1} more" if count > 1 else "")
    return {
        "x": left,
        "y": y,
        "width": max(right - left, 2 * SMALLEST),
        "is_day": mark.first == mark.last,
        "count": count,
        "side": mark.side or "neither",
        "held": mark.held,
        "look": " ".join(filter(None, (mark.side or "neither", mark.held.replace(",", "")))),
        "anchor": anchor,
        "says": clip(f"{mark.time}: {words}" + (f" ({mark.held})" if mark.held else ""), 300),
    }


def _x(day: date, found: Timeline) -> int:
    inside = min(max(day, found.first), found.last)
    share_ = (inside - found.first).days / (found.last - found.first).days
    return round(GUTTER + 16 + share_ * (WIDTH - GUTTER - 40))


def _ticks(first: date, last: date) -> Iterator[tuple[date, str]]:
    """Days, months or years to write on the axis, ten or so."""
    days = (last - first).days
    if days <= 45:
        step = max(1, round(days / 9))
        yield from ((day, f"{day:%-d %b}") for n in range(0, days + 1, step) for day in [first + timedelta(days=n)])
        return
    months = max(1, round(days / 30.4 / 9))
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200) if s >= months), 2400)
    year, month = first.year, 1
    while (day := date(year, month, 1)) <= last:
        if day >= first:
            yield day, f"{day:%Y}" if step >= 12 or month == 1 else f"{day:%b}"
        year, month = year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1
        if year > 9999:
            return
