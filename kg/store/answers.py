"""The file beside a store in which answers to questions lie until the graph changes; what they hold is bytes here.

Each answer is that of one state of the store (`kg.store.state`), and no other state is given it. Several processes may
read and write at once, and a process that is killed leaves no half answer: it is SQLite. Whatever else goes wrong, as
on a disk that is full or read only, costs those who ask their time and nothing more.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

FILE = "answers.sqlite"
LARGEST, MOST = 8_000_000, 64_000_000
"""Bytes of one answer and of all."""
WAIT = 1.0
SCHEMA = """
PRAGMA auto_vacuum = FULL;
CREATE TABLE IF NOT EXISTS answer (
  number INTEGER PRIMARY KEY, state TEXT NOT NULL, query TEXT NOT NULL, most INTEGER NOT NULL, told BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS place ON answer (query, most);
"""
FIND = "SELECT told FROM answer WHERE query = ? AND most >= ? AND state = ? ORDER BY most LIMIT 1"
NEW = "INSERT INTO answer (state, query, most, told) VALUES (?, ?, ?, ?)"
OLD = "DELETE FROM answer WHERE state != ? OR (query = ? AND most <= ?)"
TOO_MANY = """
DELETE FROM answer WHERE number <= (
  SELECT MAX(number) FROM (SELECT number, SUM(LENGTH(told)) OVER (ORDER BY number DESC) AS size FROM answer)
  WHERE size > ?
)
"""
UNREADABLE = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class AnswerFile:
    """The answers beside the store in a folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    def find(self, state: str, query: str, most: int) -> bytes | None:
        """The answer to the query that was kept in this state with so many rows or more; None where there is none."""
        with suppress(sqlite3.Error), self._open("ro") as database:
            found = database.execute(FIND, (query, most, state)).fetchone()
            return bytes(found[0]) if found else None
        return None

    def keep(self, state: str, query: str, most: int, told: bytes) -> None:
        """Keep an answer in place of what was kept of other states, and where there are too many, of the oldest."""
        if len(told) > LARGEST:
            return
        try:
            with self._open("rwc") as database:
                database.executescript(SCHEMA)
                database.execute("BEGIN IMMEDIATE")
                database.execute(OLD, (state, query, most))
                database.execute(NEW, (state, query, most, told))
                database.execute(TOO_MANY, (MOST,))
                database.execute("COMMIT")
        except sqlite3.Error as error:
            if error.sqlite_errorcode & 0xFF in UNREADABLE:
                self.forget()

    def become(self, old: str, new: str) -> None:
        """A state is known by another name now."""
        if old != new and self.path.exists():
            with suppress(sqlite3.Error), self._open("rw") as database:
                database.execute("UPDATE answer SET state = ? WHERE state = ?", (new, old))

    def copy(self, folder: Path) -> None:
        """Take the answers along to a copy of the store in a folder."""
        if self.path.exists():
            with suppress(sqlite3.Error), self._open("ro") as here, AnswerFile(folder)._open("rwc") as there:
                here.backup(there)

    def forget(self) -> None:
        """From now on there are none."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    @contextmanager
    def _open(self, mode: str) -> Iterator[sqlite3.Connection]:
        address = f"{self.path.absolute().as_uri()}?mode={mode}"
        with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=WAIT)) as database:
            yield database
