from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import rdflib

import kg.store
from kg.errors import StoreError
from kg.model import Extraction
from kg.store import BASE, GraphStore, article_node, quads
from tests.store.extractions import ENTITIES, TEXT, article, extraction, later

OPEN = "import sys; from kg.store import GraphStore; GraphStore.open(sys.argv[1])"


def third() -> Extraction:
    return extraction(article=article(id="third", text=TEXT + "More. "), claims=(), triples=())


def test_public_names_are_sorted_and_there() -> None:
    assert kg.store.__all__ == sorted(kg.store.__all__)
    assert all(hasattr(kg.store, name) for name in kg.store.__all__)


def test_added_once_is_added(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path) as store:
        assert store.add_all([extraction(), later()]) == 2
        before = set(store.quads)
        assert store.add_all([extraction(), later()]) == 0
        assert set(store.quads) == before == {*quads(extraction()), *quads(later())}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_order_of_adding_does_not_matter(order: tuple[int, ...]) -> None:
    articles = [extraction(), later(), third()]
    with GraphStore.open(None) as store:
        store.add_all(articles[place] for place in order)
        assert set(store.quads) == {quad for one in articles for quad in quads(one)}


def test_another_text_under_the_same_id_replaces() -> None:
    new = replace(later(), article=replace(later().article, id="summit-1"))
    with GraphStore.open(None) as store:
        store.add(extraction())
        assert store.add(new)
        assert set(store.quads) == set(quads(new))
        assert store.holds(new.article)
        assert not store.holds(extraction().article)


@pytest.mark.parametrize(
    "more", [{"published": None}, {"published": date(2015, 11, 15)}, {"title": "Other"}, {"publisher": None}]
)
def test_the_same_text_with_other_facts_about_it_replaces(more: dict[str, Any]) -> None:
    new = extraction(article=article(**more))
    with GraphStore.open(None) as store:
        store.add(extraction())
        assert store.add(new)
        assert not store.add(new)
        assert set(store.quads) == set(quads(new))


def test_removing_leaves_no_trace(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "a") as store, GraphStore.open(tmp_path / "b") as other:
        store.add_all([extraction(), later()])
        other.add(later())
        assert store.remove("summit-1")
        assert not store.remove("summit-1")
        assert set(store.quads) == set(other.quads)
        assert list(store.quads.named_graphs()) == list(other.quads.named_graphs())
        assert store.records() == other.records()
        assert store.add(extraction())


def test_what_cannot_be_written_changes_nothing() -> None:
    bad = extraction(article=article(text=TEXT + "!"), entities=(replace(ENTITIES[0], iri="no iri"), *ENTITIES[1:]))
    with GraphStore.open(None) as store:
        store.add(extraction())
        with pytest.raises(StoreError, match="summit-1"):
            store.add(bad)
        assert set(store.quads) == set(quads(extraction()))


def test_what_is_stored_is_there_after_closing(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path) as store:
        store.add(extraction())
    with GraphStore.open(tmp_path, create=False) as store:
        assert set(store.quads) == set(quads(extraction()))
        assert store.holds(article())


def test_closing_twice_is_closing_once(tmp_path: Path) -> None:
    store = GraphStore.open(tmp_path)
    assert len(store.dataset) == 0
    store.close()
    store.close()


def test_articles_keep_their_ids_as_they_are() -> None:
    odd = replace(later(), article=replace(later().article, id='a/b c"<>%\n'))
    with GraphStore.open(None) as store:
        store.add(odd)
        assert store.holds(odd.article)
        assert not store.holds(replace(odd.article, id="a/b c"))
        assert store.remove('a/b c"<>%\n')
        assert len(store.quads) == 0


def test_the_dataset_shows_the_union_and_each_article() -> None:
    with GraphStore.open(None) as store:
        store.add_all([extraction(), later()])
        met = rdflib.URIRef("https://w3id.org/newskg/ontology#metWith")
        hollande, obama = rdflib.URIRef(f"{BASE}francois-hollande"), rdflib.URIRef(f"{BASE}barack-obama")
        graphs = [graph for *_, graph in store.dataset.quads((hollande, met, obama, None))]
        assert len(graphs) == 2
        graph = store.dataset.graph(rdflib.URIRef(article_node("later-2").value))
        assert len(graph) == len(quads(later()))


def test_a_store_keeps_its_base(tmp_path: Path) -> None:
    base = "https://example.org/things/"
    with GraphStore.open(tmp_path, base=base) as store:
        store.add(later())
    with GraphStore.open(tmp_path) as store:
        assert store.base == base
        assert not store.add(later())
        assert f"{base}francois-hollande" in store.records().entities
        assert dict(store.dataset.namespaces())["kgr"] == rdflib.URIRef(base)
    with pytest.raises(StoreError, match=f"made with base {base}, not {BASE}"):
        GraphStore.open(tmp_path, base=BASE)


def test_a_store_in_use_is_one_line(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path):
        ran = subprocess.run([sys.executable, "-c", OPEN, str(tmp_path)], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.strip().splitlines()[-1] == f"kg.errors.StoreError: {tmp_path}: in use by another process"


def test_a_missing_store_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph here") as caught:
        GraphStore.open(tmp_path / "none", create=False)
    assert str(tmp_path / "none") in str(caught.value)
    assert not (tmp_path / "none").exists()


def test_a_file_in_place_of_the_directory_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(StoreError) as caught:
        GraphStore.open(tmp_path / "out")
    assert str(caught.value) == f"{tmp_path}/out: not a directory"


def test_a_folder_of_other_files_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "stock.txt").write_text("shelves")
    for create, reason in ((False, "no graph here"), (True, "holds other files")):
        with pytest.raises(StoreError, match=reason):
            GraphStore.open(tmp_path, create=create)
    assert [path.name for path in (tmp_path / "store").iterdir()] == ["stock.txt"]


@pytest.mark.parametrize("base", ["", "things", "http://a b/", "http://example.org/<"])
def test_a_base_that_is_no_iri_is_refused(tmp_path: Path, base: str) -> None:
    with pytest.raises(StoreError, match="no absolute IRI"):
        GraphStore.open(tmp_path / "out", base=base or "/")
    assert not list((tmp_path / "out" / "store").iterdir())


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("MANIFEST-*", b"broken"),
        ("CURRENT", b"garbage"),
        ("CURRENT", b""),
        ("kg.json", b"{"),
        ("kg.json", b"[]"),
        ("kg.json", b'{"base": "no iri"}'),
        ("kg.json", b'{"base": 7}'),
        ("kg.json", b"\xff"),
    ],
)
def test_a_damaged_store_is_one_line(tmp_path: Path, name: str, damage: bytes) -> None:
    with GraphStore.open(tmp_path) as store:
        store.add(later())
    for path in (tmp_path / "store").glob(name):
        path.write_bytes(damage)
    with pytest.raises(StoreError, match="damaged") as caught:
        GraphStore.open(tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_opening_again_and_again_leaves_nothing_behind(tmp_path: Path) -> None:
    sizes = []
    for _ in range(6):
        with GraphStore.open(tmp_path) as store:
            store.add(extraction())
        sizes.append(sum(1 for path in (tmp_path / "store").iterdir() if path.name.startswith("LOG.old")))
    assert max(sizes) <= 1
