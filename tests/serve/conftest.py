"""A small graph served on a port of this machine, by children of its own."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from kg.serve import Limits, create_app
from kg.serve.pool import Pool
from kg.serve.run import server
from kg.serve.snapshot import snapshot
from kg.store import GraphStore

from ..store.extractions import article, extraction, later

LIMITS = Limits(workers=2, slow=1, quick=1.5, deadline=3.0, waiting=60, rows=500, body=60_000)


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph directory with hostile words in a headline."""
    folder = tmp_path_factory.mktemp("served")
    with GraphStore.open(folder) as store:
        store.add(extraction(article=article(title='<script>alert(1)</script> & "x"')))
        store.add(later())
    return folder


@pytest.fixture(scope="session")
def pool(directory: Path) -> Iterator[Pool]:
    with snapshot(directory) as (folder, base), Pool(folder, base, LIMITS) as made:
        yield made


@contextmanager
def running(made: uvicorn.Server) -> Iterator[str]:
    """The address of the server while it runs in a thread."""
    taken = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=made.run, kwargs={"sockets": [taken]})
    thread.start()
    while not made.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{taken.getsockname()[1]}"
    made.should_exit = True
    thread.join()
    taken.close()


@pytest.fixture(scope="session")
def address(pool: Pool) -> Iterator[str]:
    with running(server(create_app(pool))) as found:
        yield found


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=120, trust_env=False) as made:
        yield made
