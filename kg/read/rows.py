"""JSON values to articles and extractions; the strictness that JSON lines and JSON files share."""

from __future__ import annotations

import json
import math
from typing import Any

from kg.errors import InputError
from kg.model import Article, Extraction
from kg.read.article import kind_of, to_article
from kg.read.decode import cleaned
from kg.read.extraction import to_extraction

Item = Article | Extraction | InputError
"""What readers yield: something read, or, in its place, why it could not be."""


class NotStrictError(ValueError):
    """JSON that parses but has no one meaning: a name given twice, or a number that is none."""


class _Twice(dict[str, Any]):
    """An object in which a name was given twice."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key


def parse(text: str) -> Any:
    """The JSON value, not yet strict: see `to_item`.

    Raises:
        json.JSONDecodeError: not JSON.
        ValueError, RecursionError: a number too long, or nesting too deep.
    """
    return json.loads(text, object_pairs_hook=_object)


def to_item(value: Any, name: str) -> Item:
    """The article or extraction that a row holds, or what is wrong with it."""
    try:
        row = _strict(value)
        if not isinstance(row, dict):
            return InputError(name, f"a row must be an object, not {kind_of(row)}")
        return to_extraction(row, name) if "article" in row else _to_article(row, name)
    except InputError as error:
        return error
    except NotStrictError as error:
        return InputError(name, str(error))
    except RecursionError:
        return InputError(name, "not JSON: nested too deeply")


def why_not_json(error: Exception) -> str:
    """One line on what `parse` raised."""
    if isinstance(error, json.JSONDecodeError):
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        return f"not JSON: {error.msg} ({line}column {error.colno})"
    if isinstance(error, RecursionError):
        return "not JSON: nested too deeply"
    return "not JSON: a number is too long"


def _to_article(row: dict[str, Any], name: str) -> Article:
    title = row.get("title")
    fields = {key: row.get(key) for key in ("id", "title", "text", "url", "published", "publisher")}
    return to_article(name, stem=title if isinstance(title, str) else "article", **fields)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [key for key, _ in pairs]
        return _Twice(next(key for key in names if names.count(key) > 1))
    return found


def _strict(value: Any) -> Any:
    """The value with its strings cleaned.

    Raises:
        NotStrictError: a name given twice, or NaN or Infinity.
    """
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, _Twice):
        raise NotStrictError(f"{cleaned(value.key[:40])!r} is given twice")
    if isinstance(value, dict):
        return {cleaned(key): _strict(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_strict(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        raise NotStrictError("not JSON: NaN and Infinity are no numbers")
    return value
