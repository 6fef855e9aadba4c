"""`kg` as a process of its own: the installed script, its encoding, its interruption, several at once."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import pytest

from .calling import PROGRAM, TEXT, bytes_of, process

ROWS = 40


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    rows = ({"id": f"a{n}", "text": f"{TEXT} Theresa May visited Japan {n} times."} for n in range(ROWS))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def clean(many: Path) -> Path:
    assert process("--quiet", "build", many, "-o", many.parent / "clean").status == 0
    return many.parent / "clean"


@pytest.mark.parametrize(
    ("command", "spared"),
    [
        ("extract", ("rdflib", "networkx", "scipy", "pyvis")),
        ("query", ("spacy", "networkx", "scipy", "pyvis")),
        ("analyse", ("spacy", "pyvis", "IPython")),
        ("validate", ("spacy", "networkx", "pyvis")),
        ("export", ("spacy", "pyvis")),
    ],
)
def test_a_command_loads_what_it_needs(command: str, spared: tuple[str, ...]) -> None:
    program = f"""
import sys, typer
from kg.cli.main import app
assert typer.main.get_command(app).get_command(None, {command!r})
print([name for name in {spared} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_workers_make_the_same_bytes(many: Path, clean: Path, tmp_path: Path) -> None:
    done = process("--quiet", "build", many, "-o", tmp_path / "out", "--workers", "2")
    assert (done.status, done.stderr) == (0, "")
    assert bytes_of(tmp_path / "out") == bytes_of(clean)


def test_killed_and_run_again(many: Path, clean: Path, tmp_path: Path) -> None:
    running = subprocess.Popen([*PROGRAM, "--quiet", "build", str(many), "-o", str(tmp_path / "out")])
    deadline = time.monotonic() + 60
    while running.poll() is None and time.monotonic() < deadline and not _has_articles(tmp_path / "out" / "store"):
        time.sleep(0.01)
    running.kill()
    running.wait()
    assert process("--quiet", "build", many, "-o", tmp_path / "out").status == 0
    assert bytes_of(tmp_path / "out") == bytes_of(clean)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {*bytes_of(clean), "store"}


def _has_articles(store: Path) -> bool:
    return any(path.stat().st_size > 20_000 for path in store.glob("*.log")) if store.is_dir() else False


HELD = """
import sys
from kg.store import GraphStore
with GraphStore.open(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_is_turned_away(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-c", HELD, str(tmp_path / "out")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        done = process("build", tmp_path / "a.txt", "-o", tmp_path / "out")
        holder.communicate("")
    assert (done.status, done.stderr) == (1, f"kg: {tmp_path}/out: in use by another process\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def _interrupt(running: subprocess.Popen[str]) -> str:
    """Press Ctrl-C until the program ends: one that falls into a destructor of a library is lost there."""
    for _ in range(12):
        running.send_signal(signal.SIGINT)
        try:
            return running.communicate(timeout=10)[1]
        except subprocess.TimeoutExpired:
            continue
    running.kill()
    return running.communicate()[1]


def test_interrupted(tmp_path: Path) -> None:
    fifo = tmp_path / "endless.txt"
    os.mkfifo(fifo)
    running = subprocess.Popen(
        [*PROGRAM, "extract", str(fifo)],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # which a job in the background ignores
    )
    with fifo.open("w", encoding="utf-8"):
        said = _interrupt(running)
    assert running.returncode == 130
    assert said == "kg: interrupted; what was read so far is kept\n"


def test_streams_are_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    said = "Élysée: François Hollande met Angela Merkel."
    done = process("extract", "-", stdin=said, PYTHONIOENCODING="latin-1", LC_ALL="C", PYTHONUTF8="0")
    assert done.status == 0
    assert json.loads(done.stdout)["article"]["text"] == said


def test_traceback_only_with_debug(tmp_path: Path) -> None:
    assert "Traceback" not in process("query", tmp_path, "timeline").stderr
    shown = process("--debug", "query", tmp_path, "timeline")
    assert shown.status == 1
    assert "Traceback" in shown.stderr


def test_the_reader_of_the_output_may_leave(many: Path) -> None:
    running = subprocess.Popen([*PROGRAM, "extract", str(many)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    assert running.stdout.readline().startswith(b'{"article"')
    running.stdout.close()
    assert b"Traceback" not in running.stderr.read()
    running.stderr.close()
    running.wait()


def test_the_installed_script() -> None:
    script = shutil.which("kg", path=sysconfig.get_path("scripts"))
    assert script is not None
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("kg ")
