"""What follows from a graph: SPARQL rules of the ontology, run to a fixed point into a named graph of their own.

Only what is affirmed and actual is a premise, for only its triple stands in the graph. Each inferred triple has a
node (`kgo:Inference`) that names the rule and the claims, or for classes the articles, that it was derived from.
Beside them stand the events that the claims tell of (`kg.store.events`).
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError, StoreError
from kg.ontology import folder, shipped
from kg.store import vocabulary as v
from kg.store.events import events
from kg.store.graph_store import GraphStore, select

Triple = tuple[ox.NamedNode | ox.BlankNode, ox.NamedNode, ox.NamedNode | ox.BlankNode | ox.Literal]
Derived = Mapping[Triple, list[ox.NamedNode]]

PREMISES = """
SELECT ?claim ?subject ?predicate ?object WHERE {
  ?claim kgo:polarity kgo:Affirmed ; kgo:modality kgo:Actual ;
    rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
  ?subject ?predicate ?object .
}
"""


def infer(store: GraphStore, *, ontology: Iterable[str | Path] = ()) -> Counter[str]:
    """Write what follows from the articles, in place of what was inferred before; how many triples each rule gave,
    and how many tell of events.

    Args:
        ontology: Turtle files on top of the shipped ontology, which the store remembers; without any, those that it
            remembers from before.

    Raises:
        OntologyError: a file that is no Turtle, or a rule that is no query.
        StoreError: the disk refuses.
    """
    store.withdraw_inferences(keep=True)
    added = turtle_texts(ontology) or store.settings.ontology
    memory = _premises(store, added)
    inferred = store.inferred_graph
    counts: Counter[str] = Counter()
    new = {ox.Quad(*triple, inferred): None for triple in _header(inferred)}
    for rule, derived in _rounds(memory, rules()):
        counts[rule] += len(derived)
        for triple, because in derived.items():
            node = ox.NamedNode(f"{store.base}inference/{_digest(rule, triple)}")
            told = [(triple[0], triple[1], triple[2]), *_statement(node, triple, because)]
            memory.extend(ox.Quad(*row) for row in told)
            new |= {ox.Quad(*row, inferred): None for row in (*told, (node, v.RULE, ox.Literal(rule)))}
    told_of = dict.fromkeys(events(store.quads, memory, base=store.base))
    counts["events"] = len(told_of)
    new |= {ox.Quad(*triple, inferred): None for triple in told_of}
    try:
        store.changes()
        store.quads.extend(new)
    except (OSError, RuntimeError) as error:
        raise StoreError(f"what was inferred could not be written: {error}") from error
    if added != store.settings.ontology:
        store.keep_ontology(added)
    store.note_inferred(made_by=_basis(added))
    return counts


def is_inferred(store: GraphStore, *, ontology: Iterable[str | Path] = ()) -> bool:
    """Whether the graph has what `infer` would write, because nothing has changed since: graph, ontology or program.

    Raises:
        OntologyError: a file that is no Turtle.
    """
    return store.is_inferred(made_by=_basis(turtle_texts(ontology) or store.settings.ontology))


def _basis(added: tuple[str, ...]) -> str:
    """What inferences rest on besides the graph and this program."""
    return repr((sorted(path.read_text("utf-8") for path in shipped()), rules(), added))


def rules() -> dict[str, str]:
    """The shipped rules by name, in the order of their numbers: queries whose first line says what follows."""
    paths = sorted((folder() / "rules").glob("*.rq"))
    return {path.stem.partition("-")[2]: path.read_text("utf-8") for path in paths}


def turtle_texts(paths: Iterable[str | Path]) -> tuple[str, ...]:
    """The texts of Turtle files.

    Raises:
        OntologyError: a file that is no Turtle.
    """
    return tuple(map(_text, paths))


def _text(path: str | Path) -> str:
    """The text of a Turtle file."""
    try:
        text = Path(path).read_text("utf-8")
        ox.Store().load(text, format=ox.RdfFormat.TURTLE)
    except (OSError, SyntaxError, ValueError) as error:
        raise OntologyError(f"{path}: {error}") from error
    return text


def _premises(store: GraphStore, added: Iterable[str]) -> ox.Store:
    """Ontology, claims and classes in memory; classes also in the graph of the article that tells them."""
    memory = ox.Store()
    for text in (*(path.read_text("utf-8") for path in shipped()), *added):
        memory.load(text, format=ox.RdfFormat.TURTLE)
    for graph in store.quads.named_graphs():
        kinds = list(store.quads.quads_for_pattern(None, v.TYPE, None, graph))
        of_entities = {quad.subject for quad in kinds if quad.object == v.ENTITY}
        told = [quad for quad in kinds if quad.subject in of_entities]
        memory.extend(told)
        memory.extend(ox.Quad(*quad.triple) for quad in told)
    rows = select(store.quads, PREMISES, prefixes=v.PREFIXES, use_default_graph_as_union=True)
    for claim, subject, predicate, value in rows:
        triple = (subject, predicate, value)
        memory.extend(ox.Quad(*row) for row in (triple, *_statement(claim, triple, [claim])))
    return memory


def _rounds(memory: ox.Store, queries: Mapping[str, str]) -> Iterator[tuple[str, Derived]]:
    """What each rule gives that was not there before, round by round until a whole round gives nothing.

    A triple keeps the reasons of the rule that found it first, so no inference is its own reason.
    """
    found = True
    while found:
        found = False
        for name, query in queries.items():
            derived = _derived(memory, name, query)
            if derived:
                found = True
                yield name, derived


def _derived(memory: ox.Store, name: str, query: str) -> Derived:
    reasons: dict[Triple, set[ox.NamedNode]] = defaultdict(set)
    try:
        for subject, predicate, value, because in select(memory, query):
            reasons[subject, predicate, value].add(because)
    except (SyntaxError, ValueError) as error:
        raise OntologyError(f"rule {name}: {error}") from error
    return {triple: sorted(because, key=str) for triple, because in reasons.items()}


def _statement(node: ox.NamedNode, triple: Triple, because: Iterable[ox.NamedNode]) -> Iterator[Triple]:
    yield node, v.TYPE, v.INFERENCE
    for predicate, value in zip((v.SUBJECT, v.PREDICATE, v.OBJECT), triple, strict=True):
        yield node, predicate, value
    for reason in because:
        yield node, v.DERIVED, reason


def _header(graph: ox.NamedNode) -> Iterator[Triple]:
    yield graph, v.TYPE, v.INFERRED_GRAPH
    yield graph, v.LABEL, ox.Literal("What follows from the claims of the articles", language="en")


def _digest(rule: str, triple: Triple) -> str:
    """What names an inference: its triple, or for classes the rule and the subject, whose classes share a node."""
    parts = (ox.Literal(rule), *triple[:2]) if triple[1] == v.TYPE else triple
    return hashlib.sha256(" ".join(map(str, parts)).encode()).hexdigest()[:24]
