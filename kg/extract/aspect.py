"""What the tense of a clause tells of its event: done again and again, or awaited."""

from __future__ import annotations

from kg.language.tree import Tree

FINITE = frozenset({"VBD", "VBP", "VBZ"})
PRESENT = frozenset({"VBP", "VBZ"})
WILL = frozenset({"will", "'ll", "’ll", "shall"})
WOULD = frozenset({"would", "'d", "’d"})
AWAITING = frozenset({"once", "when", "until", "till", "before", "after"})
USUALLY = frozenset({"usually", "normally", "typically", "generally", "routinely", "traditionally"})
EVERY = frozenset({"every", "each"})


def is_habit(tree: Tree, verb: int) -> bool:
    """Whether the present tense tells what is done again and again ("treats patients every Monday")."""
    if tree.tags[verb] not in PRESENT:
        return False
    times = [c for c in tree.children[verb] if tree.deps[c] == "npadvmod"]
    is_repeated = any(tree.lowers[g] in EVERY for c in times for g in tree.children[c])
    return is_repeated or any(tree.lowers[c] in USUALLY for c in tree.children[verb])


def is_awaited(tree: Tree, verb: int, above: int) -> bool:
    """Whether a clause tells when something to come will be ("will go once X arrives", "would go once X arrived").

    Args:
        above: the verb of the clause that it hangs from.
    """
    finite = next((tree.tags[c] for c in tree.children[verb] if tree.tags[c] in FINITE), tree.tags[verb])
    helpers = {tree.lowers[c] for c in tree.children[above] if tree.deps[c] == "aux"}
    agrees = (helpers & WILL and finite in PRESENT) or (helpers & WOULD and finite == "VBD")
    marks = {tree.lowers[c] for c in tree.children[verb] if c < verb}
    is_over = "after" in marks and "had" in marks  # "would go after X had refused": X refused before it was said
    return bool(agrees) and bool(AWAITING & marks) and not is_over
