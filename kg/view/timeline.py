"""Events over time by participant: a lane for each of the busiest actors, each mark with its sentences below."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Unpack

from kg.analyse.projection import kind_of
from kg.analyse.quads import side_of
from kg.analyse.selection import Filters, ends, select
from kg.store.records import ClaimRecord, GraphRecords
from kg.view.cards import share
from kg.view.sentences import held

LANES, MOST = 12, 600
KINDS = frozenset({"person", "organisation", "place", "group"})
SPREAD = 4
"""How many times longer than the middle nine tenths of the events the whole may be before its ends are cut off."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The claims of one actor and one time that look alike; `first` and `last` day, alike for a single day."""

    actor: str
    time: str
    first: date
    last: date
    side: str
    held: str
    claims: tuple[ClaimRecord, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes with their marks, the days that the axis spans, and what is not drawn."""

    lanes: tuple[str, ...]
    marks: tuple[Mark, ...]
    first: date
    last: date
    undated: int
    outside: int
    left_out: int


def timeline(records: GraphRecords, *, actors: int = LANES, **filters: Unpack[Filters]) -> Timeline:
    """The events of the busiest actors over time.

    An event is a claim of a PLOVER type, or about an entity that is an event. Its time is its own, never that of its
    article; events without one are counted and not drawn. Where a few lie far from the rest the axis leaves them out.
    """
    events = [claim for claim in select(records, **filters).claims if _is_event(claim, records)]
    surest = sorted(events, key=lambda claim: (-share(claim.confidence), claim.iri))[:MOST]
    dated = [(claim, span) for claim in surest if (span := period(claim.time)) is not None]
    busy = Counter(actor for claim, _ in dated for actor in _actors(claim, records))
    lanes = tuple(sorted(busy, key=lambda actor: (-busy[actor], actor))[: max(actors, 0)])
    first, last = _axis([span for claim, span in dated if not set(lanes).isdisjoint(ends(claim))])
    inside = [(claim, span) for claim, span in dated if span[1] >= first and span[0] <= last]
    marks = tuple(_marks(inside, lanes))
    drawn = {claim.iri for mark in marks for claim in mark.claims}
    left = len(events) - len(drawn) - (len(surest) - len(dated)) - (len(dated) - len(inside))
    return Timeline(lanes, marks, first, last, len(surest) - len(dated), len(dated) - len(inside), left)


def period(time: str | None) -> tuple[date, date] | None:
    """First and last day of a time ("2015", "2015-11", "2015-11-13", "2015-01/2015-03"); None for what is none."""
    first, _, last = (time or "").partition("/")
    try:
        begin, end = _day(first, last=False), _day(last or first, last=True)
    except ValueError:
        return None
    return (begin, end) if begin <= end else None


def times(found: Timeline) -> list[str]:
    """The times of the marks, each once, the earliest first."""
    return sorted({mark.time for mark in found.marks}, key=lambda time: (period(time), time))


def _marks(dated: list[tuple[ClaimRecord, tuple[date, date]]], lanes: tuple[str, ...]) -> Iterator[Mark]:
    grouped: dict[tuple[str, str, str, str], list[ClaimRecord]] = defaultdict(list)
    spans = {str(claim.time): span for claim, span in dated}
    for claim, _ in dated:
        for actor in dict.fromkeys(ends(claim)):
            if actor in lanes:
                grouped[actor, str(claim.time), side_of(claim) or "", held(claim)].append(claim)
    for (actor, time, side, certainty), claims in sorted(grouped.items()):
        yield Mark(actor, time, *spans[time], side, certainty, tuple(claims))


def _is_event(claim: ClaimRecord, records: GraphRecords) -> bool:
    if side_of(claim):
        return True
    known = (records.entities.get(iri) for iri in ends(claim))
    return any(entity is not None and kind_of(entity.types) == "event" for entity in known)


def _actors(claim: ClaimRecord, records: GraphRecords) -> Iterator[str]:
    for iri in dict.fromkeys(ends(claim)):
        entity = records.entities.get(iri)
        if entity is not None and kind_of(entity.types) in KINDS:
            yield iri


def _axis(spans: list[tuple[date, date]]) -> tuple[date, date]:
    """The days to draw: all, or the middle nine tenths of them where the rest lies far away."""
    if not spans:
        return date(2000, 1, 1), date(2000, 1, 2)
    days = sorted(first for first, _ in spans)
    low, high = days[len(days) // 20], days[len(days) - 1 - len(days) // 20]
    first, last = days[0], max(last for _, last in spans)
    middle = (high - low).days + 30
    if (last - first).days > SPREAD * middle:
        first, last = low - timedelta(days=middle // 10), high + timedelta(days=middle // 10)
    return first, max(last, first + timedelta(days=1))


def _day(text: str, *, last: bool) -> date:
    parts = [int(part) for part in text.split("-")]
    year, month, day = (*parts, None, None)[:3] if len(parts) <= 3 else (0, 0, 0)
    if month is None:
        month, day = (12, 31) if last else (1, 1)
    elif day is None:
        day = monthrange(int(year or 0), month)[1] if last and 1 <= month <= 12 else 1
    return date(int(year or 0), month, int(day or 0))
