"""Times counted from one told shortly before: "two years later", "the following day", "that night".

The temporal anaphora of TIMEX3's `anchorTimeID` (Pustejovsky et al. 2005), for anchors told earlier in the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from kg.extract.times import UNITS, WEEKDAYS, move, number, resolve
from kg.language.layout import MONTHS
from kg.language.reading import Reading
from kg.language.tree import Tree

NEAR = 3
GRAIN = {4: "year", 7: "month", 10: "day"}
FINENESS = ("decade", "year", "month", "week", "day", "hour", "minute")
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")
COUNTED = re.compile(
    rf"(?:(?:about|around|almost|nearly|just|only|exactly|some|more than|less than) )*(?P<count>\w+(?: of)?) "
    rf"(?P<unit>{UNITS})s? (?P<way>later|after|afterwards?|earlier|before|beforehand)"
)
NEXT = re.compile(
    rf"(?:in |during |on |by )?the (?P<way>following|next|subsequent|previous|preceding) "
    rf"(?P<unit>{UNITS}|{'|'.join(WEEKDAYS)}|{'|'.join(MONTHS)}|{'|'.join(PARTS_OF_DAY)})"
)
SAME = re.compile(
    rf"(?:(?:later|earlier|early|late|in|on|during|that|the) )*(?:that|same) (?:very |same )?"
    rf"(?P<unit>{UNITS}|{'|'.join(PARTS_OF_DAY)})"
)
YEARLESS = re.compile(
    rf"(?:{'|'.join(MONTHS)})\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)})\.?"
)
RECENT = 45  # days
BACK = frozenset({"earlier", "before", "beforehand", "previous", "preceding"})
DAY = len("2015-11-14")
# "the first since 1948" tells of no year in which anything happens
BOUNDS = frozenset({"since", "until", "till", "between"})
POINTING = frozenset({"following", "next", "previous", "same", "that"})
NAMED = frozenset({*UNITS.split("|"), *WEEKDAYS, *PARTS_OF_DAY}) - {"hour", "minute"}


def unmarked(tree: Tree, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """First and last token of the expressions of this kind that the tagger does not mark ("the following day")."""
    for i, word in enumerate(tree.lowers):
        if i and word in NAMED and i not in taken and tree.lowers[i - 1] in POINTING and tree.heads[i - 1] == i:
            has_article = i > 1 and tree.lowers[i - 2] == "the"
            if has_article or tree.lowers[i - 1] == "that":
                yield i - 1 - has_article, i


class Anchors:
    """The time expressions of one text in order, as what later ones are counted from.

    Args:
        spans: first and last token of each time expression.
        base: the day of publication.
    """

    def __init__(self, reading: Reading, spans: Sequence[tuple[int, int]], base: date | None) -> None:
        self.reading, self.tree, self.base = reading, reading.tree, base
        self.spans = sorted(spans)
        self.known: dict[tuple[int, int], str | None] = {}

    def resolve(self, first: int, last: int, *, future: bool = False) -> str | None:
        """The date that a time expression means, counted from one told before where it says so."""
        tree = self.tree
        text = tree.slice(first, last)
        start = first
        while start > max(0, first - 2) and tree.lowers[start - 1] in POINTING | {"the"}:
            start -= 1
        plain = " ".join(tree.slice(start, last).lower().split())
        for pattern, count in ((COUNTED, _counted), (NEXT, _next), (SAME, _same)):
            found = pattern.fullmatch(plain)
            if found:
                anchor = self._before(first)
                if anchor is not None:
                    return count(found, anchor)
                return None if found.groupdict().get("way", "earlier") not in BACK else resolve(text, self.base)
        found_by_base = resolve(text, self.base, future=future)
        return self._in_told_year(first, plain, found_by_base) if YEARLESS.fullmatch(plain) else found_by_base

    def _in_told_year(self, first: int, plain: str, found: str | None) -> str | None:
        """A day without a year in the past year that is told just before it, unless it may be news of these weeks."""
        base, anchor = self.base, self._before(first)
        if base is None or anchor is None or int(anchor[:4]) >= base.year:
            return found
        if found is not None and len(found) == DAY and abs((base - date.fromisoformat(found)).days) <= RECENT:
            return found
        return resolve(f"{plain} {anchor[:4]}", base)

    def _before(self, token: int) -> str | None:
        """The time told last before a token, in the sentences and the paragraph just before it."""
        reading, sentence = self.reading, self.tree.sentence
        for first, last in reversed(self.spans):
            if last >= token or (first and self.tree.lowers[first - 1] in BOUNDS):
                continue
            if sentence[token] - sentence[first] > NEAR or reading.paragraphs[token] - reading.paragraphs[first] > 1:
                return None
            if (first, last) not in self.known:
                self.known[first, last] = self.resolve(first, last)
            found = self.known[first, last]
            if found is not None and len(found) in GRAIN:
                return found
        return None


def _counted(found: re.Match[str], anchor: str) -> str | None:
    count, unit = number(found["count"]), found["unit"]
    return _moved(anchor, unit, -count if found["way"] in BACK else count)


def _next(found: re.Match[str], anchor: str) -> str | None:
    unit, step = found["unit"], -1 if found["way"] in BACK else 1
    if unit in MONTHS:
        return _next_month(anchor, MONTHS[unit], step)
    if unit in WEEKDAYS:
        if len(anchor) != DAY:
            return None
        day = date.fromisoformat(anchor) + timedelta(days=step)
        while day.weekday() != WEEKDAYS[unit]:
            day += timedelta(days=step)
        return day.isoformat()
    return _moved(anchor, "day" if unit in PARTS_OF_DAY else unit, step)


def _next_month(anchor: str, month: int, step: int) -> str:
    """The month of that number after (before, where negative) what the anchor tells.

    >>> _next_month("1999", 5, 1), _next_month("1999-03-02", 5, 1), _next_month("1999-06", 5, 1)
    ('2000-05', '1999-05', '2000-05')
    """
    year, told = int(anchor[:4]), int(anchor[5:7] or (12 if step > 0 else 1))
    passed = month <= told if step > 0 else month >= told
    return f"{year + step * passed:04}-{month:02}"


def _same(found: re.Match[str], anchor: str) -> str | None:
    return _moved(anchor, "day" if found["unit"] in PARTS_OF_DAY else found["unit"], 0)


def _moved(anchor: str, unit: str, count: int) -> str | None:
    """The anchor moved by so many units, none of which may be finer than what the anchor tells.

    >>> _moved("1982", "year", 2), _moved("1982", "month", 2), _moved("1982-05", "month", 9)
    ('1984', None, '1983-02')
    """
    grain = GRAIN[len(anchor)]
    if FINENESS.index(unit) > FINENESS.index(grain) and grain != "day":
        return None
    return move(date.fromisoformat(f"{anchor}-01-01"[:DAY]), unit, count)
