"""Whether what was made of a store still fits it, so that a build that brings nothing new writes and infers nothing.

Beside the store lies a note of the files written of it, by size and time, and of how many statements there were, and
another of what was inferred. Whatever changes the store through `GraphStore` takes the notes away first; files that
somebody else has touched no longer fit.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyoxigraph as ox

FILE, INFERRED = "written.json", "inferred.json"
PROGRAM = Path(__file__).parent.parent


def fits(folder: Path, quads: ox.Store, files: Iterable[Path], *, made_by: str, name: str = FILE) -> bool:
    """Whether the files are those that were written last, by this very program, and the store has not grown or shrunk.

    Args:
        made_by: what else the files, or what was inferred, depend on.
        name: which note.
    """
    try:
        known = json.loads((folder / name).read_text("utf-8"))
        return bool(known == _note(quads, files, made_by))
    except (OSError, ValueError):
        return False


def note(folder: Path, quads: ox.Store, files: Iterable[Path], *, made_by: str, name: str = FILE) -> None:
    """Note that the files say what the store says; a disk that refuses only costs the next build its time."""
    try:
        (folder / name).write_text(json.dumps(_note(quads, files, made_by)) + "\n", encoding="utf-8")
    except OSError:
        (folder / name).unlink(missing_ok=True)


def forget(folder: Path) -> None:
    """From now on the files and what was inferred are old."""
    for name in (FILE, INFERRED):
        (folder / name).unlink(missing_ok=True)


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
