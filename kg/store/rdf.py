"""An extraction as RDF: entities, claims with their evidence, direct triples of what is affirmed and actual.

Every quad of an article lies in the named graph of that article. All IRIs are minted from content, with anything
that could break out of an IRI percent-encoded; there are no blank nodes, so the same article gives the same quads.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from urllib.parse import quote

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import Article, Claim, Entity, Evidence, Extraction, Form, OpenTriple, Value
from kg.store import vocabulary as v

AROUND = 32
SAFE_IN_IRI = ":/?#[]@!$&'()*+,;=-._~%"
BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def text_hash(text: str) -> str:
    """The SHA-256 digest of an article's text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def article_node(article_id: str, base: str = v.BASE) -> ox.NamedNode:
    """The node of an article, which is also the name of its graph."""
    return ox.NamedNode(f"{base}article/{_encoded(article_id)}")


def article_quads(article: Article, *, base: str = v.BASE) -> list[ox.Quad]:
    """What is known of an article itself: its text with the digest, title, address, publisher and date."""
    node = article_node(article.id, base)
    facts: list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]] = [
        (v.TYPE, v.ARTICLE),
        (v.IDENTIFIER, _literal(article.id)),
        (v.TEXT_HASH, _literal(text_hash(article.text))),
        (v.BODY, _literal(article.text)),
    ]
    for predicate, value in ((v.HEADLINE, article.title), (v.URL, article.url), (v.PUBLISHER, article.publisher)):
        if value:
            facts.append((predicate, _literal(value)))
    if article.published:
        facts.append((v.PUBLISHED, ox.Literal(article.published.isoformat(), datatype=v.term("xsd:date"))))
    return [ox.Quad(node, predicate, value, node) for predicate, value in facts]


def quads(extraction: Extraction, *, base: str = v.BASE) -> list[ox.Quad]:
    """Everything that an article says, each quad once.

    Raises:
        StoreError: an entity or relation has an IRI that cannot be one.
    """
    writer = _Writer(extraction, base)
    return list(dict.fromkeys(writer.quads()))


