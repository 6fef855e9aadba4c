"""Parts of the graph: the claims and entities that somebody asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import cache
from typing import TypedDict, Unpack

from kg.analyse.naming import DENIED, OPEN_RELATION, check_names, find_sources, shipped
from kg.analyse.plain import local_name
from kg.model import Polarity
from kg.store.records import ArticleRecord, ClaimRecord, GraphRecords


class Filters(TypedDict, total=False):
    """The options of `select`; what is None or not given takes in everything.

    relations: CURIEs, or names without prefix.
    classes: CURIEs, or names without prefix; a claim stays when its subject is of one of
        them, and its object too where that is an entity.
    articles: IRIs or ids of articles.
    since: first day; a claim without a time of its own counts by its article's date.
    until: last day; a date of coarser grain ("2015-11") means the whole of it.
    min_confidence: between 0 and 1.
    modalities: among "actual", "planned", "possible", "required", "conditional", all of what is affirmed, and
        "denied".
    sources: publishers of articles, or whom the articles quote (names, aliases or IRIs): who says so.
    direct_only: leaves out what is denied, planned, possible, required or conditional.
    include_open: takes in open triples.
    """

    relations: Collection[str] | None
    classes: Collection[str] | None
    articles: Collection[str] | None
    since: date | str | None
    until: date | str | None
    min_confidence: float
    modalities: Collection[str] | None
    sources: Collection[str] | None
    direct_only: bool
    include_open: bool


NARROWING = ("relations", "articles", "modalities", "sources", "since", "until")


def select(records: GraphRecords, **filters: Unpack[Filters]) -> GraphRecords:
    """The records that pass every filter, claims and entities in the order of their IRIs.

    An entity without claims stays unless something other than its class decided.

    Args:
        records: the whole graph.
        filters: those of `Filters`.

    Raises:
        QueryError: there is no such relation, class, article or source, neither in the graph nor in the
            shipped ontology.
    """
    classes = filters.get("classes")
    check_names(records, filters.get("relations"), classes, filters.get("articles"), filters.get("modalities"))
    entities = {iri: entity for iri, entity in sorted(records.entities.items()) if _is_among(entity.types, classes)}
    passes = _test(records, filters)
    told = (claim for claim in sorted(records.claims, key=lambda claim: claim.iri) if passes(claim))
    claims = tuple(_without_mirrored(c for c in told if classes is None or all(end in entities for end in ends(c))))
    is_narrowed = filters.get("direct_only") or filters.get("min_confidence", 0.0) > 0
    if is_narrowed or any(filters.get(name) is not None for name in NARROWING):
        used = {end for claim in claims for end in ends(claim)}
        entities = {iri: entity for iri, entity in entities.items() if iri in used}
    return GraphRecords(entities, dict(sorted(records.articles.items())), claims)


def _test(records: GraphRecords, filters: Filters) -> Callable[[ClaimRecord], bool]:
    """Whether a claim passes all filters but that of classes."""
    relations, modalities, wanted = filters.get("relations"), filters.get("modalities"), filters.get("articles")
    least, names = filters.get("min_confidence", 0.0), filters.get("sources")
    sources = None if names is None else find_sources(records, names)
    period = _period(filters.get("since"), filters.get("until"))

    def passes(claim: ClaimRecord) -> bool:
        article = records.articles.get(claim.article)
        return (
            (claim.predicate != OPEN_RELATION or filters.get("include_open", False))
            and (claim.is_direct or not filters.get("direct_only"))
            and not claim.confidence < least
            and _is_among((claim.predicate,), relations)
            and (modalities is None or sort_of(claim) in modalities)
            and (sources is None or _says_so(claim, article, sources))
            and _is_from(claim.article, article, wanted)
            and (period is None or _is_within(claim, article, period))
        )

    return passes


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
def _symmetric() -> frozenset[str]:
    relations = shipped().relations.values()
    return frozenset(r.curie for r in relations if r.is_symmetric and r.event is None)


def sort_of(claim: ClaimRecord) -> str:
    """How real it is what a claim says: its modality, or "denied"."""
    return DENIED if claim.polarity is Polarity.NEGATED else claim.modality.value


def _says_so(claim: ClaimRecord, article: ArticleRecord | None, wanted: Collection[str]) -> bool:
    return claim.attributed_to in wanted or (article is not None and article.publisher in wanted)


def ends(claim: ClaimRecord) -> tuple[str, ...]:
    """The entities that the claim connects: its subject if it is known, and its object unless that is a literal."""
    if claim.is_agentless:
        return () if claim.object is None else (claim.object,)
    return (claim.subject,) if claim.object is None else (claim.subject, claim.object)


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
