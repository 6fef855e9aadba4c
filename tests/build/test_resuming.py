"""A run that is killed leaves whole articles, and the next run does the rest."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg import build
from kg.graph import FILES

ROWS = 40
# Reads, says which article is in the graph, and waits to be killed at the one that is given.
PROGRAM = """
import sys
from kg import build
def say(article, extraction):
    print(article.id, flush=True)
    if article.id == sys.argv[3]:
        sys.stdin.read()
build([sys.argv[1]], sys.argv[2], progress=say).close()
"""


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    texts = (f"Angela Merkel met Emmanuel Macron in Paris. Apple sued {n} people." for n in range(ROWS))
    path.write_text(
        "".join(json.dumps({"id": f"a{n}", "text": t}) + "\n" for n, t in enumerate(texts)), encoding="utf-8"
    )
    return path


@pytest.fixture(scope="module")
def clean(rows: Path) -> list[bytes]:
    build([rows], rows.parent / "clean").close()
    return bytes_of(rows.parent / "clean")


def bytes_of(directory: Path) -> list[bytes]:
    return [(directory / name).read_bytes() for name in FILES]


@pytest.mark.parametrize("last", [0, 20])
def test_killed_at_an_article_and_run_again(rows: Path, clean: list[bytes], tmp_path: Path, last: int) -> None:
    command = [sys.executable, "-c", PROGRAM, str(rows), str(tmp_path / "out"), f"a{last}"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        said = [running.stdout.readline().strip() for _ in range(last + 1)]
        running.kill()
    assert said == [f"a{n}" for n in range(last + 1)]
    with build([rows], tmp_path / "out") as graph:
        assert (graph.report.known, graph.report.read) == (last + 1, ROWS - last - 1)
    assert bytes_of(tmp_path / "out") == clean
