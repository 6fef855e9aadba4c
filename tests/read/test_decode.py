from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read.decode import cleaned, decode

ENGLISH = "“We’ve seen an attack”, François Hollande said – again. It cost €5 million in Zürich."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_told_apart(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding), "a") == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("President François Hollande.", "latin-1"),
        ("The president visited Paris on Friday. " * 40 + "Peña Nieto was there.", "cp1252"),
        ("安倍首相は東京で会談した。大統領は声明を発表した。", "shift_jis"),
        ("Президент России Владимир Путин встретился в Москве с канцлером.", "cp1251"),
    ],
)
def test_other_encodings_are_guessed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a") == text


def test_declared_encoding_is_used_when_it_fits() -> None:
    assert decode("Wałęsa".encode("iso-8859-2"), "a", declared="iso-8859-2") == "Wałęsa"
    assert decode("Wałęsa".encode(), "a", declared="iso-8859-2") == "Wałęsa"
    assert decode(b"\x93Paris\x94", "a", declared="ISO-8859-1") == "“Paris”"
    assert decode(b"Fran\xe7ois", "a", declared="no-such-encoding") == "François"


@pytest.mark.parametrize("text", ["", "\r\n", "one\r\ntwo\rthree\n", "\u00a0", "e\u0301 \u00e9 \u202e 😀"])
def test_text_stays_as_it_came(text: str) -> None:
    assert decode(text.encode(), "a") == text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7 text", "a PDF, not text"),
        (b"PK\x03\x04rest", "a ZIP archive or office document, not text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "an image, not text"),
        (b"SQLite format 3\0", "a database, not text"),
        (random.Random(1).randbytes(5000), "binary data, not text"),
        (zlib.compress(random.Random(2).randbytes(3000)), "binary data, not text"),
        (bytes(512), "binary data, not text"),
        (b"name\0\0\0\0\0\0\0\0\0\0ustar", "binary data, not text"),
    ],
)
def test_binary_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=f"^a: {why}$"):
        decode(data, "a")


def test_unfit_characters_are_replaced_one_for_one() -> None:
    assert cleaned("a\x00b\ud800c\udfffd") == "a\ufffdb\ufffdc\ufffdd"
    assert decode(b"The president\0 met the chancellor", "a") == "The president\ufffd met the chancellor"
    assert decode("Paris \udc00 met".encode("utf-16-le", "surrogatepass"), "a").startswith("Paris ")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), min_size=1))
def test_utf8_round_trip(text: str) -> None:
    signatures = ("%PDF-", "{\\rtf", "GIF8")
    if not text.startswith(signatures):
        assert decode(text.encode(), "a") == text
    assert decode(text.encode("utf-8-sig"), "a") == text
    assert decode(text.encode("utf-16"), "a") == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_one_clear_error(data: bytes) -> None:
    try:
        text = decode(data, "a")
    except InputError as error:
        text = error.why
    assert text == cleaned(text)
    text.encode()


@given(st.text(st.characters()))
def test_cleaned_keeps_the_length(text: str) -> None:
    assert len(cleaned(text)) == len(text)
    cleaned(text).encode()
