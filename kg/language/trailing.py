"""Repairs of what trails behind a comma: verbs behind a relative clause, descriptions behind an origin."""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.language.joining import rejoin
from kg.language.tree import Tree
from kg.language.wordlists import words

FINITE = ("VBD", "VBZ", "VBP")
SUBJECT = ("nsubj", "nsubjpass")
RESULTS, MISHAPS = words("result"), words("mishap")
ORIGIN = frozenset({"from", "of"})
FARTHEST = 6
YEAR = re.compile(r"[12]\d{3}")
JUST = frozenset({"barely", "hardly", "scarcely", "just"})


def trail(tree: Tree, people: Collection[str] = ()) -> bool:
    """Change heads in place where commas make certain what goes on behind them; whether any were.

    Args:
        people: nouns for people.
    """
    changed = [_main_again(tree, i) for i, dep in enumerate(tree.deps) if dep == "conj" and tree.tags[i] in FINITE]
    changed += [_at_that(tree, i) for i, dep in enumerate(tree.deps) if dep == "conj" and tree.tags[i] == "VBD"]
    changed += [_result(tree, i) for i, dep in enumerate(tree.deps) if dep == "acl" and tree.tags[i] == "VBG"]
    changed += [_dated(tree, i) for i, dep in enumerate(tree.deps) if dep == "advcl" and tree.tags[i] == "VBN"]
    changed += [_mishap(tree, i) for i, dep in enumerate(tree.deps) if dep == "advcl" and tree.tags[i] == "VBG"]
    changed += [_last(tree, i) for i, dep in enumerate(tree.deps) if dep == "relcl"]
    changed += [_inside(tree, i) for i, dep in enumerate(tree.deps) if dep == "prep"]
    changed += [_of_bearer(tree, i) for i, lemma in enumerate(tree.lemmas) if lemma in people]
    return any(changed)


def _last(tree: Tree, relative: int) -> bool:
    """ "A, B and C, who leads the party, met": a verb in the singular is said of the name next to it."""
    first, start = tree.heads[relative], tree.left[relative]
    *_, last = tree.conjuncts(first)
    if tree.tags[first] != "NNP" or tree.tags[last] != "NNP" or last == first or last != start - 2:
        return False
    if tree.lowers[start] != "who" or tree.words[start - 1] != "," or not _is_singular(tree, relative):
        return False
    tree.heads[relative] = last
    return True


def _inside(tree: Tree, preposition: int) -> bool:
    """ "his win over X, mayor since the war in 1940, was": what stands before the comma behind belongs in there."""
    noun, above, last = preposition - 1, tree.heads[preposition], tree.right[preposition]
    if tree.tags[noun] not in ("NN", "NNS") or above > noun or tree.words[last + 1 : last + 2] != [","]:
        return False
    beside = next((t for t in (noun, *tree.ancestors(noun)) if tree.deps[t] == "appos"), None)
    if beside is None or tree.right[beside] != noun or tree.words[tree.left[beside] - 1] != ",":
        return False
    if not above < tree.left[beside]:
        return False
    tree.heads[preposition] = noun
    return True


