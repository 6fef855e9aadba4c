"""What a page shows: nodes and edges as vis-network takes them, and the data of its panel."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import sqrt
from textwrap import wrap
from typing import Any, Unpack

import networkx as nx
import rustworkx as rx

from kg.analyse.measures import communities
from kg.analyse.plain import clip
from kg.analyse.projection import is_post, kind_of, to_networkx, to_weighted, without_posts
from kg.analyse.selection import Filters, ends, select
from kg.resolve import is_described, slug
from kg.store.records import ClaimRecord, GraphRecords
from kg.store.vocabulary import BASE, PREFIXES
from kg.view.bundles import bundles, edges
from kg.view.cards import NAME_LENGTH, Cards, share
from kg.view.layout import Box, Point, positions

RESERVE = 300
"""So many entities a page holds at least: those beyond the limit are drawn when the reader asks for more."""
CLAIMS_A_PAGE = 750
CLAIMS_A_NODE = 2.5
"""A page holds `CLAIMS_A_PAGE` claims, of more than 400 nodes `CLAIMS_A_NODE` for each."""
FACTS_A_NODE, FACTS_A_PAGE = 6, 450
"""A page tells each entity so many claims that are no line, fewer where all together were more than the latter."""
LABEL_LINE = 20
ROOT = "kgo:Entity"
"""The class of everything, which says nothing."""
AGENT = "kgo:Agent"
"""The class of all who act, which says little."""
LABELLED_UP_TO = 90


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: `nodes` and `edges` for vis-network, `data` for the panel beside it."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    data: dict[str, Any]


def scene(
    records: GraphRecords,
    *,
    limit: int,
    entity: str | None = None,
    depth: int = 1,
    labels: Mapping[str, str] | None = None,
    symmetric: Collection[str] = (),
    **filters: Unpack[Filters],
) -> Scene:
    """The picture of a part of the graph; posts are told of who holds them, and drawn only where asked for.

    Args:
        records: the whole graph.
        limit: how many nodes are drawn at first, those with the most and surest claims.
        entity: IRI of the entity to draw the surroundings of.
        depth: how many steps from `entity`.
        labels: words for classes and relations by CURIE; without, their names are split into words.
        symmetric: CURIEs of relations without a direction.
        filters: the part of the graph to draw, as for `kg.analyse.select`.
    """
    part = select(records, **filters)
    claims = to_networkx(part, include_open=True)
    if not (entity in claims and is_post(claims.nodes[entity]["types"].split())):
        claims = without_posts(claims, **filters)
    posts = sum(is_post(entity.types) and iri not in claims for iri, entity in part.entities.items())
    weighted = to_weighted(claims)
    told = {slug(article.id) for article in records.articles.values()}
    described = {node for node in weighted if is_described(node, told)}
    ranked = _ranked(weighted, entity, depth, described)
    first = _strongest(weighted, ranked, limit)
    drawn = _strongest(weighted, ranked, max(limit, RESERVE)) if len(first) > 1 else first
    first = [node for node in drawn if node in set(first)]
    cards = Cards(records, labels or {})
    found = bundles(part.claims, drawn, cards, symmetric)
    budget = max(CLAIMS_A_PAGE, int(CLAIMS_A_NODE * len(first)))
    lines = edges(found, cards, symmetric, budget=budget)
    nodes = _nodes(first, drawn, weighted.subgraph(drawn), cards, described)
    groups = communities(claims.subgraph(drawn))
    data = {
        "kinds": [{"kind": kind, **look} for kind, look in palette().items()],
        "entities": _entities(drawn, part, cards),
        "groups": [[cards.thing(node) for node in group.members] for group in groups if len(group.members) > 2],
        "extent": _extent(weighted, part, drawn, first, posts) | ({"around": cards.thing(entity)} if entity else {}),
        "prefixes": PREFIXES | {"kgr": BASE},
        "claims": cards.claims,
        "passages": cards.passages.texts(),
        "relations": cards.relations(),
        "articles": cards.articles(),
        "things": cards.things(),
    }
    return Scene(nodes, lines, data)


def _ranked(weighted: nx.Graph, entity: str | None, depth: int, described: Collection[str]) -> list[str]:
    """The nodes that may be drawn, the strongest first; what has a name goes before what is only described."""
    if entity is None:
        nodes = list(weighted)
    elif entity in weighted:
        nodes = list(nx.single_source_shortest_path_length(weighted, entity, cutoff=depth))
    else:
        nodes = []
    strength = {node: weight * (0.5 if node in described else 1) for node, weight in weighted.degree(weight="weight")}
    return sorted(nodes, key=lambda node: (node != entity, -round(strength[node], 6), node))


def _strongest(weighted: nx.Graph, ranked: list[str], limit: int) -> list[str]:
    """The strongest nodes of which each has an edge to another of them; without, only where nothing has one.

    What is strong by ties to many weak ones comes with some of these, so that `limit` is used as far as may be.
    """
    limit, reach = max(limit, 0), max(limit, 0)
    joined = _joined(weighted, ranked[:reach])
    while len(joined) < limit and reach < len(ranked):
        reach += max(limit - len(joined), 1)
        joined = _joined(weighted, ranked[:reach])
    return _joined(weighted, joined[:limit]) or joined[:limit] or ranked[:limit]


def _joined(weighted: nx.Graph, nodes: list[str]) -> list[str]:
    kept = set(nodes)
    return [node for node in nodes if not kept.isdisjoint(weighted[node])]


def _nodes(
    first: list[str], drawn: list[str], graph: nx.Graph, cards: Cards, described: Collection[str]
) -> list[dict[str, Any]]:
    """The nodes, with a place among the `first` and, where there are more, one among all."""
    kinds = {node: _kind(node, cards.records) for node in drawn}
    measures = _measures(graph)
    near = _placed(first, graph, kinds, cards)
    far = _placed(drawn, graph, kinds, cards) if len(drawn) > len(first) else near
    nodes = []
    for node in drawn:
        look = palette()[kinds[node]]
        x, y = near.get(node, far[node])
        nodes.append(
            {
                "id": node,
                "label": cards.name(node),
                "kind": kinds[node],
                "shape": look["shape"],
                "color": look["colour"],
                "x": x,
                "y": y,
                "measures": measures[node],
                **({"far": far[node]} if far is not near else {}),
                **({"described": True} if node in described else {}),
                **({"more": True} if node not in near else {}),
            }
        )
    return nodes


def _measures(graph: nx.Graph) -> dict[str, list[float]]:
    """Of each node neighbours, claims, PageRank and betweenness (exact: Brandes 2001) in what is drawn."""
    compiled: Any = rx.networkx_converter(graph)
    between = rx.betweenness_centrality(compiled, normalized=True)
    ranks = rx.pagerank(compiled.to_directed(), weight_fn=lambda edge: edge["weight"]) if graph else {}
    claims = dict(graph.degree(weight="claims"))
    return {
        node: [graph.degree(node), claims[node], round(ranks[number], 5), round(between[number], 5)]
        for number, node in enumerate(graph)
    }


def _placed(nodes: list[str], graph: nx.Graph, kinds: Mapping[str, str], cards: Cards) -> dict[str, Point]:
    part = graph.subgraph(nodes)
    room = min(1.0, sqrt(LABELLED_UP_TO / max(len(nodes), 1)))
    sizes = {n: min(8 + 4.2 * sqrt(part.degree(n)), 32) * palette()[kinds[n]]["scale"] for n in nodes}
    return positions(part, {node: _box(cards.name(node), sizes[node], room) for node in nodes})


def _box(label: str, size: float, room: float) -> Box:
    """The room that a node with its label below takes, in pixels at zoom 1, generous for lower zooms.

    `room` is the share of the label that counts: of many nodes, most show their label only from near.
    """
    lines = wrap(label, LABEL_LINE)[:3] or [""]
    width = max(2 * size, room * 10 * max(map(len, lines)))
    return Box(width + 24, size + 12, size + room * 22 * len(lines) + 12)


def _entities(drawn: list[str], part: GraphRecords, cards: Cards) -> dict[str, dict[str, Any]]:
    """Names, classes and further facts (claims that are no edge of the picture) of each node."""
    facts: dict[str, list[ClaimRecord]] = defaultdict(list)
    nodes = set(drawn)
    for claim in part.claims:
        if not nodes.issuperset(ends(claim)) or claim.object is None or claim.is_agentless:
            for end in set(ends(claim)) & nodes:
                facts[end].append(claim)
    most = max(1, min(FACTS_A_NODE, FACTS_A_PAGE // max(len(drawn), 1)))
    found = {}
    for node in drawn:
        entity = cards.records.entities.get(node)
        claims = sorted(facts[node], key=lambda claim: (-share(claim.confidence), claim.iri))
        known = {
            "types": [[clip(type_, 500), cards.term(type_)] for type_ in entity.types[:8] if type_ != ROOT]
            if entity
            else [],
            "aliases": [clip(alias, NAME_LENGTH) for alias in entity.aliases[:20]] if entity else [],
            "same": [clip(iri, 500) for iri in entity.same_as[:10]] if entity else [],
            "facts": [cards.number(claim) for claim in claims[:most]],
            "more": max(len(claims) - most, 0),
        }
        found[node] = {name: value for name, value in known.items() if value}
    return found


def _extent(weighted: nx.Graph, part: GraphRecords, drawn: list[str], first: list[str], posts: int) -> dict[str, int]:
    """How much there is (entities, posts, claims), how much of it the page holds, how much has no connection at all."""
    nodes = set(drawn)
    alone = [node for node in nx.isolates(weighted) if node not in nodes]
    return {
        "entities": len(weighted),
        "posts": posts,
        "first": len(first),
        "drawn": len(drawn),
        "alone": len(alone),
        "claims": len(part.claims),
        "articles": len({claim.article for claim in part.claims}),
    }


def _kind(iri: str, records: GraphRecords) -> str:
    entity = records.entities.get(iri)
    return kind_of(entity.types) if entity else "other"


@cache
def palette() -> dict[str, dict[str, Any]]:
    """Label, colour, shape and scale of each kind, in the order of the legend."""
    return tomllib.loads(resources.files("kg.view").joinpath("palette.toml").read_text(encoding="utf-8"))
