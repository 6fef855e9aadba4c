"""Precision, recall and F1 from counts, and how far they would differ on other articles like these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

import numpy as np
import numpy.typing as npt

from kg.evaluate.judgement import Judgement
from kg.evaluate.match import Aspect

MEASURES = ("precision", "recall", "f1")
LEVEL = 95


@dataclass(frozen=True, slots=True)
class Counts:
    """Gold claims and how many of them were found; predicted claims and how many of them are right."""

    gold: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def precision(self) -> float:
        """The share of the predicted claims that are right; 0 where there is none."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold claims that were found; 0 where there is none."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @classmethod
    def of(cls, judgement: Judgement, aspect: Aspect = Aspect.CLAIM) -> Counts:
        """The counts of one article."""
        return cls(
            gold=len(judgement.found),
            found=sum(aspect in verdict.right_in for verdict in judgement.found),
            predicted=len(judgement.claimed),
            right=sum(aspect in verdict.right_in for verdict in judgement.claimed),
        )


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a measure lies in 95 of 100 resamples of the articles."""

    low: float
    high: float


def by_relation(judgements: Iterable[Judgement]) -> dict[str, Counts]:
    """The counts of every relation that occurs, the most frequent in the gold first."""
    found: dict[str, Counts] = {}
    for judgement in judgements:
        for verdict in judgement.found:
            one = Counts(gold=1, found=bool(verdict.right_in))
            found[verdict.claim.predicate] = found.get(verdict.claim.predicate, Counts()) + one
        for verdict in judgement.claimed:
            one = Counts(predicted=1, right=bool(verdict.right_in))
            found[verdict.claim.predicate] = found.get(verdict.claim.predicate, Counts()) + one
    return dict(sorted(found.items(), key=lambda item: (-item[1].gold, -item[1].predicted, item[0])))


def intervals(articles: Sequence[Counts], *, resamples: int, seed: int) -> dict[str, Interval] | None:
    """The 95 % interval of each measure by the percentile bootstrap over articles; None for fewer than two articles.

    Claims of one article are alike, so whole articles are drawn (Efron and Tibshirani, An Introduction to the
    Bootstrap, chapter 13). The same seed gives the same interval.
    """
    if len(articles) < 2 or not resamples:
        return None
    counts = np.array([astuple(article) for article in articles], dtype=float)
    share = np.full(len(articles), 1 / len(articles))
    drawn = np.random.default_rng(seed).multinomial(len(articles), share, size=resamples) @ counts
    gold, found, predicted, right = drawn.T
    precision, recall = _ratio(right, predicted), _ratio(found, gold)
    f1 = _ratio(2 * precision * recall, precision + recall)
    margin = (100 - LEVEL) / 2
    ends = (np.percentile(values, (margin, 100 - margin)) for values in (precision, recall, f1))
    return {name: Interval(float(low), float(high)) for name, (low, high) in zip(MEASURES, ends, strict=True)}


def _ratio(part: npt.NDArray[np.float64], whole: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
