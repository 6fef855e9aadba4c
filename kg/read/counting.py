"""How many articles there are to read, for those who want to know how long it will take."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.errors import InputError
from kg.read.formats import JSONL
from kg.read.sources import Source, sources

BLOCK = 1 << 20


def count(inputs: Iterable[str | Path | Source]) -> int | None:
    """How many articles the inputs hold: one a file, of JSON lines one a line.

    None where that cannot be told without reading all: standard input, web addresses, JSON arrays, feeds, web
    archives, compressed lines.
    """
    total = 0
    for source in sources(inputs, on_error=_pass):
        if source.format and source.format.is_single:
            total += 1
        elif source.format is not JSONL or source.size is None or source.name.lower().endswith(".gz"):
            return None
        else:
            try:
                total += _lines(source)
            except OSError:
                continue
    return total


def _lines(source: Source) -> int:
    with source.open() as opened:
        return sum(block.count(b"\n") for block in iter(lambda: opened.stream.read(BLOCK), b""))


def _pass(_: InputError) -> None:
    """What cannot be read is told when it is to be read."""
