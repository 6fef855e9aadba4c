"""kg serve in a process of its own: answers while it runs, leaves nothing behind when it is interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import httpx

from kg.store import GraphStore

from ..store.extractions import extraction
from .calling import PROGRAM


def test_serves_until_interrupted(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "out") as store:
        store.add(extraction())
    (tmp_path / "tmp").mkdir()
    process = subprocess.Popen(
        [*PROGRAM, "serve", str(tmp_path / "out"), "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path / "tmp")},
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    address = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
    with GraphStore.open(tmp_path / "out"):  # the store itself is free for a writer
        answer = httpx.get(f"{address}sparql", params={"query": "ASK { ?a kgo:metWith ?b }"}, trust_env=False)
    assert answer.json()["boolean"] is True
    process.send_signal(signal.SIGINT)
    rest = process.stderr.read()
    process.stderr.close()
    assert process.wait(30) in (0, 130)
    assert "Traceback" not in rest
    assert not [path for path in (tmp_path / "tmp").iterdir() if path.name.startswith("kg-serve-")]
