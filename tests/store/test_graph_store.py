"""The store: add, replace, remove, lock, damage, the same bytes in any order."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.ontology import folder
from kg.store import RDF_FORMATS, GraphStore, export, text_hash, validate

from .extractions import TEXT, extraction


def test_add_once(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path) as store:
        assert store.add(extraction())
        count = len(store.quads)
        assert not store.add(extraction())
        assert len(store.quads) == count
        assert store.known_articles() == {"a1": text_hash(TEXT)}


def test_changed_text_replaces() -> None:
    store = GraphStore.open(None)
    store.add(extraction())
    changed = extraction()
    changed = replace(changed, article=replace(changed.article, text=TEXT + " More."), claims=changed.claims[:1])
    assert store.add(changed)
    alone = GraphStore.open(None)
    alone.add(changed)
    assert set(store.quads) == set(alone.quads)


def test_remove_leaves_no_trace() -> None:
    store, alone = GraphStore.open(None), GraphStore.open(None)
    for name in ("a1", "a2", "a3"):
        store.add(extraction(name))
    for name in ("a1", "a3"):
        alone.add(extraction(name))
    assert store.remove("a2")
    assert not store.remove("a2")
    assert set(store.quads) == set(alone.quads)


@pytest.mark.parametrize("format", RDF_FORMATS)
def test_same_bytes_in_any_order(tmp_path: Path, format: str) -> None:  # noqa: A002
    outputs = []
    for number, order in enumerate((("a1", "a2"), ("a2", "a1"))):
        store = GraphStore.open(None)
        for name in order:
            store.add(extraction(name))
        export(store, format, tmp_path / str(number))
        outputs.append((tmp_path / str(number)).read_bytes())
    assert outputs[0] == outputs[1]
    assert outputs[0]


@pytest.mark.parametrize(("format", "kind"), [("nq", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG)])
def test_round_trip(tmp_path: Path, format: str, kind: ox.RdfFormat) -> None:  # noqa: A002
    store = GraphStore.open(None)
    store.add(extraction())
    export(store, format, tmp_path / "graph")
    assert set(ox.parse(path=str(tmp_path / "graph"), format=kind)) == set(store.quads)


def test_records_are_what_went_in() -> None:
    store = GraphStore.open(None)
    store.add(extraction())
    records = store.records()
    obama = records.entities[store.base + "barack-obama"]
    assert (obama.label, obama.types[0], obama.aliases) == ("Barack Obama", "kgo:Person", ("Obama",))
    claim = next(c for c in records.claims if c.predicate == "kgo:spokeWith")
    assert (claim.quote, claim.start, claim.time, claim.event) == (TEXT[:36], 0, "2015-11-13", "CONSULT")
    assert next(c for c in records.claims if c.predicate == "kgo:alsoKnownAs").value == "Jihadi John"
    assert next(iter(records.articles.values())).publisher == "Example"


def test_conforms_to_the_shapes() -> None:
    store = GraphStore.open(None)
    store.add(extraction())
    conforms, report = validate(store, folder() / "shapes.ttl")
    assert conforms, report


def test_a_broken_graph_does_not_conform() -> None:
    store = GraphStore.open(None)
    store.add(extraction())
    for quad in list(store.quads.quads_for_pattern(None, ox.NamedNode("http://www.w3.org/ns/oa#exact"), None)):
        store.quads.remove(quad)
    assert not validate(store, folder() / "shapes.ttl")[0]


def test_base_is_kept(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path, base="https://example.org/id/") as store:
        store.add(extraction())
    with GraphStore.open(tmp_path) as store:
        assert "https://example.org/id/barack-obama" in store.records().entities
    with pytest.raises(StoreError, match="made with base"):
        GraphStore.open(tmp_path, base="https://other.example/")


def test_no_graph_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph here"):
        GraphStore.open(tmp_path / "nothing", create=False)


def test_locked_by_another_process(tmp_path: Path) -> None:
    program = (
        "import sys; from kg.store import GraphStore; from kg.errors import StoreError\n"
        "try: GraphStore.open(sys.argv[1])\n"
        "except StoreError as error: print(error)"
    )
    with GraphStore.open(tmp_path):
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True
        )
    assert "in use by another process" in done.stdout
    assert done.stdout.count("\n") == 1


def test_damaged_store(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path) as store:
        store.add(extraction())
    for path in (tmp_path / "store").glob("MANIFEST-*"):
        path.write_bytes(b"broken")
    with pytest.raises(StoreError):
        GraphStore.open(tmp_path)
