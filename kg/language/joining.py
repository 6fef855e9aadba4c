"""Repairs of coordination and apposition: which names and nouns are joined to which."""

from __future__ import annotations

from collections.abc import Collection

from kg import gazetteer
from kg.language.layout import CALENDAR
from kg.language.tree import Tree
from kg.language.wordlists import words

NAMES = ("NNP", "NNPS")


def join(tree: Tree, people: Collection[str] = ()) -> bool:
    """Change heads and labels in place where words and order make certain what is joined; whether any were.

    Args:
        people: nouns for people.
    """
    changed = [_part_of(tree, i) for i, dep in enumerate(tree.deps) if dep == "conj" and tree.tags[i] in NAMES]
    changed += [
        _second_role(tree, i, people) for i, dep in enumerate(tree.deps) if dep == "conj" and tree.tags[i] == "NN"
    ]
    changed += [_own(tree, i) for i, dep in enumerate(tree.deps) if dep == "conj" and tree.tags[i][:2] == "NN"]
    changed += [_gap(tree, i) for i, dep in enumerate(tree.deps) if dep in ("conj", "appos") and tree.tags[i] in NAMES]
    changed += [_comma_pair(tree, i) for i, word in enumerate(tree.words) if word == ","]
    changed += [_series(tree, i) for i, word in enumerate(tree.words) if word == ";"]
    changed += [_of_last(tree, i) for i, word in enumerate(tree.lowers) if word == "of"]
    changed += [_group_of(tree, i) for i, word in enumerate(tree.words) if word == "Group"]
    changed += [_shared_noun(tree, i) for i, dep in enumerate(tree.deps) if dep == "conj" and tree.tags[i] == "NNS"]
    changed += [_calling(tree, i) for i, dep in enumerate(tree.deps) if dep == "conj" and tree.lemmas[i] in people]
    changed += [_name_behind(tree, i) for i, dep in enumerate(tree.deps) if dep == "npadvmod" and tree.tags[i] in NAMES]
    changed += [_of_second(tree, i) for i, dep in enumerate(tree.deps) if dep == "appos" and tree.tags[i] == "NNP"]
    changed += [
        _second_preposition(tree, i) for i, dep in enumerate(tree.deps) if dep == "conj" and tree.tags[i] == "IN"
    ]
    return any(changed)


def _part_of(tree: Tree, name: int) -> bool:
    """ "headed a coalition of his Labour Party and the Green Party": what is made of several is of both."""
    whole = tree.heads[name]
    of = next((c for c in tree.children[whole] if tree.lowers[c] == "of" and whole < c < name), None)
    first = None if of is None else tree.child(of, "pobj")
    if first is None or tree.lemmas[whole] not in words("made of several") or tree.tags[whole] != "NN":
        return False
    if tree.tags[first] not in NAMES or tree.child(first, "conj") is not None or tree.right[first] > name:
        return False
    rejoin(tree, name, first)
    return True


def _own(tree: Tree, noun: int) -> bool:
    """ "the sale of the firm's ships, its sheds and its name": what is its own is joined to what else it has."""
    first = tree.heads[noun]
    of = next((c for c in tree.children[first] if tree.lowers[c] == "of" and first < c < noun), None)
    thing = None if of is None else tree.child(of, "pobj")
    owner = None if thing is None else tree.child(thing, "poss")
    behind = next((c for c in tree.children[noun] if tree.deps[c] == "conj"), noun)
    if thing is None or owner is None or behind == noun or tree.right[thing] >= tree.left[noun]:
        return False
    if any(tree.tags[tree.left[t]] != "PRP$" for t in (noun, behind)):
        return False
    rejoin(tree, noun, thing)
    return True


def _second_preposition(tree: Tree, preposition: int) -> bool:
    """ "found him guilty of A, and of B", "accused of A and of B": with the same before it, it hangs from the same."""
    above, word = tree.heads[preposition], tree.lowers[preposition]
    before = range(preposition - 1, above - 1, -1)
    first = next((i for i in before if tree.lowers[i] == word and tree.deps[i] in ("prep", "agent")), None)
    is_near = tree.lowers[preposition - 1] in ("and", "or") and tree.words[preposition - 2] != ";"
    if first is None or not is_near or (first != above and tree.tags[above][:2] != "VB"):
        return False
    tree.heads[preposition], tree.deps[preposition] = tree.heads[first], tree.deps[first]
    return True


