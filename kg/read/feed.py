"""Feeds: RSS and Atom, an article an entry, by feedparser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache
from html.entities import html5
from io import BufferedReader, BytesIO
from typing import Any
from urllib.parse import urljoin

from kg.errors import InputError
from kg.read.article import MAX_CHARACTERS, to_article, to_date
from kg.read.decode import decode
from kg.read.html import until, without_tags
from kg.read.markup import paragraphs
from kg.read.rows import Item
from kg.read.stream import whole

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_DECLARED = re.compile(rb"""<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""")
_BEFORE = r"\s*(?:(?><\?[^>]*\?>|<!--.*?-->|<!DOCTYPE\b[^>\[]*(?:\[.*?\]\s*)?>)\s*)*+"
_ROOT = re.compile(_BEFORE + r"<([\w:.-]+)", re.DOTALL | re.I)
ROOTS = frozenset({"rss", "feed", "rdf"})
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]+)|([0-9]+));?", re.I)
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


def read_feed(stream: BufferedReader, name: str, stem: str) -> Iterator[Item]:
    """The article of each entry, in the order of the feed; links are not followed.

    The text is the entry's content, or its summary where it has none; the publisher is the source that
    the entry names, or else the feed's title. Entities that a document declares for itself stay as they
    are written, and nothing is fetched. Of a feed that is not well-formed, what can be read is read.

    Raises:
        InputError: no feed.
    """
    feed = _parsed(_text(stream, name), name)
    if feed.bozo:
        yield InputError(name, f"not well-formed XML ({_why(feed.bozo_exception)}); what can be read is read")
    elif not feed.entries:
        yield InputError(name, "no entries in this feed")
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield _article(entry, feed.feed, f"{name} entry {number}")
        except InputError as error:
            yield error


def root_of(text: str) -> str:
    """The first element's name without prefix, in lower case; "" where the text does not begin as XML.

    >>> root_of('<?xml version="1.0"?><!-- news --><rdf:RDF>')
    'rdf'
    """
    return _root(text).rpartition(":")[2].lower()


def _root(text: str) -> str:
    match = _ROOT.match(text)
    return match.group(1) if match else ""


def _text(stream: BufferedReader, name: str) -> str:
    """The document without its XML declaration, which speaks of bytes, and without HTML's entities."""
    data = whole(stream, name)
    declared = _DECLARED.search(data[:1024])
    text = decode(data, name, declared=declared.group(1).decode("ascii") if declared else None)
    if len(text) > MAX_CHARACTERS:
        raise InputError(name, f"feed of {len(text):,} characters; {MAX_CHARACTERS:,} are the most")
    if not text.strip():
        raise InputError(name, "no text")
    if root_of(text) not in ROOTS:
        raise _no_feed(text, name)
    undeclared = text[match.end() :] if (match := _DECLARATION.match(text)) else text
    return _ENTITY.sub(_character, _REFERENCE.sub(_numbered, undeclared))


def _no_feed(text: str, name: str) -> InputError:
    return InputError(name, f"no feed but <{root[:40]}>" if (root := _root(text)) else "no feed")


def _character(match: re.Match[str]) -> str:
    """What HTML's entity stands for: many feeds use those that XML does not know."""
    entity = match.group(1)
    return match.group() if entity in _OF_XML else html5.get(f"{entity};", match.group())


def _numbered(match: re.Match[str]) -> str:
    """The reference as it is, unless NUL, a lone surrogate or no character at all is meant."""
    digits, base = (match.group(1), 16) if match.group(1) else (match.group(2), 10)
    number = int(digits.lstrip("0")[:9] or "0", base)
    is_character = 0 < number < 0xD800 or 0xDFFF < number < 0x110000
    return match.group() if is_character else "\ufffd"


def _parsed(text: str, name: str) -> Any:
    """feedparser's feed; given as a stream, because it opens what a string or bytes name."""
    try:
        feed = _feedparser().parse(
            BytesIO(text.encode()),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # as with pages, hostile feeds make the parsers beneath fail in many ways
        raise InputError(name, f"feed that cannot be parsed ({type(error).__name__})") from None
    if not feed.version:
        raise _no_feed(text, name)
    return feed


@cache
def _feedparser() -> Any:
    """The library; loaded with the first feed."""
    import feedparser

    return feedparser


def _why(error: Any) -> str:
    """A parser's message with the line of the feed, before which feedparser puts a declaration of its own."""
    message = error.getMessage() if hasattr(error, "getMessage") else type(error).__name__
    line = error.getLineNumber() if hasattr(error, "getLineNumber") else None
    return f"line {line - 1}: {message}" if line and line > 1 else str(message)


def _article(entry: Any, feed: Any, name: str) -> Item:
    title = _line(entry.get("title_detail"))
    source = entry.get("source") or {}
    return to_article(
        name,
        stem=title or "article",
        text=next((words for part in _parts(entry) if (words := _words(part, name))), None),
        title=title,
        url=_address(entry.get("link"), feed.get("link")),
        published=until(_day(entry)),
        publisher=_line(source.get("title_detail")) or source.get("title") or _line(feed.get("title_detail")),
    )


def _address(link: str | None, home: str | None) -> str | None:
    """The link, which may be relative to the feed's, if it leads into the web."""
    try:
        url = urljoin(home or "", link or "")
    except ValueError:
        return None
    return url if link and url.startswith(("https://", "http://")) else None


def _parts(entry: Any) -> Iterator[Any]:
    """Where the text may be, the whole before the summary."""
    yield from sorted(entry.get("content") or (), key=lambda part: -len(part.get("value") or ""))
    if summary := entry.get("summary_detail"):
        yield summary


def _words(part: Any, name: str) -> str:
    value = str(part.get("value") or "")
    if not _is_marked_up(part):
        return value.strip()
    try:
        return "\n\n".join(paragraphs(value))
    except ValueError:
        raise InputError(name, "markup that cannot be parsed") from None


def _line(part: Any) -> str | None:
    if not part:
        return None
    value = str(part.get("value") or "")
    return without_tags(value) if _is_marked_up(part) else value


def _is_marked_up(part: Any) -> bool:
    return "html" in str(part.get("type"))


def _day(entry: Any) -> str | None:
    """The day of publication as written, in its own time zone; else that of the last change."""
    for field in ("published", "created", "updated"):
        if field in entry and (day := _written(entry[field]) or _reckoned(entry.get(f"{field}_parsed"))):
            return day.isoformat()
    return None


def _written(text: str) -> date | None:
    for read in (to_date, lambda text: parsedate_to_datetime(text).date()):
        try:
            return read(text)
        except (ValueError, TypeError, IndexError):
            continue
    return None


def _reckoned(parsed: Any) -> date | None:
    """The day that feedparser makes of a date written in another way."""
    try:
        return date(*parsed[:3])
    except (ValueError, TypeError):
        return None
