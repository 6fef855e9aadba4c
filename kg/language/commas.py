"""Repairs of the parse where commas set a name and a description beside each other: whose description it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.language.quotes import reporting
from kg.language.spans import Name
from kg.language.tree import Tree
from kg.language.wordlists import inverse_kin

SUBJECT = frozenset({"nsubj", "nsubjpass"})


def repair_commas(tree: Tree, names: Sequence[Name], people: Collection[str]) -> bool:
    """Change heads and labels in place where names and commas show that something is wrong; whether anything was.

    Args:
        people: nouns that call a person something, by post or otherwise.
    """
    persons = {t for n in names if n.label == "PERSON" for t in range(n.first, n.last + 1)}
    changed = [_bears(tree, n, people) for n in names if n.first > 1]
    changed += [_described(tree, i, persons) for i, pos in enumerate(tree.pos) if pos in ("VERB", "AUX")]
    changed += [_nearest(tree, n, people) for n in names if n.label == "PERSON" and n.first > 1]
    changed += [_tells(tree, n, people) or _several(tree, n) for n in names if n.label == "PERSON" and n.first > 1]
    called = {*people, *inverse_kin()}
    beside = [i for i, dep in enumerate(tree.deps) if dep == "appos" and tree.lemmas[i].lower() in called]
    changed += [_fronted(tree, i, persons) for i in beside]
    return any(changed)


def _bears(tree: Tree, name: Name, people: Collection[str]) -> bool:
    """ "defended the contractor, Lyne Brothers": without an "and" a name behind a definite noun is what it means.

    So too "the abbot, Ann Bell, and an Italian writer", where the noun calls a person something.
    """
    inside = range(name.first, name.last + 1)
    outer = [t for t in inside if tree.heads[t] not in inside]
    head = next((t for t in outer if tree.deps[t] == "conj"), -1)
    noun = tree.heads[head]
    if head < 0 or noun >= name.first or tree.words[name.first - 1] != "," or tree.tags[noun] not in ("NN", "NNP"):
        return False
    is_first = not any(tree.deps[c] == "conj" and c < head for c in tree.children[noun])
    if not is_first or not any(tree.lowers[c] == "the" for c in tree.children[noun]):
        return False
    rest = [c for c in tree.children[head] if c > name.last and tree.deps[c] in ("cc", "conj")]
    if rest or any(tree.deps[c] == "cc" and c not in inside for c in tree.children[noun]):
        is_person = name.label == "PERSON" and tree.lemmas[noun].lower() in people
        is_closed = tree.words[name.last + 1 : name.last + 3] == [",", "and"]
        articles = (tree.tags[c] for t in rest if tree.deps[t] == "conj" for c in tree.children[t])
        if not (is_person and is_closed and "DT" in articles):
            return False
    tree.deps[head] = "appos"
    for token in outer:
        tree.heads[token] = noun if token == head else head
    for token in rest:
        tree.heads[token] = noun
    return True


def _described(tree: Tree, verb: int, persons: Collection[int]) -> bool:
    """ "Ann Bell, once head of Acme, received a prize": of two subjects the one between commas describes the name.

    So too "Born in Lima, the son of a tailor, Tom Hill left".
    """
    subjects = [c for c in tree.children[verb] if c < verb and tree.deps[c] in SUBJECT]
    if len(subjects) != 2:
        return False
    first, second = subjects
    name, noun = (first, second) if first in persons else (second, first)
    if name not in persons or noun in persons or tree.tags[noun] != "NN":
        return False
    commas = (tree.left[second] - 1, tree.left[noun] - 1, _end(tree, noun))
    if _end(tree, first) != commas[0] or any(tree.words[t] != "," for t in commas):
        return False
    tree.heads[noun], tree.deps[noun] = name, "appos"
    return True


def _end(tree: Tree, noun: int) -> int:
    """The token behind a phrase, of which a comma that closes it is no part."""
    last = tree.right[noun]
    return last if tree.words[last] == "," else last + 1


def _nearest(tree: Tree, name: Name, people: Collection[str]) -> bool:
    """ "A and the minister at the time, Ann Bell": a name behind a comma is that of the person next to it.

    Not that of what has no name of a person ("the invitation of the envoy, Ann Bell").
    """
    head = name.last
    above = tree.heads[head]
    if tree.deps[head] != "appos" or tree.words[name.first - 1] != "," or tree.left[head] != name.first:
        return False
    is_taken = tree.tags[above] == "CD" or tree.lemmas[above].lower() in people
    is_taken = is_taken and not _is_said_of_name(tree, above)
    noun = _person_before(tree, name.first - 2, people)
    if is_taken or noun in (-1, above) or noun < above:
        return False
    tree.heads[head] = noun
    return True


def _is_said_of_name(tree: Tree, noun: int) -> bool:
    """Whether a noun tells what somebody named is ("Ann Bell is the child of")."""
    subject = tree.child(tree.heads[noun], "nsubj") if tree.deps[noun] == "attr" else None
    return subject is not None and tree.tags[subject] == "NNP"


def _person_before(tree: Tree, last: int, people: Collection[str]) -> int:
    """The noun for a definite person, without a name, whose phrase ends at a token, else -1."""
    noun = last - 3 if tree.lowers[last - 2 : last + 1] == ["at", "the", "time"] else last
    while tree.lemmas[noun].lower() not in people or tree.tags[noun] not in ("NN", "NNP", "NNS"):
        if tree.heads[noun] == noun or tree.heads[noun] > last or tree.deps[noun] in ("conj", "appos", "relcl"):
            return -1
        noun = tree.heads[noun]
    is_definite = any(tree.lowers[c] == "the" or tree.deps[c] == "poss" for c in tree.children[noun])
    return noun if is_definite and tree.child(noun, "appos") is None else -1


def _fronted(tree: Tree, noun: int, persons: Collection[int]) -> bool:
    """ "Born in Lima, the son of a tailor, he left": behind a place a description of a person is the subject's.

    So too "In Lima, the former mayor, Ann Bell, wept".
    """
    place, start = tree.heads[noun], _end(tree, noun) + 1
    if (
        place in persons
        or tree.tags[place] != "NNP"
        or tree.tags[noun] != "NN"
        or tree.words[start - 1 : start] != [","]
    ):
        return False
    subject = next((t for t in tree.ancestors(start) if tree.left[t] == start and tree.deps[t] in SUBJECT), start)
    verb = tree.heads[subject]
    is_person = subject in persons or tree.lowers[subject] in ("he", "she")
    if tree.deps[subject] not in SUBJECT or not is_person or verb not in tree.ancestors(place) or verb < subject:
        return False
    tree.heads[noun] = subject
    return True


def _tells(tree: Tree, name: Name, people: Collection[str]) -> bool:
    """ "It did not fit, the expert, Ann Bell of Oslo, said in May": a verb of speech has who stands before it."""
    noun, end = name.first - 2, name.last + 1
    if tree.words[noun + 1] != "," or tree.tags[noun] != "NN" or tree.lemmas[noun].lower() not in people:
        return False
    if tree.lowers[end : end + 1] == ["of"]:
        end = next((t for t in range(end + 1, len(tree)) if tree.tags[t] != "NNP"), end)
    verb = end + 1
    if tree.words[end : end + 1] != [","] or verb >= len(tree) or tree.lemmas[verb].lower() not in reporting():
        return False
    is_definite = any(tree.lowers[c] == "the" or tree.deps[c] == "poss" for c in tree.children[noun])
    if not is_definite or tree.tags[verb] not in ("VBD", "VBZ") or tree.child(verb, *SUBJECT) is not None:
        return False
    tree.heads[noun], tree.deps[noun] = verb, "nsubj"
    tree.heads[name.last], tree.deps[name.last] = noun, "appos"
    _go_on(tree, verb)
    return True


def _go_on(tree: Tree, verb: int) -> None:
    """ "He fell, the expert said, but he got up": behind a verb of speech a clause goes on with the one before it."""
    said = [c for c in tree.children[verb] if tree.deps[c] == "ccomp"]
    joiner = next((c for c in tree.children[verb] if c > verb and tree.deps[c] == "cc"), None)
    if joiner is not None and len(said) == 2 and said[0] < verb < joiner < said[1]:
        tree.heads[said[1]], tree.deps[said[1]] = said[0], "conj"
        tree.heads[joiner] = said[0]


def _several(tree: Tree, name: Name) -> bool:
    """ "its owners, Lima bakers Bell and Roe, left": the names are those of the several that a noun tells of."""
    noun = name.first - 1
    above = tree.heads[noun]
    if tree.tags[noun] != "NNS" or tree.deps[noun] != "appos" or tree.tags[above] != "NNS":
        return False
    is_definite = any(tree.lowers[c] == "the" or tree.deps[c] == "poss" for c in tree.children[above])
    is_row = any(tree.deps[c] == "conj" and tree.tags[c] == "NNP" for c in tree.children[name.last])
    if not (is_definite and is_row) or tree.heads[name.last] != noun:
        return False
    tree.heads[name.last], tree.deps[name.last] = above, "appos"
    tree.heads[noun], tree.deps[noun] = name.last, "compound"
    return True
