"""The body that a text is about, which "the company" and "the club" mean however far above it was named."""

from __future__ import annotations

from functools import cached_property

from kg.language.descriptions import WINDOW, Descriptions
from kg.language.mentions import Mention
from kg.language.sieve import Sieve
from kg.model import Form

OFTEN, MARGIN, BEGINNING = 3, 1.5, 4
FIRMS = frozenset({"company", "firm"})


class Protagonists:
    """Finds the body of one text that a mere word for bodies takes up, where none near by fits."""

    def __init__(self, state: Sieve, descriptions: Descriptions) -> None:
        self.state, self.descriptions = state, descriptions

    def antecedent(self, i: int, m: Mention) -> int | None:
        """The body named at the beginning, and by far more often than another that may be called so."""
        tree = self.state.tree
        is_bare = m.form is Form.NOUN and m.number == "s" and (m.first, m.last) == (m.head - 1, m.head)
        if not is_bare or tree.lowers[m.first] != "the" or "kgo:Organisation" not in self.state.ontology.types(m.kind):
            return None
        fitting = [(count, number) for count, number in self._bodies if self._may_be(m, number)]
        if len(fitting) == 1 and self._is_only(i, m, fitting[0][1]):
            return fitting[0][1]
        if not fitting or fitting[0][0] < OFTEN or (len(fitting) > 1 and fitting[0][0] < MARGIN * fitting[1][0]):
            return None
        number = fitting[0][1]
        first = self.state.mentions[self.state.clusters[number].members[0]]
        is_begun = tree.sentence[first.head] < BEGINNING and first.head < m.head
        return number if is_begun and number not in self.descriptions.acting(m) else None

    def _is_only(self, i: int, m: Mention, number: int) -> bool:
        """Whether no company without a name was told of since the only one that a text names."""
        tree, first = self.state.tree, self.state.clusters[number].members[0]
        if tree.lemmas[m.head].lower() not in FIRMS or first >= i or number in self.descriptions.acting(m):
            return False
        types = self.state.ontology.types
        since = (n for n in self.state.mentions[first:i] if n.form is Form.NOUN and n.cluster not in (-1, number))
        bodies = (n for n in since if "kgo:Organisation" in types(n.kind) and not self.state.is_named(n))
        others = (n for n in bodies if self.state.related(m.kind, n.kind))
        return all(tree.lemmas[n.head].lower() in FIRMS and n.last == n.head == n.first + 1 for n in others)

    @cached_property
    def _bodies(self) -> list[tuple[int, int]]:
        """The named bodies by how often they are named, the most often named first."""
        found = []
        for number, cluster in enumerate(self.state.clusters):
            if cluster.number == "s" and "kgo:Organisation" in self.state.ontology.types(cluster.kind):
                names = sum(self.state.mentions[k].form is Form.NAME for k in cluster.members)
                found += [(names, number)] if names else []
        return sorted(found, key=lambda body: (-body[0], body[1]))

    def _may_be(self, m: Mention, number: int) -> bool:
        cluster = self.state.clusters[number]
        return self.descriptions.class_fits(m, cluster, WINDOW, is_plain=True, is_tied=False)
