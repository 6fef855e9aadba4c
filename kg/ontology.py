"""The ontology as Python: classes, relations, and how each relation is worded in English.

Read from `ontology/*.ttl` and from any files given on top. The grammar of wordings stands in
`ontology/README.md`; the extractor knows its relations from here and from nowhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError

KGO = "https://w3id.org/newskg/ontology#"
PREFIXES = {
    "kgo": KGO,
    "kgr": "https://w3id.org/newskg/id/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
ADPOSITIONS = frozenset(
    """about above across after against ahead along alongside among apart around as aside at away back before behind
    below between by down during for forward from in inside into near of off on onto out outside over past regarding
    since through throughout to together toward towards under until up upon via with within without""".split()
)
WORDED = ("verb", "notVerb", "noun", "notNoun", "title", "occupation", "nominal", "kinship", "suffix")
VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"})
MATERIAL = frozenset({"ASSAULT"})
CLAUSAL = frozenset({"do", "that", "must"})


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to word a relation.

    `heads` are the alternatives of its first word (a lemma, or a participle when `passive`), `phrase` the words
    between the head and the preposition, `prepositions` those that introduce the object (none: the direct object),
    `clause` "do" or "that" where the object is looked for inside a clause, `inverse` whether subject and object swap.
    `subjects` and `objects` are classes that what stands in front of the head and behind all of it must certainly be of
    (empty: any).
    """

    relation: str
    kind: str
    text: str
    heads: tuple[str, ...]
    phrase: tuple[frozenset[str], ...] = ()
    prepositions: tuple[str, ...] = ()
    clause: str = ""
    inverse: bool = False
    passive: bool = False
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, relation: str, kind: str, text: str) -> Wording:
        """The wording that a literal of a `kgo:verb`, `kgo:noun`, … annotation stands for.

        Raises:
            OntologyError: nothing is left for the head.
        """
        words = [word.split("|") for word in text.removeprefix("^").replace("-", " - ").split()]
        sides = [frozenset(words.pop(end)) if words and _is_class(words[end]) else frozenset[str]() for end in (0, -1)]
        passive = kind == "verb" and len(words) > 1 and words[0] == ["be"]
        words = words[1:] if passive else words
        if not words or not all(all(word) for word in words):
            raise OntologyError(f"{relation}: empty wording {text!r} of kgo:{kind}")
        heads, rest, clause = words[0], words[1:], ""
        if rest and rest[-1][0] in CLAUSAL and kind == "verb":
            clause, rest = rest[-1][0], rest[:-1]
        prepositions: list[str] = []
        if rest and set(rest[-1]) <= ADPOSITIONS:
            prepositions, rest = rest[-1], rest[:-1]
        phrase = tuple(frozenset(word) for word in rest)
        return cls(
            relation,
            kind,
            text,
            tuple(heads),
            phrase,
            tuple(prepositions),
            clause,
            text.startswith("^"),
            passive,
            *sides,
        )


def _is_class(word: list[str]) -> bool:
    return all(":" in name for name in word)


@dataclass(frozen=True, slots=True)
class Relation:
    """A property of the ontology; `domain` and `range` are classes of which one must fit (empty: anything).

    `entails` names relations that hold between the same two; `nationality_before` names classes: a nationality in
    front of a member gives the object ("US Capitol Police"). `happens` tells events from what lasts, `of_many` that the
    object is never one person alone, `alike` that subject and object are both people or both are not,
    `undergone` that it is told of the object even where nobody says who did it, `needs_object` that it says nothing
    without one, `is_name` that the object is a name, `jointly` that who is told of with "with" is a subject too,
    `punctual` that the progressive tells of what is to come ("is buying"), `owned_by_another` that the possessor of its
    noun is not the object ("Peru's envoy"), `intransitive` that its verbs with a preposition have no direct object
    ("flew aid to").
    """

    curie: str
    label: str
    domain: frozenset[str]
    range: frozenset[str]
    wordings: tuple[Wording, ...]
    parents: tuple[str, ...] = ()
    inverse: str | None = None
    is_symmetric: bool = False
    is_literal: bool = False
    event: str | None = None
    entails: tuple[str, ...] = ()
    nationality_before: frozenset[str] = frozenset()
    happens: bool = False
    of_many: bool = False
    alike: bool = False
    undergone: bool = False
    needs_object: bool = False
    is_name: bool = False
    jointly: bool = False
    punctual: bool = False
    owned_by_another: bool = False
    intransitive: bool = False
    definition: str = ""


