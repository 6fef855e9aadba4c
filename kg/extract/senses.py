"""Verbs in other senses: which clauses a relation's verb words without stating the relation (`kgo:notVerb`)."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from kg.extract.frame import Frame
from kg.language.tree import Tree
from kg.ontology import ADPOSITIONS, Ontology, Wording

GERUND = frozenset({"doing"})
RESULTING, UNTOLD, AIMLESS = "thereby", "somehow", "aimlessly"
NAMED = frozenset({"a", "an", "the", "“", '"', "``", "‘"})
IsOf = Callable[[int, frozenset[str]], bool]
"""Whether what a token stands for is certainly of some classes."""


class Senses:
    """The clauses that state something else than their verb does elsewhere."""

    def __init__(self, ontology: Ontology) -> None:
        self.others = ontology.wordings("notVerb")

    def otherwise(self, tree: Tree, frame: Frame, is_of: IsOf) -> set[str]:
        """The relations that the clause's verb words but that its parties, object and particles show it not to mean."""
        others = self.others.get(frame.lemma)
        if not others:
            return set()
        said = _said(tree, frame)
        return {w.relation for w in others if _is_said(tree, frame, w, said) and _has_parties(frame, w, is_of)}


def _is_said(tree: Tree, frame: Frame, wording: Wording, said: set[str]) -> bool:
    """Whether the words of the wording are in the clause, a noun behind a preposition as its object."""
    places = [*wording.phrase, *filter(None, [frozenset(wording.prepositions)])]
    led, leading = set[int](), set[int]()
    for i, (place, following) in enumerate(itertools.pairwise(places)):
        if place <= ADPOSITIONS and following - ADPOSITIONS and not place & set(frame.particles):
            leading.add(i)
            if any(following & _words(tree, o) for o in _led(frame, place)):
                led.update((i, i + 1))
    rest = (place for i, place in enumerate(places) if i not in led | leading)
    has_object = bool(wording.objects) and any(_led(frame, frozenset(wording.prepositions)))
    return leading <= led and all(
        place & said or (has_object and place == frozenset(wording.prepositions)) for place in rest
    )


def _has_parties(frame: Frame, wording: Wording, is_of: IsOf) -> bool:
    """Whether subject and object are of the classes that the wording names."""
    is_led = bool(wording.prepositions) and not set(wording.prepositions) & set(frame.particles)
    objects = list(_led(frame, frozenset(wording.prepositions))) if is_led else frame.objects
    return all(
        not kinds or any(is_of(token, kinds) for token in tokens)
        for kinds, tokens in ((wording.subjects, frame.subjects), (wording.objects, objects))
    )


def _led(frame: Frame, prepositions: frozenset[str]) -> Iterator[int]:
    """What the prepositions of the clause lead to."""
    return (o for p in frame.prepositions if p.word in prepositions for o in p.objects)


def _said(tree: Tree, frame: Frame) -> set[str]:
    """The words that make a clause's sense: nouns of object and complement, particles, prepositions, adverbs."""
    nouns = [*frame.objects, *([] if frame.complement is None else [frame.complement])]
    said = set[str]().union(*(_words(tree, t) for n in nouns for t in (n, *measured(tree, n))))
    said.update(frame.particles)
    phrases = [p for p in frame.prepositions if p.head == frame.head and p.word != "by"]
    named = [p for p in phrases if any(tree.tags[o] in ("NNP", "NNPS", "CD") for o in p.objects)]
    said.update(p.word for p in phrases if p not in named or p.word == "about")
    if frame.clause is not None:
        said.add(tree.lemmas[frame.clause].lower())
        said.update(tree.lowers[c] for c in tree.children[frame.clause])
    said.update(word for p in phrases for o in p.objects for word in _words(tree, o) & GERUND)
    said.update(tree.lowers[c] for c in tree.children[frame.head] if tree.deps[c] == "advmod")
    if (
        tree.tags[frame.head] == "VBG"
        and tree.deps[frame.head] in ("advcl", "conj")
        and tree.heads[frame.head] < frame.head
    ):
        said.add(RESULTING)
    if frame.is_passive and not frame.agents:
        said.add(UNTOLD)
    behind = range(frame.head, tree.right[frame.head] + 1)
    if frame.clause is None and not any(tree.lowers[t] in ("to", "for") and tree.pos[t] != "ADV" for t in behind):
        said.add(AIMLESS)
    return said


def _words(tree: Tree, token: int) -> set[str]:
    return {tree.lemmas[token].lower(), tree.lowers[token], *(GERUND if tree.tags[token] == "VBG" else ())}


def measured(tree: Tree, noun: int) -> Iterator[int]:
    """What a noun measures or is a part of ("tons of food aid", "part of the aid programme")."""
    for child in tree.children[noun]:
        if tree.lowers[child] == "of" and tree.tags[noun] in ("NN", "NNS", "CD"):
            yield from (c for c in tree.children[child] if tree.deps[c] == "pobj")


def is_naming(tree: Tree, frame: Frame) -> bool:
    """Whether a clause says what something is called ("called it a good day for Peru")."""
    is_told = any(tree.tags[o] == "PRP" and NAMED.intersection(tree.lowers[o + 1 : o + 2]) for o in frame.objects)
    return frame.lemma == "call" and (is_told or tree.child(frame.head, "oprd") is not None)
