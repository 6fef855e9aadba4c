"""Bytes to text, and text to what every later floor can take."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from charset_normalizer import from_bytes

from kg.errors import InputError

# UTF-32's little-endian mark begins with UTF-16's, so it is asked first.
_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3\0", "a database"),
)
_WESTERN = "cp1252"
# The web reads these labels as Windows-1252 (WHATWG Encoding Standard, section 4.2).
_MEANS_WESTERN = frozenset({"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "ascii", "us-ascii"})
_MAX_CONTROL_SHARE = 0.1

_UNFIT = re.compile("[\x00\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def cleaned(text: str) -> str:
    """The text with NUL and lone surrogates replaced by U+FFFD, one for one, so that offsets hold.

    >>> cleaned("a\\x00b") == "a\\ufffdb"
    True
    """
    return _UNFIT.sub("\ufffd", text)


def decode(data: bytes, name: str, *, declared: str | None = None) -> str:
    """The text in the bytes, cleaned, without a byte order mark, otherwise exactly as it came in.

    A byte order mark decides; then strict UTF-8, UTF-16 without a mark, the encoding that the
    document declares, and last what charset-normalizer finds, Windows-1252 before its sisters because
    English news in one byte a character is written in that.

    Raises:
        InputError: the bytes are not text.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(name, f"{what}, not text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return cleaned(data[len(mark) :].decode(encoding, errors="replace"))
    if wide := _wide(data):
        return cleaned(data.decode(wide, errors="replace"))
    text = _strict(data, "utf-8") or _strict(data, declared) or _guessed(data)
    if data and (text is None or _is_binary(text)):
        raise InputError(name, "binary data, not text")
    return cleaned(text or "")


def _wide(data: bytes) -> str | None:
    """UTF-16's name when nearly every second byte is NUL, as in English without a mark."""
    sample = data[:4096]
    half = len(sample) // 2
    if half and len(data) % 2 == 0:
        if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
            return "utf-16-le"
        if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
            return "utf-16-be"
    return None


def _strict(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    encoding = _WESTERN if encoding.strip().lower() in _MEANS_WESTERN else encoding
    try:
        return data.decode(encoding)
    except (LookupError, ValueError):
        return None


def _guessed(data: bytes) -> str | None:
    matches = from_bytes(data)
    names = {name for match in matches for name in (match.encoding, *match.could_be_from_charset)}
    if _WESTERN in names:
        return _strict(data, _WESTERN)
    best = matches.best()
    return str(best) if best else None


def _is_binary(text: str) -> bool:
    return len(_CONTROL.findall(text[:100_000])) > _MAX_CONTROL_SHARE * min(len(text), 100_000)