def _of_second(tree: Tree, name: int) -> bool:
    """ "Ann Bell and her rival, the singer Tom Roe, left": a name between commas is that of the last noun in front."""
    first, last = tree.left[name], tree.right[name]
    noun, whole = first - 2, tree.heads[name]
    if noun <= whole or tree.words[first - 1] != "," or tree.tags[noun] != "NN" or tree.tags[whole] != "NNP":
        return False
    is_joined = tree.deps[noun] == "conj" and tree.heads[noun] == whole and tree.tags[tree.left[noun]] in ("DT", "PRP$")
    if (
        not is_joined
        or last + 1 >= len(tree)
        or tree.words[last + 1] != ","
        or tree.lowers[last + 2 : last + 3] == ["and"]
    ):
        return False
    tree.heads[name] = noun
    return True


def _name_behind(tree: Tree, name: int) -> bool:
    """ "held talks with his counterpart, Ann Hall, in Rome": a name between commas is that of the noun in front."""
    first, last = tree.left[name], tree.right[name]
    noun = first - 2
    if noun < 0 or tree.words[first - 1] != "," or tree.tags[noun] != "NN":
        return False
    is_whole = last + 1 < len(tree) and tree.words[last + 1] in (",", ".")
    if not is_whole or first == name or tree.deps[noun] not in ("pobj", "dobj", "nsubj", "nsubjpass"):
        return False
    if tree.tags[tree.left[noun]] not in ("DT", "PRP$", *NAMES) or tree.heads[noun] == name:
        return False
    tree.heads[name], tree.deps[name] = noun, "appos"
    return True


def _second_role(tree: Tree, noun: int, people: Collection[str]) -> bool:
    """ "is the son of A and the brother of B": with an article and "of" of its own it is joined to the first noun."""
    name = tree.heads[noun]
    if tree.tags[name] not in NAMES or not any(tree.lowers[c] == "of" for c in tree.children[noun]):
        return False
    if tree.tags[tree.left[noun]] != "DT" and not (tree.left[noun] == noun and tree.lemmas[noun] in people):
        return False
    above = name
    while tree.deps[above] in ("appos", "compound", "conj") and tree.heads[above] < name:
        above = tree.heads[above]
    of = tree.heads[above]
    first = tree.heads[of]
    if tree.deps[above] != "pobj" or tree.lowers[of] != "of" or tree.tags[first] != "NN":
        return False
    if tree.deps[first] not in ("attr", "appos", "oprd", "conj") or tree.tags[tree.left[first]] != "DT":
        return False
    rejoin(tree, noun, first)
    return True


def _calling(tree: Tree, noun: int) -> bool:
    """ "X, mayor of Cork and party leader, died": what a person is called stands beside the other, not a place."""
    name = tree.heads[noun]
    of = tree.heads[name]
    first = tree.heads[of]
    if tree.tags[name] not in NAMES or tree.deps[name] != "pobj" or tree.deps[of] != "prep":
        return False
    is_bare = all(tree.tags[tree.left[t]] != "DT" and tree.tags[t] == "NN" for t in (first, noun))
    if not is_bare or tree.deps[first] != "appos":
        return False
    rejoin(tree, noun, first)
    return True


def rejoin(tree: Tree, noun: int, first: int) -> None:
    """Join a noun, and the "and" before it, to another noun than the one that it hangs from."""
    for child in tree.children[tree.heads[noun]]:
        if tree.deps[child] == "cc" and child < noun:
            tree.heads[child] = first
    tree.heads[noun] = first


def _shared_noun(tree: Tree, noun: int) -> bool:
    """ "Sierra Leonean and Malian refugees": a nationality joined to a noun with another in front describes it too."""
    first = tree.heads[noun]
    second = next((c for c in tree.children[noun] if tree.deps[c] == "amod" and tree.words[c][0].isupper()), None)
    if second is None or not first < second or tree.slice(tree.left[first], first) not in gazetteer.demonyms():
        return False
    tree.heads[noun], tree.deps[noun] = tree.heads[first], tree.deps[first]
    tree.heads[first], tree.deps[first], tree.pos[first], tree.tags[first] = noun, "amod", "ADJ", "JJ"
    tree.heads[second], tree.deps[second] = first, "conj"
    return True


def _of_last(tree: Tree, of: int) -> bool:
    """ "Peru's government and leaders of X": what "of" stands right behind is of X, not what is somebody's already."""
    first, last = tree.heads[of], of - 1
    is_joined = tree.deps[of] == "prep" and tree.deps[last] == "conj" and tree.heads[last] == first
    if not is_joined or tree.pos[last] != "NOUN" or tree.child(first, "poss") is None:
        return False
    tree.heads[of] = last
    return True


