from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from kg.read import count, sources


@pytest.mark.parametrize(
    ("files", "number"),
    [
        ({"a.txt": "One.", "b.md": "Two.", "c.html": "<p>Three.</p>", "d.bin": "?"}, 3),
        ({"rows.jsonl": '{"text": "One."}\n{"text": "Two."}\n', "a.txt": "Three."}, 3),
        ({"rows.json": "[]", "a.txt": "One."}, None),
        ({"news.rss": "<rss/>", "a.txt": "One."}, None),
    ],
)
def test_articles_of_a_folder(files: dict[str, str], number: int | None, tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert count([tmp_path]) == number


def test_what_cannot_be_counted_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(b"{}\n"))
    assert count([tmp_path]) is None
    assert count(["https://127.0.0.1:1/not-fetched.txt"]) is None
    stream = io.BytesIO(b"text")
    assert count(sources(["-"], stdin=stream)) is None
    assert stream.read() == b"text"


def test_what_is_not_there_counts_nothing(tmp_path: Path) -> None:
    assert count([tmp_path / "none.txt"]) == 0
