"""Conditions and questions: what makes a clause depend on another, or leaves it open, without a word for doubt."""

from __future__ import annotations

from kg.language.tree import Tree

INVERTING = frozenset({"had", "were", "should"})
CLOSING = frozenset({'"', "”", "’", "'", ")", "''"})
OPENING = frozenset({'"', "“", "``"})
UNSURE = frozenset({"unclear", "unknown", "uncertain", "unsure"})
IF = frozenset({"if", "unless"})


def is_whether(tree: Tree, head: int) -> bool:
    """Whether "if" leaves open what its clause tells ("asked if", "it was unclear if")."""
    complement = tree.child(tree.heads[head], "acomp")
    is_open = complement is not None and tree.lowers[complement] in UNSURE
    return tree.deps[head] == "ccomp" or is_open


def is_inverted(tree: Tree, head: int) -> bool:
    """Whether an auxiliary in front of its subject makes a condition ("had he known, …")."""
    subject = tree.child(head, "nsubj", "nsubjpass")
    first = tree.child(head, "aux", "auxpass")
    return (
        tree.deps[head] == "advcl"
        and subject is not None
        and first is not None
        and first == tree.left[head]
        and tree.lowers[first] in INVERTING
    )


def is_led_by_should(tree: Tree, head: int) -> bool:
    """Whether the parser hung the condition's "should" from the main verb ("Should X ask, Y will go")."""
    helpers = [c for c in tree.children[head] if tree.tags[c] == "MD"]
    return len(helpers) > 1 and tree.lowers[helpers[0]] == "should" and helpers[0] == tree.left[head]


def is_asked(tree: Tree, head: int) -> bool:
    """Whether the predicate is what a question asks."""
    if tree.heads[head] != head:
        return tree.deps[head] == "ccomp" and any(tree.words[c] == "?" for c in tree.children[head])
    _, end = tree.sentences[tree.sentence[head]]
    last = next((t for t in range(end - 1, head, -1) if tree.pos[t] != "SPACE" and tree.words[t] not in CLOSING), head)
    return tree.words[last] == "?" and not _is_quoted_apart(tree, head, last)


def has_condition(tree: Tree, head: int) -> bool:
    """Whether an if-clause makes a clause that is not yet real depend on it ("He may resign if …")."""
    clauses = (c for c in tree.children[head] if tree.deps[c] == "advcl")
    marks = [c for clause in clauses for c in tree.children[clause] if tree.deps[c] == "mark"]
    if any(is_inverted(tree, c) for c in tree.children[head]):
        return True
    return any(tree.lowers[c] in IF and not _is_quoted_apart(tree, head, c) for c in marks)


def _is_quoted_apart(tree: Tree, head: int, mark: int) -> bool:
    """Whether a quotation opens between the two ("was critical, writing: “How can they if …”")."""
    return any(word in OPENING for word in tree.words[head:mark])


def is_were_to(tree: Tree, verb: int) -> bool:
    """Whether an inverted "were" makes a condition of its infinitive ("Were X to attack")."""
    subject = tree.child(verb, "nsubj")
    return tree.lowers[verb] == "were" and subject is not None and subject > verb and tree.deps[verb] == "advcl"
