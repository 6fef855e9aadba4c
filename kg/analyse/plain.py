"""Text of articles made harmless for files, terminals and pages."""

from __future__ import annotations

import re

# What XML 1.0 cannot hold (control characters, lone surrogates, the two non-characters).
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What turns the direction of the text around it (Unicode UAX 9), so that a name may pose as another.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """The text without direction marks, every other character that XML forbids replaced by U+FFFD.

    >>> plain("Obama\\x00 \\u202eevil")
    'Obama\ufffd evil'
    """
    return _FORBIDDEN.sub("\ufffd", _DIRECTION.sub("", text))


def clip(text: str, length: int) -> str:
    """Plain text of at most `length` characters, an ellipsis at its end where something was cut."""
    text = plain(text[: length + 1])
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def local_name(term: str) -> str:
    """The last part of a CURIE or an IRI.

    >>> local_name("kgo:spokeWith"), local_name("https://example.org/my#lobbies")
    ('spokeWith', 'lobbies')
    """
    return re.split(r"[#/:]", term.rstrip("#/:"))[-1]


def words(term: str) -> str:
    """The local name of a term as words, for terms that have no label.

    >>> words("kgo:chiefExecutiveOf"), words("kgo:MediaOutlet")
    ('chief executive of', 'media outlet')
    """
    spaced = re.sub(r"(?<=[^\WA-Z_])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_-]", " ", plain(local_name(term)))
    spelt = (word if word.isupper() and len(word) > 1 else word.lower() for word in spaced.split())
    return " ".join(spelt) or plain(term)
