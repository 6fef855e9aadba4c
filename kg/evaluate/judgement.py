"""Judges one article: which gold claims were found, which predicted claims are right, and in what."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kg.evaluate.match import Aspect, Matcher
from kg.model import Claim, Extraction
from kg.ontology import Ontology

NOTHING: frozenset[Aspect] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """In what a claim of the gold was found, or a predicted claim is right; `match` is the claim that comes nearest."""

    claim: Claim
    right_in: frozenset[Aspect]
    match: Claim | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdicts on one article's gold claims and on its predicted claims."""

    gold: Extraction
    predicted: Extraction
    found: tuple[Verdict, ...]
    claimed: tuple[Verdict, ...]


def judge(gold: Extraction, predicted: Extraction, ontology: Ontology, *, partial: Collection[str] = ()) -> Judgement:
    """How the claims of one article agree with its gold.

    A gold claim is found by a claim of the same relation. A predicted claim is right too where its relation is
    above the gold's (rdfs:subPropertyOf): it says less, but nothing false.

    Args:
        partial: relations that the gold does not hold in full; a claim of these that it lacks is left out.
    """
    matcher = Matcher(gold, predicted, ontology)
    found = tuple(
        _verdict(wanted, [(c, matcher.aspects(c, wanted)) for c in predicted.claims if matcher.agree(c, wanted)])
        for wanted in gold.claims
    )
    claimed = (
        _verdict(claim, [(w, matcher.aspects(claim, w)) for w in gold.claims if matcher.agree(claim, w, general=True)])
        for claim in predicted.claims
    )
    judged = tuple(v for v in claimed if v.right_in or v.claim.predicate not in partial)
    return Judgement(gold, predicted, found, judged)


def _verdict(claim: Claim, matches: list[tuple[Claim, frozenset[Aspect]]]) -> Verdict:
    """The verdict from the claims that agree; each aspect may be right in another of them."""
    if not matches:
        return Verdict(claim, NOTHING)
    nearest = max(matches, key=lambda match: len(match[1]))
    return Verdict(claim, NOTHING.union(*(aspects for _, aspects in matches)), nearest[0])
