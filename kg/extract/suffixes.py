"""Hyphenated participles: what "a Paris-based firm" and "US-backed rebels" say of the firm and the rebels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.confidence import NATIONALITY
from kg.extract.drafts import CERTAIN, Draft, Workbench
from kg.language.tree import MODIFIERS
from kg.ontology import Relation, Wording


class Suffixes:
    """Reads the claims of the participles behind names of one text.

    Args:
        wordings: those of `kgo:suffix`, by the participle.
    """

    def __init__(self, bench: Workbench, wordings: Mapping[str, Sequence[Wording]]) -> None:
        self.bench, self.wordings = bench, wordings

    def drafts(self) -> Iterator[Draft]:
        """The relation of each participle that fits name and noun, an event before what lasts."""
        tree, relations = self.bench.tree, self.bench.ontology.relations
        for participle, noun, name in self._found():
            found = []
            for wording in self.wordings[tree.lowers[participle]]:
                relation, pair = relations[wording.relation], (name, noun) if wording.inverse else (noun, name)
                if self._fits(relation, *pair) and self.bench.arguments.fit(name, wording.subjects) >= 1:
                    found.append((relation.event is not None, relation.curie, relation, pair))
            if found:
                *_, relation, pair = max(found, key=lambda one: one[:2])
                phrase = tree.slice(participle - 2, participle)
                yield self.bench.draft(relation, pair, None, participle, phrase, *CERTAIN, NATIONALITY)

    def _found(self) -> Iterator[tuple[int, int, int]]:
        """Each participle with the entities of its noun and of the name in front of it."""
        tree, arguments = self.bench.tree, self.bench.arguments
        for i, word in enumerate(tree.lowers):
            if i < 2 or word not in self.wordings or tree.words[i - 1] != "-" or tree.deps[i] not in MODIFIERS:
                continue
            name = arguments.cluster(i - 2)
            noun = self._noun(i)
            if name is not None and noun is not None and name != noun and arguments.is_named(name):
                yield i, noun, name

    def _noun(self, participle: int) -> int | None:
        """What the noun, or the name behind a title, stands for."""
        tree, arguments = self.bench.tree, self.bench.arguments
        noun = tree.heads[participle]
        while tree.deps[noun] == "compound" and noun < tree.heads[noun]:
            noun = tree.heads[noun]
        return arguments.cluster(noun)

    def _fits(self, relation: Relation, subject: int, other: int) -> bool:
        fit = self.bench.arguments.fit
        return fit(subject, relation.domain) >= 1 and fit(other, relation.range) >= 1
