"""The extraction format: its JSON Schema ships with the package, and what is read holds to it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from importlib import resources
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from kg.build import extractions
from kg.errors import InputError
from kg.model import Article, Extraction
from kg.read.extraction import to_extraction

from . import drawn
from .drawn import SAMPLE
from .test_model import DRAWN

SCHEMA = json.loads((resources.files("kg") / "extraction.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
ARTICLES = (
    Article("bare", "It rained."),
    Article("mark", "..."),
    Article(
        "talks",
        "PARIS — French President François Hollande spoke to Barack Obama on Friday, a White House official said.\n\n"
        "He did not meet Mr Obama's deputy, but plans to visit Washington next week.\r\n\r\n"
        "“We will win,” said John Kerry, the US secretary of state, who was born in 1943.",
        "Talks",
        "https://example.org/talks",
        date(2015, 11, 14),
        "The Paper",
    ),
    Article(
        "odd", "Apple\u202e acquired 🍎 Beats\ufffd for $3bn. ‘If Google sues Apple’, it may lose.\tTim Cook resigned."
    ),
)


@pytest.fixture(scope="module")
def read() -> list[Extraction]:
    return list(extractions(ARTICLES))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_names_exactly_what_is_written() -> None:
    written = SAMPLE.to_dict()
    assert set(SCHEMA["properties"]) == set(written)
    parts = {name: rows[0] for name, rows in written.items() if isinstance(rows, list)}
    parts = {"article": written["article"], **parts, "value": written["claims"][1]["object"]}
    singular = {"mentions": "mention", "entities": "entity", "claims": "claim", "triples": "triple"}
    for name, part in parts.items():
        kind = SCHEMA["$defs"][singular.get(name, name)]
        assert set(kind["properties"]) == set(part)
        assert kind["additionalProperties"] is False


def test_what_is_read_holds_to_it(read: list[Extraction]) -> None:
    assert [made.article for made in read] == list(ARTICLES)
    for made in [*read, SAMPLE]:
        VALIDATOR.validate(json.loads(json.dumps(made.to_dict())))


def test_what_is_read_comes_back(read: list[Extraction]) -> None:
    for made in read:
        assert to_extraction(json.loads(json.dumps(made.to_dict())), "line 1") == made


def test_the_sample_says_something(read: list[Extraction]) -> None:
    talks = read[2]
    assert {"kgo:spokeWith", "kgo:headOfState", "kgo:visited"} <= {claim.predicate for claim in talks.claims}
    assert {mention.form.value for mention in talks.mentions} >= {"name", "demonym", "noun", "pronoun"}
    assert talks.triples


def test_ids_and_offsets_hold(read: list[Extraction]) -> None:
    for made in read:
        text, ids = made.article.text, [entity.id for entity in made.entities]
        assert len(set(ids)) == len(ids)
        assert len({claim.id for claim in made.claims}) == len(made.claims)
        assert all(text[m.start : m.end] == m.text and m.entity in ids for m in made.mentions)
        for claim in made.claims:
            named = {claim.subject, claim.attributed_to, claim.place}
            named |= {claim.object} if isinstance(claim.object, str) else set()
            assert named - {None} <= set(ids)
            assert text[claim.evidence.start : claim.evidence.end].strip()
        for triple in made.triples:
            assert {triple.subject_entity, triple.object_entity} - {None} <= set(ids)
            assert 0 <= triple.start < triple.end <= len(text)


@DRAWN
@given(drawn.extractions())
def test_what_is_sound_holds_to_it(made: Extraction) -> None:
    VALIDATOR.validate(made.to_dict())


def put(*path: str | int) -> Callable[[dict[str, Any], Any], None]:
    def change(row: dict[str, Any], value: Any) -> None:
        place: Any = row
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


REFUSED = [
    (put("extra"), 1),
    (put("article"), {"id": "a"}),
    (put("article", "id"), ""),
    (put("article", "text"), " \n"),
    (put("article", "text"), None),
    (put("article", "published"), "14.11.2015"),
    (put("mentions", 0, "start"), -1),
    (put("mentions", 0, "form"), "nickname"),
    (put("mentions", 0, "start"), "0"),
    (put("entities", 0, "types"), []),
    (put("entities", 0, "types"), ["Person"]),
    (put("entities", 0, "iri"), "obama"),
    (put("entities", 0, "aliases"), "Obama"),
    (put("claims", 0, "predicate"), "spokeWith"),
    (put("claims", 0, "object"), 7),
    (put("claims", 0, "polarity"), "maybe"),
    (put("claims", 0, "modality"), "planned?"),
    (put("claims", 0, "time"), "last week"),
    (put("claims", 0, "confidence"), 1.1),
    (put("claims", 0, "evidence"), {"start": 0}),
    (put("claims", 0), {}),
    (put("triples", 0, "confidence"), None),
    (put("triples", 0, "subjectEntity"), 3),
]


@pytest.mark.parametrize(("change", "value"), REFUSED, ids=lambda part: None if callable(part) else repr(part))
def test_schema_and_reader_refuse(change: Callable[[dict[str, Any], Any], None], value: Any) -> None:
    row = copy.deepcopy(SAMPLE.to_dict())
    change(row, value)
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(row)
    if "extra" not in row:
        with pytest.raises(InputError, match="line 1"):
            to_extraction(row, "line 1")
