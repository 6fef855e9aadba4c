"""Relatives and their names that the parse tears apart: whose names are listed behind "his wife" or "two daughters"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.spans import Name
from kg.language.tree import Tree

RELATIVES = frozenset({"wife", "husband", "son", "daughter", "mother", "father", "brother", "sister", "partner"})
CHILDREN = frozenset({"son", "daughter", "child", "grandson", "granddaughter"})
SPANS = frozenset({"year", "decade", "month"})


def repair_families(tree: Tree, names: Sequence[Name]) -> bool:
    """Change heads and labels of the tree in place where the names of relatives show that something is wrong."""
    people = [n for n in names if n.label == "PERSON"]
    changed = [_second_parent(tree, n) for n in people]
    changed += [_relative(tree, n) or _named_relative(tree, n) for n in people if n.first > 1]
    changed += [_list_behind(tree, n) for n in names if n.label in ("PERSON", "MISC")]
    changed += [_kin_behind(tree, n) or _kin_of_years(tree, n) for n in people]
    changed += [_described_first(tree, n) or _behind_phrase(tree, n) for n in people]
    return any(changed)


def _list_behind(tree: Tree, name: Name) -> bool:
    """ "with their children - Ann, Bob and Carl": a plural before a dash or colon is no part of the name behind it."""
    mark = name.first - 1
    noun = mark - 1
    if noun < 0 or tree.words[mark] not in ("-", ":", "–", "—", ";") or tree.tags[noun] != "NNS":
        return False
    if tree.heads[noun] != name.last or tree.deps[noun] not in ("compound", "nmod"):
        return False
    above = tree.heads[name.last]
    tree.deps[noun], tree.heads[noun] = tree.deps[name.last], noun if above == name.last else above
    tree.deps[name.last], tree.heads[name.last] = "appos", noun
    for token in range(tree.left[noun], mark + 1):
        if tree.heads[token] == name.last and token != noun:
            tree.heads[token] = noun
    return True


def _kin_of_years(tree: Tree, name: Name) -> bool:
    """ "his wife of 50 years, Jane": the name behind the comma is the wife's."""
    years = tree.heads[name.last]
    of = tree.heads[years]
    if tree.deps[name.last] != "appos" or tree.lemmas[years] not in SPANS or tree.lowers[of] != "of":
        return False
    if tree.lemmas[tree.heads[of]] not in RELATIVES:
        return False
    tree.heads[name.last] = tree.heads[of]
    return True


def _kin_behind(tree: Tree, name: Name) -> bool:
    """ "lives with her two daughters, Ada and Mia": the names behind the comma are those of the relatives."""
    noun = name.first - 2
    if noun < 0 or tree.words[name.first - 1] != "," or tree.deps[name.last] not in ("npadvmod", "dep", "conj"):
        return False
    if tree.tags[noun] != "NNS" or tree.lemmas[noun] not in RELATIVES | CHILDREN or name.last in tree.subtree(noun):
        return False
    tree.heads[name.last], tree.deps[name.last] = noun, "appos"
    return True


def _described_first(tree: Tree, name: Name) -> bool:
    """ "A daughter of A and B, Jane Doe was a nurse": who is described stands in front of the verb."""
    verb, noun = name.last + 1, tree.heads[name.last]
    if tree.deps[name.last] != "appos" or tree.words[name.first - 1] != "," or verb >= len(tree):
        return False
    start = tree.sentences[tree.sentence[verb]][0]
    while tree.deps[noun] in ("pobj", "prep", "conj") and tree.heads[noun] > start:
        noun = tree.heads[noun]
    is_open = tree.lowers[start] in ("a", "an") and tree.left[noun] == start and tree.tags[noun] == "NN"
    if not is_open or tree.deps[noun] != "nsubj" or tree.heads[noun] != verb:
        return False
    tree.heads[name.last], tree.deps[name.last] = verb, "nsubj"
    tree.heads[noun], tree.deps[noun] = name.last, "appos"
    return True


def _behind_phrase(tree: Tree, name: Name) -> bool:
    """ "At Acme, Jane Doe, the chief, was named to succeed him": who is told of is no apposition to the phrase."""
    noun = tree.heads[name.last]
    preposition = tree.heads[noun]
    verb = tree.heads[preposition]
    is_beside = tree.deps[name.last] == "appos" and tree.words[name.first - 1] == "," and tree.deps[noun] == "pobj"
    is_open = is_beside and tree.sentences[tree.sentence[verb]][0] == tree.left[preposition]
    if not is_open or verb < name.last or tree.child(verb, "nsubj", "nsubjpass") is not None:
        return False
    is_passive = tree.child(verb, "auxpass") is not None
    tree.heads[name.last], tree.deps[name.last] = verb, "nsubjpass" if is_passive else "nsubj"
    return True


def _relative(tree: Tree, name: Name) -> bool:
    """ "X, his wife, Doris, and their sons": the name behind the comma is the wife's."""
    noun = tree.heads[name.last]
    if tree.deps[name.last] != "conj" or noun != name.first - 2 or tree.words[name.first - 1] != ",":
        return False
    if tree.tags[noun] != "NN" or tree.lemmas[noun] not in RELATIVES or tree.child(noun, "poss") is None:
        return False
    tree.deps[name.last] = "appos"
    for token in tree.children[name.last]:
        if tree.deps[token] in ("cc", "conj") and token > name.last:
            tree.heads[token] = noun
    return True


def _named_relative(tree: Tree, name: Name) -> bool:
    """ "A and her brother Tim left": the name right behind is the brother's, whatever the parse hangs it from."""
    noun = name.first - 1
    if tree.tags[noun] != "NN" or tree.lemmas[noun] not in RELATIVES or tree.child(noun, "poss") is None:
        return False
    if tree.deps[name.last] not in ("npadvmod", "dep", "nmod") or name.first <= tree.heads[noun] <= name.last:
        return False
    tree.heads[name.last], tree.deps[name.last] = noun, "appos"
    return True


def _second_parent(tree: Tree, name: Name) -> bool:
    """ "the son of A and (the singer) B": the second name is joined to the first, not to the son."""
    child = tree.heads[name.last]
    if tree.deps[name.last] != "conj" or tree.lemmas[child] not in CHILDREN:
        return False
    of = next((c for c in tree.children[child] if tree.lowers[c] == "of" and c < name.first), None)
    parent = None if of is None else tree.child(of, "pobj")
    if parent is None or tree.pos[parent] != "PROPN" or any(tree.words[t] == "," for t in range(parent, name.first)):
        return False
    tree.heads[name.last] = parent
    for token in tree.children[child]:
        if tree.deps[token] == "cc" and parent < token < name.first:
            tree.heads[token] = parent
    for token in tree.children[name.last]:
        if tree.deps[token] == "conj" and tree.tags[token] == "NN":
            tree.heads[token] = child
    return True
