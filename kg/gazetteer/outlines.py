"""Writes outlines.tsv, the outlines of countries in degrees, from Natural Earth (public domain).

Run by hand when they change: `npm pack world-atlas@2`, then, with `pip install shapely`,
`python -m kg.gazetteer.outlines package/countries-50m.json`. Borders that two countries share are simplified as one
line, so that no gaps open between them.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "outlines.tsv"
TOLERANCE, DIGITS, LEAST = 0.12, 1, 0.15
Point = tuple[float, float]


def main(source: Path) -> None:
    """Write the table beside this file from a TopoJSON file with an object `countries`."""
    topology = json.loads(source.read_text("utf-8"))
    arcs = [_simple(line) for line in _decoded(topology)]
    lines = ["name\toutline"]
    for country in sorted(topology["objects"]["countries"]["geometries"], key=lambda c: str(c["properties"]["name"])):
        for ring in _rings(country):
            for points in _copies(_joined(ring, arcs)):
                if _area(points) >= LEAST:
                    numbers = " ".join(f"{round(x, DIGITS):g} {round(y, DIGITS):g}" for x, y in points)
                    lines.append(f"{country['properties']['name']}\t{numbers}")
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _decoded(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """The lines of a quantised topology in degrees, as the TopoJSON specification says (delta encoding)."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * kx + dx, y * ky + dy))
        yield line


def _simple(line: list[Point]) -> list[Point]:
    from shapely.geometry import LineString

    return list(LineString(line).simplify(TOLERANCE).coords)


def _rings(country: dict[str, Any]) -> Iterator[list[int]]:
    """The outer rings of a country as numbers of lines."""
    polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
    for polygon in polygons:
        yield polygon[0]


def _joined(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for number in ring:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += line[1:] if points else line
    return points


def _copies(points: list[Point]) -> Iterator[list[Point]]:
    """The ring without a jump at the date line, and its copy at the other edge of the world where it crosses that."""
    turns, shift = [points[0]], 0
    for (before, _), (x, y) in itertools.pairwise(points):
        shift += 360 if before - x > 180 else -360 if x - before > 180 else 0
        turns.append((x + shift, y))
    yield turns
    if max(x for x, _ in turns) > 180:
        yield [(x - 360, y) for x, y in turns]
    elif min(x for x, _ in turns) < -180:
        yield [(x + 360, y) for x, y in turns]


def _area(points: list[Point]) -> float:
    """The area of a ring in square degrees (the shoelace formula)."""
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


if __name__ == "__main__":
    main(Path(sys.argv[1]))
