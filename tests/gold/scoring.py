"""Scores extractions against the gold rows, as README.md says that a row is judged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from kg.model import Claim, Extraction, Value
from kg.ontology import Ontology

from .gold import GoldClaim

UNJUDGED = frozenset({"holdsPosition", "announced", "declared"})
ARTICLE = re.compile(r"^(?:the|a|an) ")
POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(slots=True)
class Score:
    """Counts over articles: gold rows and how many were found, predicted claims and how many are right.

    `certainty`, `source` and `time` count, among the rows found, those whose circumstances agree too.
    """

    gold: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0
    certainty: int = 0
    source: int = 0
    dated: int = 0
    time: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def score(extraction: Extraction, rows: Iterable[GoldClaim], ontology: Ontology) -> Score:
    """How one article's claims agree with its gold rows."""
    judge = _Judge(extraction, ontology)
    rows = list(rows)
    claims = [c for c in extraction.claims if c.predicate.partition(":")[2] not in UNJUDGED or judge.any_row(c, rows)]
    result = Score(gold=len(rows), predicted=len(claims))
    result.right = sum(judge.any_row(c, rows) for c in claims)
    for row in rows:
        matching = [c for c in extraction.claims if judge.agrees(c, row)]
        if matching:
            result.found += 1
            result.certainty += any(c.polarity == row.polarity and c.modality == row.modality for c in matching)
            result.source += any(judge.same_source(c, row) for c in matching)
            result.dated += bool(row.time)
            result.time += bool(row.time) and any(c.time == row.time for c in matching)
    return result


class _Judge:
    def __init__(self, extraction: Extraction, ontology: Ontology) -> None:
        self.ontology = ontology
        self.names: dict[str, set[str]] = {}
        for entity in extraction.entities:
            self.names[entity.id] = {plain(name) for name in (entity.label, *entity.aliases)}
        for mention in extraction.mentions:
            self.names[mention.entity].add(plain(mention.text))

    def any_row(self, claim: Claim, rows: list[GoldClaim]) -> bool:
        return any(self.agrees(claim, row, general=True) for row in rows)

    def agrees(self, claim: Claim, row: GoldClaim, *, general: bool = False) -> bool:
        """Whether relation, subject and object agree; with `general`, the claim's relation may be above the row's."""
        wanted = f"kgo:{row.relation}"
        if claim.predicate != wanted and not (general and claim.predicate in self.ontology.ancestors(wanted)):
            return False
        if self._sides(claim, row.subject, row.object):
            return True
        return self.ontology.relations[wanted].is_symmetric and self._sides(claim, row.object, row.subject)

    def _sides(self, claim: Claim, subject: str, value: str) -> bool:
        return self._is(claim.subject, subject) and self._is_object(claim.object, value)

    def _is_object(self, value: str | Value | None, name: str) -> bool:
        if isinstance(value, Value):
            return plain(value.value) == plain(name)
        return value is not None and self._is(value, name)

    def _is(self, entity: str, name: str) -> bool:
        """Whether the entity bears the name, or is described with it as the last word."""
        wanted = plain(name)
        return any(known == wanted or known.endswith(f" {wanted}") for known in self.names[entity])

    def same_source(self, claim: Claim, row: GoldClaim) -> bool:
        if not claim.attributed_to or not row.attributed_to:
            return not claim.attributed_to and not row.attributed_to
        return self._is(claim.attributed_to, row.attributed_to)


def plain(name: str) -> str:
    """A name without case, accents, articles and possessive endings."""
    text = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return POSSESSIVE.sub("", ARTICLE.sub("", " ".join(text.lower().split())))


def total(scores: Mapping[str, Score]) -> Score:
    """The counts of all articles together."""
    return sum(scores.values(), Score())
