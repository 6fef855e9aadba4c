"""The two bodies of a deal: "the companies", "both banks" and "the two sides" after "Acme is to buy Brio"."""

from __future__ import annotations

from functools import cached_property

from kg.language.mentions import Mention
from kg.language.sieve import SUBJECT, Sieve
from kg.language.wordlists import words
from kg.model import Form

BUYING, SELLING = words("buying a body"), frozenset({"sell"})
BODIES = words("party to a deal")
OTHER = frozenset({"kgo:Person", "kgo:Place"})


class Deals:
    """Finds the buyer and the seller, or what is bought, of the deal that a text is about; `headline` is its tokens."""

    def __init__(self, state: Sieve, headline: int) -> None:
        self.state, self.headline = state, headline

    def both(self, m: Mention) -> tuple[int, ...]:
        """The two whom "the companies", "both banks" or "the two sides" mean."""
        tree = self.state.tree
        said = {tree.lowers[c] for c in tree.children[m.head] if m.first <= c < m.head}
        is_both = m.form is Form.NOUN and m.last == m.head and tree.lowers[m.first] in ("the", "both")
        if not is_both or not said <= {"the", "both", "two"} or tree.lemmas[m.head].lower() not in BODIES:
            return ()
        is_side = tree.lemmas[m.head].lower() == "side"
        return self._parties if not is_side or "two" in said or "both" in said else ()

    @cached_property
    def _parties(self) -> tuple[int, ...]:
        """The two bodies of the deal told of by the headline, else by the first sentence behind it."""
        tree, start = self.state.tree, self.state.lead(self.headline)
        lead = range(0) if start is None else range(self.headline, tree.sentences[start][1])
        for tokens in (lead, range(self.headline)):
            for verb in tokens:
                if tree.pos[verb] == "VERB" and not tree.is_denied(verb) and (found := self._of_verb(verb)):
                    return found
        return ()

    def _of_verb(self, verb: int) -> tuple[int, ...]:
        """Buyer and seller, else buyer and what is bought, where one has a name as well as the other."""
        tree, lemma = self.state.tree, self.state.tree.lemmas[verb].lower()
        if lemma not in BUYING | SELLING:
            return ()
        what = tree.child(verb, "dobj", "dative")
        word = "to" if lemma in SELLING else "from"
        beside = [c for t in (verb, what) if t is not None for c in tree.children[t] if tree.lowers[c] == word]
        other = tree.child(beside[0], "pobj") if beside else None
        if not beside and what is not None and lemma in BUYING:
            other = tree.child(what, "poss") or what
            if tree.child(other, "conj") is not None:
                return ()
        parties = (self._body(self._subject(verb)), self._body(other))
        return (parties[0], parties[1]) if parties[0] != parties[1] and min(parties) >= 0 else ()

    def _subject(self, verb: int) -> int | None:
        """Who buys, also "Acme agreed to buy Brio" and, in a headline, "Acme to buy Brio"."""
        tree = self.state.tree
        if verb < self.headline and tree.lowers[verb - 1 : verb] == ["to"]:
            return verb - 2 if verb > 1 else None
        above = tree.heads[verb] if tree.deps[verb] == "xcomp" else verb
        return tree.child(verb, *SUBJECT) or tree.child(above, *SUBJECT)

    def _body(self, token: int | None) -> int:
        """The entity of a named body, else -1."""
        number = None if token is None else self.state.inside.get(token)
        m = None if number is None else self.state.mentions[number]
        if m is None or m.cluster < 0 or not self.state.is_named(m):
            return -1
        cluster = self.state.clusters[m.cluster]
        types = self.state.ontology.types(cluster.kind)
        return m.cluster if cluster.number == "s" and "kgo:Agent" in types and OTHER.isdisjoint(types) else -1
