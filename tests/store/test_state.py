from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store import GraphStore
from kg.store import vocabulary as v
from kg.store.state import State, at_rest
from tests.store.extractions import extraction, later

NODE = ox.NamedNode("https://example.org/thing")
QUAD = ox.Quad(NODE, v.LABEL, ox.Literal("name"), NODE)
CHANGES: dict[str, Callable[[GraphStore], object]] = {
    "an article": lambda store: store.add(later()),
    "an article less": lambda store: store.remove("summit-1"),
    "a statement": lambda store: store.quads.add(QUAD),
    "a statement for another": lambda store: store.quads.update(
        'DELETE { GRAPH ?g { ?s ?p "Barack Obama" } } INSERT { GRAPH ?g { ?s ?p "Barack Osama" } } '
        'WHERE { GRAPH ?g { ?s ?p "Barack Obama" } }'
    ),
    "a graph": lambda store: store.quads.remove_graph(next(iter(store.quads.named_graphs()))),
    "through rdflib": lambda store: store.dataset.remove((None, None, None, None)),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with GraphStore.open(tmp_path) as store:
        store.add(extraction())
    return tmp_path


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_seen_at_once_and_later(folder: Path, change: Callable[[GraphStore], object]) -> None:
    inside = folder / "store"
    before = at_rest(inside)
    with GraphStore.open(folder) as store:
        assert store.state() == before
        change(store)
        after = store.state()
        assert after != before
        assert store.state() == after
    assert at_rest(inside) not in (before, after)


def test_loads_in_bulk_are_seen_later(folder: Path) -> None:
    before = at_rest(folder / "store")
    with GraphStore.open(folder) as store:
        store.quads.bulk_extend([QUAD])
    assert at_rest(folder / "store") != before


def test_who_only_reads_changes_nothing(folder: Path) -> None:
    seen = [at_rest(folder / "store")]
    while len(seen) < 2 or seen[-1] != seen[-2]:  # tables are merged behind the scenes, and then no more
        assert len(seen) < 50
        with GraphStore.open(folder) as store:
            assert len(store.quads)
            store.records()
            store.flush()
            assert store.state() == seen[-1]
        seen.append(at_rest(folder / "store"))


def test_changes_of_a_program_that_was_killed_are_seen(folder: Path) -> None:
    before = at_rest(folder / "store")
    process = multiprocessing.get_context("spawn").Process(target=_write_and_die, args=(str(folder),))
    process.start()
    process.join()
    assert process.exitcode == 9
    assert at_rest(folder / "store") != before
    with GraphStore.open(folder) as store:
        assert QUAD in store.quads


def _write_and_die(folder: str) -> None:
    store = GraphStore.open(folder)
    store.quads.add(QUAD)
    os._exit(9)


def test_a_store_made_anew_has_another_state(tmp_path: Path) -> None:
    states = set()
    for name in ("one", "two"):
        with GraphStore.open(tmp_path / name) as store:
            store.add(extraction())
        states.add(at_rest(tmp_path / name / "store"))
    assert len(states) == 2


def test_each_change_has_a_name_of_its_own(folder: Path) -> None:
    state = State(folder / "store")
    names = {state.label()}
    for _ in range(3):
        state.change()
        names.add(state.label())
    assert len(names) == 4
