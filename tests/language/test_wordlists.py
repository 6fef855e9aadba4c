"""The tables of words: their shape, and that each list is asked for somewhere."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from kg.language.wordlists import table, words

WIDTHS = {
    "appointing": 2,
    "epithets": 2,
    "ranks": 2,
    "judging": 2,
    "kin": 3,
    "parties": 3,
    "persons": 3,
    "reporting": 2,
    "surnames": 2,
    "words": 2,
}


@pytest.mark.parametrize(("name", "width"), WIDTHS.items())
def test_every_row_of_a_table_has_its_cells(name: str, width: int) -> None:
    rows = table(name)
    assert rows
    assert {len(row) for row in rows} == {width}
    assert all(cell == cell.strip() for row in rows for cell in row)
    assert all(row[0] for row in rows)


def test_words_stand_once_in_a_list_and_in_order() -> None:
    rows = table("words")
    assert rows == sorted(rows)
    assert len({tuple(row) for row in rows}) == len(rows)


def test_each_list_is_asked_for_and_each_that_is_asked_for_is_there() -> None:
    asked = set[str]()
    for room in ("kg.language", "kg.extract"):
        files = [path for path in resources.files(room).iterdir() if path.name.endswith(".py")]
        asked |= {name for path in files for name in re.findall(r"\bwords\(\"([^\"]+)\"\)", path.read_text("utf-8"))}
    assert asked == {name for name, _ in table("words")}


def test_a_list_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        words("no such list")
