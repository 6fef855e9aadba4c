from __future__ import annotations

import pytest

from kg.analyse.plain import clip, local_name, plain, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Barack Obama", "Barack Obama"),
        ("François Hollande 👋🏽 e\u0301", "François Hollande 👋🏽 e\u0301"),
        ("a\tb\nc\r\n", "a\tb\nc\r\n"),
        ("NUL\x00 bell\x07 esc\x1b[31m", "NUL\ufffd bell\ufffd esc\ufffd[31m"),
        ("lone \ud800 surrogate \udfff", "lone \ufffd surrogate \ufffd"),
        ("\u202egpj.exe\u202c", "gpj.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("\x85next line", "\ufffdnext line"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [("short", 5, "short"), ("longer", 5, "long…"), ("one two", 5, "one…"), ("", 5, "")],
)
def test_clip(text: str, length: int, expected: str) -> None:
    assert clip(text, length) == expected


def test_clip_of_a_megabyte_is_short() -> None:
    assert len(clip("x" * 1_000_000, 120)) == 120


@pytest.mark.parametrize(
    ("term", "name", "spelt"),
    [
        ("kgo:spokeWith", "spokeWith", "spoke with"),
        ("kgo:chiefExecutiveOf", "chiefExecutiveOf", "chief executive of"),
        ("kgo:MediaOutlet", "MediaOutlet", "media outlet"),
        ("https://example.org/my#lobbies", "lobbies", "lobbies"),
        ("https://example.org/my/sameAsURL/", "sameAsURL", "same as URL"),
        ("plain", "plain", "plain"),
        ("kgo:éluPar", "éluPar", "élu par"),
        ("", "", ""),
    ],
)
def test_terms_in_words(term: str, name: str, spelt: str) -> None:
    assert local_name(term) == name
    assert words(term) == spelt
