"""The graph as sorted lines of N-Triples: what every text format is made from.

Reading a term from the disk is what takes time, and Oxigraph does it outside Python's lock: graphs are read ahead
by threads, a few at a time, so that memory holds a few articles whatever the size of the store.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import pyoxigraph as ox

from kg.store import vocabulary as v

Item = TypeVar("Item")
Result = TypeVar("Result")
THREADS = min(4, os.cpu_count() or 1)
TYPE, REIFIES = str(v.TYPE).encode(), str(v.REIFIES).encode()
STATED = tuple(str(node).encode() for node in (v.SUBJECT, v.PREDICATE, v.OBJECT))
FIRST = (v.TYPE, v.LABEL, v.ALT_LABEL, v.HEADLINE, v.SUBJECT, v.PREDICATE, v.OBJECT, v.REIFIES, v.PHRASE)

ESCAPE = re.compile(r"\\([^uU]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})")
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
STRING, LANG_STRING = v.term("xsd:string").value, v.term("rdf:langString").value

Facts = Mapping[bytes, list[bytes]]


class _Ranks(dict[bytes, tuple[int, bytes]]):
    """The place of each predicate in its block."""

    def __missing__(self, predicate: bytes) -> tuple[int, bytes]:
        self[predicate] = len(FIRST), predicate
        return self[predicate]


RANKS = _Ranks({str(node).encode(): (rank, b"") for rank, node in enumerate(FIRST)})


@dataclass(frozen=True, slots=True)
class Block:
    """A subject with its predicates, each with its sorted objects; all terms as N-Triples has them."""

    subject: bytes
    facts: Facts


@dataclass(frozen=True, slots=True)
class Sections:
    """What one article says, in the order in which people read it; blocks are sorted by subject."""

    article: list[Block]
    things: list[Block]
    claims: list[Block]
    evidence: list[Block]

    def __iter__(self) -> Iterator[Block]:
        for part in (self.article, self.things, self.claims, self.evidence):
            yield from part


def articles(
    store: ox.Store, *, base: str, reifying: bool = False, inferred: bool = False
) -> Iterator[tuple[bytes, Sections]]:
    """The name of each named graph in order, with its sections.

    Args:
        reifying: whether claims say of their triple that they reify it (RDF 1.2).
        inferred: also the graph of what was inferred from the articles.
    """
    claims = f"<{base}claim/".encode()
    for graph, lines in _graphs(store, graph_names(store, base=base, inferred=inferred)):
        sections = Sections([], [], [], [])
        evidence = graph[:-1] + b"/evidence/"
        for block in blocks(lines):
            if block.subject == graph:
                sections.article.append(block)
            elif block.subject.startswith(claims):
                sections.claims.append(_reifying(block) if reifying else block)
            elif block.subject.startswith(evidence):
                sections.evidence.append(block)
            else:
                sections.things.append(block)
        for part in (sections.things, sections.claims, sections.evidence):
            part.sort(key=lambda block: name(block.subject))
        yield graph, sections


def inferred_graph(base: str) -> ox.NamedNode:
    """The name of the graph that holds what was inferred, apart from what the articles say."""
    return ox.NamedNode(f"{base}inferred")


def graph_names(store: ox.Store, *, base: str, inferred: bool = False) -> list[ox.NamedNode | ox.BlankNode]:
    """The named graphs in order, that of inferences only where asked for."""
    return sorted((g for g in store.named_graphs() if inferred or g != inferred_graph(base)), key=str)


def blocks(lines: Iterable[bytes]) -> Iterator[Block]:
    """The lines, sorted as they come, as a block for each subject."""
    last, facts = b"", dict[bytes, list[bytes]]()
    for line in lines:
        subject, predicate, value = line.split(b" ", 2)
        if subject != last:
            if facts:
                yield Block(last, facts)
            last, facts = subject, {}
        if predicate in facts:
            facts[predicate].append(value)
        else:
            facts[predicate] = [value]
    if facts:
        yield Block(last, facts)


def ranked(facts: Facts) -> list[tuple[bytes, list[bytes]]]:
    """Predicates with their objects: types, names and the parts of a statement first, then by predicate."""
    return [(predicate, facts[predicate]) for predicate in sorted(facts, key=RANKS.__getitem__)]


def to_lines(block: Block) -> Iterator[bytes]:
    """The triples of a block as lines of N-Triples without the full stop."""
    for predicate, terms in ranked(block.facts):
        for term in terms:
            yield b" ".join((block.subject, predicate, term))


def name(term: bytes) -> bytes:
    """An IRI without the bracket that ends it, by which subjects are sorted: a thing before its parts."""
    return term[:-1]


def value(term: bytes) -> str:
    """The IRI or the text of a term."""
    if term.startswith(b"<"):
        return term[1:-1].decode()
    text = term[1 : term.rindex(b'"')].decode()
    return ESCAPE.sub(_unescaped, text) if "\\" in text else text


def datatype(term: bytes) -> str | None:
    """The IRI of a literal's datatype; None for an IRI."""
    if term.startswith(b"<"):
        return None
    kind = term[term.rindex(b'"') + 1 :]
    if kind.startswith(b"^^"):
        return kind[3:-1].decode()
    return STRING if not kind else LANG_STRING


def _unescaped(found: re.Match[str]) -> str:
    letter = found[1]
    return ESCAPES[letter] if letter in ESCAPES else chr(int(letter[1:], 16))


def _reifying(block: Block) -> Block:
    stated = [block.facts.get(part, []) for part in STATED]
    if any(len(values) != 1 for values in stated):
        return block
    triple = b"<<( " + b" ".join(values[0] for values in stated) + b" )>>"
    return Block(block.subject, {**block.facts, REIFIES: [triple]})


def _graphs(store: ox.Store, names: list[ox.NamedNode | ox.BlankNode]) -> Iterator[tuple[bytes, list[bytes]]]:
    """Each named graph, by name, with its triples as sorted lines."""
    for name, lines in zip(names, ahead(lambda name: _lines(store, name), names, count=2 * THREADS), strict=True):
        yield str(name).encode(), lines


def ahead(function: Callable[[Item], Result], items: Iterable[Item], *, count: int = THREADS) -> Iterator[Result]:
    """The results in order, `count` of them made by threads before they are asked for."""
    waiting = iter(items)
    with ThreadPoolExecutor(THREADS) as pool:
        pending: deque[Future[Result]] = deque()
        while True:
            pending.extend(pool.submit(function, item) for item in islice(waiting, count - len(pending)))
            if not pending:
                return
            yield pending.popleft().result()


def _lines(store: ox.Store, graph: ox.NamedNode | ox.BlankNode) -> list[bytes]:
    text = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b""
    return sorted(text.split(b" .\n")[:-1])  # no literal of N-Triples holds a line end
