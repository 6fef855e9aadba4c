"""Relative pronouns, "where" and "there": what the clause hangs from, or the place told of last."""

from __future__ import annotations

from kg.language.mentions import Mention, antecedents
from kg.language.sieve import Sieve


class Relatives:
    """Finds what a relative pronoun or "there" stands for."""

    def __init__(self, state: Sieve) -> None:
        self.state = state

    def antecedent(self, i: int, m: Mention) -> int | None:
        """The entity of the noun that the clause hangs from, or of one around it that the pronoun may stand for."""
        state = self.state
        who = state.tree.lowers[m.head]
        if who == "there":
            return self._there(i, m)
        numbers = (state.by_token.get(noun) for noun in antecedents(state.tree, m.head))
        clusters = [state.mentions[n].cluster for n in numbers if n is not None and state.mentions[n].cluster >= 0]
        able = [c for c in clusters if self._may_be(who, state.clusters[c].kind)]
        return next((c for c in able if self._suits(m, c)), able[0] if able else None)

    def _suits(self, m: Mention, cluster: int) -> bool:
        """Whether the verb that a pronoun is the object of takes such a thing ("X in Riga, which she founded")."""
        tree, ontology = self.state.tree, self.state.ontology
        wanted = ontology.object_of.get(tree.lemmas[tree.heads[m.head]]) if tree.deps[m.head] == "dobj" else None
        kind = self.state.clusters[cluster].kind
        return not wanted or not kind or self.state.related(wanted, kind)

    def _there(self, i: int, m: Mention) -> int | None:
        """The place last led to or told of in the sentence or the one before ("flew to Rome and met X there")."""
        tree = self.state.tree
        for other in self.state.mentions[i - 1 :: -1] if i else ():
            if tree.sentence[m.head] - tree.sentence[other.head] > 1:
                return None
            if other.cluster >= 0 and tree.deps[other.head] in ("pobj", "dobj"):
                kind = self.state.clusters[other.cluster].kind
                if kind and "kgo:Place" in self.state.ontology.types(kind):
                    return other.cluster
        return None

    def _may_be(self, relative: str, kind: str) -> bool:
        """Whether a relative pronoun may stand for something of a class."""
        types = self.state.ontology.types(kind) if kind else ()
        if relative in ("who", "whom"):
            return not kind or "kgo:Agent" in types
        if relative == "where":
            return bool({"kgo:Place", "kgo:Organisation", "kgo:Event"} & set(types))
        return relative != "which" or "kgo:Person" not in types
