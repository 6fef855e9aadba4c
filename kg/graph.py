"""`KnowledgeGraph` and `build`: the whole program from a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, Unpack

from kg.build.graph import BuildReport, Progress, build_graph
from kg.build.settings import DEFAULT_MODEL, Settings
from kg.errors import QueryError
from kg.ontology import Ontology, folder
from kg.query import Ask, Hit, SearchIndex, query
from kg.store import GraphRecords, GraphStore, RecordReader, ValidationReport, check, export, import_files, is_inferred
from kg.store import infer as infer_graph
from kg.store.inference import turtle_texts

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Dataset
    from rdflib.query import Result

    from kg.analyse import Analysis, Filters
    from kg.view import Picture

FILES = ("graph.ttl", "graph.trig", "graph.html")


def build(
    inputs: Iterable[str | Path] | str | Path,
    directory: str | Path | None = None,
    *,
    model: str = DEFAULT_MODEL,
    workers: int = 1,
    ontology: Iterable[str | Path] = (),
    known: Iterable[str | Path] = (),
    published: date | None = None,
    publisher: str | None = None,
    base: str | None = None,
    infer: bool = False,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """The graph of what the inputs say, stored in `directory` with its Turtle, TriG and page (in memory without one).

    A second build on the same directory adds only what is new. `graph.report` tells what was read and what
    could not be.

    Args:
        inputs: files, folders, globs.
        model: any installed spaCy English pipeline.
        workers: how many processes read.
        ontology: Turtle files with relations of one's own.
        known: RDF files of known entities.
        published: publication day of articles that tell none.
        publisher: publisher of articles that tell none.
        base: namespace of the things in a new graph; one that is there keeps its own.
        infer: also write what follows from the articles; a graph that has it keeps it without being asked.
        progress: called after each article with the article and its extraction, None if it was known.

    Raises:
        KgError: the directory or a setting is unusable; inputs that cannot be read raise nothing.
    """
    settings = Settings(model, tuple(map(str, ontology)), tuple(map(str, known)))
    Ontology.load(settings.ontology)
    paths = [inputs] if isinstance(inputs, str | Path) else inputs
    store, report = build_graph(
        paths,
        directory,
        settings=settings,
        workers=workers,
        published=published,
        publisher=publisher,
        base=base,
        progress=progress,
    )
    if settings.ontology:
        store.keep_ontology(turtle_texts(settings.ontology))
    graph = KnowledgeGraph(store, report=report, directory=directory)
    if (infer or store.has_inferences) and not is_inferred(store, ontology=settings.ontology):
        graph.infer(ontology=settings.ontology)
    if directory is not None:
        graph.update_files(directory)
    return graph


class KnowledgeGraph:
    """A graph of claims with their articles and evidence; close it, or use it as a context manager."""

    def __init__(
        self,
        store: GraphStore,
        *,
        report: BuildReport | None = None,
        ontology: Ontology | None = None,
        directory: str | Path | None = None,
    ) -> None:
        self.store = store
        self.directory = directory
        self._index: SearchIndex | None = None
        self.report = report or BuildReport()
        self.ontology = ontology or Ontology.load(texts=store.settings.ontology)

    @classmethod
    def open(cls, directory: str | Path) -> Self:
        """The graph that `build` left in a directory.

        Raises:
            StoreError: there is none, or it is locked or damaged.
        """
        return cls(GraphStore.open(directory, create=False), directory=directory)

    @classmethod
    def from_files(cls, paths: Iterable[str | Path] | str | Path, directory: str | Path | None = None) -> Self:
        """The graph of a directory, or one in memory, with the articles of exported TriG, N-Quads or JSON-LD files.

        What the graph holds of an article already stays; `graph.report` names what could not be taken.

        Raises:
            StoreError: the directory is unusable.
            InputError: nothing could be taken, and there is no graph yet.
        """
        store, done = import_files(paths, directory)
        report = BuildReport(read=done.added, known=done.known, failed=done.failed)
        return cls(store, report=report, directory=directory)

    def __repr__(self) -> str:
        return f"<KnowledgeGraph {self.directory or 'in memory'}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store, so that others may open it."""
        if self._index is not None:
            self._index.close()
            self._index = None
        self.store.close()

    @property
    def rdf(self) -> Dataset:
        """The rdflib Dataset: a named graph an article, their union as the default graph."""
        return self.store.dataset

    @property
    def records(self) -> GraphRecords:
        """Entities, articles and claims as plain records."""
        return self.store.records()

    @property
    def ask(self) -> Ask:
        """The prepared questions as methods: `graph.ask.timeline(entity="Angela Merkel", since="2015-01")`."""
        return Ask(self.store)

    def search(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Sentences and entities that hold all the words, the best first; "…" keeps words together, `word*` begins one.

        The index lies beside the store and follows it: what was added, replaced or removed since is read first.

        Raises:
            QueryError: there is no word to search for.
            StoreError: the index cannot be written.
        """
        if self._index is None:
            self._index = SearchIndex(self.directory)
        self._index.follow(self.store)
        return self._index.search(self.store, words, limit=limit)

    def query(self, question: str, **parameters: object) -> Result:
        """The rdflib result of a SPARQL query, or of a prepared question by its name.

        Raises:
            QueryError: it does not parse, is no query, or no question has that name.
        """
        result: Result = query(self.store, question, parameters=parameters)
        return result

    @property
    def analysis(self) -> Analysis:
        """Measures of the graph: `graph.analysis.brokers()`, `graph.analysis.of(since="2015").groups()`."""
        from kg.analyse import Analysis

        return Analysis(self.records, labels=self.ontology.labels)

    def to_networkx(self, **filters: Unpack[Filters]) -> nx.MultiDiGraph:
        """A typed multigraph of entities; each edge's key is the IRI of its claim."""
        from kg.analyse import to_networkx

        return to_networkx(self.records, **filters)

    def to_html(self, path: str | Path, **options: Any) -> Path:
        """The page at `path`; options as `kg.view.page` takes them."""
        return self._draw("graph", path, symmetric=self._symmetric(), **options)

    def to_matrix(self, path: str | Path, **options: Any) -> Path:
        """Who deals with whom at `path`, .html, .png, .svg or .pdf; options as `kg.view.matrix_page` takes them."""
        return self._draw("matrix", path, symmetric=self._symmetric(), **options)

    def to_timeline(self, path: str | Path, **options: Any) -> Path:
        """Events over time at `path`, .html, .png, .svg or .pdf; options as `kg.view.timeline_page` takes them."""
        return self._draw("timeline", path, **options)

    def to_map(self, path: str | Path, **options: Any) -> Path:
        """Events by place at `path`, .html, .png, .svg or .pdf; options as `kg.view.atlas_page` takes them."""
        return self._draw("map", path, **options)

    def to_report(self, path: str | Path, entity: str, **options: Any) -> Path:
        """A page on an entity at `path`, .html, .png, .svg or .pdf; options as `kg.view.report_page` takes them.

        Raises:
            QueryError: nothing in the graph is called so.
        """
        return self._draw("report", path, entity, symmetric=self._symmetric(), **options)

    def to_picture(self, path: str | Path, **options: Any) -> Path:
        """The strongest entities at `path`, .svg, .png or .pdf; options as `kg.view.sketch` takes them.

        Raises:
            QueryError: the file is to be none of these.
        """
        from kg.view import is_still

        if not is_still(path):
            raise QueryError(f"{path}: a picture ends in .svg, .png or .pdf")
        return self._draw("graph", path, symmetric=self._symmetric(), **options)

    def _draw(self, picture: str, path: str | Path, *arguments: Any, **options: Any) -> Path:
        from kg.view import write

        return write(picture, self.records, path, *arguments, **{"labels": self.ontology.labels, **options})

    def show(self, **options: Any) -> Picture:
        """The strongest entities as a picture that a notebook shows; options as `kg.view.sketch` takes them."""
        from kg.view import Picture, sketch

        options = {"labels": self.ontology.labels, "symmetric": self._symmetric(), **options}
        return Picture(sketch(self.records, **options))

    def _repr_html_(self) -> str:
        """What a notebook shows of the graph: how much there is, and a picture of the strongest."""
        from kg.analyse import counts

        held = counts(self.records)
        told = f"{held.articles:,} articles, {held.entities:,} entities, {held.claims:,} claims"
        return f"<p>{told}</p>{self.show()._repr_html_()}"

    def _symmetric(self) -> set[str]:
        return {relation.curie for relation in self.ontology.relations.values() if relation.is_symmetric}

    def to_turtle(self, path: str | Path) -> Path:
        """The union of all articles as Turtle at `path`."""
        export(self.store, "ttl", path)
        return Path(path)

    def write_files(self, directory: str | Path) -> list[Path]:
        """Turtle, TriG and the page in a directory; the same graph gives the same bytes."""
        turtle, trig, page = files = [Path(directory) / name for name in FILES]
        export(self.store, "ttl", turtle)
        reader = RecordReader()
        export(self.store, "trig", trig, seen=reader.add)
        self.store.keep_records(reader.records())
        self.to_html(page)
        self.store.note_written(files, made_by=self._maker())
        return files

    def update_files(self, directory: str | Path) -> bool:
        """Write the files of a directory unless they say already what the graph says; whether they were written."""
        files = [Path(directory) / name for name in FILES]
        if self.store.is_written(files, made_by=self._maker()):
            return False
        self.write_files(directory)
        return True

    def _maker(self) -> str:
        """What the files depend on besides the graph and this program: the ontology that names relations."""
        return repr((sorted(self.ontology.labels.items()), sorted(self._symmetric())))

    def remove(self, article: str) -> bool:
        """Take back all that an article said, and what was inferred from it; whether it was there."""
        return bool(self.remove_all([article]))

    def remove_all(self, articles: Iterable[str]) -> list[str]:
        """Take back all that some articles said, and what was inferred from it; those that were there."""
        removed = [article for article in articles if self.store.remove(article)]
        if removed and self.store.has_inferences:
            self.infer()
        return removed

    def infer(self, *, ontology: Iterable[str | Path] = ()) -> Counter[str]:
        """Write what follows from the articles into a graph of its own; how many triples each rule gave.

        Args:
            ontology: Turtle files on top of the shipped ontology, which the graph remembers.
        """
        files = list(ontology)
        if files:
            self.ontology = Ontology.load(files)
        return infer_graph(self.store, ontology=files)

    def validate(self) -> tuple[bool, str]:
        """Whether the graph conforms to the shapes of the ontology, and the report."""
        report = self.check()
        return report.conforms, report.text()

    def check(self, *, ontology: Iterable[str | Path] = ()) -> ValidationReport:
        """What in the graph is not as the shapes of the ontology say.

        Args:
            ontology: Turtle files on top of the shipped ontology, whose domains and ranges hold too.
        """
        return check(self.store, folder() / "shapes.ttl", ontology=ontology)
