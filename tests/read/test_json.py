from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from .reading import read_bytes

ROW = {"text": "Obama met Hollande.", "title": "Summit"}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("name", ["a.json", "a.json.gz", "a"])
@pytest.mark.parametrize("value", [ROW, [ROW], [ROW, ROW, {"text": "x"}]])
def test_object_or_array(value: object, name: str, indent: int | None, tmp_path: Path) -> None:
    data = json.dumps(value, indent=indent).encode()
    items, errors = read_bytes(tmp_path, name, gzip.compress(data) if name.endswith("gz") else data)
    assert errors == []
    assert len(items) == (len(value) if isinstance(value, list) else 1)


def test_json_lines_under_another_name(tmp_path: Path) -> None:
    items, errors = read_bytes(tmp_path, "a.json", b'{"text": "x"}\n[]\n{"text": "y"}\n')
    assert len(items) == 2
    assert errors == ["a.json line 2: a row must be an object, not a list"]


def test_bad_item_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = '[{"text": "x"}, 5, {"text": "x", "text": "y"}, {"text": NaN}, {"text": "y"}]'
    items, errors = read_bytes(tmp_path, "a.json", rows.encode())
    assert len(items) == 2
    assert errors == [
        "a.json item 2: a row must be an object, not a number",
        "a.json item 3: 'text' is given twice",
        "a.json item 4: not JSON: NaN and Infinity are no numbers",
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no text"),
        (b"[]", "no text"),
        (b"null", "a row must be an object, not null"),
        (b'[{"text": "x"},', "not JSON: Expecting value (column 16)"),
        (b'[\n{"text": "x"\n', "not JSON: Expecting ',' delimiter (line 2, column 13)"),
        (b"[" * 100_000, "not JSON: nested too deeply"),
        (b"%PDF-1.4", "a PDF, not text"),
    ],
)
def test_bad_files(data: bytes, why: str, tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.json", data) == ([], [f"a.json: {why}"])
