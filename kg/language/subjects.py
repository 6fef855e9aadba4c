"""Subjects that the parser did not take for such: names as adverbs, nouns that have their verb as a participle."""

from __future__ import annotations

from kg import gazetteer
from kg.language.layout import CALENDAR
from kg.language.quotes import reporting
from kg.language.tree import Tree

ASIDE = frozenset({"advmod", "dep", "npadvmod", "nmod", "amod", "meta"})
SUBJECT = ("nsubj", "nsubjpass", "csubj", "expl")
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def described_name(tree: Tree, start: int) -> bool:
    """ "Brakl, a brewer, bought Y": the name that opens a sentence is the subject, the noun behind it describes it."""
    name = start
    while tree.deps[name] == "compound" and tree.heads[name] == name + 1:
        name += 1
    verb, noun = tree.heads[name], -1
    if tree.tags[name] != "NNP" or tree.deps[name] not in ASIDE or tree.lowers[name].rstrip(".") in CALENDAR:
        return False
    if tree.words[name + 1 : name + 2] == [","] and tree.lowers[name + 2 : name + 3] in (["a"], ["an"], ["the"]):
        noun = tree.child(verb, *SUBJECT[:2]) or -1
    if noun < 0 or tree.left[noun] != name + 2:
        return False
    tree.deps[name] = tree.deps[noun]
    tree.heads[noun], tree.deps[noun] = name, "appos"
    return True


def in_town(tree: Tree, start: int) -> bool:
    """ "In Berne ministers were meeting": with no comma between, the people behind the town are the subject."""
    town, people, verb = start + 1, start + 2, start + 3
    if verb >= len(tree) or tree.lowers[start] not in ("in", "at") or tree.tags[town:verb] != ["NNP", "NNS"]:
        return False
    main = tree.heads[start]
    is_front = main > people and tree.heads[town] == people and tree.child(start, "pobj") in (None, people)
    subject = tree.child(main, *SUBJECT)
    if not is_front or subject not in (None, people) or tree.tags[verb] not in FINITE:
        return False
    if verb != main and tree.heads[verb] != main:
        return False
    tree.heads[town], tree.deps[town] = start, "pobj"
    tree.heads[people], tree.deps[people] = main, tree.deps[people] if subject == people else "nsubj"
    return True


def adverbial_name(tree: Tree, i: int) -> bool:
    """ "Analysts say Vakly buys X": a capital inside a sentence makes a name of a supposed adverb before its verb."""
    verb = tree.heads[i]
    is_inside = 0 < i < len(tree) - 1 and (tree.words[i - 1].islower() or tree.words[i - 1] in ("'s", "’s"))
    if not is_inside or not tree.words[i].istitle() or not tree.words[i + 1].islower() or tree.deps[i] != "advmod":
        return False
    if tree.tags[i + 1] not in FINITE or not i < verb <= i + 4:
        return False
    subject = tree.child(verb, *SUBJECT)
    owner = subject is not None and subject + 2 == i and tree.words[i - 1] in ("'s", "’s")
    if subject is not None and not owner:
        return False
    tree.tags[i], tree.pos[i], tree.deps[i] = "NNP", "PROPN", "nsubj"
    if subject is not None:
        tree.heads[subject], tree.deps[subject] = i, "poss"
    return True


def first_name(tree: Tree, i: int) -> bool:
    """ "Clive Hill, 58, left": the first name in front of a surname is no adjective."""
    word, surname = tree.words[i], i + 1
    is_before = surname < len(tree) and tree.heads[i] == surname and tree.tags[surname] == "NNP"
    is_aged = tree.tags[surname + 1 : surname + 4] == [",", "CD", ","]
    is_name = word.istitle() and word not in gazetteer.demonyms() and (is_aged or word in gazetteer.first_names())
    if not (is_before and is_name):
        return False
    tree.tags[i], tree.pos[i], tree.deps[i] = "NNP", "PROPN", "compound"
    return True


def described_twice(tree: Tree, verb: int) -> bool:
    """ "Ann Bell, the first to sit there and, in old age, a heroine, died": what she was too is no subject."""
    subjects = [c for c in tree.children[verb] if tree.deps[c] in SUBJECT[:2] and c < verb]
    if len(subjects) != 2 or tree.tags[subjects[0]] != "NNP" or tree.tags[subjects[1]] != "NN":
        return False
    name, noun = subjects
    first = tree.child(name, "appos")
    joiner = None if first is None else tree.child(first, "cc")
    if first is None or joiner is None or not joiner < noun or tree.lowers[tree.left[noun]] not in ("a", "an"):
        return False
    tree.heads[noun], tree.deps[noun] = first, "conj"
    return True


