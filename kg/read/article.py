"""An `Article` from what a format tells, checked alike for all formats."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from hashlib import sha256

from kg.errors import InputError
from kg.model import Article
from kg.read.decode import cleaned

MAX_CHARACTERS = 10_000_000
"""The longest text of one article, in characters; longer ones are refused."""
MAX_ID = 500
"""The longest id that an input may give, in characters."""

_SLUG = 60
_KINDS = {
    type(None): "null",
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a string",
    list: "a list",
    dict: "an object",
}


def to_article(
    name: str,
    *,
    stem: str,
    text: object,
    id: object = None,  # noqa: A002 - the field's own name
    title: object = None,
    url: object = None,
    published: object = None,
    publisher: object = None,
) -> Article:
    """The article with these fields; blank fields count as not given.

    Without an id it gets the slug of `stem` and the first 8 hex digits of the text's SHA-256, so
    that an id depends on neither the place nor the order of reading.

    Raises:
        InputError: naming `name`; no text, or a field of the wrong type.
    """
    words = _text(name, text)
    return Article(
        id=_id(name, id) or f"{slug(stem)}-{sha256(words.encode()).hexdigest()[:8]}",
        text=words,
        title=_line(name, "title", title),
        url=_line(name, "url", url),
        published=_date(name, published),
        publisher=_line(name, "publisher", publisher),
    )


def slug(text: str) -> str:
    """The text as lower-case ASCII words joined by hyphens; "article" where none is left.

    >>> slug("Élysée: l'état d'urgence")
    'elysee-l-etat-d-urgence'
    """
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_)[:_SLUG].strip("-") or "article"


def to_date(text: str) -> date:
    """The day of an ISO 8601 date or date and time, as written there: no change of time zone.

    >>> to_date("2015-11-14T23:30:00-05:00")
    datetime.date(2015, 11, 14)

    Raises:
        ValueError: not such a date.
    """
    text = text.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(text).date()


def kind_of(value: object) -> str:
    """What a JSON value is, in words for an error."""
    return _KINDS.get(type(value), f"a {type(value).__name__}")


def _text(name: str, text: object) -> str:
    if text is not None and not isinstance(text, str):
        raise InputError(name, f'"text" must be a string, not {kind_of(text)}')
    if not text or text.isspace():
        raise InputError(name, "no text")
    if len(text) > MAX_CHARACTERS:
        raise InputError(name, f"text of {len(text):,} characters; {MAX_CHARACTERS:,} are the most")
    return cleaned(text)


def _id(name: str, value: object) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    id_ = _line(name, "id", value)
    if id_ and len(id_) > MAX_ID:
        raise InputError(name, f'"id" of {len(id_):,} characters; {MAX_ID} are the most')
    return id_


def _line(name: str, field: str, value: object) -> str | None:
    """The value in one line, or None where there is nothing."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(name, f'"{field}" must be a string, not {kind_of(value)}')
    return " ".join(cleaned(value).split()) or None


def _date(name: str, value: object) -> date | None:
    written = _line(name, "published", value)
    if written is None:
        return None
    try:
        return to_date(written)
    except ValueError:
        raise InputError(name, f'"published" is not an ISO date: {written[:40]!r}') from None
