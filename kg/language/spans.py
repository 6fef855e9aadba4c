"""Stretches of tokens that name something, and what the text itself says about where they begin and end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.language.tree import Tree
from kg.language.wordlists import honorifics, words

PERSONAL = frozenset({"PERSON", "ORG", "GPE", "NORP", "PRODUCT"})
ENDING = frozenset({";", ",", ")", "(", "born", "b.", "–", "-", "/"})
LEGAL_FORMS = words("legal form")
PARTIES = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "dative", "conj"})
LONGEST, FIRST_OTHER = 8, 0x370
PARTICLES = words("name particle")
ARTICLES = words("Arabic article")
CAPITAL = frozenset({"Without", "Against", "Beyond"})  # small elsewhere: in a name
OUR_LADY = ["Our", "Lady"]  # the one name that begins with a possessive


@dataclass(slots=True)
class Name:
    """Tokens `first` to `last` (both included) that name something of a spaCy entity type."""

    first: int
    last: int
    label: str


def extended(tree: Tree, name: Name) -> Name:
    """The name with what the tagger cut off: "Jae" before "-in", "Anne Hill" behind "Ruth-", "Klerk" behind "de"."""
    first, last, count = name.first, name.last, len(tree)
    while last + 2 < count and tree.words[last + 1] == "-" and tree.ends[last] == tree.starts[last + 1]:
        if (
            tree.ends[last + 1] != tree.starts[last + 2]
            or not tree.words[last + 2].isalpha()
            or name.label not in PERSONAL
            or (tree.words[last].isupper() and tree.words[last + 2].isupper())
        ):
            break
        last += 2
    is_numbered = tree.lowers[last + 1 : last + 2] == ["of"] and tree.tags[last + 2 : last + 3] == ["CD"]
    if tree.words[last] == "Group" and is_numbered:
        last += 2  # "Group of 20"
    while _is_double(tree, first) and name.label == "PERSON" and first < last:
        first -= 2
    if name.label in PERSONAL and _is_articled(tree, last + 1):
        last += 3
    if name.label in PERSONAL and first > 2 and is_proper(tree, first - 3) and _is_articled(tree, first - 2):
        first -= 3
    while (
        first > 1
        and tree.lowers[first - 1] in PARTICLES
        and tree.words[first - 2][:1].isupper()
        and name.label in PERSONAL
    ):
        first -= 2 if tree.tags[first - 2] == "NNP" else 1
    while first > 1 and name.label in PERSONAL and tree.words[first - 1] == "do" and is_proper(tree, first - 2):
        first -= 2
        while first > 0 and tree.deps[first - 1] == "compound" and tree.heads[first - 1] == first:
            first -= 1
        name.label = "PERSON"
    while last + 2 < count and name.label == "PERSON" and tree.words[last + 1] == "do" and tree.tags[last + 2] == "NNP":
        last += 2  # "Edson Arantes do Nascimento"
    opening = first if tree.words[first] in CAPITAL else first - 1
    if opening > 0 and tree.words[opening] in CAPITAL and tree.words[opening - 1].istitle():
        first, name.label = opening - 1, "ORG"  # "Doctors Without Borders"
    if tree.words[first - 1 : first + 1] == OUR_LADY:
        first -= 1
    if name.label == "ORG" and last + 2 < count and tree.words[last + 1] == "," and is_legal_form(tree, last + 2):
        last += 2
    return Name(first, last, name.label)


def _is_double(tree: Tree, i: int) -> bool:
    """Whether a word is the second part of a name with a hyphen ("Ruth-Anne", not "Major-General" or "R-Texas")."""
    is_behind = i > 1 and tree.words[i - 1] == "-" and tree.words[i - 2].istitle() and tree.words[i].istitle()
    is_behind = is_behind and len(tree.words[i - 2]) > 1 and tree.lowers[i] not in honorifics()
    return is_behind and tree.ends[i - 2] == tree.starts[i - 1] and tree.ends[i - 1] == tree.starts[i]


def _is_articled(tree: Tree, i: int) -> bool:
    """Whether a word is the Arabic article of the next part of a name ("es-" in "Nuri es-Said")."""
    if not 0 < i < len(tree) - 2 or tree.lowers[i] not in ARTICLES or tree.words[i + 1] != "-":
        return False
    is_joined = tree.ends[i] == tree.starts[i + 1] and tree.ends[i + 1] == tree.starts[i + 2]
    return is_joined and tree.words[i + 2].istitle()


def proper_run(tree: Tree, first: int, taken: set[int]) -> int:
    """The last of the proper nouns that go on from one, none of them in `taken`; behind "Ruth-" too."""
    last, count = first, len(tree)
    while last + 1 < count:
        is_double = last == first and last + 2 < count and _is_double(tree, last + 2)
        after = last + (2 if is_double else 3 if _is_articled(tree, last + 1) else 1)
        if not taken.isdisjoint(range(last + 1, after + 1)) or not is_proper(tree, after):
            break
        last = after
    return last


def is_proper(tree: Tree, i: int) -> bool:
    """Whether a word is a proper noun with a capital."""
    return tree.tags[i] in ("NNP", "NNPS") and tree.words[i][:1].isupper()


def is_legal_form(tree: Tree, i: int) -> bool:
    """Whether a word with a capital says of what form in law a company is ("Inc", "Ltd")."""
    return tree.lowers[i] in LEGAL_FORMS and tree.words[i] != tree.lowers[i]


def common_words(tree: Tree) -> set[str]:
    """The nouns that the text also writes in lower case."""
    return {word for word, tag in zip(tree.words, tree.tags, strict=True) if tag in ("NN", "NNS") and word.islower()}


def without_overlap(names: Iterable[Name]) -> Iterator[Name]:
    """The names in order; of two that overlap the longer one, of equals the one given first."""
    taken: set[int] = set()
    kept = []
    for name in sorted(names, key=lambda n: n.first - n.last):
        tokens = range(name.first, name.last + 1)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(name)
    yield from sorted(kept, key=lambda n: n.first)


def spelled_out(tree: Tree, names: list[Name]) -> Iterator[Name]:
    """The long form before a bracketed acronym ("Islamic State (IS)"), after Schwartz and Hearst 2003."""
    for i in range(2, len(tree) - 1):
        short = tree.words[i]
        if tree.words[i - 1] != "(" or tree.words[i + 1] != ")" or not short.isupper() or not 2 <= len(short) <= 8:
            continue
        named = next((n for n in names if n.last == i - 2 and n.label == "ORG"), None)
        if named is not None and named.first < named.last and not any(n.first <= i <= n.last for n in names):
            yield Name(i, i, "ORG")
        for first in range(i - 2, max(-1, i - 2 - 2 * len(short)), -1):
            words = tree.words[first : i - 1]
            if (
                tree.words[first][:1].isupper()
                and (is_acronym(short, " ".join(words)) or is_anagram(short, words))
                and tree.sentence[first] == tree.sentence[i]
            ):
                yield Name(first, i - 2, "ORG")
                yield Name(i, i, "ORG")
                break


def transcribed(tree: Tree, names: list[Name]) -> Iterator[Name]:
    """The name again in its own script or language, in brackets behind it ("Jane Roe (Russian: Джейн Роу; born …)")."""
    for name in names:
        first = name.last + 2
        if first >= len(tree) or tree.words[name.last + 1] != "(" or name.label in ("NORP", "?"):
            continue
        colon = next((i for i in range(first + 1, min(first + 4, len(tree))) if tree.words[i] == ":"), None)
        told = colon is not None and all(word.istitle() for word in tree.words[first:colon])
        first = colon + 1 if told and colon is not None else first
        last = first - 1
        while (
            last + 1 < len(tree) and tree.words[last + 1] not in ENDING and (told or not is_latin(tree.words[last + 1]))
        ):
            last += 1
        if first <= last < first + LONGEST and not tree.words[first].islower():
            yield Name(first, last, name.label)


def across(tree: Tree) -> Iterator[Name]:
    """Names held together by a preposition with a capital, where the line around is no title ("Doctors Without X")."""
    for i, word in enumerate(tree.words[1:-2], 1):
        is_joined = word in CAPITAL and tree.words[i - 1].istitle() and tree.words[i + 1].istitle()
        is_title = tree.words[i + 2].istitle() or (i > 1 and tree.words[i - 2].istitle())
        if is_joined and not is_title:
            yield Name(i - 1, i + 1, "ORG")


def is_latin(word: str) -> bool:
    """Whether a word is written in Latin letters, or in none at all."""
    return all(not c.isalpha() or ord(c) < FIRST_OTHER for c in word)


def repeated(tree: Tree, names: list[Name]) -> Iterator[Name]:
    """Further places where a name of several words stands, what it says before "in", "of" or "for", or its initials.

    Of a person also the surname, though it may be a plain word where it opens a sentence ("Mills agreed").
    """
    known: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for name in names:
        if name.last > name.first and name.label != "?":
            words = tree.words[name.first : name.last + 1]
            known[words[0]].append((words, name.label))
            short = next((n for n, word in enumerate(words) if word in ("in", "of", "for") and n > 1), None)
            if short is not None and name.label == "ORG":
                known[words[0]].append((words[:short], name.label))
    initials = dict(_initials(tree, names))
    people = [n for n in names if n.label == "PERSON" and n.first < n.last]
    surnames = {tree.words[n.last] for n in people} - common_words(tree)
    firsts = {tree.words[n.first] for n in people} - common_words(tree)
    for i, word in enumerate(tree.words):
        for words, label in known.get(word, ()):
            if tree.words[i : i + len(words)] == words:
                yield Name(i, i + len(words) - 1, label)
        if word in initials and (tree.tags[i] == "NNP" or len(word) > 2) and not _is_shouted(tree, i):
            yield Name(i, i, initials[word])
        is_first = word in firsts and tree.tags[i] in ("NNS", "NNP", "NNPS") and not is_proper(tree, i + 1)
        if (word in surnames or is_first) and word.istitle() and tree.deps[i] in PARTIES:
            yield Name(i, i, "PERSON")
    yield from _begun(tree, names)


def _begun(tree: Tree, names: list[Name]) -> Iterator[Name]:
    """A long name without its last word, where only a part of that was found ("Galt Ore" of "Galt Ore Ltd")."""
    whole = [
        (tree.words[n.first : n.last], n.label)
        for n in names
        if n.label != "?" and n.last > n.first + 1 and tree.words[n.last].isalpha()
    ]
    short = [(text, label) for text, label in whole if all(word.istitle() for word in text)]
    for name in names:
        for text, label in short:
            first = name.last - len(text) + 1
            if name.first > first >= 0 and tree.words[first : name.last + 1] == text:
                yield Name(first, name.last, label)


def _initials(tree: Tree, names: list[Name]) -> Iterator[tuple[str, str]]:
    """The article's acronyms, and those of its places ("LA" for Los Angeles), with their labels."""
    for name in names:
        if name.label in ("GPE", "LOC") and name.first < name.last:
            yield "".join(word[0] for word in tree.words[name.first : name.last + 1]), name.label
    for name in names:
        word = tree.words[name.first]
        if name.first == name.last and name.label == "ORG" and word.isupper() and len(word) > 1:
            yield word, name.label


