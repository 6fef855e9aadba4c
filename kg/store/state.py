"""What tells the statements of a store on disk from those that it held before, without reading them."""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path

IDENTITY, TABLES, LOGS = "IDENTITY", "*.sst", "*.log"


def at_rest(folder: Path) -> str:
    """A digest of the files of a store that nobody has open: another one after every change, whoever made it.

    RocksDB never changes a table file. What is new goes to its log, which only grows, and then into tables with
    numbers that were not given before (RocksDB wiki, "RocksDB Overview"). Where it has merged tables the digest is
    another one too, although the statements are the same.
    """
    tables = sorted((path.name, path.stat().st_size) for path in folder.glob(TABLES))
    logs = sorted((name, size) for name, size in _logs(folder).items() if size)
    identity = folder / IDENTITY
    made = identity.read_bytes() if identity.is_file() else b""
    return hashlib.sha256(repr((made, tables, logs)).encode()).hexdigest()


class State:
    """Follows the statements of a store that this process has open, which keeps all other processes from it.

    What is added, replaced or removed by whatever part of this process shows in the log; loads in bulk do not, and
    who makes one has to call `change`.
    """

    def __init__(self, folder: Path) -> None:
        """To be made before the store is opened."""
        self._folder, self._known, self._label = folder, dict[str, int](), at_rest(folder)

    def begin(self) -> None:
        """From now on the store is open."""
        self._known = _logs(self._folder)

    def change(self) -> None:
        """The statements are, or will be, others than before."""
        self._label = secrets.token_hex(16)

    def label(self) -> str:
        """What the statements as they are now are known by; another one after each change."""
        logs = _logs(self._folder)
        if any(size > self._known.get(name, 0) for name, size in logs.items()):
            self._known = logs
            self.change()
        return self._label


def _logs(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in folder.glob(LOGS)}
