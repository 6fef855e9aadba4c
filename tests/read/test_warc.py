from __future__ import annotations

import gzip
import io
import os
import re
import tracemalloc
import zlib
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Article
from kg.read import read, warc

from .reading import read_bytes

PUBLISHED = '<meta property="article:published_time" content="{}">'
VISITED = "2015-11-14T10:00:00Z"


def page(number: int, head: str = "") -> bytes:
    body = f"<p>Angela Merkel met Emmanuel Macron in Paris on Friday {number}, officials said.</p>" * 3
    return (
        f"<html><head><title>Talks {number}</title>{head}</head><body><article>{body}</article></body></html>".encode()
    )


def record(
    number: int,
    body: bytes = b"",
    *,
    kind: str = "response",
    status: str = "HTTP/1.1 200 OK",
    type_: str = "text/html",
    headers: tuple[tuple[str, str], ...] = (),
    url: str = "https://daily.example/{}",
    pack: bool = False,
) -> bytes:
    lines = [status, f"Content-Type: {type_}", *(f"{name}: {value}" for name, value in headers), "", ""]
    block = "\r\n".join(lines).encode() + (body or page(number))
    return framed(kind, block, f"WARC-Target-URI: {url.format(number)}", pack=pack)


def framed(kind: str, block: bytes, *fields: str, pack: bool = False) -> bytes:
    named = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Date: {VISITED}",
        *fields,
        f"Content-Length: {len(block)}",
        "",
        "",
    ]
    data = "\r\n".join(named).encode() + block + b"\r\n\r\n"
    return gzip.compress(data) if pack else data


def info(*, pack: bool = False) -> bytes:
    return framed("warcinfo", b"software: x\r\n", pack=pack)


def addresses(items: list[object]) -> list[str | None]:
    return [item.url for item in items if isinstance(item, Article)]


@pytest.mark.parametrize("pack", [False, True])
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "unknown", "a.bin"])
def test_pages(name: str, pack: bool, tmp_path: Path) -> None:
    first = record(1, page(1, PUBLISHED.format("2015-11-13")), pack=pack)
    items, errors = read_bytes(tmp_path, name, info(pack=pack) + first + record(2, pack=pack))
    assert errors == []
    assert addresses(items) == ["https://daily.example/1", "https://daily.example/2"]
    article = items[0]
    assert isinstance(article, Article)
    assert article.id.startswith("talks-1-")
    assert article.title == "Talks 1"
    assert article.text.startswith("Angela Merkel met Emmanuel Macron in Paris on Friday 1")
    assert article.published == date(2015, 11, 13)


@pytest.mark.parametrize(
    ("told", "published"),
    [("2015-11-13", date(2015, 11, 13)), ("2015-11-15", date(2015, 11, 15)), ("2015-11-16", None), ("", None)],
)
def test_day_is_told_by_the_page_and_not_after_the_visit(told: str, published: date | None, tmp_path: Path) -> None:
    (article,), _ = read_bytes(tmp_path, "a.warc", record(1, page(1, PUBLISHED.format(told))))
    assert isinstance(article, Article)
    assert article.published == published


