"""The sentences of an article as the graph knows them, and what lies between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

BREAK = re.compile(r"\n+|(?<=[.!?…][\"”’')\]])\s+|(?<=[.!?…])\s+")


def sentences(text: str, evidence: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Start, end and words of each sentence: the spans of evidence, and between them what ends like a sentence.

    >>> list(sentences("One. Two met Three. Four.", [(5, 19)]))
    [(0, 4, 'One.'), (5, 19, 'Two met Three.'), (20, 25, 'Four.')]
    """
    at = 0
    for start, end in _widest(evidence, len(text)):
        yield from _between(text, at, start)
        yield start, end, text[start:end]
        at = end
    yield from _between(text, at, len(text))


def _widest(spans: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """The spans in order, without those that begin inside another one."""
    at = 0
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if at <= start < end <= length:
            yield start, end
            at = end


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for piece_start, piece_end in _pieces(text, start, end):
        words = text[piece_start:piece_end].strip()
        if re.search(r"\w", words):
            first = text.index(words, piece_start)
            yield first, first + len(words), words


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in BREAK.finditer(text, start, end):
        yield at, found.start()
        at = found.end()
    yield at, end