def _is_shouted(tree: Tree, i: int) -> bool:
    """Whether a word stands among others in capitals ("WHO WINS")."""
    beside = [tree.words[k] for k in (i - 1, i + 1) if 0 <= k < len(tree)]
    return any(word.isupper() and len(word) > 2 and word.isalpha() for word in beside)


def is_anagram(short: str, words: list[str]) -> bool:
    """Whether an acronym has the initials of a name in the order of another language ("UAAR")."""
    return len(short) > 3 and sorted(short) == sorted(word[0] for word in words if word[0].isupper())


def is_acronym(short: str, name: str) -> bool:
    """Whether the letters of `short` are initials of `name` in order, from the first word to the last."""
    letters = short.replace(".", "").upper()
    words = re.findall(r"[A-Za-zÀ-ÿ0-9]+", name)
    if not words or not letters:
        return False
    initials = "".join(w[0] for w in words).upper()
    capitals = "".join(w[0] for w in words if w[0].isupper())
    if letters in (capitals, initials):
        return True
    rest = iter(initials)
    in_order = all(c in rest for c in letters)
    return (
        len(letters) >= 3
        and len(capitals) - len(letters) <= 1
        and initials[0] == letters[0]
        and initials[-1] == letters[-1]
        and in_order
    )


def compounded(tree: Tree, nations: frozenset[str]) -> Iterator[Name]:
    """Acronyms of several parts ("SPLM/A", "FARC-EP"); "US-EU" is no one."""
    for i in range(1, len(tree) - 1):
        if tree.words[i] not in ("/", "-") or tree.ends[i - 1] != tree.starts[i] or tree.ends[i] != tree.starts[i + 1]:
            continue
        parts = tree.words[i - 1], tree.words[i + 1]
        is_acronyms = all(part.isupper() and part.isalpha() for part in parts) and len(parts[0]) > 1
        if is_acronyms and len("".join(parts)) > 3 and not nations & set(parts):
            yield Name(i - 1, i + 1, "ORG")
