"""Forms of verbs: infinitives, what is so, what is to be undergone."""

from __future__ import annotations

from kg.language.tree import Tree
from kg.language.wordlists import words

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SINGLED_OUT = words("singled out")
BEARING = words("bearing")
UNDERGONE = frozenset({"blame", "let", "hire", "rent"})


def is_infinitive(tree: Tree, clause: int) -> bool:
    """Whether a clause is an infinitive ("to leave")."""
    return any(tree.lowers[c] == "to" and tree.deps[c] != "prep" for c in tree.children[clause])


def is_finite(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what is so ("that talks had failed")."""
    return any(tree.tags[t] in FINITE for t in (clause, *tree.children[clause]) if t == clause or tree.deps[t] == "aux")


def is_wish(tree: Tree, clause: int) -> bool:
    """Whether an imperative bids nobody do anything (told the crowd: "Let them come")."""
    return tree.lemmas[clause] == "let" and not is_infinitive(tree, clause)


def is_singled_out(tree: Tree, noun: int) -> bool:
    """Whether a clause tells what sets somebody apart and is so ("the first woman to lead the bank")."""
    return any(tree.tags[c] == "JJS" or tree.lowers[c] in SINGLED_OUT for c in tree.children[noun])


def is_to_undergo(tree: Tree, verb: int) -> bool:
    """Whether an infinitive behind "be" says what its subject is to undergo ("The driver is to blame")."""
    is_behind_be = tree.deps[verb] == "xcomp" and tree.lemmas[tree.heads[verb]] == "be"
    return is_behind_be and tree.lemmas[verb] in UNDERGONE and tree.child(verb, "dobj") is None


def is_benefit(tree: Tree, preposition: int) -> bool:
    """Whether "for" tells for whom or what something is done, not at which price ("bought it for ten dollars")."""
    led = tree.child(preposition, "pobj")
    if tree.lowers[preposition] != "for" or led is None:
        return False
    return not any(tree.deps[c] in ("nummod", "quantmod") for c in tree.children[led])


def is_suffering(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what its subject has to do or bear, not what it would do ("Rome would face war")."""
    helpers = {tree.lowers[c] for c in tree.children[verb] if tree.deps[c] == "aux"}
    return tree.lemmas[verb] in BEARING or not helpers & {"will", "would", "may", "might", "'ll", "’ll"}


def is_idle(tree: Tree, noun: int) -> bool:
    """Whether a bare noun behind a preposition names nobody ("threatened to go to court")."""
    return tree.tags[noun] == "NN" and not tree.children[noun] and tree.words[noun].islower()
