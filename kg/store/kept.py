"""The records of a graph in a file beside its store, for all who only look.

Reading terms of a large store from the disk is what takes time; the file is read in a tenth of it. It is JSON, since a
graph may come from anybody. Whatever changes the store through `GraphStore` takes the file away first; one that another
state of the program made, or that was made of more or fewer statements, is not believed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import Modality, Polarity
from kg.store.files import replacing
from kg.store.records import ArticleRecord, ClaimRecord, EntityRecord, GraphRecords
from kg.store.written import program

FILE = "records.json"
FIELDS = tuple(field.name for field in fields(ClaimRecord))
NUMBERS = ("confidence", "start", "end", "is_agentless")
"""The fields of claims that are no texts; each text is written once."""


def kept(folder: Path, quads: ox.Store) -> GraphRecords | None:
    """The records as they were kept; None where there are none that fit the store."""
    try:
        told: dict[str, Any] = json.loads((folder / FILE).read_bytes())
        return _records(told) if told["of"] == _state(quads) else None
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


def keep(folder: Path, quads: ox.Store, records: GraphRecords) -> None:
    """Keep the records of the store; a disk that refuses only costs the next reader its time."""
    try:
        with replacing(folder / FILE) as stream:
            stream.write(json.dumps({"of": _state(quads)} | _told(records), separators=(",", ":")).encode())
    except StoreError:
        forget(folder)


def forget(folder: Path) -> None:
    """From now on the records are old."""
    (folder / FILE).unlink(missing_ok=True)


def _state(quads: ox.Store) -> list[Any]:
    return [program(), len(quads)]


def _told(records: GraphRecords) -> dict[str, Any]:
    """The records as columns; a sentence is not written where the text of its article holds it."""
    texts: dict[str | None, int] = {None: 0}
    columns: dict[str, list[Any]] = {name: list(map(attrgetter(name), records.claims)) for name in FIELDS}
    found = zip(records.claims, columns["quote"], strict=True)
    columns["quote"] = [None if quote == _sentence(claim, records) else quote for claim, quote in found]
    for name in columns.keys() - set(NUMBERS):
        columns[name] = [texts.setdefault(text, len(texts)) for text in columns[name]]
    articles = [
        (a.iri, a.id, a.title, a.url, a.published and a.published.isoformat(), a.publisher, a.text)
        for a in records.articles.values()
    ]
    entities = [(e.iri, e.label, e.types, e.aliases, e.same_as, e.qualifier) for e in records.entities.values()]
    return {"articles": articles, "entities": entities, "claims": columns, "texts": list(texts)}


def _sentence(claim: ClaimRecord, records: GraphRecords) -> str | None:
    article = records.articles.get(claim.article)
    return article.text[claim.start : claim.end] if article and article.text is not None else None


def _records(told: dict[str, Any]) -> GraphRecords:
    articles = {row[0]: _article(*row) for row in told["articles"]}
    entities = {row[0]: _entity(*row) for row in told["entities"]}
    texts, columns = told["texts"], told["claims"]
    read: dict[str, Iterator[Any]] = {
        name: iter(columns[name]) if name in NUMBERS else map(texts.__getitem__, columns[name]) for name in FIELDS
    }
    read["polarity"] = map({polarity.value: polarity for polarity in Polarity}.__getitem__, read["polarity"])
    read["modality"] = map({modality.value: modality for modality in Modality}.__getitem__, read["modality"])
    ends = zip(columns["article"], columns["start"], columns["end"], read["quote"], strict=True)
    bodies = {iri: article.text or "" for iri, article in articles.items()}
    read["quote"] = (
        bodies[texts[article]][start:end] if quote is None else quote for article, start, end, quote in ends
    )
    claims = tuple(ClaimRecord(*row) for row in zip(*(read[name] for name in FIELDS), strict=True))
    return GraphRecords(entities, articles, claims)


def _article(
    iri: str, id_: str, title: str | None, url: str | None, day: str | None, publisher: str | None, text: str | None
) -> ArticleRecord:
    return ArticleRecord(iri, id_, title, url, date.fromisoformat(day) if day else None, publisher, text)


def _entity(
    iri: str, label: str, types: list[str], aliases: list[str], same_as: list[str], qualifier: str | None
) -> EntityRecord:
    return EntityRecord(iri, label, tuple(types), tuple(aliases), tuple(same_as), qualifier)
