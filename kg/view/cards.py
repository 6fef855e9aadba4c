"""The claims behind a picture as plain data for the page's panel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from kg.analyse.plain import clip, local_name, words
from kg.analyse.selection import OPEN_RELATION
from kg.model import Modality, Polarity
from kg.store.records import ClaimRecord, GraphRecords

NAME_LENGTH = 120
QUOTE_LENGTH = 1500
IRI_LENGTH = 500
URL_LENGTH = 2000


@dataclass(slots=True)
class Cards:
    """Cards of claims, and what several of them share (quotes, articles, names), each written down once."""

    records: GraphRecords
    labels: Mapping[str, str]
    claims: list[dict[str, Any]] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _quotes: dict[str, int] = field(default_factory=dict)
    _articles: dict[str, int] = field(default_factory=dict)

    def number(self, claim: ClaimRecord) -> int:
        """The place of the claim in `claims`; the first time it is asked for, its card is written."""
        if claim.iri not in self._numbers:
            self._numbers[claim.iri] = len(self.claims)
            self.claims.append(self._card(claim))
        return self._numbers[claim.iri]

    def name(self, iri: str) -> str:
        """The label of an entity, whether drawn or not."""
        if iri not in self.names:
            entity = self.records.entities.get(iri)
            self.names[iri] = clip((entity.label if entity else "") or local_name(iri), NAME_LENGTH)
        return self.names[iri]

    def term(self, term: str) -> str:
        """The words for a class or a relation."""
        return clip(self.labels.get(term) or words(term), NAME_LENGTH)

    def relation(self, claim: ClaimRecord) -> str:
        """The words for the claim's relation; for an open triple, its own."""
        if claim.predicate == OPEN_RELATION and claim.phrase:
            return clip(claim.phrase, NAME_LENGTH)
        return self.term(claim.predicate)

    def quotes(self) -> list[str]:
        """The sentences, in the order of the cards' numbers."""
        return list(self._quotes)

    def articles(self) -> list[dict[str, str]]:
        """Title, publisher, date and address of each article, in the order of the cards' numbers."""
        return [self._article(iri) for iri in self._articles]

    def _card(self, claim: ClaimRecord) -> dict[str, Any]:
        for iri in (claim.subject, claim.object, claim.attributed_to, claim.place):
            if iri is not None:
                self.name(iri)
        card = {
            "iri": clip(claim.iri, IRI_LENGTH),
            "subject": claim.subject,
            "relation": self.relation(claim),
            "object": claim.object,
            "value": clip(claim.value, NAME_LENGTH) if claim.value is not None else None,
            "phrase": clip(claim.phrase, NAME_LENGTH),
            "event": clip(claim.event, 40) if claim.event else None,
            "denied": claim.polarity is Polarity.NEGATED or None,
            "modality": claim.modality.value if claim.modality is not Modality.ACTUAL else None,
            "by": claim.attributed_to,
            "time": clip(claim.time, 40) if claim.time else None,
            "place": claim.place,
            "confidence": share(claim.confidence),
            "article": self._articles.setdefault(claim.article, len(self._articles)),
            "quote": self._quotes.setdefault(clip(claim.quote, QUOTE_LENGTH), len(self._quotes)),
        }
        return {key: value for key, value in card.items() if value is not None}

    def _article(self, iri: str) -> dict[str, str]:
        article = self.records.articles.get(iri)
        if article is None:
            return {"id": clip(local_name(iri), NAME_LENGTH)}
        known = {
            "id": article.id,
            "title": article.title,
            "publisher": article.publisher,
            "published": article.published.isoformat() if article.published else None,
            "url": article.url,
        }
        lengths = {"url": URL_LENGTH}
        return {key: clip(text, lengths.get(key, 2 * NAME_LENGTH)) for key, text in known.items() if text}


def share(confidence: float) -> float:
    """The confidence as a number between 0 and 1 of two digits; 0 for what is no number."""
    return round(min(max(confidence, 0.0), 1.0), 2) if isfinite(confidence) else 0.0
