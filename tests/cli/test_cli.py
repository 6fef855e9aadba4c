"""The command line: every command, its help, its exit status, its streams."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = ("build", "extract", "query", "export", "view", "analyse", "remove", "validate", "ontology")
README = Path(__file__).parent.parent.parent / "README.md"
TEXT = "Angela Merkel met Emmanuel Macron in Paris on Monday. Apple acquired Beats Electronics."


def kg(*arguments: object, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    program = "import sys; from kg.cli import main; sys.argv[0] = 'kg'; main()"
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, input=stdin, check=False, timeout=120)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "two.txt").write_text("Tim Cook, chief executive of Apple, met Angela Merkel.", encoding="utf-8")
    done = kg("build", folder / "one.txt", folder / "two.txt", "-o", folder / "out", "--date", "2015-11-14")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "2 articles read" in done.stderr
    return folder / "out"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_and_stands_in_the_readme(command: str) -> None:
    done = kg(command, "--help")
    assert done.returncode == 0
    assert "Example: kg" in done.stdout
    assert f"`kg {command}" in README.read_text("utf-8")


def test_extract_prints_json_lines_that_build_takes(graph: Path, tmp_path: Path) -> None:
    done = kg("extract", "-", "--date", "2015-11-14", stdin=TEXT)
    assert done.returncode == 0
    (row,) = map(json.loads, done.stdout.splitlines())
    assert row["article"]["text"] == TEXT
    assert {c["time"] for c in row["claims"] if c["predicate"] == "kgo:metWith"} == {"2015-11-09"}
    (tmp_path / "row.jsonl").write_text(done.stdout, encoding="utf-8")
    assert kg("--quiet", "build", tmp_path / "row.jsonl", "-o", tmp_path / "out").returncode == 0
    again = kg("query", tmp_path / "out", "who-met-whom", "--format", "csv")
    assert "Angela Merkel,metWith,Emmanuel Macron,2015-11-09" in again.stdout


def test_query_in_all_ways(graph: Path, tmp_path: Path) -> None:
    select = "SELECT ?b { kgr:angela-merkel kgo:metWith ?b }"
    (tmp_path / "q.rq").write_text(select, encoding="utf-8")
    assert "emmanuel-macron" in kg("query", graph, select).stdout
    assert "emmanuel-macron" in kg("query", graph, "-f", tmp_path / "q.rq", "--format", "csv").stdout
    assert "emmanuel-macron" in kg("query", graph, "-f", "-", stdin=select).stdout
    assert "who-met-whom" in kg("query", graph).stdout
    assert "Merkel" in kg("query", graph, "evidence", "-p", "entity=merkel").stdout


@pytest.mark.parametrize(
    ("arguments", "status", "why"),
    [
        (("query", "OUT", "whomet"), 2, "no prepared question"),
        (("query", "OUT", "SELECT * {"), 2, "not a SPARQL query"),
        (("query", "OUT", "timeline", "--format", "xml"), 2, "unknown format"),
        (("export", "OUT", "-f", "doc"), 2, "unknown format"),
        (("query", "nothing-here", "timeline"), 1, "no graph here"),
        (("remove", "OUT", "no-such-article"), 1, "no article"),
        (("build", "no-such-file.txt", "-o", "NEW"), 1, "no such file"),
        (("extract", "no-such-file.txt"), 1, "no such file"),
        (("build",), 2, "Missing"),
        (("extract", "README", "--model", "no_such_model"), 1, "not installed"),
        (("view", "OUT", "--entity", "Nobody At All"), 2, "Nobody At All"),
    ],
)
def test_failures_are_one_clear_line(
    graph: Path, tmp_path: Path, arguments: tuple[str, ...], status: int, why: str
) -> None:
    places = {"OUT": graph, "NEW": tmp_path / "new", "README": README}
    done = kg(*(places.get(a, a) for a in arguments))
    assert done.returncode == status, done.stderr
    assert why in done.stderr
    assert "Traceback" not in done.stderr


def test_exports(graph: Path, tmp_path: Path) -> None:
    assert "@prefix" in kg("export", graph).stdout
    for name in ("nt", "nq", "trig", "jsonld", "graphml", "gexf"):
        assert kg("export", graph, "-f", name, "-o", tmp_path / f"g.{name}").returncode == 0
        assert (tmp_path / f"g.{name}").stat().st_size > 100
    assert kg("export", graph, "-f", "csv", "-o", tmp_path / "tables").returncode == 0
    assert {path.name for path in (tmp_path / "tables").iterdir()} == {"nodes.csv", "edges.csv"}


def test_analyse_view_validate_ontology(graph: Path, tmp_path: Path) -> None:
    assert "Angela Merkel" in kg("analyse", graph).stdout
    assert json.loads(kg("analyse", graph, "--format", "json").stdout)["central"]
    assert "Angela Merkel" in kg("analyse", graph, "--between", "Emmanuel Macron", "Tim Cook").stdout
    assert kg("view", graph, "--entity", "Angela Merkel", "-o", tmp_path / "m.html").returncode == 0
    assert "Emmanuel Macron" in (tmp_path / "m.html").read_text("utf-8")
    assert "Conforms: True" in kg("validate", graph).stdout
    assert "kgo:metWith" in kg("ontology", graph).stdout


def test_version_and_bare_call() -> None:
    assert kg("--version").stdout.startswith("kg ")
    assert kg().returncode in (0, 2)