def behind_front(tree: Tree, verb: int) -> bool:
    """ "At a dinner for X, Ann Bell thanked Y": the name right before a verb without subject is its subject.

    Not what stands beside the last name of the phrase in front.
    """
    name = verb - 1
    is_open = tree.tags[verb] in ("VBD", "VBZ") and tree.child(verb, *SUBJECT, "aux", "auxpass") is None
    if is_open and name > 0 and tree.words[name] == ",":
        noun = tree.heads[name - 1]
        name = noun if tree.deps[name - 1] == tree.deps[noun] == "appos" else name  # "At a school, its head, X, said"
    is_name = tree.tags[name] == "NNP" or name < verb - 1
    if not is_open or name < 1 or not is_name or tree.deps[name] not in ("appos", "conj"):
        return False
    above = [t for t in tree.ancestors(name) if tree.heads[t] == verb]
    is_fronted = bool(above) and tree.deps[above[0]] == "prep" and above[0] < name
    if not is_fronted or tree.words[tree.left[name] - 1] != ",":
        return False
    tree.heads[name], tree.deps[name] = verb, "nsubj"
    return True


def behind_noun(tree: Tree, verb: int) -> bool:
    """ "In a letter sent by his lawyers the mayor, 64, denied it": with no comma between, the mayor did."""
    if tree.tags[verb] not in ("VBD", "VBZ") or tree.child(verb, *SUBJECT, "aux", "auxpass") is not None:
        return False
    for noun in (t for t in range(verb) if tree.deps[t] == "appos" and tree.right[t] in (verb - 1, verb - 2)):
        first = tree.left[noun]
        above = [t for t in tree.ancestors(noun) if tree.heads[t] == verb]
        is_fronted = bool(above) and tree.deps[above[0]] == "prep" and above[0] < noun
        if is_fronted and tree.lowers[first] == "the" and tree.heads[noun] == first - 1:
            tree.heads[noun], tree.deps[noun] = verb, "nsubj"
            return True
    return False


def verbless(tree: Tree, verb: int) -> bool:
    """ "The president named Jane Doe minister.": a past tense with an object is no participle of its subject.

    Nor is one that a finite verb is joined to: "The captain signed until 2022 and was presented on Friday".
    """
    noun, joined = tree.heads[verb], tree.child(verb, "conj")
    is_past = tree.tags[verb] == "VBD" and tree.child(verb, "dobj", "oprd") is not None
    helper = None if joined is None else tree.child(joined, "auxpass", "aux")
    is_joined = joined is not None and tree.tags[joined if helper is None else helper] == "VBD"
    is_joined = is_joined and tree.child(joined or 0, "nsubj", "nsubjpass") is None
    is_joined = is_joined and tree.lowers[verb].endswith("ed") and tree.child(verb, "agent", "auxpass") is None
    is_joined |= tree.words[verb - 1] == "," and _says_that(tree, verb)
    if tree.deps[noun] != "ROOT" or not (is_past or is_joined):
        return False
    if tree.pos[noun] not in ("NOUN", "PROPN") or any(tree.tags[t] in ("VBZ", "VBP", "MD") for t in tree.subtree(noun)):
        return False
    tree.deps[verb], tree.heads[verb], tree.tags[verb] = "ROOT", verb, "VBD"
    for child in tree.children[noun]:
        if child > verb:
            tree.heads[child] = verb
    tree.deps[noun], tree.heads[noun] = "nsubj", verb
    return True


def _says_that(tree: Tree, verb: int) -> bool:
    """Whether a participle tells what somebody says, as none does that is passive ("the owner, X, announced that")."""
    said = tree.child(verb, "ccomp")
    is_that = said is not None and any(tree.lowers[c] == "that" for c in tree.children[said])
    is_of_many = tree.lemmas[verb] in ("tell", "inform", "warn", "ask")  # "The owner, told that it was late, left"
    return is_that and tree.lemmas[verb] in reporting() and not is_of_many and tree.child(verb, "auxpass") is None


def behind_until(tree: Tree, verb: int) -> bool:
    """ "He ruled until a row with his deputy, X, brought him down": what stands behind "until" is its subject."""
    end = verb - 1
    if tree.tags[verb] != "VBD" or tree.deps[verb] != "conj" or tree.words[end] != ",":
        return False
    if tree.child(verb, *SUBJECT) is not None:
        return False
    for until in (i for i in range(verb) if tree.lowers[i] == "until" and tree.sentence[i] == tree.sentence[verb]):
        noun = tree.child(until, "pobj")
        if noun is None or tree.right[noun] not in (end, end - 1):
            continue
        if any(tree.deps[t] == "appos" and tree.words[tree.left[t] - 1] == "," for t in tree.subtree(noun)):
            tree.heads[verb], tree.deps[verb] = tree.heads[until], "advcl"
            tree.heads[noun], tree.deps[noun] = verb, "nsubj"
            tree.heads[until], tree.deps[until] = verb, "mark"
            return True
    return False
