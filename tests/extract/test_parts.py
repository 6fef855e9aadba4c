"""Long texts are cut where paragraphs end and put together with the right offsets."""

from __future__ import annotations

import pytest

from kg.extract.parts import parts
from kg.model import Article

from .reading import reader


@pytest.mark.parametrize("text", ["", "short", "a b " * 100, "x" * 1000, "one\n\ntwo\n\n" * 50, "Stop. Go! " * 40])
def test_parts_are_the_text(text: str) -> None:
    found = list(parts(text, longest=64))
    assert "".join(part for _, part in found) == text
    assert all(text[offset : offset + len(part)] == part for offset, part in found)
    assert all(len(part) <= 64 for _, part in found)


def test_a_long_text_is_one_extraction() -> None:
    filler = "The weather was fine and nothing happened at all in the quiet town.\n\n" * 1000
    text = f"Angela Merkel met Emmanuel Macron.\n\n{filler}Angela Merkel met David Cameron."
    extraction = next(reader().read([Article("long", text)]))
    quoted = [text[c.evidence.start : c.evidence.end] for c in extraction.claims if c.predicate == "kgo:metWith"]
    assert quoted == ["Angela Merkel met Emmanuel Macron.", "Angela Merkel met David Cameron."]
    assert [e.label for e in extraction.entities].count("Angela Merkel") == 1
    assert all(text[m.start : m.end] == m.text for m in extraction.mentions)
