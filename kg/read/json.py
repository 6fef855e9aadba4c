"""A JSON file: one article or extraction, or an array of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedReader, BytesIO

from kg.errors import InputError
from kg.read.decode import decode
from kg.read.jsonl import read_jsonl
from kg.read.rows import Item, parse, to_item, why_not_json
from kg.read.stream import whole


def read_json(stream: BufferedReader, name: str, stem: str) -> Iterator[Item]:
    """The articles or extractions of the file, which may also turn out to be JSON lines."""
    text = decode(whole(stream, name), name).strip()
    if not text:
        raise InputError(name, "no text")
    try:
        value = parse(text)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise InputError(name, why_not_json(error)) from None
        yield from read_jsonl(BufferedReader(BytesIO(text.encode())), name, stem)
        return
    except (ValueError, RecursionError) as error:
        raise InputError(name, why_not_json(error)) from None
    if not isinstance(value, list):
        yield to_item(value, name)
        return
    if not value:
        yield InputError(name, "no text")
    for number, row in enumerate(value, start=1):
        yield to_item(row, f"{name} item {number}")
