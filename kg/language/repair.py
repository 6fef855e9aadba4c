"""Small repairs of the parse that names and voice make certain; run once names are known.

The statistical parser reads "Department of Homeland Security and Federal Bureau of Investigation are …" with one
name hanging inside the other, hangs a passive's "by" phrase on the nearest noun, and takes the verb of "The two
discussed talks" for an adjective.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from kg.language.spans import Name
from kg.language.tree import Tree

PREFIXES = frozenset({"co", "re", "ex", "vice"})
MADE = frozenset(
    {"elect", "name", "appoint", "make", "choose", "crown", "designate", "re-elect", "reelect", "proclaim"}
)
JOINERS = frozenset({"and", "or", "&"})
PAIR = frozenset({"two", "pair", "duo", "three", "trio", "couple", "four"})
BODIES = frozenset({"ORG", "GPE", "FAC", "MISC", "LOC"})
LISTED = frozenset({"PERSON", "ORG"})
IN_FRONT = frozenset({"NORP", "GPE", "ORG", "MISC"})
PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
LONGEST_POST = 8
SAME = ({"PERSON"}, {"ORG", "GPE", "NORP"}, {"GPE", "LOC", "FAC"})


def repair(tree: Tree, names: Sequence[Name], bound: Collection[str] = (), posts: Collection[str] = ()) -> None:
    """Change heads and labels of the tree in place where something is certainly wrong.

    Args:
        bound: participles that lead with "to" to a person ("married").
        posts: nouns that say what somebody is ("president", "officer").
    """
    before = list(tree.heads), list(tree.deps)
    changed = [_coordinate(tree, a, b) for a, b in itertools.pairwise(names)]
    changed += [_list(tree, names, i) for i in range(len(names) - 2)]
    changed += [_made(tree, n) for n in names if n.label == "PERSON"]
    changed += [_beside(tree, n) for n in names if n.label == "PERSON" and n.first > 0]
    changed += [_titled(tree, a, b, posts) for a, b in itertools.pairwise(names) if b.label == "PERSON"]
    changed += [_apposition(tree, i) for i, dep in enumerate(tree.deps) if dep == "appos"]
    people = {t for n in names if n.label == "PERSON" for t in range(n.first, n.last + 1)}
    others = {t for n in names if n.label != "PERSON" for t in range(n.first, n.last + 1)}
    changed += [_who(tree, i, people, others) for i, word in enumerate(tree.lowers) if word in ("who", "whom")]
    changed += [_agent(tree, i) for i, dep in enumerate(tree.deps) if dep == "auxpass"]
    changed += [_prefix(tree, i) for i, word in enumerate(tree.lowers) if word in PREFIXES]
    changed += [_counted_subject(tree, start) for start, _ in tree.sentences]
    changed += [_married(tree, i) for i, word in enumerate(tree.lowers) if word in bound]
    changed += [_fronted(tree, start) for start, _ in tree.sentences]
    changed += [_up_to(tree, i) for i, word in enumerate(tree.lowers) if word == "up"]
    changed += [_copula(tree, i) for i, dep in enumerate(tree.deps) if dep == "dobj"]
    changed += [_predicate(tree, i) for i, dep in enumerate(tree.deps) if dep == "conj"]
    bodies = {t for n in names if n.label in BODIES for t in range(n.first, n.last + 1)}
    changed += [_second_post(tree, i, bodies, posts) for i, dep in enumerate(tree.deps) if dep == "conj"]
    if not any(changed):
        return
    if not is_forest(tree.heads):
        tree.heads, tree.deps = before
    tree.rebuild()


def is_forest(heads: Sequence[int]) -> bool:
    """Whether every token leads up to a root, so that nothing that climbs the tree goes in circles."""
    safe: set[int] = set()
    for token in range(len(heads)):
        path = []
        while token not in safe:
            path.append(token)
            above = heads[token]
            if above == token:
                break
            if above in path:
                return False
            token = above
        safe.update(path)
    return True


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
        or tree.lemmas[tree.heads[post]] not in MADE
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
    if tree.tags[noun] == "NN" and dep in PARTS and (tree.deps[noun], tree.heads[noun]) == (dep, above):
        tree.deps[noun], tree.heads[noun] = "compound", name.last
        return True
    if tree.tags[noun] != "NN" or dep not in ("conj", "appos") or (dep, above) == ("appos", noun):
        return False
    if above != noun and (tree.deps[noun] != "conj" or above not in tree.ancestors(noun)):
        return False
    tree.heads[name.last], tree.deps[name.last] = noun, "appos"
    return True


def _titled(tree: Tree, body: Name, person: Name, posts: Collection[str]) -> bool:
    """ "Croatia forward Mario Mandzukic": of a body, a post and a person in a row the person is the head."""
    post = person.first - 1
    if body.last + 1 != post or tree.lemmas[post].lower() not in posts or body.label not in BODIES:
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


def _prefix(tree: Tree, i: int) -> bool:
    """What the tokenizer cuts in three ("co-founded") hangs together under its last part."""
    last = i + 2
    if (
        last >= len(tree)
        or tree.words[i + 1] != "-"
        or tree.ends[i] != tree.starts[i + 1]
        or tree.ends[i + 1] != tree.starts[last]
    ):
        return False
    parts = range(i, last + 1)
    outer = next(t for t in parts if not any(above in parts for above in tree.ancestors(t)))
    is_verb = tree.tags[last].startswith("VB") and tree.pos[outer] in ("VERB", "AUX", "NOUN", "PROPN")
    was_root = tree.heads[outer] == outer
    tree.deps[last], tree.heads[last] = tree.deps[outer], last if was_root else tree.heads[outer]
    if is_verb:
        tree.pos[last] = "VERB"
        tree.tags[last] = (
            "VBD" if tree.tags[last] == "VBN" and tree.child(outer, "auxpass") is None else tree.tags[last]
        )
        name = i - 1
        if i > 0 and tree.heads[name] == i and tree.deps[name] == "compound" and tree.tags[name] == "NNP":
            tree.deps[name] = "nsubj"
    for t in (i, i + 1):
        tree.deps[t], tree.heads[t], tree.pos[t], tree.tags[t] = "compound", last, "X", "AFX"
    for t, head in enumerate(tree.heads):
        if head in (i, i + 1) and t not in parts:
            tree.heads[t] = last
    return True


def _fronted(tree: Tree, start: int) -> bool:
    """ "A native of Detroit, he graduated …": the noun phrase in front describes the subject."""
    noun = next((a for a in (start, *tree.ancestors(start)) if tree.pos[a] == "NOUN"), None)
    if noun is None or tree.left[noun] != start or tree.deps[noun] not in ("advcl", "npadvmod", "dep", "nsubj"):
        return False
    verb, last = tree.heads[noun], tree.right[noun]
    subject = next((c for c in tree.children[verb] if c > last and tree.deps[c] in ("nsubj", "nsubjpass")), None)
    if subject is None or last + 1 >= len(tree) or tree.words[last + 1] != "," or tree.left[subject] != last + 2:
        return False
    tree.heads[noun], tree.deps[noun] = subject, "appos"
    return True


def _married(tree: Tree, participle: int) -> bool:
    """ "married to actress X": no infinitive, but the title of a person."""
    to, title = participle + 1, participle + 2
    if title + 1 >= len(tree) or tree.lowers[to] != "to" or tree.heads[to] != title or tree.tags[title] != "VB":
        return False
    person = tree.child(title, "dobj")
    if person is None or tree.tags[person] not in ("NNP", "NNPS"):
        return False
    for child in tree.children[title]:
        tree.heads[child] = person
    tree.deps[to], tree.heads[to] = "prep", participle
    tree.deps[person], tree.heads[person] = "pobj", to
    tree.deps[title], tree.heads[title], tree.pos[title], tree.tags[title] = "compound", person, "NOUN", "NN"
    return True


def _predicate(tree: Tree, noun: int) -> bool:
    """ "X is an economist, and chief executive of Y": the noun joined to the copula is joined to its predicate noun."""
    copula = tree.heads[noun]
    if tree.lemmas[copula] != "be" or tree.pos[noun] not in ("NOUN", "PROPN"):
        return False
    predicate = tree.child(copula, "attr")
    if predicate is None or not predicate < noun or tree.child(noun, "nsubj", "aux", "cop") is not None:
        return False
    tree.heads[noun] = predicate
    return True


def _up_to(tree: Tree, up: int) -> bool:
    """ "kidnapped up to 16 advisers": what is counted is the object, not what "to" leads to."""
    verb, to = tree.heads[up], up + 1
    if to + 1 >= len(tree) or tree.lowers[to] != "to" or tree.tags[to + 1] != "CD" or tree.pos[verb] != "VERB":
        return False
    counted = tree.heads[to + 1]
    if tree.deps[counted] != "pobj" or tree.heads[counted] != to or tree.child(verb, "dobj") is not None:
        return False
    tree.heads[counted], tree.deps[counted] = verb, "dobj"
    for token in (up, to):
        tree.heads[token], tree.deps[token] = to + 1, "quantmod"
    return True


def _copula(tree: Tree, noun: int) -> bool:
    """ "She was until May the head of X": what she was is no object."""
    verb = tree.heads[noun]
    if tree.lemmas[verb] != "be" or tree.pos[noun] not in ("NOUN", "PROPN") or tree.child(verb, "attr") is not None:
        return False
    tree.deps[noun] = "attr"
    return True


def _second_post(tree: Tree, noun: int, bodies: set[int], posts: Collection[str]) -> bool:
    """ "the publisher of X and chairman of Y": a post is joined to the post before it, not to the body between."""
    body, word = tree.heads[noun], tree.lemmas[noun].lower()
    if noun in bodies or body not in bodies or word not in posts or tree.deps[body] != "pobj":
        return False
    first = tree.heads[tree.heads[body]]
    if tree.lemmas[first].lower() not in posts or first in bodies:
        return False
    tree.heads[noun] = first
    for child in tree.children[body]:
        if tree.deps[child] == "cc" and child < noun:
            tree.heads[child] = first
    return True


def _agent(tree: Tree, auxiliary: int) -> bool:
    """A passive without agent gets the "by" phrase that hangs from a noun in its "about" or "of" phrase."""
    verb = tree.heads[auxiliary]
    if tree.child(verb, "agent") is not None:
        return False
    for child in tree.children[verb]:
        if tree.deps[child] != "prep" or tree.lowers[child] not in ("about", "of", "on"):
            continue
        noun = tree.child(child, "pobj")
        for by in tree.children[noun] if noun is not None else ():
            if tree.lowers[by] == "by" and tree.deps[by] in ("prep", "agent"):
                tree.heads[by], tree.deps[by] = verb, "agent"
                return True
    return False


def _counted_subject(tree: Tree, start: int) -> bool:
    """ "The two discussed climate talks": a verbless sentence whose participle follows a bare number is a clause."""
    if start + 3 >= len(tree) or tree.lowers[start] not in ("the", "both") or tree.lowers[start + 1] not in PAIR:
        return False
    verb = start + 2
    noun = tree.heads[verb]
    if tree.tags[verb] not in ("VBN", "VBD") or tree.deps[verb] not in ("amod", "acl") or tree.heads[start + 1] != noun:
        return False
    tree.deps[verb], tree.heads[verb] = (
        tree.deps[noun],
        tree.heads[noun] if tree.heads[noun] != noun else verb,
    )
    tree.deps[noun], tree.heads[noun] = "dobj", verb
    tree.deps[start + 1], tree.heads[start + 1] = "nsubj", verb
    tree.heads[start] = start + 1
    tree.pos[verb], tree.tags[verb] = "VERB", "VBD"
    for child in list(tree.children[noun]):
        if tree.deps[child] == "punct":
            tree.heads[child] = verb
    return True
