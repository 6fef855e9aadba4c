"""All claims of one text: of its clauses, role nouns, event nouns and modifiers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.affiliations import AFFILIATED, Affiliations
from kg.extract.clauses import Clauses
from kg.extract.confidence import ENTAILED
from kg.extract.drafts import CERTAIN, Draft, Workbench
from kg.extract.event_nouns import EventNouns
from kg.extract.holdings import Holdings
from kg.extract.modifiers import Modifiers
from kg.extract.nominals import NominalMatcher
from kg.extract.origins import OriginNouns, Origins
from kg.extract.relations import VerbMatcher
from kg.extract.role_nouns import RoleMatcher
from kg.extract.suffixes import Suffixes
from kg.extract.verdicts import Verdicts
from kg.ontology import Ontology, Relation


class Matchers:
    """Everything that depends on the ontology alone, made once for many texts."""

    def __init__(self, ontology: Ontology) -> None:
        self.verbs = VerbMatcher(ontology)
        self.roles = RoleMatcher(ontology)
        self.nominals = NominalMatcher(ontology)
        self.origins = OriginNouns(ontology)
        self.suffixes = ontology.wordings("suffix")
        self.verdicts = ontology.wordings("verdict")
        self.nationality: dict[str, list[Relation]] = defaultdict(list)
        for relation in ontology.relations.values():
            for name in relation.nationality_before:
                self.nationality[name].append(relation)
        self.statements = frozenset(w for w, c in ontology.headwords.items() if "kgo:Statement" in ontology.types(c))


def drafts(bench: Workbench, matchers: Matchers) -> Iterator[Draft]:
    """The claims of a text, kind by kind, each followed by what it entails."""
    kinds = (
        Clauses(bench, matchers.verbs),
        Holdings(bench, matchers.roles),
        EventNouns(bench, matchers.nominals),
        Modifiers(bench, matchers.nationality),
        Suffixes(bench, matchers.suffixes),
        Affiliations(bench),
        Origins(bench, matchers.origins),
        Verdicts(bench, matchers.verdicts),
    )
    for kind in kinds:
        for draft in kind.drafts():
            yield draft
            yield from _entailed(bench, draft)


def _entailed(bench: Workbench, draft: Draft) -> Iterator[Draft]:
    """The most special of the relations that also hold between the two, as far as their classes are certain.

    The president of a country is its citizen, who joins a party belongs to it, but who leads several to none;
    spouses are each other's.
    """
    subject, other = draft.subject, draft.object
    if not isinstance(other, int) or (draft.polarity, draft.modality) != CERTAIN:
        return
    ontology, fit = bench.ontology, bench.arguments.fit
    found = [ontology.relations[name] for name in draft.relation.entails if name in ontology.relations]
    found = [r for r in found if fit(subject, r.domain) >= 1 and fit(other, r.range) >= 1]
    found = [r for r in found if r.curie != AFFILIATED or bench.reading.clusters[other].number != "p"]
    general = {name for r in found for name in ontology.ancestors(r.curie)}
    for relation in found:
        if relation.curie not in general:
            yield replace(draft, relation=relation, confidence=min(draft.confidence, ENTAILED))
    if draft.relation.is_symmetric and draft.relation.event is None:
        yield replace(draft, subject=other, object=subject)
