"""Repairs of the parse that names make certain: rows of names, posts in front of them, who is meant by "who".

The statistical parser reads "Department of Homeland Security and Federal Bureau of Investigation are …" with one
name hanging inside the other, and "A, president of X, and B" with the wrong one as president.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from kg.language.commas import repair_commas
from kg.language.families import repair_families
from kg.language.joining import rejoin
from kg.language.lists import repair_lists
from kg.language.repair import settle
from kg.language.spans import Name
from kg.language.titles import join_titles
from kg.language.tree import Tree
from kg.language.wordlists import appointing

JOINERS = frozenset({"and", "or", "&"})
BODIES = frozenset({"ORG", "GPE", "FAC", "MISC", "LOC"})
LISTED = frozenset({"PERSON", "ORG"})
IN_FRONT = frozenset({"NORP", "GPE", "ORG", "MISC"})
PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
LONGEST_POST = 8
SAME = ({"PERSON"}, {"ORG", "GPE", "NORP"}, {"GPE", "LOC", "FAC"})


def repair_rows(tree: Tree, names: Sequence[Name], posts: Collection[str] = (), callings: Collection[str] = ()) -> None:
    """Change heads and labels of the tree in place where the names show that something is wrong.

    Args:
        posts: nouns that say what somebody is ("president", "officer").
        callings: other nouns for people who are no relatives ("songwriter", "survivor").
    """
    before = list(tree.heads), list(tree.deps)
    people = [n for n in names if n.label == "PERSON"]
    changed = [_coordinate(tree, a, b) for a, b in itertools.pairwise(names)]
    changed += [_list(tree, names, i) for i in range(len(names) - 2)]
    changed += [_made(tree, n) for n in people]
    changed += [_beside(tree, n) or _named_behind(tree, n) for n in people if n.first > 0]
    changed.append(repair_commas(tree, names, {*posts, *callings}))
    changed += [_titled(tree, a, b, posts) for a, b in itertools.pairwise(names) if b.label == "PERSON"]
    changed += [_bearer(tree, a, b, posts) for a, b in itertools.pairwise(names) if b.label == "PERSON"]
    changed += [_apposition(tree, i) for i, dep in enumerate(tree.deps) if dep == "appos"]
    persons = {t for n in people for t in range(n.first, n.last + 1)}
    changed += [_next_described(tree, i, persons) for i, dep in enumerate(tree.deps) if dep == "conj"]
    changed += [_priced(tree, n) for n in names]
    changed.append(repair_families(tree, names))
    others = {t for n in names if n.label != "PERSON" for t in range(n.first, n.last + 1)}
    changed += [_who(tree, i, persons, others) for i, word in enumerate(tree.lowers) if word in ("who", "whom")]
    bodies = {t for n in names if n.label in BODIES for t in range(n.first, n.last + 1)}
    changed += [_second_post(tree, i, bodies, posts) for i, dep in enumerate(tree.deps) if dep == "conj"]
    changed += [repair_lists(tree, names), join_titles(tree, names, {*posts, *callings})]
    if any(changed):
        settle(tree, *before)


def _coordinate(tree: Tree, a: Name, b: Name) -> bool:
    """Two names with nothing but "and" between them are conjuncts."""
    if b.first != a.last + 2 or tree.lowers[a.last + 1] not in JOINERS:
        return False
    if not any({a.label, b.label} <= same for same in SAME):
        return False
    first, second = _head(tree, a), _head(tree, b)
    inside_a, inside_b = range(a.first, a.last + 1), range(b.first, b.last + 1)
    crossing = [t for t in inside_b if tree.heads[t] in inside_a and t != second]
    swallowed = tree.heads[first] in inside_b
    if (not swallowed and not crossing) or (a.first == a.last and b.first == b.last):
        return False
    if swallowed:
        tree.deps[first], tree.heads[first] = tree.deps[second], tree.heads[second]
        if tree.heads[first] == second:
            tree.heads[first] = first
    tree.deps[second], tree.heads[second] = "conj", first
    tree.deps[a.last + 1], tree.heads[a.last + 1] = "cc", first
    for t in crossing:
        tree.deps[t], tree.heads[t] = "compound", second
    return True


def _list(tree: Tree, names: Sequence[Name], i: int) -> bool:
    """ "A, B and C": names of people or of bodies in a row, the last behind "and", are conjuncts.

    Posts and nationalities may stand in front of people ("British Prime Minister A, French President B and …").
    """
    row = [names[i]]
    for name in names[i + 1 :]:
        if name.label != row[0].label:
            if name.label in IN_FRONT and row[0].label == "PERSON":
                continue
            break
        between = tree.lowers[row[-1].last + 1 : _opening(tree, name)]
        if between not in ([","], ["and"], [",", "and"]):
            break
        row.append(name)
        if between != [","]:
            break
    else:
        return False
    if row[0].label not in LISTED or len(row) < 3 or tree.lowers[_opening(tree, row[-1]) - 1] != "and":
        return False
    return _join(tree, row)


def _next_described(tree: Tree, noun: int, persons: Collection[int]) -> bool:
    """ "the minister, A, and the chief, B": the chief is joined to the minister, not to A."""
    name = tree.heads[noun]
    is_name = name in persons and tree.deps[name] == "appos" and tree.heads[name] not in persons
    has_own = any(tree.deps[c] == "appos" and c in persons for c in tree.children[noun])
    if not is_name or noun in persons or not has_own or tree.tags[noun] not in ("NN", "NNS"):
        return False
    cc = next((c for c in tree.children[name] if tree.deps[c] == "cc" and c < noun), None)
    if cc is None or tree.words[cc - 1] != ",":
        return False
    tree.heads[noun] = tree.heads[cc] = tree.heads[name]
    return True


def _opening(tree: Tree, name: Name) -> int:
    """The first token of the post and nationality in front of a person's name."""
    first = name.first
    while (
        name.label == "PERSON"
        and first > max(0, name.first - LONGEST_POST)
        and (tree.tags[first - 1] in ("NNP", "NNPS", "JJ", "NN", "HYPH", "POS") or tree.lowers[first - 1] == "of")
    ):
        first -= 1
    return first


