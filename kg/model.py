"""The few frozen things that travel between rooms.

An `Article` is read, an `Extraction` comes out of it, and everything in the
extraction points back into `article.text` by character offsets: for every
evidence `e`, `article.text[e.start:e.end]` is the quoted sentence.

Identifiers: `Entity.id` ("e0") and `Claim.id` are local to one extraction;
`Entity.iri` is a CURIE in the namespace of things ("kgr:barack-obama") or an
absolute IRI when a knowledge base gave one. Classes and relations are CURIEs
in the ontology's namespace ("kgo:Person", "kgo:spokeWith").
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Form(StrEnum):
    """How a mention names its entity."""

    NAME = "name"
    DEMONYM = "demonym"
    NOUN = "noun"
    PRONOUN = "pronoun"


class Polarity(StrEnum):
    """Whether the text affirms or denies the claim."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    """How real the text says the claim is."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    REQUIRED = "required"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Article:
    """One news article; `text` is exactly the text that came in."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    published: date | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that refers to an entity; offsets count characters."""

    start: int
    end: int
    text: str
    entity: str
    form: Form


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what is spoken of; `types` run from the most specific class to the most general."""

    id: str
    iri: str
    label: str
    types: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A literal object; `datatype` is a CURIE such as "xsd:date" or "xsd:string"."""

    value: str
    datatype: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that says so, as character offsets into the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """Subject, relation, object, and the circumstances under which the text asserts them.

    `subject`, `attributed_to`, `place` and a string `object` are entity ids.
    `time` is an ISO 8601 date whose length tells its grain ("2015", "2015-11",
    "2015-11-13") or an interval of two of them joined by "/". `event` is the
    PLOVER type ("CONSULT") of relations that have one.
    """

    id: str
    subject: str
    predicate: str
    object: str | Value | None
    phrase: str
    evidence: Evidence
    event: str | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    attributed_to: str | None = None
    time: str | None = None
    place: str | None = None
    confidence: float = 1.0

    @property
    def is_direct(self) -> bool:
        """Whether the claim's own triple may stand in the graph: affirmed and actual."""
        return self.polarity is Polarity.AFFIRMED and self.modality is Modality.ACTUAL


@dataclass(frozen=True, slots=True)
class OpenTriple:
    """A subject, relation and object in the words of the sentence (open information extraction).

    `subject_entity` and `object_entity` are entity ids where the argument's head is a mention of one.
    """

    subject: str
    relation: str
    object: str
    confidence: float
    start: int
    end: int
    subject_entity: str | None = None
    object_entity: str | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read in one article."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    triples: tuple[OpenTriple, ...] = field(default=())

    def entity(self, id: str) -> Entity:  # noqa: A002 - the field's own name
        """The entity with this id.

        Raises:
            KeyError: no such entity.
        """
        for entity in self.entities:
            if entity.id == id:
                return entity
        raise KeyError(id)

    def to_dict(self) -> dict[str, Any]:
        """The extraction format as plain data, ready for JSON."""
        article = asdict(self.article)
        article["published"] = self.article.published.isoformat() if self.article.published else None
        return {
            "article": article,
            "mentions": [asdict(mention) for mention in self.mentions],
            "entities": [_entity_to_dict(entity) for entity in self.entities],
            "claims": [_claim_to_dict(claim) for claim in self.claims],
            "triples": [_triple_to_dict(triple) for triple in self.triples],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Extraction:
        """The extraction that `to_dict` wrote.

        Raises:
            KeyError, TypeError, ValueError: data that is not of the extraction format.
        """
        article = dict(data["article"])
        if article.get("published"):
            article["published"] = date.fromisoformat(article["published"])
        return cls(
            Article(**article),
            tuple(Mention(**{**m, "form": Form(m["form"])}) for m in data.get("mentions", ())),
            tuple(_entity_from_dict(e) for e in data.get("entities", ())),
            tuple(_claim_from_dict(c) for c in data.get("claims", ())),
            tuple(_triple_from_dict(t) for t in data.get("triples", ())),
        )


def _entity_to_dict(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "iri": entity.iri,
        "label": entity.label,
        "types": list(entity.types),
        "aliases": list(entity.aliases),
        "sameAs": list(entity.same_as),
    }


def _entity_from_dict(data: dict[str, Any]) -> Entity:
    return Entity(
        data["id"],
        data["iri"],
        data["label"],
        _listed(data["types"]),
        _listed(data.get("aliases", ())),
        _listed(data.get("sameAs", ())),
    )


def _listed(values: Any) -> tuple[str, ...]:
    if isinstance(values, str):
        raise TypeError(f"{values[:40]!r} is no list")
    return tuple(values)


def _claim_to_dict(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": asdict(claim.object) if isinstance(claim.object, Value) else claim.object,
        "event": claim.event,
        "phrase": claim.phrase,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "attributedTo": claim.attributed_to,
        "time": claim.time,
        "place": claim.place,
        "confidence": claim.confidence,
        "evidence": asdict(claim.evidence),
    }


def _claim_from_dict(data: dict[str, Any]) -> Claim:
    object_ = data["object"]
    return Claim(
        id=data["id"],
        subject=data["subject"],
        predicate=data["predicate"],
        object=Value(**object_) if isinstance(object_, dict) else object_,
        phrase=data["phrase"],
        evidence=Evidence(**data["evidence"]),
        event=data.get("event"),
        polarity=Polarity(data.get("polarity", "affirmed")),
        modality=Modality(data.get("modality", "actual")),
        attributed_to=data.get("attributedTo"),
        time=data.get("time"),
        place=data.get("place"),
        confidence=data.get("confidence", 1.0),
    )


def _triple_to_dict(triple: OpenTriple) -> dict[str, Any]:
    return {
        "subject": triple.subject,
        "relation": triple.relation,
        "object": triple.object,
        "confidence": triple.confidence,
        "start": triple.start,
        "end": triple.end,
        "subjectEntity": triple.subject_entity,
        "objectEntity": triple.object_entity,
        "polarity": triple.polarity.value,
        "modality": triple.modality.value,
    }


def _triple_from_dict(data: dict[str, Any]) -> OpenTriple:
    return OpenTriple(
        data["subject"],
        data["relation"],
        data["object"],
        data["confidence"],
        data["start"],
        data["end"],
        data.get("subjectEntity"),
        data.get("objectEntity"),
        Polarity(data.get("polarity", "affirmed")),
        Modality(data.get("modality", "actual")),
    )
