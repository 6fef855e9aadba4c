"""Graphs that `export` wrote, taken back: an article is a named graph, whole or not at all.

A file is first parsed into a store of its own, so that one that breaks off in the middle changes nothing; then each
graph is held against what `kg` writes. What is stored already is never overwritten.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.read.sources import printable
from kg.store import vocabulary as v
from kg.store.graph_file import load_file
from kg.store.graph_store import GraphStore
from kg.store.rdf import article_node
from kg.store.reading import read_records


@dataclass(slots=True)
class ImportReport:
    """What an import did: articles added, articles that were there already, and what could not be taken."""

    added: int = 0
    known: int = 0
    failed: list[InputError] = field(default_factory=list)


def import_files(
    paths: Iterable[str | Path] | str | Path, directory: str | Path | None
) -> tuple[GraphStore, ImportReport]:
    """The store in `directory`, or one in memory, with the articles of the files in it, and a report.

    A new store takes the base of the first file. A file or article that cannot be taken is named in the report, and
    the rest goes on.

    Raises:
        StoreError: the directory cannot serve as a graph.
        InputError: nothing could be taken from any file, and there is no graph yet.
    """
    report = ImportReport()
    store = GraphStore.open(directory) if GraphStore.is_in(directory) else None
    for path in [paths] if isinstance(paths, str | Path) else paths:
        try:
            with tempfile.TemporaryDirectory(prefix="kg-import-", ignore_cleanup_errors=True) as folder:
                found = load_file(path, folder)
                base = _base(found, printable(str(path)))
                store = store or GraphStore.open(directory, base=base)
                _take_all(found, store, base, printable(str(path)), report)
                del found
        except InputError as error:
            report.failed.append(error)
    if store is None:
        raise report.failed[0] if report.failed else InputError("import", "no files")
    store.flush()
    return store, report


def _base(found: ox.Store, name: str) -> str:
    """The namespace of things, with which the names of the graphs begin."""
    if next(iter(found.quads_for_pattern(None, None, None, ox.DefaultGraph())), None):
        raise InputError(name, "not a graph of kg: it has statements that belong to no article")
    graph = min(map(_name, found.named_graphs()), default=None)
    if graph is None:
        raise InputError(name, "no articles in it")
    base, article, _ = graph.partition("article/")
    if not article:
        raise InputError(name, f"not a graph of kg: {printable(graph)} is no article")
    return base


def _name(graph: ox.NamedNode | ox.BlankNode) -> str:
    return graph.value


def _take_all(found: ox.Store, store: GraphStore, base: str, name: str, report: ImportReport) -> None:
    if base != store.base:
        raise InputError(name, f"its things begin with {printable(base)}, those of the graph with {store.base}")
    for graph in sorted(found.named_graphs(), key=_name):
        try:
            _take(graph, set(found.quads_for_pattern(None, None, None, graph)), store, report)
        except ValueError as error:
            report.failed.append(InputError(f"{name}: {printable(graph.value)}", str(error)))


def _take(graph: ox.NamedNode | ox.BlankNode, quads: set[ox.Quad], store: GraphStore, report: ImportReport) -> None:
    new = {quad for quad in quads if quad.predicate != v.REIFIES or not _is_said_otherwise(quad, quads)}
    _check(graph, new, store.base)
    held = set(store.quads.quads_for_pattern(None, None, None, graph))
    if held and held != new:
        raise ValueError("the graph says something else of this article; kg remove takes that back first")
    if held:
        report.known += 1
    else:
        store.changes()
        store.quads.extend(new)
        report.added += 1


def _is_said_otherwise(quad: ox.Quad, quads: set[ox.Quad]) -> bool:
    """Whether a triple term says no more than the claim's subject, predicate and object (RDF 1.2, which we write)."""
    if not isinstance(quad.object, ox.Triple):
        return False
    parts = zip((v.SUBJECT, v.PREDICATE, v.OBJECT), quad.object, strict=True)
    return all(ox.Quad(quad.subject, predicate, part, quad.graph_name) in quads for predicate, part in parts)


def _check(graph: ox.NamedNode | ox.BlankNode, quads: set[ox.Quad], base: str) -> None:
    """ValueError where the graph is not what `kg` writes of an article."""
    for quad in quads:
        if not isinstance(quad.subject, ox.NamedNode) or not isinstance(quad.object, ox.NamedNode | ox.Literal):
            raise ValueError("not a graph of kg: it has blank nodes or triple terms")
        if isinstance(quad.object, ox.Literal) and quad.object.direction:
            raise ValueError("not a graph of kg: it has text with a base direction")
    said = (quad.object for quad in quads if (quad.subject, quad.predicate) == (graph, v.IDENTIFIER))
    ids = [text.value for text in said if isinstance(text, ox.Literal)]
    is_article = ox.Quad(graph, v.TYPE, v.ARTICLE, graph) in quads
    if not is_article or len(ids) != 1 or article_node(ids[0], base) != graph:
        raise ValueError("not a graph of kg: it does not describe the article that it is named by")
    alone = ox.Store()
    alone.bulk_extend(quads)
    try:
        read_records(alone, base=base)
    except (ValueError, KeyError, AttributeError) as error:
        raise ValueError(f"not a graph of kg: {next(iter(str(error).splitlines()), 'unreadable')}") from error
