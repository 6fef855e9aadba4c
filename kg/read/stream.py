"""Bytes of an input: unpacked when they are gzip, and never more than a laptop can hold."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD = 4096
"""How many bytes of an input are looked at to tell what it is."""
MAX_BYTES = 200_000_000
"""The largest document that is read in one piece, in bytes after unpacking."""
MAX_GROWTH = 100
"""How many times its size gzip data over `MAX_BYTES` may grow; news text grows 3 to 10 times."""

_GZIP = b"\x1f\x8b"


def unpacked(raw: BinaryIO, name: str) -> io.BufferedReader:
    """The stream's bytes, unpacked when they begin as gzip data does, whatever the file is called.

    Reading from it raises `InputError` for gzip data that is damaged, cut off, or a bomb.
    """
    head = raw.read(HEAD)
    rewound = _Rewound(head, raw)
    if head.startswith(_GZIP):
        return io.BufferedReader(_Inflated(rewound, name), HEAD)
    return io.BufferedReader(rewound, HEAD)


def whole(stream: BinaryIO, name: str) -> bytes:
    """All bytes of the stream.

    Raises:
        InputError: more than `MAX_BYTES`.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(name, f"larger than {MAX_BYTES // 1_000_000} MB")
    return data


class _Rewound(io.RawIOBase):
    """A stream whose head was read already; `taken` counts the bytes given out.

    Closing it leaves the stream beneath open, because standard input is not ours to close.
    """

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        chunk = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(chunk)] = chunk
        self.taken += len(chunk)
        return len(chunk)


class _Inflated(io.RawIOBase):
    """The unpacked bytes of a gzip stream, up to a bomb's threshold."""

    def __init__(self, packed: _Rewound, name: str) -> None:
        self._packed = packed
        self._gzip = gzip.GzipFile(fileobj=io.BufferedReader(packed), mode="rb")
        self._name = name
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        chunk = self._chunk(len(view))
        self._given += len(chunk)
        if self._given > MAX_BYTES and self._given > MAX_GROWTH * self._packed.taken:
            raise InputError(self._name, "gzip data that unpacks without end")
        view[: len(chunk)] = chunk
        return len(chunk)

    def _chunk(self, size: int) -> bytes:
        try:
            return self._gzip.read1(size)
        except EOFError:
            raise InputError(self._name, "gzip data is cut off") from None
        except (gzip.BadGzipFile, zlib.error):
            raise InputError(self._name, "gzip data is damaged") from None
