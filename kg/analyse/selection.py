"""Parts of the graph: the claims and entities that somebody asked for."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache
from typing import TypedDict

from kg.analyse.plain import local_name, plain
from kg.errors import QueryError
from kg.ontology import Ontology
from kg.store.records import ArticleRecord, ClaimRecord, EntityRecord, GraphRecords

OPEN_RELATION = "kgo:relatedTo"
"""The relation of open triples, which are in no ontology."""


class Filters(TypedDict, total=False):
    """The options of `select`, for functions that hand them on."""

    relations: Collection[str] | None
    classes: Collection[str] | None
    articles: Collection[str] | None
    since: date | str | None
    until: date | str | None
    min_confidence: float
    direct_only: bool
    include_open: bool


def select(
    records: GraphRecords,
    *,
    relations: Collection[str] | None = None,
    classes: Collection[str] | None = None,
    articles: Collection[str] | None = None,
    since: date | str | None = None,
    until: date | str | None = None,
    min_confidence: float = 0.0,
    direct_only: bool = False,
    include_open: bool = False,
) -> GraphRecords:
    """The records that pass every filter, claims and entities in the order of their IRIs.

    Args:
        records: the whole graph.
        relations: CURIEs, or names without prefix; None for all.
        classes: CURIEs, or names without prefix; a claim stays when its subject is of one of
            them, and its object too where that is an entity.
        articles: IRIs or ids of articles.
        since: first day; a claim without a time of its own counts by its article's date.
        until: last day; a date of coarser grain ("2015-11") means the whole of it.
        min_confidence: between 0 and 1.
        direct_only: leaves out what is denied, planned, possible, required or conditional.
        include_open: takes in open triples.

    An entity without claims stays unless something other than its class decided.

    Raises:
        QueryError: there is no such relation, class or article, neither in the graph nor in the shipped ontology.
    """
    _check_names(records, relations, classes, articles)
    entities = {iri: entity for iri, entity in sorted(records.entities.items()) if _is_among(entity.types, classes)}
    period = _period(since, until)
    claims = tuple(
        claim
        for claim in sorted(records.claims, key=lambda claim: claim.iri)
        if (include_open or claim.predicate != OPEN_RELATION)
        and (claim.is_direct or not direct_only)
        and not claim.confidence < min_confidence
        and _is_among((claim.predicate,), relations)
        and _is_from(claim.article, records.articles.get(claim.article), articles)
        and (period is None or _is_within(claim, records.articles.get(claim.article), period))
        and (classes is None or all(end in entities for end in ends(claim)))
    )
    if direct_only or min_confidence > 0 or any(x is not None for x in (relations, articles, period)):
        used = {end for claim in claims for end in ends(claim)}
        entities = {iri: entity for iri, entity in entities.items() if iri in used}
    return GraphRecords(entities, dict(sorted(records.articles.items())), tuple(_without_mirrored(claims)))


def _check_names(
    records: GraphRecords,
    relations: Collection[str] | None,
    classes: Collection[str] | None,
    articles: Collection[str] | None,
) -> None:
    terms = _shipped()
    used = {claim.predicate for claim in records.claims} if relations else set()
    types = {type_ for entity in records.entities.values() for type_ in entity.types} if classes else set()
    ids = {article.id for article in records.articles.values()} if articles else set()
    _check("relation", relations, used | set(terms.relations) | {OPEN_RELATION})
    _check("class", classes, types | set(terms.parents))
    _check("article", articles, ids | set(records.articles))


def _check(kind: str, wanted: Collection[str] | None, known: set[str]) -> None:
    names = known | {local_name(term) for term in known}
    for name in wanted or ():
        if name not in names:
            choices = sorted({local_name(term) for term in known})
            near = [choice for choice in choices if name.casefold() in choice.casefold()]
            near = near or difflib.get_close_matches(plain(name), choices, n=3, cutoff=0.6)
            hint = f": did you mean {' or '.join(map(plain, near[:3]))}?" if near else ""
            raise QueryError(f"no {kind} {plain(name)!r} in this graph{hint}")


def _without_mirrored(claims: Iterable[ClaimRecord]) -> Iterator[ClaimRecord]:
    """The claims, of spouses, siblings and allies only one of the two that say it of each."""
    seen: set[tuple[object, ...]] = set()
    for claim in claims:
        if claim.predicate in _symmetric() and claim.object is not None:
            place = (claim.article, claim.start, claim.end, claim.polarity, claim.modality, claim.phrase)
            if (claim.object, claim.subject, claim.predicate, *place) in seen:
                continue
            seen.add((claim.subject, claim.object, claim.predicate, *place))
        yield claim


@cache
def _shipped() -> Ontology:
    return Ontology.load()


@cache
def _symmetric() -> frozenset[str]:
    relations = _shipped().relations.values()
    return frozenset(r.curie for r in relations if r.is_symmetric and r.event is None)


def ends(claim: ClaimRecord) -> tuple[str, ...]:
    """The entities that the claim connects: its subject if it is known, and its object unless that is a literal."""
    if claim.is_agentless:
        return () if claim.object is None else (claim.object,)
    return (claim.subject,) if claim.object is None else (claim.subject, claim.object)


def find_entity(records: GraphRecords, name: str) -> str:
    """The IRI of the entity with this IRI, label or alias; of namesakes the one with most claims.

    Raises:
        QueryError: nothing in the graph is called so.
    """
    if name in records.entities:
        return name
    found = [entity for entity in records.entities.values() if _is_called(entity, name)]
    if not found:
        raise QueryError(f"no entity of the graph is called {plain(name)!r}{_nearest(records, name)}")
    counts = {entity.iri: 0 for entity in found}
    for claim in records.claims:
        for end in ends(claim):
            if end in counts:
                counts[end] += 1
    return min(counts, key=lambda iri: (-counts[iri], iri))


def _nearest(records: GraphRecords, name: str) -> str:
    """The labels most like a name, as a question."""
    labels = {entity.label.casefold(): entity.label for entity in records.entities.values()}
    near = difflib.get_close_matches(name.casefold(), labels, n=3, cutoff=0.6)
    return f": did you mean {' or '.join(plain(labels[label]) for label in near)}?" if near else ""


def _is_called(entity: EntityRecord, name: str) -> bool:
    wanted = name.casefold()
    return any(wanted == known.casefold() for known in (entity.label, *entity.aliases, local_name(entity.iri)))


def _is_among(terms: Iterable[str], wanted: Collection[str] | None) -> bool:
    return wanted is None or any(term in wanted or local_name(term) in wanted for term in terms)


def _is_from(iri: str, article: ArticleRecord | None, wanted: Collection[str] | None) -> bool:
    return wanted is None or iri in wanted or (article is not None and article.id in wanted)


def _period(since: date | str | None, until: date | str | None) -> tuple[str, str] | None:
    if since is None and until is None:
        return None
    return _first_day(str(since or "")), _last_day(str(until or "9999"))


def _is_within(claim: ClaimRecord, article: ArticleRecord | None, period: tuple[str, str]) -> bool:
    published = article.published.isoformat() if article and article.published else ""
    first, _, last = (claim.time or published).partition("/")
    if not first and not last:
        return False
    return _first_day(first) <= period[1] and _last_day(last or first) >= period[0]


def _first_day(time: str) -> str:
    return (time[:10] + "-01-01"[len(time[:10]) - 4 :])[:10] if len(time) >= 4 else "0000-01-01"


def _last_day(time: str) -> str:
    return (time[:10] + "-12-31"[len(time[:10]) - 4 :])[:10] if len(time) >= 4 else "9999-12-31"
