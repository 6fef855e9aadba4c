"""`evaluate`: a prediction judged against the gold, article by article."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.judgement import Judgement, judge
from kg.evaluate.match import Aspect
from kg.evaluate.mistakes import mistakes
from kg.evaluate.reliability import calibration
from kg.evaluate.report import Report, Total
from kg.evaluate.scores import Counts, by_relation, intervals
from kg.model import Article, Extraction
from kg.ontology import Ontology
from kg.read import read

RESAMPLES = 1000
Extractions = str | Path | Iterable[Extraction]


def evaluate(
    gold: Extractions,
    predicted: Extractions,
    *,
    ontology: Iterable[str | Path] = (),
    partial: Iterable[str] = (),
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Report:
    """How predicted claims agree with gold claims: precision, recall, F1, calibration, and every mistake.

    Args:
        gold: a file of extraction lines, as `kg extract` prints them, or the extractions themselves.
        predicted: the same; articles are told by their ids.
        ontology: Turtle files on top of the shipped ontology.
        partial: relations ("kgo:announced" or "announced") that the gold does not hold in full; a claim of these
            that it lacks counts neither as right nor as false.
        resamples: how often the articles are drawn anew for the intervals.
        seed: of the draws.

    Raises:
        InputError: a file that cannot be read, a row that is no extraction, or an article that stands there twice.
        OntologyError: an ontology file is unusable.
    """
    wanted, known = _by_article(gold, "the gold"), Ontology.load(ontology)
    found = _by_article(predicted, "the prediction")
    unsure = frozenset(name if ":" in name else f"kgo:{name}" for name in partial)
    judgements = [
        judge(extraction, found.get(id_, Extraction(extraction.article)), known, partial=unsure)
        for id_, extraction in wanted.items()
    ]
    return Report(
        articles={judgement.gold.article.id: Counts.of(judgement) for judgement in judgements},
        relations=by_relation(judgements),
        totals={aspect: _total(judgements, aspect, resamples, seed) for aspect in Aspect},
        calibration=calibration((v.claim.confidence, bool(v.right_in)) for j in judgements for v in j.claimed),
        mistakes=tuple(mistakes(judgements)),
        missing=tuple(id_ for id_ in wanted if id_ not in found),
        ignored=tuple(id_ for id_ in found if id_ not in wanted),
        differing=tuple(j.gold.article.id for j in judgements if j.gold.article.text != j.predicted.article.text),
    )


def _total(judgements: list[Judgement], aspect: Aspect, resamples: int, seed: int) -> Total:
    counts = [Counts.of(judgement, aspect) for judgement in judgements]
    told = [
        verdict
        for judgement in judgements
        for verdict in judgement.found
        if verdict.right_in and (aspect is not Aspect.TIME or verdict.claim.time)
    ]
    return Total(
        counts=sum(counts, Counts()),
        intervals=intervals(counts, resamples=resamples, seed=seed),
        kept=sum(aspect in verdict.right_in for verdict in told),
        told=len(told),
    )


def _by_article(source: Extractions, name: str) -> dict[str, Extraction]:
    """The extractions by the id of their article; `name` is that of a source that is no file."""
    items: Iterable[Article | Extraction]
    if isinstance(source, str | Path):
        name, items = str(source), read([source])
    else:
        items = source
    found: dict[str, Extraction] = {}
    for item in items:
        if isinstance(item, Article):
            raise InputError(name, f"article {item.id!r} is no extraction: kg extract makes them")
        if item.article.id in found:
            raise InputError(name, f"article {item.article.id!r} stands there twice")
        found[item.article.id] = item
    return found
