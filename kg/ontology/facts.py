"""What Turtle files say of classes and relations, by subject and predicate."""

from __future__ import annotations

from collections import defaultdict

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.ontology.terms import Relation, Wording, curie

WORDED = ("verb", "notVerb", "noun", "notNoun", "title", "occupation", "nominal", "kinship", "suffix", "verdict")


class Facts:
    """The triples of some Turtle files, by subject and predicate."""

    def __init__(self) -> None:
        self._by_subject: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._last: dict[tuple[str, str], str] = {}

    def read(self, name: str, *, path: str | None = None, text: str | None = None) -> None:
        """Take in the Turtle of a file or of a text; `name` stands for it in errors.

        Raises:
            OntologyError: it is missing or is not Turtle.
        """
        try:
            quads = list(ox.parse(text, path=path, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True))
        except (OSError, SyntaxError, ValueError) as error:
            raise OntologyError(f"{name}: {error}") from error
        for quad in quads:
            subject, predicate, value = _name(quad.subject), _name(quad.predicate), _name(quad.object)
            self._by_subject[subject][predicate].append(value)
            self._last[predicate, value] = subject

    def _values(self, subject: str, predicate: str) -> list[str]:
        return sorted(set(self._by_subject[subject].get(predicate, ())))

    def _one(self, subject: str, predicate: str) -> str | None:
        return next(iter(self._values(subject, predicate)), None)

    def _is_true(self, subject: str, predicate: str) -> bool:
        return self._one(subject, predicate) == "true"

    def _of_type(self, *types: str) -> list[str]:
        return sorted(s for s, facts in self._by_subject.items() if set(types) & set(facts.get("rdf:type", ())))

    def labels(self) -> dict[str, str]:
        """What each thing is called."""
        return {s: f["rdfs:label"][0] for s, f in self._by_subject.items() if f.get("rdfs:label")}

    def classes(self) -> dict[str, tuple[str, ...]]:
        """The classes, each with those right above it."""
        known = set(self._of_type("owl:Class", "rdfs:Class"))
        return {c: tuple(p for p in self._values(c, "rdfs:subClassOf") if p in known) for c in sorted(known)}

    def words(self, annotation: str) -> dict[str, str]:
        """The class that each word tells; the file read last decides."""
        classes = set(self._of_type("owl:Class", "rdfs:Class"))
        return {word: c for (predicate, word), c in self._last.items() if predicate == annotation and c in classes}

    def relations(self) -> dict[str, Relation]:
        """The properties that have domain, range or a wording.

        Raises:
            OntologyError: a wording has no head.
        """
        names = self._of_type("owl:ObjectProperty", "owl:DatatypeProperty", "rdf:Property")
        return {name: self._relation(name) for name in names if self._has_sides(name) or self._worded(name)}

    def _has_sides(self, name: str) -> bool:
        return any(self._one(name, side) for side in ("rdfs:domain", "rdfs:range"))

    def _worded(self, name: str) -> tuple[Wording, ...]:
        return tuple(Wording.parse(name, kind, text) for kind in WORDED for text in self._values(name, f"kgo:{kind}"))

    def _relation(self, name: str) -> Relation:
        types = self._values(name, "rdf:type")
        event = self._one(name, "kgo:eventType")
        return Relation(
            curie=name,
            label=self._one(name, "rdfs:label") or name,
            domain=self._sides(name, "rdfs:domain"),
            range=self._sides(name, "rdfs:range"),
            wordings=self._worded(name),
            parents=tuple(p for p in self._values(name, "rdfs:subPropertyOf") if p in self._by_subject),
            inverse=self._one(name, "owl:inverseOf"),
            is_symmetric="owl:SymmetricProperty" in types,
            is_literal="owl:DatatypeProperty" in types
            or any(r.startswith("xsd:") for r in self._values(name, "rdfs:range")),
            event=(self._one(event, "skos:notation") or event.split(":")[-1].upper()) if event else None,
            entails=tuple(self._values(name, "kgo:entails")),
            nationality_before=frozenset(self._values(name, "kgo:nationalityBefore")),
            happens=bool(event) or self._is_true(name, "kgo:happens"),
            of_many=self._is_true(name, "kgo:ofMany"),
            alike=self._is_true(name, "kgo:alike"),
            undergone=self._is_true(name, "kgo:undergone"),
            needs_object=self._is_true(name, "kgo:needsObject"),
            is_name=self._is_true(name, "kgo:isName"),
            jointly=self._is_true(name, "kgo:jointly"),
            punctual=self._is_true(name, "kgo:punctual"),
            intransitive=self._is_true(name, "kgo:intransitive"),
            owned_by_another=self._is_true(name, "kgo:ownedByAnother"),
            definition=self._one(name, "skos:definition") or "",
        )

    def _sides(self, name: str, predicate: str) -> frozenset[str]:
        found: set[str] = set()
        for value in self._values(name, predicate):
            union = self._one(value, "owl:unionOf")
            found.update(self._listed(union) if union else [value])
        return (
            frozenset(found - {"owl:Thing", "kgo:Entity", "rdfs:Resource"})
            if "kgo:Entity" not in found
            else frozenset()
        )

    def _listed(self, node: str | None) -> list[str]:
        found = []
        while node and node != "rdf:nil":
            found.extend(self._values(node, "rdf:first"))
            node = self._one(node, "rdf:rest")
        return found


def _name(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    if isinstance(term, ox.NamedNode):
        return curie(term.value)
    return term.value if isinstance(term, ox.Literal) else str(term)
