"""The extraction floors on the project's own gold; they may only rise."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from kg.build import extractions
from kg.ontology import Ontology
from kg.read import read

from .gold import load_all
from .scoring import Score, score, total

HERE = Path(__file__).parent
ARTICLES = HERE.parent.parent / "notebooks" / "articles"
FLOORS = {"precision": 0.62, "recall": 0.54, "f1": 0.58}
CIRCUMSTANCES = {"certainty": 0.95, "source": 0.87, "time": 0.5}


@cache
def scores() -> dict[str, Score]:
    ontology = Ontology.load()
    found = {re.sub(r"-[0-9a-f]{8}$", "", e.article.id): e for e in extractions(read(ARTICLES))}
    texts = {name: extraction.article.text for name, extraction in found.items()}
    names = {curie.partition(":")[2] for curie in ontology.relations}
    gold = load_all(HERE, texts=texts, relations=names)
    return {name: score(found[name], rows, ontology) for name, rows in gold.items()}


@pytest.mark.parametrize(("measure", "floor"), FLOORS.items())
def test_claims(measure: str, floor: float) -> None:
    assert getattr(total(scores()), measure) >= floor


@pytest.mark.parametrize(("measure", "floor"), CIRCUMSTANCES.items())
def test_circumstances(measure: str, floor: float) -> None:
    result = total(scores())
    of = result.dated if measure == "time" else result.found
    assert getattr(result, measure) / of >= floor


def test_every_article_is_read() -> None:
    assert len(scores()) >= 18
    assert all(result.found for result in scores().values())
