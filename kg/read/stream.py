"""Bytes of an input: unpacked when they are gzip, and never more than a laptop can hold."""

from __future__ import annotations

import io
import zlib
from collections import deque
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
_MEMBER = b"\x1f\x8b\x08"
_GZIP_WINDOW = zlib.MAX_WBITS + 16
_BLOCK = 8192
_KEPT = 32
_INFLATED = 1 << 16


def unpacked(raw: BinaryIO, name: str) -> io.BufferedReader:
    """The stream's bytes, unpacked when they begin as gzip data does, whatever the file is called.

    Reading from it raises `InputError` for gzip data that is damaged, cut off, or a bomb.
    """
    head = raw.read(HEAD)
    rewound = _Rewound(head, raw)
    if head.startswith(_GZIP):
        return io.BufferedReader(_Inflated(rewound, name), _INFLATED)
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
    """The unpacked bytes of gzip data, member after member, up to a bomb's threshold.

    Damage raises once; whoever reads on gets what follows the head of the next member.
    """

    def __init__(self, packed: _Rewound, name: str) -> None:
        self._packed = packed
        self._name = name
        self._given = 0
        self._member: zlib._Decompress | None = None
        self._rest = b""
        self._taken: deque[bytes] = deque(maxlen=_KEPT)
        self._is_lost = False

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
        """The next bytes, at most so many; none at the end."""
        if self._is_lost:
            self._find_member()
        while self._filled():
            if self._member is None:
                self._member = zlib.decompressobj(_GZIP_WINDOW)
                self._taken.clear()
            if chunk := self._inflated(self._member, size):
                return chunk
        if self._member is not None:
            raise self._damage("gzip data is cut off")
        return b""

    def _filled(self) -> bool:
        """Whether there is packed data; zeros between members are padding."""
        while True:
            if self._member is None:
                self._rest = self._rest.lstrip(b"\0")
            if self._rest:
                return True
            self._rest = self._packed.read(_BLOCK) or b""
            if not self._rest:
                return False

    def _inflated(self, member: zlib._Decompress, size: int) -> bytes:
        try:
            chunk = member.decompress(self._rest, size)
        except zlib.error:
            raise self._damage("gzip data is damaged") from None
        left = member.unused_data if member.eof else member.unconsumed_tail
        self._taken.append(self._rest[: len(self._rest) - len(left)])
        self._rest = left
        if member.eof:
            self._member = None
        return chunk

    def _damage(self, why: str) -> InputError:
        self._is_lost = True
        return InputError(self._name, why)

    def _find_member(self) -> None:
        """On to the head of the next member, which the broken one may have swallowed."""
        data = b"".join((*self._taken, self._rest))[1:]
        while (at := data.find(_MEMBER)) < 0 and (block := self._packed.read(_BLOCK)):
            data = data[1 - len(_MEMBER) :] + block
        self._rest = data[at:] if at >= 0 else b""
        self._member, self._is_lost = None, False
        self._taken.clear()