@dataclass(frozen=True)
class Ontology:
    """Classes with their superclasses, relations by CURIE, and the words that tell a class.

    `headwords` type descriptions and names ("ministry"), `namewords` names alone ("Times", "Motors"),
    `firstwords` names that begin so ("Hurricane"), `subject_of`
    what such a verb is said of ("graduate", "be born"), `object_of` what it is done to ("found"), `complement_of`
    what follows such a noun ("CEO of"), `modifier_of` what stands in front of one ("militant"), `context_of` what a
    text with such nouns is about ("goalkeeper"), `known` what a name alone tells ("Google").
    """

    parents: Mapping[str, tuple[str, ...]]
    headwords: Mapping[str, str]
    namewords: Mapping[str, str]
    relations: Mapping[str, Relation]
    labels: Mapping[str, str] = field(default_factory=dict)
    subject_of: Mapping[str, str] = field(default_factory=dict)
    object_of: Mapping[str, str] = field(default_factory=dict)
    complement_of: Mapping[str, str] = field(default_factory=dict)
    modifier_of: Mapping[str, str] = field(default_factory=dict)
    context_of: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    firstwords: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, extra: Iterable[str | Path] = (), *, texts: Iterable[str] = ()) -> Ontology:
        """The shipped ontology, with Turtle files or texts of one's own on top.

        Raises:
            OntologyError: a file that is missing, is not Turtle, or words a relation wrongly.
        """
        files = [*shipped(), *map(Path, extra)]
        written = (path.stat().st_mtime_ns if path.exists() else None for path in files)
        return _loaded(tuple(zip(files, written, strict=True)), tuple(texts))

    def types(self, curie: str) -> tuple[str, ...]:
        """The class and its superclasses, from the most specific to the most general."""
        found = self._types.get(curie)
        if found is None:
            found = self._types[curie] = tuple(_upwards(curie, self.parents))
        return found

    @cached_property
    def _types(self) -> dict[str, tuple[str, ...]]:
        return {}

    def ancestors(self, relation: str) -> tuple[str, ...]:
        """The relations that a relation implies through rdfs:subPropertyOf, nearest first."""
        found = self._ancestors.get(relation)
        if found is None:
            parents = {k: r.parents for k, r in self.relations.items()}
            found = self._ancestors[relation] = tuple(_upwards(relation, parents))[1:]
        return found

    @cached_property
    def _ancestors(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def joining(self) -> dict[str, frozenset[str]]:
        """Verbs and participles that make two parties one pair ("marry", "meet with"), with their prepositions."""
        found: dict[str, set[str]] = defaultdict(set)
        for relation in self.relations.values():
            for w in relation.wordings if relation.is_symmetric else ():
                if w.kind == "verb" and not w.phrase and not w.clause:
                    for head in w.heads:
                        found[head].update(w.prepositions or [""])
        return {head: frozenset(prepositions) for head, prepositions in found.items()}

    @cached_property
    def verbal(self) -> frozenset[str]:
        """Verbs and nouns of what governments say to each other and decide ("urge", "support"), by PLOVER type.

        None that alone name a deed ("attack", though one may attack a plan with words).
        """
        said, done = (
            {
                head
                for r in self.relations.values()
                for w in (r.wordings if r.event in events else ())
                if w.kind in ("verb", "nominal") and not w.phrase and not w.inverse
                for head in w.heads
            }
            for events in (VERBAL, MATERIAL)
        )
        return frozenset(said - done)

    def wordings(self, *kinds: str) -> Mapping[str, list[Wording]]:
        """The wordings of some kinds by each head word, longest first."""
        if kinds not in self._wordings:
            self._wordings[kinds] = self._by_head(kinds)
        return self._wordings[kinds]

    @cached_property
    def _wordings(self) -> dict[tuple[str, ...], dict[str, list[Wording]]]:
        return {}

    def _by_head(self, kinds: tuple[str, ...]) -> dict[str, list[Wording]]:
        found: dict[str, list[Wording]] = defaultdict(list)
        for relation in self.relations.values():
            for wording in relation.wordings:
                if wording.kind in kinds:
                    for head in wording.heads:
                        found[head].append(wording)
        for row in found.values():
            row.sort(key=lambda w: (-len(w.phrase), w.relation, w.text))
        return dict(found)


def shipped() -> list[Path]:
    """The Turtle files of the shipped ontology that define terms, in a fixed order."""
    return [path for path in sorted(folder().glob("*.ttl")) if path.name != "shapes.ttl"]


def folder() -> Path:
    """Where the shipped ontology lies: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent / "_ontology"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "ontology"


def curie(iri: str) -> str:
    """The IRI with a known prefix in short form, else the IRI itself."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _upwards(start: str, parents: Mapping[str, tuple[str, ...]]) -> list[str]:
    """`start` and all above it; nothing comes after something that it specialises."""
    below = TopologicalSorter[str]()
    seen, waiting = {start}, [start]
    below.add(start)
    for name in waiting:
        for parent in parents.get(name, ()):
            below.add(parent, name)
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    try:
        return list(below.static_order())
    except CycleError as error:
        raise OntologyError(f"{start}: what it specialises forms a circle") from error


@lru_cache(maxsize=8)
def _loaded(files: tuple[tuple[Path, int | None], ...], texts: tuple[str, ...]) -> Ontology:
    """The ontology of these files as they were written then; every part of the reading shares it."""
    facts = _Facts()
    for path, _ in files:
        facts.read(str(path), path=str(path))
    for text in texts:
        facts.read("the ontology that the graph was made with", text=text)
    headwords = facts.words("kgo:headword")
    namewords = {**facts.words("kgo:nameword"), **headwords}
    return Ontology(
        facts.classes(),
        headwords,
        namewords,
        facts.relations(),
        facts.labels(),
        facts.words("kgo:subjectOf"),
        facts.words("kgo:objectOf"),
        facts.words("kgo:complementOf"),
        facts.words("kgo:modifierOf"),
        facts.words("kgo:contextWord"),
        facts.words("kgo:knownName"),
        facts.words("kgo:firstword"),
    )


class _Facts:
    """The triples of some Turtle files, by subject and predicate."""

    def __init__(self) -> None:
        self.by_subject: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.last: dict[tuple[str, str], str] = {}

    def read(self, name: str, *, path: str | None = None, text: str | None = None) -> None:
        try:
            quads = list(ox.parse(text, path=path, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True))
        except (OSError, SyntaxError, ValueError) as error:
            raise OntologyError(f"{name}: {error}") from error
        for quad in quads:
            subject, predicate, value = _name(quad.subject), _name(quad.predicate), _name(quad.object)
            self.by_subject[subject][predicate].append(value)
            self.last[predicate, value] = subject

    def values(self, subject: str, predicate: str) -> list[str]:
        return sorted(set(self.by_subject[subject].get(predicate, ())))

    def one(self, subject: str, predicate: str) -> str | None:
        return next(iter(self.values(subject, predicate)), None)

    def is_true(self, subject: str, predicate: str) -> bool:
        return self.one(subject, predicate) == "true"

    def of_type(self, *types: str) -> list[str]:
        return sorted(s for s, facts in self.by_subject.items() if set(types) & set(facts.get("rdf:type", ())))

    def labels(self) -> dict[str, str]:
        return {s: f["rdfs:label"][0] for s, f in self.by_subject.items() if f.get("rdfs:label")}

    def classes(self) -> dict[str, tuple[str, ...]]:
        known = set(self.of_type("owl:Class", "rdfs:Class"))
        return {c: tuple(p for p in self.values(c, "rdfs:subClassOf") if p in known) for c in sorted(known)}

    def words(self, annotation: str) -> dict[str, str]:
        """The class that each word tells; the file read last decides."""
        classes = set(self.of_type("owl:Class", "rdfs:Class"))
        return {word: c for (predicate, word), c in self.last.items() if predicate == annotation and c in classes}

    def relations(self) -> dict[str, Relation]:
        names = self.of_type("owl:ObjectProperty", "owl:DatatypeProperty", "rdf:Property")
        return {name: self.relation(name) for name in names if self.has_sides(name) or self.worded(name)}

    def has_sides(self, name: str) -> bool:
        return any(self.one(name, side) for side in ("rdfs:domain", "rdfs:range"))

    def worded(self, name: str) -> tuple[Wording, ...]:
        return tuple(Wording.parse(name, kind, text) for kind in WORDED for text in self.values(name, f"kgo:{kind}"))

    def relation(self, name: str) -> Relation:
        types = self.values(name, "rdf:type")
        event = self.one(name, "kgo:eventType")
        return Relation(
            curie=name,
            label=self.one(name, "rdfs:label") or name,
            domain=self.sides(name, "rdfs:domain"),
            range=self.sides(name, "rdfs:range"),
            wordings=self.worded(name),
            parents=tuple(p for p in self.values(name, "rdfs:subPropertyOf") if p in self.by_subject),
            inverse=self.one(name, "owl:inverseOf"),
            is_symmetric="owl:SymmetricProperty" in types,
            is_literal="owl:DatatypeProperty" in types
            or any(r.startswith("xsd:") for r in self.values(name, "rdfs:range")),
            event=(self.one(event, "skos:notation") or event.split(":")[-1].upper()) if event else None,
            entails=tuple(self.values(name, "kgo:entails")),
            nationality_before=frozenset(self.values(name, "kgo:nationalityBefore")),
            happens=bool(event) or self.is_true(name, "kgo:happens"),
            of_many=self.is_true(name, "kgo:ofMany"),
            alike=self.is_true(name, "kgo:alike"),
            undergone=self.is_true(name, "kgo:undergone"),
            needs_object=self.is_true(name, "kgo:needsObject"),
            is_name=self.is_true(name, "kgo:isName"),
            jointly=self.is_true(name, "kgo:jointly"),
            punctual=self.is_true(name, "kgo:punctual"),
            intransitive=self.is_true(name, "kgo:intransitive"),
            owned_by_another=self.is_true(name, "kgo:ownedByAnother"),
            definition=self.one(name, "skos:definition") or "",
        )

    def sides(self, name: str, predicate: str) -> frozenset[str]:
        found: set[str] = set()
        for value in self.values(name, predicate):
            union = self.one(value, "owl:unionOf")
            found.update(self.listed(union) if union else [value])
        return (
            frozenset(found - {"owl:Thing", "kgo:Entity", "rdfs:Resource"})
            if "kgo:Entity" not in found
            else frozenset()
        )

    def listed(self, node: str | None) -> list[str]:
        found = []
        while node and node != "rdf:nil":
            found.extend(self.values(node, "rdf:first"))
            node = self.one(node, "rdf:rest")
        return found


def _name(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    if isinstance(term, ox.NamedNode):
        return curie(term.value)
    return term.value if isinstance(term, ox.Literal) else str(term)
