"""`extractions`: articles read by one process or by several, always in the order they came in."""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice

from kg.build.settings import Settings
from kg.errors import InputError
from kg.model import Article, Extraction
from kg.resolve import KnownEntities, resolve

CHUNK, AHEAD = 16, 3
Item = Article | Extraction
Outcome = Extraction | InputError


def extractions(
    items: Iterable[Item],
    *,
    settings: Settings | None = None,
    workers: int = 1,
    on_error: Callable[[InputError], None] | None = None,
) -> Iterator[Extraction]:
    """One extraction for each item, in order; an item that is an extraction already passes through.

    Args:
        workers: how many processes read; each loads the pipeline once. Results do not depend on it.
        on_error: called with each article whose reading breaks, which is then left out.

    Raises:
        ModelError, OntologyError: a setting is unusable.
        InputError: known entities cannot be read; an article breaks the reading, where there is no `on_error`.
    """
    settings = settings or Settings()
    KnownEntities.load(settings.known)
    read = _alone(items, settings) if workers <= 1 else _together(items, settings, workers)
    for chunk, found in read:
        fresh = iter(found)
        for item in chunk:
            one = item if isinstance(item, Extraction) else next(fresh)
            if isinstance(one, Extraction):
                yield one
            elif on_error is None:
                raise one
            else:
                on_error(one)


def _alone(items: Iterable[Item], settings: Settings) -> Iterator[tuple[list[Item], list[Outcome]]]:
    for chunk in _chunks(items):
        yield chunk, _read(_articles(chunk), settings)


def _together(items: Iterable[Item], settings: Settings, workers: int) -> Iterator[tuple[list[Item], list[Outcome]]]:
    chunks = _chunks(items)
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        pending: deque[tuple[list[Item], Future[list[Outcome]]]] = deque()
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


def _read(articles: list[Article], settings: Settings) -> list[Outcome]:
    """What a process does: read, then resolve; the pipeline is loaded at the first article.

    Where an article breaks the reading, those that came with it are read one by one.
    """
    if not articles:
        return []
    from kg.extract.reader import Reader

    reader = _readers(Reader, settings)
    known = _known(settings.known)
    try:
        return [resolve(extraction, known=known) for extraction in reader.read(articles)]
    except Exception as error:
        if len(articles) == 1:
            return [InputError(f"article {articles[0].id!r}", f"reading it breaks ({type(error).__name__}: {error})")]
        return [outcome for article in articles for outcome in _read([article], settings)]


@cache
def _readers(make, settings: Settings):  # type: ignore[no-untyped-def]
    reader = make(model=settings.model, ontology=settings.ontology)
    gc.freeze()  # pipeline and ontology stay: the collector need not walk them again and again
    return reader


@cache
def _known(paths: tuple[str, ...]) -> KnownEntities:
    return KnownEntities.load(paths)
