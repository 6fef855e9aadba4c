"""All articles as one graph in Turtle, read predicate by predicate.

Reading terms from the disk is what takes the time. Where the predicate is given, two terms a triple are read
instead of four, and both what is said twice and the order of predicates cost nothing more. The bytes are those that
blocks of an article give (`kg.store.lines`); a million triples take some 300 MB while they are put together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from kg.store import vocabulary as v
from kg.store.lines import RANKS, ahead, inferred_graph
from kg.store.turtle import XSD, TurtleWriter

TSV = ox.QueryResultsFormat.TSV
DERIVED = str(v.DERIVED).encode()
FEW = frozenset(str(node).encode() for node in (v.TYPE, v.PREDICATE, v.POLARITY, v.MODALITY, v.EVENT_TYPE))
"""Predicates with few objects, each of which very many subjects share."""
EVIDENCE = b"/evidence/"
# What results in TSV hold as it is and N-Triples escapes: control characters, U+FFFE, U+FFFF.
CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))
RAW = re.compile(b"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xef\xbf[\xbe\xbf]")
SHORT = {b"\b": b"\\b", b"\f": b"\\f"}


def union(store: ox.Store, writer: TurtleWriter, *, base: str, inferred: bool = False) -> Iterator[bytes]:
    """Paragraphs of Turtle: things first, then of each article itself, its claims and their sentences.

    Args:
        inferred: also what was inferred from the articles.
    """
    apart = inferred_graph(base)
    where = "" if inferred or not store.contains_named_graph(apart) else f" FILTER(?g != {apart})"
    facts: dict[bytes, list[bytes]] = defaultdict(list)
    derived: dict[bytes, bytes] = {}
    predicates = sorted(_table(store, "DISTINCT ?p", "?s ?p ?o", where), key=RANKS.__getitem__)
    for predicate, rows in zip(predicates, ahead(lambda p: _rows(store, p, where), predicates), strict=True):
        one, many = _by_subject(rows)
        start, terms = writer.verbs[predicate] + b" ", writer.terms
        several = _Facts(writer, predicate) if predicate in FEW else None
        for subject, term in one.items():
            if subject not in many:
                facts[subject].append(start + terms[term])
            elif several is not None:
                facts[subject].append(several[tuple(many[subject])])
            else:
                facts[subject].append(writer.fact(predicate, many[subject]))
        if predicate == DERIVED:
            derived = one
    place = _Place(base, derived)
    for subject in sorted(facts, key=place.of):
        yield b"\n" + writer.paragraph(subject, facts.pop(subject))


class _Place:
    """Where a subject stands in the file."""

    def __init__(self, base: str, derived: dict[bytes, bytes]) -> None:
        self.articles, self.claims = f"<{base}article/".encode(), f"<{base}claim/".encode()
        self.derived = derived

    def of(self, subject: bytes) -> tuple[bytes, int, bytes]:
        """Its article (nothing for things of all), what it is, and its name."""
        if subject.startswith(self.claims):
            return self.derived.get(subject, b""), 1, subject
        if subject.startswith(self.articles):
            article, evidence, _ = subject.partition(EVIDENCE)
            if evidence:
                return article + b">", 2, subject
            if b"/" not in subject[len(self.articles) :]:
                return subject, 0, subject
        return b"", 0, subject


class _Facts(dict[tuple[bytes, ...], bytes]):
    """A predicate with its objects, for each combination of these."""

    def __init__(self, writer: TurtleWriter, predicate: bytes) -> None:
        super().__init__()
        self._writer, self._predicate = writer, predicate

    def __missing__(self, terms: tuple[bytes, ...]) -> bytes:
        self[terms] = said = self._writer.fact(self._predicate, list(terms))
        return said


def _rows(store: ox.Store, predicate: bytes, where: str) -> list[bytes]:
    """Subject and object of each triple; where objects are few, only subjects are read from the disk, one by one."""
    if predicate in FEW:
        spelt = predicate.decode()
        return [
            subject + b"\t" + term
            for term in _table(store, "DISTINCT ?o", f"?s {spelt} ?o", where)
            for subject in _table(store, "DISTINCT ?s", f"?s {spelt} {term.decode()}", where)
        ]
    return _table(store, "DISTINCT ?s ?o", f"?s {predicate.decode()} ?o", where)


def _table(store: ox.Store, columns: str, pattern: str, where: str) -> list[bytes]:
    """The rows of a query over all articles, as SPARQL's results in TSV have them."""
    found = store.query(f"SELECT {columns} {{ GRAPH ?g {{ {pattern} }}{where} }}")
    assert isinstance(found, ox.QuerySolutions)
    text = found.serialize(format=TSV) or b""
    if len(text.translate(None, CONTROLS)) < len(text) or b"\xef\xbf" in text:  # a hundred times faster than RAW
        text = RAW.sub(_escaped, text)
    return text.split(b"\n")[1:-1]


def _escaped(found: re.Match[bytes]) -> bytes:
    return SHORT.get(found[0]) or f"\\u{ord(found[0].decode()):04X}".encode()


def _by_subject(rows: list[bytes]) -> tuple[dict[bytes, bytes], dict[bytes, list[bytes]]]:
    """The object of each subject, and all objects, in order, of those that have several."""
    one: dict[bytes, bytes] = {}
    many: dict[bytes, list[bytes]] = {}
    for row in rows:
        subject, _, term = row.partition(b"\t")
        if subject not in one:
            one[subject] = term
        elif subject in many:
            many[subject].append(term)
        else:
            many[subject] = [one[subject], term]
    for terms in many.values():
        terms.sort(key=_quoted)
    return one, many


def _quoted(term: bytes) -> bytes:
    """The term as N-Triples has it, by which objects are sorted."""
    if term[:1] in b'<"':
        return term
    kind = b"boolean" if term in (b"true", b"false") else b"decimal" if b"." in term else b"integer"
    return b'"' + term + b'"' + XSD + kind + b">"
