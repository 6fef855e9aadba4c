"""Binding: which mentions a pronoun can never, and which reflexives must, stand for (Chomsky 1981)."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.mentions import Mention
from kg.language.sieve import SUBJECT, Sieve
from kg.language.wordlists import words
from kg.model import Form

REFLEXIVE = ("self", "selves")
OBJECTIVE = frozenset({"him", "her", "them"})
# Who is bidden or let do something is the one to do it.
BIDDING = words("bidding")
LETTING = words("letting")
# What comes of a deed does so to whoever did it as well ("won 68 seats, giving it a majority").
RESULTING = words("what comes of a deed")
COUNTING, ATTEMPTS = words("how many of some"), words("intent")
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
        tree, verb = self.state.tree, self.state.tree.heads[m.head]
        is_subject = tree.deps[m.head] in SUBJECT and tree.lowers[m.head] not in OBJECTIVE
        is_bare = any(tree.tags[c] == "TO" and c > m.head for c in tree.children[verb])  # "expects it to rise"
        return not (is_subject and not is_bare) and tree.tags[m.head] != "PRP$"

    def forbids(self, m: Mention, other: Mention) -> bool:
        """Whether syntax forbids that the two are one (binding theory, i-within-i)."""
        tree = self.state.tree
        is_around = tree.left[other.head] <= m.head <= tree.right[other.head]
        if is_around and tree.sentence[other.head] == tree.sentence[m.head]:
            if tree.deps[m.head] == "poss":
                return tree.heads[m.head] == other.head or self._is_inside(m, other)
            return other.form is not Form.PRONOUN or tree.heads[m.head] == other.head
        is_told = m.gender == "a" and other.head in self.subjects_above(m.head)  # "X said the 41-year-old had left"
        if is_told or self._is_said_of(m, other):
            return True
        if tree.tags[m.head] == "PRP$" or self.is_reflexive(m):
            return tree.heads[m.head] == other.head
        return self.are_fellows(m, other) or self.are_fronted(m, other)

    def _is_inside(self, m: Mention, other: Mention) -> bool:
        """Whether a possessive lies in what describes the other, in no clause of its own ("X, one of his aides").

        Not so in a list: "X, his wife, Doris, and their sons".
        """
        tree, node, is_described = self.state.tree, m.head, False
        while node != other.head:
            is_joined = tree.deps[node] == "conj" and tree.pos[node] in ("NOUN", "PROPN")
            if tree.deps[node] in CLAUSAL and not (is_joined and tree.heads[node] != other.head):
                return False
            is_named = any(tree.deps[c] == "appos" and tree.tags[c] == "NNP" for c in tree.children[node])
            is_described |= (tree.deps[node] == "appos" and not is_named) or tree.lowers[node] == "of"
            node = tree.heads[node]
        return is_described

    def _is_said_of(self, m: Mention, other: Mention) -> bool:
        """Whether a clause says that the other is something of the pronoun's ("X is his deputy")."""
        tree, noun = self.state.tree, self.state.tree.heads[m.head]
        is_own = tree.lowers[m.head + 1 : m.head + 2] == ["own"] or tree.lemmas[noun] == "self"
        if tree.deps[m.head] != "poss" or tree.deps[noun] != "attr" or tree.tags[noun] != "NN" or is_own:
            return False
        return tree.child(tree.heads[noun], "nsubj") == other.head

    def are_fellows(self, m: Mention, other: Mention) -> bool:
        """Whether a pronoun is acted on by a verb of which the other is subject or object ("X left him to Y")."""
        tree, verb = self.state.tree, self.state.tree.heads[m.head]
        if not self.is_object(m) or self.is_reflexive(m):
            return False
        first = other.head
        while tree.deps[first] in ("conj", "appos") and tree.pos[tree.heads[first]] in ("NOUN", "PROPN", "PRON"):
            first = tree.heads[first]
        first = self._counting(first)
        above = tree.heads[first]
        if tree.deps[m.head] == "pobj" or tree.deps[m.head] in SUBJECT:
            is_case = tree.lowers[verb] == "against" and tree.deps[tree.heads[verb]] == "dobj"
            verb = tree.heads[tree.heads[verb]] if is_case else tree.heads[verb]  # "filed a complaint against him"
        return (
            verb == above
            or (tree.deps[first] in SUBJECT and above == self._controlling(verb))
            or (tree.deps[first] == "dobj" and above == self._bidding(verb))
        )

    def _counting(self, noun: int) -> int:
        """The word that tells how many of some there are ("dozens of fans"), else the noun itself."""
        tree, of = self.state.tree, self.state.tree.heads[noun]
        many = tree.heads[of]
        is_counted = tree.deps[noun] == "pobj" and tree.lowers[of] == "of" and tree.tags[noun] == "NNS"
        return many if is_counted and tree.lowers[many] in COUNTING else noun

    def are_fronted(self, m: Mention, other: Mention) -> bool:
        """Whether the other lies in a phrase in front of the pronoun's own verb ("In a message on Twitter, it …")."""
        tree, verb = self.state.tree, self.state.tree.heads[m.head]
        if tree.deps[m.head] not in SUBJECT or tree.sentence[other.head] != tree.sentence[m.head]:
            return False
        phrase = next((c for c in tree.children[verb] if tree.left[c] <= other.head <= tree.right[c] < m.head), None)
        if phrase is None or tree.child(phrase, *SUBJECT) is not None:
            return False
        if tree.deps[other.head] in SUBJECT and tree.deps[tree.heads[other.head]] == "relcl":
            return False  # "Under the charter that X pushed through, he …"
        is_bare = tree.deps[phrase] == "advcl" and tree.tags[phrase] in ("VBN", "VBG")  # "Beaten twice by X, he …"
        return is_bare or (tree.deps[phrase] == "prep" and tree.child(phrase, "pcomp") is None)

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
        joined = {c for c in tree.children[m.head] if tree.deps[c] == "conj"}
        if tree.lowers[m.head + 1 : m.head + 2] == ["and"]:  # "he and Mr Roe", parsed as two subjects
            joined |= {c for c in tree.children[verb] if tree.deps[c] in SUBJECT and c > m.head + 1}
        numbers = (self.state.inside.get(t) for t in joined)
        beside = [self.state.mentions[k] for k in numbers if k is not None]
        found |= {other.cluster for other in beside if other.form is Form.NAME}
        if tree.deps[m.head] not in SUBJECT:
            return found
        verbs = set(self._of_one_subject(verb))
        for other in self.state.mentions[i + 1 :]:
            if other.head > tree.right[verb]:
                break
            above = tree.heads[other.head]
            if tree.deps[other.head] == "pobj" and tree.lowers[above] != "as":
                above = tree.heads[above]
            is_owner = tree.deps[other.head] == "poss" and tree.deps[above] == "attr"  # "He is Jones's pupil"
            above = tree.heads[above] if is_owner else above
            is_acted_on = is_owner or tree.deps[other.head] in ("dobj", "dative", "pobj")
            if above in verbs and other.form is Form.NAME and is_acted_on:
                found.add(other.cluster)
        return found

    def _of_one_subject(self, verb: int) -> Iterator[int]:
        """A verb and those joined to it that have no subject of their own ("He won a title and beat Jones")."""
        tree = self.state.tree
        yield verb
        for child in tree.children[verb]:
            if tree.deps[child] == "conj" and tree.pos[child] == "VERB" and tree.child(child, *SUBJECT) is None:
                yield from self._of_one_subject(child)

    def subjects_above(self, token: int) -> Iterator[int]:
        """The subjects of the clauses that a token lies in, the nearest first, none that holds it or follows it.

        Whose claim something is counts as the subject of claiming ("X's claim that he had won").
        """
        tree = self.state.tree
        for verb in tree.ancestors(token):
            is_claim = tree.pos[verb] == "NOUN" and any(
                tree.deps[c] == "acl" and c <= token <= tree.right[c] for c in tree.children[verb]
            )
            if is_claim or tree.deps[verb] in CLAUSAL:
                subject = tree.child(verb, "poss") if is_claim else tree.child(verb, *SUBJECT)
                if subject is not None and subject < token and tree.right[subject] < token:
                    yield subject

    def reflexive(self, m: Mention) -> int | None:
        """The mention that a reflexive must stand for: what it stands behind ("X himself"), or its clause's subject."""
        tree, before = self.state.tree, m.head - 1
        is_beside = tree.deps[m.head] in ("appos", "npadvmod", *SUBJECT)
        if is_beside or tree.deps[tree.heads[m.head]] == "appos":
            before -= tree.words[before] == ","
            beside = next((k for k in self.state.mentions[::-1] if k.last == before and k.cluster >= 0), None)
            if beside is not None:
                return beside.cluster
        for subject in self.subjects_above(m.head):
            number = self.state.by_token.get(subject)
            cluster = -1 if number is None else self.state.mentions[number].cluster
            return None if cluster < 0 else cluster
        return None

    def _lacks_subject(self, verb: int) -> bool:
        """Whether a clause takes its subject from the one above ("wants to go", "came and saw", "left, hiding her")."""
        tree = self.state.tree
        is_purpose = tree.deps[verb] == "advcl" and any(tree.lowers[c] == "to" for c in tree.children[verb])
        is_beside = tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG" and tree.lemmas[verb] not in RESULTING
        return tree.deps[verb] in ("xcomp", "conj") or ((is_purpose or is_beside) and tree.heads[verb] < verb)

    def _bidding(self, verb: int) -> int | None:
        """The verb whose object is the subject of one without its own ("X urged Y to help him": him is not Y)."""
        tree, above = self.state.tree, self.state.tree.heads[verb]
        is_bare = tree.deps[verb] == "xcomp" and not {tree.deps[c] for c in tree.children[verb]} & SUBJECT
        return above if is_bare and tree.lemmas[above] in BIDDING | LETTING else None

    def _attempted(self, verb: int) -> int | None:
        """What is done in an attempt to do what a verb tells ("left in an effort to calm them"), None if nothing is."""
        tree, noun = self.state.tree, self.state.tree.heads[verb]
        is_attempt = tree.deps[verb] == "acl" and tree.lemmas[noun] in ATTEMPTS and tree.child(noun, "poss") is None
        preposition = tree.heads[noun]
        is_in = is_attempt and tree.deps[noun] == "pobj" and tree.lowers[preposition] == "in"
        return tree.heads[preposition] if is_in else None

    def _controlling(self, verb: int) -> int:
        """The verb whose subject is also that of one without its own ("X wants to support it", "X came and saw it")."""
        tree = self.state.tree
        while not {tree.deps[c] for c in tree.children[verb]} & SUBJECT:
            attempt = self._attempted(verb)
            if attempt is None and not self._lacks_subject(verb):
                break
            above = tree.heads[verb] if attempt is None else attempt
            if tree.deps[verb] == "xcomp" and tree.child(above, "dobj") is not None:
                break
            verb = above
        return verb
