"""Whether claims are as often right as they are sure: the reliability of the confidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims whose confidence lies between `low` and `high` (excluded, except 1): mean confidence, share right."""

    low: float
    high: float
    claims: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The bins that hold claims.

    `error` is the expected calibration error (Naeini et al. 2015): how far confidence and share right lie apart in
    the bins, weighted by their claims. `brier` is the mean squared distance of each confidence from 1 or 0.
    """

    bins: tuple[Bin, ...]
    error: float
    brier: float


def calibration(judged: Iterable[tuple[float, bool]]) -> Calibration:
    """The reliability of confidences, each with whether the claim is right."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in judged:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    made = tuple(_bin(number, pairs) for number, pairs in sorted(bins.items()))
    total = sum(b.claims for b in made) or 1
    brier = sum((confidence - right) ** 2 for pairs in bins.values() for confidence, right in pairs) / total
    return Calibration(made, sum(b.claims * abs(b.confidence - b.right) for b in made) / total, brier)


def _bin(number: int, pairs: list[tuple[float, bool]]) -> Bin:
    size = len(pairs)
    sure, right = (sum(values) / size for values in zip(*pairs, strict=True))
    return Bin(number / BINS, (number + 1) / BINS, size, sure, right)
