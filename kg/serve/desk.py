"""What a child works with."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from kg.query import SearchIndex
from kg.store import GraphStore


class RefusedError(Exception):
    """A request that is not answered; `status` is the HTTP status that says so."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


@dataclass(frozen=True, slots=True)
class Desk:
    """The snapshot, its index, and the most rows and bytes of an answer."""

    store: GraphStore
    index: SearchIndex
    most_rows: int
    most_bytes: int


def prefix(base: str) -> str:
    """The path under which a server shows the things of that namespace: the path of the namespace itself.

    >>> prefix("https://w3id.org/newskg/id/")
    '/newskg/id/'
    """
    path = urlsplit(base).path
    return path if path.startswith("/") and path.endswith("/") and len(path) > 1 else "/id/"
