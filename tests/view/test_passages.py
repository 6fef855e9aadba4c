from __future__ import annotations

import pytest

from kg.store.records import ClaimRecord
from kg.view.passages import AROUND, PARAGRAPH_LENGTH, Passages

from .graphs import claim

LONG = "word " * 400


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("", "", ""),
        ("First. ", " Last.", "First. {} Last."),
        ("Title\n\nFirst\nline. ", " Last.\n \nOther.", "First\nline. {} Last."),
        ("\U0001f600 ", " \u202eLast.", "\U0001f600 {} Last."),
    ],
)
def test_the_paragraph_around_a_sentence(before: str, after: str, shown: str) -> None:
    quote = "He \U0001f600 spoke."
    passages = Passages()
    number, start, end = passages.place(spoken(quote, len(before)), before + quote + after)
    (text,) = passages.texts()
    assert (number, text) == (0, (shown or "{}").format(quote))
    assert text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == quote


def test_of_a_long_paragraph_the_words_around_the_sentence_are_kept() -> None:
    passages = Passages()
    _, start, end = passages.place(spoken("He spoke.", len(LONG)), f"{LONG}He spoke. {LONG}")
    (text,) = passages.texts()
    assert text[start:end] == "He spoke."
    assert text.startswith("… word")
    assert text.endswith("word …")
    assert 2 * AROUND < len(text) < PARAGRAPH_LENGTH


@pytest.mark.parametrize("text", [None, "another text", ""])
def test_without_the_text_the_sentence_stands_alone(text: str | None) -> None:
    passages = Passages()
    assert passages.place(spoken("He spoke.", 0), text) == [0, 0, 9]
    assert passages.texts() == ["He spoke."]


def test_a_paragraph_is_written_once() -> None:
    passages = Passages()
    text = "He spoke. She sang."
    assert passages.place(spoken("He spoke.", 0), text) == [0, 0, 9]
    assert passages.place(spoken("She sang.", 10), text) == [0, 10, 19]


def spoken(quote: str, start: int) -> ClaimRecord:
    return claim(1, "kgr:a", "kgr:b", quote=quote, start=start, end=start + len(quote))
