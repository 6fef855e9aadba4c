"""What somebody calls something: "called the vote a farce", "described her as an inspiration".

Which words blame and which praise stands with the relation that they tell (`kgo:verdict`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.confidence import CLAUSE
from kg.extract.drafts import Draft, Workbench
from kg.extract.frame import Frame
from kg.language.wordlists import words
from kg.model import Polarity
from kg.ontology import Relation, Wording

CALLING, CALLING_AS = words("calling something something"), words("calling something as something")
DENYING = frozenset({"no", "not", "neither", "hardly", "n't", "never", "anything"})
ONESELF = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})


class Verdicts:
    """Reads the praise and the blame in what things are called in one text.

    Args:
        wordings: those of `kgo:verdict`, by their word.
    """

    def __init__(self, bench: Workbench, wordings: Mapping[str, Sequence[Wording]]) -> None:
        self.bench, self.tree, self.wordings = bench, bench.tree, wordings

    def drafts(self) -> Iterator[Draft]:
        """A claim for each thing that is called something good or bad."""
        for frame in self.bench.frames.values():
            called = self._called(frame)
            relation = None if called is None else self._told(called)
            if relation is None:
                continue
            certainty = self.bench.certainty.of(frame.head)
            if certainty[0] is Polarity.NEGATED:  # who does not call a vote a farce need not like it
                continue
            things = [o for o in frame.objects if self.tree.lowers[o] not in ONESELF]
            for subject in frame.subjects:
                for thing in things:
                    fit = self.bench.fits(subject, relation.domain) * self.bench.fits_range(thing, relation)
                    phrase = self.tree.words[frame.head]
                    for pair in self.bench.pairs(subject, thing, relation) if fit > 0 else ():
                        yield self.bench.draft(relation, pair, frame, frame.head, phrase, *certainty, CLAUSE, fit)

    def _called(self, frame: Frame) -> int | None:
        """The noun or adjective that something is called."""
        if frame.lemma in CALLING and not frame.particles:
            quoted = (self.tree.child(o, "appos") for o in frame.objects if not frame.is_passive)
            return frame.complement or next((q for q in quoted if q is not None), None)
        named = (o for p in frame.prepositions if p.word == "as" and p.head == frame.head for o in p.objects)
        return next(named, None) if frame.lemma in CALLING_AS else None

    def _told(self, called: int) -> Relation | None:
        """The one relation whose words stand in what something is called, none where they are denied."""
        tree, inside = self.tree, [*self.tree.subtree(called)]
        clause = min(
            (tree.left[t] for t in inside if tree.deps[t] in ("relcl", "advcl") and t > called), default=len(tree)
        )
        said = [t for t in inside if t < clause]
        if any(tree.lowers[t] in DENYING for t in (*said, tree.left[called] - 1)):
            return None
        found = {w.relation for t in said for w in self._wordings(t)}
        return self.bench.ontology.relations[found.pop()] if len(found) == 1 else None

    def _wordings(self, token: int) -> Iterator[Wording]:
        tree = self.tree
        yield from {*self.wordings.get(tree.lemmas[token].lower(), ()), *self.wordings.get(tree.lowers[token], ())}
