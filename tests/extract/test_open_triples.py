"""Sentences and the open triples that must be read in them, as (subject, relation, object)."""

from __future__ import annotations

import pytest

from kg.model import Modality, Polarity

from .reading import read

TRIPLES = {
    "Mr. Baker found an opening under the house.": {("Mr. Baker", "found", "an opening under the house")},
    "Celeski plays for the Newcastle Jets.": {("Celeski", "plays for", "the Newcastle Jets")},
    "Obama plans to meet Merkel on Sunday.": {("Obama", "plans to meet", "Merkel on Sunday")},
    "The bridge was built by engineers.": {("The bridge", "was built by", "engineers")},
    "Tim Cook, the head of Apple, spoke.": {("Tim Cook", "is", "the head of Apple")},
    "The tower is tall.": {("The tower", "is", "tall")},
    "They said that it rained.": {("They", "said", "that it rained")},
}


@pytest.mark.parametrize(("sentence", "expected"), TRIPLES.items())
def test_triples(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= {(t.subject, t.relation, t.object) for t in read(sentence).triples}


def test_certainty() -> None:
    denied, planned = read("The bridge did not reach the river. They will build a bridge.").triples
    assert denied.polarity is Polarity.NEGATED
    assert planned.modality is Modality.PLANNED


def test_triples_rest_on_the_sentence_that_claims_rest_on() -> None:
    told = read("Angela Merkel met Theresa May and ate fish.\n\nBarack Obama visited Berlin.\n\nRain fell on roofs.\n")
    spans = {(triple.start, triple.end) for triple in told.triples}
    assert {(claim.evidence.start, claim.evidence.end) for claim in told.claims} <= spans
    assert len(spans) == 3
    for start, end in spans:
        assert told.article.text[start:end] == told.article.text[start:end].strip()
