"""Answers are kept beside the store, and given only while the graph is the same."""

from __future__ import annotations

import sqlite3
import threading
import zlib
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query import kept, query
from kg.query.answer import Rows
from kg.query.kept import kept_or
from kg.serve.snapshot import snapshot
from kg.store import GraphStore, answers

from ..store.extractions import extraction, later

SELECT = "SELECT ?name WHERE { ?node rdfs:label ?name } ORDER BY ?name"
ODD = Rows.of(
    ["a", "b"],
    [
        (ox.NamedNode("https://example.org/é"), None),
        (ox.Literal('"\\\n\x00', language="en"), ox.Literal("0.50", datatype=ox.NamedNode("https://example.org/t"))),
        (ox.BlankNode("b1"), ox.Literal(True)),
        (ox.Literal("plain"), ox.Literal(7)),
    ],
)


@pytest.fixture(autouse=True)
def all_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "SLOW", 0.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with GraphStore.open(tmp_path) as store:
        store.add(extraction())
    return tmp_path


class NoEngine:
    """A store of quads that answers nothing."""

    def query(self, *_: object, **__: object) -> None:
        raise RuntimeError("the engine is asked")


def unasked(store: GraphStore, question: str, **parameters: object) -> list[tuple[str, ...]]:
    """The rows that are had without the engine."""
    with patch.object(store, "quads", NoEngine()):
        return texts(store, question, **parameters)


def texts(store: GraphStore, question: str, **parameters: object) -> list[tuple[str, ...]]:
    return [tuple(map(str, row)) for row in query(store, question, parameters=parameters)]


@pytest.mark.parametrize("question", ["people", "evidence", "most-mentioned", SELECT])
def test_who_asks_again_needs_no_engine(question: str, folder: Path) -> None:
    with GraphStore.open(folder) as store:
        first = texts(store, question)
        assert first
        assert unasked(store, question) == first
    with GraphStore.open(folder) as store:
        assert unasked(store, question) == first


