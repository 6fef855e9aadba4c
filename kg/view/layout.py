"""Where each node of a picture stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, hypot, sqrt

import networkx as nx
import numpy as np
import rustworkx as rx
from numpy.typing import NDArray
from scipy.spatial import KDTree
from threadpoolctl import threadpool_limits

from kg.view.stress import stressed

Point = tuple[int, int]
Array = NDArray[np.float64]
Whole = NDArray[np.int32]
Cells = frozenset[tuple[int, int]]

SEED = 7
EDGE = 190.0
"""Length of a typical edge in pixels at zoom 1."""
CELL = 48.0
FILLED = 0.45
ASPECT = 1.35
EXACT_UP_TO = 2500
TRIED_AT_ONCE = 50_000


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a node takes with its label: as wide to both sides, its height around its middle."""

    width: float
    above: float
    below: float


def positions(graph: nx.Graph, boxes: Mapping[str, Box]) -> dict[str, Point]:
    """A place for each node such that the boxes around them do not overlap.

    Each component is laid out by itself, by its distances (`stressed`), by forces where it is very
    large, turned so that it lies broad, and the components are then packed around the
    largest as polyominoes (Freivalds, Dogrusoz and Kikusts 2002).
    """
    components = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda c: (-len(c), c))
    with threadpool_limits(1):  # sums in the same order on every machine
        pieces = [_piece(graph, nodes, boxes) for nodes in components]
    pieces.sort(key=lambda piece: (-len(piece[0]), piece[0]))
    shifts = _packed([_cells(graph, *piece) for piece in pieces])
    placed: dict[str, Point] = {}
    for (nodes, points, _), shift in zip(pieces, shifts, strict=True):
        moved = (points + np.array(shift) * CELL).round().astype(int)
        placed |= {node: (int(x), int(y)) for node, (x, y) in zip(nodes, moved, strict=True)}
    return placed


def _piece(graph: nx.Graph, nodes: list[str], boxes: Mapping[str, Box]) -> tuple[list[str], Array, Array]:
    """A component, places for its nodes around its middle, and the sizes of their boxes."""
    sizes = np.array([(boxes[node].width, boxes[node].above + boxes[node].below) for node in nodes])
    middles = np.array([(0.0, (boxes[node].below - boxes[node].above) / 2) for node in nodes])
    points = _laid_out(graph.subgraph(nodes), nodes)
    points = separated(_roomy(points, sizes) + middles, sizes) - middles
    return nodes, points - _middle(points), sizes


def separated(points: Array, boxes: Array, *, rounds: int = 300) -> Array:
    """The points moved apart, as little as may be, until boxes of these sizes around them are free."""
    points = points.copy()
    largest = boxes.max(axis=0)
    for _ in range(rounds):
        pairs = KDTree(points / largest).query_pairs(1.0, p=np.inf, output_type="ndarray")
        a, b = pairs[:, 0], pairs[:, 1]
        apart = points[b] - points[a]
        overlap = (boxes[a] + boxes[b]) / 2 - np.abs(apart)
        hit = (overlap > 0.5).all(axis=1)
        if not hit.any():
            break
        a, b, apart, overlap = a[hit], b[hit], apart[hit], overlap[hit]
        across = overlap[:, 0] < overlap[:, 1]
        shorter = np.stack([across, ~across], axis=1)
        push = np.where(shorter, overlap * np.where(apart < 0, -1, 1), 0) * 0.35
        np.add.at(points, b, push)
        np.add.at(points, a, -push)
    return points


def _laid_out(graph: nx.Graph, nodes: list[str]) -> Array:
    """The component with edges of about `EDGE`, its longer side across."""
    if len(nodes) == 1:
        return np.zeros((1, 2))
    ordered = nx.Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges()))
    for a, b, edge in ordered.edges(data=True):
        # Hubs need room around them: their edges are longer, those between two of them most of all.
        less, more = sorted((ordered.degree(a), ordered.degree(b)))
        edge["length"] = 1 + 0.3 * sqrt(less - 1) + 0.12 * sqrt(more - 1)
    points = stressed(ordered, nodes) if len(nodes) <= EXACT_UP_TO else _by_forces(ordered)
    index = {node: number for number, node in enumerate(nodes)}
    lengths = [hypot(*(points[index[a]] - points[index[b]])) / d for a, b, d in ordered.edges(data="length")]
    points *= EDGE / max(float(np.median(lengths)), 1e-9)
    return _stretched(_turned(points - points.mean(axis=0)))


