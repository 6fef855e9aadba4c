"""The extraction format: its JSON Schema ships with the package, and what is read holds to it."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from kg.build import extractions
from kg.model import Extraction
from kg.read import read

from .store.extractions import extraction

ARTICLES = Path(__file__).parent.parent / "notebooks" / "articles"
SCHEMA = json.loads((resources.files("kg") / "extraction.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def samples() -> list[Extraction]:
    return list(extractions(read(ARTICLES)))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_samples_hold_to_it(samples: list[Extraction]) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for made in [*samples, extraction()]:
        validator.validate(made.to_dict())


def test_there_and_back(samples: list[Extraction]) -> None:
    for made in [*samples, extraction()]:
        assert Extraction.from_dict(json.loads(json.dumps(made.to_dict()))) == made


def test_references_and_offsets_hold(samples: list[Extraction]) -> None:
    for made in samples:
        text, ids = made.article.text, {entity.id for entity in made.entities}
        assert len(ids) == len(made.entities)
        assert len({claim.id for claim in made.claims}) == len(made.claims)
        assert all(text[m.start : m.end] == m.text and m.entity in ids for m in made.mentions)
        for claim in made.claims:
            named = {claim.subject, claim.attributed_to, claim.place}
            named |= {claim.object} if isinstance(claim.object, str) else set()
            assert named - {None} <= ids
            assert text[claim.evidence.start : claim.evidence.end].strip()


@pytest.mark.parametrize("change", [{"claims": [{}]}, {"mentions": [{"start": -1}]}, {"extra": 1}])
def test_the_schema_refuses(change: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**extraction().to_dict(), **change}, SCHEMA)