def test_first_rows_come_from_all(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        everything = texts(store, "evidence")
        assert unasked(store, "evidence", limit=2) == everything[:2]
        assert unasked(store, "evidence", limit=10_000) == everything


def test_all_do_not_come_from_the_first(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        begin = texts(store, "evidence", limit=2)
        assert unasked(store, "evidence", limit=1) == begin[:1]
        for more in ({"limit": 3}, {}):
            with pytest.raises(QueryError, match="the engine is asked"):
                unasked(store, "evidence", **more)
        assert len(texts(store, "evidence")) > 2
        assert texts(store, "evidence", limit=2) == begin


def test_a_change_makes_answers_old(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        before = texts(store, "articles")
        store.add(later())
        assert not (folder / "store" / answers.FILE).exists()
        assert len(texts(store, "articles")) == len(before) + 1
        store.remove("later-2")
        assert texts(store, "articles") == before
    ox.Store(str(folder / "store")).remove_graph(ox.NamedNode("https://w3id.org/newskg/id/article/summit-1"))
    with GraphStore.open(folder) as store:
        assert texts(store, "articles") == []


def test_what_rdflib_changed_is_seen(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        dataset = store.dataset
        before = texts(store, SELECT)
        assert texts(store, SELECT) == before
        dataset.remove((None, None, None, None))
        assert texts(store, SELECT) == []


def test_answers_that_a_change_overtakes_are_not_kept(folder: Path) -> None:
    with GraphStore.open(folder) as store:

        def ask() -> Rows:
            store.quads.remove_graph(ox.NamedNode("https://w3id.org/newskg/id/article/summit-1"))
            return ODD

        assert kept_or(store, "q", None, ask) is ODD
        assert kept_or(store, "q", None, list) == []


@pytest.mark.parametrize("function", ["RAND()", "NOW()", "STRUUID()", "uuid  ()"])
def test_what_is_another_each_time_is_not_kept(function: str, folder: Path) -> None:
    with GraphStore.open(folder) as store:
        texts(store, f"SELECT ({function} AS ?it) WHERE {{}}")
        assert not (folder / "store" / answers.FILE).exists()


def test_a_query_that_is_no_text_is_refused_as_ever(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        assert kept_or(store, "SELECT \ud800", None, lambda: ODD) is ODD
        with pytest.raises(QueryError):
            query(store, 'SELECT * WHERE { ?s ?p "\ud800" }')


def test_quick_answers_are_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "SLOW", 60.0)
    with GraphStore.open(folder) as store:
        texts(store, "people")
    assert not (folder / "store" / answers.FILE).exists()


def test_terms_of_all_kinds_come_back_the_same(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        kept_or(store, "q", None, lambda: ODD)
        found = kept_or(store, "q", None, list)
        assert isinstance(found, Rows)
        assert (found.names, list(found)) == (ODD.names, list(ODD))
        kept_or(store, "SELECT * {}", None, lambda: Rows.of([], [(), ()]))
        assert list(kept_or(store, "SELECT * {}", None, list)) == [(), ()]


def test_what_is_no_plain_term_is_not_kept(folder: Path) -> None:
    triple = ox.Triple(ox.NamedNode("a:b"), ox.NamedNode("a:c"), ox.NamedNode("a:d"))
    odd = Rows.of(["a"], [(triple,)])
    with GraphStore.open(folder) as store:
        assert kept_or(store, "q", None, lambda: odd) is odd
        assert kept_or(store, "q", None, list) == []


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\0", b"no database " * 999])
def test_a_damaged_file_is_made_anew(damage: bytes, folder: Path) -> None:
    with GraphStore.open(folder) as store:
        (folder / "store" / answers.FILE).write_bytes(damage)
        first = texts(store, "people")
        texts(store, "people")
        assert unasked(store, "people") == first


@pytest.mark.parametrize(
    "told",
    [
        *(b"", b"{}", b"x\x9c", zlib.compress(b"[" * 100_000), zlib.compress(b'{"names":["a"]}')),
        zlib.compress(b'{"names":["a"],"terms":[null],"columns":[[1]],"count":1}'),
        zlib.compress(b'{"names":["a"],"terms":[null,"<no iri"],"columns":[[1]],"count":1}'),
        zlib.compress(b'{"names":["a"],"terms":[null],"columns":[[0]],"count":7}'),
    ],
)
def test_a_damaged_answer_is_not_believed(told: bytes, folder: Path) -> None:
    with GraphStore.open(folder) as store:
        first = texts(store, "people")
        with closing(sqlite3.connect(folder / "store" / answers.FILE)) as database, database:
            database.execute("UPDATE answer SET told = ?", (told,))
        assert texts(store, "people") == first


def test_a_file_that_cannot_be_written_costs_nothing(folder: Path) -> None:
    (folder / "store" / answers.FILE).mkdir()
    with GraphStore.open(folder) as store:
        assert texts(store, "people") == texts(store, "people") != []
        store.add(later())
        assert len(texts(store, "articles")) == 2


def test_the_oldest_answers_go_where_there_are_many(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with GraphStore.open(folder) as store:
        kept_or(store, "0", None, lambda: ODD)
        with closing(sqlite3.connect(folder / "store" / answers.FILE)) as database:
            (size,) = database.execute("SELECT LENGTH(told) FROM answer").fetchone()
        monkeypatch.setattr(answers, "MOST", 3 * size)
        for number in range(1, 9):
            kept_or(store, str(number), None, lambda: ODD)
        there = [str(number) for number in range(9) if isinstance(kept_or(store, str(number), None, list), Rows)]
        assert there == ["6", "7", "8"]
        monkeypatch.setattr(answers, "LARGEST", size - 1)
        kept_or(store, "9", None, lambda: ODD)
        assert kept_or(store, "9", None, list) == []


def test_many_may_ask_and_keep_at_once(folder: Path) -> None:
    wrong = []

    def ask(number: int) -> None:
        for round_ in range(20):
            mine = Rows.of(["n"], [(ox.Literal(round_),)])
            found = kept_or(store, str(round_), None, lambda mine=mine: mine)  # type: ignore[misc]
            if list(found) != list(mine):
                wrong.append((number, round_))

    with GraphStore.open(folder) as store:
        threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []


def test_a_snapshot_takes_answers_along(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        first = texts(store, "people")
    with snapshot(folder) as (copy, base):
        one, two = (GraphStore.read_only(copy, base=base) for _ in range(2))
        assert unasked(one, "people") == first
        articles = texts(one, "articles")
        assert unasked(two, "articles") == articles != []
        one.close()
        two.close()
