"""Precision, recall, F1 and their intervals."""

from __future__ import annotations

import pytest

from kg.evaluate import MEASURES, Counts
from kg.evaluate.scores import intervals


def test_measures() -> None:
    counts = Counts(gold=8, found=2, predicted=4, right=2)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.25, pytest.approx(1 / 3))
    assert Counts(1, 2, 3, 4) + Counts(10, 20, 30, 40) == Counts(11, 22, 33, 44)


@pytest.mark.parametrize("counts", [Counts(), Counts(gold=3), Counts(predicted=3)])
def test_nothing_is_nought(counts: Counts) -> None:
    assert (counts.precision, counts.recall, counts.f1) == (0, 0, 0)


def test_intervals_hold_the_measure_and_depend_on_nothing_but_the_seed() -> None:
    articles = [Counts(10, n % 10, 8, n % 8) for n in range(40)]
    total = sum(articles, Counts())
    found = intervals(articles, resamples=1000, seed=0)
    assert found is not None
    assert list(found) == list(MEASURES)
    for name, interval in found.items():
        assert 0 <= interval.low < getattr(total, name) < interval.high <= 1
    assert intervals(articles, resamples=1000, seed=0) == found
    assert intervals(articles, resamples=1000, seed=1) != found


def test_interval_of_a_share_is_that_of_the_binomial() -> None:
    articles = [Counts(1, int(n < 200), 1, int(n < 200)) for n in range(400)]
    found = intervals(articles, resamples=4000, seed=0)
    assert found is not None
    assert found["recall"].low == pytest.approx(0.5 - 1.96 * 0.025, abs=0.005)
    assert found["recall"].high == pytest.approx(0.5 + 1.96 * 0.025, abs=0.005)


def test_articles_that_are_alike_leave_no_doubt() -> None:
    found = intervals([Counts(2, 1, 2, 1)] * 5, resamples=100, seed=0)
    assert found is not None
    assert all((i.low, i.high) == (0.5, 0.5) for i in found.values())


@pytest.mark.parametrize(("articles", "resamples"), [([], 1000), ([Counts(1, 1, 1, 1)], 1000), ([Counts()] * 3, 0)])
def test_too_few_articles_have_no_interval(articles: list[Counts], resamples: int) -> None:
    assert intervals(articles, resamples=resamples, seed=0) is None


def test_articles_without_claims() -> None:
    found = intervals([Counts()] * 3, resamples=10, seed=0)
    assert found is not None
    assert {(i.low, i.high) for i in found.values()} == {(0, 0)}
