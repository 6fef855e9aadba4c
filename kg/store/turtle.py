"""Blocks of N-Triples terms as Turtle for people: prefixes, a paragraph a subject, long texts with their lines.

The terms come from Oxigraph's N-Triples, so that escapes are right already; only their spelling changes here
(Turtle, W3C 2014, sections 2.4, 2.5 and 6.4).
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping

from kg.store.lines import TYPE, Block, ranked

WIDTH, INDENT = 110, b"    "
REMEMBERED = 300_000
QUOTE = ord('"')
XSD = b"^^<http://www.w3.org/2001/XMLSchema#"
PLAIN = string.ascii_letters.encode() + string.digits.encode() + b"_/-"
LOCAL = re.compile(rb"(?:\w|%[0-9A-Fa-f]{2})(?:[\w/-]|%[0-9A-Fa-f]{2}|\.(?=[\w/-]))*", re.ASCII)
BARE = {
    b"integer": re.compile(rb"[+-]?[0-9]+"),
    b"decimal": re.compile(rb"[+-]?[0-9]*\.[0-9]+"),
    b"boolean": re.compile(b"true|false"),
}


class TurtleWriter:
    """Spells blocks; remembers how it spelt IRIs."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = dict(sorted(prefixes.items()))
        self.terms = _Terms(prefixes)
        self.verbs = _Verbs(self.terms)

    def header(self, version: str | None = None) -> bytes:
        """The prefixes, after the version of RDF where one is named."""
        lines = [f'VERSION "{version}"\n'] if version else []
        lines += [f"@prefix {name}: <{iri}> .\n" for name, iri in self.prefixes.items()]
        return "".join(lines).encode()

    def block(self, block: Block, margin: bytes = b"") -> bytes:
        """A subject with all that is said of it, a predicate a line, `margin` before each line."""
        facts = [self.fact(predicate, values, margin) for predicate, values in ranked(block.facts)]
        return margin + self.paragraph(block.subject, facts, margin)

    def fact(self, predicate: bytes, values: list[bytes], margin: bytes = b"") -> bytes:
        """A predicate with its objects."""
        verb, terms = self.verbs[predicate], self.terms
        if len(values) == 1:
            return verb + b" " + terms[values[0]]
        return verb + _listed([terms[value] for value in values], margin)

    def paragraph(self, subject: bytes, facts: list[bytes], margin: bytes = b"") -> bytes:
        """A subject with its facts, and a full stop."""
        return self.terms[subject] + b" " + (b" ;\n" + margin + INDENT).join(facts) + b" .\n"


class _Verbs(dict[bytes, bytes]):
    """Predicates as Turtle spells them; there are few, and all are remembered."""

    def __init__(self, terms: _Terms) -> None:
        super().__init__({TYPE: b"a"})
        self._terms = terms

    def __missing__(self, predicate: bytes) -> bytes:
        self[predicate] = self._terms[predicate]
        return self[predicate]


def _listed(values: list[bytes], margin: bytes) -> bytes:
    """Objects in one line, or a line each where one would be long."""
    if sum(map(len, values)) <= WIDTH:
        return b" " + b", ".join(values)
    start = b"\n" + margin + 2 * INDENT
    return start + (b"," + start).join(values)


class _Terms(dict[bytes, bytes]):
    """Terms of N-Triples as short as Turtle allows; literals are too many to be remembered."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._namespaces = {f"<{iri}".encode(): f"{name}:".encode() for name, iri in _by_use(prefixes)}

    def __missing__(self, term: bytes) -> bytes:
        if term[-1] == QUOTE:
            return _with_lines(term) if rb"\n" in term else term
        if not term.startswith(b"<"):
            return self._literal(term)
        if term.startswith(b"<<"):
            parts = term.removeprefix(b"<<( ").removesuffix(b" )>>").split(b" ", 2)
            return b"<<( " + b" ".join(map(self.__getitem__, parts)) + b" )>>"
        if len(self) > REMEMBERED:
            self.clear()
        self[term] = spelt = self._iri(term)
        return spelt

    def _iri(self, term: bytes) -> bytes:
        for namespace, prefix in self._namespaces.items():
            if term.startswith(namespace):
                local = term[len(namespace) : -1]
                is_plain = local[:1].isalnum() and not local.translate(None, PLAIN)  # as nearly all are
                return prefix + local.replace(b"/", b"\\/") if is_plain or LOCAL.fullmatch(local) else term
        return term

    def _literal(self, term: bytes) -> bytes:
        if not term.startswith(b'"'):
            return term  # a number or a boolean, which SPARQL's results spell as Turtle does
        close = term.rindex(b'"') + 1
        text, kind = term[:close], term[close:]
        if kind.startswith(XSD):
            bare = BARE.get(kind[len(XSD) : -1])
            if bare and bare.fullmatch(text[1:-1]):
                return text[1:-1]
        if kind.startswith(b"^^"):
            kind = b"^^" + self[kind[2:]]
        return (_with_lines(text) if rb"\n" in text else text) + kind


def _by_use(prefixes: Mapping[str, str]) -> list[tuple[str, str]]:
    """Namespaces inside others come before these; of the rest, that of the things is met most often."""
    spaces = prefixes.values()
    return sorted(prefixes.items(), key=lambda item: (sum(s.startswith(item[1]) for s in spaces), item[0] != "kgr"))


def _with_lines(text: bytes) -> bytes:
    """The text in long quotation marks, its line ends as they are; what looks like one behind a backslash stays."""
    parts = text[1:-1].split(rb"\\")
    return b'"""' + rb"\\".join(part.replace(rb"\n", b"\n") for part in parts) + b'"""'
