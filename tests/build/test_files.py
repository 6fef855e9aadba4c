"""The files of a graph directory: not written again while they say what the graph says, and always when they do not."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from rdflib import Literal, URIRef

from kg.graph import FILES, KnowledgeGraph, build
from kg.model import Extraction
from kg.store import GraphStore, is_inferred
from kg.store import infer as INFER  # noqa: N812 - what a test counts the calls of
from kg.store import vocabulary as v
from tests.store.extractions import article, extraction, later


@pytest.fixture
def out(tmp_path: Path) -> Path:
    with KnowledgeGraph(GraphStore.open(tmp_path / "out")) as graph:
        graph.store.add_all([extraction(), later()])
        graph.write_files(tmp_path / "out")
    return tmp_path / "out"


def content(out: Path) -> list[bytes]:
    return [(out / name).read_bytes() for name in FILES]


def test_files_that_say_what_the_graph_says_stay(out: Path) -> None:
    before = [(out / name).stat() for name in FILES]
    with KnowledgeGraph.open(out) as graph:
        assert not graph.update_files(out)
        assert not graph.store.add(extraction())
        assert not graph.update_files(out)
    assert [(out / name).stat() for name in FILES] == before


def add(graph: KnowledgeGraph, out: Path) -> None:
    graph.store.add(extraction(article=article(id="third")))


def replace(graph: KnowledgeGraph, out: Path) -> None:
    graph.store.add(extraction(article=article(published=date(2016, 1, 1))))


def remove(graph: KnowledgeGraph, out: Path) -> None:
    graph.store.remove("later-2")


def write_through_rdflib(graph: KnowledgeGraph, out: Path) -> None:
    name = URIRef(f"{v.BASE}article/later-2")
    graph.rdf.graph(name).add((name, URIRef(v.HEADLINE.value), Literal("Another")))


def write_past_everything(graph: KnowledgeGraph, out: Path) -> None:
    quad = next(iter(graph.store.quads.quads_for_pattern(None, v.HEADLINE, None)))
    graph.store.quads.remove(quad)


def edit(graph: KnowledgeGraph, out: Path) -> None:
    (out / "graph.ttl").write_text("# mine", encoding="utf-8")


def lose(graph: KnowledgeGraph, out: Path) -> None:
    (out / "graph.html").unlink()


@pytest.mark.parametrize("change", [add, replace, remove, write_through_rdflib, write_past_everything, edit, lose])
def test_files_are_written_whenever_they_say_something_else(
    out: Path, tmp_path: Path, change: Callable[[KnowledgeGraph, Path], None]
) -> None:
    with KnowledgeGraph.open(out) as graph:
        change(graph, out)
        assert graph.update_files(out)
        (tmp_path / "fresh").mkdir()
        graph.write_files(tmp_path / "fresh")
    assert content(out) == content(tmp_path / "fresh")


def test_a_change_after_the_files_is_not_missed_by_the_next_run(out: Path) -> None:
    with KnowledgeGraph.open(out) as graph:
        graph.store.remove("later-2")
        graph.store.add(later())
    with KnowledgeGraph.open(out) as graph:
        assert graph.update_files(out)
        assert not graph.update_files(out)


def test_another_ontology_names_relations_anew(out: Path, tmp_path: Path) -> None:
    (tmp_path / "my.ttl").write_text(
        "<urn:my#met> a <http://www.w3.org/2002/07/owl#ObjectProperty> ; "
        '<http://www.w3.org/2000/01/rdf-schema#label> "saw" ; '
        "<http://www.w3.org/2000/01/rdf-schema#range> <https://w3id.org/newskg/ontology#Agent> ; "
        "<http://www.w3.org/2000/01/rdf-schema#domain> <https://w3id.org/newskg/ontology#Agent> ; "
        '<https://w3id.org/newskg/ontology#verb> "glimpse" .'
    )
    from kg.ontology import Ontology

    with KnowledgeGraph(GraphStore.open(out), ontology=Ontology.load([tmp_path / "my.ttl"])) as graph:
        assert graph.update_files(out)


def test_records_are_read_once_until_something_changes(out: Path) -> None:
    with KnowledgeGraph.open(out) as graph:
        records = graph.records
        assert graph.records is records
        graph.store.remove("later-2")
        assert len(graph.records.articles) == 1
        graph.write_files(out)
        assert graph.records == graph.store.records()
        write_through_rdflib(graph, out)
        assert graph.records is not graph.records


def test_what_follows_is_inferred_only_when_something_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines, mine, out = tmp_path / "one.jsonl", tmp_path / "my.ttl", tmp_path / "out"
    mine.write_text("<https://w3id.org/newskg/ontology#metWith> <http://www.w3.org/2002/07/owl#inverseOf> <urn:m#b> .")

    def inferring(*told: Extraction, ontology: tuple[Path, ...] = (), infer: bool = True) -> int:
        times: list[bool] = []
        monkeypatch.setattr("kg.graph.infer_graph", lambda *a, **k: times.append(True) or INFER(*a, **k))
        lines.write_text("".join(json.dumps(one.to_dict()) + "\n" for one in told), encoding="utf-8")
        build(lines, out, ontology=ontology, infer=infer).close()
        with GraphStore.open(out) as store:
            assert store.has_inferences
        return len(times)

    assert inferring(extraction()) == 1
    assert inferring(extraction()) == 0
    assert inferring(extraction(), infer=False) == 0
    assert inferring(extraction(), later()) == 1
    assert inferring(extraction(), ontology=(mine,)) == 1
    assert inferring(extraction(), ontology=(mine,)) == 0
    with KnowledgeGraph.open(out) as graph:
        assert graph.query("ASK { ?a <urn:m#b> ?b }").askAnswer
        graph.infer()
        graph.store.remove("later-2")
        assert not is_inferred(graph.store)
    assert inferring(extraction(), later()) == 1
    with GraphStore.open(out) as store:
        store.quads.remove(next(store.quads.quads_for_pattern(None, v.RULE, None)))
    assert inferring(extraction()) == 1
    with KnowledgeGraph.open(out) as graph:
        graph.store.withdraw_inferences()
        assert not is_inferred(graph.store)
    assert inferring(extraction()) == 1
