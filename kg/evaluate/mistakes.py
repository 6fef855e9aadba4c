"""Mistakes with their sentence: what was missed, what is false, and which circumstance is another than the gold's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.evaluate.judgement import Judgement, Verdict
from kg.evaluate.match import Aspect
from kg.model import Claim, Extraction, Value

MISSED, FALSE = "missed", "false"
KINDS = (MISSED, FALSE, Aspect.CERTAINTY.value, Aspect.SOURCE.value, Aspect.TIME.value)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake, of one of the `KINDS`.

    `subject`, `object` and `sentence` are those of the gold claim, or of the predicted claim where it is false.
    `gold` and `predicted` tell the circumstance in which they differ; `confidence` is the predicted claim's.
    """

    kind: str
    article: str
    relation: str
    subject: str
    object: str | None
    sentence: str
    gold: str | None = None
    predicted: str | None = None
    confidence: float | None = None


def mistakes(judgements: Iterable[Judgement]) -> Iterator[Mistake]:
    """The mistakes of every article, in the order of its claims."""
    for judgement in judgements:
        for verdict in judgement.found:
            if not verdict.right_in:
                yield _mistake(MISSED, judgement.gold, verdict.claim)
            else:
                yield from _differing(judgement, verdict)
        for verdict in judgement.claimed:
            if not verdict.right_in:
                yield _mistake(FALSE, judgement.predicted, verdict.claim, confidence=verdict.claim.confidence)


def _differing(judgement: Judgement, verdict: Verdict) -> Iterator[Mistake]:
    """A mistake for each circumstance in which no claim agrees with a gold claim that was found."""
    assert verdict.match is not None
    for aspect in Aspect:
        if aspect not in verdict.right_in:
            yield _mistake(
                aspect.value,
                judgement.gold,
                verdict.claim,
                gold=_circumstance(aspect, judgement.gold, verdict.claim),
                predicted=_circumstance(aspect, judgement.predicted, verdict.match),
                confidence=verdict.match.confidence,
            )


def _mistake(
    kind: str,
    extraction: Extraction,
    claim: Claim,
    *,
    gold: str | None = None,
    predicted: str | None = None,
    confidence: float | None = None,
) -> Mistake:
    return Mistake(
        kind,
        extraction.article.id,
        claim.predicate,
        _party(extraction, claim.subject) or "",
        _party(extraction, claim.object),
        " ".join(extraction.article.text[claim.evidence.start : claim.evidence.end].split()),
        gold,
        predicted,
        confidence,
    )


def _circumstance(aspect: Aspect, extraction: Extraction, claim: Claim) -> str | None:
    if aspect is Aspect.CERTAINTY:
        return f"{claim.polarity} {claim.modality}"
    return claim.time if aspect is Aspect.TIME else _party(extraction, claim.attributed_to)


def _party(extraction: Extraction, party: str | Value | None) -> str | None:
    if isinstance(party, Value):
        return party.value
    return None if party is None else extraction.entity(party).label
