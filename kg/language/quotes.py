"""Quoted stretches of a text and who speaks them.

A quotation's speaker is the subject of the reporting verb that stands outside it in the same sentence
("…," Mr Obama told reporters); a quotation without one continues the speech before it in its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from kg.language.tree import Tree

OPENERS = frozenset({"“", "``", "«", "„"})
CLOSERS = frozenset({"”", "''", "»"})
LONGEST = 400
SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@cache
def reporting() -> dict[str, str]:
    """Verbs that report speech, thought or findings, by lemma; the value is their force ("say", "claim", "deny", …)."""
    rows = (resources.files(__package__) / "reporting.tsv").read_text("utf-8").split("\n")[1:]
    return {lemma: force for lemma, _, force in (row.partition("\t") for row in rows if row)}


@dataclass(slots=True)
class Quote:
    """Tokens `first` to `last`, the marks included; `speaker` is the head token of who says it."""

    first: int
    last: int
    speaker: int | None = None


def quotes(tree: Tree, paragraphs: list[int]) -> list[Quote]:
    """The quotations in order, each with its speaker where the text tells.

    Args:
        paragraphs: the number of the paragraph that each token lies in.
    """
    found = list(_pairs(tree, paragraphs))
    inside = {i for quote in found for i in range(quote.first, quote.last + 1)}
    previous: Quote | None = None
    for quote in found:
        quote.speaker = _speaker(tree, quote, inside)
        if quote.speaker is None and previous is not None and paragraphs[previous.last] == paragraphs[quote.first]:
            quote.speaker = previous.speaker
        previous = quote
    for quote, following in zip(found[-2::-1], found[:0:-1], strict=True):
        if quote.speaker is None and paragraphs[quote.last] == paragraphs[following.first]:
            quote.speaker = following.speaker
    return found


def _pairs(tree: Tree, paragraphs: list[int]) -> Iterator[Quote]:
    opened: int | None = None
    for i, word in enumerate(tree.words):
        if opened is not None and (paragraphs[i] != paragraphs[opened] or i - opened > LONGEST):
            yield Quote(opened, i - 1)
            opened = None
        opens = word in OPENERS or (word == '"' and opened is None)
        if opens and opened is None:
            opened = i
        elif opened is not None and (word in CLOSERS or word == '"'):
            yield Quote(opened, i)
            opened = None


def _speaker(tree: Tree, quote: Quote, inside: set[int]) -> int | None:
    spans = {tree.sentence[quote.first], tree.sentence[quote.last]}
    low = tree.sentences[min(spans)][0]
    high = tree.sentences[max(spans)][1]
    verbs = reporting()
    nearest = sorted(
        (min(abs(i - quote.first), abs(i - quote.last)), i)
        for i in range(low, high)
        if i not in inside and tree.lemmas[i] in verbs and tree.tags[i].startswith("VB")
    )
    for _, verb in nearest:
        subject = subject_of(tree, verb)
        if subject is not None and subject not in inside:
            return subject
    return None


def subject_of(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, its own or the one it shares as a conjunct or open complement."""
    for _ in range(4):
        subject = tree.child(verb, *SUBJECTS)
        if subject is not None:
            return subject
        if tree.deps[verb] not in ("conj", "xcomp", "advcl"):
            return None
        verb = tree.heads[verb]
    return None