def _group_of(tree: Tree, group: int) -> bool:
    """ "a Group of 20 meeting": the number is that of the group, which tells whose meeting it is."""
    of, number, noun = group + 1, group + 2, group + 3
    if tree.lowers[of:number] != ["of"] or tree.tags[number : noun + 1] not in (["CD", "NN"], ["CD", "NNS"]):
        return False
    if tree.heads[number] != noun or tree.heads[noun] != of or tree.heads[of] != group:
        return False
    for child in tree.children[group]:
        tree.heads[child] = noun if child != of else group
    tree.heads[noun], tree.deps[noun] = noun if tree.heads[group] == group else tree.heads[group], tree.deps[group]
    tree.heads[group], tree.deps[group] = noun, "compound"
    tree.heads[number], tree.deps[number] = of, "pobj"
    return True


def _comma_pair(tree: Tree, comma: int) -> bool:
    """ "US, China agree": a headline joins names by a comma, as the verb's number shows."""
    first, second = comma - 1, comma + 1
    if first < 0 or second + 1 >= len(tree) or tree.tags[first] not in NAMES or tree.deps[second] != "nsubj":
        return False
    verb = tree.heads[second]
    if tree.tags[verb] != "VBP" or tree.tags[second] != "NNP" or tree.heads[first] != verb or verb != second + 1:
        return False
    tree.heads[first], tree.deps[first] = verb, "nsubj"
    tree.heads[second], tree.deps[second] = first, "conj"
    return True


def _series(tree: Tree, semicolon: int) -> bool:
    """ "includes A, a banker; B, who led X; and C": names behind semicolons are joined to the first."""
    start = semicolon + 1 + (tree.lowers[semicolon + 1 : semicolon + 2] in (["and"], ["or"]))
    while start < len(tree) and tree.heads[start] == start + 1 and tree.deps[start] == "compound":
        start += 1
    if (
        start >= len(tree)
        or tree.tags[start] not in NAMES
        or tree.deps[start] not in ("appos", "conj", "npadvmod", "dep")
    ):
        return False
    above = tree.heads[start]
    if tree.pos[above] == "VERB":
        items = [c for c in tree.children[above] if tree.deps[c] in ("dobj", "attr", "nsubj") and c < semicolon]
        first = items[-1] if items else above
    else:
        first = above
        while tree.deps[first] in ("appos", "conj") and tree.pos[tree.heads[first]] == "PROPN":
            first = tree.heads[first]
    if tree.tags[first] not in NAMES or first > semicolon:
        return False
    tree.heads[start], tree.deps[start] = first, "conj"
    return True


def _gap(tree: Tree, name: int) -> bool:
    """ "met Soto on Monday and Ortiz on Tuesday": with the same preposition behind, it is joined to the first name."""
    place, behind = tree.heads[name], name + 1
    preposition = tree.heads[place]
    if tree.deps[place] not in ("pobj", "conj") or behind >= len(tree) or tree.pos[behind] != "ADP":
        return False
    if tree.lowers[behind] != tree.lowers[preposition] or tree.deps[behind] != "prep" or behind - 1 != name:
        return False
    above, second = tree.heads[preposition], tree.child(behind, "pobj")
    if second is None or not _are_parallel(tree, place, second):
        return False
    if tree.tags[above] in NAMES and tree.deps[above] in ("conj", "dobj"):
        first = tree.heads[above] if tree.deps[above] == "conj" else above
    elif tree.pos[above] in ("VERB", "AUX", "ADJ"):
        objects = [c for c in tree.children[above] if tree.deps[c] == "dobj" and c < preposition]
        first = objects[0] if objects else above
        if not objects and tree.deps[name] != "conj":  # "born in Lancaster, Pennsylvania in Lancaster County"
            return False
    else:
        return False
    if tree.pos[first] in ("NOUN", "PRON") or first > name:
        return False
    tree.heads[name], tree.deps[name] = first, "conj"
    tree.heads[behind] = name
    return True


def _are_parallel(tree: Tree, one: int, other: int) -> bool:
    """Whether both are times, or neither is."""
    return (tree.lowers[one] in CALENDAR or tree.tags[one] == "CD") == (
        tree.lowers[other] in CALENDAR or tree.tags[other] == "CD"
    )
