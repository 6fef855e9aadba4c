"""Full-text search over labels and sentences, on SQLite's FTS5; an index beside the store that follows it.

The index knows the state of the store that it was made of, and each article by a digest of what it takes from it, so
that whatever was added, replaced or removed, and by whom, is made up for before a search. It holds nothing that the
store does not: it may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.query.lookup import subjects, values
from kg.query.sentences import sentences
from kg.store import GraphStore
from kg.store import vocabulary as v
from kg.store.graph_store import select

FILE = "search.sqlite"
SPAN = re.compile(r"/evidence/([0-9]+)-([0-9]+)$")
VERSION = 2
LONGEST = 500
SCHEMA = """
CREATE TABLE IF NOT EXISTS followed (state TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS article (iri TEXT PRIMARY KEY, digest TEXT NOT NULL, id TEXT, title TEXT, published TEXT);
CREATE VIRTUAL TABLE IF NOT EXISTS line USING fts5(
  text, kind UNINDEXED, article UNINDEXED, entity UNINDEXED, first UNINDEXED, last UNINDEXED,
  tokenize = 'unicode61 remove_diacritics 2');
"""
KNOWN = """
SELECT ?article ?id ?hash ?title ?published ?publisher ?url WHERE {
  ?article kgo:textHash ?hash ; dcterms:identifier ?id .
  OPTIONAL { ?article schema:headline ?title }
  OPTIONAL { ?article schema:datePublished ?published }
  OPTIONAL { ?article schema:publisher ?publisher }
  OPTIONAL { ?article schema:url ?url }
}
"""
SAID = """
SELECT ?article ?what ?name WHERE {
  { GRAPH ?article { ?what oa:hasSource ?article } } UNION { GRAPH ?article { ?what rdfs:label|skos:altLabel ?name } }
}
"""
COLUMNS = """line.text, line.kind, line.entity, line.first, line.last,
  article.iri, article.id, article.title, article.published"""
ENTITIES = f"""
SELECT {COLUMNS} FROM (
  SELECT rowid AS found, entity, MIN(score) FROM (
    SELECT rowid, entity, rank AS score FROM line WHERE line MATCH ? AND kind = 'entity'
  ) GROUP BY entity ORDER BY COUNT(*) DESC, MIN(score), entity LIMIT ?
) JOIN line ON line.rowid = found JOIN article ON article.iri = line.article
"""
SENTENCES = f"""
SELECT {COLUMNS} FROM line JOIN article ON article.iri = line.article WHERE line MATCH ? AND kind = 'sentence'
ORDER BY rank, article.published DESC, article.iri, line.first LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence or an entity that holds the words, with where it stands and what is claimed there.

    `kind` is "sentence" or "entity"; `start` and `end` are character offsets in the article's text (sentences only),
    `entity` an IRI (entities only). `claims` are IRIs: of a sentence those that rest on it, of an entity those of the
    article about it. `article` is the IRI, `article_id` the id.
    """

    kind: str
    text: str
    article: str
    article_id: str
    title: str | None
    published: str | None
    start: int | None
    end: int | None
    entity: str | None
    claims: tuple[str, ...]


class SearchIndex:
    """The index of one graph directory, or one in memory without a directory; used by one thread at a time."""

    def __init__(self, directory: str | Path | None) -> None:
        path = ":memory:" if directory is None else str(Path(directory) / FILE)
        try:
            self.database = sqlite3.connect(path, isolation_level=None, timeout=30)
            try:
                self._prepare()
            except sqlite3.DatabaseError:  # half a file, or another program's: it can be made anew from the store
                self.database.close()
                Path(path).unlink(missing_ok=True)
                self.database = sqlite3.connect(path, isolation_level=None, timeout=30)
                self._prepare()
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"{path}: the search index cannot be opened ({error})") from error

    def _prepare(self) -> None:
        if self.database.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            tables = ("article", "line", "followed")
            self.database.executescript(" ".join(f"DROP TABLE IF EXISTS {name};" for name in tables))
        self.database.executescript(SCHEMA)
        self.database.execute(f"PRAGMA user_version = {VERSION}")

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def follow(self, store: GraphStore) -> int:
        """Make up for what changed in the store since; how many articles were read or dropped.

        Raises:
            StoreError: the index cannot be written.
        """
        state = store.state()
        if state is not None and (state,) in self.database.execute("SELECT state FROM followed"):
            return 0
        known = dict(self.database.execute("SELECT iri, digest FROM article"))
        there = {row[0]: row for row in _articles(store)}
        gone = [iri for iri in known if iri not in there]
        changed = [row for iri, row in there.items() if known.get(iri) != row[1]]
        if gone or changed:
            self._replace(store, [*gone, *(row[0] for row in changed if row[0] in known)], changed)
        if state is not None:
            with suppress(sqlite3.Error):  # whoever follows next compares the articles again
                self.database.execute("DELETE FROM followed")
                self.database.execute("INSERT INTO followed VALUES (?)", (state,))
        return len(gone) + len(changed)

    def _replace(self, store: GraphStore, old: Iterable[str], new: Iterable[tuple[str | None, ...]]) -> None:
        """Articles in the place of others, all or none."""
        try:
            self.database.execute("BEGIN IMMEDIATE")
            self.database.execute("DELETE FROM followed")
            for iri in old:
                self.database.execute(
                    "DELETE FROM line WHERE rowid IN (SELECT rowid FROM line WHERE article = ?)", (iri,)
                )
                self.database.execute("DELETE FROM article WHERE iri = ?", (iri,))
            for row in new:
                self.database.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?)", row)
                self.database.executemany("INSERT INTO line VALUES (?, ?, ?, ?, ?, ?)", _lines(store, str(row[0])))
            self.database.execute("COMMIT")
        except sqlite3.Error as error:
            if self.database.in_transaction:
                self.database.execute("ROLLBACK")
            raise StoreError(f"the search index cannot be written ({error})") from error

    def search(self, store: GraphStore, words: str, *, limit: int = 20) -> list[Hit]:
        """Entities (a quarter of the hits at most), then sentences, that hold all the words, the best first (BM25).

        Raises:
            QueryError: there is no word to search for, or too many.
        """
        expression = to_expression(words)
        entities = self.database.execute(ENTITIES, (expression, max(1, limit // 4))).fetchall()
        found = self.database.execute(SENTENCES, (expression, limit - min(len(entities), limit))).fetchall()
        return [_hit(store, row) for row in [*entities, *found][:limit]]


def _hit(store: GraphStore, row: tuple[Any, ...]) -> Hit:
    text, kind, entity, first, last, iri, identifier, title, published = row
    claims = _claims_about(store, entity) if entity else _claims_within(store, iri, first, last)
    return Hit(kind, text, iri, identifier, title, published, first, last, entity, tuple(claims))


def to_expression(words: str) -> str:
    """What FTS5 is to match: every word as a string of its own, so that nothing in it is an operator.

    >>> to_expression('merkel "prime minister" paris*')
    '"merkel" AND "prime minister" AND "paris"*'
    """
    clean = words.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    if len(clean) > LONGEST:
        raise QueryError(f"the search is longer than {LONGEST} characters")
    parts = [phrase or word for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', clean)]
    wanted = [part for part in parts if re.search(r"\w", part)]
    if not wanted:
        raise QueryError("there is no word to search for")
    return " AND ".join(f'"{part.rstrip("*")}"' + ("*" if part.endswith("*") else "") for part in wanted)


def _articles(store: GraphStore) -> Iterator[tuple[str, str, str, str | None, str | None]]:
    """Each article's IRI, digest, id, title and day."""
    said: dict[str, list[str]] = defaultdict(list)
    for article, what, name in select(store.quads, SAID, prefixes=v.PREFIXES):
        said[article.value].append(f"{what} {name}")
    for row in select(store.quads, KNOWN, prefixes=v.PREFIXES, use_default_graph_as_union=True):
        told = [str(row[name] or "") for name in ("hash", "title", "published", "publisher", "url")]
        told += sorted(said[row["article"].value])
        digest = hashlib.sha256("\n".join(told).encode()).hexdigest()
        title, published = row["title"], row["published"]
        yield row["article"].value, digest, row["id"].value, title and title.value, published and published.value


def _lines(store: GraphStore, article: str) -> Iterator[tuple[str, str, str, str | None, int | None, int | None]]:
    """The labels and sentences of an article: text, kind, article, entity, first and last character."""
    graph = ox.NamedNode(article)
    for predicate in (v.LABEL, v.ALT_LABEL):
        for node in set(subjects(store, predicate, None, graph)):
            if "/phrase/" not in node.value:
                for name in values(store, node, predicate, graph):
                    yield name, "entity", article, node.value, None, None
    body = next(values(store, graph, v.BODY, graph), "")
    for start, end, text in sentences(body, _spans(store, graph)):
        yield text, "sentence", article, None, start, end


def _spans(store: GraphStore, graph: ox.NamedNode) -> Iterator[tuple[int, int]]:
    """The offsets of the article's evidence, which its nodes bear in their IRIs."""
    for evidence in subjects(store, v.SOURCE, graph, graph):
        found = SPAN.search(evidence.value)
        if found:
            yield int(found[1]), int(found[2])


def _claims_within(store: GraphStore, article: str, first: int, last: int) -> list[str]:
    graph = ox.NamedNode(article)
    within = [(start, end) for start, end in _spans(store, graph) if first <= start and end <= last]
    nodes = (ox.NamedNode(f"{article}/evidence/{start}-{end}") for start, end in within)
    return sorted(claim.value for node in nodes for claim in subjects(store, v.TARGET, node, graph))


def _claims_about(store: GraphStore, entity: str) -> list[str]:
    node = ox.NamedNode(entity)
    return sorted({claim.value for role in (v.SUBJECT, v.OBJECT) for claim in subjects(store, role, node)})
