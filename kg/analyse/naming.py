"""Names that people type: which entity, relation, class or article they mean, and what they may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from functools import cache

from kg.analyse.plain import local_name, plain
from kg.errors import QueryError
from kg.model import Modality
from kg.ontology import Ontology
from kg.store.records import EntityRecord, GraphRecords

OPEN_RELATION = "kgo:relatedTo"
"""The relation of open triples, which are in no ontology."""
DENIED = "denied"
"""What the modality of a claim is called where the claim is denied."""


def find_entity(records: GraphRecords, name: str) -> str:
    """The IRI of the entity with this IRI, name, label or alias; of namesakes the one with most claims.

    Raises:
        QueryError: nothing in the graph is called so.
    """
    if name in records.entities:
        return name
    found = [entity for entity in records.entities.values() if _is_called(entity, name)]
    if not found:
        raise QueryError(f"no entity of the graph is called {plain(name)!r}{_nearest(records, name)}")
    counts = {entity.iri: 0 for entity in found}
    for claim in records.claims:
        for end in {claim.subject, claim.object} & counts.keys():
            counts[str(end)] += 1
    return min(counts, key=lambda iri: (-counts[iri], iri))


def _nearest(records: GraphRecords, name: str) -> str:
    """The labels most like a name, as a question."""
    labels = {entity.name.casefold(): entity.name for entity in records.entities.values()}
    near = difflib.get_close_matches(name.casefold(), labels, n=3, cutoff=0.6)
    return f": did you mean {' or '.join(plain(labels[label]) for label in near)}?" if near else ""


def _is_called(entity: EntityRecord, name: str) -> bool:
    wanted = name.casefold()
    return any(
        wanted == known.casefold() for known in (entity.label, entity.name, *entity.aliases, local_name(entity.iri))
    )


def find_sources(records: GraphRecords, names: Collection[str]) -> frozenset[str]:
    """The IRIs and publishers that these names of sources mean: publishers of articles, or whom articles quote.

    Raises:
        QueryError: nothing in the graph is called so.
    """
    publishers = {
        article.publisher.casefold(): article.publisher for article in records.articles.values() if article.publisher
    }
    return frozenset(publishers.get(name.casefold()) or find_entity(records, name) for name in names)


def check_names(
    records: GraphRecords,
    relations: Collection[str] | None,
    classes: Collection[str] | None,
    articles: Collection[str] | None,
    modalities: Collection[str] | None,
) -> None:
    """Nothing, where every name of a filter is one that the graph or the shipped ontology knows.

    Raises:
        QueryError: there is no such relation, class, article or modality; the nearest are named.
    """
    terms = shipped()
    used = {claim.predicate for claim in records.claims} if relations else set()
    types = {type_ for entity in records.entities.values() for type_ in entity.types} if classes else set()
    ids = {article.id for article in records.articles.values()} if articles else set()
    _check("relation", relations, used | set(terms.relations) | {OPEN_RELATION})
    _check("class", classes, types | set(terms.parents))
    _check("article", articles, ids | set(records.articles))
    _check("modality", modalities, {*Modality, DENIED})


def _check(kind: str, wanted: Collection[str] | None, known: set[str]) -> None:
    names = known | {local_name(term) for term in known}
    for name in wanted or ():
        if name not in names:
            choices = sorted({local_name(term) for term in known})
            near = [choice for choice in choices if name.casefold() in choice.casefold()]
            near = near or difflib.get_close_matches(plain(name), choices, n=3, cutoff=0.6)
            hint = f": did you mean {' or '.join(map(plain, near[:3]))}?" if near else ""
            raise QueryError(f"no {kind} {plain(name)!r} in this graph{hint}")


@cache
def shipped() -> Ontology:
    """The ontology that the program comes with, read once."""
    return Ontology.load()
