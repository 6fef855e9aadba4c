"""The words of HTML, block by block: for markup that is all article, and has no page around it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figure footer form h1"
    " h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset(
    "applet audio button canvas datalist embed figure footer form head iframe math nav noscript object script select"
    " style svg template textarea title video".split()
)


def paragraphs(markup: str) -> Iterator[str]:
    """The words of each block, inline markup melted into them; scripts, menus, figures and forms are silent.

    >>> list(paragraphs("<p>They <b>met</b>.</p><ul><li>One<li>Two</ul>"))
    ['They met.', 'One', 'Two']

    Raises:
        ValueError: it cannot be parsed.
    """
    words: list[str] = []
    for piece in _pieces(_tree(markup)):
        if piece is not None:
            words.append(piece)
        else:
            if block := " ".join("".join(words).split()):
                yield block
            words = []


def _tree(markup: str) -> Any:
    """lxml's tree; the declaration before it makes a document of what is empty or nothing but text."""
    from lxml import etree

    try:
        return etree.fromstring(f"<!DOCTYPE html><html>{markup}".encode(), parser=_parser())
    except etree.LxmlError as error:
        raise ValueError(str(error)) from None


@cache
def _parser() -> Any:
    from lxml import etree

    return etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)


def _pieces(tree: Any) -> Iterator[str | None]:
    """The texts in reading order, None where a block begins or ends."""
    from lxml import etree

    silent = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            silent += element.tag in _SILENT
        if element.tag in _BLOCKS:
            yield None
        if event == "start" and element.text and not silent:
            yield element.text
        if event == "end":
            silent -= element.tag in _SILENT
            if element.tail and not silent:
                yield element.tail
    yield None
