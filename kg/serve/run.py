"""`run`: the server on a port of this machine, until it is interrupted."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from kg.errors import StoreError
from kg.serve.app import create_app
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.snapshot import snapshot


def run(
    directory: str | Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8080,
    limits: Limits | None = None,
    started: Callable[[str], None] = lambda url: None,
) -> None:
    """Serve the graph of a directory as it is now; returns when the process is interrupted.

    Args:
        port: 0 takes a free one.
        started: called with the address once the port is taken.

    Raises:
        StoreError: no graph there, it is being written to, or the address cannot be taken.
    """
    bounds = limits or Limits()
    with snapshot(directory) as (folder, base), _listening(host, port) as taken, Pool(folder, base, bounds) as pool:
        name = f"[{host}]" if ":" in host else host
        started(f"http://{name}:{taken.getsockname()[1]}/")
        server(create_app(pool)).run(sockets=[taken])


def server(app: Starlette) -> uvicorn.Server:
    """The server of an application: few words of its own, bounded in connections and headers."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        lifespan="off",
        limit_concurrency=200,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=65_536,
        http="h11",
        ws="none",
    )
    return uvicorn.Server(config)


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        taken = socket.socket(family)
    except OSError as error:
        raise StoreError(f"{host} port {port}: cannot be listened on ({error.strerror or error})") from error
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((host, port))
        taken.listen(128)
    except OSError as error:
        taken.close()
        raise StoreError(f"{host} port {port}: cannot be listened on ({error.strerror or error})") from error
    return taken
