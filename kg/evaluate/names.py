"""What a thing is called in an article, and on what ground two readers of that article mean the same thing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

from kg.model import Entity, Extraction, Form, Mention, Value
from kg.ontology import ADPOSITIONS

_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


class Ground(IntEnum):
    """On what ground two things are the same, from none to the strongest."""

    NONE = 0
    PART = 1
    NAME = 2
    IDENTITY = 3


@dataclass(frozen=True, slots=True)
class Called:
    """What a thing goes by in an article.

    `labels` are its label and aliases, `names` these with the words of its mentions, `heads` what stands before the
    first preposition in those that describe it ("relatives" of "relatives of the victims"), `places` the mentions
    by their end and words.
    """

    labels: frozenset[str]
    names: frozenset[str]
    heads: frozenset[str] = frozenset()
    places: frozenset[tuple[int, str]] = frozenset()

    @classmethod
    def from_value(cls, value: Value) -> Called:
        """What a literal is called: its words."""
        words = frozenset({plain(value.value)})
        return cls(words, words)

    def ground(self, wanted: Called) -> Ground:
        """On what ground this is the thing wanted: a label or a place in the text, a name, or a part of one."""
        if self.labels & wanted.labels or self.places & wanted.places:
            return Ground.IDENTITY
        if self.names & wanted.names:
            return Ground.NAME
        if self.heads & wanted.names or self.names & wanted.heads:
            return Ground.PART
        if self._ends() & wanted._ends() or self._ends_with(wanted):
            return Ground.PART
        return Ground.NONE

    def _ends(self) -> frozenset[int]:
        return frozenset(end for end, _ in self.places)

    def _ends_with(self, wanted: Called) -> bool:
        mine = self.names | self.heads
        return any(name.endswith(f" {other}") for name in mine for other in wanted.names if other)


def called(extraction: Extraction, *, placed: bool = True) -> dict[str, Called]:
    """What each entity is called, by its id; a pronoun names nothing.

    Args:
        placed: whether it counts where the mentions lie.
    """
    mentions: dict[str, list[Mention]] = {entity.id: [] for entity in extraction.entities}
    for mention in extraction.mentions:
        if mention.form is not Form.PRONOUN:
            mentions[mention.entity].append(mention)
    return {entity.id: _called(entity, mentions[entity.id], placed) for entity in extraction.entities}


def _called(entity: Entity, mentions: list[Mention], placed: bool) -> Called:
    labels = (entity.label, *entity.aliases)
    names = (*labels, *(mention.text for mention in mentions))
    return Called(
        frozenset(map(plain, labels)),
        frozenset(map(plain, names)),
        frozenset(head for name in names if (head := _head(name))),
        frozenset((mention.end, plain(mention.text)) for mention in mentions if placed),
    )


def _head(name: str) -> str:
    """What stands before the first preposition of a description; nothing where there is none, or in a name.

    >>> _head("the relatives of the victims"), _head("Bank of England"), _head("at least 17 people")
    ('relatives', '', '')
    """
    if _ARTICLE.sub("", name)[:1].isupper():
        return ""
    words = plain(name).split()
    return " ".join(words[: next((n for n, word in enumerate(words) if word in ADPOSITIONS), 0)])


def plain(name: str) -> str:
    """A name without case, accents, articles and possessive endings.

    >>> plain("The Élysée’s")
    'elysee'
    """
    text = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(text.lower().split())))
