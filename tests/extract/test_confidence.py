"""What makes a claim less sure: parties without a name, classes that only may fit."""

from __future__ import annotations

from kg.extract.confidence import CLAUSE, LEAST, ROLE, confidence


def test_a_description_takes_less_from_an_event_than_from_what_lasts() -> None:
    assert confidence(CLAUSE) > confidence(CLAUSE, described=1) > confidence(CLAUSE, described=2) >= 0.6
    assert confidence(ROLE, described=1, happens=False) < confidence(ROLE, described=1)


def test_a_class_that_only_may_fit_is_less_sure_and_nothing_is_impossible() -> None:
    assert confidence(CLAUSE, fit=0.5) < confidence(CLAUSE)
    assert confidence(0.01) == LEAST
