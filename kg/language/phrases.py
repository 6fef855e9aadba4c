"""How far a noun phrase reaches around its head, for the borders of mentions."""

from __future__ import annotations

from kg.language.layout import CALENDAR
from kg.language.tree import Tree
from kg.language.wordlists import words

BELONGING = frozenset({"in", "from", "for", "with", "against", "at", "to"})
LONGEST_PHRASE = 6
HANDING = words("handing over")


BESIDE = frozenset(
    {"punct", "cc", "appos", "preconj", "prep", "nsubj", "nsubjpass", "ccomp", "advcl", "parataxis", "mark"}
)
"""What hangs from a noun in front of it and is no part of its phrase, as the subject of a clause without a verb."""


def first_token(tree: Tree, head: int) -> int:
    """The first token of a noun phrase, without what is coordinated before or stands in front of it as apposition."""
    first = head
    for child in tree.children[head]:
        if child < head and tree.deps[child] not in BESIDE and tree.tags[child] != "WRB":
            first = min(first, tree.left[child])
    return first


def last_token(tree: Tree, head: int) -> int:
    """The last token of a noun phrase: the "of" phrase that follows at once, and one that holds a name belong to it.

    What somebody is accused of does not ("accused the minister of lying"), nor whom something is bought from.
    """
    last = _hyphenated(tree, head)
    behind = tree.children[head] if last == head else [*tree.children[head], *tree.children[last]]
    for child in behind:
        if child == last + 1 and tree.lowers[child] == "of" and tree.child(child, "pcomp") is None:
            last = _uninterrupted(tree, child)
        elif child == last + 1 and tree.lowers[child] in BELONGING and _holds_name(tree, child):
            return last if is_to_whom(tree, head, child) else _uninterrupted(tree, child)
    return last


def is_to_whom(tree: Tree, noun: int, preposition: int) -> bool:
    """Whether a phrase behind what goes from one to another says whom it goes to ("sold the mill to Acme")."""
    is_handed = tree.deps[noun] == "dobj" and tree.lemmas[tree.heads[noun]] in HANDING
    return is_handed and tree.lowers[preposition] in ("to", "from")


def _hyphenated(tree: Tree, noun: int) -> int:
    """The last part of a noun with hyphens ("secretary-general", "mother-in-law")."""
    while noun + 2 < len(tree) and tree.words[noun + 1] == "-":
        if not tree.ends[noun] == tree.starts[noun + 1] == tree.starts[noun + 2] - 1:
            break
        noun += 2
    return noun


def _is_hyphen(tree: Tree, mark: int) -> bool:
    """Whether a dash joins the parts of a word, with no space around it ("seven-man", "non-partisan")."""
    return mark + 1 < len(tree) and tree.ends[mark - 1] == tree.starts[mark] == tree.starts[mark + 1] - 1


def _holds_name(tree: Tree, preposition: int) -> bool:
    """Whether a short phrase leads to somebody or somewhere, by name or nation ("security forces in Guinea")."""
    noun, end = tree.child(preposition, "pobj"), _uninterrupted(tree, preposition)
    if noun is None or not noun <= end <= preposition + LONGEST_PHRASE:
        return False
    inside = range(preposition + 1, end + 1)
    owner = tree.child(noun, "poss")
    if tree.lowers[preposition] == "in" and owner is not None and tree.tags[noun] == "NN":
        return False  # "in Peru's first coup"
    return any(tree.words[t][0].isupper() for t in inside) and not any(tree.lowers[t] in CALENDAR for t in inside)


def _uninterrupted(tree: Tree, preposition: int) -> int:
    """The last token of a prepositional phrase, up to a comma, a bracket or a relative clause."""
    for t in range(preposition + 1, tree.right[preposition] + 1):
        is_dash = tree.words[t] in ("-", "—") and not _is_hyphen(tree, t)
        if is_dash or tree.words[t] in (",", "(", ";") or tree.tags[t] in ("WP", "WDT") or tree.pos[t] == "SPACE":
            return t - 1
    return tree.right[preposition]
