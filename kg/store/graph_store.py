"""`GraphStore`: the graph on disk or in memory, one named graph an article, written an article at a time.

Oxigraph keeps the quads; `dataset` shows the same store to rdflib. Each article is one transaction, so a run
that is killed leaves whole articles only (repeatable read and atomic `extend`, Oxigraph's README).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset

from kg.errors import StoreError
from kg.model import Article, Extraction
from kg.store import vocabulary as v
from kg.store.answers import AnswerFile
from kg.store.kept import forget as forget_records
from kg.store.kept import keep, kept
from kg.store.lines import inferred_graph
from kg.store.rdf import article_node, article_quads, quads
from kg.store.reading import read_records
from kg.store.records import GraphRecords
from kg.store.settings import FILE, StoreSettings, absolute
from kg.store.state import State, at_rest
from kg.store.written import INFERRED, fits, forget, note

FOLDER = "store"
TOLD = "LOG.old.*"
HELD = re.compile(r"lock hold by|While lock file")  # how RocksDB says that a process has the store


class GraphStore:
    """A store of articles and their claims; close it, or use it as a context manager."""

    def __init__(
        self, store: ox.Store, settings: StoreSettings, *, folder: Path | None = None, state: State | None = None
    ) -> None:
        self.quads = store
        self.settings = settings
        self._folder, self._state, self._is_for_readers = folder, state, False
        self._records: GraphRecords | None = None

    @classmethod
    def open(cls, directory: str | Path | None, *, base: str | None = None, create: bool = True) -> Self:
        """The store in `directory`/store; in memory without a directory.

        Args:
            base: namespace of things; an existing store keeps its own.
            create: whether to make a store where there is none.

        Raises:
            StoreError: no store there, files that are none, locked by another process, damaged, made with another
                base, or a base that is no absolute IRI.
        """
        if directory is None:
            return cls(ox.Store(), StoreSettings(base or v.BASE))
        folder = Path(directory)
        if not create and not cls.is_in(folder):
            raise StoreError(f"{folder}: no graph here; kg build makes one")
        try:
            (folder / FOLDER).mkdir(parents=True, exist_ok=True)
            settings = _settings(folder, base)
            state = State(folder / FOLDER)
            store = ox.Store(str(folder / FOLDER))
            state.begin()
            _sweep(folder / FOLDER)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{folder}: {_reason(error)}") from error
        return cls(store, settings, folder=folder / FOLDER, state=state)

    @classmethod
    def read_only(cls, directory: str | Path, *, base: str) -> Self:
        """The store in `directory`/store for readers alone, of which there may be many; nobody may write to it."""
        folder = Path(directory) / FOLDER
        made = cls(ox.Store.read_only(str(folder)), StoreSettings(base), folder=folder, state=State(folder))
        made._is_for_readers = True
        return made

    @staticmethod
    def is_in(directory: str | Path | None) -> bool:
        """Whether a store was made in the directory."""
        return directory is not None and (Path(directory) / FOLDER / FILE).is_file()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is pending and let go of the directory."""
        if "dataset" in self.__dict__:
            self.dataset.store.close()  # rdflib's objects refer to each other and live on until collected
            del self.__dict__["dataset"]
        if "quads" in self.__dict__:
            label = self.state()
            if not self._is_for_readers:
                self.flush()
            del self.__dict__["quads"]
            if label is not None and self._folder is not None:
                self.answers.become(label, at_rest(self._folder))

    @property
    def answers(self) -> AnswerFile:
        """The file with answers beside a store on disk."""
        assert self._folder is not None
        return AnswerFile(self._folder)

    def state(self) -> str | None:
        """What the statements as they are now are known by; None for a store in memory."""
        return None if self._state is None else self._state.label()

    @property
    def base(self) -> str:
        """The namespace of things."""
        return self.settings.base

    def keep_ontology(self, texts: Iterable[str]) -> None:
        """Remember Turtle texts as the ontology that what follows from the graph rests on beside the shipped one."""
        self.settings = replace(self.settings, ontology=tuple(texts))
        if self._folder is not None:
            self.settings.write(self._folder)

    def changes(self) -> None:
        """What was read or written of the graph before is old from now on; called before each change."""
        self._records = None
        if self._folder is not None:
            forget(self._folder)
            forget_records(self._folder)
            self.answers.forget()
        if self._state is not None:
            self._state.change()

    def is_written(self, files: Iterable[Path], *, made_by: str) -> bool:
        """Whether the files were written of this graph as it is, made by the same, and nobody touched them since."""
        return self._folder is not None and fits(self._folder, self.quads, files, made_by=made_by)

    def note_written(self, files: Iterable[Path], *, made_by: str) -> None:
        """Remember that the files say what the graph says."""
        if self._folder is not None and "dataset" not in self.__dict__:
            note(self._folder, self.quads, files, made_by=made_by)

    def is_inferred(self, *, made_by: str) -> bool:
        """Whether what was inferred follows from the graph as it is, by the same rules and ontology."""
        if self._folder is None or not self.has_inferences:
            return False
        return fits(self._folder, self.quads, (), made_by=made_by, name=INFERRED)

    def note_inferred(self, *, made_by: str) -> None:
        """Remember that what was inferred follows from the graph."""
        if self._folder is not None and "dataset" not in self.__dict__:
            note(self._folder, self.quads, (), made_by=made_by, name=INFERRED)

    @property
    def inferred_graph(self) -> ox.NamedNode:
        """The name of the graph that holds what was inferred, apart from what the articles say."""
        return inferred_graph(self.base)

    @property
    def has_inferences(self) -> bool:
        """Whether the graph is kept with what follows from it; true too where that is due to be inferred anew."""
        return self.quads.contains_named_graph(self.inferred_graph)

    def stated(self) -> Iterator[ox.Quad]:
        """What the articles say: every quad but those that were inferred."""
        inferred = self.inferred_graph
        return (quad for quad in self.quads if quad.graph_name != inferred)

    def backup(self, directory: str | Path) -> None:
        """A copy of the store as it is now in `directory`/store, with the answers that were kept.

        Raises:
            OSError, RuntimeError: it cannot be written.
        """
        folder, label = Path(directory) / FOLDER, self.state()
        self.quads.backup(str(folder))
        if label is not None:
            self.answers.copy(folder)
            AnswerFile(folder).become(label, at_rest(folder))

    def flush(self) -> None:
        """Make sure that everything added so far is on disk."""
        self.quads.flush()

    @cached_property
    def dataset(self) -> Dataset:
        """The store as an rdflib Dataset whose default graph is the union of all articles."""
        self.changes()  # whoever has it may write
        dataset = Dataset(store=OxigraphStore(store=self.quads), default_union=True)
        for prefix, namespace in {**v.PREFIXES, "kgr": self.base}.items():
            dataset.bind(prefix, namespace, replace=True)
        return dataset

    def add(self, extraction: Extraction) -> bool:
        """Add what an article says, in place of what an earlier version of it said; False if it is there already.

        Raises:
            StoreError: the extraction holds an IRI that cannot be one, or the disk refuses.
        """
        article = extraction.article
        if self.holds(article):
            return False
        new, graph = quads(extraction, base=self.base), article_node(article.id, self.base)
        self.changes()
        try:
            if self.quads.contains_named_graph(graph):
                self._withdraw_before_change()
                self.replace_graph(graph, new)
            else:
                self.quads.extend(new)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"article {article.id!r} could not be written: {_reason(error)}") from error
        return True

    def replace_graph(self, graph: ox.NamedNode, new: Iterable[ox.Quad]) -> None:
        """The graph with other quads, in one transaction: a run killed here leaves the old ones or the new ones."""
        triples = ox.serialize((quad.triple for quad in new), format=ox.RdfFormat.N_TRIPLES)
        data = (triples or b"").decode()
        self.quads.update(f"DROP SILENT GRAPH {graph} ; INSERT DATA {{ GRAPH {graph} {{ {data} }} }}")

    def add_all(self, extractions: Iterable[Extraction]) -> int:
        """Add many; how many were new."""
        return sum(self.add(extraction) for extraction in extractions)

    def remove(self, article_id: str) -> bool:
        """Take back everything that an article said, without a trace; whether it was there."""
        graph = article_node(article_id, self.base)
        if not self.quads.contains_named_graph(graph):
            return False
        self.changes()
        self._withdraw_before_change()
        self.quads.remove_graph(graph)
        return True

    def withdraw_inferences(self, *, keep: bool = False) -> bool:
        """Take back all that was inferred; whether there was anything to take back.

        Args:
            keep: leave the graph's name behind, which says that the graph is to be kept with what follows from it.
        """
        graph, had = self.inferred_graph, self.has_inferences
        mark = ox.Quad(graph, v.TYPE, v.INFERRED_GRAPH, graph)
        if had or keep:
            self.changes()
        if keep:
            self.replace_graph(graph, [mark])
        elif had:
            self.quads.remove_graph(graph)
            if self.settings.ontology:
                self.keep_ontology(())
        return had

    def _withdraw_before_change(self) -> None:
        """Before what they rest on goes, inferences go; they are due until they are inferred anew."""
        inferred = self.quads.quads_for_pattern(None, None, None, self.inferred_graph)
        if len(list(islice(inferred, 2))) > 1:
            self.withdraw_inferences(keep=True)

    def holds(self, article: Article) -> bool:
        """Whether the article is there already, with the same text, title, address, publisher and date."""
        node = article_node(article.id, self.base)
        known = (quad for quad in self.quads.quads_for_pattern(node, None, None, node) if quad.predicate != v.MENTIONS)
        return set(known) == set(article_quads(article, base=self.base))

    def records(self) -> GraphRecords:
        """Entities, articles and claims as plain records, in the order of their IRIs; read once until a change."""
        if "dataset" in self.__dict__:
            return read_records(self.quads, base=self.base)
        if self._records is None and self._folder is not None:
            self._records = kept(self._folder, self.quads)
        if self._records is None:
            self.keep_records(read_records(self.quads, base=self.base))
        return cast(GraphRecords, self._records)

    def keep_records(self, records: GraphRecords) -> None:
        """Take the records of the graph from who has read all of it for another end; also for later readers."""
        self._records = records
        if self._folder is not None and "dataset" not in self.__dict__:
            keep(self._folder, self.quads, records)


