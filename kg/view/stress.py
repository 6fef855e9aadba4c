"""Places at which distances on the page are those in the graph, as nearly as may be: stress majorization."""

from __future__ import annotations

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse.csgraph import shortest_path

Array = NDArray[np.float64]

TURNS, ROUNDS, SETTLED = 30, 200, 2e-4
GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


def stressed(graph: nx.Graph, nodes: list[str]) -> Array:
    """Places for the nodes of a connected graph by Gansner, Koren and North (2004), edges as long as their "length".

    Each pair counts by the inverse square of its distance in the graph. The start is classical scaling, so that
    nothing is left to chance.
    """
    distances = shortest_path(nx.to_scipy_sparse_array(graph, nodes, weight="length"), directed=False)
    return _majorized(_scaled(distances), distances)


def _scaled(distances: Array) -> Array:
    """Classical scaling (Torgerson 1952), leaves of one node turned apart, since they would fall together.

    The two axes are found by turning the same two over and over, which gives the same also where many axes would do
    (a star has no longest one), as solvers for eigenvectors do not.
    """
    squares = distances**2
    centred = -0.5 * (squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean())
    turn = np.arange(len(distances)) * GOLDEN_ANGLE
    spiral = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    axes = spiral
    for _ in range(TURNS):
        axes, _ = np.linalg.qr(centred @ axes)
    lengths = np.sqrt(np.maximum(np.einsum("ij,ij->j", axes, centred @ axes), 1e-9))
    return np.asarray(axes * lengths + 0.3 * spiral)


def _majorized(points: Array, distances: Array) -> Array:
    apart = distances + np.eye(len(distances))
    weights = apart**-2
    np.fill_diagonal(weights, 0)
    solver = cho_factor((np.diag(weights.sum(axis=1)) - weights)[1:, 1:])
    before = np.inf
    for _ in range(ROUNDS):
        now = _between(points)
        stress = float((weights * (now - distances) ** 2).sum())
        if before - stress < SETTLED * (stress + len(points)):
            break
        before = stress
        ratios = -weights * distances / np.maximum(now, 1e-9)
        np.fill_diagonal(ratios, -ratios.sum(axis=1))
        moved = cho_solve(solver, (ratios @ points)[1:])
        points = np.vstack([np.zeros((1, 2)), moved])
    return points


def _between(points: Array) -> Array:
    """The distances between any two of the points."""
    squares = (points**2).sum(axis=1)
    return np.asarray(np.sqrt(np.maximum(squares[:, None] + squares - 2 * points @ points.T, 0)))
