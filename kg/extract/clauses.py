"""Claims of clauses: the ontology's verbs found in frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.confidence import ALONE, CLAUSE, MUTUAL
from kg.extract.drafts import Draft, Workbench
from kg.extract.frames import Frame
from kg.extract.relations import Match, VerbMatcher, best
from kg.ontology import Relation, Wording

FITTING = 0.6
WHERE = frozenset({"in", "at"})


class Clauses:
    """Reads the claims of the clauses of one text."""

    def __init__(self, bench: Workbench, verbs: VerbMatcher) -> None:
        self.bench, self.verbs = bench, verbs

    def drafts(self) -> Iterator[Draft]:
        """The claims of each frame, in order."""
        for frame in self.bench.frames.values():
            yield from self._of_frame(frame)

    def _of_frame(self, frame: Frame) -> Iterator[Draft]:
        found: list[tuple[Match, Relation, float]] = []
        for match in self.verbs.matches(self.bench.tree, frame):
            relation = self.bench.ontology.relations[match.wording.relation]
            fit = self._fit(match, relation)
            if fit > 0:
                found.append((match, relation, fit))
        if any(relation.event is None and not match.reciprocal for match, relation, _ in found):
            found = [one for one in found if not one[0].reciprocal]
        for match, relation, fit in best(self._first_in_clause(found), self.bench.ontology):
            yield from self._claims(frame, match, relation, fit)

    def _first_in_clause(self, found: list[tuple[Match, Relation, float]]) -> list[tuple[Match, Relation, float]]:
        """Of the objects that a wording finds inside a clause only the first agent for each subject."""
        kept, seen = [], set()
        for match, relation, fit in found:
            if match.wording.clause and match.object is not None:
                key = (match.wording, match.subject)
                cluster = self.bench.arguments.cluster(match.object)
                if (
                    key in seen
                    or cluster is None
                    or "kgo:Agent" not in self.bench.arguments.types(cluster)
                    or cluster == self.bench.arguments.cluster(match.subject)
                ):
                    continue
                seen.add(key)
            kept.append((match, relation, fit))
        told = {party for match, _, _ in kept for party in (match.subject, match.object)}
        return kept + [one for one in self._alone(found) if one[0].subject not in told]

    def _alone(self, found: list[tuple[Match, Relation, float]]) -> Iterator[tuple[Match, Relation, float]]:
        """What is threatened, refused or promised without a second agent in it ("threatened to impose a curfew")."""
        for match, relation, _ in found:
            if match.wording.clause == "do" and relation.event and self.bench.fits(match.subject, relation.domain) >= 1:
                yield replace(match, object=None), relation, FITTING

    def _fit(self, match: Match, relation: Relation) -> float:
        subject, obj = (match.object, match.subject) if match.wording.inverse else (match.subject, match.object)
        if subject is None:
            return 0.0
        if obj is None:
            return FITTING if match.reciprocal or self.bench.fits(subject, relation.domain) >= 1 else 0.0
        is_state = relation.range and relation.event is None and "kgo:Place" not in relation.range
        if is_state and self._is_where(match.wording, obj):
            return 0.0
        return self.bench.fits(subject, relation.domain) * self.bench.fits_range(obj, relation)

    def _is_where(self, wording: Wording, obj: int) -> bool:
        """Whether "in" or "at" a town only says where ("taught in Berlin"), which is nobody that one works for."""
        cluster = self.bench.arguments.cluster(obj) if WHERE & set(wording.prepositions) else None
        types = () if cluster is None else self.bench.arguments.types(cluster)
        return "kgo:Place" in types and "kgo:Organisation" not in types

    def _claims(self, frame: Frame, match: Match, relation: Relation, fit: float) -> Iterator[Draft]:
        wording = match.wording
        subject, obj = (match.object, match.subject) if wording.inverse else (match.subject, match.object)
        polarity, modality = self.bench.certainty.of(frame.head)
        base = CLAUSE if obj is not None else MUTUAL if match.reciprocal else ALONE
        fit = 1.0 if obj is None else fit
        for pair in self.bench.pairs(subject, obj, relation, reciprocal=match.reciprocal):
            yield self.bench.draft(
                relation,
                pair,
                frame,
                frame.head,
                self._phrase(frame, wording),
                polarity,
                modality,
                base,
                fit,
            )

    def _phrase(self, frame: Frame, wording: Wording) -> str:
        tree = self.bench.tree
        tokens = [c for c in tree.children[frame.head] if tree.deps[c] in ("aux", "auxpass", "neg", "prt")] + [
            frame.head
        ]
        words = [tree.words[t] for t in sorted(tokens)]
        if wording.phrase and frame.objects:
            words.append(tree.words[frame.objects[0]])
        words += [p.word for p in frame.prepositions if p.word in wording.prepositions][:1]
        return " ".join(words)
