from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from .reading import read_article, read_bytes

NEWS = "Paris attacks\r\n\r\nPARIS (AFP) - “Obama” met François Hollande.\n"


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.text", "a.txt.gz", "A.Txt.GZ", "a.log", "a"])
def test_text_is_exactly_the_file(name: str, tmp_path: Path) -> None:
    data = NEWS.encode()
    article = read_article(tmp_path, name, gzip.compress(data) if name.lower().endswith("gz") else data)
    assert article.text == NEWS
    assert article.title is None
    assert article.id.startswith("a-")


def test_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    plain = read_article(tmp_path, "a.txt", NEWS.encode())
    assert read_article(tmp_path, "a.txt", NEWS.encode("utf-8-sig")) == plain
    assert read_article(tmp_path, "a.txt", NEWS.encode("utf-16")) == plain
    assert read_article(tmp_path, "a.txt", NEWS.encode("cp1252")) == plain


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u00a0\u2003".encode()])
def test_no_text(data: bytes, tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.txt", data) == ([], ["a.txt: no text"])


@pytest.mark.parametrize(
    "words",
    [
        "...!?",
        "PARIS IN ALL CAPITALS",
        "x" * 1_000_001,
        "word " * 50_000,
        "\u202eabc\x1b[2J",
        "“ ‘ « unbalanced",
    ],
)
def test_odd_text_is_still_text(words: str, tmp_path: Path) -> None:
    assert read_article(tmp_path, "a.txt", words.encode()).text == words
