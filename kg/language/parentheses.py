"""`kg_parentheses` and `kg_parentheses_back`: what stands in brackets is parsed apart from its sentence.

A statistical parser that reads "Jane Roe (Latvian: …; born 3 May 1960 in Riga) is a poet and the founder of X" loses
the thread inside the brackets. The first component moves each bracketed stretch to the end of the text as a sentence
of its own, before the networks run; the second puts everything back in its place, the stretch hanging from the word
before it. The number of tokens, and so the cost, stays the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, ORTH, POS, SENT_START, SPACY, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span

WHOLE, ORDER, OPENINGS = "kg.whole", "kg.order", "kg.openings"
LONGEST = 80
QUOTES = frozenset("\"'”’»")
FLAGS = {1: True, 0: None, -1: False, 2**64 - 1: False}
COPIED = [TAG, POS, MORPH, LEMMA]
LABELS = {"VERB": "acl", "NOUN": "appos", "PROPN": "appos"}


@Language.component("kg_parentheses")
def kg_parentheses(doc: Doc) -> Doc:
    """The doc with its bracketed stretches behind the text, else the doc itself."""
    if "(" not in doc.user_data.get("kg.text", "("):
        return doc
    strings, (ids, starts) = doc.vocab.strings, doc.to_array([ORTH, SENT_START]).T.tolist()
    known = {i: strings[i] for i in set(ids)}
    words = [known[i] for i in ids]
    groups = list(_groups(words, starts))
    if not groups:
        return doc
    moved = set(chain.from_iterable(groups))
    order = [*(i for i in range(len(doc)) if i not in moved), *chain.from_iterable(groups)]
    spaces, openings = doc.to_array(SPACY).tolist(), {group[0] for group in groups}
    rest = Doc(
        doc.vocab,
        [words[i] for i in order],
        [bool(spaces[i]) for i in order],
        sent_starts=[True if i in openings else FLAGS[starts[i]] for i in order],
    )
    rest.user_data.update({WHOLE: doc, ORDER: order, OPENINGS: openings})
    return rest


@Language.component("kg_parentheses_back")
def kg_parentheses_back(doc: Doc) -> Doc:
    """The doc as it was before `kg_parentheses`, with all annotations."""
    whole: Doc | None = doc.user_data.get(WHOLE)
    if whole is None:
        return doc
    order: list[int] = doc.user_data[ORDER]
    place = np.empty(len(order), dtype="int64")
    place[order] = np.arange(len(order))
    heads, labels = _tree(doc, order)
    rows: Any = np.column_stack([doc.to_array(COPIED)[place], (heads - np.arange(len(order))).astype("uint64"), labels])
    whole.from_array([*COPIED, HEAD, DEP], rows)
    whole.ents = [Span(whole, first, last + 1, label) for first, last, label in _names(doc, order)]
    return whole


def _groups(words: list[str], starts: list[int]) -> Iterator[range]:
    """Bracketed stretches of a sentence behind a word of it, the brackets included."""
    done = 0
    for i, word in enumerate(words):
        if word == "(" and i > done and starts[i] != 1 and _ends_word(words[i - 1]):
            end = _closing(words, starts, i)
            if end is not None and end > i + 1:
                yield range(i, end + 1)
                done = end


def _ends_word(word: str) -> bool:
    return word[-1].isalnum() or word in QUOTES


def _closing(words: list[str], starts: list[int], opening: int) -> int | None:
    depth = 0
    for i in range(opening, min(len(words), opening + LONGEST)):
        depth += (words[i] == "(") - (words[i] == ")")
        if depth == 0:
            return i
        if i > opening and starts[i] == 1:
            return None
    return None


def _tree(doc: Doc, order: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """Heads and labels by place in the whole text; roots of bracketed stretches hang from the word before them."""
    heads, labels = [0] * len(order), [0] * len(order)
    offsets = doc.to_array(HEAD).astype("int64").tolist()
    deps, kinds = doc.to_array([DEP, POS]).T.tolist()
    anchor, strings = None, doc.vocab.strings
    for place, i in enumerate(order):
        heads[i], labels[i] = order[place + offsets[place]], deps[place]
        if i in doc.user_data[OPENINGS]:
            anchor = i - 1
        if anchor is not None and heads[i] == i:
            heads[i], labels[i] = anchor, strings.add(LABELS.get(strings[kinds[place]], "parataxis"))
    return np.array(heads, dtype="int64"), np.array(labels, dtype="uint64")


def _names(doc: Doc, order: list[int]) -> Iterator[tuple[int, int, str]]:
    """First and last token and label of each name; one that a bracket cuts keeps its longest part."""
    for name in doc.ents:
        parts: list[list[int]] = []
        for i in order[name.start : name.end]:
            if parts and i == parts[-1][-1] + 1:
                parts[-1].append(i)
            else:
                parts.append([i])
        longest = max(parts, key=len)
        yield longest[0], longest[-1], name.label_
