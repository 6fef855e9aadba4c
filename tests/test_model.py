"""The data that travels: there and back, and what follows from its fields."""

from __future__ import annotations

import json
import pickle
from dataclasses import FrozenInstanceError, fields, replace
from datetime import date

import pytest
from hypothesis import given, settings

from kg.model import Article, Extraction, Modality, Polarity
from kg.read.extraction import to_extraction

from .drawn import SAMPLE, extractions

DRAWN = settings(max_examples=60, derandomize=True, deadline=None)


@DRAWN
@given(extractions())
def test_there_and_back(made: Extraction) -> None:
    assert Extraction.from_dict(made.to_dict()) == made
    line = json.dumps(made.to_dict(), ensure_ascii=False)
    assert Extraction.from_dict(json.loads(line)) == made
    assert pickle.loads(pickle.dumps(made)) == made


def test_strict_reading_takes_what_was_written() -> None:
    assert to_extraction(SAMPLE.to_dict(), "line 1") == SAMPLE


def test_what_is_not_given_has_a_default() -> None:
    article = {"id": "a", "text": "Obama met Hollande."}
    claim = {"id": "c", "subject": "e0", "predicate": "kgo:metWith", "object": None, "phrase": "met"}
    triple = {"subject": "Obama", "relation": "met", "object": "Hollande", "confidence": 0.5, "start": 0, "end": 5}
    made = Extraction.from_dict(
        {
            "article": {**article, "published": "2015-11-14"},
            "entities": [{"id": "e0", "iri": "kgr:obama", "label": "Obama", "types": ["kgo:Person"]}],
            "claims": [{**claim, "evidence": {"start": 0, "end": 19}}],
            "triples": [triple],
        }
    )
    assert made.article == Article("a", "Obama met Hollande.", published=date(2015, 11, 14))
    assert (made.mentions, made.entities[0].aliases, made.entities[0].same_as) == ((), (), ())
    assert (made.claims[0].confidence, made.claims[0].is_direct) == (1.0, True)
    assert (made.triples[0].polarity, made.triples[0].modality) == (Polarity.AFFIRMED, Modality.ACTUAL)
    assert Extraction.from_dict({"article": article}) == Extraction(Article("a", "Obama met Hollande."))


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"article": {"id": "a"}}, TypeError),
        ({"article": {"id": "a", "text": "x", "colour": "red"}}, TypeError),
        ({"article": {"id": "a", "text": "x", "published": "yesterday"}}, ValueError),
        ({"mentions": [{"start": 0, "end": 1, "text": "x", "entity": "e0", "form": "nickname"}]}, ValueError),
        ({"entities": [{"id": "e0"}]}, KeyError),
        ({"entities": [{"id": "e0", "iri": "kgr:x", "label": "x", "types": "kgo:Person"}]}, TypeError),
        ({"claims": [{"id": "c0"}]}, KeyError),
        ({"triples": [{"subject": "x"}]}, KeyError),
    ],
)
def test_what_is_no_extraction_raises(change: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        Extraction.from_dict({"article": {"id": "a", "text": "x"}, **change})


@pytest.mark.parametrize("polarity", Polarity)
@pytest.mark.parametrize("modality", Modality)
def test_direct_is_affirmed_and_actual(polarity: Polarity, modality: Modality) -> None:
    claim = replace(SAMPLE.claims[0], polarity=polarity, modality=modality)
    assert claim.is_direct == (polarity == "affirmed" and modality == "actual")


def test_entities_by_id() -> None:
    assert SAMPLE.entity("e1").label == "François Hollande"
    with pytest.raises(KeyError):
        SAMPLE.entity("e99")


def test_nothing_can_be_changed() -> None:
    parts = (SAMPLE.article, *SAMPLE.mentions, *SAMPLE.entities, *SAMPLE.claims, *SAMPLE.triples)
    for item in (SAMPLE, SAMPLE.claims[0].evidence, *parts):
        with pytest.raises(FrozenInstanceError):
            setattr(item, fields(item)[0].name, "other")
