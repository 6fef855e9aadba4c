"""Events that nouns name: "the killing of X by Y", "Hollande's visit to Washington", "talks between A and B"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.arguments import Arguments
from kg.extract.control import LIGHT
from kg.extract.culprits import Deed, deed_of
from kg.extract.frame import Frame
from kg.language.layout import WEEKDAYS
from kg.language.tree import Tree
from kg.ontology import Ontology, Wording

MUTUAL = 6
GIVING = frozenset({"give", "hand", "earn", "bring", "win", "secure", "seal"})  # "his goal gave Ajax a win over"
PEOPLE = frozenset({"kgo:Person", "kgo:NationalityOrGroup", "kgo:Organisation", "kgo:Agent"})
DONE = frozenset({"pardon", "killings", "murders", "executions", "arrests", "selection", "choice"})  # by whose they are
AROUND = frozenset({"after", "during", "following", "in", "on", "at", "for", "since"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """An event noun with head tokens of its subject and object; what is whole without an object has none.

    It has no subject where the noun does not say who did it ("the arrest of X", "her dismissal"). The deed is that of
    a clause of justice which does.
    """

    wording: Wording
    head: int
    subject: int | None
    object: int | None
    deed: Deed | None = None


class NominalMatcher:
    """Finds the ontology's event nouns in trees."""

    def __init__(self, ontology: Ontology) -> None:
        self.wordings = ontology.wordings("nominal")
        self.relations = ontology.relations

    def nominals(self, tree: Tree, arguments: Arguments, frames: dict[int, Frame]) -> Iterator[Nominal]:
        """Each event noun with each pair of its arguments."""
        for i, tag in enumerate(tree.tags):
            if tag[:2] != "NN" or tree.deps[i] == "compound" or _is_titled(tree, i):
                continue
            phrasal = list(self._phrasal(tree, i))
            meant = {wording.relation for wording in phrasal}  # a hunger strike is no strike on anybody
            for wording in self.wordings.get(tree.lemmas[i].lower(), ()):
                if not wording.phrase and (not meant or wording.relation in meant):
                    yield from self._pairs(tree, arguments, frames, i, wording)
            for wording in phrasal:
                yield from self._pairs(tree, arguments, frames, i, wording)

    def _phrasal(self, tree: Tree, head: int) -> Iterator[Wording]:
        """Wordings of several words whose last one is the head ("phone call with")."""
        for child in tree.children[head]:
            if child < head and tree.deps[child] in ("compound", "amod"):
                for wording in self.wordings.get(tree.lemmas[child].lower(), ()):
                    if len(wording.phrase) == 1 and {tree.lemmas[head].lower(), tree.lowers[head]} & wording.phrase[0]:
                        yield wording

    def _pairs(
        self, tree: Tree, arguments: Arguments, frames: dict[int, Frame], head: int, wording: Wording
    ) -> Iterator[Nominal]:
        if not wording.prepositions:
            alone = self._subjects(tree, arguments, frames, head, wording)
            yield from (Nominal(wording, head, subject, None) for subject in alone)
            return
        objects = list(self._objects(tree, head, wording))
        if "between" in wording.prepositions:
            parties = [t for p, t in objects if p == "between"]
            for first, second in itertools.combinations(parties[:MUTUAL], 2):
                yield Nominal(wording, head, first, second)
        targets = [t for p, t in objects if p != "between"]
        if not targets:
            yield from (Nominal(wording, head, None, owner) for owner in self._undergoers(tree, head, wording))
            return
        subjects = list(self._subjects(tree, arguments, frames, head, wording))
        if not subjects and self.relations[wording.relation].event == "ASSAULT":
            deed = deed_of(tree, frames, head)
            for culprit, target in itertools.product(() if deed is None else deed.culprits, targets):
                yield Nominal(wording, head, culprit, target, deed)
            if deed is not None and deed.culprits:
                return
        if not subjects and self._is_undergone(wording):
            yield from (Nominal(wording, head, None, target) for target in targets)
        if not subjects and self.relations[wording.relation].is_symmetric:  # "the merger of A and B"
            joined = targets if {p for p, _ in objects} != {"with"} else []  # "an accord with A and B"
            yield from (Nominal(wording, head, *pair) for pair in itertools.combinations(joined[:MUTUAL], 2))
        for subject, target in itertools.product(subjects, targets):
            if target != subject:
                yield Nominal(wording, head, subject, target)

    def _is_undergone(self, wording: Wording) -> bool:
        """Whether the noun names what is done to people, whoever did it."""
        relation = self.relations[wording.relation]
        return relation.undergone and not wording.inverse and relation.range <= PEOPLE

    def _undergoers(self, tree: Tree, head: int, wording: Wording) -> Iterator[int]:
        """Whose arrest, murder or dismissal it is, which nobody does who is named in front of the noun."""
        if self._is_undergone(wording) and "of" in wording.prepositions and tree.lowers[head] not in DONE:
            yield from (c for c in tree.children[head] if tree.deps[c] == "poss")

    def _lasts(self, wording: Wording) -> bool:
        """Whether the noun names what somebody has ("headquarters", "death"), not what is done to somebody."""
        relation = self.relations[wording.relation]
        return relation.is_literal or (relation.event is None and not relation.happens)

    def _objects(self, tree: Tree, head: int, wording: Wording) -> Iterator[tuple[str, int]]:
        """What the noun's prepositions lead to; what lasts or has a date is told more loosely too.

        A date or place may follow at once ("at her death in 2013") or be predicated ("its headquarters are in X").
        """
        found = list(self._governed(tree, head, wording))
        yield from found
        if found or not self._lasts(wording):
            return
        if tree.deps[head] == "nsubj" and tree.lemmas[tree.heads[head]] == "be":
            yield from self._governed(tree, tree.heads[head], wording)
        after = max([head, *(tree.right[c] for c in tree.children[head] if tree.lowers[c] == "of")]) + 1
        told = tree.child(after, "pobj") if after < len(tree) and tree.lowers[after] in wording.prepositions else None
        if told is not None:
            yield tree.lowers[after], told

    def _governed(self, tree: Tree, head: int, wording: Wording) -> Iterator[tuple[str, int]]:
        for child in self._prepositions(tree, head):
            if tree.lowers[child] in wording.prepositions:
                for grandchild in tree.children[child]:
                    if tree.deps[grandchild] == "pobj":
                        yield from ((tree.lowers[child], t) for t in tree.conjuncts(grandchild))

    def _prepositions(self, tree: Tree, head: int) -> Iterator[int]:
        """Those of a noun, with what the parser hung from the victim or the doer ("the killing of two nuns by rebels").

        Only a "by" hangs thus from whom "of" leads to, what is no "of" from whom "by" leads to, an "of" from a day.
        """
        for child in tree.children[head]:
            if tree.deps[child] not in ("prep", "agent"):
                continue
            yield child
            noun = tree.child(child, "pobj")
            if noun is not None:
                yield from (inner for inner in tree.children[noun] if _belongs(tree, tree.lowers[child], noun, inner))

    def _subjects(
        self, tree: Tree, arguments: Arguments, frames: dict[int, Frame], head: int, wording: Wording
    ) -> Iterator[int]:
        """Who does it: possessor, "by" phrase, name or nationality in front, or the subject of the light verb.

        Behind "of" stands who has what lasts or has a date ("the death of X in 1986"), and who does what another
        preposition aims at something or nothing does ("the visit of X to Y", "the resignation of X").
        """
        found, lasts = False, self._lasts(wording)
        doing = ("by",) if "of" in wording.prepositions and not lasts else ("by", "of")
        for child in tree.children[head]:
            if tree.deps[child] == "poss" or (
                tree.deps[child] in ("amod", "compound", "nmod") and arguments.cluster(child) is not None
            ):
                found = True
                yield child
        for child in self._prepositions(tree, head):
            if tree.lowers[child] in wording.prepositions and not lasts:
                continue
            if tree.lowers[child] in doing:
                for grandchild in tree.children[child]:
                    if tree.deps[grandchild] == "pobj":
                        found = True
                        yield from tree.conjuncts(grandchild)
        above = tree.heads[head]
        if not found and above in frames and frames[above].lemma in GIVING and frames[above].indirect:
            found = True
            yield from frames[above].indirect
        if not found and self.relations[wording.relation].event == "CONSULT":
            yield from self._participants(tree, frames, head)
        is_light = not lasts and tree.deps[head] == "dobj" and above in frames and frames[above].lemma in LIGHT
        is_given = is_light and tree.lemmas[above] == "have" and tree.lowers[tree.left[head]] == "the"
        if not found and is_light and not is_given:  # "had the backing of X", who backs
            yield from frames[above].subjects

    def _participants(self, tree: Tree, frames: dict[int, Frame], head: int) -> Iterator[int]:
        """Who did something after, during or at a meeting or on a visit: the subject of the clause around it."""
        preposition = tree.heads[head]
        if tree.deps[head] != "pobj" or tree.lowers[preposition] not in AROUND:
            return
        verb = tree.heads[preposition]
        if tree.tags[verb][:2] == "NN" and tree.deps[verb] == "dobj":
            verb = tree.heads[verb]
        frame = frames.get(verb)
        if frame is not None and not frame.is_copula:
            yield from frame.grammatical


def _belongs(tree: Tree, word: str, noun: int, inner: int) -> bool:
    """Whether a preposition that hangs from a noun behind "of", "by" or "on" belongs to the noun of the event."""
    found = tree.lowers[inner]
    if tree.deps[inner] != "prep" or inner < noun:
        return False
    if tree.lowers[noun] in WEEKDAYS:
        return found == "of"
    return found == "by" if word == "of" else word == "by" and found not in ("by", "of")


def _is_titled(tree: Tree, noun: int) -> bool:
    """Whether a capital makes a noun part of a title ("published Death of a Salesman in 1949")."""
    return (
        tree.words[noun].istitle()
        and noun > 0
        and tree.words[noun - 1].islower()
        and tree.lowers[noun + 1 : noun + 2] == ["of"]
    )
