"""Reciprocal verbs: clauses without an object whose subjects do it with each other ("the two met")."""

from __future__ import annotations

from kg.extract.frame import Frame
from kg.language.tree import Tree
from kg.ontology import Wording

ADDRESSING = frozenset({"of", "at", "against"})  # "A and B spoke at a rally" says nothing of each other
MUTUAL = frozenset({"with", "between", "among"})  # "they wrote" is to nobody of them
ALONE = frozenset({"work", "train"})  # each does so by themselves, if not "together"
TOGETHER = frozenset({"together", "jointly", "alongside", "closely", "hand"})


def may_be_mutual(tree: Tree, frame: Frame, wording: Wording) -> bool:
    """Whether a clause without the wording's object may mean each other."""
    if frame.lemma in ALONE and not TOGETHER & {tree.lowers[c] for c in tree.children[frame.head]}:
        return False
    is_public = any(p.word in ADDRESSING and p.head == frame.head for p in frame.prepositions)
    is_mutual = bool(MUTUAL & set(wording.prepositions)) or (wording.passive and "to" in wording.prepositions)
    return not wording.prepositions or (is_mutual and not is_public)
