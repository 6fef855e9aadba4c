"""What `kg export` writes to a terminal cannot steer it."""

from __future__ import annotations

import io

import pyoxigraph as ox
import pytest

from kg.cli.exchange import Terminal
from kg.store import RDF_FORMATS, GraphStore, export
from tests.store.extractions import article, extraction
from tests.store.formats import FORMATS, TRIPLES_ONLY

STEERING = "\x1b[2J\x07\x9b31m\x7f\u202egpj.exe\u2066\u200f é 中"


@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_nothing_steers_a_terminal_and_nothing_is_lost(format_: str) -> None:
    store = GraphStore.open(None)
    store.add(extraction(article=article(title=STEERING, publisher=STEERING)))
    shown = io.BytesIO()
    export(store, format_, Terminal(shown))  # type: ignore[arg-type]
    text = shown.getvalue().decode("utf-8")
    assert all(character.isprintable() or character == "\n" for character in text)
    assert "é 中" in text
    found = set(ox.parse(shown.getvalue(), format=FORMATS[format_]))
    assert {quad.triple for quad in found} == {quad.triple for quad in store.quads}
    assert format_ in TRIPLES_ONLY or found == set(store.quads)
