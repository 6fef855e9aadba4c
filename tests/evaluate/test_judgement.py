"""The verdicts on one article."""

from __future__ import annotations

from functools import cache

from kg.evaluate import Aspect, judge
from kg.model import Polarity
from kg.ontology import Ontology

from .claiming import extraction


@cache
def known() -> Ontology:
    return Ontology.load()


def test_each_aspect_may_be_right_in_another_claim() -> None:
    gold = extraction(("Obama", "visited", "Paris", {"time": "2015", "attributed_to": "AFP"}))
    found = extraction(
        ("Obama", "visited", "Paris", {"time": "2015", "polarity": Polarity.NEGATED}),
        ("Obama", "visited", "Paris", {"attributed_to": "AFP", "polarity": Polarity.NEGATED}),
    )
    (verdict,) = judge(gold, found, known()).found
    assert verdict.right_in == {Aspect.CLAIM, Aspect.SOURCE, Aspect.TIME}


def test_the_match_is_the_claim_that_comes_nearest() -> None:
    gold = extraction(("Obama", "visited", "Paris", {"time": "2015"}))
    found = extraction(
        ("Obama", "visited", "Rome"),
        ("Obama", "visited", "Paris", {"polarity": Polarity.NEGATED}),
        ("Obama", "visited", "Paris", {"time": "2015"}),
    )
    (verdict,) = judge(gold, found, known()).found
    assert verdict.match == found.claims[2]


def test_one_gold_claim_makes_every_claim_of_it_right() -> None:
    gold = extraction(("May", "headOfGovernment", "Britain"))
    found = extraction(("May", "leaderOf", "Britain"), ("May", "headOfGovernment", "Britain"))
    judgement = judge(gold, found, known())
    assert [bool(verdict.right_in) for verdict in judgement.claimed] == [True, True]
    assert judgement.found[0].match == found.claims[1]


def test_claims_of_partial_relations_count_where_they_are_right() -> None:
    gold = extraction(("May", "announced", "plan"))
    found = extraction(("May", "announced", "plan"), ("May", "announced", "reform"), ("May", "visited", "Japan"))
    judged = judge(gold, found, known(), partial={"kgo:announced"}).claimed
    assert [verdict.claim for verdict in judged] == [found.claims[0], found.claims[2]]
    assert [bool(verdict.right_in) for verdict in judged] == [True, False]
