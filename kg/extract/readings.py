"""Of the readings of one clause the best."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.relations import Match
from kg.ontology import Ontology, Relation

WIDE = 0.1  # what a relation loses for a side of several classes: the narrower one says more


def best(found: list[tuple[Match, Relation, float]], ontology: Ontology) -> Iterator[tuple[Match, Relation, float]]:
    """Of the readings of one pair of arguments the one that explains most, fits best and says most precisely what.

    Args:
        found: matches with their relation and how well both arguments fit (0 to 1).
    """
    by_pair: dict[tuple[int | None, int | None], tuple[tuple[float, ...], Match, Relation, float]] = {}
    for match, relation, fit in found:
        rank = (fit >= 0.7, match.weight, fit, _depth(relation, ontology), len(relation.parents))
        pair = (match.subject, match.object)
        if pair not in by_pair or rank > by_pair[pair][0]:
            by_pair[pair] = (rank, match, relation, fit)
    for _, match, relation, fit in by_pair.values():
        yield match, relation, fit


def _depth(relation: Relation, ontology: Ontology) -> float:
    """How special a relation's arguments are: the deeper and the fewer its domain and range, the more it says."""
    return sum(_depth_of(side, ontology) for side in (relation.domain, relation.range))


def _depth_of(side: frozenset[str], ontology: Ontology) -> float:
    depths = [len(ontology.types(c)) for c in side]
    return sum(depths) / len(depths) - WIDE * (len(depths) - 1) if depths else 0.0
