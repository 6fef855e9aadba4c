"""Life dates in brackets behind a name: "(born 1966)", "(9 January 1881 – 28 December 1960)", "(d. 1911)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from kg.language.layout import MONTHS
from kg.language.reading import Reading
from kg.model import Form

MONTH = "(?:" + "|".join(sorted((m.title() for m in MONTHS), key=len, reverse=True)) + r")\.?"
DATE = (
    rf"(?:c(?:irca|a)?\.? ?)?(?:\d{{1,2}} {MONTH},? \d{{3,4}}|{MONTH} \d{{1,2}},? \d{{3,4}}|{MONTH} \d{{4}}|\d{{3,4}})"
)
LIVED = re.compile(rf"(?P<birth>{DATE})\s*(?:[-–—]|to|until)\s*(?P<death>{DATE})")
BORN = re.compile(rf"\b(?:born|b\.|née|nee)\b[^();]{{0,60}}?(?P<birth>{DATE})")
DIED = re.compile(rf"\b(?:died|d\.|†)\s*(?:[^();]{{0,40}}? )??(?P<death>{DATE})")
RELATIONS = {"birth": "kgo:dateOfBirth", "death": "kgo:dateOfDeath"}
NEAR, LONGEST = 3, 200


@dataclass(frozen=True, slots=True)
class LifeDate:
    """A person's (cluster's) date of birth or death; `tokens` are the first and last of the date."""

    relation: str
    person: int
    tokens: tuple[int, int]
    phrase: str


def life_dates(reading: Reading) -> Iterator[LifeDate]:
    """The dates of birth and death that stand in brackets close behind names of people."""
    tree = reading.tree
    for m in reading.mentions:
        if m.form is not Form.NAME or m.kind not in ("kgo:Person", "kgo:Leader") or m.cluster < 0:
            continue
        opened = next((i for i in range(m.last + 1, min(m.last + 1 + NEAR, len(tree))) if tree.words[i] == "("), None)
        if opened is None:
            continue
        start = tree.starts[opened]
        end = _closing(tree.text, start)
        for name, first, last in _dates(tree.text[start:end]):
            tokens = bisect_left(tree.starts, start + first), bisect_left(tree.ends, start + last)
            if tokens[0] <= tokens[1] < len(tree):
                yield LifeDate(RELATIONS[name], m.cluster, tokens, tree.slice(*tokens))


def _closing(text: str, start: int) -> int:
    """Where the bracket that opens at `start` closes, nested ones counted."""
    depth = 0
    for i in range(start, min(len(text), start + LONGEST)):
        depth += (text[i] == "(") - (text[i] == ")")
        if depth == 0:
            return i
    return min(len(text), start + LONGEST)


def _dates(inside: str) -> Iterator[tuple[str, int, int]]:
    for pattern in (LIVED, BORN, DIED):
        match = pattern.search(inside)
        if match:
            for name in match.groupdict():
                yield name, match.start(name), match.end(name)
            if pattern is LIVED:
                return
