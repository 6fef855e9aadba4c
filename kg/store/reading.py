"""The graph read back as plain records, in one pass over the store, article by article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

import pyoxigraph as ox

from kg.model import Modality, Polarity
from kg.ontology import Ontology
from kg.resolve import slug
from kg.store import vocabulary as v
from kg.store.lines import Block, Facts, Sections, articles, datatype, value
from kg.store.namesakes import told_apart
from kg.store.records import ArticleRecord, ClaimRecord, EntityRecord, GraphRecords

ABBREVIATED = sorted(v.PREFIXES.items(), key=lambda item: -len(item[1]))


def _key(node: ox.NamedNode) -> bytes:
    return str(node).encode()


UNKNOWN = "kgo:Unknown"
TYPE, LABEL, ALT_LABEL, SAME_AS = _key(v.TYPE), _key(v.LABEL), _key(v.ALT_LABEL), _key(v.SAME_AS)
ARTICLE, IDENTIFIER, HEADLINE, URL = _key(v.ARTICLE), _key(v.IDENTIFIER), _key(v.HEADLINE), _key(v.URL)
PUBLISHED, PUBLISHER, MENTIONS, BODY = _key(v.PUBLISHED), _key(v.PUBLISHER), _key(v.MENTIONS), _key(v.BODY)
CLAIM, SUBJECT, PREDICATE, OBJECT = _key(v.CLAIM), _key(v.SUBJECT), _key(v.PREDICATE), _key(v.OBJECT)
PHRASE, EVENT_TYPE, POLARITY, MODALITY = _key(v.PHRASE), _key(v.EVENT_TYPE), _key(v.POLARITY), _key(v.MODALITY)
ATTRIBUTED, TIME, PLACE, CONFIDENCE = _key(v.ATTRIBUTED), _key(v.TIME), _key(v.PLACE), _key(v.CONFIDENCE)
DERIVED, TARGET, SELECTOR = _key(v.DERIVED), _key(v.TARGET), _key(v.SELECTOR)
EXACT, START, END = _key(v.EXACT), _key(v.START), _key(v.END)


@dataclass(slots=True)
class _Names:
    """What all articles say of a thing, as terms."""

    labels: set[bytes] = field(default_factory=set)
    aliases: set[bytes] = field(default_factory=set)
    types: set[bytes] = field(default_factory=set)
    same: set[bytes] = field(default_factory=set)

    def add(self, facts: Facts) -> None:
        self.labels.update(facts.get(LABEL, ()))
        self.aliases.update(facts.get(ALT_LABEL, ()))
        self.types.update(facts.get(TYPE, ()))
        self.same.update(facts.get(SAME_AS, ()))


def read_records(store: ox.Store, *, base: str = v.BASE) -> GraphRecords:
    """Entities, articles and claims of a store, each in the order of their IRIs."""
    reader = RecordReader()
    for _, sections in articles(store, base=base):
        reader.add(sections)
    return reader.records()


class RecordReader:
    """Gathers records from what one article after the other says."""

    def __init__(self) -> None:
        self._articles: dict[str, ArticleRecord] = {}
        self._claims: dict[str, ClaimRecord] = {}
        self._names: dict[str, _Names] = {}
        self._shown: set[str] = set()

    def add(self, sections: Sections) -> None:
        """Take in what an article says."""
        for block in sections.article:
            facts = block.facts
            self._shown.update(map(value, facts.get(MENTIONS, ())))
            if ARTICLE in facts.get(TYPE, ()):
                self._articles[value(block.subject)] = _article(value(block.subject), facts)
        for claim in _claims(sections):
            self._claims.setdefault(claim.iri, claim)
        for block in sections.things:
            self._names.setdefault(value(block.subject), _Names()).add(block.facts)

    def records(self) -> GraphRecords:
        """All of them, in order."""
        names, claims = self._names, self._claims
        shown = self._shown | {claim.subject for claim in claims.values()}
        entities = {iri: _entity(iri, names[iri]) for iri in sorted(shown) if iri in names and names[iri].labels}
        unknown = {iri for iri, entity in entities.items() if UNKNOWN in entity.types}
        told = (claims[iri] for iri in sorted(claims))
        known = tuple(replace(claim, is_agentless=True) if claim.subject in unknown else claim for claim in told)
        articles = {slug(article.id) for article in self._articles.values()}
        entities = told_apart(entities, known, articles=articles, class_name=_class_name)
        return GraphRecords(entities, dict(sorted(self._articles.items())), known)


def _one(facts: Facts, predicate: bytes) -> str | None:
    values = facts.get(predicate)
    if not values:
        return None
    return value(values[0]) if len(values) == 1 else min(map(value, values))


def _article(iri: str, facts: Facts) -> ArticleRecord:
    published = _one(facts, PUBLISHED)
    return ArticleRecord(
        iri=iri,
        id=_one(facts, IDENTIFIER) or iri,
        title=_one(facts, HEADLINE),
        url=_one(facts, URL),
        published=date.fromisoformat(published) if published else None,
        publisher=_one(facts, PUBLISHER),
        text=_one(facts, BODY),
    )


def _entity(iri: str, names: _Names) -> EntityRecord:
    labels = sorted(map(value, names.labels))
    label = max(
        labels, key=lambda label: (len(label), not label.isupper())
    )  # "PARIS" heads a line, "Paris" is the name
    aliases = {*labels, *map(value, names.aliases)} - {label}
    types = _specific_first(_short(value(term)) for term in names.types)
    return EntityRecord(iri, label, tuple(types), tuple(sorted(aliases)), tuple(sorted(map(value, names.same))))


def _specific_first(types: Iterable[str]) -> list[str]:
    """The classes from the most specific to the most general; the store keeps no order, so their depth decides."""
    return sorted(types, key=lambda t: (-_depth(t), t))


@cache
def _depth(curie: str) -> int:
    return len(_ontology().types(curie))


def _class_name(curie: str) -> str:
    return _ontology().labels.get(curie) or curie.rpartition(":")[2]


@cache
def _ontology() -> Ontology:
    return Ontology.load()


def _claims(sections: Sections) -> Iterable[ClaimRecord]:
    evidence = {block.subject: block.facts for block in sections.evidence}
    for block in sections.claims:
        facts = block.facts
        if CLAIM in facts.get(TYPE, ()):
            yield _claim(block, facts, evidence)


def _claim(block: Block, facts: Facts, evidence: dict[bytes, Facts]) -> ClaimRecord:
    selectors = _selectors(facts, evidence)
    said = min(facts.get(OBJECT, ()), default=None)
    is_literal = said is not None and not said.startswith(b"<")
    kind = datatype(said) if said is not None else None
    event = _one(facts, EVENT_TYPE)
    return ClaimRecord(
        iri=value(block.subject),
        subject=_one(facts, SUBJECT) or "",
        predicate=_short(_one(facts, PREDICATE) or ""),
        object=value(said) if said is not None and not is_literal else None,
        value=value(said) if said is not None and is_literal else None,
        datatype=_short(kind) if kind else None,
        phrase=_one(facts, PHRASE) or "",
        event=_event(event) if event else None,
        polarity=Polarity(_local(_one(facts, POLARITY)) or "affirmed"),
        modality=Modality(_local(_one(facts, MODALITY)) or "actual"),
        attributed_to=_one(facts, ATTRIBUTED),
        time=_one(facts, TIME),
        place=_one(facts, PLACE),
        confidence=float(_one(facts, CONFIDENCE) or 1.0),
        article=_one(facts, DERIVED) or "",
        quote=_one(selectors, EXACT) or "",
        start=int(_one(selectors, START) or 0),
        end=int(_one(selectors, END) or 0),
    )


def _selectors(facts: Facts, evidence: dict[bytes, Facts]) -> Facts:
    """What the selectors of a claim's evidence say: where it lies and in which words."""
    target = min(facts.get(TARGET, ()), default=b"")
    selectors = evidence.get(target, {}).get(SELECTOR, ())
    return {key: terms for selector in selectors for key, terms in evidence.get(selector, {}).items()}


def _event(iri: str) -> str:
    return next((name for name, node in v.EVENT_CLASSES.items() if node.value == iri), iri.rpartition("#")[2].upper())


def _local(iri: str | None) -> str:
    return (iri or "").rpartition("#")[2].lower()


@cache
def _short(iri: str) -> str:
    for prefix, namespace in ABBREVIATED:
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
