"""Which works "the plant" and "the mill" mean: the only one of which a text tells by name."""

from __future__ import annotations

from kg.language.binding import Binding
from kg.language.mentions import Mention
from kg.language.reading import Cluster
from kg.language.sieve import Sieve
from kg.language.wordlists import words
from kg.model import Form

PLANTS = words("kind of works")
# By these every kind of works is called.
GENERAL = frozenset({"plant", "factory", "works"})
STATES = words("state of works")


class Plants:
    """Finds the works that a definite description means which tells nothing more of it."""

    def __init__(self, state: Sieve, binding: Binding) -> None:
        self.state, self.binding = state, binding

    def antecedent(self, i: int, m: Mention) -> int | None:
        """The works named before, where the text has told of no other."""
        tree, word = self.state.tree, self.state.tree.lemmas[m.head].lower()
        if m.form is not Form.NOUN or m.number != "s" or tree.lowers[m.first] != "the" or word not in PLANTS:
            return None
        is_bare = m.last == m.head or tree.lowers[m.head + 1] == "for"  # "bought the mill for $2"
        before = (c for c in tree.children[m.head] if c < m.head)
        if not is_bare or m.head + 1 in self.state.inside or not all(self._is_plain(c) for c in before):
            return None
        told = ((n.cluster, self._kind(n)) for n in self.state.mentions[:i] if n.cluster >= 0 and self._is_one(n))
        works = {number: kind for number, kind in told if kind}
        number, kind = next(iter(works.items()), (-1, ""))
        fits = len(works) == 1 and (word == kind or word in GENERAL) and self._is_named(self.state.clusters[number])
        return number if fits and number not in self.binding.fellows(i, m) else None

    def _is_plain(self, child: int) -> bool:
        """Whether a word before a noun tells no more than its state."""
        tree = self.state.tree
        return tree.deps[child] == "det" or tree.lowers[child] in STATES

    def _is_one(self, m: Mention) -> bool:
        return m.form is Form.NAME or (m.form is Form.NOUN and m.number == "s")

    def _kind(self, m: Mention) -> str:
        """The word by which a mention is called some works, else ""."""
        tree = self.state.tree
        word = self.state.head_word(m) if m.form is Form.NAME else tree.lemmas[m.head].lower()
        return next((w for w in (word, word.removesuffix("s")) if w in PLANTS), "")

    def _is_named(self, cluster: Cluster) -> bool:
        """Whether some works has a name, or is told of with one ("the Acme factory")."""
        members = [self.state.mentions[k] for k in cluster.members]
        return any(n.form is Form.NAME or self._has_name(n) for n in members)

    def _has_name(self, m: Mention) -> bool:
        inside = (self.state.inside.get(t) for t in range(m.first, m.head))
        return any(self.state.mentions[k].form is Form.NAME for k in inside if k is not None)
