"""A copy of the graph that readers may share: Oxigraph's own backup, with the search index and the answers kept."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError
from kg.query import SearchIndex
from kg.query.search import FILE
from kg.store import GraphStore


@contextmanager
def snapshot(directory: str | Path) -> Iterator[tuple[Path, str]]:
    """A folder with the store and the index as they are now, and the namespace of the graph's things; gone afterwards.

    Raises:
        StoreError: no graph there, or another process writes to it at this moment.
    """
    with tempfile.TemporaryDirectory(prefix="kg-serve-") as name:
        folder = Path(name)
        with GraphStore.open(directory, create=False) as store:
            try:
                store.backup(folder)
            except (OSError, RuntimeError) as error:
                raise StoreError(f"{directory}: could not be copied to {folder} ({error})") from error
            index = SearchIndex(directory)
            try:
                index.follow(store)
            finally:
                index.close()
            base = store.base
        shutil.copy(Path(directory) / FILE, folder / FILE)
        yield folder, base
