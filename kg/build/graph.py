"""`build_graph`: articles in, a graph directory out; a second run adds only what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kg.build.settings import Settings
from kg.build.workers import extractions
from kg.errors import InputError, KgError, StoreError
from kg.model import Article, Extraction
from kg.read import read, sources
from kg.store import GraphStore
from kg.store.rdf import quads

Progress = Callable[[Article, Extraction | None], None]


@dataclass(slots=True)
class BuildReport:
    """What a build did: articles read, articles that were there already, and inputs that could not be read."""

    read: int = 0
    known: int = 0
    claims: int = 0
    failed: list[InputError] = field(default_factory=list)


def build_graph(
    inputs: Iterable[str | Path],
    directory: str | Path | None,
    *,
    settings: Settings | None = None,
    workers: int = 1,
    published: date | None = None,
    publisher: str | None = None,
    base: str | None = None,
    progress: Progress | None = None,
) -> tuple[GraphStore, BuildReport]:
    """The graph with everything that the inputs say, and a report; inputs that cannot be read are named in it.

    Args:
        directory: where the store lies or is made; None keeps it in memory.
        published: publication day of articles that tell none.
        publisher: publisher of articles that tell none.
        base: namespace of the things in a new graph; one that is there keeps its own.
        progress: called after each article, with None for one that was known already.

    Raises:
        StoreError: the directory cannot serve as a graph.
        ModelError, OntologyError: a setting is unusable.
    """
    store = GraphStore.open(directory, base=base)
    report = BuildReport()
    try:
        items = read(
            sources(inputs, on_error=report.failed.append),
            published=published,
            publisher=publisher,
            on_error=report.failed.append,
        )
        usable = _usable(items, store.base, report)
        fresh = _fresh(usable, store, report, progress)
        for extraction in extractions(fresh, settings=settings, workers=workers, on_error=report.failed.append):
            store.add(extraction)
            report.read += 1
            report.claims += len(extraction.claims)
            if progress:
                progress(extraction.article, extraction)
        store.flush()
    except KgError:
        store.close()
        raise
    return store, report


def _usable(items: Iterable[Article | Extraction], base: str, report: BuildReport) -> Iterator[Article | Extraction]:
    """The items without the extractions that cannot be written as RDF, which the report names."""
    for item in items:
        if isinstance(item, Extraction):
            name = f"article {item.article.id!r}"
            try:
                quads(item, base=base)
            except StoreError as error:
                report.failed.append(InputError(name, str(error).removeprefix(f"{name}: ")))
                continue
        yield item


def _fresh(
    items: Iterable[Article | Extraction],
    store: GraphStore,
    report: BuildReport,
    progress: Progress | None,
) -> Iterator[Article | Extraction]:
    """The items that the graph does not hold yet as they are; each article once."""
    seen: dict[str, int] = {}
    for item in items:
        article = item.article if isinstance(item, Extraction) else item
        if seen.get(article.id) == hash(article) or (article.id not in seen and store.holds(article)):
            report.known += 1
            if progress:
                progress(article, None)
            continue
        seen[article.id] = hash(article)
        yield item
