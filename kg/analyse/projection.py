"""The graph as networkx graphs: one with every claim, one with a weight between any two entities."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Unpack

import networkx as nx

from kg.analyse.plain import local_name, plain, words
from kg.analyse.selection import Filters, ends, select
from kg.store.reading import UNKNOWN
from kg.store.records import ArticleRecord, ClaimRecord, EntityRecord, GraphRecords

OTHER = "other"
"""The kind of entities whose classes are in no kind."""


def to_networkx(records: GraphRecords, **filters: Unpack[Filters]) -> nx.MultiDiGraph:
    """A directed multigraph with a node for each entity and an edge for each claim between two that are known.

    Node keys are entity IRIs; attributes `label`, `types` (CURIEs with spaces between them), `kind`.
    Edge keys are claim IRIs; attributes `label`, `predicate`, `event`, `polarity`, `modality`, `time`,
    `confidence`, `phrase`, `quote`, `article`, `published`, `publisher`, `attributed_to`, `place`,
    and `claim`, the IRI again. All are str but `confidence`, a float; what is not known is left out.
    Claims about a literal (a date of birth) are not edges. The options are those of `select`.
    """
    part = select(records, **filters)
    graph = nx.MultiDiGraph()
    known = (iri for iri, entity in part.entities.items() if UNKNOWN not in entity.types)
    for iri in sorted({*known, *(end for claim in part.claims for end in ends(claim))}):
        graph.add_node(iri, **_node_attributes(iri, records.entities.get(iri)))
    for claim in part.claims:
        if claim.object is not None and not claim.is_agentless:
            attributes = _edge_attributes(claim, records.articles.get(claim.article))
            graph.add_edge(claim.subject, claim.object, key=claim.iri, **attributes)
    return graph


def without_posts(graph: nx.MultiDiGraph, **filters: Unpack[Filters]) -> nx.MultiDiGraph:
    """The graph without posts, through which everybody who is called a president would be connected.

    Where the `filters` ask for relations or classes, nothing is taken out: who asks for posts shall have them.
    """
    if filters.get("relations") is None and filters.get("classes") is None:
        graph.remove_nodes_from([node for node, types in graph.nodes(data="types") if is_post(types.split())])
    return graph


def to_weighted(graph: nx.MultiDiGraph) -> nx.Graph:
    """The simple undirected graph under it: `weight` sums the claims' confidence, `claims` counts them.

    Self-loops say nothing about who is connected with whom and are left out.
    """
    simple = nx.Graph()
    simple.add_nodes_from((node, dict(attributes)) for node, attributes in graph.nodes(data=True))
    for source, target, attributes in graph.edges(data=True):
        if source == target:
            continue
        if not simple.has_edge(source, target):
            simple.add_edge(source, target, weight=0.0, claims=0)
        edge = simple[source][target]
        edge["weight"] += _weight(attributes.get("confidence", 1.0))
        edge["claims"] += 1
    return simple


def _weight(confidence: float) -> float:
    """A claim's share in a weight: its confidence, but never nothing, and never what is no number."""
    return float(confidence) if confidence > 0.01 else 0.01


def kind_of(types: Iterable[str]) -> str:
    """The kind of an entity with these types: person, organisation, place, group, event, work or other.

    >>> kind_of(["kgo:Ministry", "kgo:Government", "kgo:Organisation"])
    'organisation'
    """
    kinds = _kinds()
    return next((kinds[type_] for type_ in types if type_ in kinds), OTHER)


def is_post(types: Iterable[str]) -> bool:
    """Whether an entity with these types is a post, which is told of whoever holds it and connects nobody."""
    return not _table()["told"]["posts"].isdisjoint(types)


@cache
def _kinds() -> dict[str, str]:
    return {class_: kind for kind, classes in _table()["kinds"].items() for class_ in classes}


@cache
def _table() -> dict[str, dict[str, frozenset[str]]]:
    table = tomllib.loads(resources.files("kg.analyse").joinpath("kinds.toml").read_text(encoding="utf-8"))
    return {part: {name: frozenset(classes) for name, classes in rows.items()} for part, rows in table.items()}


def _node_attributes(iri: str, entity: EntityRecord | None) -> dict[str, str]:
    if entity is None:
        return {"label": plain(local_name(iri)), "types": "", "kind": OTHER}
    label = plain(entity.name) or plain(local_name(iri))
    return {"label": label, "types": plain(" ".join(entity.types)), "kind": kind_of(entity.types)}


def _edge_attributes(claim: ClaimRecord, article: ArticleRecord | None) -> dict[str, str | float]:
    texts = {
        "claim": claim.iri,
        "label": words(claim.predicate),
        "predicate": claim.predicate,
        "event": claim.event,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "time": claim.time,
        "attributed_to": claim.attributed_to,
        "place": claim.place,
        "phrase": claim.phrase,
        "quote": claim.quote,
        "article": claim.article,
        "published": article.published.isoformat() if article and article.published else None,
        "publisher": article.publisher if article else None,
    }
    known: dict[str, str | float] = {name: plain(text) for name, text in texts.items() if text is not None}
    return known | {"confidence": float(claim.confidence)}
