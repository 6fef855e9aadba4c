"""Closed lists of English words that names, coreference and clauses need, read from tables beside this file.

Most stand in `words.tsv`, a word a row under the name of its list; those that tell more of their words have tables of
their own.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib import resources


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list of `words.tsv`.

    Raises:
        KeyError: there is no such list.
    """
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, word in table("words"):
        found[name].add(word)
    return {name: frozenset(listed) for name, listed in found.items()}


def table(name: str) -> list[list[str]]:
    """The rows of a table beside this file, below its head."""
    text = (resources.files(__package__) / f"{name}.tsv").read_text("utf-8")
    return [row.split("\t") for row in text.split("\n")[1:] if row]


@cache
def honorifics() -> frozenset[str]:
    """Words in lower case that stand before a person's name ("mr", "gen.", "queen")."""
    return frozenset(word for word, kind, _ in table("persons") if kind in ("honorific", "rank"))


@cache
def ranks() -> frozenset[str]:
    """Honorifics that nothing else is called by, those of police and armed forces above all ("sergeant", "col.")."""
    return frozenset(word for word, kind, _ in table("persons") if kind == "rank")


@cache
def shortened() -> dict[str, str]:
    """Ranks and titles by how they are shortened before a name ("gen", "gen.": "general")."""
    return {word: full for short, full in table("ranks") for word in (short, f"{short}.")}


@cache
def postnominals() -> frozenset[str]:
    """Honours and degrees in lower case that stand behind a person's name ("kbe", "ph.d.")."""
    return frozenset(word for word, kind, _ in table("persons") if kind == "postnominal")


@cache
def genders() -> dict[str, str]:
    """Nouns and honorifics that tell a person's gender: "m" or "f" by word in lower case."""
    return {word: gender for word, _, gender in table("persons") if gender}


@cache
def surname_endings() -> dict[str, str]:
    """The gender, "m" or "f", by the ends of Slavic and Icelandic surnames that tell it ("ova", "dottir")."""
    return {row[0]: row[1] for row in table("surnames")}


@cache
def inverse_kin() -> dict[str, frozenset[str]]:
    """What one's relatives call one, by what one calls them ("mother": "son", "daughter", "child", …)."""
    known = table("kin")
    return {word: frozenset(w for w, kind, _ in known if kind == inverse) for word, _, inverse in known}


@cache
def appointing() -> frozenset[str]:
    """Verbs that make their object hold a post ("appoint", "keep"), by lemma."""
    return frozenset(lemma for lemma, _ in table("appointing"))


@cache
def appointing_people() -> frozenset[str]:
    """Those of them whose object is a person wherever a post is told ("hire", not "make")."""
    return frozenset(lemma for lemma, of in table("appointing") if of == "person")


@cache
def judging() -> frozenset[str]:
    """Verbs that judge somebody for a deed, who is said to have done it ("blame", "jail", "praise"), by lemma."""
    return frozenset(lemma for lemma, _ in table("judging"))


@cache
def alleging() -> frozenset[str]:
    """Those of them by which the deed is the word of whoever judges ("accuse", "convict")."""
    return frozenset(lemma for lemma, force in table("judging") if force == "allege")


@cache
def parties() -> dict[str, str]:
    """Political parties by what their members and the parties themselves are called for short ("Democrats", "GOP")."""
    return {word: name for name, called, _ in table("parties") for word in called.split("|")}


@cache
def party_letters() -> dict[str, str]:
    """Political parties by the letter that stands before a state ("R-Texas")."""
    return {letter: name for name, _, letter in table("parties") if letter}
