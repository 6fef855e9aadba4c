"""Where a name ends and what is none: verbs, dates and homes inside it, time zones, firms of two surnames."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kg import gazetteer
from kg.language.labels import JOINERS, Labels, is_place
from kg.language.layout import CALENDAR, DAYS, MONTHS
from kg.language.spans import PARTICLES, Name
from kg.language.tree import Tree
from kg.language.wordlists import honorifics, postnominals, words

TEARING = PARTICLES | {"do", "-"}  # "Maria do Carmo Bell", "Jan-ul-Bell"
LONGEST_PARTICLE = 4
ACTING = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "agent", "conj"})
NUMBERS = frozenset({"CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"})
REGNAL = words("regnal")
PLACES = frozenset({"LOC", "GPE", "FAC"})
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "esq"}) | {title.rstrip(".") for title in postnominals()}
ZONES = frozenset(
    {"GMT", "UTC", "BST", "CET", "CEST", "EST", "EDT", "CST", "CDT", "MST", "PST", "PDT", "ET", "JST", "IST"}
)
HALVES = ({"North", "South"}, {"East", "West"}, {"Northern", "Southern"}, {"Eastern", "Western"})
PARTS_OF_TOWNS = words("part of a town")
PARTISAN = words("partisan")
TRYING = frozenset({"court", "tribunal", "commission", "chamber", "chambers"})
NUMBERED_CLUB = re.compile("[0-9]+ers")


def ends_name(tree: Tree, i: int) -> bool:
    """Whether no name runs over a token: a line break, a verb ("Charlie founded Strood Consulting"), "on Friday"."""
    is_day = tree.deps[i] == "pobj" and tree.lowers[i] in DAYS and tree.lowers[tree.heads[i]] == "on"
    is_verb = tree.tags[i] in ("VBD", "VBZ") and tree.words[i].islower() and tree.words[i] not in PARTICLES
    return is_day or is_verb or tree.pos[i] == "SPACE"


def called_as_times(tree: Tree, names: list[Name]) -> Iterator[Name]:
    """Supposed dates that are a surname of somebody in the text ("Theresa May … May resigned", "… May's deal")."""
    surnames = {tree.words[n.last] for n in names if n.label == "PERSON" and n.first < n.last}
    for i, word in enumerate(tree.words):
        acts = tree.deps[i] in ACTING or tree.tags[i - 1].startswith("VB")
        if word in surnames and word.lower() in CALENDAR and acts:
            is_person = not any(n.first <= i <= n.last and (n.label != "DATE" or n.first < n.last) for n in names)
            if is_person and not any(tree.tags[c] == "CD" for c in tree.children[i]):
                yield Name(i, i, "PERSON")


def _is_doubled(tree: Tree, a: Name, b: Name) -> bool:
    """Whether one surname stands twice, as firms are called ("Faber and Faber")."""
    is_joined = a.last + 2 == b.first and tree.lowers[a.last + 1] in JOINERS
    return is_joined and a.first == a.last and tree.words[a.first : a.last + 1] == tree.words[b.first : b.last + 1]


def _is_one_party(tree: Tree, a: Name, b: Name) -> bool:
    """Whether a name ends in an adjective and a party goes on ("the Social Democratic and Labour Party")."""
    is_joined = a.last + 2 == b.first and tree.lowers[a.last + 1] in JOINERS and a.first < a.last
    return is_joined and tree.lowers[a.last] in PARTISAN and tree.lowers[b.last] == "party"


def joined_label(tree: Tree, a: Name, b: Name) -> str | None:
    """The label of the one name that two are, by what stands between them, None where they are two."""
    if _is_colony(tree, a, b):
        return "GPE"
    if _is_doubled(tree, a, b) or _is_one_party(tree, a, b):
        return "ORG"
    return a.label if _is_for(tree, a, b) else b.label if _is_beside(tree, a, b) else None


def is_one(tree: Tree, a: Name, b: Name) -> bool:
    """Whether the tagger cut one name in two: equal types side by side, linked, no known places ("Volvo Cars")."""
    is_beside = b.label == "PERSON" and tree.deps[b.last] == "appos" and a.first <= tree.heads[b.last] <= a.last
    is_trade = a.label == "ORG" and b.label == "?" and tree.tags[b.last] == "NNPS"
    if (
        a.last + 1 != b.first
        or (a.label != b.label and not is_trade)
        or a.label == "NORP"
        or not (is_beside or tree.heads[a.last] in range(b.first, b.last + 1))
    ):
        return False
    known = gazetteer.country_names(), gazetteer.regions(), gazetteer.cities()
    return not any(tree.slice(n.first, n.last) in names for n in (a, b) for names in known)


def is_torn(tree: Tree, a: Name, b: Name) -> bool:
    """Whether particles in the middle of a name cut it in two ("Maria do Carmo Bell", "Jan-ul-Bell")."""
    between = tree.lowers[a.last + 1 : b.first]
    is_cut = 0 < len(between) <= LONGEST_PARTICLE and set(between) <= TEARING and set(between) != {"-"}
    is_hyphened = "-" not in between or tree.ends[a.last] == tree.starts[a.last + 1]
    is_named = a.label == "PERSON" or tree.slice(a.first, a.last) in gazetteer.first_names()
    return is_cut and is_hyphened and is_named and b.label in ("PERSON", "ORG", "?", "MISC")


def _is_for(tree: Tree, a: Name, b: Name) -> bool:
    """Whether a body or land is named by what it is for or where ("Special Court for X", "Autonomous Region in X")."""
    joiner = a.last + 1
    if tree.lowers[joiner + 1 : b.first] not in ([], ["the"]) or joiner >= b.first:
        return False
    if tree.lowers[joiner] == "for" and tree.heads[joiner] == a.last:
        return tree.lowers[a.last] in TRYING and b.label in ("GPE", "LOC", "ORG") and a.first < a.last
    is_self_ruled = tree.lowers[a.first] == "autonomous" and a.label in ("GPE", "LOC", "ORG")
    if not is_self_ruled or tree.lowers[joiner] not in ("in", "of"):
        return False
    tree.heads[joiner] = a.last
    tree.rebuild()
    return True


def _is_beside(tree: Tree, a: Name, b: Name) -> bool:
    """Whether the parse takes the parts of one name for two, none of them behind a comma ("Her mother, X Y, sang")."""
    above = tree.heads[a.last]
    is_beside = a.last + 1 == b.first and tree.deps[a.last] == tree.deps[b.last] == "appos"
    if not is_beside or tree.heads[b.last] != above or "NORP" in (a.label, b.label):
        return False
    tree.heads[a.last], tree.deps[a.last] = b.last, "compound"
    tree.rebuild()
    return True


def _is_colony(tree: Tree, a: Name, b: Name) -> bool:
    """Whether one nation's word stands before another's country, as colonies are called ("Portuguese Guinea")."""
    nation = gazetteer.demonyms().get(tree.words[a.first])
    country = gazetteer.country_names().get(tree.slice(b.first, b.last))
    is_pair = a.first == a.last == b.first - 1 and nation is not None and country is not None
    is_alone = is_pair and nation != country and tree.deps[b.last] not in ("compound", "nmod", "poss")
    return is_alone and tree.heads[a.last] == b.last and tree.tags[a.last] in ("JJ", "NNP")


def is_time(tree: Tree, name: Name) -> bool:
    """Whether it is the time zone behind a time ("15:11 GMT"), or a day ("Oct 4")."""
    if name.first == name.last:
        return tree.words[name.first] in ZONES and tree.tags[name.first - 1] == "CD"
    rest = tree.words[name.first + 1 : name.last + 1]
    return tree.lowers[name.first].rstrip(".") in MONTHS and all(word.isdecimal() or word == "," for word in rest)


def is_age_alone(tree: Tree, name: Name) -> bool:
    """Whether a supposed name is the age that somebody had ("dies at 104")."""
    return tree.lowers[name.first - 1] in ("at", "aged") and tree.slice(name.first, name.last).isdecimal()


def home(tree: Tree, name: Name) -> list[int]:
    """The "of" between a full name and a country ("Irina Bokova of Bulgaria"), not in "Prince Felipe of Spain"."""
    of = next((i for i in range(name.first + 2, name.last) if tree.lowers[i] == "of"), None)
    if name.label != "PERSON" or of is None or any(tree.lowers[i] in REGNAL for i in range(name.first - 1, of)):
        return []
    return [of] if tree.slice(of + 1, name.last) in gazetteer.country_names() else []


def cuts(tree: Tree, name: Name) -> list[int]:
    """The tokens inside a supposed name at which it ends, in order."""
    ends = (i for i in range(name.first, name.last + 1) if ends_name(tree, i))
    return sorted({*ends, *home(tree, name), *_commas(tree, name), *_compared(tree, name), *_opposite(tree, name)})


def is_set_apart(tree: Tree, first: int, last: int) -> bool:
    """Whether words are a country's name, or behind "in" a town's: no part of the name after them."""
    place, before = tree.slice(first, last), tree.lowers[first - 1]
    return place in gazetteer.country_names() or (before in ("in", "near") and place in gazetteer.cities())


def _opposite(tree: Tree, name: Name) -> list[int]:
    """The "and" between two halves of a land ("North and South Korea")."""
    first, joining, second = tree.words[name.first], name.first + 1, name.first + 2
    is_pair = second < name.last and {first, tree.words[second]} in HALVES and tree.lowers[joining] == "and"
    return [joining] if is_pair else []


def _compared(tree: Tree, name: Name) -> list[int]:
    """The preposition between two names ("compared Ann Bell to Tom Hill")."""
    inside = range(name.first + 1, name.last) if name.label in ("PERSON", "ORG", "GPE") else ()
    return [i for i in inside if tree.lowers[i] in ("to", "as") and tree.tags[i] in ("IN", "TO")]


def _commas(tree: Tree, name: Name) -> list[int]:
    """The comma between two names ("In Oslo, Ann Bell sang", "asked by Hill, Bell, 50, left"), not "Tom Hill, Jr."."""
    commas = [i for i in range(name.first + 1, name.last) if tree.words[i] == ","]
    is_there = tree.lowers[name.first - 1] in ("at", "in", "near") and tree.deps[name.last] in ("nsubj", "nsubjpass")
    if commas and is_there and name.last > commas[-1] + 1:
        return commas
    aged = tree.tags[name.last + 1 : name.last + 4] == [",", "CD", ","]
    return [i for i in commas if (name.label == "PERSON" or aged) and tree.lowers[i + 1].rstrip(".") not in GENERATIONS]


def is_plain_noun(tree: Tree, i: int, labels: Labels, nouns: Collection[str]) -> bool:
    """Whether a word has its capital only from opening its sentence ("Success, she said, had come late").

    Args:
        nouns: those for people and bodies ("Gunmen fled").
    """
    word, opening = tree.words[i], tree.sentences[tree.sentence[i]][0]
    is_known = word in labels.known or is_place(word) or word in gazetteer.first_names()
    is_once = tree.words.count(word) == 1 and word.istitle() and not is_known
    is_many = tree.tags[i] == "NNS" and tree.lemmas[i] in nouns
    is_bare = tree.tags[i] == "NN" and tree.words[i + 1 : i + 2] == [","]
    return is_once and i == opening and (is_many or is_bare)


def is_misread(tree: Tree, name: Name) -> bool:
    """Whether a supposed number is a name ("SoftPlus")."""
    return name.label in NUMBERS and all(
        tree.tags[i] == "NNP" and tree.words[i].isalpha() for i in range(name.first, name.last + 1)
    )


def sum_alone(tree: Tree, name: Name) -> Name:
    """A sum without the name in front of it ("Google 2.4 billion euros")."""
    first = name.first
    while name.label in NUMBERS and first < name.last and tree.tags[first] == "NNP" and tree.words[first].isalpha():
        first += 1
    is_sum = tree.tags[first] in ("CD", "$", "#")
    return Name(first if is_sum else name.first, name.last, name.label)


def as_person(tree: Tree, name: Name) -> Name:
    """A first name and a surname, one of which the tagger took for a place or a body ("Marta" or "Ruiz" alone)."""
    if name.label not in ("GPE", "ORG", "NORP") or name.first != name.last:
        return name
    for first, last in ((name.first, name.last + 1), (name.first - 1, name.last)):
        is_pair = first >= 0 and last < len(tree) and tree.deps[first] == "compound" and tree.heads[first] == last
        if is_pair and tree.tags[first] == tree.tags[last] == "NNP" and tree.words[last].istitle():
            word = tree.words[first]
            if word in gazetteer.first_names() and not is_place(word) and word.lower() not in honorifics():
                return Name(first, last, "PERSON")
    return name


def as_club(tree: Tree, name: Name) -> Name:
    """A city with the word before or the number behind that makes it a club ("Real Madrid", "San Francisco 49ers")."""
    first = name.first + (tree.lowers[name.first] == "the")
    before, after = first - 1, name.last + 1
    if tree.slice(first, name.last) not in gazetteer.cities():
        return name
    if after < len(tree) and NUMBERED_CLUB.fullmatch(tree.words[after]) and tree.heads[name.last] == after:
        return Name(first, after, "ORG")
    is_inside = before >= 0 and tree.deps[before] == "compound" and tree.heads[before] == name.last
    if name.label != "GPE" or not is_inside or tree.tags[before] != "NNP" or not tree.words[before].istitle():
        return name
    is_apart = tree.lowers[before] in PARTS_OF_TOWNS or tree.lowers[before] in honorifics()
    return name if is_apart or is_place(tree.words[before]) else Name(before, name.last, "ORG")


def with_nation(tree: Tree, name: Name, labels: Labels) -> Name:
    """The name of a place with the nationality word that it begins with ("Spanish Town", "Spanish Bay Crew")."""
    first = name.first
    is_place = tree.words[first].istitle() and labels.headwords.get(tree.lowers[first]) in PLACES
    is_whole = is_place and first > 0 and tree.words[first - 1] in gazetteer.demonyms()
    behind = name.last + 1
    is_begun = first == name.last and tree.tags[first] == "NNP" and tree.words[first] in gazetteer.demonyms()
    if is_begun and tree.tags[behind : behind + 1] == ["NNP"] and tree.words[behind].istitle():
        label = labels.headwords.get(tree.lowers[behind])
        return Name(first, behind, label) if label in PLACES else name
    return Name(first - 1, name.last, name.label) if is_whole else name
