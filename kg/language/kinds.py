"""Which class a common noun names, by itself and by what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from kg.language.tree import Tree

REIGNING = frozenset({"king", "queen", "prince", "princess", "emperor", "sultan"})
PARTS, SETS = frozenset({"head", "chair"}), frozenset({"television", "tv", "radio"})
OPENING = frozenset({"det", "poss", "nummod"})


def kind_of(tree: Tree, noun: int, headwords: Mapping[str, str]) -> str | None:
    """The class that a noun names with the noun in front of it ("bulk carrier"), else alone ("carrier")."""
    lemma = tree.lemmas[noun].lower()
    if lemma == "justice" and tree.tags[noun] == "NN" and not tree.children[noun] and tree.deps[noun] != "compound":
        return None  # "justice demands it"
    if lemma == "business" and tree.tags[noun] == "NN" and not OPENING & {tree.deps[c] for c in tree.children[noun]}:
        return None  # "women in American business"
    if lemma in PARTS and tree.lowers[noun + 1 : noun + 2] != ["of"] and _is_own(tree, noun):
        return None  # "injured his head"
    if lemma in SETS and (tree.lowers[noun - 1] == "a" or tree.child(noun, "nummod") is not None):
        return "kgo:Product"  # "set up a television on his stall"
    if lemma in REIGNING and _is_of_no_land(tree, noun):
        return "kgo:Person"  # "the queen of soul"
    is_beside = noun > 0 and tree.deps[noun - 1] in ("compound", "amod")
    before = f"{tree.lowers[noun - 1]} {lemma}" if is_beside else ""
    return headwords.get(before) or headwords.get(lemma) or headwords.get(tree.lowers[noun])


def _is_own(tree: Tree, noun: int) -> bool:
    """Whether it is somebody's with nothing beside ("his head"), and is no name's."""
    owner = tree.child(noun, "poss")
    is_persons = owner is not None and tree.lowers[owner] in ("his", "her", "my", "your", "their")
    return is_persons and owner == noun - 1 and tree.child(noun, "prep", "appos") is None


def _is_of_no_land(tree: Tree, noun: int) -> bool:
    """Whether what somebody is queen or king of has no name."""
    led = [p for of in tree.children[noun] if tree.lowers[of] == "of" for p in tree.children[of]]
    return any(tree.tags[p] in ("NN", "NNS") and tree.deps[p] == "pobj" for p in led)
