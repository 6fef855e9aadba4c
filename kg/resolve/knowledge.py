"""Known entities: RDF files of people, organisations and places with their names, given with `--kb`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.ontology import PREFIXES, curie

NAMED_BY = frozenset(
    PREFIXES[prefix] + name
    for prefix, name in (
        ("rdfs", "label"),
        ("skos", "prefLabel"),
        ("skos", "altLabel"),
        ("schema", "name"),
        ("schema", "alternateName"),
    )
)
FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
}
TYPE, LABEL = PREFIXES["rdf"] + "type", (PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel")


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of a knowledge base; `types` are CURIEs as the file gives them."""

    iri: str
    label: str
    types: tuple[str, ...]


@dataclass(frozen=True)
class KnownEntities:
    """Known entities by each of their names."""

    by_name: dict[str, list[Known]] = field(default_factory=dict)

    @classmethod
    def load(cls, paths: Iterable[str | Path]) -> KnownEntities:
        """The entities of some RDF files; the format follows the ending (.ttl, .nt, .trig, .nq).

        Raises:
            InputError: a file that is missing, of an unknown format, or broken.
        """
        found: dict[str, list[Known]] = defaultdict(list)
        for path in map(Path, paths):
            for known, names in _read(path):
                for name in names:
                    found[name].append(known)
        return cls({name: sorted(set(rows), key=lambda k: k.iri) for name, rows in found.items()})

    def find(self, names: Iterable[str], types: Iterable[str]) -> Known | None:
        """The one known entity that bears one of these names and shares a class; None where none or several do."""
        wanted = set(types)
        for name in names:
            fitting = [k for k in self.by_name.get(name, ()) if not k.types or wanted & set(k.types)]
            if len(fitting) == 1:
                return fitting[0]
        return None


def _read(path: Path) -> list[tuple[Known, set[str]]]:
    kind = FORMATS.get(path.suffix)
    if kind is None:
        raise InputError(str(path), f"known entities are read from {', '.join(FORMATS)}")
    names: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, str] = {}
    types: dict[str, set[str]] = defaultdict(set)
    try:
        for quad in ox.parse(path=str(path), format=kind):
            if not isinstance(quad.subject, ox.NamedNode):
                continue
            subject, predicate = quad.subject.value, quad.predicate.value
            if predicate in NAMED_BY and isinstance(quad.object, ox.Literal):
                names[subject].add(quad.object.value)
                if predicate in LABEL:
                    labels[subject] = min(quad.object.value, labels.get(subject, quad.object.value))
            elif predicate == TYPE and isinstance(quad.object, ox.NamedNode):
                types[subject].add(curie(quad.object.value))
    except (OSError, SyntaxError, ValueError) as error:
        raise InputError(str(path), str(error)) from error
    return [
        (Known(curie(iri), labels.get(iri) or min(names[iri]), tuple(sorted(types[iri]))), names[iri])
        for iri in sorted(names)
    ]
