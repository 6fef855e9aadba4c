"""JSON lines: one article or extraction a line; a bad line is named and the rest goes on."""

from __future__ import annotations

import io
from codecs import BOM_UTF8
from collections.abc import Iterator

from kg.errors import InputError
from kg.read.decode import decode
from kg.read.rows import Item, parse, to_item, why_not_json
from kg.read.stream import HEAD, whole

MAX_LINE = 1 << 26
"""The longest line, in bytes."""


def read_jsonl(stream: io.BufferedReader, name: str, stem: str) -> Iterator[Item]:
    """The article or extraction of each line; blank lines count but say nothing.

    Lines are read one at a time, so a file may be larger than memory and standard input may still
    be written while it is read.
    """
    is_empty = True
    for number, line in enumerate(_lines(stream, name), start=1):
        if len(line) > MAX_LINE:
            is_empty = False
            yield InputError(f"{name} line {number}", f"longer than {MAX_LINE // 1_000_000} MB")
        elif line.strip():
            is_empty = False
            yield _item(line, f"{name} line {number}")
    if is_empty:
        yield InputError(name, "no text")


def _item(line: bytes, name: str) -> Item:
    try:
        return to_item(parse(decode(line, name).strip()), name)
    except InputError as error:
        return error
    except (ValueError, RecursionError) as error:
        return InputError(name, why_not_json(error))


def _lines(stream: io.BufferedReader, name: str) -> Iterator[bytes]:
    """The lines; of one that is too long, no more than tells so."""
    rows = _narrow(stream, name)
    while line := rows.readline(MAX_LINE + 1):
        tail = line
        while len(line) > MAX_LINE and not tail.endswith(b"\n") and tail:
            tail = rows.readline(MAX_LINE)
        yield line


def _narrow(stream: io.BufferedReader, name: str) -> io.BufferedIOBase:
    """The stream without a mark, and in UTF-8 when it has NULs, as UTF-16 has: its line ends are wide."""
    if stream.peek(HEAD).startswith(BOM_UTF8):
        stream.read(len(BOM_UTF8))
    if b"\0" in stream.peek(HEAD):
        return io.BytesIO(decode(whole(stream, name), name).encode())
    return stream
