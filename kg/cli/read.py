"""Commands that put articles into a graph and take them back: build, remove."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, TaskID

from kg.analyse import OPEN_RELATION, counts
from kg.build import DEFAULT_MODEL
from kg.cli.console import err, error, many, note, outcome, progress, settings, table
from kg.cli.options import Base, Day, Directory, Inputs, Known, Model, OntologyFiles, Publisher, Workers
from kg.graph import KnowledgeGraph
from kg.graph import build as build_graph
from kg.read import count
from kg.store import ClaimRecord


def build(
    inputs: Inputs,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where the graph lies or is made.")],
    model: Model = DEFAULT_MODEL,
    workers: Workers = 1,
    ontology: OntologyFiles = None,
    kb: Known = None,
    date: Day = None,
    publisher: Publisher = None,
    base: Base = None,
    infer: Annotated[
        bool, typer.Option("--infer", help="Also write what follows from the articles (see kg infer).")
    ] = False,
) -> None:
    """Read articles into DIR: the store, graph.ttl, graph.trig and graph.html. Again: only what is new.

    Example: kg build notebooks/articles -o out

    Example: kg build news.rss crawl.warc.gz https://example.org/2015/summit.html -o out
    """
    with progress() as bar:
        task = bar.add_task("reading", total=None if bar.disable else count(inputs))
        graph = build_graph(
            inputs,
            output,
            model=model,
            workers=workers,
            ontology=ontology or (),
            known=kb or (),
            published=date.date() if date else None,
            publisher=publisher,
            base=base,
            infer=infer,
            progress=lambda article, extraction: _advance(bar, task),
        )
    with graph:
        for failure in graph.report.failed:
            error(str(failure))
        _summary(graph, output)
        if graph.report.known and (ontology or kb):
            note("What was known already was not read again: for another --ontology or --kb take a new folder.")
    if graph.report.failed:
        raise typer.Exit(1)


def _advance(bar: Progress, task: TaskID) -> None:
    """One article further; after the last one the files are written."""
    bar.advance(task)
    if bar.tasks[task].finished:
        bar.update(task, description="writing")


def _summary(graph: KnowledgeGraph, output: Path) -> None:
    records, held = graph.records, counts(graph.records)
    names = {iri: entity.name for iri, entity in records.entities.items()}
    told = ((held.articles, "article"), (held.entities, "entity"), (held.posts, "post"), (held.claims, "claim"))
    others = many(held.open_triples, "open triple")
    note(f"{outcome(graph.report, 'read')} · {', '.join(many(*count) for count in told)} and {others} in {output}")
    if settings.quiet:
        return
    rows = _strongest(records.claims, names, graph.ontology.labels)
    if not rows:
        return
    err.print(table(None, ("subject", "relation", "object", "sentences", "sure"), rows, numbers=("sentences", "sure")))
    note(f"Look at {output / 'graph.html'}")


def _strongest(
    claims: Iterable[ClaimRecord], names: Mapping[str, str], labels: Mapping[str, str]
) -> list[tuple[str, ...]]:
    """The ten direct claims that the most sentences state, one for each two; of equals the rarer relation."""
    stated: dict[tuple[str, str, str], list[ClaimRecord]] = defaultdict(list)
    for claim in claims:
        is_telling = claim.predicate not in (OPEN_RELATION, "kgo:holdsPosition") and not claim.is_agentless
        if claim.is_direct and claim.object in names and is_telling:
            stated[claim.subject, claim.predicate, claim.object or ""].append(claim)
    common = Counter(predicate for _, predicate, _ in stated)
    ranked = sorted(stated, key=lambda key: (-len(stated[key]), common[key[1]], -_sure(stated[key]), key))
    best = {frozenset((source, target)): (source, predicate, target) for source, predicate, target in reversed(ranked)}
    chosen = set(best.values())
    top = [key for key in ranked if key in chosen][:10]
    words = ((names.get(a, ""), labels.get(relation, relation), names.get(b, "")) for a, relation, b in top)
    return [(*said, str(len(stated[k])), f"{_sure(stated[k]):.2f}") for said, k in zip(words, top, strict=True)]


def _sure(claims: Iterable[ClaimRecord]) -> float:
    return max(claim.confidence for claim in claims)


def remove(
    directory: Directory,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE…", help="Ids of articles.")],
) -> None:
    """Take back all that some articles said, and only that, and write the files of DIR anew.

    Example: kg remove out summit-1a2b3c4d
    """
    with KnowledgeGraph.open(directory) as graph:
        removed = graph.remove_all(articles)
        graph.write_files(directory)
    missing = [article for article in articles if article not in removed]
    for article in missing:
        error(f"{article}: no article of {directory} has this id")
    note(f"{many(len(removed), 'article')} removed")
    if missing:
        raise typer.Exit(1)
