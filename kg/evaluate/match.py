"""Which claims of a prediction agree with those of the gold, in one article."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from kg.evaluate.names import Called, Ground, called
from kg.model import Claim, Extraction, Value
from kg.ontology import Ontology

Party = str | Value | None


class Aspect(StrEnum):
    """What of a claim is compared: the claim alone, or also one of its circumstances."""

    CLAIM = "claim"
    CERTAINTY = "certainty"
    SOURCE = "source"
    TIME = "time"


class Matcher:
    """Compares the claims of two extractions of one article.

    A claim agrees with a gold claim when relation, subject and object do. Entities agree on the strongest ground
    on which the predicted one is like any of the gold: a label, an alias or a mention in common; else a name or
    description in common; else the last words of a name ("President Obama": "Obama") or the head of a description
    ("relatives of the victims": "relatives"). Literals agree on their words. A symmetric relation agrees in both
    directions.
    """

    def __init__(self, gold: Extraction, predicted: Extraction, ontology: Ontology) -> None:
        placed = gold.article.text == predicted.article.text
        self.ontology = ontology
        self.gold, self.predicted = called(gold, placed=placed), called(predicted, placed=placed)
        self.same = cache(self._same)
        self.best_ground = cache(self._best_ground)
        self.above = cache(ontology.ancestors)

    def agree(self, claim: Claim, wanted: Claim, *, general: bool = False) -> bool:
        """Whether relation, subject and object agree; with `general`, the claim's relation may be above the gold's."""
        if claim.predicate != wanted.predicate and not (general and claim.predicate in self.above(wanted.predicate)):
            return False
        if self.same(claim.subject, wanted.subject) and self.same(claim.object, wanted.object):
            return True
        relation = self.ontology.relations.get(wanted.predicate)
        if relation is None or not relation.is_symmetric:
            return False
        return self.same(claim.subject, wanted.object) and self.same(claim.object, wanted.subject)

    def aspects(self, claim: Claim, wanted: Claim) -> frozenset[Aspect]:
        """In what a claim that agrees with a gold claim is right; any time is where the gold tells none."""
        right = {Aspect.CLAIM}
        if (claim.polarity, claim.modality) == (wanted.polarity, wanted.modality):
            right.add(Aspect.CERTAINTY)
        if self.same(claim.attributed_to, wanted.attributed_to):
            right.add(Aspect.SOURCE)
        if wanted.time is None or claim.time == wanted.time:
            right.add(Aspect.TIME)
        return frozenset(right)

    def _same(self, party: Party, wanted: Party) -> bool:
        """Whether a party of a predicted claim is that of a gold claim; nobody is nobody."""
        if party is None or wanted is None:
            return party is wanted
        ground = self._predicted(party).ground(self._gold(wanted))
        return ground is not Ground.NONE and ground >= self.best_ground(party)

    def _best_ground(self, party: str | Value) -> Ground:
        """The strongest ground on which a predicted party is anything of the gold."""
        mine = self._predicted(party)
        return max((mine.ground(other) for other in self.gold.values()), default=Ground.NONE)

    def _predicted(self, party: str | Value) -> Called:
        return Called.from_value(party) if isinstance(party, Value) else self.predicted[party]

    def _gold(self, party: str | Value) -> Called:
        return Called.from_value(party) if isinstance(party, Value) else self.gold[party]
