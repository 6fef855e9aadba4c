"""Relative pronouns, "where" and "there": what the clause hangs from, or the place told of last."""

from __future__ import annotations

from kg.language.mentions import Mention, antecedents
from kg.language.sieve import Sieve
from kg.model import Form

PERSONAL = frozenset({"who", "whom", "whose"})


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
        numbers = [state.by_token.get(noun) for noun in antecedents(state.tree, m.head)]
        found = [state.mentions[n] for n in numbers if n is not None and state.mentions[n].cluster >= 0]
        clusters = [n.cluster for n in self._ordered(m, found)]
        able = [c for c in clusters if self._may_be(who, state.clusters[c].kind)]
        able.sort(key=lambda c: self._disagrees(m, c))
        if who == "whom":  # "the heir to a firm with whom she had a son"
            able.sort(key=lambda c: "kgo:Organisation" in state.ontology.types(state.clusters[c].kind))
        if who == "where" and numbers[:1] == [None]:  # what happened beside a place is not where something else did
            able = [c for c in able if "kgo:Event" not in state.ontology.types(state.clusters[c].kind)]
        if who == "where":  # "with a blast beneath the hall, where they slept"
            able.sort(key=lambda c: "kgo:Place" not in state.ontology.types(state.clusters[c].kind))
        if who in ("who", "whom"):
            able.sort(key=lambda c: "kgo:Place" in state.ontology.types(state.clusters[c].kind))
        return next((c for c in able if self._suits(m, c)), able[0] if able else None)

    def _ordered(self, m: Mention, found: list[Mention]) -> list[Mention]:
        """The nouns, the name before the comma first ("X and his aide, Y, who …"), then whom an apposition describes.

        What stands behind a comma adds to what is told of somebody: of the heir of a king, it is said of the heir.
        """
        tree = self.state.tree
        if tree.words[m.head - 1] != "," or tree.lowers[m.head] not in PERSONAL:
            return found
        beside = [n for n in self.state.mentions if n.form is Form.NAME and n.last == m.head - 2 and n.cluster >= 0]
        beside = [n for n in beside if tree.deps[n.head] == "appos" and n not in found]
        nested = bool(found) and found[0].form is Form.NOUN and tree.deps[found[0].head] == "pobj"
        described = [n for n in found[1:] if tree.deps[n.head] == "appos"] if nested else []
        return [*beside, *described, *found]

    def _disagrees(self, m: Mention, cluster: int) -> bool:
        """Whether a verb in the plural has one person as its subject ("bankers from X, who are acting for Y")."""
        tree, verb = self.state.tree, self.state.tree.heads[m.head]
        verbs = [t for t in (verb, *tree.children[verb]) if tree.deps[m.head] in ("nsubj", "nsubjpass")]
        is_many = any(tree.tags[t] == "VBP" or tree.lowers[t] == "were" for t in verbs)
        one = self.state.clusters[cluster]
        return is_many and one.number != "p" and "kgo:Person" in self.state.ontology.types(one.kind or "kgo:Entity")

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
