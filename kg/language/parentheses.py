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
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span

WHOLE, ORDER, OPENINGS = "kg.whole", "kg.order", "kg.openings"
LONGEST = 80
COPIED = [TAG, POS, MORPH, LEMMA]
LABELS = {"VERB": "acl", "NOUN": "appos", "PROPN": "appos"}


@Language.component("kg_parentheses")
def kg_parentheses(doc: Doc) -> Doc:
    """The doc with its bracketed stretches behind the text, else the doc itself."""
    groups = list(_groups(doc)) if "(" in doc.text else []
    if not groups:
        return doc
    moved = set(chain.from_iterable(groups))
    order = [*(i for i in range(len(doc)) if i not in moved), *chain.from_iterable(groups)]
    openings = {group[0] for group in groups}
    rest = Doc(doc.vocab, [doc[i].text for i in order], [bool(doc[i].whitespace_) for i in order])
    for token, i in zip(rest, order, strict=True):
        token.is_sent_start = True if i in openings else doc[i].is_sent_start
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


def _groups(doc: Doc) -> Iterator[range]:
    """Bracketed stretches of a sentence behind a word of it, the brackets included."""
    done = 0
    for token in doc:
        if token.text == "(" and token.i > done and _is_behind_word(doc, token.i):
            end = _closing(doc, token.i)
            if end is not None and end > token.i + 1:
                yield range(token.i, end + 1)
                done = end


def _is_behind_word(doc: Doc, i: int) -> bool:
    before = doc[i - 1]
    return not before.is_space and (before.text[-1].isalnum() or before.is_quote) and not doc[i].is_sent_start


def _closing(doc: Doc, opening: int) -> int | None:
    depth = 0
    for i in range(opening, min(len(doc), opening + LONGEST)):
        word = doc[i].text
        depth += (word == "(") - (word == ")")
        if depth == 0:
            return i
        if i > opening and doc[i].is_sent_start:
            return None
    return None


def _tree(doc: Doc, order: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """Heads and labels by place in the whole text; roots of bracketed stretches hang from the word before them."""
    heads, labels = np.empty(len(order), dtype="int64"), np.empty(len(order), dtype="uint64")
    anchor = None
    for token, i in zip(doc, order, strict=True):
        heads[i], labels[i] = order[token.head.i], token.dep
        if i in doc.user_data[OPENINGS]:
            anchor = i - 1
        if anchor is not None and heads[i] == i:
            heads[i], labels[i] = anchor, doc.vocab.strings.add(LABELS.get(token.pos_, "parataxis"))
    return heads, labels


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
