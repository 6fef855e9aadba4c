"""Events by place: a map without tiles, a mark for each place, with its sentences below."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, radians, sqrt
from typing import Any, Unpack

import jinja2

from kg import gazetteer
from kg.analyse.plain import clip
from kg.analyse.quads import side_of
from kg.analyse.selection import Filters, ends, select
from kg.store.records import ClaimRecord, EntityRecord, GraphRecords
from kg.view.cards import Cards, share
from kg.view.files import style, templates
from kg.view.sentences import told

WIDTH, MOST = 1120, 600
NARROWEST, EDGE = 24.0, 0.12
"""The least width of a map and its free edge, in degrees and as a share of the width."""
SMALLEST, GROWTH, LARGEST = 5.0, 2.4, 22.0
NAMED, LETTER, LINE = 40, 6.6, 15
"""How many places bear their names at most, and the pixels of a letter and of a line."""
INSIDE = frozenset({"kgo:locatedIn", "kgo:takesPlaceIn", "kgo:basedIn", "kgo:partOf", "kgo:headquarteredIn"})
FARTHEST = 3
Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the claims that lie there, the surest first; degrees north and east."""

    place: str
    north: float
    east: float
    side: str
    claims: tuple[ClaimRecord, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """The spots, the busiest first, how many events have no place on the map, and how many were left out."""

    spots: tuple[Spot, ...]
    unplaced: int
    left_out: int


def atlas(records: GraphRecords, **filters: Unpack[Filters]) -> Atlas:
    """Where events took place, or what place they were about.

    An event is a claim of a PLOVER type, or one that says where an event takes place. A building lies where the graph
    says that it is; cities, regions and countries are looked up by name.
    """
    events = [claim for claim in select(records, **filters).claims if side_of(claim) or _tells_place(claim)]
    surest = sorted(events, key=lambda claim: (-share(claim.confidence), claim.iri))[:MOST]
    finder = _Finder(records)
    found: dict[str, list[ClaimRecord]] = defaultdict(list)
    unplaced = 0
    for claim in surest:
        place = finder.of(claim)
        if place is None:
            unplaced += 1
        else:
            found[place].append(claim)
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    spots = tuple(Spot(place, *finder.where[place], _side(claims), tuple(claims)) for place, claims in ranked)
    return Atlas(spots, unplaced, len(events) - len(surest))


def atlas_page(
    records: GraphRecords,
    *,
    title: str = "Events by place",
    labels: Mapping[str, str] | None = None,
    **filters: Unpack[Filters],
) -> str:
    """The map as one HTML page without scripts: under it, the sentences of each place."""
    found = atlas(records, **filters)
    cards = Cards(records, labels or {})
    picture = drawing(found, cards)
    environment: jinja2.Environment = templates()
    return environment.get_template("atlas.html.jinja").render(
        title=clip(title, 200),
        picture=picture,
        land="".join("M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z" for ring in picture["land"]),
        places=[
            {"name": cards.name(spot.place), "claims": [told(claim, cards) for claim in spot.claims]}
            for spot in found.spots
        ],
        unplaced=found.unplaced,
        left_out=found.left_out,
        style=style("matrix.css", "timeline.css", "atlas.css"),
    )


def drawing(found: Atlas, cards: Cards) -> dict[str, Any]:
    """Where everything stands, in pixels: an equirectangular map true to scale at its middle."""
    frame = _Frame.around(found.spots)
    centres = [frame.at(spot.east, spot.north) for spot in found.spots]
    radii = [round(min(SMALLEST + GROWTH * sqrt(len(spot.claims)), LARGEST), 1) for spot in found.spots]
    taken = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(centres, radii, strict=True)]
    marks = []
    for number, (spot, (x, y), radius) in enumerate(zip(found.spots, centres, radii, strict=True)):
        name = clip(cards.name(spot.place), 40)
        box = _free(x, y, radius, LETTER * len(name) + 6, taken) if number < NAMED else None
        taken += [box] if box else []
        count = f"{len(spot.claims)} event{'s' if len(spot.claims) > 1 else ''}"
        marks.append(
            {
                "x": x,
                "y": y,
                "r": radius,
                "side": spot.side,
                "name": name if box else "",
                "label": (box[0] + 4, box[1] + LINE / 2) if box else (x, y),
                "says": f"{name}: {count}",
                "anchor": number,
            }
        )
    return {"width": WIDTH, "height": frame.height, "land": frame.land(), "marks": marks[::-1]}


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the world that is drawn, in degrees, and how it becomes pixels."""

    west: float
    east: float
    south: float
    north: float

    @classmethod
    def around(cls, spots: tuple[Spot, ...]) -> _Frame:
        if not spots:
            return cls(-180, 180, -58, 84)
        easts, norths = [spot.east for spot in spots], [spot.north for spot in spots]
        west, east, south, north = min(easts), max(easts), min(norths), max(norths)
        wide = max(east - west, 2 * (north - south), NARROWEST) * (0.5 + EDGE)
        middle, high = (west + east) / 2, (south + north) / 2
        tall = max((north - south) * (0.5 + EDGE), wide * 0.42)
        if wide > 150:
            return cls(-180, 180, -58, 84)
        return cls(middle - wide, middle + wide, max(high - tall, -90), min(high + tall, 90))

    @property
    def _scale(self) -> float:
        return WIDTH / (self.east - self.west)

    @property
    def _stretch(self) -> float:
        is_world = self.east - self.west >= 300
        return 1.15 if is_world else 1 / max(cos(radians((self.south + self.north) / 2)), 0.3)

    @property
    def height(self) -> int:
        return round((self.north - self.south) * self._scale * self._stretch)

    def at(self, east: float, north: float) -> tuple[float, float]:
        """Pixels from the left and from the top."""
        y = (self.north - north) * self._scale * self._stretch
        return round((east - self.west) * self._scale, 1), round(y, 1)

    def land(self) -> list[list[tuple[float, float]]]:
        """The outlines of what lies inside, a ring of pixels for each piece of land."""
        rings = []
        for _, ring in gazetteer.outlines():
            easts, norths = [x for x, _ in ring], [y for _, y in ring]
            inside = max(easts) >= self.west and min(easts) <= self.east
            if inside and max(norths) >= self.south and min(norths) <= self.north:
                rings.append([self.at(*point) for point in ring])
        return rings


class _Finder:
    """Finds the place of a claim that lies somewhere known; `where` keeps the degrees of what was found."""

    def __init__(self, records: GraphRecords) -> None:
        self.records = records
        self.where: dict[str, tuple[float, float]] = {}
        self.around: dict[str, list[str]] = defaultdict(list)
        for claim in records.claims:
            if claim.predicate in INSIDE and claim.object is not None and claim.is_direct:
                self.around[claim.subject].append(claim.object)

    def of(self, claim: ClaimRecord) -> str | None:
        """The place where it happened, else the place that it is about."""
        happened = [claim.place] if claim.place else []
        return next((p for iri in (*happened, *reversed(list(ends(claim)))) for p in self._known(iri, 0)), None)

    def _known(self, iri: str, depth: int) -> Iterator[str]:
        """The entity itself where it is a place that is found, else what it lies in."""
        entity = self.records.entities.get(iri)
        if entity is None or depth > FARTHEST:
            return
        is_place, is_event = "kgo:Place" in entity.types, "kgo:Event" in entity.types
        if is_place and iri not in self.where and (degrees := _degrees(entity)) is not None:
            self.where[iri] = degrees
        if iri in self.where:
            yield iri
        elif is_place or is_event or depth:
            for outer in self.around[iri]:
                yield from self._known(outer, depth + 1)


def _degrees(entity: EntityRecord) -> tuple[float, float] | None:
    is_city = "kgo:City" in entity.types
    names = (entity.label, *entity.aliases)
    spelt = (name.title() if name.isupper() and len(name) > 3 else name for name in names)
    return next((found for name in spelt if (found := gazetteer.located(name, is_city=is_city))), None)


def _tells_place(claim: ClaimRecord) -> bool:
    return claim.predicate == "kgo:takesPlaceIn"


def _side(claims: list[ClaimRecord]) -> str:
    sides = Counter(side_of(claim) or "neither" for claim in claims)
    return max(sorted(sides), key=lambda side: sides[side])


def _free(x: float, y: float, radius: float, width: float, taken: list[Rectangle]) -> Rectangle | None:
    """Where a name of this width meets nothing: right of its mark, left of it, below or above."""
    beside, half = y - LINE / 2, width / 2
    corners = (
        (x + radius, beside),
        (x - radius - width, beside),
        (x - half, y + radius),
        (x - half, y - radius - LINE),
    )
    boxes = ((left, top, left + width, top + LINE) for left, top in corners)
    inside = (box for box in boxes if box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0)
    return next((box for box in inside if not any(_overlap(box, other) for other in taken)), None)


def _overlap(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