def _join(tree: Tree, row: list[Name]) -> bool:
    """Make the names of a row conjuncts, the first of them what hangs from the verb; whether that changed anything."""
    heads = [_head(tree, name) for name in row]
    inside = range(row[0].first, row[-1].last + 1)
    outer = next((h for h in heads if tree.heads[h] not in inside and tree.deps[h] in PARTS), None)
    changed = False
    if outer is not None and outer != heads[0] and tree.deps[heads[0]] not in PARTS:
        tree.deps[heads[0]], tree.heads[heads[0]] = tree.deps[outer], tree.heads[outer]
        changed = True
    for before, head in itertools.pairwise(heads):
        loose = tree.deps[head] == "appos" and tree.heads[head] in heads
        if loose or (outer == head and changed):
            tree.deps[head], tree.heads[head] = "conj", before
            changed = True
    return changed


def _head(tree: Tree, name: Name) -> int:
    """The last token of a name whose head lies outside it; of "Department of X" the first noun."""
    of = next((i for i in range(name.first + 1, name.last) if tree.lowers[i] in ("of", "for")), None)
    if of is not None:
        return of - 1
    outside = [
        i
        for i in range(name.first, name.last + 1)
        if not name.first <= tree.heads[i] <= name.last or tree.heads[i] == i
    ]
    return outside[-1] if outside else name.last


def _who(tree: Tree, pronoun: int, people: set[int], others: set[int]) -> bool:
    """A "who" clause behind "Ban Ki-moon of South Korea" is about the person."""
    clause = tree.heads[pronoun]
    if tree.deps[clause] != "relcl" or tree.heads[clause] not in others:
        return False
    place = tree.heads[clause]
    above = tree.heads[tree.heads[place]]
    if tree.deps[place] == "pobj" and (above in people or tree.pos[above] == "NOUN"):
        tree.heads[clause] = above
        return True
    return False


