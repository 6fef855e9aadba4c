"""All claims of one text: of its clauses, role nouns, event nouns and modifiers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.extract.clauses import Clauses
from kg.extract.drafts import Draft, Workbench
from kg.extract.event_nouns import EventNouns
from kg.extract.holdings import Holdings
from kg.extract.modifiers import Modifiers
from kg.extract.nominals import NominalMatcher
from kg.extract.relations import VerbMatcher
from kg.extract.roles import RoleMatcher
from kg.ontology import Ontology, Relation


class Matchers:
    """Everything that depends on the ontology alone, made once for many texts."""

    def __init__(self, ontology: Ontology) -> None:
        self.verbs = VerbMatcher(ontology)
        self.roles = RoleMatcher(ontology)
        self.nominals = NominalMatcher(ontology)
        self.nationality: dict[str, list[Relation]] = defaultdict(list)
        for relation in ontology.relations.values():
            for name in relation.nationality_before:
                self.nationality[name].append(relation)
        self.statements = frozenset(w for w, c in ontology.headwords.items() if "kgo:Statement" in ontology.types(c))


def drafts(bench: Workbench, matchers: Matchers) -> Iterator[Draft]:
    """The claims of a text, kind by kind."""
    yield from Clauses(bench, matchers.verbs).drafts()
    yield from Holdings(bench, matchers.roles).drafts()
    yield from EventNouns(bench, matchers.nominals).drafts()
    yield from Modifiers(bench, matchers.nationality).drafts()
