"""Whether files written of a store still say what it says, so that a build that brings nothing new writes nothing.

Beside the store lies a note of the files, by size and time, and of how many statements there were. Whatever changes
the store through `GraphStore` takes the note away first; files that somebody else has touched no longer fit it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyoxigraph as ox

FILE = "written.json"
PROGRAM = Path(__file__).parent.parent


def fits(folder: Path, quads: ox.Store, files: Iterable[Path], *, made_by: str) -> bool:
    """Whether the files are those that were written last, by this very program, and the store has not grown or shrunk.

    Args:
        made_by: what else the files depend on.
    """
    try:
        known = json.loads((folder / FILE).read_text("utf-8"))
        return bool(known == _note(quads, files, made_by))
    except (OSError, ValueError):
        return False


def note(folder: Path, quads: ox.Store, files: Iterable[Path], *, made_by: str) -> None:
    """Note that the files say what the store says; a disk that refuses only costs the next build its time."""
    try:
        (folder / FILE).write_text(json.dumps(_note(quads, files, made_by)) + "\n", encoding="utf-8")
    except OSError:
        forget(folder)


def forget(folder: Path) -> None:
    """From now on the files are old."""
    (folder / FILE).unlink(missing_ok=True)


def _note(quads: ox.Store, files: Iterable[Path], made_by: str) -> dict[str, object]:
    states = {str(path.resolve()): path.stat() for path in files}
    return {
        "made by": hashlib.sha256((made_by + program()).encode()).hexdigest(),
        "statements": len(quads),
        "files": {name: [state.st_size, state.st_mtime_ns] for name, state in states.items()},
    }


@cache
def program() -> str:
    """What tells this state of the program from any other, in a checkout too."""
    files = sorted(path for path in PROGRAM.rglob("*") if path.is_file() and path.suffix != ".pyc")
    states = repr([(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files])
    return hashlib.sha256(states.encode()).hexdigest()
