"""Inputs in, articles and extractions out; a bad input never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError
from kg.model import Article, Extraction
from kg.read.formats import sniffed
from kg.read.rows import Item
from kg.read.sources import Source, sources
from kg.read.stream import HEAD, unpacked


def read(
    inputs: Iterable[str | Path | Source],
    *,
    published: date | None = None,
    publisher: str | None = None,
    stdin: BinaryIO | None = None,
    on_error: Callable[[InputError], None] | None = None,
) -> Iterator[Article | Extraction]:
    """The articles of the inputs, in the order given, folders and globs sorted by path.

    A row of JSON lines that has an "article" is an extraction of `kg extract` and comes back as
    an `Extraction`, checked to be whole. In every format NUL and lone surrogates become U+FFFD, one
    for one, so that offsets hold; a byte order mark is no part of the text.

    Args:
        inputs: files, folders, globs, http and https addresses, "-" for standard input, or what
            `sources` listed. Addresses are fetched as their turn comes, and nothing else is.
        published: the publication day of articles whose input tells none.
        publisher: the publisher of articles whose input tells none.
        stdin: what "-" stands for; the process's own standard input when left out.
        on_error: gets each input, or row of it, that cannot be read; the rest goes on.

    Raises:
        InputError: the first bad input, when there is no `on_error`.
    """
    report = on_error or _raise
    for source in sources(inputs, stdin=stdin, on_error=report):
        for item in _items(source):
            if isinstance(item, InputError):
                report(item)
            else:
                yield _completed(item, published, publisher)


def _items(source: Source) -> Iterator[Item]:
    try:
        with source.open() as opened:
            stream = unpacked(opened.stream, source.name)
            format_ = opened.format or sniffed(stream.peek(HEAD))
            for item in format_.read(stream, source.name, source.stem):
                yield _placed(item, opened.url) if format_.is_single else item
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(source.name, (error.strerror or "cannot be read").lower())


def _placed(item: Item, url: str | None) -> Item:
    """The article of a page with the address that it was found at, unless it tells its own."""
    return replace(item, url=item.url or url) if isinstance(item, Article) else item


def _completed(item: Article | Extraction, published: date | None, publisher: str | None) -> Article | Extraction:
    if isinstance(item, Extraction):
        article = _completed(item.article, published, publisher)
        assert isinstance(article, Article)
        return replace(item, article=article)
    return replace(item, published=item.published or published, publisher=item.publisher or publisher)


def _raise(error: InputError) -> None:
    raise error
