"""One page on a person, an organisation, a place or an event: its facts with their sentences, events, neighbours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Unpack

import jinja2

from kg.analyse.naming import OPEN_RELATION, find_entity
from kg.analyse.plain import clip
from kg.analyse.projection import is_post, kind_of
from kg.analyse.selection import Filters, ends, select
from kg.store.records import ClaimRecord, GraphRecords
from kg.view.cards import NAME_LENGTH, Cards, share
from kg.view.files import style, templates
from kg.view.lanes import drawing
from kg.view.scene import AGENT, ROOT
from kg.view.sentences import told
from kg.view.timeline import timeline

NEIGHBOURS, CLAIMS_A_RELATION, ALIASES, LANES = 24, 30, 40, 8
WEB = ("http://", "https://")


def report_page(records: GraphRecords, entity: str, **options: Any) -> str:
    """The report as one HTML page without scripts, fit for print; arguments and errors are those of `reported`."""
    picture = reported(records, entity, **options)
    environment: jinja2.Environment = templates()
    page_style = style("matrix.css", "timeline.css", "report.css")
    return environment.get_template("report.html.jinja").render(**picture, style=page_style)


def reported(
    records: GraphRecords,
    entity: str,
    *,
    labels: Mapping[str, str] | None = None,
    symmetric: Collection[str] = (),
    **filters: Unpack[Filters],
) -> dict[str, Any]:
    """What a report shows, as plain data.

    Args:
        entity: an IRI, a label or an alias.
        labels: words for relations and classes.
        symmetric: relations whose direction says nothing.

    Raises:
        QueryError: nothing in the graph is called so.
    """
    iri = find_entity(records, entity)
    part = select(records, **filters)
    claims = [claim for claim in part.claims if iri in ends(claim)]
    about = replace(part, claims=tuple(claims))
    known, cards = records.entities[iri], Cards(records, labels or {})
    lanes = drawing(timeline(about, actors=LANES), cards)
    for mark in lanes["marks"]:
        mark["anchor"] = "events"
    return {
        "title": cards.name(iri),
        "kind": kind_of(known.types),
        "types": [cards.term(type_) for type_ in known.types if type_ not in (ROOT, AGENT)],
        "aliases": [clip(alias, NAME_LENGTH) for alias in known.aliases[:ALIASES]],
        "links": [clip(link, 500) for link in known.same_as if link.startswith(WEB)],
        "iri": clip(iri, 500),
        "count": len(claims),
        "articles": len({claim.article for claim in claims}),
        "picture": lanes,
        "relations": _relations(claims, iri, cards, symmetric),
        "events": [told(claim, cards) for claim in _dated(claims)],
        "neighbours": _neighbours(claims, iri, cards),
        "sources": _sources(claims, cards),
        "disputes": _disputes(claims, cards),
    }


def _relations(claims: list[ClaimRecord], iri: str, cards: Cards, symmetric: Collection[str]) -> list[dict[str, Any]]:
    """The claims by relation and direction, what is said most often first."""
    grouped: dict[tuple[str, bool], list[ClaimRecord]] = defaultdict(list)
    for claim in claims:
        if claim.predicate != OPEN_RELATION:
            is_subject = claim.subject == iri or claim.predicate in symmetric
            grouped[claim.predicate, is_subject].append(claim)
    ranked = sorted(grouped.items(), key=lambda item: (-len(item[1]), item[0]))
    found = []
    for (predicate, is_subject), said in ranked:
        best = sorted(said, key=lambda claim: (-share(claim.confidence), claim.iri))[:CLAIMS_A_RELATION]
        rows = [told(claim, cards) for claim in best]
        name = cards.term(predicate)
        found.append(
            {
                "name": name if is_subject else f"… {name} {cards.name(iri)}",
                "count": len(said),
                "is_event": any(row["quad"] for row in rows),
                "claims": rows,
                "facts": _facts(rows),
                "more": max(len(said) - CLAIMS_A_RELATION, 0),
            }
        )
    return found


def _facts(rows: list[dict[str, str]]) -> list[dict[str, Any]]:
    """What is said, once, with each sentence that says it; a sentence that an article repeats counts once, too."""
    facts: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        fact = facts.setdefault((row["said"], row["held"]), {**row, "sentences": {}})
        fact["sentences"].setdefault((row["quote"], row["article"], row["by"]), row)
    return [fact | {"sentences": list(fact["sentences"].values())} for fact in facts.values()]


def _dated(claims: list[ClaimRecord]) -> list[ClaimRecord]:
    timed = [claim for claim in claims if claim.time and claim.predicate != OPEN_RELATION]
    return sorted(timed, key=lambda claim: (claim.time or "", claim.iri))


def _neighbours(claims: list[ClaimRecord], iri: str, cards: Cards) -> list[dict[str, Any]]:
    """Who it is told of with, by number of claims; `share` of the greatest number for a bar."""
    counts = Counter(other for claim in claims for other in ends(claim) if other != iri and _is_told(other, cards))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], cards.name(item[0])))[:NEIGHBOURS]
    most = max(counts.values(), default=1)
    return [{"name": cards.name(other), "count": count, "share": round(100 * count / most)} for other, count in ranked]


def _is_told(iri: str, cards: Cards) -> bool:
    """Whether it is somebody or something, not a post."""
    entity = cards.records.entities.get(iri)
    return entity is None or not is_post(entity.types)


def _sources(claims: list[ClaimRecord], cards: Cards) -> list[dict[str, Any]]:
    counts = Counter(claim.attributed_to for claim in claims if claim.attributed_to)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], cards.name(str(item[0]))))
    return [{"name": cards.name(str(iri)), "count": count} for iri, count in ranked[:NEIGHBOURS]]


def _disputes(claims: list[ClaimRecord], cards: Cards) -> list[dict[str, Any]]:
    """Triples that one claim states as a fact and another denies."""
    grouped: dict[tuple[str, ...], list[ClaimRecord]] = defaultdict(list)
    for claim in claims:
        if claim.predicate != OPEN_RELATION:
            grouped[claim.subject, claim.predicate, claim.object or claim.value or ""].append(claim)
    both = [said for said in grouped.values() if len({claim.polarity for claim in said}) > 1]
    return [{"claims": [told(claim, cards) for claim in said]} for said in both]