class _Writer:
    def __init__(self, extraction: Extraction, base: str) -> None:
        self.extraction, self.article, self.base = extraction, extraction.article, base
        self.graph = article_node(self.article.id, base)
        self.nodes = {entity.id: self.node(entity.iri) for entity in extraction.entities}
        self.written: set[ox.NamedNode] = set()
        forms: dict[str, set[Form]] = {}
        for mention in extraction.mentions:
            forms.setdefault(mention.entity, set()).add(mention.form)
        self.unknown = {entity for entity, found in forms.items() if found == {Form.PRONOUN}}

    def quads(self) -> Iterator[ox.Quad]:
        yield from article_quads(self.article, base=self.base)
        for subject, predicate, value in self._triples():
            yield ox.Quad(subject, predicate, value, self.graph)

    def _triples(self) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]:
        told = [c for c in self.extraction.claims if not {c.subject, c.object} & self.unknown]
        claims = sorted(told, key=lambda c: -c.confidence)
        triples = sorted(self._new_triples(claims), key=lambda t: -t.confidence)
        for entity in self.extraction.entities:
            yield from self._entity(entity)
        for claim in claims:
            yield from self._claim(claim)
        for triple in triples:
            yield from self._open(triple)

    def node(self, name: str) -> ox.NamedNode:
        """The node of a CURIE or an absolute IRI."""
        prefix, colon, local = name.partition(":")
        if not colon or not local or prefix == "_":
            raise StoreError(f"article {self.article.id!r}: {name!r} is no IRI")
        if prefix == "kgr":
            text = self.base + _safe(local)
        elif prefix in v.PREFIXES:
            text = v.PREFIXES[prefix] + _safe(local)
        else:
            text = _safe(name)
        try:
            return ox.NamedNode(text)
        except ValueError as error:
            raise StoreError(f"article {self.article.id!r}: {name!r} is no IRI") from error

    def _entity(self, entity: Entity) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]:
        node = self.nodes[entity.id]
        yield self.graph, v.MENTIONS, node
        yield node, v.LABEL, _literal(entity.label)
        for kind in entity.types:
            yield node, v.TYPE, self.node(kind)
        for alias in entity.aliases:
            yield node, v.ALT_LABEL, _literal(alias)
        for same in entity.same_as:
            yield node, v.SAME_AS, self.node(same)

    def _claim(self, claim: Claim) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]:
        subject, predicate = self.nodes[claim.subject], self.node(claim.predicate)
        value = self._object(claim.object)
        node = self._claim_node(
            subject,
            predicate,
            value,
            claim.evidence,
            claim.polarity,
            claim.modality,
            self.nodes.get(claim.attributed_to or ""),
            claim.time,
            self.nodes.get(claim.place or ""),
            claim.event,
            claim.phrase,
        )
        if node in self.written:  # two entities of the article are one in the graph
            return
        self.written.add(node)
        yield from self._statement(node, subject, predicate, value, claim.evidence, claim.phrase, claim.confidence)
        yield node, v.POLARITY, v.term(f"kgo:{claim.polarity.value.capitalize()}")
        yield node, v.MODALITY, v.term(f"kgo:{claim.modality.value.capitalize()}")
        if claim.event:
            yield node, v.EVENT_TYPE, v.event_class(claim.event)
        if claim.attributed_to:
            yield node, v.ATTRIBUTED, self.nodes[claim.attributed_to]
        if claim.time:
            yield node, v.TIME, _time(claim.time)
        if claim.place:
            yield node, v.PLACE, self.nodes[claim.place]
        if claim.is_direct and value is not None:
            yield subject, predicate, value

    def _object(self, value: str | Value | None) -> ox.NamedNode | ox.Literal | None:
        if value is None:
            return None
        if isinstance(value, Value):
            return ox.Literal(_text(value.value), datatype=self.node(value.datatype))
        return self.nodes[value]

    def _claim_node(self, *parts: object) -> ox.NamedNode:
        digest = hashlib.sha256("\n".join([self.article.id, *map(str, parts)]).encode("utf-8", "replace")).hexdigest()
        return ox.NamedNode(f"{self.base}claim/{digest[:24]}")

    def _statement(
        self,
        node: ox.NamedNode,
        subject: ox.NamedNode,
        predicate: ox.NamedNode,
        value: ox.NamedNode | ox.Literal | None,
        evidence: Evidence,
        phrase: str,
        confidence: float,
    ) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]:
        yield node, v.TYPE, v.CLAIM
        yield node, v.TYPE, v.STATEMENT
        yield node, v.SUBJECT, subject
        yield node, v.PREDICATE, predicate
        if value is not None:
            yield node, v.OBJECT, value
        if phrase:
            yield node, v.PHRASE, _literal(phrase)
        yield node, v.CONFIDENCE, ox.Literal(_decimal(confidence), datatype=v.term("xsd:decimal"))
        yield node, v.DERIVED, self.graph
        yield node, v.TARGET, self._evidence_node(evidence)
        yield from self._evidence(evidence)

    def _evidence_node(self, evidence: Evidence) -> ox.NamedNode:
        return ox.NamedNode(f"{self.graph.value}/evidence/{evidence.start}-{evidence.end}")

    def _evidence(self, evidence: Evidence) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]:
        node, text = self._evidence_node(evidence), self.article.text
        position, words = ox.NamedNode(f"{node.value}/position"), ox.NamedNode(f"{node.value}/quote")
        yield node, v.TYPE, v.RESOURCE
        yield node, v.SOURCE, self.graph
        yield node, v.SELECTOR, position
        yield node, v.SELECTOR, words
        yield position, v.TYPE, v.POSITION
        yield position, v.START, ox.Literal(evidence.start)
        yield position, v.END, ox.Literal(evidence.end)
        yield words, v.TYPE, v.QUOTE
        yield words, v.EXACT, _literal(text[evidence.start : evidence.end])
        yield words, v.PREFIX, _literal(text[max(0, evidence.start - AROUND) : evidence.start])
        yield words, v.SUFFIX, _literal(text[evidence.end : evidence.end + AROUND])

    def _new_triples(self, claims: list[Claim]) -> Iterator[OpenTriple]:
        """The open triples that no claim of the same sentence and entities makes redundant."""
        told = {(c.subject, c.object, c.evidence.start) for c in claims if isinstance(c.object, str)}
        for t in self.extraction.triples:
            if (
                not {t.subject_entity, t.object_entity} & self.unknown
                and (t.subject_entity, t.object_entity, t.start) not in told
            ):
                yield t

    def _open(self, triple: OpenTriple) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]:
        evidence = Evidence(triple.start, triple.end)
        subject = self.nodes.get(triple.subject_entity or "")
        if subject is None:
            subject = ox.NamedNode(f"{self.graph.value}/phrase/{_digest(triple.subject)}")
            yield subject, v.TYPE, v.ENTITY
            yield subject, v.LABEL, _literal(triple.subject or "…")
        value = self.nodes.get(triple.object_entity or "") or _literal(triple.object)
        node = self._claim_node(subject, v.RELATED, value, triple.relation, evidence, triple.polarity, triple.modality)
        if node in self.written:
            return
        self.written.add(node)
        yield from self._statement(node, subject, v.RELATED, value, evidence, triple.relation, triple.confidence)
        yield node, v.POLARITY, v.term(f"kgo:{triple.polarity.value.capitalize()}")
        yield node, v.MODALITY, v.term(f"kgo:{triple.modality.value.capitalize()}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _text(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _literal(text: str) -> ox.Literal:
    return ox.Literal(_text(text))


def _decimal(confidence: float) -> str:
    """A confidence from 0 to 1 in the canonical form of decimals, which is how the store gives it back."""
    return f"{min(1.0, max(0.0, confidence)):.2f}".rstrip("0").rstrip(".")


def _time(time: str) -> ox.Literal:
    """A date typed by its grain; an interval of two dates stays a string."""
    datatype = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}.get(len(time))
    return ox.Literal(time, datatype=v.term(datatype)) if datatype and "/" not in time else ox.Literal(time)


def _encoded(text: str) -> str:
    return quote(_text(text), safe="")


def _safe(text: str) -> str:
    """The text with everything percent-encoded that may not stand in an IRI; what is encoded already stays."""
    return BARE_PERCENT.sub("%25", quote(_text(text), safe=SAFE_IN_IRI))
