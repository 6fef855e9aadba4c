"""query, export, view, analyse, validate, ontology on a small graph."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.query import questions

from .calling import TEXT, bytes_of, kg

STEERING = "\x1b\x9b\x07\x08\r\u202e\u2066"
LABEL = "Apple\x1b[2J\x9b31m\u202eevil\x07\x08\r\u2066Inc"
CLEAN = "Apple\ufffd[2J\ufffd31mevil\ufffd\ufffd"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asking")
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "two.txt").write_text(
        "Tim Cook, chief executive of Apple, met Angela Merkel. Theresa May visited Japan.", encoding="utf-8"
    )
    done = kg("build", folder / "one.txt", folder / "two.txt", "-o", folder / "out", "--date", "2015-11-14")
    assert done.status == 0, done.stderr
    return folder / "out"


def test_query_in_all_ways(graph: Path, tmp_path: Path) -> None:
    select = "SELECT ?b { kgr:angela-merkel kgo:metWith ?b }"
    (tmp_path / "q.rq").write_text(select, encoding="utf-8")
    assert "emmanuel-macron" in kg("query", graph, select).stdout
    assert "emmanuel-macron" in kg("query", graph, "-f", tmp_path / "q.rq", "--format", "csv").stdout
    assert "emmanuel-macron" in kg("query", graph, "-f", "-", stdin=select).stdout
    assert "who-met-whom" in kg("query", graph).stdout
    assert "Merkel" in kg("query", graph, "evidence", "-p", "entity=merkel").stdout
    assert "Merkel" in kg("query", graph, "timeline", "--entity", "Angela Merkel", "--since", "2015-01").stdout


def test_a_table_of_the_whole_graph_begins_with_its_first_rows(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.cli.ask.FIRST_ROWS", 2)
    rows = list(csv.reader(io.StringIO(kg("query", graph, "most-mentioned", "--format", "csv").stdout)))
    assert len(rows) > 3
    beginning = kg("query", graph, "most-mentioned")
    assert [line.split("  ")[0] for line in beginning.stdout.splitlines()] == [row[0] for row in rows[:3]]
    assert "the first 2 rows: --limit" in beginning.stderr
    wanted = kg("query", graph, "most-mentioned", "--limit", "3")
    assert len(wanted.stdout.splitlines()) == 4
    assert not wanted.stderr


def test_every_parameter_is_an_option_and_every_question_is_listed(graph: Path) -> None:
    told, listed = kg("query", "--help").stdout, kg("query", graph).stdout
    for question in questions():
        assert question.name in listed
        assert not [p.name for p in question.parameters if f"--{p.name}" not in told]


def test_search(graph: Path) -> None:
    hits = json.loads(kg("search", graph, "Emmanuel Macron", "--format", "json").stdout)
    assert {hit["kind"] for hit in hits} == {"entity", "sentence"}
    assert all(hit["claims"] for hit in hits)
    rows = list(csv.DictReader(io.StringIO(kg("search", graph, "japan", "--format", "csv").stdout)))
    assert len({row["article"] for row in rows}) == 1
    assert "Japan" in kg("search", graph, "japan").stdout
    assert kg("search", graph, "nowhere").stderr == "nothing found\n"


def test_answers_for_programs_parse(graph: Path) -> None:
    select = "SELECT ?a ?b { ?a kgo:metWith ?b } ORDER BY ?a ?b"
    table = list(csv.DictReader(io.StringIO(kg("query", graph, select, "--format", "csv").stdout)))
    answer = json.loads(kg("query", graph, select, "--format", "json").stdout)
    bound = [{name: cell["value"] for name, cell in row.items()} for row in answer["results"]["bindings"]]
    assert bound == table
    assert "kgo:metWith" in kg("query", graph, "CONSTRUCT WHERE { ?a kgo:metWith ?b }", "--format", "ttl").stdout


@pytest.mark.parametrize(
    ("arguments", "status", "why"),
    [
        (("query", "OUT", "whomet"), 2, "no prepared question"),
        (("query", "OUT", "SELECT * {"), 2, "not a SPARQL query"),
        (("query", "OUT", "INSERT DATA { <a:a> <a:a> <a:a> }"), 2, "SPARQL"),
        (("query", "OUT", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"), 2, "SERVICE"),
        (("query", "OUT", "timeline", "--format", "xml"), 2, "unknown format"),
        (("query", "OUT", "timeline", "-p", "since"), 2, "NAME=VALUE"),
        (("query", "OUT", "-f", "no-such.rq"), 2, "no-such.rq"),
        (("query", "OUT", "timeline", "--entity", "Angela Merkl"), 2, "did you mean Angela Merkel"),
        (("query", "OUT", "between", "--entity", "Angela Merkel"), 2, "needs --other"),
        (("search", "OUT", "***"), 2, "no word"),
        (("search", "OUT", "x", "--format", "xml"), 2, "unknown format"),
        (("serve", "nothing-here"), 1, "no graph here"),
        (("serve", "OUT", "--host", "203.0.113.1", "--port", "0"), 1, "cannot be listened on"),
        (("export", "OUT", "-f", "doc"), 2, "unknown format"),
        (("export", "OUT", "-f", "csv"), 2, "csv needs -o"),
        (("export", "OUT", "-f", "parquet", "-o", "-"), 2, "parquet needs -o"),
        (("export", "OUT", "-f", "gexf", "--rdf12"), 2, "gexf is no RDF"),
        (("export", "OUT", "-f", "jsonld", "--rdf12"), 1, "jsonld has no triple terms"),
        (("export", "OUT", "-o", "OUT"), 1, "cannot be written"),
        (("import", "no-such.trig", "-o", "nothing-here"), 1, "no-such.trig: no such file"),
        (("query", "nothing-here", "timeline"), 1, "no graph here"),
        (("view", "nothing-here"), 1, "no graph here"),
        (("remove", "OUT", "no-such-article"), 1, "no article"),
        (("ontology", "--ontology", "no-such.ttl"), 1, "no-such.ttl"),
        (("view", "OUT", "--entity", "Nobody At\x1b All"), 2, "Nobody At\ufffd All"),
        (("analyse", "OUT", "--between", "Tim Cook", "Nobody"), 2, "Nobody"),
        (
            ("view", "OUT", "--relation", "spokewith"),
            2,
            "no relation 'spokewith' in this graph: did you mean spokeWith?",
        ),
        (("view", "OUT", "--class", "Persn"), 2, "did you mean Person?"),
        (("analyse", "OUT", "--class", "Per\x1bson"), 2, "no class 'Per\ufffdson'"),
        (("analyse", "OUT", "--article", "no-such"), 2, "no article 'no-such' in this graph"),
    ],
)
def test_failures_are_one_clear_line(graph: Path, arguments: tuple[str, ...], status: int, why: str) -> None:
    done = kg(*(graph if a == "OUT" else a for a in arguments))
    (line,) = (line for line in done.stderr.splitlines() if line.startswith("kg: "))
    assert why in line
    assert (done.status, done.stdout) == (status, "")
    assert "Traceback" not in done.stderr


def test_exports(graph: Path, tmp_path: Path) -> None:
    assert kg("export", graph).stdout.encode() == (graph / "graph.ttl").read_bytes()
    for name in ("nt", "nq", "trig", "jsonld", "graphml", "gexf"):
        assert kg("export", graph, "-f", name, "-o", tmp_path / f"g.{name}").status == 0
        assert (tmp_path / f"g.{name}").stat().st_size > 100
    assert (tmp_path / "g.trig").read_bytes() == (graph / "graph.trig").read_bytes()
    assert kg("export", graph, "-f", "csv", "-o", tmp_path / "tables").status == 0
    assert {path.name for path in (tmp_path / "tables").iterdir()} == {"nodes.csv", "edges.csv"}
    for name in ("trig", "graphml", "gexf", "jsonld"):
        assert kg("export", graph, "-f", name, "-o", "-").stdout.encode() == (tmp_path / f"g.{name}").read_bytes()
    pytest.importorskip("pyarrow")
    assert kg("export", graph, "-f", "parquet", "-o", tmp_path / "tables").status == 0
    assert (tmp_path / "tables" / "nodes.parquet").is_file()


@pytest.mark.parametrize("options", [("trig",), ("nq",), ("jsonld",), ("trig", "--rdf12")], ids=" ".join)
def test_an_export_is_imported_as_the_same_graph(graph: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    file, copy = tmp_path / f"g.{options[0]}", tmp_path / "copy"
    assert kg("export", graph, "-f", *options, "-o", file).status == 0
    done = kg("import", file, "-o", copy)
    assert (done.status, done.stdout) == (0, "")
    assert done.stderr == f"2 articles added · 2 articles in {copy}\n"
    assert bytes_of(copy) == bytes_of(graph)
    (tmp_path / "bad.nq").write_text("<a:a> <a:b>")
    done = kg("import", tmp_path / "bad.nq", file, "-o", copy)
    assert done.status == 1
    assert done.stderr.startswith(f"kg: {tmp_path}/bad.nq: broken: ")
    assert "0 articles added, 2 known already, 1 failed" in done.stderr
    assert bytes_of(copy) == bytes_of(graph)


@pytest.mark.parametrize("measure", ["central", "brokers", "cores", "groups", "signed", "balance", "together"])
def test_measures(graph: Path, measure: str) -> None:
    rows = json.loads(kg("analyse", graph, measure, "--format", "json").stdout)
    table = list(csv.DictReader(io.StringIO(kg("analyse", graph, measure, "--format", "csv").stdout)))
    assert len(rows) == len(table)
    assert all(row["claims_behind"] for row in rows)
    assert kg("analyse", graph, measure).status == 0


def test_measures_that_need_something(graph: Path) -> None:
    assert "Emmanuel Macron" in kg("analyse", graph, "around", "--entity", "Angela Merkel").stdout
    assert "Merkel" in kg("analyse", graph, "paths", "--between", "Emmanuel Macron", "Angela Merkel").stdout
    assert "Merkel" in kg("analyse", graph, "change", "--periods", "/2014", "2015/").stdout
    assert "met" in kg("analyse", graph, "around", "--entity", "Angela Merkel", "--evidence").stdout
    assert "paths needs --between A B" in kg("analyse", graph, "paths").stderr
    done = kg("analyse", graph, "broker")
    assert (done.status, "did you mean 'brokers'?" in done.stderr) == (2, True)


def test_analyse(graph: Path) -> None:
    assert "Angela Merkel" in kg("analyse", graph).stdout
    assert json.loads(kg("analyse", graph, "--format", "json").stdout)["central"]
    table = list(csv.DictReader(io.StringIO(kg("analyse", graph, "--format", "csv", "--top", "1").stdout)))
    assert [float(row["pagerank"]) > 0 for row in table] == [True]
    assert "Merkel" in kg("analyse", graph, "--between", "Emmanuel Macron", "Tim Cook").stdout
    done = kg("analyse", graph, "--between", "Emmanuel Macron", "Theresa May")
    assert (done.status, done.stdout, done.stderr) == (1, "", "no connection\n")


def test_view_validate_ontology(graph: Path, tmp_path: Path) -> None:
    assert kg("view", graph, "--entity", "Angela Merkel", "-o", tmp_path / "m.html").status == 0
    done = kg("view", graph, "--matrix", "-o", tmp_path / "x.html")
    assert (done.status, done.stderr) == (0, f"wrote {tmp_path / 'x.html'}\n")
    assert "Who deals with whom" in (tmp_path / "x.html").read_text("utf-8")
    assert kg("view", graph, "--matrix", "--entity", "Angela Merkel").status == 2
    assert kg("view", graph, "--matrix", "--timeline").status == 2
    assert kg("view", graph, "-o", tmp_path / "g.svg").status == 0
    assert (tmp_path / "g.svg").read_text("utf-8").startswith("<svg")
    assert kg("view", graph, "--report").status == 2
    assert kg("view", graph, "--report", "--entity", "Angela Merkel", "-o", tmp_path / "r.html").status == 0
    assert "<h1>Angela Merkel</h1>" in (tmp_path / "r.html").read_text("utf-8")
    assert kg("view", graph, "--timeline", "-o", tmp_path / "t.html").status == 0
    assert "Angela Merkel" in (tmp_path / "t.html").read_text("utf-8")
    page = (tmp_path / "m.html").read_text("utf-8")
    assert "Emmanuel Macron" in page
    assert '"Beats Electronics"' not in page  # stands in the paragraph of the sentence, but is no entity of the page
    assert "Conforms: True" in kg("validate", graph).stdout
    (line,) = (line for line in kg("ontology", graph).stdout.splitlines() if line.startswith("kgo:metWith "))
    assert " 2 " in line


MINE = """
@prefix kgo: <https://w3id.org/newskg/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<urn:my#tutored> a owl:ObjectProperty ; rdfs:label "tutored" ; rdfs:domain kgo:Person ; rdfs:range kgo:Person ;
  kgo:verb "tutor" .
