"""Quoted stretches of a text and who speaks them.

A quotation's speaker is the subject of the reporting verb that stands outside it in the same sentence
("…," Mr Obama told reporters); a quotation without one continues the speech before it in its paragraph, or that
of the paragraph before, where no mark closed it there or a colon opens it; else whom the sentence before is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.language.tree import Tree
from kg.language.wordlists import table

OPENERS = frozenset({"“", "``", "«", "„"})
CLOSERS = frozenset({"”", "''", "»"})
LONGEST = 400
# With these ends what is quoted before the words of the one who tells it.
ASKING = frozenset({",", "!", "?"})
NAMED = frozenset({"PRP", "NNP", "NN", "NNS"})
FINITE = frozenset({"VBD", "VBN", "VBZ"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@cache
def reporting() -> dict[str, str]:
    """Verbs that report speech, thought or findings, by lemma; the value is their force ("say", "claim", "deny", …)."""
    return {row[0]: row[1] for row in table("reporting")}


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
        goes_on = previous is not None and _goes_on(tree, paragraphs, previous, quote)
        quote.speaker = previous.speaker if goes_on and previous is not None else None
        quote.speaker = _speaker(tree, quote, inside) if quote.speaker is None else quote.speaker
        quote.speaker = _behind(tree, paragraphs, quote) if quote.speaker is None else quote.speaker
        if quote.speaker is None and previous is not None and paragraphs[previous.last] == paragraphs[quote.first]:
            quote.speaker = previous.speaker
        if quote.speaker is None and (colon := _colon_before(tree, paragraphs, quote)) is not None:
            is_told = previous is not None and tree.sentence[previous.last] == tree.sentence[colon]
            quote.speaker = previous.speaker if is_told and previous is not None else _opens(tree, colon, inside)
        previous = quote
    for quote, following in zip(found[-2::-1], found[:0:-1], strict=True):
        if quote.speaker is None and paragraphs[quote.last] == paragraphs[following.first]:
            quote.speaker = following.speaker
    for before, quote in zip([None, *found], found, strict=False):
        if quote.speaker is None:
            goes_on = before is not None and paragraphs[before.last] == paragraphs[quote.first]
            quote.speaker = before.speaker if goes_on and before else _told_of_before(tree, paragraphs, quote, inside)
    return found


def _pairs(tree: Tree, paragraphs: list[int]) -> Iterator[Quote]:
    opened: int | None = None
    for i, word in enumerate(tree.words):
        if opened is not None and (paragraphs[i] != paragraphs[opened] or i - opened > LONGEST):
            yield Quote(opened, i - 1)
            opened = i if paragraphs[i] == paragraphs[opened] + 1 and _is_in_speech(tree, paragraphs, i) else None
        opens = word in OPENERS or (word == '"' and opened is None)
        if opens and opened is None:
            opened = i
        elif opened is not None and (word in CLOSERS or word == '"'):
            yield Quote(opened, i)
            opened = None


def _is_in_speech(tree: Tree, paragraphs: list[int], first: int) -> bool:
    """Whether the paragraph that begins at a token closes a speech that it does not open."""
    for i in range(first + 1, len(tree)):
        if paragraphs[i] != paragraphs[first] or tree.words[first] == '"':
            return False
        if tree.words[i] in OPENERS or tree.words[i] in CLOSERS or tree.words[i] == '"':
            return tree.words[i] not in OPENERS and tree.starts[i] == tree.ends[i - 1]
    return False


def _goes_on(tree: Tree, paragraphs: list[int], previous: Quote, quote: Quote) -> bool:
    """Whether a quotation opens its paragraph after one that no mark closed."""
    is_open = tree.words[previous.last] not in CLOSERS | {'"'} and previous.last + 1 >= quote.first
    return is_open and paragraphs[previous.last] + 1 == paragraphs[quote.first]


def _colon_before(tree: Tree, paragraphs: list[int], quote: Quote) -> int | None:
    """The colon at the end of the paragraph before a quotation that opens its own."""
    end = quote.first - 1
    while end > 0 and tree.words[end].isspace():
        end -= 1
    is_led_up_to = end > 0 and tree.words[end].endswith(":") and paragraphs[end] + 1 == paragraphs[quote.first]
    return end if is_led_up_to else None


def _opens(tree: Tree, colon: int, inside: set[int]) -> int | None:
    """The subject of the sentence that ends with a colon."""
    first, last = tree.sentences[tree.sentence[colon]]
    verb = next((i for i in range(first, last) if tree.heads[i] == i), colon)
    subject = subject_of(tree, verb)
    return None if subject in inside else subject


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


def _behind(tree: Tree, paragraphs: list[int], quote: Quote) -> int | None:
    """Who stands with a verb right behind what is quoted, whatever it tells ("“Never,” sobbed Ann Bell")."""
    first, end = quote.last + 1, len(tree)
    if tree.words[quote.last - 1] not in ASKING or first + 1 >= end or paragraphs[first] != paragraphs[quote.last]:
        return None
    is_aged = tree.tags[first + 1 : first + 4] == [",", "CD", ","]  # "… it," Hill, 36, promised
    verb = first if tree.tags[first] in FINITE else first + (4 if is_aged else 1)
    is_said = verb + 1 < end and tree.tags[verb] in FINITE and (is_aged or tree.words[verb - 1] != ",")
    if not is_said or (verb == first and tree.lemmas[verb] == "be"):  # “I was ill,” was his excuse
        return None
    speaker = first if verb > first else verb + 1
    while tree.tags[speaker] not in NAMED or tree.deps[speaker] == "compound":
        if tree.heads[speaker] <= speaker:
            return None
        speaker = tree.heads[speaker]
    return speaker if tree.sentence[speaker] == tree.sentence[verb] else None


def _told_of_before(tree: Tree, paragraphs: list[int], quote: Quote, inside: set[int]) -> int | None:
    """Who the sentence before in the paragraph is about, where a sentence is speech alone ("She laughed. “No.”")."""
    first = tree.sentences[tree.sentence[quote.first]][0]
    verb = next((i for i in range(first - 1, 0, -1) if tree.heads[i] == i and tree.pos[i] in ("VERB", "AUX")), None)
    if quote.first > first or verb is None or tree.sentence[verb] != tree.sentence[first] - 1:
        return None
    subject = subject_of(tree, verb)
    is_person = subject is not None and (tree.lowers[subject] in ("he", "she") or tree.tags[subject] == "NNP")
    return subject if is_person and paragraphs[verb] == paragraphs[quote.first] and subject not in inside else None


def subject_of(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, its own or the one it shares as a conjunct or open complement."""
    for _ in range(4):
        subject = tree.child(verb, *SUBJECTS)
        if subject is not None:
            return subject
        if tree.deps[verb] == "pcomp" and tree.lowers[tree.heads[verb]] in ("after", "before"):
            verb = tree.heads[verb]  # "was charged after telling them that …"
        elif tree.deps[verb] not in ("conj", "xcomp", "advcl"):
            return None
        verb = tree.heads[verb]
    return None
