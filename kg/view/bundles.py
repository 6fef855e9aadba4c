"""The edges of a picture: the claims between two entities, bundled by relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from kg.model import Polarity
from kg.store.records import ClaimRecord
from kg.view.cards import Cards, share

Key = tuple[str, str, str, Polarity]
Bundles = dict[Key, list[ClaimRecord]]


def bundles(claims: Iterable[ClaimRecord], drawn: Iterable[str], cards: Cards, symmetric: Collection[str]) -> Bundles:
    """The claims of each edge, the surest first: same two entities, same relation, both affirmed or both denied."""
    nodes = set(drawn)
    found: Bundles = defaultdict(list)
    for claim in claims:
        if claim.object in nodes and claim.subject in nodes:
            pair = (claim.subject, claim.object)
            a, b = sorted(pair) if claim.predicate in symmetric else pair
            found[a, b, cards.relation(claim), claim.polarity].append(claim)
    for bundle in found.values():
        bundle.sort(key=lambda claim: (-share(claim.confidence), claim.iri))
    return dict(sorted(found.items()))


def edges(
    found: Mapping[Key, list[ClaimRecord]], cards: Cards, symmetric: Collection[str], *, budget: int
) -> list[Any]:
    """The edges as vis-network takes them, each with the numbers of its surest claims, `budget` in all."""
    most = _most([len(claims) for claims in found.values()], budget)
    pairs: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in found:
        pairs[tuple(sorted(key[:2]))].append(key)
    drawn: list[dict[str, Any]] = []
    for keys in pairs.values():
        for place, key in enumerate(keys):
            source, target, relation, polarity = key
            edge = {
                "id": f"edge-{len(drawn)}",
                "from": source,
                "to": target,
                "label": relation,
                "count": len(found[key]),
                "denied": polarity is Polarity.NEGATED,
                "arrows": "" if found[key][0].predicate in symmetric else "to",
                "bend": _bend(key, place, len(keys)),
                "claims": [cards.number(claim) for claim in found[key][:most]],
            }
            drawn.append(edge)
    return drawn


def _most(counts: list[int], budget: int) -> int:
    """How many claims an edge may show so that all edges together show no more than `budget`; at least one."""
    most = min(max(counts, default=1), budget)
    while most > 1 and sum(min(count, most) for count in counts) > budget:
        most = most * 3 // 4
    return max(most, 1)


def _bend(key: Key, place: int, count: int) -> float:
    """How far an edge curves, positive clockwise, so that those between the same two lie side by side."""
    offset = (place - (count - 1) / 2) * min(0.2, 1.4 / count)
    return round(offset if key[0] <= key[1] else -offset, 3)
