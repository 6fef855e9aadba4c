"""When: time expressions resolved against the day of publication, each with its grain.

A result is an ISO 8601 date cut to its grain ("2015", "2015-11", "2015-11-13") or an interval of two dates
joined by "/". Relative expressions follow the direction of their clause: "on Sunday" is the last one in a
report of what happened, the next one in a plan. What the patterns here do not know goes to dateparser.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from kg.language.layout import MONTHS

WEEKDAYS = {
    name: i for i, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
WEEKDAYS |= {name[:3]: i for name, i in list(WEEKDAYS.items())}
NUMBERS = {
    w: i
    for i, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
}
NUMBERS |= {"a": 1, "an": 1, "last": 1, "couple": 2, "few": 3, "several": 3}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "q1": 1,
    "q2": 2,
    "q3": 3,
    "q4": 4,
}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
UNITS = "day|week|month|year|decade|hour|minute"
UNIT = rf"(?P<unit>{UNITS})s?"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _full(m: re.Match[str], base: date | None, future: bool) -> str | None:
    month, day = MONTHS[m["month"]], int(m["day"])
    year = m.groupdict().get("year")
    if year:
        return _day(int(year), month, day)
    if base is None:
        return None
    found = _day(base.year, month, day)
    if found and not future and date.fromisoformat(found) > base + timedelta(days=31):
        return _day(base.year - 1, month, day)
    if found and future and date.fromisoformat(found) < base - timedelta(days=31):
        return _day(base.year + 1, month, day)
    return found


def _month(m: re.Match[str], base: date | None, future: bool) -> str | None:
    month, year = MONTHS[m["month"]], m.groupdict().get("year")
    if year:
        return f"{year}-{month:02}"
    if base is None:
        return None
    which = m.groupdict().get("which") or ""
    shift = 0
    if which == "last" or (not future and month > base.month and which != "next"):
        shift = -1 if month >= base.month else 0
    elif which == "next" or (future and month < base.month):
        shift = 1 if month <= base.month else 0
    return f"{base.year + shift}-{month:02}"


def _weekday(m: re.Match[str], base: date | None, future: bool) -> str | None:
    if base is None:
        return None
    wanted, which = WEEKDAYS[m["weekday"]], (m.groupdict().get("which") or "")
    ahead = (wanted - base.weekday()) % 7
    if which == "next":
        return (base + timedelta(days=ahead or 7)).isoformat()
    if future and which != "last":
        return (base + timedelta(days=ahead)).isoformat()
    behind = (base.weekday() - wanted) % 7
    return (base - timedelta(days=behind or (7 if which == "last" else 0))).isoformat()


def _near(m: re.Match[str], base: date | None, future: bool) -> str | None:
    if base is None:
        return None
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(m["near"], 0)
    return (base + timedelta(days=shift)).isoformat()


def _shifted(m: re.Match[str], base: date | None, future: bool) -> str | None:
    """ "two weeks ago", "in three days", "last month", "next year"."""
    if base is None:
        return None
    groups = m.groupdict()
    which = groups.get("which") or ""
    count = 1 if which in ("last", "next", "previous") else 0 if which else number(groups.get("count") or "1")
    sign = -1 if which in ("last", "previous") or groups.get("ago") in ("ago", "earlier", "before") else 1
    return move(base, m["unit"], sign * count)


def move(base: date, unit: str, count: int) -> str | None:
    """The date so many units after (before, where negative) the day, cut to the unit's grain; a week as an interval.

    >>> move(date(2015, 11, 14), "month", 2)
    '2016-01'
    """
    if unit in ("hour", "minute"):
        return base.isoformat()
    if unit == "day":
        return (base + timedelta(days=count)).isoformat()
    if unit == "week":
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=count)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "month":
        months = base.year * 12 + base.month - 1 + count
        return f"{months // 12}-{months % 12 + 1:02}"
    year = base.year + count * (10 if unit == "decade" else 1)
    return f"{year:04}" if 0 < year < 10_000 else None


def number(word: str) -> int:
    """The number that a word or a figure names, 1 where it names none."""
    word = word.lower().split()[0] if word else "1"
    return int(word) if word.isdigit() and len(word) < 5 else NUMBERS.get(word, 1)


def _year(m: re.Match[str], base: date | None, future: bool) -> str | None:
    return m["year"]


def _decade(m: re.Match[str], base: date | None, future: bool) -> str | None:
    first = int(m["decade"])
    first += 1900 if first < 100 else 0
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get((m["part"] or "").strip(" -"), (0, 9))
    return f"{first + low}/{first + high}"


def _quarter(m: re.Match[str], base: date | None, future: bool) -> str | None:
    year = m["year"] or (str(base.year) if base else None)
    if not year:
        return None
    first = 3 * ORDINALS[m["ordinal"]] - 2
    return f"{year}-{first:02}/{year}-{first + 2:02}"


def _season(m: re.Match[str], base: date | None, future: bool) -> str | None:
    year = int(m["year"]) if m["year"] else base.year if base else None
    if year is None:
        return None
    low, high = SEASONS[m["season"]]
    return f"{year}-{low:02}/{year + (high < low)}-{high:02}"


def _end(m: re.Match[str], base: date | None, future: bool) -> str | None:
    """ "the end of the month", "the end of the year": its last day, its last month."""
    if base is None:
        return None
    shift = YEARS.get(m["which"], 0)
    if m["unit"] == "month":
        month = move(base, "month", shift) or ""
        is_end = m["edge"] == "end"
        return f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]}" if is_end else month
    year = f"{base.year + shift:04}"
    return f"{year}-12" if m["edge"] == "end" else year


def _range(m: re.Match[str], base: date | None, future: bool) -> str | None:
    return f"{m['from']}/{m['to']}"


def _iso(m: re.Match[str], base: date | None, future: bool) -> str | None:
    return _day(*map(int, m["iso"].split("-")))


YEARS = {"last": -1, "this": 0, "next": 1}
Resolver = Callable[[re.Match[str], date | None, bool], str | None]
LEAD = (
    r"(?:(?:on|in|since|by|from|until|late|early|earlier|later|mid|the|about|around|nearly|almost"
    r"|more than|at least)[ -])*"
)
PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
PATTERNS: tuple[tuple[re.Pattern[str], Resolver], ...] = tuple(
    (re.compile(rf"{LEAD}{pattern}", re.IGNORECASE), resolver)
    for pattern, resolver in (
        (r"(?P<iso>\d{4}-\d\d-\d\d)", _iso),
        (rf"(?:(?:{'|'.join(WEEKDAYS)}),? )?{MONTH} {DAY}(?:,? {YEAR})?", _full),
        (rf"(?:(?:{'|'.join(WEEKDAYS)}),? )?{DAY}(?: of)? {MONTH}(?:,? {YEAR})?", _full),
        (rf"(?:(?P<which>last|next|this) )?{MONTH}(?:,? (?:of )?{YEAR})?", _month),
        (rf"(?:(?P<which>last|next|this) )?(?P<weekday>{'|'.join(WEEKDAYS)})'?s?{PART}", _weekday),
        (rf"(?P<near>yesterday|today|tonight|tomorrow|now){PART}", _near),
        (r"(?:this|that|later that|earlier that|later in the) (?P<near>day|morning|afternoon|evening|night)", _near),
        (r"(?P<near>last) (?:afternoon|evening|night)", _near),
        (rf"(?P<count>\w+(?: of)?)(?: (?:more|full))? {UNIT} (?P<ago>ago|earlier|before|later)", _shifted),
        (rf"(?P<which>last|next|this|previous|the coming|that) {UNIT}", _shifted),
        (rf"(?P<ordinal>{'|'.join(ORDINALS)})(?:[ -]quarter)?(?: of)?(?: the year)?(?: {YEAR})?", _quarter),
        (r"(?P<edge>end|beginning|start|middle) of (?P<which>the|this|last|next) (?P<unit>month|year)", _end),
        (
            rf"(?:(?:last|next|this) )?(?P<season>spring|summer|autumn|fall|winter)(?: of)?(?: {YEAR})?",
            _season,
        ),
        (r"(?P<part>early|mid|late)?[ -]?(?:the )?(?P<decade>1[5-9]\d0|20\d0|[2-9]0)'?s", _decade),
        (r"(?P<from>1[0-9]\d\d|20\d\d) ?(?:-|–|to|and) ?(?P<to>1[0-9]\d\d|20\d\d)", _range),
        (rf"{YEAR}", _year),
    )
)


PARTS = "|".join([*sorted(MONTHS, key=len, reverse=True), *SEASONS])
OF_YEAR = re.compile(rf"(?P<rest>.*\b(?:{PARTS})\b.*?)(?: of)? (?P<which>last|this|next) year")


@lru_cache(maxsize=20_000)
def resolve(text: str, base: date | None, *, future: bool = False) -> str | None:
    """The date or interval that a time expression means, or None where it names none (durations, ages).

    Args:
        text: the expression as written ("earlier Friday", "two weeks ago", "the 1990s").
        base: the day of publication; without it only absolute dates resolve.
        future: whether the clause speaks of what is still to come.
    """
    plain = _with_year(" ".join(text.lower().replace(",", " ,").replace(" ,", ",").split()), base)
    for pattern, resolver in PATTERNS:
        match = pattern.fullmatch(plain)
        if match:
            try:
                return resolver(match, base, future)
            except (OverflowError, KeyError, ValueError):
                return None
    return _parsed(plain, base, future) if re.search(r"\d{4}", plain) and len(plain) < 40 else None


def _with_year(text: str, base: date | None) -> str:
    """An expression with the year that "last", "this" or "next year" behind a day, month or season means."""
    found = OF_YEAR.fullmatch(text)
    return text if found is None or base is None else f"{found['rest']} {base.year + YEARS[found['which']]}"


def _parsed(text: str, base: date | None, future: bool) -> str | None:
    import dateparser

    settings: dict[str, Any] = {
        "PREFER_DATES_FROM": "future" if future else "past",
        "REQUIRE_PARTS": ["day", "month", "year"],
    }
    if base:
        settings["RELATIVE_BASE"] = datetime(base.year, base.month, base.day)
    found = dateparser.parse(text, languages=["en"], settings=settings)
    return found.date().isoformat() if found else None
