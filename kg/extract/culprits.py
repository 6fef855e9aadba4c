"""Whose deed a noun names in a clause of justice: "was jailed for the murder of X", "admitted the kidnapping of Y"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.frame import Frame
from kg.language.tree import Tree
from kg.language.wordlists import words

GUILTY, CHARGED, CONFESSING = (
    words("found guilty of a deed"),
    words("charged with a deed"),
    words("owning up to a deed"),
)
LEADING = frozenset({"for", "of", "over", "with", "to", "in"})


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did what a noun names, by the clause of a verb of justice, which may only allege it."""

    culprits: tuple[int, ...]
    verb: int
    is_alleged: bool


def deed_of(tree: Tree, frames: Mapping[int, Frame], noun: int) -> Deed | None:
    """Whose deed a noun names, if the clause that it stands in tells."""
    above, preposition = tree.heads[noun], ""
    while tree.deps[noun] == "conj" and tree.tags[above][:2] == "NN":  # "of the abduction and murder of X"
        noun, above = above, tree.heads[above]
    if tree.deps[noun] == "pobj" and tree.lowers[above] in LEADING:
        above, preposition = tree.heads[above], tree.lowers[above]
    elif tree.deps[noun] != "dobj":
        return None
    is_guilty = tree.lowers[above] == "guilty" and bool(preposition)
    frame = frames.get(tree.heads[above] if is_guilty else above)
    if frame is None:
        return None
    if is_guilty:
        return Deed(frame.objects or frame.grammatical, frame.head, is_alleged=False)
    if frame.lemma in CONFESSING and preposition in ("", "to"):
        return Deed(frame.subjects, frame.head, is_alleged=False)
    if not preposition or frame.lemma not in GUILTY | CHARGED:
        return None
    return Deed(frame.objects, frame.head, is_alleged=frame.lemma in CHARGED)
