"""The answers of an interview, which are somebody's words though no quotation marks and no "she said" tell so."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.language.quotes import Quote, subject_of
from kg.language.tree import Tree

TALKING, TO = frozenset({"talk", "speak", "chat"}), frozenset({"to", "with"})
YOU, ME = frozenset({"you", "your"}), frozenset({"i", "me", "my", "we", "our", "us"})
BEGINNING, QUESTIONS = 4, 2
"""Paragraphs within which a text tells who is interviewed, and how many questions it asks at least."""


def answers(tree: Tree, paragraphs: list[int], people: Collection[int], quoted: list[Quote]) -> Iterator[Quote]:
    """What somebody says in an interview, with who that is, but for what is between quotation marks.

    Args:
        paragraphs: the number of the paragraph that each token lies in.
        people: the tokens of people's names.
    """
    told = _interviewed(tree, paragraphs, people)
    spoken = _spoken(tree, paragraphs)
    asked = {number for number, (first, last) in spoken.items() if _is_question(tree, first, last)}
    if told is None or len(asked) < QUESTIONS:
        return
    inside, is_answer = {t for q in quoted for t in range(q.first, q.last + 1)}, True
    for number, (first, last) in spoken.items():
        speaks = not ME.isdisjoint(tree.lowers[first : last + 1])
        is_headline = number == paragraphs[0] and speaks
        if number <= paragraphs[told] and not is_headline:
            continue
        is_answer = number not in asked and (speaks or not is_answer)
        if is_answer and inside.isdisjoint(range(first, last + 1)):
            yield Quote(first, last, told)


def _interviewed(tree: Tree, paragraphs: list[int], people: Collection[int]) -> int | None:
    """The subject of the sentence that introduces an interview ("Ann Bell talks to Tom Roe about her work").

    Where the parser finds no subject, it is the last person named before.
    """
    for verb, lemma in enumerate(tree.lemmas):
        if paragraphs[verb] - paragraphs[0] > BEGINNING:
            return None
        is_noun = tree.tags[verb] == "NNS" and tree.words[verb - 1] == ","  # so the parser may take "talks"
        if lemma.lower() in TALKING and (is_noun or tree.deps[verb] in ("ROOT", "conj")):
            asking = (c for p in tree.children[verb] if tree.lowers[p] in TO for c in tree.children[p])
            if any(c in people for c in asking):
                before = range(verb - 1, tree.sentences[tree.sentence[verb]][0] - 1, -1)
                subject = subject_of(tree, verb)
                return next((t for t in before if t in people), None) if subject is None else subject
    return None


def _spoken(tree: Tree, paragraphs: list[int]) -> dict[int, tuple[int, int]]:
    """The first and last token of each paragraph, without the spaces around it."""
    found = dict[int, tuple[int, int]]()
    for token, word in enumerate(tree.words):
        if word.strip():
            number = paragraphs[token]
            found[number] = (found.get(number, (token, token))[0], token)
    return found


def _is_question(tree: Tree, first: int, last: int) -> bool:
    """Whether a paragraph asks something, or puts it to somebody ("You came home with a medal.")."""
    said = tree.lowers[first : last + 1]
    return tree.words[last] == "?" or (not YOU.isdisjoint(said) and ME.isdisjoint(said))
