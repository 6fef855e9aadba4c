"""Repairs of what completes a verb or a noun: the charge behind "of", what is declared, who is the first to do it."""

from __future__ import annotations

from kg.language.tree import Tree
from kg.language.wordlists import words

CHARGING = words("charging with of")
DECLARING = frozenset({"declare", "proclaim", "pronounce"})
FIRSTS = words("singled out")
OBJECTS = frozenset({"dobj", "oprd", "npadvmod", "appos", "dep"})
INFINITIVES = frozenset({"acl", "relcl"})
NAMES = ("NNP", "NNPS")


def complete(tree: Tree) -> bool:
    """Change heads and labels in place where words make certain what completes what; whether any were."""
    changed = [_charge(tree, i) for i, lemma in enumerate(tree.lemmas) if lemma in CHARGING]
    changed += [_declared(tree, i) for i, lemma in enumerate(tree.lemmas) if lemma in DECLARING]
    changed += [_first_to(tree, i) for i, dep in enumerate(tree.deps) if dep in INFINITIVES]
    changed += [_called(tree, i) for i, dep in enumerate(tree.deps) if dep == "conj" and tree.tags[i] in NAMES]
    return any(changed)


def _charge(tree: Tree, verb: int) -> bool:
    """ "accused the government of treachery": a bare noun behind "of" is the charge, and no part of whom it blames."""
    blamed = tree.child(verb, "dobj")
    if blamed is None or tree.tags[blamed] != "NN" or any(tree.lowers[c] == "of" for c in tree.children[verb]):
        return False
    of = next((c for c in tree.children[blamed] if tree.lowers[c] == "of" and tree.deps[c] == "prep"), None)
    charge = None if of is None else tree.child(of, "pobj")
    is_bare = charge is not None and tree.tags[charge] == "NN" and tree.left[charge] == charge
    if of is None or not is_bare or of != blamed + 1 or tree.lemmas[blamed] not in words("body that may be charged"):
        return False
    tree.heads[of] = verb
    return True


def _declared(tree: Tree, verb: int) -> bool:
    """ "declared Peru a free state": what somebody declares is the whole of it."""
    first = tree.child(verb, "dobj")
    is_definite = first is not None and tree.tags[tree.left[first]] == "DT"
    if first is None or not (is_definite or tree.tags[first] in (*NAMES, "PRP")) or first < verb:
        return False
    start = tree.right[first] + 1
    noun = next((c for c in tree.children[verb] if c > first and tree.left[c] == start), None)
    if (
        noun is None
        or tree.deps[noun] not in OBJECTS
        or tree.tags[noun] != "NN"
        or tree.lowers[start] not in ("a", "an")
    ):
        return False
    tree.deps[noun] = "ccomp"
    tree.heads[first], tree.deps[first] = noun, "nsubj"
    return True


def _first_to(tree: Tree, verb: int) -> bool:
    """ "the first member of his regime to be tried": the infinitive is said of whoever is the first."""
    inner = tree.heads[verb]
    if not any(tree.lowers[c] == "to" and tree.deps[c] == "aux" for c in tree.children[verb]) or inner > verb:
        return False
    of = tree.heads[inner]
    noun = tree.heads[of]
    if tree.deps[inner] != "pobj" or tree.lowers[of] not in ("of", "in", "from") or noun > of:
        return False
    if not any(tree.lowers[c] in FIRSTS for c in tree.children[noun] if c < noun):
        return False
    if any(tree.lowers[c] in FIRSTS for c in tree.children[inner]):
        return False
    tree.heads[verb] = noun
    return True


def _called(tree: Tree, name: int) -> bool:
    """ "defended the builder, Hall & Daly of Cork": a name behind a comma that begins no row is the noun's."""
    noun, start = tree.heads[name], tree.left[name]
    if tree.tags[noun] != "NN" or tree.words[start - 1] != "," or tree.lowers[tree.left[noun]] != "the":
        return False
    if tree.right[noun] >= start and any(tree.deps[c] in ("conj", "cc") and c != name for c in tree.children[noun]):
        return False
    is_row = any(tree.deps[c] == "cc" and tree.words[c] != "&" for c in tree.children[name])
    end = tree.right[name] + 1
    if is_row or tree.words[end : end + 1] not in ([","], ["."], [";"]) or noun != start - 2:
        return False
    tree.deps[name] = "appos"
    return True
