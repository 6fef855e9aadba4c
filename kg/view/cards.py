"""The claims behind a picture as plain data for the page's panel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from kg.analyse.naming import OPEN_RELATION
from kg.analyse.plain import clip, local_name, words
from kg.model import Modality, Polarity
from kg.store.records import ClaimRecord, GraphRecords
from kg.view.passages import Passages

NAME_LENGTH = 120
IRI_LENGTH = 500
HEADLINE_LENGTH = 160
URL_LENGTH = 2000


@dataclass(slots=True)
class Cards:
    """Cards of claims, and what several of them share (names, relations, passages, articles), each written once.

    A card refers to what is shared by its place in `things`, `relations`, `passages` and `articles`.
    """

    records: GraphRecords
    labels: Mapping[str, str]
    claims: list[dict[str, Any]] = field(default_factory=list)
    passages: Passages = field(default_factory=Passages)
    _numbers: dict[str, int] = field(default_factory=dict)
    _things: dict[str, int] = field(default_factory=dict)
    _relations: dict[tuple[str, str], int] = field(default_factory=dict)
    _articles: dict[str, int] = field(default_factory=dict)

    def number(self, claim: ClaimRecord) -> int:
        """The place of the claim in `claims`; the first time it is asked for, its card is written."""
        if claim.iri not in self._numbers:
            self._numbers[claim.iri] = len(self.claims)
            self.claims.append(self._card(claim))
        return self._numbers[claim.iri]

    def thing(self, iri: str) -> int:
        """The place of an entity, whether drawn or not, in `things`."""
        return self._things.setdefault(iri, len(self._things))

    def name(self, iri: str) -> str:
        """The name of an entity, whether drawn or not."""
        entity = self.records.entities.get(iri)
        return clip((entity.name if entity and entity.label else "") or local_name(iri), NAME_LENGTH)

    def term(self, term: str) -> str:
        """The words for a class or a relation."""
        return clip(self.labels.get(term) or words(term), NAME_LENGTH)

    def relation(self, claim: ClaimRecord) -> str:
        """The words for the claim's relation; for an open triple, its own."""
        if claim.predicate == OPEN_RELATION and claim.phrase:
            return clip(claim.phrase, NAME_LENGTH)
        return self.term(claim.predicate)

    def things(self) -> list[list[str]]:
        """IRI and name of each entity that a card speaks of; then its label, where its name says more than that."""
        return [[iri, self.name(iri), *self._bare(iri)] for iri in self._things]

    def _bare(self, iri: str) -> list[str]:
        entity = self.records.entities.get(iri)
        return [clip(entity.label, NAME_LENGTH)] if entity and entity.qualifier else []

    def relations(self) -> list[list[str]]:
        """CURIE (or IRI) and words of each relation."""
        return [[clip(term, IRI_LENGTH), text] for term, text in self._relations]

    def articles(self) -> list[dict[str, str]]:
        """IRI, title (or a headline where there is none), publisher, date and address of each article."""
        return [self._article(iri) for iri in self._articles]

    def _card(self, claim: ClaimRecord) -> dict[str, Any]:
        article = self.records.articles.get(claim.article)
        relation = (claim.predicate, self.relation(claim))
        card = {
            "iri": clip(claim.iri, IRI_LENGTH),
            "subject": self.thing(claim.subject),
            "relation": self._relations.setdefault(relation, len(self._relations)),
            "object": self.thing(claim.object) if claim.object is not None else None,
            "value": clip(claim.value, NAME_LENGTH) if claim.value is not None else None,
            "datatype": clip(claim.datatype, IRI_LENGTH) if claim.datatype else None,
            "phrase": clip(claim.phrase, NAME_LENGTH) or None,
            "event": clip(claim.event, 40) if claim.event else None,
            "denied": claim.polarity is Polarity.NEGATED or None,
            "modality": claim.modality.value if claim.modality is not Modality.ACTUAL else None,
            "by": self.thing(claim.attributed_to) if claim.attributed_to is not None else None,
            "time": clip(claim.time, 40) if claim.time else None,
            "place": self.thing(claim.place) if claim.place is not None else None,
            "confidence": share(claim.confidence),
            "article": self._articles.setdefault(claim.article, len(self._articles)),
            "passage": self.passages.place(claim, article.text if article else None),
        }
        return {key: value for key, value in card.items() if value is not None}

    def _article(self, iri: str) -> dict[str, str]:
        article = self.records.articles.get(iri)
        if article is None:
            return {"iri": clip(iri, IRI_LENGTH), "headline": clip(local_name(iri), NAME_LENGTH)}
        known = {
            "iri": article.iri,
            "headline": clip(article.headline, HEADLINE_LENGTH) if not article.title else None,
            "title": article.title,
            "publisher": article.publisher,
            "published": article.published.isoformat() if article.published else None,
            "url": article.url,
        }
        lengths = {"url": URL_LENGTH, "iri": IRI_LENGTH}
        return {key: clip(text, lengths.get(key, 2 * NAME_LENGTH)) for key, text in known.items() if text}


def share(confidence: float) -> float:
    """The confidence as a number between 0 and 1 of two digits; 0 for what is no number."""
    return round(min(max(confidence, 0.0), 1.0), 2) if isfinite(confidence) else 0.0