def select(store: ox.Store, query: str, **options: Any) -> Any:
    """The solutions of a SELECT query.

    Raises:
        ValueError: a query that is no SELECT.
    """
    solutions = store.query(query, **options)
    if not isinstance(solutions, ox.QuerySolutions):
        raise ValueError("a query that is no SELECT")
    return solutions


def _settings(folder: Path, base: str | None) -> StoreSettings:
    """What the store was made with, written down at its making."""
    inside = folder / FOLDER
    if (inside / FILE).is_file():
        known = StoreSettings.read(inside)
        if base not in (None, known.base):
            raise StoreError(f"{folder}: made with base {known.base}, not {base}")
        return known
    if any(inside.iterdir()):
        raise StoreError(f"{inside}: holds other files and no graph")
    try:
        new = StoreSettings(absolute(base or v.BASE))
    except (ValueError, TypeError) as error:
        raise StoreError(f"the base {base!r} is no absolute IRI") from error
    new.write(inside)
    return new


def _sweep(folder: Path) -> None:
    """Take away what RocksDB told of itself each time that the store was opened: it keeps a thousand such files."""
    for told in folder.glob(TOLD):
        with suppress(OSError):
            told.unlink()


def _reason(error: OSError | RuntimeError) -> str:
    text = next(iter(str(error).splitlines()), type(error).__name__)
    if "corruption" in text.lower():
        return f"the store is damaged ({text})"
    if HELD.search(text):
        return "in use by another process"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return text
