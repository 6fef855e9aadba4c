"""How much a graph holds, counted alike wherever it is said."""

from __future__ import annotations

from dataclasses import dataclass

from kg.analyse.naming import OPEN_RELATION
from kg.analyse.projection import is_post
from kg.analyse.selection import select
from kg.store.reading import UNKNOWN
from kg.store.records import GraphRecords


@dataclass(frozen=True, slots=True)
class Counts:
    """What a graph holds.

    `entities` are all that have a name or a description but `posts`, which are told of with whoever holds them.
    `claims` are those in the ontology's relations, what is said of each of two (spouses, allies) counted once;
    `open_triples` are the others.
    """

    articles: int
    entities: int
    posts: int
    claims: int
    open_triples: int


def counts(records: GraphRecords) -> Counts:
    """How much the records hold."""
    known = [entity for entity in records.entities.values() if UNKNOWN not in entity.types]
    posts = sum(is_post(entity.types) for entity in known)
    claims = len(select(records).claims)
    open_triples = sum(claim.predicate == OPEN_RELATION for claim in records.claims)
    return Counts(len(records.articles), len(known) - posts, posts, claims, open_triples)
