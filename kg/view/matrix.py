"""Who deals with whom, and how: events between the busiest actors as a table with its evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Unpack

import jinja2

from kg.analyse.plain import clip
from kg.analyse.projection import kind_of
from kg.analyse.quads import QUADS, quad_of
from kg.analyse.selection import Filters, select
from kg.store.records import ClaimRecord, GraphRecords
from kg.view.cards import Cards, share
from kg.view.files import style, templates
from kg.view.sentences import told

ACTORS = 24
CLAIMS_A_CELL = 20
KINDS = frozenset({"person", "organisation", "place", "group"})


@dataclass(frozen=True, slots=True)
class Cell:
    """The events of one actor towards another: counts by quad class, the claims, and how to shade it.

    `tone` is "cooperation", "conflict" or "mixed", `level` from 1 to 4 by the number of claims.
    """

    source: str
    target: str
    quads: Mapping[str, int]
    cooperation: int
    conflict: int
    tone: str
    level: int
    claims: tuple[ClaimRecord, ...]


def matrix(
    records: GraphRecords,
    *,
    actors: int = ACTORS,
    symmetric: Collection[str] = (),
    **filters: Unpack[Filters],
) -> tuple[list[str], dict[tuple[str, str], Cell]]:
    """The busiest actors, the busiest first, and a cell for each two that have events between them.

    Only what is affirmed and actual counts; denied and planned events are none. An event of a
    symmetric relation stands in both directions.
    """
    chosen: Filters = {**filters, "direct_only": True}
    found: dict[tuple[str, str], list[ClaimRecord]] = defaultdict(list)
    for claim in select(records, **chosen).claims:
        if quad_of(claim) and claim.object not in (None, claim.subject) and _are_actors(claim, records):
            found[claim.subject, str(claim.object)].append(claim)
            if claim.predicate in symmetric:
                found[str(claim.object), claim.subject].append(claim)
    busy = Counter[str]()
    for pair, claims in found.items():
        busy.update({actor: len(claims) for actor in pair})
    names = sorted(busy, key=lambda actor: (-busy[actor], actor))[: max(actors, 0)]
    cells = {pair: _cell(*pair, claims) for pair, claims in sorted(found.items()) if set(pair) <= set(names)}
    used = {actor for pair in cells for actor in pair}
    return [name for name in names if name in used], cells


def sides(names: list[str], cells: Collection[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Of the names those that act, for the rows, and those that are acted on, for the columns."""
    acting, acted_on = {source for source, _ in cells}, {target for _, target in cells}
    return [name for name in names if name in acting], [name for name in names if name in acted_on]


def matrix_page(
    records: GraphRecords,
    *,
    title: str = "Who deals with whom",
    actors: int = ACTORS,
    labels: Mapping[str, str] | None = None,
    symmetric: Collection[str] = (),
    **filters: Unpack[Filters],
) -> str:
    """The matrix as one HTML page without scripts: under the table, the sentences behind each cell."""
    names, cells = matrix(records, actors=actors, symmetric=symmetric, **filters)
    acting, acted_on = sides(names, cells)
    cards = Cards(records, labels or {})
    places = {name: number for number, name in enumerate(names)}
    shown = sorted(cells.values(), key=lambda cell: (places[cell.source], places[cell.target]))
    environment: jinja2.Environment = templates()
    return environment.get_template("matrix.html.jinja").render(
        title=clip(title, 200),
        names=[cards.name(name) for name in names],
        heads=[cards.name(name) for name in acted_on],
        rows=[(cards.name(row), [_plain(cells.get((row, column)), places) for column in acted_on]) for row in acting],
        cells=[_plain(cell, places) | {"evidence": _evidence(cell, cards)} for cell in shown],
        style=style("matrix.css"),
    )


def _are_actors(claim: ClaimRecord, records: GraphRecords) -> bool:
    ends = (records.entities.get(claim.subject), records.entities.get(str(claim.object)))
    return all(entity is not None and kind_of(entity.types) in KINDS for entity in ends)


def _cell(source: str, target: str, claims: list[ClaimRecord]) -> Cell:
    quads = Counter(QUADS[str(quad_of(claim))][1] for claim in claims)
    sides = Counter(QUADS[str(quad_of(claim))][0] for claim in claims)
    more, less = sides["cooperation"], sides["conflict"]
    tone = "mixed" if more == less else "cooperation" if more > less else "conflict"
    ranked = sorted(claims, key=lambda claim: (-share(claim.confidence), claim.iri))
    level = min(len(claims).bit_length(), 4)
    return Cell(source, target, dict(sorted(quads.items())), more, less, tone, level, tuple(ranked))


def _plain(cell: Cell | None, places: Mapping[str, int]) -> dict[str, Any]:
    if cell is None:
        return {}
    return {
        "id": f"cell-{places[cell.source]}-{places[cell.target]}",
        "source": places[cell.source],
        "target": places[cell.target],
        "quads": ", ".join(f"{count} {quad}" for quad, count in cell.quads.items()),
        "cooperation": cell.cooperation,
        "conflict": cell.conflict,
        "look": f"{cell.tone} level-{cell.level}",
        "more": max(len(cell.claims) - CLAIMS_A_CELL, 0),
    }


def _evidence(cell: Cell, cards: Cards) -> list[dict[str, str]]:
    return [told(claim, cards) for claim in cell.claims[:CLAIMS_A_CELL]]
