"""All articles as one graph in Turtle, put together from columns.

The bytes are those that blocks of an article give (`kg.store.lines`); a million triples take some 400 MB while they
are put together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat

import pyoxigraph as ox

from kg.store import vocabulary as v
from kg.store.columns import FEW, Columns, Table
from kg.store.lines import name
from kg.store.turtle import XSD, TurtleWriter

EVIDENCE = b"/evidence/"


def union(store: ox.Store, writer: TurtleWriter, *, base: str, inferred: bool = False) -> Iterator[bytes]:
    """Paragraphs of Turtle: things first, then of each article itself, its claims and their sentences.

    Args:
        inferred: also what was inferred from the articles.
    """
    columns = Columns.of(store, base=base, inferred=inferred)
    gathered = _Gathered(writer, columns.usual())
    if gathered.size < columns.size():
        gathered = _Gathered(writer, columns.all())
    facts = gathered.facts
    for subject in _in_order(facts, base, gathered.derived):
        yield b"\n" + writer.paragraph(subject, facts.pop(subject))


class _Gathered:
    """What is said of each subject, spelt, a predicate after the other."""

    def __init__(self, writer: TurtleWriter, tables: Iterable[tuple[ox.NamedNode, Table]]) -> None:
        self.facts: dict[bytes, list[bytes]] = defaultdict(list)
        self.derived: dict[bytes, bytes] = {}
        self.size = 0
        for predicate, table in tables:
            self.size += sum(len(subjects) for subjects, _ in table)
            said = _in_common if predicate in FEW else _apart
            for subject, fact in said(writer, str(predicate).encode(), table):
                self.facts[subject].append(fact)
            if predicate == v.DERIVED:
                self.derived = {one: term for part in table for one, term in zip(*part, strict=True)}


def _in_order(subjects: Iterable[bytes], base: str, derived: Mapping[bytes, bytes]) -> Iterator[bytes]:
    """The subjects as they stand in the file: those of no article, then of each article itself, claims, evidence."""
    articles, claims = f"<{base}article/".encode(), f"<{base}claim/".encode()
    sections: dict[bytes, tuple[list[bytes], list[bytes], list[bytes]]] = defaultdict(lambda: ([], [], []))
    for subject in subjects:
        if subject.startswith(claims):
            sections[derived.get(subject, b"")][1].append(subject)
            continue
        article, evidence, _ = subject.partition(EVIDENCE) if subject.startswith(articles) else (b"", b"", b"")
        if evidence:
            sections[article + b">"][2].append(subject)
        elif article and b"/" not in article[len(articles) :]:
            sections[article][0].append(subject)
        else:
            sections[b""][0].append(subject)
    for article in sorted(sections, key=name):
        for part in sections[article]:
            yield from sorted(part, key=name)


def _in_common(writer: TurtleWriter, predicate: bytes, table: Table) -> Iterator[tuple[bytes, bytes]]:
    """What is said of each subject, where very many subjects share a combination of objects."""
    said: dict[tuple[bytes, ...], bytes] = {}
    found: dict[bytes, tuple[bytes, ...]] = {}
    for subjects, terms in table:
        for subject, term in zip(subjects, terms if len(terms) == len(subjects) else repeat(terms[0]), strict=False):
            known = found.get(subject)
            found[subject] = (term,) if known is None else (*known, term)
    for subject, combination in found.items():
        if combination not in said:
            said[combination] = writer.fact(predicate, sorted(set(combination), key=_quoted))
        yield subject, said[combination]


def _apart(writer: TurtleWriter, predicate: bytes, table: Table) -> Iterator[tuple[bytes, bytes]]:
    """What is said of each subject, where each has objects of its own; what several articles say stands repeated."""
    start, known = writer.verbs[predicate] + b" ", writer.terms
    for subjects, terms in table:
        one, several = dict(zip(subjects, terms, strict=True)), dict[bytes, set[bytes]]()
        if len(one) < len(subjects):
            for subject, term in zip(subjects, terms, strict=True):
                if one[subject] != term:
                    several.setdefault(subject, {one[subject]}).add(term)
            for subject, values in several.items():
                del one[subject]
                yield subject, writer.fact(predicate, sorted(values, key=_quoted))
        for subject, term in one.items():
            yield subject, start + known[term]


def _quoted(term: bytes) -> bytes:
    """The term as N-Triples has it, by which objects are sorted."""
    if term[:1] in b'<"':
        return term
    kind = b"boolean" if term in (b"true", b"false") else b"decimal" if b"." in term else b"integer"
    return b'"' + term + b'"' + XSD + kind + b">"
