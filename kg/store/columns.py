"""The triples of all articles in columns: subjects and objects of one predicate after the other.

Terms are read from the disk one by one, some three millionths of a second each, and that is what takes the time.
Where the predicate is given, two terms a triple are read instead of four; where its objects are few, only subjects are.
What all claims have, and all sentences, is read in rows, their subjects once. Terms are spelt as SPARQL's results in
TSV have them, which is as in N-Triples but for numbers and booleans: these stand bare.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

import pyoxigraph as ox

from kg.store import vocabulary as v
from kg.store.lines import RANKS, THREADS, ahead, inferred_graph

TSV = ox.QueryResultsFormat.TSV
Table = list[tuple[list[bytes], list[bytes]]]
"""Subjects with the object of each, or with the one object that all have."""
Read = list[tuple[ox.NamedNode, tuple[list[bytes], list[bytes]]]]
"""Parts of tables with their predicates."""
FEW = frozenset({v.TYPE, v.PREDICATE, v.POLARITY, v.MODALITY, v.EVENT_TYPE})
"""Predicates with few objects, each of which very many subjects share."""
ROWS = (
    ((v.CLAIM, v.STATEMENT), (v.SUBJECT, v.PREDICATE, v.DERIVED, v.TARGET, v.CONFIDENCE, v.POLARITY, v.MODALITY)),
    ((v.QUOTE,), (v.EXACT, v.PREFIX, v.SUFFIX)),
    ((v.POSITION,), (v.START, v.END)),
    ((v.RESOURCE,), (v.SOURCE,)),
)
"""Classes, and predicates of which whatever belongs to them has one object each, as articles are written."""
KINDS = frozenset(kind for kinds, _ in ROWS for kind in kinds)
JOINED = frozenset(predicate for _, predicates in ROWS for predicate in predicates)
OTHERS = (
    *(v.TYPE, v.LABEL, v.ALT_LABEL, v.SAME_AS, v.MENTIONS, v.IDENTIFIER, v.TEXT_HASH, v.BODY, v.HEADLINE, v.URL),
    *(v.PUBLISHER, v.PUBLISHED, v.OBJECT, v.PHRASE, v.EVENT_TYPE, v.ATTRIBUTED, v.TIME, v.PLACE, v.SELECTOR),
)
"""The other predicates of articles, but for the relations, which claims name."""
# What results in TSV hold as it is and N-Triples escapes: control characters, U+FFFE, U+FFFF.
CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))
RAW = re.compile(b"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xef\xbf[\xbe\xbf]")
SHORT = {b"\b": b"\\b", b"\f": b"\\f"}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a store.

    Args:
        without: a graph that is left out.
    """

    store: ox.Store
    without: ox.NamedNode | None = None

    @classmethod
    def of(cls, store: ox.Store, *, base: str, inferred: bool) -> Columns:
        """The columns of what the articles say, and of what was inferred where that is wanted."""
        apart = inferred_graph(base)
        return cls(store, None if inferred or not store.contains_named_graph(apart) else apart)

    def size(self) -> int:
        """How many statements there are; what several articles state counts several times."""
        if self.without is None:
            return len(self.store)
        return len(self.store) - int(self._read("(COUNT(*) AS ?n)", f"GRAPH {self.without} {{ ?s ?p ?o }}")[0])

    def usual(self) -> Iterator[tuple[ox.NamedNode, Table]]:
        """Each predicate that articles are written with, in order, with its table; nothing of what else there may be.

        The tables hold all there is if and only if they hold `size` statements.
        """
        named = self._read("DISTINCT ?o", self._stated(f"?s {v.PREDICATE} ?o"))
        relations = (_node(term) for term in named if term.startswith(b"<") and not term.startswith(b"<<"))
        single = sorted({*OTHERS, *relations} - JOINED, key=_rank)
        tasks = [*(partial(self._rows, *row) for row in ROWS), *(partial(self._table, one) for one in single)]
        read = ahead(lambda task: task(), tasks, count=2 * THREADS + len(ROWS))
        tables: dict[ox.NamedNode, Table] = {}
        for predicate, part in chain.from_iterable(islice(read, len(ROWS))):
            tables.setdefault(predicate, []).append(part)
        for predicate in sorted({*JOINED, *single}, key=_rank):
            table = tables.pop(predicate, [])
            yield predicate, table if predicate in JOINED else [*table, *(part for _, part in next(read))]

    def all(self) -> Iterator[tuple[ox.NamedNode, Table]]:
        """Each predicate, in order, with its table."""
        predicates = sorted(map(_node, self._read("DISTINCT ?p", self._stated("?s ?p ?o"))), key=_rank)
        read = ahead(lambda predicate: self._table(predicate, apart=frozenset()), predicates)
        for predicate, parts in zip(predicates, read, strict=True):
            yield predicate, [part for _, part in parts]

    def _rows(self, kinds: Iterable[ox.NamedNode], predicates: Sequence[ox.NamedNode]) -> Read:
        """What belongs to all the classes and has all the predicates; nothing if anything has two objects of one.

        Each member is a SELECT of its own, so that the engine reads it at one go and joins by hash; never more rows
        than there are subjects, because what somebody else wrote may have any number of objects.
        """
        types = [f"?s {v.TYPE} {kind}" for kind in kinds]
        most = self._read("(COUNT(*) AS ?n)", self._stated(types[0]))[0].decode()
        names = [f"?o{at}" for at, _ in enumerate(predicates)]
        members = [f"{{ SELECT ?s {{ {self._stated(one)} }} }}" for one in types]
        for predicate, name in zip(predicates, names, strict=True):
            members.append(f"{{ SELECT ?s {name} {{ {self._stated(f'?s {predicate} {name}')} }} }}")
        joined = members.pop()
        for member in reversed(members):
            joined = f"{{ SELECT * {{ {joined} {member} }} LIMIT {most} }}"
        width = 1 + len(names)
        cells = self._read(f"?s {' '.join(names)}", joined)
        subjects = cells[::width]
        if len(set(subjects)) < len(subjects):
            return []
        found: Read = [(v.TYPE, (subjects, [str(kind).encode()])) for kind in kinds]
        return found + [(predicate, (subjects, cells[at::width])) for at, predicate in enumerate(predicates, 1)]

    def _table(self, predicate: ox.NamedNode, *, apart: frozenset[ox.NamedNode] = KINDS) -> Read:
        """The table of a predicate; of those with few objects only subjects are read, for one object after the other.

        Args:
            apart: objects that are read elsewhere.
        """
        if predicate in FEW:
            terms = self._read("DISTINCT ?o", self._stated(f"?s {predicate} ?o"))
            left_out = {str(node).encode() for node in apart}
            return [
                (predicate, (self._read("?s", self._stated(f"?s {predicate} {term.decode()}")), [term]))
                for term in terms
                if term not in left_out
            ]
        cells = self._read("?s ?o", self._stated(f"?s {predicate} ?o"))
        return [(predicate, (cells[::2], cells[1::2]))]

    def _stated(self, pattern: str) -> str:
        """The pattern as an article states it."""
        return f"GRAPH ?g {{ {pattern} }}" + (f" FILTER(?g != {self.without})" if self.without else "")

    def _read(self, columns: str, where: str) -> list[bytes]:
        """The values of a query, row by row."""
        found = self.store.query(f"SELECT {columns} {{ {where} }}")
        assert isinstance(found, ox.QuerySolutions)
        text = (found.serialize(format=TSV) or b"").partition(b"\n")[2]
        if len(text.translate(None, CONTROLS)) < len(text) or b"\xef\xbf" in text:  # a hundred times faster than RAW
            text = RAW.sub(_escaped, text)
        return text.replace(b"\n", b"\t").split(b"\t")[:-1]


def _rank(predicate: ox.NamedNode) -> tuple[int, bytes]:
    return RANKS[str(predicate).encode()]


def _node(term: bytes) -> ox.NamedNode:
    return ox.NamedNode(term[1:-1].decode())


def _escaped(found: re.Match[bytes]) -> bytes:
    return SHORT.get(found[0]) or f"\\u{ord(found[0].decode()):04X}".encode()
