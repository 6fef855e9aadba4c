"""Descriptions with an owner: "his father", "her party", "their country"."""

from __future__ import annotations

from kg.language.descriptions import GENERAL, Descriptions
from kg.language.mentions import Mention
from kg.language.sieve import Sieve
from kg.language.ties import Ties
from kg.model import Form

MANY = frozenset({"their", "our"})


class Belongings:
    """Finds the earlier entity that something of somebody's is."""

    def __init__(self, state: Sieve, descriptions: Descriptions, ties: Ties) -> None:
        self.state, self.descriptions, self.ties = state, descriptions, ties

    def antecedent(self, i: int, m: Mention) -> int | None:
        """What the same owner was said to have before, or the party, team or country that the owner is of."""
        owner = self.owner(m)
        if owner is None:
            return None
        modifiers = self.descriptions.modifiers(m)
        for other in self.state.mentions[i - 1 :: -1] if i else ():
            same = other.form is Form.NOUN and self.state.tree.lemmas[other.head] == self.state.tree.lemmas[m.head]
            same = same and other.cluster >= 0 and other.number == m.number and self.owner(other) == owner
            if same and modifiers <= self.descriptions.modifiers(other):
                return other.cluster
        return None if modifiers or m.number != "s" or m.kind in GENERAL else self._known(m, owner)

    def join_named(self) -> None:
        """Join what is first told of without a name, and later with one ("her son … Her son, Carl Hill, …").

        So too "the home secretary … The home secretary, Ann Bell, …", where the first is nobody else.
        """
        mentions = self.state.mentions
        for i, m in enumerate(mentions):
            if m.form is not Form.NOUN or m.number != "s" or not self.state.is_named(m):
                continue
            owner, lemma = self.owner(m), self.state.tree.lemmas[m.head]
            for other in mentions[:i] if owner is not None or self._introduces(m) else ():
                same = other.form is Form.NOUN and self.state.tree.lemmas[other.head] == lemma and other.number == "s"
                same = same and other.cluster not in (-1, m.cluster) and self.owner(other) == owner
                same = same and (owner is not None or self._is_the_same(other, m))
                if same and not self.state.is_named(other):
                    self.state.merge(other.cluster, m.cluster)

    def _introduces(self, m: Mention) -> bool:
        """Whether a definite description stands in front of the name of whom it means ("The minister, Ann Bell")."""
        tree = self.state.tree
        names = (c for c in tree.children[m.head] if tree.deps[c] == "appos" and tree.tags[c] == "NNP")
        return tree.lowers[m.first] == "the" and next(names, None) is not None

    def _is_the_same(self, first: Mention, m: Mention) -> bool:
        """Whether two definite descriptions say the same, or the first one less ("the minister", "the minister of X")."""
        described, opens = self.descriptions, self.state.tree.lowers[first.first]
        same = opens == "the" and described.modifiers(first) == described.modifiers(m)
        return same and described.behind(first) in ([], described.behind(m))

    def owner(self, m: Mention) -> int | None:
        """The entity that a description belongs to by its possessive."""
        possessive = self.state.tree.child(m.head, "poss")
        number = None if possessive is None else self.state.by_token.get(possessive)
        cluster = -1 if number is None else self.state.mentions[number].cluster
        return None if cluster < 0 else cluster

    def _known(self, m: Mention, owner: int) -> int | None:
        """The body or country that an owner belongs to ("Labour's X … her party"), or is ("Acme … their company")."""
        tree, types = self.state.tree, self.state.ontology.types
        if m.kind in types(self.state.clusters[owner].kind) and tree.lowers[m.first] in MANY:
            return owner
        for number in self.ties.of(owner):
            if m.kind in types(self.state.clusters[number].kind):
                return number
        return None
