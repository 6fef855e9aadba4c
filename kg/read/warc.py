"""Web archives (ISO 28500): an article a page, record by record, by warcio."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date, timedelta
from email.message import Message
from functools import cache
from io import BufferedReader, BytesIO
from typing import Any

from kg.errors import InputError
from kg.read.article import to_date
from kg.read.html import to_page
from kg.read.rows import Item
from kg.read.stream import unpacked, whole

MAX_PAGE = 50_000_000
"""The largest record that is read, in bytes; larger ones are passed over."""
MAX_HEAD = 1 << 20
"""How long the headers of a record may be, in bytes."""
_MAX_LINE = 1 << 16
_BLOCK = 1 << 16
_MARK = b"WARC/"
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_PACKED = frozenset({"gzip", "x-gzip"})


def read_warc(stream: BufferedReader, name: str, stem: str) -> Iterator[Item]:
    """The article of each page: of each response with status 200 that is HTML; the rest is passed over.

    One record is held at a time, so that an archive may be larger than memory. A record that is damaged
    or cut off is named, and the next that can be found is read. The article's address is the record's;
    its day is what the page tells, for the day of the visit is none of publication.
    """
    is_empty = True
    for item in _items(_Lines(stream), name):
        is_empty = False
        yield item
    if is_empty:
        yield InputError(name, "no page in this archive")


def _items(lines: _Lines, name: str) -> Iterator[Item]:
    number, is_lost = 0, False
    line: bytes | None = None
    while line != b"":
        where = f"{name} after record {number}" if number else name
        found: Item | None = None
        try:
            line = lines.first()
            if line.startswith(_MARK):
                number, is_lost = number + 1, False
                where = f"{name} record {number}"
                found = _item(lines, line, where)
            elif line.strip():
                raise InputError(where, "no record where one should begin")
        except InputError as error:
            found = None if is_lost else InputError(where, error.why)
            is_lost = True
        if found is not None:
            yield found


def _item(lines: _Lines, line: bytes, where: str) -> Item | None:
    """What the record that begins with the line gives; afterwards the stream is at its end.

    Raises:
        InputError: the record is damaged or cut off.
    """
    record = _record(lines, line, where)
    page = None
    if _is_response(record) and (head := _head(record, where)) and _is_page(head):
        page = _body(record, head, where)
    while record.raw_stream.read(_BLOCK):
        continue
    if record.raw_stream.limit:
        raise InputError(where, "cut off")
    if not lines.are_between_records():
        raise InputError(where, "of another length than it says")
    if page is None:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        if len(page) > MAX_PAGE:
            return InputError(f"{where} ({url})", f"page larger than {MAX_PAGE // 1_000_000} MB")
        packed = unpacked(BytesIO(page), where)
        return to_page(whole(packed, where), where, url=url, charset=_charset(head), seen=_visited(record))
    except InputError as error:
        return InputError(f"{where} ({url})", error.why)


@cache
def _loader() -> Any:
    """The library's parser of records; loaded with the first archive."""
    from warcio.recordloader import ArcWarcRecordLoader

    logging.getLogger("warcio").addHandler(logging.NullHandler())
    return ArcWarcRecordLoader(verify_http=False)


def _record(lines: _Lines, line: bytes, where: str) -> Any:
    from warcio.exceptions import ArchiveLoadFailed

    try:
        record = _loader().parse_record_stream(lines, statusline=line, known_format="warc", no_record_parse=True)
    except (ArchiveLoadFailed, ValueError, EOFError):
        raise InputError(where, "header that cannot be read") from None
    length = record.rec_headers.get_header("Content-Length") or ""
    if not (length.isascii() and length.isdigit()):
        raise InputError(where, "header without a length")
    return record


def _is_response(record: Any) -> bool:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    return record.rec_type == "response" and url.startswith(("https://", "http://"))


def _head(record: Any, where: str) -> Any:
    """The HTTP headers of the record, or None where it has none."""
    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        record.http_headers = _loader().load_http_headers(record.rec_type, url, record.raw_stream, record.length)
    except (ValueError, EOFError):
        raise InputError(where, "HTTP header that cannot be read") from None
    return record.http_headers


def _is_page(head: Any) -> bool:
    return head.get_statuscode() == "200" and _type(head).get_content_type() in _PAGES


def _type(head: Any) -> Message:
    message = Message()
    message["Content-Type"] = head.get_header("Content-Type") or "application/octet-stream"
    return message


def _charset(head: Any) -> str | None:
    return _type(head).get_content_charset()


def _body(record: Any, head: Any, where: str) -> bytes:
    """The page's bytes without chunks, at most one more than are read; gzip is left to `unpacked`."""
    if (head.get_header("Content-Encoding") or "").strip().lower() in _PACKED:
        head.remove_header("Content-Encoding")
    try:
        return bytes(record.content_stream().read(MAX_PAGE + 1))
    except (ValueError, EOFError, AttributeError):
        raise InputError(where, "page that cannot be unpacked") from None


def _visited(record: Any) -> date | None:
    """The last day on which the page can have been published: that of the visit in the farthest time zone."""
    try:
        return to_date(record.rec_headers.get_header("WARC-Date") or "") + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


class _Lines:
    """The archive as warcio reads it, with headers of bounded length."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self._left = MAX_HEAD

    def first(self) -> bytes:
        """A line that may begin a record."""
        self._left = MAX_HEAD
        return self.readline()

    def readline(self, length: int | None = None) -> bytes:
        """The next line of a header, or its beginning where it is too long."""
        if self._left <= 0:
            raise InputError("", "header without end")
        line = self._stream.readline(min(length or _MAX_LINE, _MAX_LINE))
        self._left -= len(line)
        return line

    def are_between_records(self) -> bool:
        """Whether what comes next is a blank line, a record or the end."""
        head = self._stream.peek(len(_MARK))[: len(_MARK)]
        return head[:1] in (b"", b"\r", b"\n") or _MARK.startswith(head)

    def read(self, length: int | None = None) -> bytes:
        """So many bytes, or fewer at the end."""
        return self._stream.read(length)

    def tell(self) -> int:
        """As warcio asks before it parses; nothing depends on it."""
        return 0
