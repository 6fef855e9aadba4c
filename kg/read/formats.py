"""The table of formats: how a file's name, or its first bytes, tell its reader."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import PurePath
from typing import BinaryIO

from kg.errors import InputError
from kg.read.decode import decode
from kg.read.feed import ROOTS, read_feed, root_of
from kg.read.html import read_html
from kg.read.json import read_json
from kg.read.jsonl import read_jsonl
from kg.read.markdown import read_markdown
from kg.read.rows import Item
from kg.read.text import read_text
from kg.read.warc import read_warc

Reader = Callable[[BufferedReader, str, str], Iterator[Item]]
"""From a stream, the input's name for errors and its stem for ids, what it holds."""


@dataclass(frozen=True, slots=True)
class Format:
    """A source format: its name, the endings of its files, its reader, and whether a file is one article."""

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    is_single: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """Bytes to read, with what the place they come from tells of them.

    Attributes:
        stream: the bytes.
        format: how they are read; None to look at the first of them.
        url: where on the web they are.
    """

    stream: BinaryIO
    format: Format | None = None
    url: str | None = None


TEXT = Format("text", (".txt", ".text"), read_text, is_single=True)
MARKDOWN = Format("markdown", (".md", ".markdown"), read_markdown, is_single=True)
HTML = Format("html", (".html", ".htm", ".xhtml"), read_html, is_single=True)
JSONL = Format("jsonl", (".jsonl", ".ndjson"), read_jsonl)
JSON = Format("json", (".json",), read_json)

FEED = Format("feed", (".rss", ".atom", ".rdf", ".xml"), read_feed)
WARC = Format("warc", (".warc",), read_warc)

FORMATS = (TEXT, MARKDOWN, HTML, JSONL, JSON, FEED, WARC)

_HTML = re.compile(r"<(!doctype\s+html|\?xml|html|head|body|article|main|div|p|h1|title|meta)\b|<!--", re.I)
_ARRAY = re.compile(r"\[\s*(\{|\]\s*$)")
_OBJECT = re.compile(r'\{\s*("|\}|$)')


def named(filename: str) -> tuple[Format | None, str]:
    """The format of a file called so, if it has a known ending, and the name without endings.

    >>> named("summit.TXT.gz")[1]
    'summit'
    """
    path = PurePath(filename)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    suffix = path.suffix.lower()
    format_ = next((format_ for format_ in FORMATS if suffix in format_.suffixes), None)
    return format_, path.stem


def sniffed(head: bytes) -> Format:
    """The format of an input that begins so: a web archive, a feed, HTML, JSON lines, JSON, or else plain text."""
    if head.startswith(b"WARC/"):
        return WARC
    try:
        text = decode(head, "").lstrip()
    except InputError:
        return TEXT
    root = root_of(text)
    if root in ROOTS or (text.startswith("<?xml") and root not in ("", "html")):
        return FEED
    if _HTML.match(text):
        return HTML
    if _ARRAY.match(text):
        return JSON
    if _OBJECT.match(text):
        return JSONL if _is_row(text) else JSON
    return TEXT


def _is_row(text: str) -> bool:
    """Whether the first line is a row, be it a broken one, and not the start of an indented object."""
    line = text.partition("\n")[0].rstrip()
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return not line.endswith(("{", "[", ","))
    return True
