"""Plain text: the article's text is the decoded file, character for character."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from kg.read.article import to_article
from kg.read.decode import decode
from kg.read.rows import Item
from kg.read.stream import whole


def read_text(stream: BufferedReader, name: str, stem: str) -> Iterator[Item]:
    """The one article of a text file; line ends stay as they are, the headline stays in the text."""
    yield to_article(name, stem=stem, text=decode(whole(stream, name), name))
