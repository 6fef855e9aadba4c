"""The extraction floors on the project's own gold, judged by `kg.evaluate`; they may only rise.

The articles of `aside` are never read while rules are written: they tell whether what was learnt is general.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kg import evaluate
from kg.build import extractions
from kg.evaluate import Report
from kg.model import Extraction
from kg.ontology import Ontology
from kg.read import read

from .gold import load_all, to_extraction

HERE = Path(__file__).parent
SETS = {
    "samples": (HERE.parent.parent / "notebooks" / "articles", HERE),
    "aside": (HERE / "aside" / "articles", HERE / "aside"),
}
PARTIAL = ("holdsPosition", "announced", "declared")
FLOORS = {
    "samples": {"precision": 0.84, "recall": 0.775, "f1": 0.81, "certainty": 0.99, "source": 0.98, "time": 0.84},
    "aside": {"precision": 0.81, "recall": 0.75, "f1": 0.78, "certainty": 0.985, "source": 0.98, "time": 0.87},
}


def with_agents(extraction: Extraction) -> Extraction:
    """The extraction without what somebody unknown did, of which the gold has no rows."""
    unknown = {e.id for e in extraction.entities if "kgo:Unknown" in e.types}
    return replace(extraction, claims=tuple(c for c in extraction.claims if c.subject not in unknown))


@cache
def report(name: str) -> Report:
    """How the program's own reading of a set of articles agrees with their gold."""
    articles, folder = SETS[name]
    ontology = Ontology.load()
    found = {re.sub(r"-[0-9a-f]{8}$", "", e.article.id): with_agents(e) for e in extractions(read(articles))}
    texts = {stem: extraction.article.text for stem, extraction in found.items()}
    names = {curie.partition(":")[2] for curie in ontology.relations}
    rows = load_all(folder, texts=texts, relations=names)
    gold = [to_extraction(claims, found[stem].article, ontology) for stem, claims in rows.items()]
    return evaluate(gold, found.values(), partial=PARTIAL)


@pytest.mark.parametrize(("name", "measure"), [(name, m) for name, floors in FLOORS.items() for m in floors])
def test_floor(name: str, measure: str) -> None:
    result = report(name)
    circumstance = result.totals.get(measure)
    value = circumstance.share if circumstance else getattr(result.counts, measure)
    assert value >= FLOORS[name][measure]


@pytest.mark.parametrize(("name", "least"), [("samples", 18), ("aside", 14)])
def test_every_article_is_read(name: str, least: int) -> None:
    result = report(name)
    assert len(result.articles) >= least
    assert all(counts.found for counts in result.articles.values())
    assert (result.missing, result.ignored, result.differing) == ((), (), ())
