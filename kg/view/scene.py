"""What a page shows: nodes and edges as vis-network takes them, and the data of its panel."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import log2, sqrt
from textwrap import wrap
from typing import Any

import networkx as nx

from kg.analyse.plain import clip
from kg.analyse.projection import kind_of, to_networkx, to_weighted
from kg.analyse.selection import ends
from kg.model import Modality, Polarity
from kg.store.records import ClaimRecord, GraphRecords
from kg.view.cards import NAME_LENGTH, Cards, share
from kg.view.layout import Box, positions

CLAIMS_AN_EDGE = 50
FACTS_A_NODE = 12
LABEL_LINE = 20
LABELLED_UP_TO = 90
DASHES: dict[Modality, list[int] | bool] = {
    Modality.ACTUAL: False,
    Modality.PLANNED: [9, 6],
    Modality.REQUIRED: [9, 4, 2, 4],
    Modality.POSSIBLE: [2, 5],
    Modality.CONDITIONAL: [2, 5],
}
"""How an edge is drawn, from the most to the least real."""

Key = tuple[str, str, str, Polarity]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: `nodes` and `edges` for vis-network, `data` for the panel beside it."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    data: dict[str, Any]


def scene(
    records: GraphRecords,
    part: GraphRecords,
    *,
    limit: int,
    entity: str | None = None,
    depth: int = 1,
    labels: Mapping[str, str] | None = None,
    symmetric: Collection[str] = (),
) -> Scene:
    """The picture of a part of the graph.

    Args:
        records: the whole graph, for the names of what the part speaks of.
        part: what was selected from it.
        limit: how many nodes are drawn at most, those with the most and surest claims.
        entity: IRI of the entity to draw the surroundings of.
        depth: how many steps from `entity`.
        labels: words for classes and relations by CURIE; without, their names are split into words.
        symmetric: CURIEs of relations without a direction.
    """
    weighted = to_weighted(to_networkx(part, include_open=True))
    drawn = _strongest(weighted, limit, entity, depth)
    cards = Cards(records, labels or {})
    groups = _groups(part.claims, drawn, cards, symmetric)
    edges = _edges(groups, cards, symmetric)
    nodes = _nodes(drawn, weighted.subgraph(drawn), groups, cards)
    data = {
        "kinds": _legend(node["kind"] for node in nodes),
        "entities": _entities(drawn, part, cards),
        "extent": _extent(weighted, part, drawn, groups) | ({"around": entity} if entity else {}),
        "claims": cards.claims,
        "quotes": cards.quotes(),
        "articles": cards.articles(),
        "names": cards.names,
    }
    return Scene(nodes, edges, data)


def _strongest(weighted: nx.Graph, limit: int, entity: str | None, depth: int) -> list[str]:
    """The nodes to draw, the strongest first; those without an edge only where nothing has one."""
    if entity is None:
        nodes = list(weighted)
    elif entity in weighted:
        nodes = list(nx.single_source_shortest_path_length(weighted, entity, cutoff=depth))
    else:
        nodes = []
    strength = dict(weighted.degree(weight="weight"))
    ranked = sorted(nodes, key=lambda node: (node != entity, -round(strength[node], 6), node))
    kept = set(ranked[: max(limit, 0)])
    joined = [node for node in ranked if node in kept and not kept.isdisjoint(weighted[node])]
    return joined or ranked[: max(limit, 0)]


def _groups(
    claims: Iterable[ClaimRecord], drawn: Iterable[str], cards: Cards, symmetric: Collection[str]
) -> dict[Key, list[ClaimRecord]]:
    """The claims of each edge: same two entities, same relation, both affirmed or both denied."""
    nodes = set(drawn)
    groups: dict[Key, list[ClaimRecord]] = defaultdict(list)
    for claim in claims:
        if claim.object in nodes and claim.subject in nodes:
            pair = (claim.subject, claim.object)
            a, b = sorted(pair) if claim.predicate in symmetric else pair
            groups[a, b, cards.relation(claim), claim.polarity].append(claim)
    for group in groups.values():
        group.sort(key=lambda claim: (-share(claim.confidence), claim.iri))
    return dict(sorted(groups.items()))


def _size(edges: int, scale: float) -> float:
    """The radius of a node with so many edges."""
    return round(min(8 + 4.2 * sqrt(edges), 32) * scale, 1)


def _nodes(drawn: list[str], graph: nx.Graph, groups: Iterable[Key], cards: Cards) -> list[dict[str, Any]]:
    degrees = Counter(end for a, b, _, _ in groups for end in {a, b})
    kinds = {node: _kind(node, cards.records) for node in drawn}
    sizes = {node: _size(degrees[node], palette()[kinds[node]]["scale"]) for node in drawn}
    room = min(1.0, sqrt(LABELLED_UP_TO / max(len(drawn), 1)))
    boxes = {node: _box(cards.name(node), sizes[node], room) for node in drawn}
    places = positions(graph, boxes)
    nodes = []
    for node in drawn:
        look = palette()[kinds[node]]
        x, y = places[node]
        nodes.append(
            {
                "id": node,
                "label": cards.name(node),
                "kind": kinds[node],
                "shape": look["shape"],
                "color": look["colour"],
                "size": sizes[node],
                "x": x,
                "y": y,
            }
        )
    return nodes


def _box(label: str, size: float, room: float) -> Box:
    """The room that a node with its label below takes, in pixels at zoom 1, generous for lower zooms.

    `room` is the share of the label that counts: of many nodes, most show their label only from near.
    """
    lines = wrap(label, LABEL_LINE)[:3] or [""]
    width = max(2 * size, room * 10 * max(map(len, lines)))
    return Box(width + 24, size + 12, size + room * 22 * len(lines) + 12)


def _edges(groups: Mapping[Key, list[ClaimRecord]], cards: Cards, symmetric: Collection[str]) -> list[dict[str, Any]]:
    bundles: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in groups:
        bundles[tuple(sorted(key[:2]))].append(key)
    edges: list[dict[str, Any]] = []
    for keys in bundles.values():
        for place, key in enumerate(keys):
            arrow = groups[key][0].predicate not in symmetric
            edge = _edge(groups[key], key, cards, arrow=arrow, bundle=len(keys))
            edges.append({"id": f"edge-{len(edges)}", **edge, "smooth": _bend(key, place, len(keys))})
    return edges


def _edge(claims: list[ClaimRecord], key: Key, cards: Cards, *, arrow: bool, bundle: int) -> dict[str, Any]:
    source, target, relation, polarity = key
    modality = min((claim.modality for claim in claims), key=list(DASHES).index)
    circumstances = "" if modality is Modality.ACTUAL else f" ({modality.value})"
    return {
        "from": source,
        "to": target,
        "label": ("not " if polarity is Polarity.NEGATED else "") + relation + circumstances,
        "count": len(claims),
        "denied": polarity is Polarity.NEGATED,
        "modality": modality.value,
        "dashes": DASHES[modality],
        "width": round(min(1.7 + 0.7 * log2(len(claims)), 6, max(16 / bundle, 1)), 2),
        "arrows": "to" if arrow else "",
        "claims": [cards.number(claim) for claim in claims[:CLAIMS_AN_EDGE]],
    }


def _bend(key: Key, place: int, count: int) -> dict[str, Any]:
    """How an edge curves so that those between the same two lie side by side."""
    step = min(0.2, 1.4 / count)
    offset = (place - (count - 1) / 2) * step
    if abs(offset) < 1e-9:
        return {"enabled": False, "type": "continuous", "roundness": 0}
    type_ = "curvedCW" if (offset > 0) == (key[0] <= key[1]) else "curvedCCW"
    return {"enabled": True, "type": type_, "roundness": round(abs(offset), 3)}


def _entities(drawn: list[str], part: GraphRecords, cards: Cards) -> dict[str, dict[str, Any]]:
    """Names, classes and further facts (claims that are no edge of the picture) of each node."""
    facts = defaultdict(list)
    nodes = set(drawn)
    for claim in part.claims:
        if not nodes.issuperset(ends(claim)) or claim.object is None:
            for end in set(ends(claim)) & nodes:
                facts[end].append(claim)
    found = {}
    for node in drawn:
        entity = cards.records.entities.get(node)
        claims = sorted(facts[node], key=lambda claim: (-share(claim.confidence), claim.iri))
        found[node] = {
            "types": [cards.term(type_) for type_ in entity.types[:8]] if entity else [],
            "aliases": [clip(alias, NAME_LENGTH) for alias in entity.aliases[:20]] if entity else [],
            "same": [clip(iri, 500) for iri in entity.same_as[:10]] if entity else [],
            "facts": [cards.number(claim) for claim in claims[:FACTS_A_NODE]],
            "more": max(len(claims) - FACTS_A_NODE, 0),
        }
    return found


def _extent(
    weighted: nx.Graph, part: GraphRecords, drawn: list[str], groups: Mapping[Key, list[ClaimRecord]]
) -> dict[str, int]:
    """How much there is (entities, claims), how much of it is drawn, how much has no connection at all."""
    nodes = set(drawn)
    alone = [node for node in nx.isolates(weighted) if node not in nodes]
    return {
        "entities": len(weighted),
        "drawn": len(drawn),
        "alone": len(alone),
        "claims": len(part.claims),
        "shown": sum(map(len, groups.values())),
        "articles": len({claim.article for claim in part.claims}),
    }


def _legend(kinds: Iterable[str]) -> list[dict[str, Any]]:
    counts = Counter(kinds)
    return [{"kind": kind, **look, "count": counts[kind]} for kind, look in palette().items() if counts[kind]]


def _kind(iri: str, records: GraphRecords) -> str:
    entity = records.entities.get(iri)
    return kind_of(entity.types) if entity else "other"


@cache
def palette() -> dict[str, dict[str, Any]]:
    """Label, colour, shape and scale of each kind, in the order of the legend."""
    return tomllib.loads(resources.files("kg.view").joinpath("palette.toml").read_text(encoding="utf-8"))
