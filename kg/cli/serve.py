"""The command that serves the graph on this machine: kg serve."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.console import note
from kg.cli.options import Directory
from kg.errors import QueryError


def serve(
    directory: Directory,
    host: Annotated[str, typer.Option("--host", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 takes a free one.")
    ] = 8080,
    workers: Annotated[int, typer.Option("--workers", min=1, max=64, help="Processes that answer queries.")] = 2,
    deadline: Annotated[float, typer.Option("--deadline", min=0.1, help="Seconds that a query may take.")] = 10.0,
    rows: Annotated[int, typer.Option("--rows", min=1, help="Most rows or triples of an answer.")] = 10_000,
) -> None:
    """Serve the graph, read only: a SPARQL endpoint at /sparql, pages of entities, search, an explorer at /.

    What is served is the graph as it is now; later builds show after a restart.

    Example: kg serve out --port 8080
    """
    try:
        from kg.serve import Limits, run
    except ImportError as error:
        raise QueryError(f"serving needs starlette and uvicorn: pip install 'newskg[serve]' ({error})") from error
    limits = Limits(workers=workers, deadline=deadline, rows=rows)
    if host not in ("127.0.0.1", "localhost", "::1"):
        note(f"whoever reaches {host} can read this graph")
    run(directory, host=host, port=port, limits=limits, started=lambda url: note(f"serving at {url} (Ctrl-C ends it)"))
