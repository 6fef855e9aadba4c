"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import StoreError

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@contextmanager
def replacing(path: str | Path) -> Iterator[BinaryIO]:
    """A stream whose bytes become the file when all are written; until then the old file stays.

    What is no regular file (a pipe, a device) is written as it is.

    Raises:
        StoreError: naming the path that cannot be written.
    """
    path = Path(path)
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
        else:
            with _draft(Path(os.path.realpath(path))) as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror or error})") from error


@contextmanager
def _draft(path: Path) -> Iterator[BinaryIO]:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.part")  # the same each time, so that nothing piles up after a kill
    draft.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(draft, NEW, 0o666), "wb") as stream:
            yield stream
        os.replace(draft, path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
