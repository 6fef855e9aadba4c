"""Epithets: "the billionaire", "the older woman", "the former teacher" for somebody whom the text told of by name."""

from __future__ import annotations

from functools import cache

from kg.language.binding import Binding
from kg.language.mentions import Mention
from kg.language.sieve import SUBJECT, Sieve
from kg.language.topic import Topic
from kg.language.wordlists import table
from kg.model import Form

# These say that it is somebody told of ("the former bishop"), whatever the noun is.
TELLING = frozenset({"former", "same", "onetime", "ex"})


@cache
def epithets() -> dict[str, str]:
    """Nouns that tell of people by what they have done or are, and by no post that others may hold as well.

    The value is "plain" where they tell nothing else ("the man").
    """
    return {row[0]: row[1] for row in table("epithets")}


class Epithets:
    """Finds who is meant by a description that adds something to somebody told of by name."""

    def __init__(self, state: Sieve, binding: Binding, topic: Topic) -> None:
        self.state, self.binding, self.topic = state, binding, topic

    def antecedent(self, i: int, m: Mention) -> int | None:
        """The only one whom the paragraph has named so far, else whom the text or the sentence before is about."""
        if not self._is_epithet(m):
            return None
        bound = self._bound(i, m)
        here = self._here(i, m, bound)
        if here is None or here:
            return here.pop() if here and len(here) == 1 else None
        number = self.topic.foremost(i, m)
        number = self._subject_before(i, m) if number is None else number
        return None if number in bound else number

    def _is_place(self, token: int) -> bool:
        """Whether a word names a place or a nation."""
        number = self.state.inside.get(token)
        named = None if number is None else self.state.mentions[number]
        is_place = named is not None and "kgo:Place" in self.state.ontology.types(named.kind)
        return is_place or (named is not None and named.form is Form.DEMONYM)

    def _here(self, i: int, m: Mention, bound: set[int]) -> set[int] | None:
        """Whom the paragraph names before a description, none where somebody without a name may be meant as well."""
        found = set[int]()
        for other in self.state.mentions[i - 1 :: -1] if i else ():
            if self.topic.is_across(m, other):
                break
            if other.form is Form.NOUN and self._is_some_other(m, other):
                return found or None
            if self._may_be(m, other) and other.cluster not in bound:
                found.add(other.cluster)
        return found

    def _may_be(self, m: Mention, other: Mention) -> bool:
        """Whether a name is that of a person who may be meant."""
        if other.form is not Form.NAME or other.cluster < 0 or self.state.tree.deps[other.head] == "poss":
            return False
        cluster = self.state.clusters[other.cluster]
        is_person = "kgo:Person" in self.state.ontology.types(cluster.kind) and cluster.number == "s"
        is_person = (
            is_person and self.state.speaker_of.get(other.head, -1) != m.head
        )  # nobody tells of themselves by name
        fits = is_person and (not m.gender or cluster.gender in ("", m.gender))
        return fits and not self.binding.forbids(m, other)

    def _may_go_on(self, m: Mention, other: Mention) -> bool:
        """Whether a subject is a name that may be meant, or "he" or "she" for somebody named in another paragraph."""
        if other.form is not Form.PRONOUN or other.gender not in ("m", "f"):
            return self._may_be(m, other)
        return self.state.is_named(other) and (not m.gender or m.gender == other.gender)

    def _bound(self, i: int, m: Mention) -> set[int]:
        """Whom the clauses around a description rule out: its subject, and whom its verb sets beside it.

        What somebody once was is told of nobody who acts in any clause around it (principle C of binding theory).
        """
        tree, above = self.state.tree, list(self.binding.subjects_above(m.head))
        if TELLING.isdisjoint(tree.lowers[c] for c in tree.children[m.head] if c < m.head):
            above = [] if tree.deps[m.head] in SUBJECT else above[:1]
        numbers = (self.state.inside.get(subject) for subject in above)
        return self.binding.fellows(i, m) | {self.state.mentions[n].cluster for n in numbers if n is not None}

    def _is_epithet(self, m: Mention) -> bool:
        """Whether a definite description says by itself that it tells of somebody known."""
        tree = self.state.tree
        if (
            m.form is not Form.NOUN
            or m.number != "s"
            or tree.lowers[m.first] != "the"
            or m.last + 1 in self.state.inside
        ):
            return False
        if "kgo:Person" not in self.state.ontology.types(m.kind) or m.head in self.state.speaker_of:
            return False
        if m.last > m.head and tree.words[m.head + 1] != ",":
            return False
        words = [c for c in tree.children[m.head] if c < m.head]
        if any(self._is_place(c) for c in words):  # "the Peruvian striker" is for Nationals
            return False
        before = {tree.lowers[c] for c in words}
        kind = epithets().get(tree.lemmas[m.head].lower())
        return bool(before & TELLING) or kind == "fame" or (kind == "plain" and m.head == m.first + 1)

    def _is_some_other(self, m: Mention, other: Mention) -> bool:
        """Whether somebody without a name may be meant as well ("a nephew and the young man's fiancee")."""
        is_person = "kgo:Person" in self.state.ontology.types(other.kind) and other.number == "s"
        tree, above = self.state.tree, self.state.tree.heads[other.head]
        is_said = tree.deps[other.head] in ("attr", "oprd", "appos") or tree.lowers[above] == "as"
        return (
            is_person
            and not is_said
            and not self.state.is_named(other)
            and (not m.gender or other.gender in ("", m.gender))
        )

    def _subject_before(self, i: int, m: Mention) -> int | None:
        """Whom the sentence before is about."""
        tree = self.state.tree
        for other in self.state.mentions[i - 1 :: -1] if i else ():
            if tree.sentence[other.head] < tree.sentence[m.head] - 1:
                return None
            is_before = tree.sentence[other.head] == tree.sentence[m.head] - 1
            if is_before and tree.deps[self.state.place(other)] in SUBJECT and self._may_go_on(m, other):
                return other.cluster
        return None
