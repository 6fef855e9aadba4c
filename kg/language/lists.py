"""Lists of names that the parse tears apart: examples of a plural, places behind a preposition, people of places."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from kg.language.spans import Name
from kg.language.tree import Tree

PLURAL = ("NNS", "NNPS")
SMALL = frozenset({",", "and", "the"})
PLACES = frozenset({"GPE", "LOC"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "MISC"})


def repair_lists(tree: Tree, names: Sequence[Name]) -> bool:
    """Change heads and labels of the tree in place where a list of names shows that something is wrong."""
    changed = [_among(tree, i, names) for i, word in enumerate(tree.lowers[:-2]) if word == "among"]
    changed += [_including(tree, i) for i, word in enumerate(tree.lowers) if word == "including"]
    changed += [_person_of_place(tree, a, b) for a, b in itertools.pairwise(names) if b.label == "PERSON"]
    changed += [_places(tree, row) for row in _rows(tree, names)]
    return any(changed)


def _among(tree: Tree, among: int, names: Sequence[Name]) -> bool:
    """ "three banks, among them A and B": the names behind are examples of the plural before."""
    if among < 2 or tree.lowers[among + 1] != "them" or tree.words[among - 1] not in (",", "(", "-", "–", "—"):
        return False
    noun = among - 2
    while tree.tags[noun] not in PLURAL and tree.heads[noun] < noun:
        noun = tree.heads[noun]
    row = _from(tree, names, among + 2)
    if tree.tags[noun] not in PLURAL or not row:
        return False
    tree.heads[among], tree.deps[among] = noun, "prep"
    tree.heads[among + 1], tree.deps[among + 1] = among, "pobj"
    tree.heads[row[0].last], tree.deps[row[0].last] = among, "pobj"
    for before, name in itertools.pairwise(row):
        tree.heads[name.last], tree.deps[name.last] = before.last, "conj"
    return True


def _including(tree: Tree, including: int) -> bool:
    """ "members of the party, including A": the name behind is an example of the plural, not of the party."""
    noun, name = tree.heads[including], tree.child(including, "pobj")
    if name is None or tree.tags[name] != "NNP" or tree.tags[noun] in PLURAL or tree.deps[noun] != "pobj":
        return False
    above = tree.heads[tree.heads[noun]]
    if tree.tags[above] not in PLURAL or above > including:
        return False
    tree.heads[including], tree.deps[including] = above, "prep"
    return True


def _from(tree: Tree, names: Sequence[Name], first: int) -> list[Name]:
    """The names of a list that opens at a token; a place may stand behind each of the people."""
    row: list[Name] = []
    for name in names:
        if name.first < first or name.label not in NAMED:
            continue
        between = set(tree.lowers[first : name.first])
        if row and between == {"of"} and name.label in PLACES:
            first = name.last + 1
            continue
        if not between <= (SMALL if row else SMALL - {",", "and"}):
            break
        row.append(name)
        first = name.last + 1
    return row


def _person_of_place(tree: Tree, place: Name, person: Name) -> bool:
    """ "A of Peru and B": the second person is joined to the first, not to the place."""
    of = tree.heads[place.last]
    if place.label not in PLACES or tree.heads[person.last] != place.last or tree.deps[person.last] != "conj":
        return False
    if tree.lowers[of] != "of" or tree.tags[tree.heads[of]] != "NNP" or tree.heads[of] > of:
        return False
    tree.heads[person.last] = tree.heads[of]
    return True


def _rows(tree: Tree, names: Sequence[Name]) -> Iterator[list[Name]]:
    """Runs of three and more names of places and bodies with commas between, "and" before the last."""
    row: list[Name] = []
    for name in names:
        between = tree.lowers[row[-1].last + 1 : name.first] if row else []
        if row and between and set(between) <= SMALL and name.label in PLACES | {"ORG"}:
            row.append(name)
            if "and" not in between:
                continue
            if len(row) > 2:
                yield row
        row = [name] if name.label in PLACES else []


def _places(tree: Tree, row: list[Name]) -> bool:
    """ "ministers of Peru, the EU, Chile and Cuba": the places are joined to the first place, not to the ministers."""
    first, second = row[0].last, row[1].last
    preposition = tree.heads[first]
    if row[-1].label not in PLACES or tree.deps[first] != "pobj" or tree.deps[second] != "conj":
        return False
    if tree.heads[second] != tree.heads[preposition]:
        return False
    for before, name in itertools.pairwise(row):
        tree.heads[name.last], tree.deps[name.last] = before.last, "conj"
    return True
