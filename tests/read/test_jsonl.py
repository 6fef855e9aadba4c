from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from kg.model import Article
from kg.read import jsonl

from .reading import read_article, read_bytes

ROW = b'{"text": "Obama met Hollande."}'
FULL = (
    '{"id": 7, "title": "Élysée", "text": "a\\r\\nb", "url": "https://example.org", '
    '"published": "2015-11-14T10:00:00Z", "publisher": "AFP", "other": [1, {"a": null}]}'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jsonl.gz", "a"])
def test_row(name: str, encoding: str, tmp_path: Path) -> None:
    data = FULL.encode(encoding)
    article = read_article(tmp_path, name, gzip.compress(data) if name.endswith("gz") else data)
    assert article == Article("7", "a\r\nb", "Élysée", "https://example.org", date(2015, 11, 14), "AFP")


@pytest.mark.parametrize(
    ("row", "prefix"),
    [
        (b'{"text": "x"}', "article-"),
        (b'{"text": "x", "title": "Paris attacks"}', "paris-attacks-"),
        (b'{"text": "x", "id": null, "title": ""}', "article-"),
        (b'{"text": "x", "id": "a-b"}', "a-b"),
        (b'{"text": "x", "id": 12}', "12"),
    ],
)
def test_ids(row: bytes, prefix: str, tmp_path: Path) -> None:
    id_ = read_article(tmp_path, "rows.jsonl", row).id
    assert id_.startswith(prefix)
    assert len(id_) in (len(prefix), len(prefix) + 8)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (b'{"te', "not JSON: Unterminated string starting at (column 2)"),
        (b'{"text": "x"', "not JSON: Expecting ',' delimiter (column 13)"),
        (b"Obama met Hollande.", "not JSON: Expecting value (column 1)"),
        (b'{"text": "x", "n": NaN}', "not JSON: NaN and Infinity are no numbers"),
        (b'{"text": "x", "n": [-Infinity]}', "not JSON: NaN and Infinity are no numbers"),
        (b'{"text": "x", "n": 1e999}', "not JSON: NaN and Infinity are no numbers"),
        (b'{"text": "x", "n": ' + b"9" * 5000 + b"}", "not JSON: a number is too long"),
        (b'{"text": "x", "n": ' + b"[" * 100_000, "not JSON: nested too deeply"),
        (b'{"text": "x", "text": "y"}', "'text' is given twice"),
        (b'{"text": "x", "n": {"a": 1, "a": 1}}', "'a' is given twice"),
        (b"[1]", "a row must be an object, not a list"),
        (b"null", "a row must be an object, not null"),
        (b'"text"', "a row must be an object, not a string"),
        (b"{}", "no text"),
        (b'{"text": null}', "no text"),
        (b'{"text": " "}', "no text"),
        (b'{"title": "Headline only"}', "no text"),
        (b'{"text": 5}', '"text" must be a string, not a number'),
        (b'{"text": "x", "title": ["y"]}', '"title" must be a string, not a list'),
        (b'{"text": "x", "published": "2015-02-30"}', "\"published\" is not an ISO date: '2015-02-30'"),
    ],
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_bad_row_is_named_and_the_rest_goes_on(row: bytes, why: str, end: bytes, tmp_path: Path) -> None:
    items, errors = read_bytes(tmp_path, "a.jsonl", end.join([ROW, b"", row, ROW, row]))
    assert len(items) == 2
    assert errors == [f"a.jsonl line 3: {why}", f"a.jsonl line 5: {why}"]


def test_surrogates_and_nul_are_replaced_one_for_one(tmp_path: Path) -> None:
    article = read_article(tmp_path, "a.jsonl", rb'{"text": "a\u0000b\ud800c\ud83d\ude00", "title": "\udfff"}')
    assert article.text == "a\ufffdb\ufffdc😀"
    assert article.title == "\ufffd"


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_nothing_in_it(data: bytes, tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.jsonl", data) == ([], ["a.jsonl: no text"])


def test_binary_is_one_error(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.jsonl", b"\x89PNG\r\n\x1a\n\0\0\n\n\n") == (
        [],
        ["a.jsonl: an image, not text"],
    )


def test_long_line_is_refused_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE", 1000)
    rows = [ROW, b'{"text": "' + b"x" * 10_000 + b'"}', ROW, b'{"text": "' + b"x" * 987 + b'"}', b"y" * 5000]
    items, errors = read_bytes(tmp_path, "a.jsonl", b"\n".join(rows))
    assert len(items) == 3
    assert [error.partition(":")[0] for error in errors] == ["a.jsonl line 2", "a.jsonl line 5"]


def test_rows_before_the_cut_of_a_gzip_are_read(tmp_path: Path) -> None:
    rows = b"".join(b'{"text": "%d"}\n' % number for number in range(50_000))
    items, errors = read_bytes(tmp_path, "a.jsonl.gz", gzip.compress(rows)[:-2000])
    assert len(items) > 10_000
    assert errors == ["a.jsonl.gz: gzip data is cut off"]
