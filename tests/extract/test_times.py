"""Time expressions and what they mean in a report of Saturday, 14 November 2015."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.times import resolve

SATURDAY = date(2015, 11, 14)
PAST = {
    "Friday": "2015-11-13",
    "earlier Friday": "2015-11-13",
    "Saturday": "2015-11-14",
    "Tuesday evening": "2015-11-10",
    "last Monday": "2015-11-09",
    "yesterday": "2015-11-13",
    "last night": "2015-11-13",
    "late last night": "2015-11-13",
    "later that evening": "2015-11-14",
    "Nov 14": "2015-11-14",
    "12 May": "2015-05-12",
    "December 24": "2014-12-24",
    "March 1, 2004": "2004-03-01",
    "1 March 2004": "2004-03-01",
    "August 2012": "2012-08",
    "last month": "2015-10",
    "two weeks ago": "2015-10-26/2015-11-01",
    "this year": "2015",
    "1941": "1941",
    "the 1990s": "1990/1999",
    "Q1 2023": "2023-01/2023-03",
    "the first quarter of 2023": "2023-01/2023-03",
    "summer 2020": "2020-06/2020-08",
    "the end of the month": "2015-11-30",
    "the end of last month": "2015-10-31",
    "the end of last year": "2014-12",
    "February last year": "2014-02",
    "May of this year": "2015-05",
    "12 May last year": "2014-05-12",
    "the summer of last year": "2014-06/2014-08",
    "2009 to 2012": "2009/2012",
    "2015-11-13": "2015-11-13",
    "30 February 2011": None,
    "three days": None,
    "the day": None,
}
FUTURE = {
    "Sunday": "2015-11-15",
    "Saturday": "2015-11-14",
    "Monday": "2015-11-16",
    "May": "2016-05",
    "next year": "2016",
}


@pytest.mark.parametrize(("text", "expected"), PAST.items())
def test_what_happened(text: str, expected: str | None) -> None:
    assert resolve(text, SATURDAY) == expected


@pytest.mark.parametrize(("text", "expected"), FUTURE.items())
def test_what_is_to_come(text: str, expected: str) -> None:
    assert resolve(text, SATURDAY, future=True) == expected


@pytest.mark.parametrize("text", ["Friday", "last month", "12 May", "two weeks ago"])
def test_without_publication_date_relative_expressions_mean_nothing(text: str) -> None:
    assert resolve(text, None) is None
    assert resolve("12 May 2001", None) == "2001-05-12"