def _made(tree: Tree, name: Name) -> bool:
    """ "elected Jane Doe president": the person is the object, the post what she is made."""
    post = tree.heads[name.last]
    if (
        post <= name.last
        or tree.deps[name.last] not in ("compound", "nmod")
        or tree.lemmas[tree.heads[post]] not in appointing()
    ):
        return False
    between = range(name.last + 1, post)
    if tree.deps[post] not in ("dobj", "oprd", "attr") or any(tree.heads[t] != post for t in between):
        return False
    if tree.left[post] < tree.left[name.last] or tree.pos[post] != "NOUN":
        return False
    tree.deps[name.last], tree.heads[name.last] = "dobj", tree.heads[post]
    tree.deps[post] = "oprd"
    return True


def _beside(tree: Tree, name: Name) -> bool:
    """ "her husband Liam and son Peter": a name right behind a noun stands beside it and is not joined to it."""
    noun = name.first - 1
    dep, above = tree.deps[name.last], tree.heads[name.last]
    if dep in PARTS and (tree.deps[noun], tree.heads[noun]) == (dep, above) and tree.tags[noun] in ("NN", "NNS"):
        if tree.tags[noun] == "NN":
            tree.deps[noun], tree.heads[noun] = "compound", name.last
        else:
            tree.deps[name.last], tree.heads[name.last] = "appos", noun
        return True
    if (
        tree.tags[noun] == "NN"
        and dep == "dobj"
        and tree.deps[noun] == "pobj"
        and tree.heads[tree.heads[noun]] == above
    ):
        tree.deps[name.last], tree.heads[name.last] = "appos", noun
        return True
    if tree.tags[noun] != "NN" or dep not in ("conj", "appos") or (dep, above) == ("appos", noun):
        return False
    if above != noun and (tree.deps[noun] != "conj" or above not in tree.ancestors(noun)):
        return False
    tree.heads[name.last], tree.deps[name.last] = noun, "appos"
    return True


def _named_behind(tree: Tree, name: Name) -> bool:
    """ "sued the owners, A and B": people are no measure of a deed, but those whom the plural noun in front means."""
    noun = name.first - 2
    if tree.deps[name.last] not in ("npadvmod", "dep") or noun < 0 or tree.words[noun + 1] != ",":
        return False
    if tree.tags[noun] != "NNS" or tree.heads[name.last] not in (tree.heads[noun], tree.heads[tree.heads[noun]]):
        return False
    tree.deps[name.last], tree.heads[name.last] = "appos", noun
    return True


def _titled(tree: Tree, body: Name, person: Name, posts: Collection[str]) -> bool:
    """ "Croatia forward Mario Mandzukic": of a body, a post and a person in a row the person is the head."""
    post = first = person.first - 1
    while tree.tags[first - 1] == "AFX":  # "co" and "-" in front of "founder"
        first -= 1
    if body.last + 1 != first or tree.lemmas[post].lower() not in posts or body.label not in BODIES:
        return False
    inside = range(body.first, person.last + 1)
    outer = next((t for t in inside if tree.heads[t] not in inside or tree.heads[t] == t), person.last)
    if outer == person.last or outer > post:
        return False
    head = person.last
    tree.deps[head], tree.heads[head] = tree.deps[outer], head if tree.heads[outer] == outer else tree.heads[outer]
    for token in (body.last, post):
        tree.deps[token], tree.heads[token] = "compound", head
        tree.tags[token] = "NN" if token == post else tree.tags[token]
    return True


