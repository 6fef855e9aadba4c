"""Titles of films, books and series: what stands in quotation marks in a sentence that speaks of such works."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.language.spans import Name
from kg.language.tree import Tree
from kg.ontology import Ontology

OPENERS = frozenset({"“", "``", "«", '"', "‘"})
CLOSERS = frozenset({"”", "''", "»", '"', "’"})
SMALL = frozenset("a an the of in on at to for and or with from by as upon s 's ’s : , - ! ? . &".split())
SAYING = frozenset({"WP", "WRB", "PRP", "VBZ", "VBD", "VBP", "MD"})
CALLED = frozenset({"as", "called", "dubbed", "nicknamed"})
ISSUED = frozenset({"released", "published", "recorded", "premiered"})
LONGEST, NEAR = 10, 14
LABEL, WORK = "WORK_OF_ART", "kgo:Work"


def works(tree: Tree, kinds: Collection[str]) -> Iterator[Name]:
    """The quoted titles of a text, in order, and each word of theirs in the same marks elsewhere.

    Args:
        kinds: nouns for works and verbs said of them, by lemma ("film", "direct").
    """
    quoted = list(_quoted(tree))
    told = {
        tree.slice(first, last)
        for first, last in quoted
        if _is_sentence(tree, first, last)
        or _is_issued(tree, last)
        or any(tree.lemmas[i].lower() in kinds for i in _around(tree, first, last))
    }
    yield from (Name(first, last, LABEL) for first, last in quoted if tree.slice(first, last) in told)


def work_words(ontology: Ontology) -> frozenset[str]:
    """The ontology's nouns for works, and the verbs of relations that works alone have."""
    nouns = {word for word, c in ontology.headwords.items() if WORK in ontology.types(c)}
    said, others = set[str](), set[str]()
    for relation in ontology.relations.values():
        plain = (w for w in relation.wordings if w.kind == "verb" and not w.phrase and not w.clause)
        verbs = {head for w in plain for head in w.heads}
        (said if {WORK} in (relation.domain, relation.range) else others).update(verbs)
    return frozenset(nouns | said - others)


def _quoted(tree: Tree) -> Iterator[tuple[int, int]]:
    """Stretches between quotation marks that are written like titles."""
    i, count = 0, len(tree)
    while i < count:
        if tree.words[i] in OPENERS:
            end = next((j for j in range(i + 1, min(count, i + 2 + LONGEST)) if tree.words[j] in CLOSERS), None)
            if end is not None and end > i + 1 and _is_title(tree, i + 1, end - 1):
                last = end - 1 if tree.words[end - 1] not in (",", ".") else end - 2
                yield i + 1, last
                i = end
        i += 1


def _is_title(tree: Tree, first: int, last: int) -> bool:
    words = tree.words[first : last + 1]
    large = [word for word in words if word[:1].isupper() or word[:1].isdigit()]
    return bool(large) and all(word in large or word.lower() in SMALL for word in words)


def _is_sentence(tree: Tree, first: int, last: int) -> bool:
    """Whether a pronoun or verb in it has a capital, as in titles alone ("The Goose Who Was King")."""
    inside, is_nickname = range(first + 1, last + 1), tree.lowers[max(0, first - 2)] in CALLED
    return (
        not is_nickname and any(tree.tags[i] in SAYING and tree.words[i].istitle() for i in inside) and last > first + 1
    )


def _is_issued(tree: Tree, last: int) -> bool:
    """Whether it is told behind it when it came out ("“Miss Lonely”, released in 1992")."""
    behind = [word.lower() for word in tree.words[last + 1 : last + 4] if word not in (",", *CLOSERS)]
    return behind[:1] != [] and behind[0] in ISSUED


def _around(tree: Tree, first: int, last: int) -> range:
    start, end = tree.sentences[tree.sentence[first]]
    return range(max(start, first - NEAR), min(end, last + NEAR))