def _is_singular(tree: Tree, verb: int) -> bool:
    """Whether the form of a verb tells that one person does it ("leads", "has led", "was")."""
    helpers = [c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")]
    return any(tree.tags[t] == "VBZ" or tree.lowers[t] == "was" for t in (verb, *helpers))


def _mishap(tree: Tree, participle: int) -> bool:
    """ "arrested the driver of a van that hit a bus, injuring ten": the van did, not who made the arrest."""
    start = tree.left[participle]
    if tree.words[start - 1] != "," or tree.lemmas[participle] not in RESULTS:
        return False
    main = tree.heads[participle]
    inside = range(main + 1, start)
    relative = next((t for t in inside if tree.deps[t] == "relcl" and tree.right[t] == start - 2), None)
    if relative is None or tree.lemmas[relative] not in MISHAPS or tree.lemmas[main] in MISHAPS:
        return False
    tree.heads[participle] = relative
    return True


def _dated(tree: Tree, participle: int) -> bool:
    """ "The pact makes Peru leave the valley, taken in 1967": what a year is told of was done to the valley."""
    noun, behind = participle - 2, tree.words[participle + 1 : participle + 3]
    if tree.words[participle - 1] != "," or len(behind) < 2 or behind[0] != "in" or not YEAR.fullmatch(behind[1]):
        return False
    is_thing = tree.deps[noun] in ("pobj", "dobj", "attr", "appos") and tree.tags[noun][:2] == "NN"
    if not is_thing or not tree.heads[participle] < noun or tree.child(participle, *SUBJECT, "mark") is not None:
        return False
    tree.heads[participle], tree.deps[participle] = noun, "acl"
    return True


def _of_bearer(tree: Tree, noun: int) -> bool:
    """ "Ann Hill, from Ghent, a former teacher, wept": a noun for people describes her and not where she is from."""
    place = tree.heads[noun]
    preposition = tree.heads[place]
    bearer = tree.heads[preposition]
    if tree.deps[noun] != "appos" or tree.deps[place] != "pobj" or tree.tags[noun] != "NN":
        return False
    if tree.lowers[preposition] not in ORIGIN or tree.tags[place] != "NNP" or tree.tags[bearer] != "NNP":
        return False
    if tree.words[preposition - 1] != "," or tree.words[tree.left[noun] - 1] != "," or bearer > preposition:
        return False
    tree.heads[noun] = bearer
    return True


def _main_again(tree: Tree, verb: int) -> bool:
    """ "was beaten by X, who leads the party, and left": a verb behind the closing comma is of the main clause."""
    relative = tree.heads[verb]
    joining = next((c for c in tree.children[relative] if tree.deps[c] == "cc" and c < verb), None)
    if tree.deps[relative] != "relcl" or joining is None or tree.words[joining - 1] != ",":
        return False
    if tree.words[tree.left[relative] - 1] != "," or tree.child(verb, *SUBJECT) is not None:
        return False
    if sum(tree.deps[c] == "conj" for c in tree.children[relative]) > 1 or _is_followed(tree, verb):
        return False
    main = _governing(tree, tree.heads[relative])
    if main is None or _tense(tree, main) != _tense(tree, verb):
        return False
    tree.heads[joining] = tree.heads[verb] = main
    return True


def _at_that(tree: Tree, verb: int) -> bool:
    """ "had barely sat down when X rose, glass in hand, and thanked Y": what happened next is said of X."""
    main = tree.heads[verb]
    if tree.child(verb, *SUBJECT, "aux", "auxpass", "mark") is not None or not _is_under_way(tree, main):
        return False
    above = {main, tree.child(main, "xcomp")}
    when = next((t for t in range(main, verb) if tree.heads[t] in above and _tells_when(tree, t)), None)
    if when is None:
        return False
    rejoin(tree, verb, when)
    return True


def _is_under_way(tree: Tree, verb: int) -> bool:
    """Whether a clause only tells what was going on, or just over, as something happened ("was singing")."""
    words = {tree.lowers[c] for c in tree.children[verb] if c < verb}
    is_over = tree.tags[verb] == "VBN" and "had" in words and not JUST.isdisjoint(words)
    return is_over or (tree.tags[verb] == "VBG" and not words.isdisjoint({"was", "were"}))


def _tells_when(tree: Tree, verb: int) -> bool:
    """Whether a clause with "when" and a subject of its own tells what happened."""
    is_when = any(tree.lowers[c] == "when" for c in tree.children[verb] if c < verb)
    return (
        tree.deps[verb] == "advcl" and is_when and tree.tags[verb] == "VBD" and tree.child(verb, *SUBJECT) is not None
    )


def _is_followed(tree: Tree, verb: int) -> bool:
    """Whether the main verb only comes behind ("X, who ran it, and left in May, was arrested")."""
    noun = tree.heads[tree.heads[verb]]
    return tree.heads[noun] > verb


def _governing(tree: Tree, noun: int) -> int | None:
    """The verb with a subject of its own that stands in front of a noun and governs it, however deeply."""
    for above, _ in zip(tree.ancestors(noun), range(FARTHEST), strict=False):
        if tree.pos[above] in ("VERB", "AUX") and above < noun and tree.deps[above] not in ("relcl", "acl"):
            subject = tree.child(above, *SUBJECT)
            return above if subject is not None and subject < above else None
    return None


def _tense(tree: Tree, verb: int) -> bool:
    """Whether the clause of a verb is in the past."""
    helpers = [c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")]
    return any(tree.tags[t] == "VBD" for t in (verb, *helpers))


def _result(tree: Tree, participle: int) -> bool:
    """ "a ship that sank in May, killing nine": what came of it goes with the verb of the relative clause."""
    noun = tree.heads[participle]
    first = tree.left[participle]
    if tree.words[first - 1] != ",":
        return False
    relative = next((t for t in range(noun + 1, first) if tree.deps[t] == "relcl" and tree.right[t] == first - 2), None)
    if relative is None:
        return False
    tree.heads[participle], tree.deps[participle] = relative, "advcl"
    return True
