"""The paragraphs around the sentences of claims, each written once."""

from __future__ import annotations

import re

from kg.analyse.plain import clip, plain
from kg.store.records import ClaimRecord

GAP = re.compile(r"\n[^\S\n]*\n")
"""Between paragraphs stands an empty line; a single line break may be no more than a full line."""
QUOTE_LENGTH = 1500
PARAGRAPH_LENGTH = 800
"""A longer paragraph is cut to its sentence and `AROUND` characters on either side."""
AROUND = 160


class Passages:
    """Paragraphs, and where in them a sentence stands."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def texts(self) -> list[str]:
        """The paragraphs in the order of their numbers."""
        return list(self._numbers)

    def place(self, claim: ClaimRecord, text: str | None) -> list[int]:
        """Number of the paragraph, start and end of the claim's sentence in it, in UTF-16 units as scripts count."""
        before, quote, after = _around(claim, text)
        before, quote, after = plain(before), clip(quote, QUOTE_LENGTH), plain(after)
        number = self._numbers.setdefault(before + quote + after, len(self._numbers))
        return [number, _units(before), _units(before + quote)]


def _around(claim: ClaimRecord, text: str | None) -> tuple[str, str, str]:
    """The paragraph in three: what stands before the sentence, the sentence, what stands after it."""
    start, end = claim.start, claim.end
    if text is None or text[start:end] != claim.quote or not claim.quote:
        return "", claim.quote, ""
    ends = [*(gap.end() for gap in GAP.finditer(text, 0, start))]
    gap = GAP.search(text, end)
    first, last = max(ends, default=0), gap.start() if gap else len(text)
    if last - first <= PARAGRAPH_LENGTH:
        return text[first:start].lstrip(), text[start:end], text[end:last].rstrip()
    before, after = text[max(first, start - AROUND) : start], text[end : min(last, end + AROUND)]
    if start - AROUND > first:
        before = "… " + before.partition(" ")[2]
    if end + AROUND < last:
        after = after.rpartition(" ")[0] + " …"
    return before, text[start:end], after


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2
