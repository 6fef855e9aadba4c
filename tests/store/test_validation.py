from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.model import Evidence, Extraction
from kg.ontology import folder
from kg.store import GraphStore, validate
from kg.store import vocabulary as v
from tests.store.extractions import ENTITIES, MET, extraction, later

SHAPES = folder() / "shapes.ttl"


def checked(*extractions: Extraction) -> tuple[bool, str]:
    with GraphStore.open(None) as store:
        store.add_all(extractions)
        return validate(store, SHAPES)


ODD = replace(later(), article=replace(later().article, id="<odd> \u202e"))


@pytest.mark.parametrize(
    "extractions",
    [
        (),
        (extraction(), later()),
        (extraction(mentions=()),),
        (ODD,),
    ],
    ids=["empty", "two articles", "claim without object", "odd id"],
)
def test_what_the_store_writes_conforms(extractions: tuple[Extraction, ...]) -> None:
    conforms, report = checked(*extractions)
    assert conforms, report


@pytest.mark.parametrize(
    ("extraction", "message"),
    [
        (extraction(claims=(replace(MET, time="Friday"),)), "time is a date, a month, a year"),
        (extraction(claims=(replace(MET, evidence=Evidence(5, 5)),), triples=()), "one text position"),
        (extraction(entities=(replace(ENTITIES[0], types=()), *ENTITIES[1:])), "label and a type"),
        (extraction(entities=(replace(ENTITIES[0], label=""), *ENTITIES[1:])), "label"),
    ],
    ids=["time", "evidence", "type", "label"],
)
def test_what_is_not_as_it_should_be_is_reported(extraction: Extraction, message: str) -> None:
    conforms, report = checked(extraction)
    assert not conforms
    assert message in report


@pytest.mark.parametrize(
    "predicate", [v.POLARITY, v.MODALITY, v.SUBJECT, v.PREDICATE, v.CONFIDENCE, v.DERIVED, v.TARGET]
)
def test_a_claim_that_lacks_something_is_reported(predicate: ox.NamedNode) -> None:
    with GraphStore.open(None) as store:
        store.add(later())
        (quad,) = store.quads.quads_for_pattern(None, predicate, None)
        store.quads.remove(quad)
        assert not validate(store, SHAPES)[0]


@pytest.mark.parametrize(
    "write",
    [lambda path: None, lambda path: path.write_text("@prefix"), lambda path: path.mkdir()],
    ids=["missing", "no Turtle", "folder"],
)
def test_shapes_that_cannot_be_read_are_named(tmp_path: Path, write: Callable[[Path], object]) -> None:
    write(tmp_path / "shapes.ttl")
    with GraphStore.open(None) as store, pytest.raises(StoreError, match=r"shapes\.ttl") as caught:
        validate(store, tmp_path / "shapes.ttl")
    assert "\n" not in str(caught.value)
