"""The graph as RDF files: sorted quads and chosen prefixes, so that the same graph gives the same bytes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store import vocabulary as v
from kg.store.graph_store import GraphStore

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
}
RDF_FORMATS = tuple(FORMATS)
TRIPLES_ONLY = frozenset({"ttl", "nt"})


def export(
    store: GraphStore,
    format: str,  # noqa: A002 - the option's name
    target: str | Path | BinaryIO,
    *,
    inferred: bool = False,
) -> None:
    """Write the graph; triples formats hold the union of all articles, quads formats a graph an article.

    Args:
        format: one of `RDF_FORMATS`.
        target: a path, replaced in one step, or a binary stream.
        inferred: also what was inferred from the articles, in quads formats as a graph of its own.

    Raises:
        StoreError: an unknown format, or a path that cannot be written.
    """
    if format not in FORMATS:
        raise StoreError(f"unknown format {format!r}: one of {', '.join(FORMATS)}")
    if isinstance(target, str | Path):
        _replace(Path(target), store, format, inferred)
    else:
        _write(store, format, target, inferred)


def _write(store: GraphStore, format: str, stream: BinaryIO, inferred: bool) -> None:  # noqa: A002
    rows: Iterable[Any] = store.quads if inferred else store.stated()
    if format in TRIPLES_ONLY:
        rows = {quad.triple for quad in rows}
    prefixes = {"kgr": store.base, **v.PREFIXES}
    ordered = sorted(rows, key=_order)
    if format in ("nt", "nq"):
        ox.serialize(ordered, output=stream, format=FORMATS[format])
        return
    stream.write(_header_sorted(ox.serialize(ordered, format=FORMATS[format], prefixes=prefixes)))


def _header_sorted(text: bytes | None) -> bytes:
    """The document with its prefix lines in order; Oxigraph writes them in another order each time."""
    assert text is not None
    end = 0
    while text.startswith(b"@prefix ", end):
        end = text.index(b"\n", end) + 1
    return b"".join(sorted(text[:end].splitlines(keepends=True))) + text[end:]


def _order(row: Any) -> tuple[str, str, bool, str, str]:
    """By graph, subject, predicate (types and labels first), object."""
    graph = str(row.graph_name) if isinstance(row, ox.Quad) else ""
    return graph, row.subject.value, row.predicate not in (v.TYPE, v.LABEL), row.predicate.value, str(row.object)


def _replace(path: Path, store: GraphStore, format: str, inferred: bool) -> None:  # noqa: A002
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as stream:
                _write(store, format, stream, inferred)
            os.chmod(name, 0o644)
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}") from error
