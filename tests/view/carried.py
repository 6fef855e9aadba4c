"""What a page carries, read as a browser would."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any


class Reader(HTMLParser):
    """The elements of a page, and the text of its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[str | None, str]] = []
        self._script: str | None = None
        self._inside = ""
        self.title = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag
        if tag == "script":
            self.scripts.append((dict(attrs).get("id"), ""))

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            name, text = self.scripts[-1]
            self.scripts[-1] = (name, text + data)
        elif self._inside == "title":
            self.title += data

    def data(self) -> dict[str, Any]:
        """The page's data by the id of its script, tables unpacked to their rows."""
        read = {name: json.loads(text, parse_constant=_refuse) for name, text in self.scripts if name}
        shared = read["kg-data"]
        shared |= {name: unpacked(shared[name]) for name in ("claims", "articles")}
        return read | {name: unpacked(read[name]) for name in ("kg-nodes", "kg-edges")}


def unpacked(table: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a table with the names of their columns, without what they leave open."""
    return [
        {name: value for name, value in zip(table["names"], row, strict=False) if value is not None}
        for row in table["rows"]
    ]


def _refuse(constant: str) -> None:
    raise ValueError(constant)
