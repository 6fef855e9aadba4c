"""What a thing is called in an article, and on what ground two readers of that article mean the same thing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

from kg.model import Extraction, Form, Value

_ARTICLE = re.compile(r"^(?:the|a|an) ")
_POSSESSIVE = re.compile(r"['’]s?$")


class Ground(IntEnum):
    """On what ground two things are the same, from none to the strongest."""

    NONE = 0
    LAST_WORDS = 1
    NAME = 2
    IDENTITY = 3


@dataclass(frozen=True, slots=True)
class Called:
    """A thing's label and aliases, these with the words of its mentions, and each mention by its end and words."""

    labels: frozenset[str]
    names: frozenset[str]
    places: frozenset[tuple[int, str]] = frozenset()

    @classmethod
    def from_value(cls, value: Value) -> Called:
        """What a literal is called: its words."""
        words = frozenset({plain(value.value)})
        return cls(words, words)

    def ground(self, wanted: Called) -> Ground:
        """On what ground this is the thing wanted: a label or a place in the text, a name, or the last words."""
        if self.labels & wanted.labels or self.places & wanted.places:
            return Ground.IDENTITY
        if self.names & wanted.names:
            return Ground.NAME
        if self._ends() & wanted._ends() or self._ends_with(wanted):
            return Ground.LAST_WORDS
        return Ground.NONE

    def _ends(self) -> frozenset[int]:
        return frozenset(end for end, _ in self.places)

    def _ends_with(self, wanted: Called) -> bool:
        return any(name.endswith(f" {other}") for name in self.names for other in wanted.names if other)


def called(extraction: Extraction, *, placed: bool = True) -> dict[str, Called]:
    """What each entity is called, by its id; a pronoun names nothing.

    Args:
        placed: whether it counts where the mentions lie.
    """
    labels = {e.id: frozenset(map(plain, (e.label, *e.aliases))) for e in extraction.entities}
    names = {id_: set(found) for id_, found in labels.items()}
    places: dict[str, set[tuple[int, str]]] = {id_: set() for id_ in labels}
    for mention in extraction.mentions:
        if mention.form is not Form.PRONOUN:
            words = plain(mention.text)
            names[mention.entity].add(words)
            if placed:
                places[mention.entity].add((mention.end, words))
    return {id_: Called(labels[id_], frozenset(names[id_]), frozenset(places[id_])) for id_ in labels}


def plain(name: str) -> str:
    """A name without case, accents, articles and possessive endings.

    >>> plain("The Élysée’s")
    'elysee'
    """
    text = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(text.lower().split())))
