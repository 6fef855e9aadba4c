from __future__ import annotations

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Article, Extraction
from kg.read import Source, read, sources

DAY = date(2015, 11, 14)


def test_order_is_that_of_the_inputs_and_sorted_within(tmp_path: Path) -> None:
    for name in ("c/z.txt", "c/a.txt", "b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    articles = list(read([tmp_path / "c", tmp_path / "b.txt", tmp_path]))
    assert [item.text for item in articles if isinstance(item, Article)] == ["c/a.txt", "c/z.txt", "b.txt"]


def test_defaults_fill_what_the_input_leaves_open(tmp_path: Path) -> None:
    rows = [
        {"text": "x"},
        {"text": "x", "published": "2001-01-01", "publisher": "Reuters"},
        {"article": {"id": "a", "text": "x"}},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    items = list(read([tmp_path / "a.jsonl"], published=DAY, publisher="AFP"))
    articles = [item.article if isinstance(item, Extraction) else item for item in items]
    assert [(article.published, article.publisher) for article in articles] == [
        (DAY, "AFP"),
        (date(2001, 1, 1), "Reuters"),
        (DAY, "AFP"),
    ]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"PARIS (AFP) - Obama met Hollande.", ["PARIS (AFP) - Obama met Hollande."]),
        (b'{"text": "x"}\n{"text": "y"}\n', ["x", "y"]),
        (b'[{"text": "x"}, {"text": "y"}]', ["x", "y"]),
        (b"<html><body><p>Obama met Hollande.</p></body></html>", ["Obama met Hollande."]),
    ],
)
def test_standard_input(data: bytes, texts: list[str], pack: object) -> None:
    assert callable(pack)
    articles = [item for item in read(["-"], stdin=io.BytesIO(pack(data))) if isinstance(item, Article)]
    assert [article.text for article in articles] == texts
    assert articles[0].id.startswith("article-")


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"", "standard input: no text"), (b'{"text": "x"}\n{}', "standard input line 2: no text")],
)
def test_errors_of_standard_input(data: bytes, error: str) -> None:
    errors: list[InputError] = []
    list(read(["-"], stdin=io.BytesIO(data), on_error=errors.append))
    assert [str(caught) for caught in errors] == [error]


def test_bad_inputs_do_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.4")
    (tmp_path / "c.txt").write_bytes(b"x")
    (tmp_path / "d.bin").write_bytes(bytes(100))
    errors: list[InputError] = []
    inputs = [tmp_path, tmp_path / "d.bin", tmp_path / "nope"]
    items = list(read(inputs, on_error=errors.append))
    assert len(items) == 1
    assert [str(error).removeprefix(f"{tmp_path}/") for error in errors] == [
        "nope: no such file or folder",
        "a.txt: no text",
        "b.txt: a PDF, not text",
        "d.bin: binary data, not text",
    ]


def test_first_error_is_raised_when_nobody_takes_it(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n[]\n{"text": "y"}')
    articles = read([tmp_path])
    assert next(articles)
    with pytest.raises(InputError, match=r"a\.jsonl line 2: a row must be an object"):
        next(articles)


def test_file_that_vanished_is_one_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    found: list[Source] = sources([path])
    path.unlink()
    errors: list[InputError] = []
    assert list(read(found, on_error=errors.append)) == []
    assert [error.why for error in errors] == ["no such file or directory"]


def test_articles_do_not_depend_on_where_they_lie(tmp_path: Path) -> None:
    data = {
        "a.txt": "Obama met Hollande.",
        "b.md": "# T\n\nObama met Hollande.",
        "c.html": "<p>Obama met Hollande.</p>",
        "d.json": '{"text": "x"}',
    }
    for place in ("here", "there/deeper"):
        (tmp_path / place).mkdir(parents=True)
        for name, text in data.items():
            (tmp_path / place / name).write_text(text)
    here, there = (list(read([tmp_path / place])) for place in ("here", "there/deeper"))
    assert len(here) == 4
    assert here == there


def test_nothing_in_nothing_out() -> None:
    assert list(read([])) == []
