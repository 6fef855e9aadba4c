"""Binding: which mentions a pronoun can never, and which reflexives must, stand for (Chomsky 1981)."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.mentions import Mention
from kg.language.sieve import SUBJECT, Sieve
from kg.model import Form

REFLEXIVE = ("self", "selves")
OBJECTIVE = frozenset({"him", "her", "them"})
CLAUSAL = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "pcomp", "csubj", "parataxis", "dep"})


class Binding:
    """What the syntax of a sentence says of two mentions in it."""

    def __init__(self, state: Sieve) -> None:
        self.state = state

    def is_reflexive(self, m: Mention) -> bool:
        """Whether it is "himself", "themselves" or another such pronoun."""
        return m.form is Form.PRONOUN and self.state.tree.lowers[m.head].endswith(REFLEXIVE)

    def is_object(self, m: Mention) -> bool:
        """Whether something is done to it, also where it acts itself ("saw him leave", "made her a judge")."""
        tree = self.state.tree
        is_subject = tree.deps[m.head] in SUBJECT and tree.lowers[m.head] not in OBJECTIVE
        return not is_subject and tree.tags[m.head] != "PRP$"

    def forbids(self, m: Mention, other: Mention) -> bool:
        """Whether syntax forbids that the two are one (binding theory, i-within-i)."""
        tree = self.state.tree
        if (
            tree.left[other.head] <= m.head <= tree.right[other.head]
            and tree.sentence[other.head] == tree.sentence[m.head]
        ):
            return (other.form is not Form.PRONOUN and tree.deps[m.head] != "poss") or tree.heads[m.head] == other.head
        if tree.tags[m.head] == "PRP$" or self.is_reflexive(m):
            return tree.heads[m.head] == other.head
        return self.are_fellows(m, other)

    def are_fellows(self, m: Mention, other: Mention) -> bool:
        """Whether a pronoun is acted on by a verb of which the other is subject or object ("X left him to Y")."""
        tree, verb = self.state.tree, self.state.tree.heads[m.head]
        if not self.is_object(m) or self.is_reflexive(m):
            return False
        first = other.head
        while tree.deps[first] == "conj" and tree.pos[tree.heads[first]] in ("NOUN", "PROPN"):
            first = tree.heads[first]
        above = tree.heads[first]
        if tree.deps[m.head] == "pobj" or tree.deps[m.head] in SUBJECT:
            verb = tree.heads[verb]
        return verb == above or (tree.deps[first] in SUBJECT and above == self._controlling(verb))

    def fellows(self, i: int, m: Mention) -> set[int]:
        """The entities of the mentions before a pronoun, mention `i`, that its own verb sets beside it."""
        found, sentence = set[int](), self.state.tree.sentence
        for other in self.state.mentions[i - 1 :: -1] if i and self.is_object(m) else ():
            if sentence[other.head] != sentence[m.head]:
                break
            if other.cluster >= 0 and self.are_fellows(m, other):
                found.add(other.cluster)
        return found

    def named_behind(self, i: int, m: Mention) -> set[int]:
        """Whom a subject is not, as its own verb acts on them by name behind it ("He described Jones as …").

        Principle C of binding theory: a pronoun is never the antecedent of a name that it commands.
        """
        tree, found, verb = self.state.tree, set[int](), self.state.tree.heads[m.head]
        if tree.deps[m.head] not in SUBJECT:
            return found
        for other in self.state.mentions[i + 1 :]:
            if other.head > tree.right[verb]:
                break
            above = tree.heads[other.head]
            if tree.deps[other.head] == "pobj" and tree.lowers[above] != "as":
                above = tree.heads[above]
            if above == verb and other.form is Form.NAME and tree.deps[other.head] in ("dobj", "dative", "pobj"):
                found.add(other.cluster)
        return found

    def subjects_above(self, token: int) -> Iterator[int]:
        """The subjects of the clauses that a token lies in, the nearest first, none that holds it or follows it."""
        tree = self.state.tree
        for verb in tree.ancestors(token):
            if tree.deps[verb] in CLAUSAL:
                subject = tree.child(verb, *SUBJECT)
                if subject is not None and subject < token and tree.right[subject] < token:
                    yield subject

    def reflexive(self, m: Mention) -> int | None:
        """The mention that a reflexive must stand for: what it stands behind ("X himself"), or its clause's subject."""
        tree, before = self.state.tree, m.head - 1
        if tree.deps[m.head] in ("appos", "npadvmod") or tree.deps[tree.heads[m.head]] == "appos":
            before -= tree.words[before] == ","
            beside = next((k for k in self.state.mentions[::-1] if k.last == before and k.cluster >= 0), None)
            if beside is not None:
                return beside.cluster
        for subject in self.subjects_above(m.head):
            number = self.state.by_token.get(subject)
            cluster = -1 if number is None else self.state.mentions[number].cluster
            return None if cluster < 0 else cluster
        return None

    def _controlling(self, verb: int) -> int:
        """The verb whose subject is also that of one without its own ("X wants to support it", "X came and saw it")."""
        tree = self.state.tree
        while tree.deps[verb] in ("xcomp", "conj") and not {tree.deps[c] for c in tree.children[verb]} & SUBJECT:
            above = tree.heads[verb]
            if tree.deps[verb] == "xcomp" and tree.child(above, "dobj") is not None:
                break
            verb = above
        return verb
