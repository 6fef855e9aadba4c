"""Reads bytes as a file of that name would be read."""

from __future__ import annotations

from pathlib import Path

from kg.errors import InputError
from kg.model import Article, Extraction
from kg.read import read


def read_bytes(folder: Path, name: str, data: bytes) -> tuple[list[Article | Extraction], list[str]]:
    """What a file with these bytes holds, and the errors without the folder's name."""
    path = folder / name
    path.write_bytes(data)
    errors: list[InputError] = []
    items = list(read([path], on_error=errors.append))
    return items, [str(error).replace(f"{folder}/", "") for error in errors]


def read_article(folder: Path, name: str, data: bytes) -> Article:
    """The one article in a file with these bytes."""
    items, errors = read_bytes(folder, name, data)
    assert errors == []
    (item,) = items
    assert isinstance(item, Article)
    return item
