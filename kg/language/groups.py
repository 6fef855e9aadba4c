"""Plural groups: "they", "the two leaders", "the pair" after "A and B"."""

from __future__ import annotations

from kg.language.mentions import Mention
from kg.language.pronouns import Pronouns
from kg.language.reading import Cluster
from kg.language.sieve import Sieve
from kg.model import Form

PAIR = frozenset({"two", "both", "pair", "duo"})
NEAR, FAR = 2, 8


class Groups:
    """Finds the coordination that a plural mention takes up, and keeps a cluster for each."""

    def __init__(self, state: Sieve, pronouns: Pronouns) -> None:
        self.state, self.pronouns = state, pronouns
        self.known: dict[tuple[int, ...], int] = {}

    def antecedent(self, i: int, m: Mention) -> int | None:
        """The coordination that "they", "the two leaders" or "the pair" takes up ("A and B … They …")."""
        tree = self.state.tree
        counted = any(tree.lowers[c] in PAIR for c in tree.children[m.head]) or tree.lowers[m.head] in PAIR
        if m.form is not Form.PRONOUN and not (counted and tree.lowers[m.first] in ("the", "both")):
            return None
        for k in range(i - 1, -1, -1):
            first = self.state.mentions[k]
            distance = tree.sentence[m.head] - tree.sentence[first.head]
            if distance > (FAR if counted else NEAR):
                return None
            parts = self._coordinated(k, i)
            if len(parts) < 2 or (counted and len(parts) != 2) or self._holds(first.head, m.head):
                if (
                    m.form is Form.PRONOUN
                    and first.cluster >= 0
                    and first.number == "p"
                    and self.pronouns.agrees(m, first)
                    and not self.pronouns.is_bound(m, first)
                ):
                    return None
                continue
            if all(self._group_fits(m, part) for part in parts):
                return self._group_cluster(parts)
        return None

    def _holds(self, head: int, token: int) -> bool:
        return self.state.tree.left[head] <= token <= self.state.tree.right[head]

    def _coordinated(self, k: int, before: int) -> tuple[int, ...]:
        """The clusters that a mention and its conjuncts belong to, where it opens a coordination."""
        head = self.state.mentions[k].head
        if self.state.tree.deps[head] == "conj":
            return ()
        numbers = [self.state.by_token.get(t) for t in self.state.tree.conjuncts(head)]
        clusters = [self.state.mentions[n].cluster for n in numbers if n is not None and n < before]
        return tuple(dict.fromkeys(c for c in clusters if c >= 0)) if None not in numbers else ()

    def _group_fits(self, m: Mention, part: int) -> bool:
        cluster = self.state.clusters[part]
        types = self.state.ontology.types(cluster.kind)
        if m.form is Form.PRONOUN:
            return "kgo:Agent" in types or not types
        return (
            cluster.number == "s"
            and self.state.related(m.kind, cluster.kind)
            and self.state.is_named(self.state.mentions[cluster.members[0]])
        )

    def _group_cluster(self, parts: tuple[int, ...]) -> int:
        if parts not in self.known:
            self.known[parts] = len(self.state.clusters)
            self.state.clusters.append(Cluster([], self.state.clusters[parts[0]].kind, "p", "", set(), parts))
        return self.known[parts]
