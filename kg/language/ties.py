"""Ties: the named bodies, nations and people that somebody or something is told to be of ("Peru's president X")."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.mentions import Mention
from kg.language.sieve import Sieve
from kg.language.tree import PREMODIFIERS
from kg.model import Form

OF = frozenset({"of", "for", "at", "with"})
FROM = frozenset({"from", "in"})
NAMED = frozenset({Form.NAME, Form.DEMONYM})


class Ties:
    """Finds what stands around the names and descriptions of one text."""

    def __init__(self, state: Sieve) -> None:
        self.state = state

    def of(self, cluster: int) -> Iterator[int]:
        """What an entity is told to be of, by all that it is called ("Labour's X", "X, a Peruvian minister")."""
        return self._named(self.around(cluster), cluster)

    def said(self, m: Mention) -> set[int]:
        """What a description itself says that it is of ("Peru's president", "the president of Peru")."""
        tree = self.state.tree
        before = [c for c in tree.children[m.head] if c < m.head and tree.deps[c] in PREMODIFIERS]
        behind = [c for p in tree.children[m.head] if tree.lowers[p] == "of" for c in tree.children[p]]
        return set(self._named(iter(before + behind), m.cluster))

    def origins(self, m: Mention) -> set[int]:
        """Where a description says that somebody or something is from ("an investor from Peru")."""
        tree = self.state.tree
        places = (c for p in tree.children[m.head] if tree.lowers[p] in FROM for c in tree.children[p])
        return set(self._named(places, m.cluster))

    def around(self, cluster: int) -> Iterator[int]:
        """What stands before the names, titles and descriptions of somebody, and behind "of" or "for"."""
        tree = self.state.tree
        for m in (self.state.mentions[i] for i in self.state.clusters[cluster].members):
            if m.form is Form.PRONOUN:
                continue
            beside = [c for c in tree.children[m.head] if tree.deps[c] in ("appos", "compound")]
            for noun in (m.head, *beside):
                for child in tree.children[noun]:
                    if child < noun and tree.deps[child] in PREMODIFIERS:
                        yield child
                    elif tree.deps[child] == "prep" and tree.lowers[child] in OF:
                        yield from (c for c in tree.children[child] if tree.deps[c] == "pobj")

    def _named(self, tokens: Iterator[int], but: int) -> Iterator[int]:
        for token in tokens:
            number = self.state.inside.get(token)
            other = None if number is None else self.state.mentions[number]
            if other is not None and other.form in NAMED and other.cluster not in (-1, but):
                yield other.cluster
