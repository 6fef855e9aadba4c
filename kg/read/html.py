"""Web pages: the article without its page, by trafilatura."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BufferedReader
from typing import Any

from kg.errors import InputError
from kg.model import Article
from kg.read.article import MAX_CHARACTERS, to_article
from kg.read.decode import decode
from kg.read.markup import paragraphs
from kg.read.rows import Item
from kg.read.stream import whole

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I)
_BODY = re.compile(r"<(html|body)\b", re.I)
_OPTIONS: dict[str, Any] = {
    "with_metadata": True,
    "include_comments": False,
    "include_tables": False,
    "prune_xpath": ["//noscript"],
    # Without this a year in a footer, or a day that the text speaks of, passes for the day of publication.
    "date_extraction_params": {"extensive_search": False, "original_date": True},
}


def read_html(stream: BufferedReader, name: str, stem: str) -> Iterator[Item]:
    """The one article of a page, with its title, day, publisher and canonical address.

    Raises:
        InputError: no article in it, for example only a script.
    """
    yield to_page(whole(stream, name), name, stem=stem)


def to_page(
    data: bytes,
    name: str,
    *,
    stem: str | None = None,
    url: str | None = None,
    charset: str | None = None,
    seen: date | None = None,
) -> Article:
    """The article of a page's bytes.

    The text is what trafilatura takes for the article, paragraphs separated by blank lines; menus,
    comments, tables and scripts are left out. A day of publication later than `seen` is dropped.

    Args:
        stem: what its id is made from; its title when left out.
        url: where it was found; its canonical address when left out.
        charset: the encoding that came with it; the one that it declares when left out.
        seen: the last day on which it can have been published; today when left out.

    Raises:
        InputError: naming `name`; no article in it.
    """
    declared = _CHARSET.search(data[:4096])
    page = decode(data, name, declared=charset or (declared.group(1).decode("ascii", "replace") if declared else None))
    if len(page) > MAX_CHARACTERS:
        raise InputError(name, f"page of {len(page):,} characters; {MAX_CHARACTERS:,} are the most")
    document = _extracted(page, name)
    if document is None:
        raise InputError(name, "no article found in this page" if page.strip() else "no text")
    return to_article(
        name,
        stem=stem or document.title or "article",
        text=_text(document, page),
        title=document.title,
        url=url or (document.url if str(document.url).startswith(("https://", "http://")) else None),
        published=until(document.date, seen),
        publisher=document.sitename,
    )


def until(day: str | None, seen: date | None = None) -> str | None:
    """The ISO day unless it is later than `seen`, or than today: then a mistake."""
    return day if day and day <= (seen or date.today()).isoformat() else None


def without_tags(markup: str) -> str:
    """The words of a piece of HTML in one line, without scripts, styles and comments."""
    try:
        return str(_trafilatura().html2txt(f"<html><body>{markup}</body></html>"))
    except Exception:  # as in _extracted: what cannot be parsed has no words
        return ""


def _extracted(page: str, name: str) -> Any:
    """trafilatura's document, or None; a fragment without a body is taken for one."""
    if not _BODY.search(page):
        page = f"<html><body>{page}</body></html>"
    try:
        return _trafilatura().bare_extraction(page, **_OPTIONS)
    except Exception as error:  # hostile pages make the parsers beneath fail in many ways
        raise InputError(name, f"page that cannot be parsed ({type(error).__name__})") from None


@cache
def _trafilatura() -> Any:
    """The library; loaded with the first page, because loading takes half a second."""
    import trafilatura

    for library in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    return trafilatura


def _text(document: Any, page: str) -> str:
    """The article's paragraphs.

    Where it finds hardly any, trafilatura takes the whole page for one, broken at each tag, inline or not.
    """
    only = document.body[0] if document.body is not None and len(document.body) == 1 else None
    if only is not None and not len(only) and "\n" in (only.text or ""):
        return "\n\n".join(paragraphs(page))
    return _paragraphs(document.text or "")


def _paragraphs(text: str) -> str:
    """trafilatura's lines, which are blocks of the page, as paragraphs; list items without their dash."""
    lines = (line.strip().removeprefix("- ") for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)
