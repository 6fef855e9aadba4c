"""The ontology as Python: classes, relations, and how each relation is worded in English.

Read from `ontology/*.ttl` and from any files given on top; the extractor knows its relations from here and from
nowhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.facts import Facts
from kg.ontology.terms import Relation, Wording

PACKAGE = Path(__file__).parent.parent
VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"})
MATERIAL = frozenset({"ASSAULT"})


@dataclass(frozen=True)
class Ontology:
    """Classes with their superclasses, relations by CURIE, and the words that tell a class.

    `headwords` type descriptions and names ("ministry"), `namewords` names alone ("Times", "Motors"), `firstwords`
    names that begin so ("Hurricane"), `subject_of` what such a verb is said of ("graduate", "be born"), `object_of`
    what it is done to ("found"), `complement_of` what follows such a noun ("CEO of"), `modifier_of` what stands in
    front of one ("militant"), `context_of` what a text with such nouns is about ("goalkeeper"), `known` what a name
    alone tells ("Google").
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
    inside = PACKAGE / "_ontology"
    return inside if inside.is_dir() else PACKAGE.parent / "ontology"


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
    facts = Facts()
    for path, _ in files:
        facts.read(str(path), path=str(path))
    for text in texts:
        facts.read("the ontology that the graph was made with", text=text)
    headwords = facts.words("kgo:headword")
    namewords = {**headwords, **facts.words("kgo:nameword")}
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
