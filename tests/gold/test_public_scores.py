"""Floors on public gold data, where a folder with it lies beside the project; skipped where it does not."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.build.workers import extractions
from kg.read import read

EVAL = Path(__file__).parents[3] / "shared" / "eval"
GOLD = {"knet": "knet_dev.json", "plover": "plover_dev.json", "gum": "gum_dev/", "carb": "carb_dev.tsv"}
FLOORS = {
    "knet": {"knet facts": 0.728},
    "plover": {"plover event type found": 0.82, "plover event-source-target": 0.63},
    "gum": {"gum names": 0.83, "gum coreference": 0.685},
    "carb": {"carb open triples": 0.555},
}
pytestmark = pytest.mark.skipif(not (EVAL / "score.py").exists(), reason="no public gold data beside the project")


def run(script: str, *arguments: str) -> str:
    """What a script of the evaluation folder prints."""
    command = [sys.executable, script, *arguments]
    return subprocess.run(command, cwd=EVAL, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("name", GOLD)
def test_public_floor(name: str, tmp_path: Path) -> None:
    gold = f"data/{GOLD[name]}"
    articles, predictions = tmp_path / f"{name}.jsonl", tmp_path / f"{name}.pred"
    articles.write_text(run("articles.py", name, gold), encoding="utf-8")
    found = (json.dumps(extraction.to_dict()) for extraction in extractions(read([str(articles)])))
    predictions.write_text("\n".join(found), encoding="utf-8")
    printed = run("score.py", name, gold, str(predictions))
    for line, floor in FLOORS[name].items():
        row = next(row for row in printed.splitlines() if row.startswith(line))
        figures = re.findall(r"(?:F1 |: )(0\.\d+|1\.0)", row)
        assert float(figures[-1]) >= floor, row
