from __future__ import annotations

import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import StoreError
from kg.store import RDF_FORMATS, GraphStore, export, quads
from kg.store.export import FORMATS, TRIPLES_ONLY
from tests.store.extractions import extraction, later


def written(store: GraphStore, format_: str) -> bytes:
    stream = io.BytesIO()
    export(store, format_, stream)
    return stream.getvalue()


@pytest.fixture
def store() -> GraphStore:
    made = GraphStore.open(None)
    made.add_all([extraction(), later()])
    return made


def test_formats() -> None:
    assert RDF_FORMATS == ("ttl", "nt", "nq", "trig", "jsonld")


@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_the_same_bytes_whatever_the_order_of_adding(format_: str, store: GraphStore) -> None:
    other = GraphStore.open(None)
    other.add_all([later(), extraction()])
    assert written(store, format_) == written(other, format_) == written(store, format_)


@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_what_is_written_reads_back_the_same(format_: str, store: GraphStore) -> None:
    found = set(ox.parse(written(store, format_), format=FORMATS[format_]))
    if format_ in TRIPLES_ONLY:
        assert {quad.triple for quad in found} == {quad.triple for quad in store.quads}
    else:
        assert found == {*quads(extraction()), *quads(later())}


def test_turtle_is_read_by_rdflib_and_uses_prefixes(store: GraphStore) -> None:
    text = written(store, "ttl").decode("utf-8")
    graph = rdflib.Graph().parse(data=text, format="turtle")
    assert len(graph) == len({quad.triple for quad in store.quads})
    header = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert header == sorted(header)
    assert "kgr:francois-hollande" in text
    assert "kgo:metWith kgr:barack-obama" in text
    assert "^^xsd:string" not in text


def test_a_base_of_ones_own_is_the_prefix() -> None:
    store = GraphStore.open(None, base="https://example.org/things/")
    store.add(later())
    assert b"@prefix kgr: <https://example.org/things/> ." in written(store, "ttl")


def test_json_ld_is_json(store: GraphStore) -> None:
    assert json.loads(written(store, "jsonld"))


@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_an_empty_graph_is_written_too(format_: str) -> None:
    assert not set(ox.parse(written(GraphStore.open(None), format_), format=FORMATS[format_]))


def test_a_path_is_replaced_in_one_step(tmp_path: Path, store: GraphStore) -> None:
    target = tmp_path / "new" / "graph.ttl"
    export(store, "ttl", target)
    target.write_text("old")
    export(store, "ttl", target)
    assert target.read_bytes() == written(store, "ttl")
    assert [path.name for path in target.parent.iterdir()] == ["graph.ttl"]


def test_a_path_that_cannot_be_written_is_one_line_and_leaves_nothing(tmp_path: Path, store: GraphStore) -> None:
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(StoreError, match=r"graph\.ttl") as caught:
        export(store, "ttl", tmp_path / "graph.ttl")
    assert "\n" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_an_unknown_format_is_refused(store: GraphStore) -> None:
    with pytest.raises(StoreError, match="unknown format 'xml': one of ttl, nt"):
        export(store, "xml", io.BytesIO())
