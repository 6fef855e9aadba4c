"""Many short articles, read elsewhere: built whole, killed anywhere and taken up again, and by two at once.

`KG_ARTICLES=10000` makes them ten thousand, which takes minutes.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.model import Article, Claim, Entity, Evidence, Extraction, Form, Mention

ARTICLES = int(os.environ.get("KG_ARTICLES", "800"))
PEOPLE = 500
PERSON = ("kgo:Person", "kgo:Agent", "kgo:Entity")
BUILD = "import sys; from kg.cli import main; sys.argv = ['kg', 'build', *sys.argv[1:]]; main()"
# What `kg build` does before it writes files, so that a test of stopping pays for nothing else.
STORE = """
import sys
from kg.build import build_graph
store, report = build_graph([sys.argv[1]], sys.argv[2])
print(report.read, report.known, len(report.failed))
store.close()
"""
HELD = STORE.replace("store.close()", "sys.stdout.flush(); sys.stdin.read(); store.close()")


def article(number: int) -> Extraction:
    """That one person met another, in one sentence."""
    names = [f"Person {(number * factor) % PEOPLE}" for factor in (1, 7)]
    text = f"{names[0]} met {names[1]} for the {number}. time."
    starts = 0, text.index(names[1], 1)
    entities = tuple(Entity(f"e{n}", f"kgr:{name.replace(' ', '-')}", name, PERSON) for n, name in enumerate(names))
    mentions = tuple(
        Mention(start, start + len(name), name, f"e{n}", Form.NAME)
        for n, (name, start) in enumerate(zip(names, starts, strict=True))
    )
    claim = Claim("c0", "e0", "kgo:metWith", "e1", "met", Evidence(0, len(text)), event="CONSULT")
    return Extraction(Article(f"a{number}", text), mentions, entities, (claim,))


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("size") / "articles.jsonl"
    rows = (json.dumps(article(number).to_dict()) + "\n" for number in range(ARTICLES))
    path.write_text("".join(rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def clean(lines: Path) -> bytes:
    """What a build that nothing disturbs gives."""
    out = lines.parent / "clean"
    assert run(STORE, lines, out).stdout.split() == [str(ARTICLES), "0", "0"]
    return exported(out)


def run(program: str, *arguments: Path | str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program, *map(str, arguments)], capture_output=True, text=True)


def exported(directory: Path) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", BUILD.replace("'build'", "'export'"), str(directory), "-f", "nq"], capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


def grown(store: Path) -> int:
    """The bytes in the store's files; RocksDB may take one away while they are counted."""

    def sizes() -> Iterator[int]:
        for path in store.glob("*"):
            try:
                yield path.stat().st_size
            except OSError:
                continue

    return sum(sizes())


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_a_random_point_and_taken_up_again(seed: int, lines: Path, clean: bytes, tmp_path: Path) -> None:
    share = random.Random(seed).uniform(0.01, 0.9)
    enough = grown(lines.parent / "clean" / "store") * share
    out = tmp_path / "out"
    with subprocess.Popen([sys.executable, "-c", STORE, str(lines), str(out)], stdout=subprocess.DEVNULL) as running:
        while running.poll() is None and grown(out / "store") < enough:
            time.sleep(0.002)
        running.kill()
    read, known, failed = map(int, run(STORE, lines, out).stdout.split())
    assert (read + known, failed) == (ARTICLES, 0)
    assert exported(out) == clean


def test_two_at_once_give_one_clear_line(lines: Path, clean: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-c", HELD, str(lines), str(out)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        assert first.stdout.readline().split() == [str(ARTICLES).encode(), b"0", b"0"]
        second = run(BUILD, lines, "-o", out)
        first.communicate()
    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr == f"kg: {out}: in use by another process\n"
    assert exported(out) == clean
