"""`extractions`: articles read by one process or by several, always in the order they came in."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice

from kg.build.settings import Settings
from kg.model import Article, Extraction
from kg.resolve import KnownEntities, resolve

CHUNK, AHEAD = 16, 3
Item = Article | Extraction


def extractions(items: Iterable[Item], *, settings: Settings | None = None, workers: int = 1) -> Iterator[Extraction]:
    """One extraction for each item, in order; an item that is an extraction already passes through.

    Args:
        workers: how many processes read; each loads the pipeline once. Results do not depend on it.

    Raises:
        ModelError, OntologyError, InputError: a setting is unusable.
    """
    settings = settings or Settings()
    KnownEntities.load(settings.known)
    read = _alone(items, settings) if workers <= 1 else _together(items, settings, workers)
    for chunk, found in read:
        fresh = iter(found)
        for item in chunk:
            yield item if isinstance(item, Extraction) else next(fresh)


def _alone(items: Iterable[Item], settings: Settings) -> Iterator[tuple[list[Item], list[Extraction]]]:
    for chunk in _chunks(items):
        yield chunk, _read(_articles(chunk), settings)


def _together(items: Iterable[Item], settings: Settings, workers: int) -> Iterator[tuple[list[Item], list[Extraction]]]:
    chunks = _chunks(items)
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        pending: deque[tuple[list[Item], Future[list[Extraction]]]] = deque()
        while True:
            for chunk in islice(chunks, AHEAD * workers - len(pending)):
                pending.append((chunk, pool.submit(_read, _articles(chunk), settings)))
            if not pending:
                return
            chunk, future = pending.popleft()
            yield chunk, future.result()


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk


def _articles(chunk: list[Item]) -> list[Article]:
    return [item for item in chunk if isinstance(item, Article)]


def _read(articles: list[Article], settings: Settings) -> list[Extraction]:
    """What a process does: read, then resolve; the pipeline is loaded at the first article."""
    if not articles:
        return []
    from kg.extract.reader import Reader

    reader = _readers(Reader, settings)
    known = _known(settings.known)
    return [resolve(extraction, known=known) for extraction in reader.read(articles)]


@cache
def _readers(make, settings: Settings):  # type: ignore[no-untyped-def]
    return make(model=settings.model, ontology=settings.ontology)


@cache
def _known(paths: tuple[str, ...]) -> KnownEntities:
    return KnownEntities.load(paths)
