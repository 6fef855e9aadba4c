"""What a child process does: one request after the other on a read-only snapshot."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kg.errors import QueryError
from kg.query import SearchIndex
from kg.query.search import FILE
from kg.serve import answers, pages, things
from kg.serve.desk import Desk, RefusedError
from kg.store import GraphStore

KINDS: dict[str, Callable[[Desk, dict[str, Any]], tuple[str, bytes]]] = {
    "query": answers.query,
    "question": answers.question,
    "node": answers.node,
    "page": things.node,
    "search": answers.search,
    "results": pages.results,
    "draw": pages.drawing,
    "explorer": pages.explorer,
    "answer": pages.answer,
}


def work(connection: Connection[bytes, bytes], folder: str, base: str, rows: int, answer: int, memory: int) -> None:
    """Answer requests until the other side is gone."""
    _bound_memory(memory)
    store = GraphStore.read_only(folder, base=base)
    index = SearchIndex.__new__(SearchIndex)
    index.database = sqlite3.connect(f"file:{Path(folder) / FILE}?mode=ro&immutable=1", uri=True)
    desk = Desk(store, index, rows, answer)
    while True:
        try:
            request = json.loads(connection.recv_bytes())
        except (EOFError, OSError, KeyboardInterrupt):
            return
        status, headers, body = _answer(desk, request)
        connection.send_bytes(json.dumps({"status": status, "headers": headers}).encode())
        connection.send_bytes(body)


def _answer(desk: Desk, request: dict[str, Any]) -> tuple[int, dict[str, str], bytes]:
    try:
        media_type, body = KINDS[request["kind"]](desk, request)
        if len(body) > desk.most_bytes:
            raise RefusedError(422, f"the answer is larger than {desk.most_bytes:,} bytes")
    except RefusedError as refusal:
        return _line(refusal.status, str(refusal))
    except QueryError as error:
        return _line(400, str(error))
    except MemoryError:
        return _line(422, "the answer takes more memory than allowed")
    return 200, {"content-type": media_type}, body


def _line(status: int, why: str) -> tuple[int, dict[str, str], bytes]:
    return status, {"content-type": "text/plain; charset=utf-8"}, f"{why}\n".encode("utf-8", "replace")


def _bound_memory(memory: int) -> None:
    """Let the system refuse what goes beyond `memory` bytes more than the process has now, where it can."""
    try:
        import resource
    except ImportError:
        return
    try:
        pages_now = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return
    limit = pages_now * resource.getpagesize() + memory
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
