"""Nouns that tell of nothing by themselves: "on board", "take place", "head of state", "a shop steward"."""

from __future__ import annotations

from kg.language.tree import Tree

IDIOMS = {
    "board": ("on",), "place": ("take", "takes", "took", "taken", "taking", "in"), "orbit": ("in", "into"),
    "home": ("at", "from", "back", "go", "going", "went", "come", "came", "return", "returning", "returned"),
}  # fmt: skip
POSSESSIVE = frozenset({"his", "her", "their", "its", "my", "our", "your"})


def is_idiom(tree: Tree, i: int) -> bool:
    """Whether a noun tells of nothing by itself: "on board", "take place", "head of state", "acts of violence"."""
    word, before, after = tree.lemmas[i].lower(), tree.lowers[i - 1] if i else "", tree.lowers[i + 1 : i + 2]
    if before in IDIOMS.get(word, ()) and not tree.children[i]:
        return True
    if word == "side" and tree.child(i, "poss") is not None:
        return before in POSSESSIVE and tree.lowers[i - 2] in ("at", "by")
    if word == "shop":
        return after in (["steward"], ["stewards"], ["floor"])
    if word == "state":
        return (before == "of" and tree.lemmas[i - 2].lower() in ("head", "secretary")) or _is_condition(tree, i)
    return word == "act" and after == ["of"] and tree.words[i + 2 : i + 3] != [] and tree.words[i + 2].islower()


def _is_condition(tree: Tree, state: int) -> bool:
    """Whether a state is no land ("state of emergency")."""
    return (
        tree.lowers[state + 1 : state + 2] == ["of"]
        and tree.words[state + 2 : state + 3] != []
        and (tree.words[state + 2].islower())
    )
