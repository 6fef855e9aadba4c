"""Who is told of together, and who takes part in what: networks that no single claim spells out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import networkx as nx

from kg.analyse.projection import kind_of
from kg.analyse.quads import quad_of
from kg.analyse.selection import ends
from kg.store.records import ClaimRecord, GraphRecords

ACTORS = frozenset({"person", "organisation", "place", "group"})
TOLD = ACTORS | {"event", "work"}
MOST_IN_ARTICLE = 60


def told_together(records: GraphRecords) -> nx.Graph:
    """Entities tied where claims of one article are about both; `weight` counts the articles, `claims` lists IRIs.

    Of an article about more than 60 entities only the 60 with most claims are tied.
    """
    graph = nx.Graph()
    for claims in _by_article(records).values():
        told: dict[str, list[str]] = defaultdict(list)
        for claim in claims:
            for iri in dict.fromkeys(ends(claim)):
                if _kind(records, iri) in TOLD:
                    told[iri].append(claim.iri)
        chosen = sorted(sorted(told, key=lambda iri: (-len(told[iri]), iri))[:MOST_IN_ARTICLE])
        for one, other in combinations(chosen, 2):
            edge = graph.get_edge_data(one, other) or {"weight": 0, "claims": []}
            both = [iri for iri in told[one] if iri in told[other]] or [told[one][0], told[other][0]]
            graph.add_edge(one, other, weight=edge["weight"] + 1, claims=edge["claims"] + both)
    return graph


def participation(records: GraphRecords) -> nx.Graph:
    """A bipartite graph of actors (`bipartite` 0) and events (1), tied by the claims that say who took part.

    An event is an entity of that kind that a claim connects with an actor, or a claim that is itself an event of a
    PLOVER type and happened. Edges list the IRIs of their `claims`.
    """
    graph = nx.Graph()
    for claim in records.claims:
        for actor, event in _parts(claim, records):
            graph.add_node(actor, bipartite=0)
            graph.add_node(event, bipartite=1)
            told = graph.get_edge_data(actor, event, default={"claims": []})["claims"]
            graph.add_edge(actor, event, claims=[*told, claim.iri])
    return graph


def _parts(claim: ClaimRecord, records: GraphRecords) -> Iterator[tuple[str, str]]:
    kinds = {iri: _kind(records, iri) for iri in ends(claim)}
    actors = [iri for iri, kind in kinds.items() if kind in ACTORS]
    events = [iri for iri, kind in kinds.items() if kind == "event"]
    if not events and quad_of(claim) and claim.is_direct:
        events = [claim.iri]
    yield from ((actor, event) for event in events for actor in actors)


def _kind(records: GraphRecords, iri: str) -> str:
    entity = records.entities.get(iri)
    return "other" if entity is None else kind_of(entity.types)


def _by_article(records: GraphRecords) -> dict[str, list[ClaimRecord]]:
    found: dict[str, list[ClaimRecord]] = defaultdict(list)
    for claim in records.claims:
        found[claim.article].append(claim)
    return dict(sorted(found.items()))
