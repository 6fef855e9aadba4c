"""Open information extraction: every subject, relation and object that a sentence states, in its own words.

One triple for each subject of a frame, its object followed by the clause's other phrases (as ClausIE's n-ary
propositions, Del Corro and Gemulla 2013); verbs that share their subject with an infinitive are one relation
("plans to meet"). Appositions give "is".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import Arguments
from kg.extract.frame import Frame
from kg.extract.modality import CertaintyReader
from kg.language.tree import Tree
from kg.model import OpenTriple

VERBAL = frozenset({"aux", "auxpass", "neg", "prt"})
BARE = frozenset({"advmod", "advcl"})
OBJECT, SECOND, PHRASE, APPOSITION, CLAUSE, CIRCUMSTANCE = 0.8, 0.75, 0.7, 0.65, 0.6, 0.5
SHARED = 0.1


class OpenTriples:
    """The open triples of one text, from the same frames that claims come from."""

    def __init__(self, tree: Tree, arguments: Arguments, certainty: CertaintyReader) -> None:
        self.tree, self.arguments, self.certainty = tree, arguments, certainty

    def triples(self, frames: dict[int, Frame]) -> Iterator[OpenTriple]:
        """All triples of the text: of frames, then of appositions."""
        for frame in frames.values():
            relation = self.relation(frame)
            for subject in frame.grammatical:
                yield from self._of_frame(frame, subject, relation)
        for token, dep in enumerate(self.tree.deps):
            if dep == "appos":
                yield self._triple(self.tree.heads[token], self.tree.heads[token], "is", token, APPOSITION)

    def relation(self, frame: Frame) -> str:
        """The verb as it reads, with auxiliaries, negation, particle, and the verbs it completes ("plans to meet")."""
        words, node = self._verb(frame.head), frame.head
        while self.tree.deps[node] == "xcomp":
            node = self.tree.heads[node]
            words = self._verb(node) + words
        return " ".join(words)

    def _verb(self, verb: int) -> list[str]:
        tree = self.tree
        with_verb = [c for c in tree.children[verb] if tree.deps[c] in VERBAL and (c < verb or tree.deps[c] == "prt")]
        return [tree.words[t] for t in sorted([verb, *with_verb])]

    def _of_frame(self, frame: Frame, subject: int, relation: str) -> Iterator[OpenTriple]:
        core = self._core(frame)
        phrases = sorted((p for p in frame.prepositions if p.head == frame.head and p.objects), key=lambda p: p.token)
        rest = [self._subtree(p.token) for p in phrases] + self._times(frame)
        certain = SHARED if frame.shared else 0.0
        if core:
            words = [self.arguments.text(core[0]), *rest]
            yield self._triple(frame.head, subject, relation, core[0], OBJECT - certain, words)
            for token in core[1:]:
                yield self._triple(frame.head, subject, relation, token, SECOND - certain)
        elif phrases:
            first = phrases[0]
            words = [self._between(first.token + 1, self.tree.right[first.token]), *rest[1:]]
            yield self._triple(
                frame.head, subject, f"{relation} {first.word}", first.objects[0], PHRASE - certain, words
            )
        elif frame.clause is not None:
            if self.tree.deps[frame.clause] != "xcomp":
                yield self._triple(frame.head, subject, relation, None, CLAUSE - certain, [self._subtree(frame.clause)])
        elif words := rest or self._adverbs(frame):
            yield self._triple(frame.head, subject, relation, None, CIRCUMSTANCE - certain, words)

    def _core(self, frame: Frame) -> list[int]:
        """Objects and complement; of a passive clause the object that it keeps."""
        core = list(frame.indirect[:1] if frame.is_passive else frame.objects)
        return core if frame.complement is None else [*core, frame.complement]

    def _times(self, frame: Frame) -> list[str]:
        return [self._subtree(c) for c in self.tree.children[frame.head] if self.tree.deps[c] == "npadvmod"]

    def _adverbs(self, frame: Frame) -> list[str]:
        tree = self.tree
        return [self._subtree(c) for c in tree.children[frame.head] if tree.deps[c] in BARE and c > frame.head]

    def _subtree(self, token: int) -> str:
        return self._between(self.tree.left[token], self.tree.right[token])

    def _between(self, first: int, last: int) -> str:
        return " ".join(self.tree.quote(first, last).split()) if first <= last else ""

    def _triple(
        self,
        head: int,
        subject: int,
        relation: str,
        token: int | None,
        confidence: float,
        words: list[str] | None = None,
    ) -> OpenTriple:
        start, end = self.tree.sentence_span(head)
        text = (
            self.arguments.text(token) if words is None and token is not None else " ".join(filter(None, words or []))
        )
        polarity, modality = self.certainty.of(head)
        return OpenTriple(
            self.arguments.text(subject),
            relation,
            text,
            round(confidence, 2),
            start,
            end,
            self._entity(subject),
            None if token is None else self._entity(token),
            polarity,
            modality,
        )

    def _entity(self, token: int) -> str | None:
        cluster = self.arguments.cluster(token)
        return None if cluster is None else f"e{cluster}"
