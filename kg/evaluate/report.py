"""The outcome of an evaluation as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from kg.evaluate.match import Aspect
from kg.evaluate.mistakes import Mistake
from kg.evaluate.reliability import Calibration
from kg.evaluate.scores import MEASURES, Counts, Interval


@dataclass(frozen=True, slots=True)
class Total:
    """All claims judged in one aspect.

    `intervals` has the 95 % interval of each measure, None for fewer than two articles. `kept` and `told` count,
    among the gold claims found, those whose circumstance agrees and those it was asked of (time: the dated ones).
    """

    counts: Counts
    intervals: Mapping[str, Interval] | None
    kept: int
    told: int

    @property
    def share(self) -> float:
        """The share of the claims found whose circumstance agrees; 0 where it was asked of none."""
        return self.kept / self.told if self.told else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """How a prediction agrees with the gold.

    `missing` are gold articles that the prediction lacks (all their claims are missed), `ignored` predicted ones
    that the gold lacks, `differing` those that both have with different texts, where mentions are compared by
    their words alone.
    """

    articles: Mapping[str, Counts]
    relations: Mapping[str, Counts]
    totals: Mapping[Aspect, Total]
    calibration: Calibration
    mistakes: Sequence[Mistake]
    missing: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()

    @property
    def counts(self) -> Counts:
        """The counts of all claims, whatever their circumstances."""
        return self.totals[Aspect.CLAIM].counts

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data, ready for JSON."""
        return {
            "missing": list(self.missing),
            "ignored": list(self.ignored),
            "differing": list(self.differing),
            "totals": {aspect.value: _total(total) for aspect, total in self.totals.items()},
            "articles": {name: _counts(counts) for name, counts in self.articles.items()},
            "relations": {name: _counts(counts) for name, counts in self.relations.items()},
            "calibration": {**asdict(self.calibration), "bins": [asdict(b) for b in self.calibration.bins]},
            "mistakes": [asdict(mistake) for mistake in self.mistakes],
        }


def _counts(counts: Counts) -> dict[str, Any]:
    return {**asdict(counts), **{measure: getattr(counts, measure) for measure in MEASURES}}


def _total(total: Total) -> dict[str, Any]:
    intervals = {name: [interval.low, interval.high] for name, interval in (total.intervals or {}).items()}
    return {**_counts(total.counts), "intervals": intervals or None, "kept": total.kept, "told": total.told}
