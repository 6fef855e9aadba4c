"""The whole way: articles in, graph out; again, in another order, by several processes, after a crash."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from kg import KnowledgeGraph, build
from kg.build import Settings, extractions
from kg.graph import FILES
from kg.read import read

ARTICLES = {
    "one.txt": "Angela Merkel met Emmanuel Macron in Paris on Monday.",
    "two.txt": "Apple acquired Beats Electronics in 2014. Tim Cook, chief executive of Apple, visited China.",
    "three.txt": "Russia did not attack Ukraine. Theresa May plans to visit Japan.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    return tmp_path / "in"


def bytes_of(directory: Path) -> list[bytes]:
    return [(directory / name).read_bytes() for name in FILES]


def test_files_and_claims(folder: Path, tmp_path: Path) -> None:
    with build([folder], tmp_path / "out", published=date(2015, 11, 14)) as graph:
        assert (graph.report.read, graph.report.known, graph.report.failed) == (3, 0, [])
        rows = {(str(row.a), str(row.b)) for row in graph.query("SELECT ?a ?b { ?a kgo:metWith ?b }")}
        base = graph.store.base
        assert (base + "angela-merkel", base + "emmanuel-macron") in rows
        network = graph.to_networkx()
        claims = {claim.iri: claim for claim in graph.records.claims}
        assert all(key in claims for _, _, key in network.edges(keys=True))
        assert graph.validate()[0]
    turtle = (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert "kgr:angela-merkel" in turtle
    assert 'kgo:time "2015-11-09"^^xsd:date' in turtle


def test_again_adds_nothing(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "out").close()
    first = bytes_of(tmp_path / "out")
    with build([folder], tmp_path / "out") as graph:
        assert (graph.report.read, graph.report.known) == (0, 3)
    assert bytes_of(tmp_path / "out") == first


def test_order_does_not_matter(folder: Path, tmp_path: Path) -> None:
    build([folder / name for name in ARTICLES], tmp_path / "a").close()
    build([folder / name for name in reversed(ARTICLES)], tmp_path / "b").close()
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")


def test_a_second_run_adds_what_is_new(folder: Path, tmp_path: Path) -> None:
    build([folder / "one.txt"], tmp_path / "a").close()
    build([folder], tmp_path / "a").close()
    build([folder], tmp_path / "b").close()
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")


def test_workers_read_the_same(folder: Path) -> None:
    alone = list(extractions(read([folder])))
    assert list(extractions(read([folder]), workers=2)) == alone
    assert list(extractions(alone)) == alone


def test_removal_is_complete(folder: Path, tmp_path: Path) -> None:
    with build([folder], tmp_path / "a") as graph:
        article = next(a.id for a in graph.records.articles.values() if a.id.startswith("two"))
        assert graph.remove(article)
        graph.write_files(tmp_path / "a")
    (folder / "two.txt").unlink()
    build([folder], tmp_path / "b").close()
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")


def test_one_bad_input_does_not_stop_the_rest(folder: Path) -> None:
    (folder / "empty.txt").write_text("  \n", encoding="utf-8")
    (folder / "broken.jsonl").write_text('{"text": "It rained."}\n{"text": \n', encoding="utf-8")
    with build([folder, folder / "missing.txt"]) as graph:
        named = " ".join(str(failure) for failure in graph.report.failed)
        assert graph.report.read == 4
    assert all(name in named for name in ("empty.txt", "broken.jsonl", "missing.txt"))


def test_changed_text_under_an_id_replaces(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    for text in ("Apple acquired Beats.", "Google acquired Fitbit."):
        rows.write_text(json.dumps({"id": "x", "text": text}) + "\n", encoding="utf-8")
        graph = build([rows], tmp_path / "out")
        quotes = {claim.quote for claim in graph.records.claims}
        graph.close()
    assert quotes == {"Google acquired Fitbit."}


def test_a_relation_in_turtle_alone(tmp_path: Path) -> None:
    (tmp_path / "my.ttl").write_text(
        "@prefix kgo: <https://w3id.org/newskg/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix my: <https://example.org/my#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'my:lobbies a owl:ObjectProperty ; rdfs:domain kgo:Agent ; rdfs:range kgo:Agent ; kgo:verb "lobby" .\n',
        encoding="utf-8",
    )
    (tmp_path / "a.txt").write_text("Google lobbied the European Commission on Monday.", encoding="utf-8")
    graph = build([tmp_path / "a.txt"], ontology=[tmp_path / "my.ttl"])
    assert {c.predicate for c in graph.records.claims} >= {"https://example.org/my#lobbies"}
    found = list(extractions(read([tmp_path / "a.txt"]), settings=Settings()))
    assert not [c for c in found[0].claims if "lobbies" in c.predicate]


def test_killed_and_taken_up_again(tmp_path: Path) -> None:
    rows = [{"id": f"a{n}", "text": " ".join(ARTICLES.values()) + f" Number {n}."} for n in range(120)]
    source = tmp_path / "rows.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    program = "import sys; from kg import build; build([sys.argv[1]], sys.argv[2]).close()"
    running = subprocess.Popen([sys.executable, "-c", program, str(source), str(tmp_path / "a")])
    logs, deadline = tmp_path / "a" / "store", time.monotonic() + 60
    while running.poll() is None and time.monotonic() < deadline and not _has_articles(logs):
        time.sleep(0.02)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    build([source], tmp_path / "a").close()
    build([source], tmp_path / "b").close()
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")


def _has_articles(store: Path) -> bool:
    return any(path.stat().st_size > 100_000 for path in store.glob("*.log")) if store.is_dir() else False


def test_opening_what_is_no_graph(tmp_path: Path) -> None:
    from kg import StoreError

    with pytest.raises(StoreError, match="no graph here"):
        KnowledgeGraph.open(tmp_path)
