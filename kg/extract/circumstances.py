"""When and where a predicate holds: the time expressions and places that hang from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.extract.arguments import Arguments
from kg.extract.frames import Frame
from kg.extract.times import resolve
from kg.language.tree import Tree
from kg.model import Modality

GOVERNORS = frozenset({"VERB", "AUX", "NOUN", "PROPN"})
TO_COME = frozenset({Modality.PLANNED, Modality.CONDITIONAL, Modality.REQUIRED})
WHERE = frozenset({"in", "at", "near", "outside", "inside", "across", "over"})
DURATION = frozenset({"for", "until", "till"})
PLACE = "kgo:Place"


class Circumstances:
    """Times and places of one text's predicates.

    Args:
        spans: first and last token of each time expression.
        base: the day of publication.
    """

    def __init__(self, tree: Tree, spans: Sequence[tuple[int, int]], base: date | None) -> None:
        self.tree, self.base = tree, base
        self.spans: dict[int, list[tuple[int, int]]] = {}
        self.inside = {t for first, last in spans for t in range(first, last + 1)}
        for first, last in spans:
            governor = self._governor(first, last)
            if governor is not None:
                self.spans.setdefault(governor, []).append((first, last))

    def _governor(self, first: int, last: int) -> int | None:
        """The predicate that a time expression hangs from; none for durations ("for two years")."""
        tree = self.tree
        node = next((i for i in range(last, first - 1, -1) if not first <= tree.heads[i] <= last), last)
        while tree.heads[node] != node:
            node = tree.heads[node]
            if tree.lowers[node] in DURATION:
                return None
            if tree.pos[node] in GOVERNORS and node not in self.inside:
                return node
        return None

    def time(self, token: int, modality: Modality) -> str | None:
        """The date at which the predicate at `token` holds, with its grain."""
        for first, last in self.spans.get(token, ()):
            found = resolve(self.tree.slice(first, last), self.base, future=modality in TO_COME)
            if found:
                return found
        return None

    def place(self, frame: Frame, arguments: Arguments) -> int | None:
        """The entity of the place where a frame happens, if a phrase of the frame says so."""
        for preposition in frame.prepositions:
            if preposition.word in WHERE and preposition.head == frame.head:
                for token in preposition.objects:
                    cluster = arguments.cluster(token)
                    if cluster is not None and PLACE in arguments.types(cluster):
                        return cluster
        return None
