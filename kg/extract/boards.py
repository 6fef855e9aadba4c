"""Whose "the board" and "the management" are: of the firm that the text has just told of."""

from __future__ import annotations

from collections.abc import Iterable

from kg.language.mentions import Mention
from kg.language.reading import Reading
from kg.language.sieve import SUBJECT
from kg.language.wordlists import words
from kg.model import Form

BOARDS = words("board of a firm")
KINDS = words("kind of board")
FIRMS = frozenset({"kgo:Company", "kgo:MediaOutlet"})
OFTEN = 3


class Boards:
    """Finds the firm of the boards that one text tells of without a name; `names` are those of its entities."""

    def __init__(self, reading: Reading, names: list[str]) -> None:
        self.reading, self.names, self.tree = reading, names, reading.tree

    def suffix(self, number: int) -> str:
        """What the label of a board gets behind it (" of Acme"), "" where it is no board or its firm open."""
        members = [self.reading.mentions[k] for k in self.reading.clusters[number].members]
        told = [m for m in members if m.form is not Form.PRONOUN]
        if not told or not all(self._is_bare(m) for m in told):
            return ""
        firms = {firm for m in told if (firm := self._firm(m)) is not None}
        return f" of {self.names[firms.pop()]}" if len(firms) == 1 else ""

    def _is_bare(self, m: Mention) -> bool:
        """Whether a mention is "the board", "the supervisory board" or "the management" and no more."""
        tree = self.tree
        before = {tree.lowers[t] for t in range(m.first + 1, m.head)}
        is_whole = m.form is Form.NOUN and m.number == "s" and m.last == m.head and tree.lowers[m.first] == "the"
        return is_whole and tree.lowers[m.head] in BOARDS and before <= KINDS

    def _firm(self, m: Mention) -> int | None:
        """The firm that a clause about the board tells of, else the only one before in its sentence.

        Else whom the sentence before is about, or the only one it tells of; else the text's only one.
        """
        tree, sentence = self.tree, self.tree.sentence[m.head]
        clause = range(m.head + 1, tree.right[m.head] + 1)
        here = [n for n in self._firms() if tree.sentence[n.head] == sentence]
        last = [n for n in self._firms() if tree.sentence[n.head] == sentence - 1]
        about = [n for n in last if tree.deps[n.head] in SUBJECT and tree.deps[tree.heads[n.head]] == "ROOT"]
        before = [n for n in here if n.head < m.head]
        for told in ([n for n in here if n.head in clause], before, about, last):
            if told:
                return self._only(told)
        firms = [c for c, cluster in enumerate(self.reading.clusters) if cluster.kind in FIRMS and self.names[c]]
        return firms[0] if len(firms) == 1 and len(self.reading.clusters[firms[0]].members) >= OFTEN else None

    def _firms(self) -> Iterable[Mention]:
        """The mentions of firms that have a name."""
        clusters = self.reading.clusters
        return (n for n in self.reading.mentions if clusters[n.cluster].kind in FIRMS and self.names[n.cluster])

    def _only(self, told: list[Mention]) -> int | None:
        numbers = {n.cluster for n in told}
        return numbers.pop() if len(numbers) == 1 else None
