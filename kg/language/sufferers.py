"""Whom "the defendant" and "the suspended official" mean: the one of whom the text says that it was done to them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.language.binding import Binding
from kg.language.mentions import Mention
from kg.language.sieve import SUBJECT, Sieve
from kg.language.wordlists import table, words
from kg.model import Form

DOER = "+"
PRIZES = words("prize of a contest")
OBJECTS = frozenset({"dobj", "dative"})
UNSURE = words("unsure")


@cache
def deeds() -> dict[str, frozenset[str]]:
    """What is done to whom a noun or an adjective calls so, by the lemmas of the verbs that tell it.

    Verbs with a "+" tell what they do themselves ("the dead man": who died).
    """
    return {word: frozenset(verbs.split("|")) for word, verbs in table("deeds")}


class Sufferers:
    """Finds who is told of by what was done to them."""

    def __init__(self, state: Sieve, binding: Binding) -> None:
        self.state, self.binding = state, binding

    def antecedent(self, i: int, m: Mention) -> int | None:
        """The only person to whom the text has told that it was done, none of those who act beside the description."""
        wanted = self._deeds(m)
        if not wanted:
            return None
        found = set[int]()
        for other in self.state.mentions[:i]:
            if other.cluster >= 0 and self._suffers(other, wanted) and self._may_be(m, other.cluster):
                found.add(other.cluster)
        named = {n for n in found if self._has_name(n)}
        found = named or found
        number = found.pop() if len(found) == 1 else None
        return None if number is None or number in self._beside(i, m) else number

    def _deeds(self, m: Mention) -> frozenset[str]:
        """What a definite description of one person says that was done to them, as verbs or as a participle."""
        tree = self.state.tree
        is_one = m.form is Form.NOUN and m.number == "s" and tree.lowers[m.first] == "the"
        if not is_one or "kgo:Person" not in self.state.ontology.types(m.kind) or m.last + 1 in self.state.inside:
            return frozenset()
        before = [c for c in tree.children[m.head] if m.first < c < m.head]
        if m.last == m.head == m.first + 1:
            return deeds().get(tree.lemmas[m.head].lower(), frozenset())
        said = (tree.lowers[c] for c in before if tree.deps[c] == "amod")
        return next((deeds().get(w, frozenset({w})) for w in said if w in deeds() or w.endswith("ed")), frozenset())

    def _suffers(self, other: Mention, wanted: frozenset[str]) -> bool:
        """Whether a clause of the text's own, and no mere possibility, tells of a mention what is wanted."""
        tree = self.state.tree
        if other.head in self.state.speaker_of:
            return False
        return any(
            self._is_told(verb) and (mark + self._deed(verb) in wanted or (not mark and tree.lowers[verb] in wanted))
            for verb, mark in self._verbs(other.head)
        )

    def _deed(self, verb: int) -> str:
        """The lemma of a verb; to find somebody guilty is to convict them."""
        tree = self.state.tree
        return "convict" if tree.lowers[verb + 1 : verb + 2] == ["guilty"] else tree.lemmas[verb]

    def _verbs(self, noun: int) -> Iterator[tuple[int, str]]:
        """The verbs of which a noun is the object, or the subject of the passive; with a "+" those that it does."""
        tree = self.state.tree
        above, dep = tree.heads[noun], tree.deps[noun]
        yield from ((c, "") for c in tree.children[noun] if tree.deps[c] == "acl" and tree.tags[c] == "VBN")
        if dep in OBJECTS:
            yield above, ""
        elif dep in SUBJECT:
            joined = (c for c in tree.children[above] if tree.deps[c] == "conj" and tree.child(c, *SUBJECT) is None)
            for verb in (above, *joined):
                is_done = tree.tags[verb] == "VBN" and (dep == "nsubjpass" or tree.child(verb, "auxpass") is not None)
                yield verb, "" if is_done else DOER

    def _is_told(self, verb: int) -> bool:
        """Whether a verb tells what has happened; who has lost has done so to somebody, or a contest."""
        tree = self.state.tree
        if tree.lemmas[verb] == "lose" and not self._is_beaten(verb):
            return False
        return not tree.is_denied(verb) and UNSURE.isdisjoint(tree.lowers[c] for c in tree.children[verb])

    def _is_beaten(self, verb: int) -> bool:
        tree, what = self.state.tree, self.state.tree.child(verb, "dobj")
        is_contest = what is not None and tree.lemmas[what].lower() in PRIZES
        return is_contest or (what is None and any(tree.lowers[c] == "to" for c in tree.children[verb]))

    def _has_name(self, number: int) -> bool:
        members = self.state.clusters[number].members
        return any(self.state.mentions[k].form is Form.NAME for k in members)

    def _may_be(self, m: Mention, number: int) -> bool:
        """Whether an entity is one person of no other gender."""
        cluster = self.state.clusters[number]
        is_person = "kgo:Person" in self.state.ontology.types(cluster.kind) and cluster.number == "s"
        return is_person and (not m.gender or cluster.gender in ("", m.gender))

    def _beside(self, i: int, m: Mention) -> set[int]:
        """Who acts in the clause of a description, and whom it stands beside ("X, the defendant's daughter")."""
        tree, found = self.state.tree, self.binding.fellows(i, m)
        subject = None if tree.deps[m.head] in SUBJECT else next(self.binding.subjects_above(m.head), None)
        noun = tree.heads[m.head] if tree.deps[m.head] == "poss" else m.head
        beside = tree.heads[noun] if tree.deps[noun] == "appos" else None
        numbers = (self.state.inside.get(t) for t in (subject, beside) if t is not None)
        return found | {self.state.mentions[n].cluster for n in numbers if n is not None}
