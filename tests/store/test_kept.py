from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.store import GraphStore
from kg.store import graph_store as module
from kg.store.kept import FILE
from tests.store.extractions import extraction, later


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with GraphStore.open(tmp_path) as store:
        store.add_all([extraction(), later()])
        store.records()
    return tmp_path


def test_records_are_read_from_their_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with GraphStore.open(None) as memory:
        memory.add_all([extraction(), later()])
        known = memory.records()
    monkeypatch.delattr(module, "read_records")
    with GraphStore.open(folder) as store:
        assert store.records() == known


def test_a_change_takes_the_file_away(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        store.remove("later-2")
        assert not (folder / "store" / FILE).exists()
        assert [article.id for article in store.records().articles.values()] == ["summit-1"]
    with GraphStore.open(folder) as store:
        assert [article.id for article in store.records().articles.values()] == ["summit-1"]


def test_what_rdflib_may_have_changed_is_not_kept(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        store.dataset  # noqa: B018 - whoever has it may write
        store.records()
        assert not (folder / "store" / FILE).exists()


def test_statements_that_came_otherwise_are_seen(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        graph = next(iter(store.quads.named_graphs()))
        store.quads.remove_graph(graph)
        assert len(store.records().articles) == 1


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"of": []}', "[" * 100_000, "\x00"])
def test_a_damaged_file_is_not_believed(damage: str, folder: Path) -> None:
    (folder / "store" / FILE).write_text(damage)
    with GraphStore.open(folder) as store:
        assert len(store.records().articles) == 2


@pytest.mark.parametrize("part", ["articles", "entities", "claims", "texts"])
def test_columns_that_do_not_fit_are_not_believed(part: str, folder: Path) -> None:
    path = folder / "store" / FILE
    told = json.loads(path.read_text())
    told[part] = told[part][1:] if isinstance(told[part], list) else {**told[part], "subject": []}
    if part in ("articles", "entities"):
        told[part][0] = told[part][0][1:]
    path.write_text(json.dumps(told))
    with GraphStore.open(folder) as store:
        assert len(store.records().articles) == 2
