"""Capitals as the rest of the text writes them: headlines ("LONDON EYES DEAL WITH PERU") and datelines ("PARIS —").

Taggers and parsers learnt on running text read lines in capitals badly. They get the line as the article's own
sentences would write it, with the same number of characters (truecasing, after Lita et al. 2003); what stands in the
article is kept for offsets and quotations.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg import gazetteer
from kg.language.layout import DATELINE

WORD = re.compile(r"[^\W\d_]+")
FEWEST_WORDS, FEWEST_LETTERS = 3, 12
ENDS = frozenset('.!?:;\n"“‘(')
SHORT = frozenset({"US", "UK", "EU", "UN", "USA", "UAE", "DR"})
SMALL = frozenset("de da do dos del della di du la le les el al of the and in on van von der den y".split())


def recased(text: str) -> str:
    """The text with its lines in capitals, and the place of its dateline, as its other lines write the words."""
    if text.isupper():
        return text
    lines = text.splitlines(keepends=True)
    shouted = [_is_shouted(line) for line in lines]
    if any(shouted):
        known = _forms(line for line, loud in zip(lines, shouted, strict=True) if not loud)
        lines = [_as_sentence(line, known) if loud else line for line, loud in zip(lines, shouted, strict=True)]
    return "".join(_with_place(line) for line in lines)


def _is_shouted(line: str) -> bool:
    words = WORD.findall(line) if line.isupper() else []
    return len(words) >= FEWEST_WORDS and len("".join(words)) >= FEWEST_LETTERS


def _forms(lines: Iterable[str]) -> dict[str, str]:
    """How each word is mostly written where no sentence begins."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        for match in WORD.finditer(line):
            before = line[: match.start()].rstrip()
            if before and before[-1] not in ENDS:
                seen[match[0].lower()][match[0]] += 1
    return {word: counts.most_common(1)[0][0] for word, counts in seen.items()}


def _as_sentence(line: str, known: Mapping[str, str]) -> str:
    """A line in capitals with the words written as elsewhere, as names, or small."""
    matches = list(WORD.finditer(line))
    named = _places(line, matches)
    written = list(line)
    for n, match in enumerate(matches):
        word = match[0]
        form = known.get(word.lower())
        if form is None and word not in SHORT:
            is_name = n in named or word.title() in gazetteer.first_names() or word.title() in gazetteer.demonyms()
            form = _title(word) if is_name else word.lower()
        form = form or word
        written[match.start() : match.end()] = _title(form) if n == 0 and form.islower() else form
    return "".join(written) if len(written) == len(line) else line


def _places(line: str, matches: list[re.Match[str]]) -> set[int]:
    """The words of countries, regions and cities in a line, by number."""
    found: set[int] = set()
    for size in (3, 2, 1):
        for n in range(len(matches) - size + 1):
            text = line[matches[n].start() : matches[n + size - 1].end()].title()
            if text in gazetteer.country_names() or text in gazetteer.regions() or text in gazetteer.cities():
                found.update(range(n, n + size))
    return found


def _with_place(line: str) -> str:
    """A line with the place of its dateline written as a name."""
    dateline = DATELINE.match(line)
    if dateline is None:
        return line
    first, last = dateline.span("place")
    place = WORD.sub(lambda m: m[0].lower() if m[0].lower() in SMALL and m.start() else _title(m[0]), line[first:last])
    return line[:first] + place + line[last:] if len(place) == last - first else line


def _title(word: str) -> str:
    return word[:1].upper() + word[1:].lower()
