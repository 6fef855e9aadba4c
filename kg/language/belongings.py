"""Descriptions with an owner: "his father", "her party", "their country"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.contests import Contests
from kg.language.descriptions import GENERAL, Descriptions
from kg.language.mentions import Mention
from kg.language.sieve import Sieve
from kg.language.ties import Ties
from kg.language.wordlists import inverse_kin
from kg.model import Form

MANY = frozenset({"their", "our"})
SOON = 8
"""Sentences behind "a retailer" within which "the retailer, X" tells its name."""


class Belongings:
    """Finds the earlier entity that something of somebody's is."""

    def __init__(self, state: Sieve, descriptions: Descriptions, ties: Ties, contests: Contests) -> None:
        self.state, self.descriptions, self.ties, self.contests = state, descriptions, ties, contests

    def antecedent(self, i: int, m: Mention) -> int | None:
        """What the same owner was said to have before, or the party, team or country that the owner is of."""
        owner = self.owner(m)
        if owner is None:
            return None
        if (rival := self.contests.rival(m, owner)) is not None:
            return rival
        modifiers = self.descriptions.modifiers(m) - {"own"}
        for other in self.state.mentions[i - 1 :: -1] if i else ():
            same = other.form is Form.NOUN and self.state.tree.lemmas[other.head] == self.state.tree.lemmas[m.head]
            same = same and other.cluster >= 0 and other.number == m.number and self.owner(other) == owner
            if same and modifiers <= self.descriptions.modifiers(other):
                return other.cluster
        if m.number != "s" or (relative := self._relative(m, owner)) is not None:
            return relative if m.number == "s" else None
        return None if modifiers or m.kind in GENERAL else self._known(m, owner)

    def _relative(self, m: Mention, owner: int) -> int | None:
        """Whose relative the owner was told to be ("Ann Bell and her brother Tim … his sister")."""
        clusters, back = self.state.clusters, inverse_kin().get(self.state.tree.lemmas[m.head].lower())
        told = (self.state.mentions[k] for k in clusters[owner].members) if back else ()
        said = {c for n in told for c in self._owners(n, back or frozenset())}
        found = {c for c in said - {owner} if clusters[c].number == "s"}
        fitting = {c for c in found if m.gender in ("", clusters[c].gender) or not clusters[c].gender}
        return fitting.pop() if len(fitting) == 1 else None

    def kinsman(self, i: int, m: Mention) -> int | None:
        """Whose father or mother has just been told of ("Her father was shot. … The daughter left")."""
        tree, word = self.state.tree, self.state.tree.lemmas[m.head].lower()
        back = inverse_kin().get(word)
        is_bare = m.number == "s" and (m.first, m.last) == (m.head - 1, m.head) and tree.lowers[m.first] == "the"
        if not back or not is_bare or tree.child(m.head, "appos", "prep") is not None:
            return None
        found = set[int]()
        for other in self.state.mentions[i - 1 :: -1] if i else ():
            if tree.sentence[m.head] - tree.sentence[other.head] > 1:
                break
            if tree.lemmas[other.head].lower() == word:
                return None
            found |= set(self._owners(other, back)) if other.cluster >= 0 else set()
        fitting = {
            c for c in found if m.gender in ("", self.state.clusters[c].gender) or not self.state.clusters[c].gender
        }
        return fitting.pop() if len(fitting) == 1 else None

    def _owners(self, m: Mention, words: frozenset[str]) -> Iterator[int]:
        """The entities, each of several, whose relative by one of the words a mention is ("her son", "her son Tim")."""
        tree = self.state.tree
        beside = [m.head, *(c for c in tree.children[m.head] if tree.deps[c] == "compound")]
        nouns = [t for t in beside if tree.lemmas[t].lower() in words]
        of = (c for t in nouns for p in tree.children[t] if tree.lowers[p] == "of" for c in tree.children[p])
        for token in (*(c for t in beside if nouns for c in tree.children[t] if tree.deps[c] == "poss"), *of):
            number = self.state.by_token.get(token)
            cluster = -1 if number is None else self.state.mentions[number].cluster
            if cluster >= 0:
                yield from self.state.clusters[cluster].parts or (cluster,)

    def join_named(self) -> None:
        """Join what is first told of without a name, and later with one ("her son … Her son, Carl Hill, …").

        So too "the home secretary … The home secretary, Ann Bell, …", where the first is nobody else.
        """
        mentions = self.state.mentions
        for i, m in enumerate(mentions):
            if m.form is not Form.NOUN or m.number != "s" or not self.state.is_named(m):
                continue
            owner, lemma, found = self.owner(m), self.state.tree.lemmas[m.head], dict[int, Mention]()
            for other in mentions[:i] if owner is not None or self._introduces(m) else ():
                same = other.form is Form.NOUN and self.state.tree.lemmas[other.head] == lemma and other.number == "s"
                same = same and other.cluster not in (-1, m.cluster) and self.owner(other) == owner
                same = same and (owner is not None or self._is_the_same(other, m))
                if same and not self.state.is_named(other):
                    found.setdefault(other.cluster, other)
            some = {cluster for cluster, first in found.items() if self._is_some(first)}
            for cluster in found.keys() - some if len(some) > 1 else found:
                self.state.merge(cluster, m.cluster)

    def _introduces(self, m: Mention) -> bool:
        """Whether a definite description stands in front of the name of whom it means ("The minister, Ann Bell")."""
        tree = self.state.tree
        names = (c for c in tree.children[m.head] if tree.deps[c] == "appos" and tree.tags[c] == "NNP")
        return tree.lowers[m.first] == "the" and next(names, None) is not None

    def _is_the_same(self, first: Mention, m: Mention) -> bool:
        """Whether two descriptions say the same, or a definite one first less ("the head", "the head of X").

        What is told as new first is told by more words ("a Dutch retailer", "an investor from Peru … The retailer, X").
        """
        described, tree = self.descriptions, self.state.tree
        if self._is_some(first):
            told = described.modifiers(first) | {f"#{n}" for n in self.ties.origins(first)}
            is_soon = tree.sentence[m.head] - tree.sentence[first.head] <= SOON
            return is_soon and not described.behind(m) and described.modifiers(m) <= told
        same = tree.lowers[first.first] == "the" and described.modifiers(first) == described.modifiers(m)
        return same and described.behind(first) in ([], described.behind(m))

    def _is_some(self, m: Mention) -> bool:
        """Whether a description tells of somebody or something as new."""
        return self.state.tree.lowers[m.first] in ("a", "an")

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
