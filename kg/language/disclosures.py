"""Whom "a judge" turns out to be: "A judge freed the men on Monday. … Judge Ann Bell said that …"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.epithets import epithets
from kg.language.mentions import Mention
from kg.language.reading import Cluster
from kg.language.sieve import Sieve
from kg.language.wordlists import words
from kg.model import Form

PERSON, BODY = "kgo:Person", "kgo:Organisation"
SOON = 6
"""Sentences behind the first within which the name of a body follows; that of a person may come at the end."""
UNSURE = words("unsure")
SAID = frozenset({"attr", "oprd", "appos", "compound"})
PARTICIPLE = frozenset({"VBN", "VBG"})
AS = frozenset({"as", "like", "for"})


class Disclosures:
    """Joins who or what the first sentence tells of without a name to the only one named behind by the same noun.

    `headline` is the number of its tokens.
    """

    def __init__(self, state: Sieve, headline: int) -> None:
        self.state, self.headline = state, headline

    def join(self) -> None:
        """Where the text tells of nobody else whom it calls so."""
        tree, start = self.state.tree, self.state.lead(self.headline)
        for m in self.state.mentions:
            number = self._disclosed(m) if tree.sentence[m.head] == start and self._is_open(m) else None
            if number is not None:
                self.state.merge(m.cluster, number)

    def _is_open(self, m: Mention) -> bool:
        """Whether a mention tells for the first time, and as a fact, of one person or body without a name."""
        tree = self.state.tree
        if m.form is not Form.NOUN or m.number != "s" or m.cluster < 0 or self.state.is_named(m):
            return False
        is_first = self.state.mentions[self.state.clusters[m.cluster].members[0]] is m
        articles = ("a", "an", "the") if self._is_person(m.kind) else ("a", "an")
        is_said = tree.deps[m.head] in SAID or tree.lowers[tree.heads[m.head]] in AS
        is_said |= m.head in self.state.speaker_of or tree.lemmas[m.head].lower() in epithets()
        is_said |= tree.deps[m.head] == "poss" and tree.lowers[m.first] != "the"  # "in a mayor's sash"
        return is_first and tree.lowers[m.first] in articles and not is_said and self._is_told(m.head)

    def _is_told(self, noun: int) -> bool:
        """Whether the clause of a noun tells what has come about, and of none that is made, or that it would be."""
        tree, above = self.state.tree, list(self.state.tree.ancestors(noun))
        verb = next((t for t in above if tree.pos[t] in ("VERB", "AUX")), None)
        clauses = [c for c in tree.children[noun] if tree.deps[c] == "relcl"]
        if verb is None or any(tree.is_denied(v) or not self._is_fact(v) for v in (verb, *clauses)):
            return False
        is_beside = any(
            tree.deps[t] == "relcl" or (tree.deps[t] == "acl" and tree.tags[t] not in PARTICIPLE) for t in above
        )
        return not is_beside

    def _is_fact(self, verb: int) -> bool:
        tree = self.state.tree
        return UNSURE.isdisjoint(tree.lowers[c] for c in tree.children[verb])

    def _is_person(self, kind: str) -> bool:
        return PERSON in self.state.ontology.types(kind)

    def _disclosed(self, m: Mention) -> int | None:
        """The only entity named behind a description by its noun."""
        called = [n for n, c in enumerate(self.state.clusters) if n != m.cluster and self._is_called(c, m)]
        if len(called) > 1 and self.state.tree.lowers[m.first] == "the":
            called = [n for n in called if self._presides(self.state.clusters[n], m)]
        return called[0] if len(called) == 1 and self._may_be(m, self.state.clusters[called[0]]) else None

    def _is_called(self, cluster: Cluster, m: Mention) -> bool:
        """Whether a text calls an entity by the noun of a description, or others of it."""
        lemma, role = self.state.tree.lemmas[m.head].lower(), self.state.role(m.head)
        members = [self.state.mentions[k] for k in cluster.members]
        nouns = (self.state.tree.lemmas[n.head].lower() for n in members if n.form is Form.NOUN)
        return role in cluster.roles or lemma in nouns or lemma in self._head_words(members)

    def _presides(self, cluster: Cluster, m: Mention) -> bool:
        """Whether somebody is told to be the first among several ("the judge" is "the presiding judge")."""
        tree = self.state.tree
        members = (self.state.mentions[k] for k in cluster.members)
        nouns = [n.head for n in members if n.form is Form.NOUN and tree.lemmas[n.head] == tree.lemmas[m.head]]
        return any(tree.lowers[c] == "presiding" for noun in nouns for c in tree.children[noun])

    def _head_words(self, members: list[Mention]) -> Iterator[str]:
        """The words by which the names of a body say what it is."""
        return (self.state.head_word(n) for n in members if n.form is Form.NAME and not self._is_person(n.kind))

    def _may_be(self, m: Mention, cluster: Cluster) -> bool:
        """Whether an entity is told of first behind a description, and called so by title, name or "the"."""
        tree, members = self.state.tree, [self.state.mentions[k] for k in cluster.members]
        first = min((n.first for n in members if n.first >= self.headline), default=-1)
        away = tree.sentence[first] - tree.sentence[m.head]
        is_person = self._is_person(cluster.kind)
        is_behind = first > m.head and away > 0 and (is_person or away <= SOON)
        fits = is_person == self._is_person(m.kind) and (is_person or BODY in self.state.ontology.types(cluster.kind))
        fits = fits and (is_person or self.state.related(m.kind, cluster.kind))
        same_gender = not m.gender or cluster.gender in ("", m.gender)
        is_one = cluster.number == "s" and any(n.form is Form.NAME for n in members)
        return is_behind and fits and same_gender and is_one and any(self._calls(n, m) for n in members)

    def _calls(self, n: Mention, m: Mention) -> bool:
        """Whether a mention calls somebody or something by the noun of a description, and not as one of many."""
        said, told = self._names_before(m), self._names_before(n)
        if said and told and said.isdisjoint(told):  # "a Dutch retailer", "the Danish retailer"
            return False
        if n.form is Form.NOUN:
            return self.state.tree.lowers[n.first] == "the" and self.state.role(n.head) == self.state.role(m.head)
        is_title = self.state.role(m.head) in self.state.roles(n)
        return n.form is Form.NAME and (is_title or self.state.tree.lemmas[m.head].lower() in self._head_words([n]))

    def _names_before(self, m: Mention) -> set[int]:
        """The entities named in front of a noun ("Dutch" in "a Dutch retailer")."""
        tree = self.state.tree
        numbers = (self.state.inside.get(c) for c in tree.children[m.head] if c < m.first or m.form is Form.NOUN)
        named = (self.state.mentions[k] for k in numbers if k is not None)
        return {n.cluster for n in named if n.head < m.head and n.form in (Form.NAME, Form.DEMONYM)}
