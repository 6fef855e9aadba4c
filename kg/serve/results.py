"""Rows of an answer in the four formats of SPARQL 1.1 (W3C: results JSON, results XML, results CSV and TSV)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None
Rows = Sequence[Sequence[Term]]
STRING = "http://www.w3.org/2001/XMLSchema#string"
WHITE = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_json(names: Sequence[str], rows: Rows) -> bytes:
    """SPARQL 1.1 Query Results JSON."""
    bindings = [{n: _cell(t) for n, t in zip(names, row, strict=True) if t is not None} for row in rows]
    return json.dumps({"head": {"vars": list(names)}, "results": {"bindings": bindings}}).encode()


def to_xml(names: Sequence[str], rows: Rows) -> bytes:
    """SPARQL Query Results XML; a character that XML cannot hold becomes U+FFFD."""
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    body = "".join(
        "<result>" + "".join(_binding(n, t) for n, t in zip(names, row, strict=True) if t is not None) + "</result>"
        for row in rows
    )
    return _document(f"<head>{head}</head><results>{body}</results>")


def to_csv(names: Sequence[str], rows: Rows) -> bytes:
    """SPARQL 1.1 Query Results CSV: values without their types."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows(
        ["" if t is None else str(t) if isinstance(t, ox.BlankNode) else _value(t) for t in row] for row in rows
    )
    return text.getvalue().encode()


def to_tsv(names: Sequence[str], rows: Rows) -> bytes:
    """SPARQL 1.1 Query Results TSV: terms as Turtle spells them."""
    lines = ["\t".join(f"?{name}" for name in names)]
    lines += ["\t".join("" if t is None else str(t).replace("\t", "\\t") for t in row) for row in rows]
    return ("\n".join(lines) + "\n").encode()


ROWS: dict[str, Callable[[Sequence[str], Rows], bytes]] = {
    "application/sparql-results+json": to_json,
    "application/sparql-results+xml": to_xml,
    "text/csv": to_csv,
    "text/tab-separated-values": to_tsv,
}


def truth(answer: bool, media_type: str) -> bytes:
    """The answer to ASK; CSV and TSV, which have no form for it, get one word."""
    word = "true" if answer else "false"
    if media_type == "application/sparql-results+json":
        return json.dumps({"head": {}, "boolean": answer}).encode()
    if media_type == "application/sparql-results+xml":
        return _document(f"<head/><boolean>{word}</boolean>")
    return f"{word}\n".encode()


def _document(inside: str) -> bytes:
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
    return f"{start}{inside}</sparql>\n".encode()


def _value(term: Term) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)


def _cell(term: Term) -> dict[str, str]:
    if isinstance(term, ox.Literal):
        cell = {"type": "literal", "value": term.value}
        if term.language:
            cell["xml:lang"] = term.language
        elif term.datatype.value != STRING:
            cell["datatype"] = term.datatype.value
        return cell
    return {"type": "bnode" if isinstance(term, ox.BlankNode) else "uri", "value": _value(term)}


def _binding(name: str, term: Term) -> str:
    text = escape(NOT_XML.sub("\ufffd", _value(term)), WHITE)
    if isinstance(term, ox.Literal):
        kind = f" xml:lang={quoteattr(term.language)}" if term.language else ""
        if not kind and term.datatype.value != STRING:
            kind = f" datatype={quoteattr(term.datatype.value)}"
        inside = f"<literal{kind}>{text}</literal>"
    else:
        inside = f"<bnode>{text}</bnode>" if isinstance(term, ox.BlankNode) else f"<uri>{text}</uri>"
    return f"<binding name={quoteattr(name)}>{inside}</binding>"
