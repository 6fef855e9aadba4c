"""Whom a headline tells of without a name: "Mayor jailed" over "Ann Bell, mayor of Lima, was jailed on Monday"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.incomers import Incomers
from kg.language.mentions import Mention
from kg.language.sieve import SUBJECT, Sieve
from kg.language.tree import MODIFIERS
from kg.model import Form

BEGINNING = 3
"""Sentences behind the headline that tell at length what it tells in short."""

PAST = frozenset({"VBN", "VBD"})


class Headlines:
    """Joins the descriptions of a headline to those of whom the text tells the same; `headline` is its tokens."""

    def __init__(self, state: Sieve, incomers: Incomers, headline: int) -> None:
        self.state, self.incomers, self.headline = state, incomers, headline

    def join(self) -> None:
        """By what the text tells of them first, or by a post that one person holds there."""
        for m in self.state.mentions:
            if m.head >= self.headline:
                return
            if not self._is_nameless(m):
                continue
            number = self._by_deed(m)
            number = self._by_post(m) if number is None else number
            number = self._by_name(m) if number is None else number
            if number is not None and number != m.cluster:
                self.state.merge(m.cluster, number)

    def _is_nameless(self, m: Mention) -> bool:
        """Whether a mention describes one person or body that the text names nowhere by that description."""
        types = self.state.ontology.types(m.kind)
        is_one = m.form is Form.NOUN and m.number == "s" and m.cluster >= 0 and not self.state.is_named(m)
        return is_one and ("kgo:Person" in types or "kgo:Organisation" in types)

    def _by_deed(self, m: Mention) -> int | None:
        """The one whom the first sentence is about, where the same is done to them, or by them."""
        tree = self.state.tree
        told = self._deed(m.head)
        start = self.state.lead(self.headline)
        if told is None or start is None:
            return None
        for other in self.state.mentions:
            if tree.sentence[other.head] != start:
                continue
            verb = tree.heads[other.head]
            is_subject = tree.deps[other.head] in SUBJECT and tree.deps[verb] == "ROOT"
            if is_subject and self._deed(other.head) == told and self._may_be(m, other):
                return other.cluster
        return None

    def _deed(self, noun: int) -> tuple[str, bool] | None:
        """What a clause tells of its subject, as the lemma of its verb and whether it is done to them.

        Headlines leave out the auxiliary: "Mayor jailed".
        """
        tree = self.state.tree
        verb = tree.heads[noun] if tree.deps[noun] in SUBJECT else tree.child(noun, "acl") or noun
        if verb == noun or tree.tags[verb][:2] != "VB" or tree.is_denied(verb):
            return None
        is_short = noun < self.headline and tree.tags[verb] in PAST and tree.child(verb, "aux", "dobj") is None
        is_passive = tree.deps[noun] == "nsubjpass" or tree.deps[verb] == "acl" or is_short
        if tree.lemmas[verb] in ("be", "have", "do", "say") or (tree.deps[verb] == "acl" and tree.tags[verb] != "VBN"):
            return None
        return tree.lemmas[verb], is_passive

    def _may_be(self, m: Mention, other: Mention) -> bool:
        """Whether a subject is one person or body, of no other class and gender than a description."""
        if other.cluster < 0 or other.number != "s" or other.form is Form.PRONOUN:
            return False
        cluster = self.state.clusters[other.cluster]
        same_gender = not m.gender or cluster.gender in ("", m.gender)
        is_narrow = "kgo:Person" in self.state.ontology.types(m.kind) or m.kind == cluster.kind
        return is_narrow and self.state.related(m.kind, cluster.kind) and same_gender

    def _by_post(self, m: Mention) -> int | None:
        """Who is named at the beginning by the bare post that the headline tells, or was newly made to hold it."""
        tree, found = self.state.tree, set[int]()
        start = self.state.lead(self.headline)
        if start is None or "kgo:Person" not in self.state.ontology.types(m.kind) or self._is_some(m):
            return None
        sentences = range(start, start + BEGINNING)
        if not any(tree.deps[c] in MODIFIERS or tree.deps[c] in ("poss", "prep") for c in tree.children[m.head]):
            found |= set(self._holders(m, sentences))
        found |= set(self.incomers.made(m, sentences))
        return found.pop() if len(found) == 1 else None

    def _by_name(self, m: Mention) -> int | None:
        """The body named at the beginning whose name says what a headline calls it, and the only one so named.

        "Peruvian court frees miners" over "Peru's Supreme Court freed two miners".
        """
        tree, start, found = self.state.tree, self.state.lead(self.headline), set[int]()
        is_body = "kgo:Organisation" in self.state.ontology.types(m.kind)
        if (
            start is None
            or not is_body
            or self._is_some(m)
            or not all(self._is_nation(c) for c in tree.children[m.head])
        ):
            return None
        for other in self.state.mentions:
            if other.form is Form.NAME and other.cluster >= 0 and self.state.head_word(other) == tree.lowers[m.head]:
                is_there = start <= tree.sentence[other.head] < start + BEGINNING and self._may_be(m, other)
                found.add(other.cluster if is_there else -1)
        return found.pop() if len(found) == 1 and -1 not in found else None

    def _is_nation(self, child: int) -> bool:
        """Whether a word tells of which nation something is ("Peruvian")."""
        number = self.state.inside.get(child)
        return number is not None and self.state.mentions[number].form is Form.DEMONYM

    def _is_some(self, m: Mention) -> bool:
        """Whether a headline tells of one of many ("A mayor's tale", "Ex-mayor")."""
        return self.state.tree.lowers[m.first] in ("a", "an", "one", "another", "no", "every", "his", "her", "their")

    def _holders(self, m: Mention, sentences: range) -> Iterator[int]:
        """The people named in some sentences whom the text calls by the noun of a description."""
        for other in self.state.mentions:
            is_there = other.form is Form.NAME and self.state.tree.sentence[other.head] in sentences
            if is_there and other.cluster >= 0:
                cluster = self.state.clusters[other.cluster]
                if self.state.role(m.head) in cluster.roles and self._may_be(m, other):
                    yield other.cluster
