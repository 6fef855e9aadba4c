"""A relation of the ontology and the ways to word it; the grammar of wordings stands in `ontology/README.md`."""

from __future__ import annotations

from dataclasses import dataclass

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


def curie(iri: str) -> str:
    """The IRI with a known prefix in short form, else the IRI itself."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