OTHERS = {
    "not found": record(1, status="HTTP/1.1 404 Not Found"),
    "moved": record(1, status="HTTP/1.1 301 Moved Permanently"),
    "picture": record(1, b"\x89PNG", type_="image/png"),
    "no type": record(1, type_=""),
    "seen before": record(1, kind="revisit"),
    "asked": record(1, kind="request", status="GET / HTTP/1.1"),
    "name looked up": record(1, url="dns:daily.example", type_="text/dns"),
    "empty body": info(),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_what_is_no_page_is_passed_over(other: bytes, tmp_path: Path) -> None:
    items, errors = read_bytes(tmp_path, "a.warc", other + record(2))
    assert (addresses(items), errors) == (["https://daily.example/2"], [])
    assert read_bytes(tmp_path, "b.warc", other) == ([], ["b.warc: no page in this archive"])


def chunked(body: bytes) -> bytes:
    halves = (body[:100], body[100:], b"")
    return b"".join(b"%x\r\n%s\r\n" % (len(half), half) for half in halves)


@pytest.mark.parametrize(
    ("body", "headers", "type_"),
    [
        (gzip.compress(page(1)), (("Content-Encoding", "gzip"),), "text/html"),
        (page(1), (("Content-Encoding", "gzip"),), "text/html"),
        (chunked(page(1)), (("Transfer-Encoding", "chunked"),), "text/html"),
        (
            chunked(gzip.compress(page(1))),
            (("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")),
            "text/html",
        ),
        (page(1), (), "application/xhtml+xml"),
        (zlib.compress(page(1)), (("Content-Encoding", "deflate"),), "text/html"),
        (page(1), (), "TEXT/HTML; charset=utf-8"),
        (page(1), (), "text/html; charset=nonsense"),
    ],
)
def test_bodies_as_servers_send_them(
    body: bytes, headers: tuple[tuple[str, str], ...], type_: str, tmp_path: Path
) -> None:
    items, errors = read_bytes(tmp_path, "a.warc", record(1, body, headers=headers, type_=type_))
    assert (addresses(items), errors) == (["https://daily.example/1"], [])


@pytest.mark.parametrize("status", ["HTTP/1.0 200 OK", "HTTP/2 200", "HTTP/1.1 200"])
def test_versions_of_http(status: str, tmp_path: Path) -> None:
    items, errors = read_bytes(tmp_path, "a.warc", record(1, status=status))
    assert (addresses(items), errors) == (["https://daily.example/1"], [])


def test_encoding_is_the_one_that_came_with_the_page(tmp_path: Path) -> None:
    body = "<p>Lech Wałęsa met him.</p>".encode("iso-8859-2")
    (article,), _ = read_bytes(tmp_path, "a.warc", record(1, body, type_="text/html; charset=iso-8859-2"))
    assert isinstance(article, Article)
    assert article.text == "Lech Wałęsa met him."


def test_pages_without_article_are_named(tmp_path: Path) -> None:
    items, errors = read_bytes(tmp_path, "a.warc", record(1, b"<script>1</script>") + record(2))
    assert addresses(items) == ["https://daily.example/2"]
    assert errors == ["a.warc record 1 (https://daily.example/1): no article found in this page"]


ONE = record(1)
LENGTH = re.search(rb"Content-Length: \d+\r\n", ONE)
assert LENGTH
# A record that is shorter than it says takes the head of the next one with it.
DAMAGED = {
    "cut before its end": (ONE[:-9] + b"\r\n\r\n", "record 2: of another length than it says"),
    "too short a length": (
        ONE.replace(LENGTH[0], b"Content-Length: 300\r\n"),
        "record 2: of another length than it says",
    ),
    "no length": (ONE.replace(LENGTH[0], b""), "record 2: header without a length"),
    "negative length": (ONE.replace(LENGTH[0], b"Content-Length: -1\r\n"), "record 2: header without a length"),
    "huge length": (ONE.replace(LENGTH[0], b"Content-Length: " + b"9" * 5000 + b"\r\n"), "record 2: "),
    "another version": (ONE.replace(b"WARC/1.0", b"WARC/9.9"), "record 2: header that cannot be read"),
    "words between": (b"words\nand words\n" + ONE, "after record 1: no record where one should begin"),
    "header without end": (b"WARC/1.0\r\n" + b"A: b\r\n" * 200_000, "record 2: header without end"),
    "line without end": (b"WARC/1.0\r\nA: " + b"b" * 3_000_000 + b"\r\n", "record 2: header without end"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_record_is_one_line_and_the_rest_is_read(name: str, tmp_path: Path) -> None:
    damaged, error = DAMAGED[name]
    items, errors = read_bytes(tmp_path, "a.warc", record(0) + damaged + record(2) + record(3))
    assert [found[: len(f"a.warc {error}")] for found in errors] == [f"a.warc {error}"]
    numbers = {"cut before its end": (0, 3), "words between": (0, 1, 2, 3)}.get(name, (0, 2, 3))
    assert addresses(items) == [f"https://daily.example/{number}" for number in numbers]


PACKED = record(1, page(1, f"<!-- {os.urandom(3000).hex()} -->"), pack=True)
BROKEN = {
    "cut in the middle": (PACKED[: len(PACKED) // 2], "damaged"),
    "overwritten": (PACKED[:900] + bytes(300) + PACKED[1200:], "damaged"),
    "something else": (b"no gzip data\n" * 20, "damaged"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_damaged_member_is_one_line_and_the_rest_is_read(name: str, tmp_path: Path) -> None:
    damaged, why = BROKEN[name]
    rest = record(2, pack=True) + record(3, pack=True)
    items, errors = read_bytes(tmp_path, "a.warc.gz", record(0, pack=True) + damaged + rest)
    assert addresses(items) == [f"https://daily.example/{number}" for number in (0, 2, 3)]
    assert len(errors) == 1
    assert errors[0].startswith("a.warc.gz after record ")
    assert why in errors[0]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (record(0) + ONE[:-100], "a.warc record 2: cut off"),
        (record(0) + ONE[:60], "a.warc record 2: header without a length"),
        (record(0, pack=True) + PACKED[:-20], "a.warc record 2: gzip data is cut off"),
    ],
)
def test_an_archive_that_is_cut_off_says_so(data: bytes, error: str, tmp_path: Path) -> None:
    items, errors = read_bytes(tmp_path, "a.warc", data)
    assert (addresses(items), errors) == (["https://daily.example/0"], [error])


@pytest.mark.parametrize(
    ("data", "errors"),
    [
        (b"", ["a.warc: no page in this archive"]),
        (b"hello\nworld\n", ["a.warc: no record where one should begin"]),
        (b"WARC/1.0", ["a.warc record 1: header without a length"]),
        (b"WARC/1.0\r\n\r\n", ["a.warc record 1: header without a length"]),
        (gzip.compress(bytes(100_000)), ["a.warc: no record where one should begin"]),
    ],
)
def test_no_archive_is_one_error(data: bytes, errors: list[str], tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.warc", data) == ([], errors)


def test_pages_that_are_too_large_are_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(warc, "MAX_PAGE", 1_000_000)
    bomb = record(1, gzip.compress(bytes(20_000_000)), headers=(("Content-Encoding", "gzip"),))
    monkeypatch.setattr("kg.read.stream.MAX_BYTES", 1_000_000)
    items, errors = read_bytes(tmp_path, "a.warc", record(0, b"x" * 2_000_000) + bomb + record(2))
    assert addresses(items) == ["https://daily.example/2"]
    assert [error.partition(": ")[2] for error in errors] == [
        "page larger than 1 MB",
        "gzip data that unpacks without end",
    ]


class _Many(io.RawIOBase):
    """The same bytes many times over, as a file larger than memory."""

    def __init__(self, data: bytes, times: int) -> None:
        self._data, self._left, self._rest = data, times, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        if not self._rest and self._left:
            self._left -= 1
            self._rest = self._data
        chunk, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


def test_an_archive_may_be_larger_than_memory() -> None:
    large = record(1, os.urandom(5_000_000), type_="video/mp4", pack=True)
    errors: list[InputError] = []
    tracemalloc.start()
    try:
        list(read(["-"], stdin=io.BufferedReader(_Many(large, 20)), on_error=errors.append))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [error.why for error in errors] == ["no page in this archive"]
    assert peak < 20_000_000
