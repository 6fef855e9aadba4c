"""Whether confidence tells how often claims are right."""

from __future__ import annotations

import pytest

from kg.evaluate.reliability import Bin, calibration


def test_bins_and_errors() -> None:
    judged = [(0.9, True), (1.0, True), (0.95, False), (0.2, False), (0.25, False)]
    found = calibration(judged)
    assert found.bins == (
        Bin(0.2, 0.3, 2, pytest.approx(0.225), 0),
        Bin(0.9, 1.0, 3, pytest.approx(0.95), pytest.approx(2 / 3)),
    )
    assert found.error == pytest.approx((2 * 0.225 + 3 * (0.95 - 2 / 3)) / 5)
    assert found.brier == pytest.approx((0.01 + 0 + 0.9025 + 0.04 + 0.0625) / 5)


@pytest.mark.parametrize("confidence", [n / 10 for n in range(11)])
def test_every_confidence_lies_in_its_bin(confidence: float) -> None:
    (only,) = calibration([(confidence, True)]).bins
    assert only.low <= confidence <= only.high


def test_nothing_judged() -> None:
    assert calibration([]).bins == ()
    assert (calibration([]).error, calibration([]).brier) == (0, 0)
