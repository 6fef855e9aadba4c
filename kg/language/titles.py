"""Repairs of the parse where one person bears two posts: "Chairman and Chief Executive Bo Berg" is one of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.language.spans import Name
from kg.language.tree import MODIFIERS, Tree

PARTY = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "appos", "conj", "ROOT", "attr"})
DETERMINERS = frozenset({"det", "poss", "nummod"})


def join_titles(tree: Tree, names: Sequence[Name], posts: Collection[str]) -> bool:
    """Make the name the head of the two posts before it, where the parser takes them for others; whether it did.

    Args:
        posts: nouns that say what somebody is ("president", "officer").
    """
    named = {t for n in names for t in range(n.first, n.last + 1)}
    people = [n for n in names if n.label == "PERSON" and n.first > 2 and tree.lowers[n.last] not in posts]
    changed = [_joined(tree, person, named, posts) for person in people]
    return any(changed)


def _joined(tree: Tree, person: Name, named: set[int], posts: Collection[str]) -> bool:
    """Whether two posts stand before a person that the parser hung from one of them, so that they are joined now."""
    second = person.first - (2 if tree.words[person.first - 1] == "," else 1)
    if not _is_post(tree, second, named, posts):
        return False
    opening = second
    while opening > 1 and tree.deps[opening - 1] in MODIFIERS and opening - 1 not in named:
        opening -= 1
    joiner, first, head = opening - 1, opening - 2, person.last
    if tree.lowers[joiner] != "and" or not _is_post(tree, first, named, posts) or tree.deps[first] not in PARTY:
        return False
    is_another = any(tree.deps[c] in DETERMINERS for c in tree.children[second] if c > joiner)
    if is_another or tree.heads[head] not in (first, second):
        return False
    for child in tree.children[first]:
        tree.heads[child] = head if child > head else first
    tree.deps[head], tree.heads[head] = tree.deps[first], head if tree.heads[first] == first else tree.heads[first]
    tree.deps[first], tree.heads[first] = "compound", head
    tree.deps[joiner], tree.heads[joiner] = "cc", first
    tree.deps[second], tree.heads[second] = "conj", first
    return True


def _is_post(tree: Tree, noun: int, named: set[int], posts: Collection[str]) -> bool:
    """Whether a noun for one person stands there, no part of a name."""
    return noun >= 0 and noun not in named and tree.tags[noun] in ("NN", "NNP") and tree.lemmas[noun].lower() in posts
