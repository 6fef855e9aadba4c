"""infer and validate, as people call them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.store import GraphStore
from kg.store import vocabulary as v
from tests.store.extractions import extraction, later

from .calling import kg


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    with GraphStore.open(tmp_path / "out") as store:
        store.add_all((extraction(), later()))
    return tmp_path / "out"


LEADER = "ASK { kgr:francois-hollande kgo:leaderOf kgr:france }"


def test_infer_tells_what_each_rule_gave_and_takes_it_back(graph: Path) -> None:
    assert kg("query", graph, LEADER).stdout == "no\n"
    done = kg("infer", graph)
    assert done.status == 0
    assert "subproperty" in done.stdout
    assert "triples inferred in the graph" in done.stderr
    assert kg("query", graph, LEADER).stdout == "yes\n"
    assert kg("validate", graph).status == 0
    assert kg("infer", graph, "--remove").status == 0
    assert kg("query", graph, LEADER).stdout == "no\n"
    assert "no inferences" in kg("infer", graph, "--remove").stderr


def test_export_holds_inferences_only_when_asked(graph: Path) -> None:
    plain = kg("export", graph, "-f", "trig").stdout
    kg("infer", graph)
    assert kg("export", graph, "-f", "trig").stdout == plain
    assert "kgo:leaderOf" in kg("export", graph, "-f", "trig", "--inferred").stdout
    assert kg("export", graph, "-f", "csv", "--inferred", "-o", graph / "x").status == 2


def test_build_and_remove_keep_inferences_up_to_date(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("French President Emmanuel Macron spoke.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Angela Merkel met Theresa May.", encoding="utf-8")
    out = tmp_path / "out"
    assert kg("build", tmp_path / "a.txt", "-o", out, "--infer").status == 0
    ask = "ASK { ?person kgo:leaderOf ?country }"
    assert kg("query", out, ask).stdout == "yes\n"
    assert kg("build", tmp_path / "b.txt", "-o", out).status == 0
    assert kg("query", out, "ASK { ?x kgo:spokeWith ?y }").stdout == "yes\n"
    article = kg(
        "query",
        out,
        "SELECT ?id { ?a dcterms:identifier ?id . ?c prov:wasDerivedFrom ?a ; rdf:predicate kgo:headOfState }",
        "--format",
        "csv",
    )
    assert kg("remove", out, article.stdout.splitlines()[1]).status == 0
    assert kg("query", out, ask).stdout == "no\n"
    assert kg("query", out, "ASK { ?x kgo:spokeWith ?y }").stdout == "yes\n"


def test_validate_reports_as_text_json_and_turtle(graph: Path) -> None:
    with GraphStore.open(graph) as store:
        for quad in list(store.quads.quads_for_pattern(None, v.POLARITY, None)):
            store.quads.remove(quad)
    text = kg("validate", graph, "--limit", "2")
    assert text.status == 1
    assert "A claim is affirmed or negated." in text.stdout
    assert "more" in text.stdout
    assert "article summit-1:" in text.stdout
    data = kg("validate", graph, "--format", "json")
    assert (data.status, json.loads(data.stdout)["conforms"]) == (1, False)
    turtle = kg("validate", graph, "--format", "ttl")
    assert turtle.status == 1
    assert "sh:ValidationReport" in turtle.stdout


def test_wrong_usage_is_told_in_one_line(graph: Path, tmp_path: Path) -> None:
    for arguments, status, words in (
        (("validate", graph, "--format", "pdf"), 2, "unknown format 'pdf'"),
        (("infer", graph, "--remove", "--ontology", "my.ttl"), 2, "--remove takes no --ontology"),
        (("infer", graph, "--ontology", tmp_path / "my.ttl"), 1, "my.ttl"),
        (("infer", tmp_path / "none"), 1, "no graph here"),
    ):
        done = kg(*arguments)
        assert (done.status, done.stderr.count("\n")) == (status, 1), done
        assert words in done.stderr
