"""Whether a graph is as `shapes.ttl` says that a good one is (SHACL).

The core constraints are checked by shacl-rust. The SPARQL constraints (SHACL, section 5) run on Oxigraph, each once
for all the things that its shape targets instead of once for each of them, which on a big graph is the difference
between a second and an hour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import shacl_rust

from kg.errors import OntologyError, StoreError
from kg.ontology import shipped
from kg.store import vocabulary as v
from kg.store.graph_store import GraphStore, select
from kg.store.violations import Term, ValidationReport, Violation

AXIOMS = frozenset(
    map(v.term, ("rdfs:domain", "rdfs:range", "rdfs:subClassOf", "owl:unionOf", "rdf:first", "rdf:rest"))
)
SH = "http://www.w3.org/ns/shacl#"
SPARQL_SHAPES = f"""
PREFIX sh: <{SH}>
SELECT ?shape ?kind ?constraint ?message ?select WHERE {{
  ?shape sh:targetClass ?kind ; sh:sparql ?constraint .
  ?constraint sh:select ?select ; sh:message ?message .
}} ORDER BY ?shape ?message
"""
DECLARED = f"""
PREFIX sh: <{SH}>
SELECT ?prefix ?namespace WHERE {{ ?constraint sh:prefixes/sh:declare [ sh:prefix ?prefix ; sh:namespace ?namespace ] }}
"""
WHERE = re.compile(r"(\bWHERE\s*\{)", re.IGNORECASE)


def validate(store: GraphStore, shapes: str | Path, *, ontology: Iterable[str | Path] = ()) -> tuple[bool, str]:
    """Whether the graph conforms, and the report in words; see `check`."""
    report = check(store, shapes, ontology=ontology)
    return report.conforms, report.text()


def check(store: GraphStore, shapes: str | Path, *, ontology: Iterable[str | Path] = ()) -> ValidationReport:
    """What in the graph is not as the shapes say, by shape, message and focus node.

    Args:
        shapes: a Turtle file of SHACL shapes.
        ontology: Turtle files on top of the shipped ontology, whose domains and ranges hold too.

    Raises:
        StoreError: the shapes cannot be read or used.
        OntologyError: an ontology file is no Turtle.
    """
    wanted = _parsed(Path(shapes), StoreError)
    data = ox.serialize({quad.triple for quad in store.quads}, format=ox.RdfFormat.N_TRIPLES) or b""
    for path in [*shipped(), *map(Path, ontology)]:
        axioms = [quad.triple for quad in _parsed(path, OntologyError) if quad.predicate in AXIOMS]
        data += ox.serialize(axioms, format=ox.RdfFormat.N_TRIPLES) or b""
    try:
        found = sorted({*_core(data, wanted), *_sparql(data, wanted)}, key=Violation.order)
    except (SyntaxError, ValueError, RuntimeError) as error:
        raise StoreError(f"{shapes}: not usable as shapes ({' '.join(str(error).split())})") from error
    return ValidationReport.of(store, found)


def _parsed(path: Path, failure: type[StoreError | OntologyError]) -> ox.Store:
    """The triples of a Turtle file; blank nodes are renamed, so that those of two files stay apart."""
    parsed = ox.Store()
    try:
        parsed.extend(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True))
    except (OSError, SyntaxError, ValueError) as error:
        raise failure(f"{path}: not readable as Turtle ({' '.join(str(error).split())})") from error
    return parsed


def _core(data: bytes, shapes: ox.Store) -> Iterator[Violation]:
    text = ox.serialize(_named(shapes), format=ox.RdfFormat.N_TRIPLES) or b""
    report = shacl_rust.validate(data.decode(), text.decode(), data_format="nt", shapes_format="nt")
    owners = {_name(quad.object).value: quad.subject.value for quad in _all(shapes, "property")}
    messages = {_name(quad.subject).value: quad.object.value for quad in _all(shapes, "message")}
    for result in report["results"]:
        source = result["sourceShape"].strip("<>")
        yield Violation(
            focus=_term(result["focusNode"]),
            message=messages.get(source) or " ".join(result.get("messages") or ["does not conform"]),
            shape=owners.get(source, source),
            component=result["sourceConstraintComponent"].strip("<>"),
            path=result["resultPath"].strip("<>") if result.get("resultPath") else None,
            value=_term(result["value"]) if result.get("value") else None,
        )


def _named(shapes: ox.Store) -> Iterator[ox.Triple]:
    """The core shapes with names for blank nodes, by which results can be told."""
    for quad in shapes:
        if quad.predicate != _sh("sparql"):
            yield ox.Triple(_name(quad.subject), quad.predicate, _name(quad.object))


def _name(term: Any) -> Any:
    return ox.NamedNode(f"urn:shape:{term.value}") if isinstance(term, ox.BlankNode) else term


def _all(shapes: ox.Store, name: str) -> Iterator[Any]:
    return iter(shapes.quads_for_pattern(None, _sh(name), None))


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"{SH}{name}")


def _sparql(data: bytes, shapes: ox.Store) -> Iterator[Violation]:
    graph = ox.Store()
    graph.bulk_load(data, format=ox.RdfFormat.N_TRIPLES)
    prefixes = {row["prefix"].value: row["namespace"].value for row in select(shapes, DECLARED)}
    for row in select(shapes, SPARQL_SHAPES):
        head, where, rest = WHERE.split(row["select"].value, maxsplit=1)
        query = head + where + rest.replace("$this", f"$this a {row['kind']} . $this", 1)  # where the rest is anchored
        solutions = select(graph, query, prefixes=prefixes)
        names = {variable.value for variable in solutions.variables}
        for found in solutions:
            path = found["path"] if "path" in names else None
            yield Violation(
                focus=found["this"],
                message=row["message"].value,
                shape=row["shape"].value,
                component=f"{SH}SPARQLConstraintComponent",
                path=path.value if path is not None else None,
                value=found["value"] if "value" in names else None,
            )


def _term(text: str) -> Term:
    """The node that N-Triples writes so."""
    (quad,) = ox.parse(f"<x:s> <x:p> {text} .", format=ox.RdfFormat.N_TRIPLES)
    found: Term = quad.object
    return found
