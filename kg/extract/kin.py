"""Whose kin somebody is where the noun itself does not say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.extract.frame import Frame
from kg.extract.role_nouns import Role
from kg.language.tree import Tree


def kin_owners(tree: Tree, role: Role, frames: Mapping[int, Frame]) -> Iterator[int]:
    """Whose son it is in "her husband John and son Peter"; who has one in "he had a son, Peter"."""
    anchor = role.head if tree.deps[role.head] != "compound" else tree.heads[role.head]
    if not any(wording.kind == "kinship" for wording in role.wordings):
        return
    bereaved = list(_bereaved(tree, anchor, frames))
    if bereaved:
        yield from bereaved
        return
    if tree.deps[anchor] == "conj":
        for node in (tree.heads[anchor], tree.heads[tree.heads[anchor]]):
            possessor = tree.child(node, "poss")
            if possessor is not None:
                yield possessor
                return
    above = tree.heads[anchor]
    if tree.deps[anchor] == "dobj" and tree.lemmas[above] == "have" and above in frames:
        yield from frames[above].subjects


def _bereaved(tree: Tree, noun: int, frames: Mapping[int, Frame]) -> Iterator[int]:
    """Who died, of kin that somebody "is survived by" or "leaves"."""
    if any(tree.deps[c] == "poss" for c in tree.children[noun]):
        return
    while tree.deps[noun] in ("conj", "pobj", "agent"):
        noun = tree.heads[noun]
        if tree.lemmas[noun] == "survive" and noun in frames:
            yield from frames[noun].objects
    above = tree.heads[noun]
    if tree.deps[noun] == "dobj" and tree.lemmas[above] == "leave" and above in frames:
        yield from frames[above].subjects
