"""Open information extraction: every subject, relation and object that a sentence states, in its own words."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import Arguments
from kg.extract.frames import Frame, Prepositional
from kg.language.tree import Tree
from kg.model import OpenTriple

VERBAL = frozenset({"aux", "auxpass", "neg", "prt"})


class OpenTriples:
    """The open triples of one text, from the same frames that claims come from."""

    def __init__(self, tree: Tree, arguments: Arguments) -> None:
        self.tree, self.arguments = tree, arguments

    def triples(self, frame: Frame) -> Iterator[OpenTriple]:
        """The triples of one frame: its object, complement or clause, then each adjunct."""
        if not frame.grammatical:
            return
        relation = self.relation(frame)
        for subject in frame.grammatical:
            yield from self._with(frame, subject, relation)

    def relation(self, frame: Frame) -> str:
        """The verb with its auxiliaries, negation and particle as they read ("had spoken", "did not know")."""
        tree = self.tree
        tokens = [
            frame.head,
            *(c for c in tree.children[frame.head] if tree.deps[c] in VERBAL and c < frame.head),
        ]
        tokens += [c for c in tree.children[frame.head] if tree.deps[c] == "prt"]
        return " ".join(tree.words[t] for t in sorted(tokens))

    def _with(self, frame: Frame, subject: int, relation: str) -> Iterator[OpenTriple]:
        tree = self.tree
        core = [t for t in (*(frame.objects if not frame.is_passive else ()), frame.complement) if t is not None]
        adjuncts = [p for p in frame.prepositions if p.head == frame.head and p.objects]
        if core:
            for token in core:
                text = self.arguments.text(token)
                yield self._triple(frame, subject, relation, text, token, 0.8)
        if frame.clause is not None and not core:
            text = " ".join(tree.slice(tree.left[frame.clause], tree.right[frame.clause]).split())
            yield self._triple(frame, subject, relation, text, None, 0.6)
        for p in adjuncts:
            for obj in p.objects:
                yield self._triple(
                    frame,
                    subject,
                    f"{self._wide(frame, relation, core)} {p.word}",
                    self.arguments.text(obj),
                    obj,
                    0.7,
                )

    def _wide(self, frame: Frame, relation: str, core: list[int]) -> str:
        return f"{relation} {self.arguments.text(core[0])}" if core else relation

    def _triple(
        self, frame: Frame, subject: int, relation: str, text: str, token: int | None, confidence: float
    ) -> OpenTriple:
        tree = self.tree
        first, end = tree.sentences[tree.sentence[frame.head]]
        return OpenTriple(
            self.arguments.text(subject),
            relation,
            text,
            confidence - (0.1 if frame.shared else 0.0),
            tree.starts[first],
            tree.ends[end - 1],
            self._entity(subject),
            None if token is None else self._entity(token),
        )

    def _entity(self, token: int) -> str | None:
        cluster = self.arguments.cluster(token)
        return None if cluster is None else f"e{cluster}"


def adjunct_phrases(frame: Frame) -> list[Prepositional]:
    """The prepositional phrases that hang from the predicate itself."""
    return [p for p in frame.prepositions if p.head == frame.head]