"""


def test_relations_of_ones_own_are_remembered(tmp_path: Path) -> None:
    (tmp_path / "my.ttl").write_text(MINE, encoding="utf-8")
    (tmp_path / "one.txt").write_text("Angela Merkel tutored Theresa May.", encoding="utf-8")
    assert kg("build", tmp_path / "one.txt", "-o", tmp_path / "out", "--ontology", tmp_path / "my.ttl").status == 0
    (tmp_path / "my.ttl").unlink()
    (line,) = (line for line in kg("ontology", tmp_path / "out").stdout.splitlines() if line.startswith("urn:my#"))
    assert line.split() == ["urn:my#tutored", "Person", "Person", "1", "tutor"]
    settings = tmp_path / "out" / "store" / "kg.json"
    settings.write_text(json.dumps({"base": json.loads(settings.read_text("utf-8"))["base"]}), encoding="utf-8")
    (line,) = (line for line in kg("ontology", tmp_path / "out").stdout.splitlines() if line.startswith("urn:my#"))
    assert line.split() == ["urn:my#tutored", "1", "(unknown)"]


def test_labels_cannot_steer_the_terminal(tmp_path: Path) -> None:
    entities = [
        {"id": f"e{n}", "iri": f"kgr:{n}", "label": label, "types": ["kgo:Company", "kgo:Organisation", "kgo:Entity"]}
        for n, label in enumerate((LABEL, "Beats"))
    ]
    claim = {"id": "c0", "subject": "e0", "predicate": "kgo:acquired", "object": "e1", "phrase": "bought"}
    row = {
        "article": {"id": "a", "text": f"{LABEL} bought Beats.", "title": LABEL},
        "entities": entities,
        "claims": [{**claim, "evidence": {"start": 0, "end": 10}}],
    }
    (tmp_path / "row.jsonl").write_text(json.dumps(row), encoding="utf-8")
    built = kg("build", tmp_path / "row.jsonl", "-o", tmp_path / "out")
    assert built.status == 0
    printed = [
        built,
        kg("query", tmp_path / "out", "SELECT ?l { ?s rdfs:label ?l }"),
        kg("analyse", tmp_path / "out"),
        kg("analyse", tmp_path / "out", "--between", LABEL, "Beats"),
        kg("validate", tmp_path / "out"),
    ]
    assert not [c for done in printed for c in done.stdout + done.stderr if c in STEERING]
    assert all(CLEAN in done.stdout + done.stderr for done in printed[:4])
