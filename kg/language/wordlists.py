"""Small closed lists of English words that names and coreference need, read from tables beside this file."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def honorifics() -> frozenset[str]:
    """Words in lower case that stand before a person's name ("mr", "gen.", "queen")."""
    return frozenset(word for word, kind, _ in _persons() if kind in ("honorific", "rank"))


@cache
def ranks() -> frozenset[str]:
    """Honorifics of police and armed forces that nothing else is called by ("sergeant", "col.")."""
    return frozenset(word for word, kind, _ in _persons() if kind == "rank")


@cache
def shortened() -> dict[str, str]:
    """Ranks and titles by how they are shortened before a name ("gen", "gen.": "general")."""
    rows = (resources.files(__package__) / "ranks.tsv").read_text("utf-8").split("\n")[1:]
    known = (row.split("\t") for row in rows if row)
    return {word: full for short, full in known for word in (short, f"{short}.")}


@cache
def postnominals() -> frozenset[str]:
    """Honours and degrees in lower case that stand behind a person's name ("kbe", "ph.d.")."""
    return frozenset(word for word, kind, _ in _persons() if kind == "postnominal")


@cache
def genders() -> dict[str, str]:
    """Nouns and honorifics that tell a person's gender: "m" or "f" by word in lower case."""
    return {word: gender for word, _, gender in _persons() if gender}


def _persons() -> list[tuple[str, str, str]]:
    rows = (resources.files(__package__) / "persons.tsv").read_text("utf-8").split("\n")[1:]
    found = []
    for row in filter(None, rows):
        word, kind, gender = (*row.split("\t"), "", "")[:3]
        found.append((word, kind, gender))
    return found


@cache
def inverse_kin() -> dict[str, frozenset[str]]:
    """What one's relatives call one, by what one calls them ("mother": "son", "daughter", "child", …)."""
    rows = (resources.files(__package__) / "kin.tsv").read_text("utf-8").split("\n")[1:]
    known = [tuple(row.split("\t")) for row in rows if row]
    return {word: frozenset(w for w, kind, _ in known if kind == inverse) for word, _, inverse in known}


@cache
def appointing() -> frozenset[str]:
    """Verbs that make their object hold a post ("appoint", "keep"), by lemma."""
    return frozenset(_appointing())


@cache
def appointing_people() -> frozenset[str]:
    """Those of them whose object is a person wherever a post is told ("hire", not "make")."""
    return frozenset(lemma for lemma, of in _appointing().items() if of == "person")


def _appointing() -> dict[str, str]:
    rows = (resources.files(__package__) / "appointing.tsv").read_text("utf-8").split("\n")[1:]
    return {lemma: of for lemma, _, of in (row.partition("\t") for row in rows if row)}


@cache
def judging() -> frozenset[str]:
    """Verbs that judge somebody for a deed, who is said to have done it ("blame", "jail", "praise"), by lemma."""
    return frozenset(_judging())


@cache
def alleging() -> frozenset[str]:
    """Those of them by which the deed is the word of whoever judges ("accuse", "convict")."""
    return frozenset(lemma for lemma, force in _judging().items() if force == "allege")


def _judging() -> dict[str, str]:
    rows = (resources.files(__package__) / "judging.tsv").read_text("utf-8").split("\n")[1:]
    return {lemma: force for lemma, _, force in (row.partition("\t") for row in rows if row)}


@cache
def parties() -> dict[str, str]:
    """Political parties by what their members and the parties themselves are called for short ("Democrats", "GOP")."""
    return {word: name for name, words, _ in _parties() for word in words.split("|")}


@cache
def party_letters() -> dict[str, str]:
    """Political parties by the letter that stands before a state ("R-Texas")."""
    return {letter: name for name, _, letter in _parties() if letter}


def _parties() -> list[tuple[str, str, str]]:
    rows = (resources.files(__package__) / "parties.tsv").read_text("utf-8").split("\n")[1:]
    found = []
    for row in filter(None, rows):
        name, words, letter = (*row.split("\t"), "")[:3]
        found.append((name, words, letter))
    return found
