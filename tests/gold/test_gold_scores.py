"""The extraction floors on the project's own gold; they may only rise.

The articles of `aside` are never read while rules are written: they tell whether what was learnt is general.
"""

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
SETS = {
    "samples": (HERE.parent.parent / "notebooks" / "articles", HERE),
    "aside": (HERE / "aside" / "articles", HERE / "aside"),
}
FLOORS = {
    "samples": {"precision": 0.63, "recall": 0.55, "f1": 0.59, "certainty": 0.95, "source": 0.88, "time": 0.53},
    "aside": {"precision": 0.63, "recall": 0.57, "f1": 0.61, "certainty": 0.93, "source": 0.87, "time": 0.55},
}
FOUND = ("certainty", "source")


@cache
def scores(name: str) -> dict[str, Score]:
    articles, folder = SETS[name]
    ontology = Ontology.load()
    found = {re.sub(r"-[0-9a-f]{8}$", "", e.article.id): e for e in extractions(read(articles))}
    texts = {article: extraction.article.text for article, extraction in found.items()}
    names = {curie.partition(":")[2] for curie in ontology.relations}
    gold = load_all(folder, texts=texts, relations=names)
    return {article: score(found[article], rows, ontology) for article, rows in gold.items()}


@pytest.mark.parametrize(("name", "measure"), [(name, m) for name, floors in FLOORS.items() for m in floors])
def test_floor(name: str, measure: str) -> None:
    result = total(scores(name))
    value = getattr(result, measure)
    if measure in FOUND:
        value /= result.found
    elif measure == "time":
        value /= result.dated
    assert value >= FLOORS[name][measure]


@pytest.mark.parametrize(("name", "least"), [("samples", 18), ("aside", 14)])
def test_every_article_is_read(name: str, least: int) -> None:
    assert len(scores(name)) >= least
    assert all(result.found for result in scores(name).values())
