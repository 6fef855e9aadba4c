"""The page of a thing: what the graph says of an entity, an article, a claim, with the claims and their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

import pyoxigraph as ox

from kg.query.lookup import subjects, values
from kg.serve.desk import Desk
from kg.serve.shown import classes, existing, href, label, link, page, text, word
from kg.store import vocabulary as v

MOST_READ, MOST_CLAIMS, MOST_ARTICLES = 2_000, 200, 100
NAMED = frozenset({v.TYPE, v.LABEL, v.ALT_LABEL, v.SAME_AS, v.BODY, v.MENTIONS, v.HEADLINE, v.PUBLISHED, v.PUBLISHER})
"""What has a place of its own on the page."""
Facts = Mapping[ox.NamedNode, list[Any]]


def node(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """What the graph says of a node, and for an entity or article its claims with their sentences."""
    iri = request["iri"]
    subject = existing(desk.store, iri)
    facts, inferred = _facts(desk, subject), _facts(desk, subject, inferred=True)
    types = facts.get(v.TYPE, [])
    is_article, is_claim = v.ARTICLE in types, v.CLAIM in types
    is_entity = not (is_article or is_claim) and v.LABEL in facts
    is_inference = v.INFERENCE in inferred.get(v.TYPE, [])
    kind, names = classes(value.value for value in types)
    found = _claims(desk, subject, is_article) if is_article or is_entity else [subject] if is_claim else []
    claims = sorted((_claim(desk, claim) for claim in found), key=lambda claim: claim["order"])
    return page(
        "node.html",
        iri=iri,
        path=href(desk, iri),
        label=label(desk.store, subject),
        kind=kind,
        classes=["claim"] if is_claim else ["article"] if is_article else ["inference"] if is_inference else names,
        aliases=_texts(facts, v.ALT_LABEL),
        published=_first(facts, v.PUBLISHED),
        publisher=_first(facts, v.PUBLISHER),
        same=[link(desk, value) for value in facts.get(v.SAME_AS, [])],
        facts=_told(desk, facts, is_claim),
        inferred=_told(
            desk, {role: [one for one in told if one not in facts.get(role, [])] for role, told in inferred.items()}
        ),
        claims=claims[:MOST_CLAIMS],
        left_out=len(claims) - MOST_CLAIMS,
        articles=_articles(desk, subject) if is_entity else [],
        mentions=sorted((link(desk, value) for value in facts.get(v.MENTIONS, [])), key=lambda one: one["text"]),
        body=_first(facts, v.BODY),
        is_entity=is_entity,
    )


def _facts(desk: Desk, subject: ox.NamedNode, *, inferred: bool = False) -> Facts:
    """What articles say of a node, or what follows, each once, in order."""
    apart = desk.store.inferred_graph
    quads = desk.store.quads.quads_for_pattern(subject, None, None)
    told = {(quad.predicate, quad.object) for quad in quads if (quad.graph_name == apart) == inferred}
    facts: dict[ox.NamedNode, list[Any]] = {}
    for predicate, value in sorted(told, key=str):
        facts.setdefault(predicate, []).append(value)
    return facts


def _told(desk: Desk, facts: Facts, is_claim: bool = False) -> dict[str, list[dict[str, str]]]:
    """The facts that have no place of their own, by the name of their relation."""
    return {
        word(predicate.value): [link(desk, value) for value in told]
        for predicate, told in facts.items()
        if told and (predicate not in NAMED or (is_claim and predicate == v.TYPE))
    }


def _claims(desk: Desk, subject: ox.NamedNode, is_article: bool) -> Iterable[ox.NamedNode]:
    """The claims of an article, or those about an entity and by it."""
    roles = (v.DERIVED,) if is_article else (v.SUBJECT, v.OBJECT, v.ATTRIBUTED)
    found = dict.fromkeys(claim for role in roles for claim in islice(subjects(desk.store, role, subject), MOST_READ))
    return (claim for claim in found if claim.value.startswith(f"{desk.store.base}claim/"))


def _claim(desk: Desk, claim: ox.NamedNode) -> dict[str, Any]:
    """A claim as its card shows it."""
    facts = _facts(desk, claim)
    relation = _first(facts, v.PREDICATE)
    article = next(iter(facts.get(v.DERIVED, [])), None)
    published = next(values(desk.store, article, v.PUBLISHED), "") if article else ""
    time = _first(facts, v.TIME)
    polarity, modality = (_first(facts, role).rpartition("#")[2] for role in (v.POLARITY, v.MODALITY))
    named = relation != v.RELATED.value
    quote = _quote(desk, facts)
    return {
        "href": href(desk, claim.value),
        "subject": _link(desk, facts, v.SUBJECT),
        "relation": word(relation) if relation and named else _first(facts, v.PHRASE) or "is related to",
        "object": _link(desk, facts, v.OBJECT),
        "held": [name.lower() for name in (polarity, modality) if name not in ("", "Affirmed", "Actual")],
        "by": _link(desk, facts, v.ATTRIBUTED),
        "place": _link(desk, facts, v.PLACE),
        "time": time,
        "confidence": _first(facts, v.CONFIDENCE),
        **quote,
        "article": article and link(desk, article),
        "published": published,
        "order": (time or published, quote["exact"], claim.value),
    }


def _quote(desk: Desk, facts: Facts) -> dict[str, str]:
    """The sentence that a claim rests on, and what stands around it."""
    found = {"prefix": "", "exact": "", "suffix": ""}
    for target in facts.get(v.TARGET, []):
        for selector in desk.store.quads.quads_for_pattern(target, v.SELECTOR, None):
            for key, predicate in (("prefix", v.PREFIX), ("exact", v.EXACT), ("suffix", v.SUFFIX)):
                if isinstance(selector.object, ox.NamedNode):
                    found[key] = next(values(desk.store, selector.object, predicate), found[key])
    return found


def _articles(desk: Desk, subject: ox.NamedNode) -> list[dict[str, str]]:
    """The articles that mention a thing, the latest first."""
    nodes = set(islice(subjects(desk.store, v.MENTIONS, subject), MOST_ARTICLES))
    told = [{**link(desk, one), "published": next(values(desk.store, one, v.PUBLISHED), "")} for one in nodes]
    return sorted(told, key=lambda one: (one["published"], one["text"]), reverse=True)


def _link(desk: Desk, facts: Facts, role: ox.NamedNode) -> dict[str, str] | None:
    told = facts.get(role)
    return link(desk, told[0]) if told else None


def _first(facts: Facts, predicate: ox.NamedNode) -> str:
    return text(next(iter(facts.get(predicate, [])), ""))


def _texts(facts: Facts, predicate: ox.NamedNode) -> list[str]:
    return [text(value) for value in facts.get(predicate, [])]
