"""The graph read back as plain records, in a few passes over the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

import pyoxigraph as ox

from kg.model import Modality, Polarity
from kg.ontology import Ontology
from kg.store import vocabulary as v
from kg.store.records import ArticleRecord, ClaimRecord, EntityRecord, GraphRecords

Facts = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]
ABBREVIATED = sorted(v.PREFIXES.items(), key=lambda item: -len(item[1]))


def read_records(quads: Iterable[Any], *, base: str = v.BASE) -> GraphRecords:
    """Entities, articles and claims of some quads, each in the order of their IRIs."""
    facts = _facts(quads)
    articles = {iri: _article(iri, facts[iri]) for iri in _of_type(facts, v.ARTICLE)}
    claims = tuple(_claim(iri, facts) for iri in _of_type(facts, v.CLAIM))
    mentioned = {o.value for iri in articles for o in facts[iri].get(v.MENTIONS.value, ())}
    subjects = {claim.subject for claim in claims}
    entities = {
        iri: _entity(iri, facts[iri]) for iri in sorted(mentioned | subjects) if v.LABEL.value in facts.get(iri, {})
    }
    return GraphRecords(entities, articles, claims)


def _facts(quads: Iterable[Any]) -> Facts:
    facts: Facts = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        values = facts[quad.subject.value][quad.predicate.value]
        if quad.object not in values:
            values.append(quad.object)
    return facts


def _of_type(facts: Facts, kind: ox.NamedNode) -> list[str]:
    return sorted(iri for iri, f in facts.items() if kind in f.get(v.TYPE.value, ()))


def _one(facts: dict[str, list[ox.NamedNode | ox.Literal]], predicate: ox.NamedNode) -> str | None:
    return min((value.value for value in facts.get(predicate.value, ())), default=None)


def _article(iri: str, facts: dict[str, list[ox.NamedNode | ox.Literal]]) -> ArticleRecord:
    published = _one(facts, v.PUBLISHED)
    return ArticleRecord(
        iri=iri,
        id=_one(facts, v.IDENTIFIER) or iri,
        title=_one(facts, v.HEADLINE),
        url=_one(facts, v.URL),
        published=date.fromisoformat(published) if published else None,
        publisher=_one(facts, v.PUBLISHER),
    )


def _entity(iri: str, facts: dict[str, list[ox.NamedNode | ox.Literal]]) -> EntityRecord:
    labels = sorted(value.value for value in facts[v.LABEL.value])
    label = max(labels, key=len)
    aliases = {*labels, *(value.value for value in facts.get(v.ALT_LABEL.value, ()))} - {label}
    types = [_short(value.value) for value in facts.get(v.TYPE.value, ())]
    same = sorted(value.value for value in facts.get(v.SAME_AS.value, ()))
    return EntityRecord(iri, label, tuple(_specific_first(types)), tuple(sorted(aliases)), tuple(same))


def _specific_first(types: Iterable[str]) -> list[str]:
    """The classes from the most specific to the most general; the store keeps no order, so their depth decides."""
    known = _ontology()
    return sorted(types, key=lambda t: (-len(known.types(t)), t))


@cache
def _ontology() -> Ontology:
    return Ontology.load()


def _claim(iri: str, all_facts: Facts) -> ClaimRecord:
    facts = all_facts[iri]
    target = all_facts.get(_one(facts, v.TARGET) or "", {})
    position: dict[str, list[ox.NamedNode | ox.Literal]] = {}
    words: dict[str, list[ox.NamedNode | ox.Literal]] = {}
    for selector in target.get(v.SELECTOR.value, ()):
        found = all_facts.get(selector.value, {})
        if v.START.value in found:
            position = found
        else:
            words = found
    value = next(iter(facts.get(v.OBJECT.value, ())), None)
    event = _one(facts, v.EVENT_TYPE)
    return ClaimRecord(
        iri=iri,
        subject=_one(facts, v.SUBJECT) or "",
        predicate=_short(_one(facts, v.PREDICATE) or ""),
        object=value.value if isinstance(value, ox.NamedNode) else None,
        value=value.value if isinstance(value, ox.Literal) else None,
        datatype=_short(value.datatype.value) if isinstance(value, ox.Literal) else None,
        phrase=_one(facts, v.PHRASE) or "",
        event=_event(event) if event else None,
        polarity=Polarity(_local(_one(facts, v.POLARITY)) or "affirmed"),
        modality=Modality(_local(_one(facts, v.MODALITY)) or "actual"),
        attributed_to=_one(facts, v.ATTRIBUTED),
        time=_one(facts, v.TIME),
        place=_one(facts, v.PLACE),
        confidence=float(_one(facts, v.CONFIDENCE) or 1.0),
        article=_one(facts, v.DERIVED) or "",
        quote=_one(words, v.EXACT) or "",
        start=int(_one(position, v.START) or 0),
        end=int(_one(position, v.END) or 0),
    )


def _event(iri: str) -> str:
    return next((name for name, node in v.EVENT_CLASSES.items() if node.value == iri), iri.rpartition("#")[2].upper())


def _local(iri: str | None) -> str:
    return (iri or "").rpartition("#")[2].lower()


def _short(iri: str) -> str:
    for prefix, namespace in ABBREVIATED:
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