def _by_forces(graph: nx.Graph) -> Array:
    """Places by the forces of Fruchterman and Reingold (1991), in Rust."""
    places = rx.spring_layout(rx.networkx_converter(graph), seed=SEED, num_iter=100)
    return np.array([places[number] for number in range(len(graph))])


def _turned(points: Array) -> Array:
    """The points turned so that they spread most from left to right; the sign is fixed, too."""
    _, axes = np.linalg.eigh(points.T @ points)
    axes = axes[:, ::-1]
    for column in range(2):
        largest = np.argmax(np.abs(axes[:, column]))
        axes[:, column] *= np.sign(axes[largest, column]) or 1
    return np.asarray(points @ axes)


def _stretched(points: Array) -> Array:
    """The points spread a little to the sides where they would leave a broad window half empty."""
    width, height = np.ptp(points, axis=0)
    factor = np.clip(sqrt(ASPECT * height / max(width, 1e-9)), 1, 1.25)
    return np.asarray(points * np.array([factor, 1 / factor]))


def _roomy(points: Array, sizes: Array) -> Array:
    """The points farther apart where the boxes would fill more than `FILLED` of the area."""
    area = float(np.prod(np.ptp(points, axis=0) + sizes.mean(axis=0)))
    filled = float(np.prod(sizes, axis=1).sum()) / area
    return points * max(1.0, sqrt(filled / FILLED))


def _middle(points: Array) -> Array:
    return np.asarray((points.max(axis=0) + points.min(axis=0)) / 2)


def _cells(graph: nx.Graph, nodes: list[str], points: Array, boxes: Array) -> Cells:
    """The grid cells that the component's nodes and edges cover."""
    cells: set[tuple[int, int]] = set()
    for (x, y), (width, height) in zip(points, boxes, strict=True):
        left, right = _cell(x - width / 2), _cell(x + width / 2)
        top, bottom = _cell(y - height / 2), _cell(y + height / 2)
        cells |= {(i, j) for i in range(left, right + 1) for j in range(top, bottom + 1)}
    index = {node: number for number, node in enumerate(nodes)}
    for a, b in graph.subgraph(nodes).edges():
        start, end = points[index[a]], points[index[b]]
        steps = max(2, ceil(2 * hypot(*(end - start)) / CELL))
        cells |= {(_cell(x), _cell(y)) for x, y in np.linspace(start, end, steps)}
    return frozenset(cells)


def _cell(length: float) -> int:
    return round(length / CELL)


def _packed(pieces: list[Cells]) -> list[tuple[int, int]]:
    """A shift for each piece, in cells, that brings it as near to the middle as free room allows."""
    reach = ceil(sqrt(4 * sum(map(len, pieces)))) + 60
    largest = max((max(abs(x), abs(y)) for piece in pieces for x, y in piece), default=0)
    middle = reach + largest
    taken = np.zeros((2 * middle + 1, 2 * middle + 1), dtype=bool)
    rings = _offsets(reach)
    tried: dict[Cells, int] = {}
    shifts = []
    for piece in pieces:
        cells = np.array(sorted(piece), dtype=np.int32) + middle
        tried[piece] = number = _first_free(taken, cells, rings, tried.get(piece, 0))
        x, y = (cells + rings[number]).T
        taken[x, y] = True
        shifts.append((int(rings[number][0]), int(rings[number][1])))
    return shifts


def _first_free(taken: NDArray[np.bool_], cells: Whole, rings: Whole, start: int) -> int:
    """The number of the first ring, from `start` on, at which none of the cells is taken."""
    step = max(1, TRIED_AT_ONCE // len(cells))
    for first in range(start, len(rings), step):
        moved = cells[None] + rings[first : first + step, None]
        free = ~taken[moved[..., 0], moved[..., 1]].any(axis=1)
        if free.any():
            return first + int(free.argmax())
    return len(rings) - 1


def _offsets(radius: int) -> Whole:
    """Shifts by growing distance from the middle, distances across counting less."""
    across = np.arange(-radius, radius + 1)
    x, y = (grid.ravel() for grid in np.meshgrid(across, across, indexing="ij"))
    order = np.lexsort((y, x, (x / ASPECT) ** 2 + y**2))
    return np.stack([x[order], y[order]], axis=1).astype(np.int32)
