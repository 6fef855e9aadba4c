"""What the graph holds, as plain records that analysis and views work on.

They are read from the store in one go (`GraphStore.records`), so that nothing
above the store needs to know how RDF is laid out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.model import Modality, Polarity

LONGEST_HEADLINE = 300
"""So many characters of a text are looked at for a first line."""


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """An entity of the graph; `types` are CURIEs from the most specific to the most general.

    `qualifier` tells it from others of the same label.
    """

    iri: str
    label: str
    types: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    qualifier: str | None = None

    @property
    def name(self) -> str:
        """Its label, followed in brackets by what tells it from others of that label."""
        return f"{self.label} ({self.qualifier})" if self.qualifier else self.label


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article of the graph; `text` is what the offsets of its claims count in, None where it is not kept."""

    iri: str
    id: str
    title: str | None = None
    url: str | None = None
    published: date | None = None
    publisher: str | None = None
    text: str | None = None

    @property
    def headline(self) -> str:
        """Its title; without one, the first line of its text or, where that is not kept, its id."""
        first = (self.text or "").lstrip()[:LONGEST_HEADLINE].partition("\n")[0].strip()
        return self.title or first or self.id


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim of the graph with its sentence.

    `subject`, `object`, `attributed_to`, `place` are entity IRIs, `article` an article IRI.
    `is_agentless` tells that nobody knows the subject: the text does not say who did it.
    A claim has an `object`, or a literal `value` with its `datatype`, or neither.
    `start` and `end` are the character offsets of `quote` in the article's text.
    """

    iri: str
    subject: str
    predicate: str
    object: str | None
    value: str | None
    datatype: str | None
    phrase: str
    event: str | None
    polarity: Polarity
    modality: Modality
    attributed_to: str | None
    time: str | None
    place: str | None
    confidence: float
    article: str
    quote: str
    start: int
    end: int
    is_agentless: bool = False

    @property
    def is_direct(self) -> bool:
        """Whether the claim's own triple stands in the graph: affirmed and actual."""
        return self.polarity is Polarity.AFFIRMED and self.modality is Modality.ACTUAL


@dataclass(frozen=True, slots=True)
class GraphRecords:
    """Everything that analysis and views need, keyed by IRI and in a stable order."""

    entities: Mapping[str, EntityRecord]
    articles: Mapping[str, ArticleRecord]
    claims: tuple[ClaimRecord, ...]
