"""Markdown: front matter to fields, the rest rendered to plain paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.errors import InputError
from kg.read.article import MAX_CHARACTERS, to_article
from kg.read.decode import decode
from kg.read.html import without_tags
from kg.read.rows import Item
from kg.read.stream import whole

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t\r]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_MAX_FRONT = 65_536
_ALIASES = {"date": "published", "source": "publisher"}
_FIELDS = ("id", "title", "url", "published", "publisher")
_NOTHING = frozenset({"", "~", "null"})
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
# Indented prose is common in articles and code is not, so indentation never makes code.
_MARKDOWN = MarkdownIt("commonmark").enable("table").disable("code")


def read_markdown(stream: BufferedReader, name: str, stem: str) -> Iterator[Item]:
    """The one article of a Markdown file.

    Title, date (or published), publisher (or source), url and id come from YAML front matter; without
    a title there, a first heading of the first level is the title too. The text is the rendered plain
    text: headings, list items and table rows are paragraphs of their own, separated by blank lines;
    of links, emphasis and images the words remain; HTML loses its tags.

    Raises:
        InputError: no text, or front matter that is not YAML.
    """
    written = decode(whole(stream, name), name)
    if len(written) > MAX_CHARACTERS:
        raise InputError(name, f"text of {len(written):,} characters; {MAX_CHARACTERS:,} are the most")
    front, body = _split(written, name)
    tokens = _MARKDOWN.parse(body)
    fields = {"title": _headline(tokens), **front}
    yield to_article(name, stem=stem, text="\n\n".join(_paragraphs(tokens)), **fields)


def _split(written: str, name: str) -> tuple[dict[str, Any], str]:
    """The fields of the front matter and what follows it; a `---` that opens no mapping is a rule."""
    match = _FRONT.match(written)
    if match is None or match.end(1) > _MAX_FRONT:
        return {}, written
    front = _yaml(match.group(1), name)
    if not isinstance(front, dict):
        return {}, written
    given = {_ALIASES.get(str(key).lower(), str(key).lower()): value for key, value in front.items()}
    fields = {key: given[key] for key in _FIELDS if str(given.get(key, "")).lower() not in _NOTHING}
    return fields, written[match.end() :]


def _yaml(text: str, name: str) -> Any:
    """The YAML value, all scalars as strings, so that a date keeps the day that was written."""
    from srsly.ruamel_yaml import YAML
    from srsly.ruamel_yaml.error import YAMLError, YAMLFutureWarning

    try:
        return YAML(typ="base").load(text)
    except (YAMLError, YAMLFutureWarning, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 2})" if mark else ""
        hint = "put values with a colon in quotation marks"
        raise InputError(name, f"front matter is not YAML{where}; {hint}") from None


def _headline(tokens: list[Token]) -> str | None:
    if len(tokens) > 1 and tokens[0].tag == "h1":
        return _words(tokens[1].children or [])
    return None


def _paragraphs(tokens: list[Token]) -> Iterator[str]:
    """The blocks in reading order; the cells of a table row together, separated by tabs."""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield "\t".join(row)
            row = None
        elif row is not None and token.type == "inline":
            row.append(_words(token.children or []))
        elif words := _block(token):
            yield words


def _block(token: Token) -> str:
    if token.type == "inline":
        return _words(token.children or []).strip()
    if token.type == "fence":
        return token.content.strip()
    return without_tags(token.content) if token.type == "html_block" else ""


def _words(tokens: list[Token]) -> str:
    """The words of a paragraph: a line break within it is a space, a forced one a line break."""
    words = []
    for token in tokens:
        if token.type == "image":
            words.append(_words(token.children or []))
        elif token.type in ("text", "text_special", "code_inline"):
            words.append(token.content)
        else:
            words.append(_BREAKS.get(token.type, ""))
    return "".join(words)