def _bearer(tree: Tree, body: Name, person: Name, posts: Collection[str]) -> bool:
    """ "Co-founder of X, Jane Doe, met Y", "the head of X Jane Doe": a person behind a body is whose post it is."""
    dep, above, gap = tree.deps[person.last], tree.heads[person.last], tree.words[body.last + 1 : person.first]
    inside = range(body.first, body.last + 1)
    if body.label not in BODIES or not (
        (dep == "appos" and gap == [","] and above in inside) or (dep == "pobj" and not gap and _hangs(tree, body))
    ):
        return False
    post = _post_above(tree, above, posts)
    if post is None:
        return False
    if gap and _is_listed(tree, post, person.last):
        tree.deps[person.last], tree.heads[person.last] = "conj", tree.heads[post]
        return True
    for token in inside:
        if tree.heads[token] == person.last:
            if token == body.last:
                tree.heads[token], tree.deps[token] = above, "pobj"
            else:
                tree.heads[token] = body.last
    tree.heads[person.last], tree.deps[person.last] = post, "appos"
    return True


def _is_listed(tree: Tree, post: int, name: int) -> bool:
    """Whether the post is that of the name before it in a list ("A, the bishop of X, B of Y and C"), as no comma
    closes an apposition behind the next one.
    """
    above = tree.heads[post]
    is_before = tree.deps[post] == "appos" and tree.tags[above] == "NNP" and tree.left[post] == above + 2
    is_closed = any(tree.words[t : t + 1] == [","] for t in (name + 1, tree.right[name] + 1))
    return is_before and tree.child(name, "conj") is not None and not is_closed


def _hangs(tree: Tree, body: Name) -> bool:
    """Whether the parser takes a body for a modifier of the name right behind it."""
    return body.last < tree.heads[body.last] <= body.last + 3


def _post_above(tree: Tree, token: int, posts: Collection[str]) -> int | None:
    """The post that a chain of "of", "for", "at", "on" and "to" leads up to."""
    for _ in range(2 * LONGEST_POST):
        if tree.lemmas[token].lower() in posts:
            return token
        if tree.deps[token] not in ("pobj", "prep") or tree.heads[token] > token:
            return None
        if tree.deps[token] == "prep" and tree.lowers[token] not in ("of", "for", "at", "on", "to"):
            return None
        token = tree.heads[token]
    return None


def _apposition(tree: Tree, noun: int) -> bool:
    """ "A and B, the envoy to Z": the apposition right behind a comma describes the name before it, not the first."""
    first, above = tree.left[noun], tree.heads[noun]
    name = first - 2
    if name < 0 or tree.words[first - 1] != "," or tree.tags[noun] != "NN" or above >= name:
        return False
    if tree.deps[name] != "conj" or tree.tags[name] not in ("NNP", "NNPS") or above not in tree.ancestors(name):
        return False
    tree.heads[noun] = name
    return True


def _second_post(tree: Tree, noun: int, bodies: set[int], posts: Collection[str]) -> bool:
    """ "the publisher of X and chairman of Y": a post is joined to the post before it, not to the body between."""
    body, word = tree.heads[noun], tree.lemmas[noun].lower()
    if noun in bodies or body not in bodies or word not in posts or tree.deps[body] != "pobj":
        return False
    first = tree.heads[tree.heads[body]]
    if tree.lemmas[first].lower() not in posts or first in bodies:
        return False
    rejoin(tree, noun, first)
    return True


def _priced(tree: Tree, name: Name) -> bool:
    """ "fined Google 2.4 billion euros": the name in front of a sum is the object, the sum how much."""
    after, sum_ = name.last + 1, tree.heads[name.last]
    if after >= len(tree) or tree.tags[after] not in ("CD", "$", "#") or sum_ <= name.last:
        return False
    while tree.deps[sum_] in ("nummod", "compound", "quantmod"):
        sum_ = tree.heads[sum_]
    verb = tree.heads[sum_]
    if tree.deps[sum_] != "dobj" or tree.pos[verb] != "VERB" or tree.left[sum_] < name.first - 1:
        return False
    tree.heads[name.last], tree.deps[name.last] = verb, "dobj"
    tree.deps[sum_] = "npadvmod"
    return True
