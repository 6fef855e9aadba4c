"""Lives in brackets behind a name: "(born 1966 in Lagos)", "(9 January 1881 – 28 December 1960)", "(d. 1911)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from kg.language.layout import MONTHS
from kg.language.reading import Reading
from kg.model import Form

MONTH = "(?:" + "|".join(sorted((m.title() for m in MONTHS), key=len, reverse=True)) + r")\.?"
CIRCA = r"(?:\bc(?:irca|a)?\.? ?)?"
DATE = rf"(?:\d{{1,2}} {MONTH},? \d{{3,4}}|{MONTH} \d{{1,2}},? \d{{3,4}}|{MONTH} \d{{4}}|\d{{3,4}})"
ELSEWHERE = r"(?:,? (?:in )?[^\W\d][^();–—]{1,60}?)?"
PLACE = r"(?:[^\W\d][^();–—\d]{1,40}, )?"
LIVED = re.compile(rf"{CIRCA}(?P<birth>{DATE}){ELSEWHERE}\s*(?:[-–—]|to|until)\s*{PLACE}{CIRCA}(?P<death>{DATE})")
LIVES = re.compile(r"^\(\s*(?P<birth>1\d{3}|20\d\d)\s*[-–—]\s*(?:present|today)?\s*$")
BORN = re.compile(rf"\b(?:born|b\.|née|nee)\b(?:(?!died|d\.|†)[^()]){{0,60}}?{CIRCA}(?P<birth>{DATE})")
DIED = re.compile(rf"\b(?:died|d\.|†)\s*(?:[^();]{{0,40}}? )??{CIRCA}(?P<death>{DATE})")
RELATIONS = {"birth": "kgo:dateOfBirth", "death": "kgo:dateOfDeath"}
PLACES = {"birth": "kgo:bornIn", "death": "kgo:diedIn"}
NEAR, LONGEST, SHORTEST = 3, 200, 9
PEOPLE = frozenset({"kgo:Person", "kgo:Leader"})
BREAKS = frozenset({"-", "–", "—", ";"})


@dataclass(frozen=True, slots=True)
class LifeFact:
    """When or where a person (a cluster) was born or died; `object` is a date's first and last token, or a cluster."""

    relation: str
    person: int
    object: tuple[int, int] | int
    head: int
    phrase: str


def life_facts(reading: Reading) -> Iterator[LifeFact]:
    """Birth and death as the brackets close behind names of people tell them."""
    tree = reading.tree
    for number, m in enumerate(reading.mentions):
        if m.form is not Form.NAME or m.cluster < 0 or reading.clusters[m.cluster].kind not in PEOPLE:
            continue
        opened = next((i for i in range(m.last + 1, min(m.last + 1 + NEAR, len(tree))) if tree.words[i] == "("), None)
        if opened is None:
            continue
        start = tree.starts[opened]
        end = _closing(tree.text, start)
        if tree.text[end : end + 3] == ") (" and not any(_dates(tree.text[start:end])):
            start, end = end + 2, _closing(tree.text, end + 2)
        for name, first, last in _dates(tree.text[start:end]):
            tokens = bisect_left(tree.starts, start + first), bisect_left(tree.ends, start + last)
            if tokens[0] <= tokens[1] < len(tree):
                phrase = tree.slice(*tokens)
                yield LifeFact(RELATIONS[name], m.cluster, tokens, tokens[0], phrase)
                for place in _behind(reading, number, tokens[1], end):
                    yield LifeFact(PLACES[name], m.cluster, place, tokens[0], phrase)


def _behind(reading: Reading, person: int, date: int, end: int) -> Iterator[int]:
    """The names behind a date, up to the bracket, a dash or a semicolon."""
    tree = reading.tree
    for m in reading.mentions[person + 1 :]:
        if tree.starts[m.first] >= end:
            return
        if m.first > date and m.form is Form.NAME and m.cluster >= 0:
            if any(tree.words[t] in BREAKS for t in range(date, m.first)):
                return
            yield m.cluster


def _closing(text: str, start: int) -> int:
    """Where the bracket that opens at `start` closes, nested ones counted."""
    depth = 0
    for i in range(start, min(len(text), start + LONGEST)):
        depth += (text[i] == "(") - (text[i] == ")")
        if depth == 0:
            return i
    return min(len(text), start + LONGEST)


def _is_term(first: str, last: str) -> bool:
    """Whether two years lie too near for a life: somebody's years in a post."""
    return first.isdigit() and last.isdigit() and int(last) - int(first) < SHORTEST


def _dates(inside: str) -> Iterator[tuple[str, int, int]]:
    for pattern in (LIVED, LIVES, BORN, DIED):
        match = pattern.search(inside)
        if match and not (pattern is LIVED and _is_term(match["birth"], match["death"])):
            for name in match.groupdict():
                yield name, match.start(name), match.end(name)
            if pattern is LIVED:
                return
