"""evaluate: gold and predicted lines in, scores out."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from .calling import TEXT, kg, process
from .test_asking import CLEAN, LABEL, STEERING

FALSE = {"predicate": "kgo:praised", "id": "c-false"}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two articles as they were read, and the same where a claim has become another and an article is lacking."""
    folder = tmp_path_factory.mktemp("scoring")
    said = [json.dumps({"id": f"a{n}", "text": text}) for n, text in enumerate((TEXT, f"{TEXT} It rained."))]
    gold = kg("extract", "-", "--date", "2015-11-14", stdin="\n".join(said)).stdout
    row = json.loads(gold.splitlines()[0])
    met, *rest = row["claims"]
    assert met["predicate"] == "kgo:metWith"
    row["claims"] = [met | FALSE, *rest]
    other = {"article": {"id": "other", "text": "It rained."}}
    (folder / "gold.jsonl").write_text(gold, encoding="utf-8")
    (folder / "found.jsonl").write_text(f"{json.dumps(row)}\n{json.dumps(other)}\n", encoding="utf-8")
    return folder / "gold.jsonl", folder / "found.jsonl"


def test_table(files: tuple[Path, Path]) -> None:
    done = kg("evaluate", *files)
    assert done.status == 0
    lines = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines() if line.strip()}
    assert lines["kgo:metWith"] == ["2", "0", "0", "0", "0.000", "0.000", "0.000"]
    assert lines["kgo:praised"][:4] == ["0", "0", "1", "0"]
    assert lines["kgo:acquired"][:4] == ["2", "1", "1", "1"]
    assert "expected calibration error" in done.stdout
    assert "praised" not in done.stdout.partition("Confidence")[2]
    assert done.stderr == (
        "1 articles missing in PRED, all their claims count as missed: a1\n1 articles not in GOLD, ignored: other\n"
    )


def test_the_same_line_twice_is_right_in_all(files: tuple[Path, Path]) -> None:
    done = kg("--quiet", "evaluate", files[0], files[0], "--format", "json")
    assert (done.status, done.stderr) == (0, "")
    data = json.loads(done.stdout)
    assert {total["f1"] for total in data["totals"].values()} == {1}
    assert data["mistakes"] == []


def test_json_and_csv_say_the_same(files: tuple[Path, Path]) -> None:
    data = json.loads(kg("evaluate", *files, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(kg("evaluate", *files, "--format", "csv").stdout)))
    assert [row["name"] for row in rows if row["part"] == "relation"] == list(data["relations"])
    assert [row["name"] for row in rows if row["part"] == "article"] == list(data["articles"]) == ["a0", "a1"]
    for row in rows:
        scores: dict[str, Any] = data[f"{row['part']}s"][row["name"]]
        assert row["f1"] == f"{scores['f1']:.3f}"
        assert int(row["predicted"]) == scores["predicted"]
        ends = [f"{end:.3f}" for end in (scores.get("intervals") or {}).get("f1", ())]
        assert [row["f1_low"], row["f1_high"]] == (ends or ["", ""])


def test_errors_are_listed_with_their_sentence(files: tuple[Path, Path]) -> None:
    done = kg("evaluate", *files, "--errors", "1")
    told = " ".join(done.stdout.partition("Mistakes")[2].split())
    assert "missed Angela Merkel – kgo:metWith – Emmanuel Macron a0: Angela Merkel met Emmanuel Macron in Paris" in told
    assert "false Angela Merkel – kgo:praised – Emmanuel Macron (0." in told
    assert told.count("missed") == 1
    data = json.loads(kg("evaluate", *files, "--errors", "1", "--format", "json").stdout)
    assert [mistake["kind"] for mistake in data["mistakes"]] == ["missed", "false"]


def test_partial_and_ontology(files: tuple[Path, Path]) -> None:
    done = kg("evaluate", *files, "--partial", "praised", "--partial", "kgo:metWith")
    assert done.status == 0
    assert "kgo:praised" not in done.stdout
    assert kg("evaluate", *files, "--ontology", "no-such.ttl").status == 1


def test_standard_input(files: tuple[Path, Path]) -> None:
    found = files[1].read_text("utf-8")
    assert kg("evaluate", files[0], "-", stdin=found).stdout == kg("evaluate", *files).stdout


@pytest.mark.parametrize(
    ("arguments", "status", "why"),
    [
        (("GOLD", "no-such.jsonl"), 1, "no-such.jsonl: no such file or folder"),
        (("no-such.jsonl", "GOLD"), 1, "no-such.jsonl: no such file or folder"),
        (("GOLD", "text.txt"), 1, "text.txt: article 'text-"),
        (("GOLD", "half.jsonl"), 1, "half.jsonl line 2: not JSON"),
        (("GOLD", "GOLD", "--format", "xml"), 2, "unknown format"),
        (("GOLD", "GOLD", "--format", "csv", "--errors", "3"), 2, "csv has no place for mistakes"),
        (("-", "-"), 2, "cannot both be standard input"),
    ],
)
def test_failures_are_one_clear_line(
    files: tuple[Path, Path],
    arguments: tuple[str, ...],
    status: int,
    why: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("text.txt").write_text("It rained.", encoding="utf-8")
    Path("half.jsonl").write_text('{"article": {"id": "a", "text": "x"}}\n{"art', encoding="utf-8")
    done = kg("evaluate", *(files[0] if a == "GOLD" else a for a in arguments))
    assert (done.status, done.stdout) == (status, "")
    assert len(done.stderr.splitlines()) == 1
    assert why in done.stderr


def test_nothing_steers_the_terminal(tmp_path: Path) -> None:
    def row(article: str, predicate: str) -> dict[str, Any]:
        entities = [
            {"id": f"e{n}", "iri": "kgr:x", "label": name, "types": ["kgo:Entity"]}
            for n, name in enumerate((LABEL, "B"))
        ]
        claim = {"id": "c", "subject": "e0", "predicate": predicate, "object": "e1", "phrase": ""}
        claims = [claim | {"evidence": {"start": 0, "end": len(LABEL)}}]
        return {"article": {"id": article, "text": f"{LABEL} bought B."}, "entities": entities, "claims": claims}

    gold, found = tmp_path / "gold.jsonl", tmp_path / "found.jsonl"
    gold.write_text(json.dumps(row("a\x1b[2J", "kgo:\u202eacquired\x9b31m")) + "\n", encoding="utf-8")
    found.write_text(json.dumps(row("=b\x1b[2J", "kgo:\x1b[2J")) + "\n", encoding="utf-8")
    for arguments in (("--errors", "9"), ("--format", "csv")):
        for pair in ((gold, found), (gold, gold)):
            done = kg("evaluate", *pair, *arguments)
            assert done.status == 0
            assert not [c for c in done.stdout + done.stderr if c in STEERING]
    assert CLEAN in kg("evaluate", gold, found, "--errors", "9").stdout
    assert "\n'=b" not in kg("evaluate", found, found, "--format", "csv").stdout.replace("article,'=b", "")


def test_results_are_the_same_bytes_in_every_process(files: tuple[Path, Path]) -> None:
    runs = [process("evaluate", *files, "--format", "json", PYTHONHASHSEED=seed) for seed in ("0", "1")]
    assert runs[0] == runs[1]
    assert runs[0].status == 0
