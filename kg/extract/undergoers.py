"""Wordings and parties seen from the other side: what is done to somebody, who is given, addressed or goes along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.extract.frame import Frame
from kg.language.tree import Tree
from kg.ontology import Ontology, Wording

IRREGULAR = {"given": "give"}


def by_verb(stative: dict[str, list[Wording]]) -> dict[str, list[Wording]]:
    """Wordings such as "be evacuated from" by the verb's lemma, for active clauses ("they evacuated him from …")."""
    found: dict[str, list[Wording]] = defaultdict(list)
    for participle, wordings in stative.items():
        fitting = [w for w in wordings if w.prepositions and not w.phrase]
        if participle.endswith("ed") and fitting:
            for lemma in (participle[:-1], participle[:-2], participle[:-3]):
                found[lemma].extend(fitting)
    return dict(found)


def giving(stative: dict[str, list[Wording]]) -> dict[str, list[Wording]]:
    """Wordings such as "be awarded" by the verb's lemma: whoever is given something is their subject."""
    found: dict[str, list[Wording]] = defaultdict(list)
    for participle, wordings in stative.items():
        fitting = [w for w in wordings if not (w.prepositions or w.phrase or w.clause)]
        for lemma in (IRREGULAR.get(participle, participle.removesuffix("ed")),):
            found[lemma].extend(fitting)
    return dict(found)


def companions(frame: Frame) -> tuple[int, ...]:
    """Who does it together with the subject ("founded the firm with X", "lives in Rome with X")."""
    return tuple(o for p in frame.prepositions if p.word == "with" and p.head == frame.head for o in p.objects)


def content_subjects(tree: Tree, noun: int) -> list[int]:
    """Who a noun with a clause is addressed to ("its demand that X pay", "the call for X to pay")."""
    for child in tree.children[noun]:
        if tree.deps[child] in ("acl", "advcl", "ccomp") and child > noun:
            subject = tree.child(child, "nsubj", "nsubjpass")
            marks = {tree.lowers[c] for c in tree.children[child] if c < (subject or 0)}
            if subject is not None and marks & {"that", "for"}:
                return list(tree.conjuncts(subject))
    return []


def is_direct(wordings: Iterable[Wording], wording: Wording) -> bool:
    """Whether a verb says by its object alone what it says with a preposition ("approve of a plan", "approve it")."""
    alone = (w.relation for w in wordings if not (w.phrase or w.prepositions or w.clause or w.inverse))
    return not wording.phrase and wording.relation in alone


def rivals(ontology: Ontology, wordings: Iterable[Wording], wording: Wording) -> Iterator[Wording]:
    """Those of a verb's wordings that tell of something else by no more words than a wording that is the verb alone."""
    if wording.phrase or wording.prepositions:
        return
    family = {wording.relation, *ontology.ancestors(wording.relation)}
    for other in wordings:
        relation = ontology.relations[other.relation]
        is_other = other.relation not in family and wording.relation not in ontology.ancestors(other.relation)
        is_alone = not (other.phrase or other.prepositions or other.clause)
        if is_other and is_alone and (relation.event or relation.happens):
            yield other


def among_those(tree: Tree, frame: Frame, frames: Mapping[int, Frame]) -> Frame | None:
    """What was done to the subject of "X was among those arrested", as a passive clause of its own."""
    if frame.lemma != "be" or not frame.grammatical:
        return None
    for p in frame.prepositions if frame.is_copula or not frame.is_passive else ():
        for those in p.objects if p.word == "among" else ():
            done = tree.child(those, "acl") if tree.lowers[those] in ("those", "them") else None
            if done is not None and done in frames and tree.tags[done] == "VBN":
                return replace(frames[done], objects=frame.grammatical, grammatical=(), subjects=frames[done].agents)
    return None
