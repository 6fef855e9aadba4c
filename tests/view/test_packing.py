from __future__ import annotations

import pytest

from kg.store.vocabulary import BASE
from kg.view.packing import relative, table

from .carried import unpacked


def test_a_table_names_its_columns_once_and_leaves_out_what_a_row_lacks() -> None:
    rows = [{"id": "a", "size": 0}, {"id": "b"}, {"id": "c", "size": 2, "more": True}]
    assert table(rows) == {"names": ["id", "size", "more"], "rows": [["a", 0], ["b"], ["c", 2, True]]}
    assert unpacked(table(rows)) == rows
    assert table([]) == {"names": [], "rows": []}


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        (f"{BASE}barack-obama", "barack-obama"),
        (f"{BASE}article/a1", "article/a1"),
        (BASE, BASE),
        (f"{BASE}urn:x", f"{BASE}urn:x"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_an_iri_without_its_base_is_never_taken_for_a_whole_one(iri: str, short: str) -> None:
    assert relative(iri) == short
