"""Calls of the command `kg` within this process, so that the pipeline is loaded once; and in one of its own."""

from __future__ import annotations

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from kg.cli import main

PROGRAM = (sys.executable, "-c", "import sys; from kg.cli import main; sys.argv[0] = 'kg'; main()")
TEXT = "Angela Merkel met Emmanuel Macron in Paris on Monday. Apple acquired Beats Electronics."


@dataclass(frozen=True, slots=True)
class Done:
    """How a call ended and what it printed."""

    status: int
    stdout: str
    stderr: str


def kg(*arguments: object, stdin: str = "") -> Done:
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="", write_through=True) for _ in range(2)]
    status: object = 0
    with (
        patch.object(sys, "argv", ["kg", *map(str, arguments)]),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")),
        redirect_stdout(streams[0]),
        redirect_stderr(streams[1]),
    ):
        try:
            main()
        except SystemExit as leaving:
            status = leaving.code
    printed = [_printed(stream) for stream in streams]
    return Done(status if isinstance(status, int) else 0, *printed)


def _printed(stream: io.TextIOWrapper) -> str:
    raw = stream.detach()
    raw.seek(0)
    return raw.read().decode("utf-8")


def process(*arguments: object, stdin: str = "", **environment: str) -> Done:
    """The same in a process of its own; `environment` adds to this one's."""
    import os

    command = [*PROGRAM, *map(str, arguments)]
    env = {**os.environ, **environment}
    done = subprocess.run(command, capture_output=True, input=stdin.encode(), check=False, timeout=120, env=env)
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def bytes_of(directory: Path) -> dict[str, bytes]:
    """The files of a graph directory that must not differ between equal graphs."""
    return {name: (directory / name).read_bytes() for name in ("graph.ttl", "graph.trig", "graph.html")}
