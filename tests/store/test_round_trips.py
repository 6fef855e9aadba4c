"""Whatever a graph holds, every format gives it back, to every reader that can be had."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.model import Extraction, Value
from kg.store import RDF_FORMATS, GraphStore, article_node, export, import_files
from kg.store import vocabulary as v
from kg.store.export import Choice, _union
from kg.store.turtle import TurtleWriter
from tests.store.extractions import BIRTH, ENTITIES, MET, article, extraction, later
from tests.store.formats import TRIPLES_ONLY
from tests.store.readers import READERS

XSD = "http://www.w3.org/2001/XMLSchema#"
TEXTS = {
    "script": '"></script><script>alert(1)</script>',
    "spaces": "two words and\ttab\nline\rreturn\r\nboth\x0b\x0c\x08",
    "brackets": "<>{}|\\^` kgr:x _:b @prefix # comment",
    "breaking-out": '" . <evil:s> <evil:p> "o',
    "quotes": '"""\n""" \'\'\' \\" \\\\n \\n \\\\\n"',
    "backslash": "ends with \\",
    "lines": "\n\nfirst\n\n  second ;\n    third .\n",
    "direction": "\u202egpj.exe \u2066 \u200f",
    "control": "a\x00b\x01\x1b2J\x7f\x85\u2028\u2029\ufeff\ufffe\uffff",
    "surrogate": "a\ud800b",
    "emoji": "👋🏽 e\u0301 é 中文 \U0010ffff",
    "percent": "100% %3E% %zz",
    "numbers": "-1.0",
    "empty": " ",
    "long": "x" * 20_000,
}
LITERALS = (
    ox.Literal("colour", language="en-GB"),
    ox.Literal("x", language="x-private"),
    ox.Literal("slang\n", language="de-CH-1901-x-news"),
    *(
        ox.Literal(text, datatype=ox.NamedNode(XSD + kind))
        for text, kind in (
            ("1", "integer"),
            ("-5", "integer"),
            ("99999999999999999999999", "integer"),
            ("x", "integer"),
            ("1", "decimal"),
            ("0.90", "decimal"),
            ("INF", "double"),
            ("true", "boolean"),
            ("0", "boolean"),
            ("2015-02-30", "date"),
            ("2015-11", "gYearMonth"),
            ("0000", "gYear"),
            ("1", "byte"),
        )
    ),
    ox.Literal("own", datatype=ox.NamedNode("https://example.org/type#own")),
)
ODD_NODES = (
    "https://w3id.org/newskg/ontology#",
    "https://w3id.org/newskg/ontology#label",
    "https://w3id.org/newskg/ontology#a:b",
    "https://w3id.org/newskg/ontology#a.b.",
    "https://w3id.org/newskg/ontology#-1",
    "https://w3id.org/newskg/id/a//b?c=d&e#f",
    "https://w3id.org/newskg/id//x",
    "https://w3id.org/newskg/id/été",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil",
    "urn:example:a",
    "mailto:a@example.org",
)


def hostile(name: str, text: str) -> Extraction:
    entity = replace(
        ENTITIES[0], iri=f"kgr:{text}", label=text, aliases=(text,), same_as=(f"https://example.org/{text}",)
    )
    claims = (replace(MET, phrase=text), replace(BIRTH, object=Value(text, "xsd:string", 0, 1)))
    facts = article(id=f"{name} {text}", title=text, url=text, publisher=text)
    return extraction(article=facts, entities=(entity, *ENTITIES[1:]), claims=claims)


@pytest.fixture(scope="module")
def store() -> GraphStore:
    made = GraphStore.open(None)
    made.add_all([extraction(), later(), *(hostile(name, text) for name, text in TEXTS.items())])
    graph = article_node("later-2")
    node = ox.NamedNode(ODD_NODES[0])
    for literal in LITERALS:
        made.quads.add(ox.Quad(graph, ox.NamedNode("https://example.org/says"), literal, graph))
        made.quads.add(ox.Quad(node, ox.NamedNode("http://www.w3.org/ns/oa#start"), literal, graph))
    for iri in ODD_NODES:
        made.quads.add(ox.Quad(ox.NamedNode(iri), ox.NamedNode(iri), ox.NamedNode(iri), graph))
        made.quads.add(ox.Quad(graph, ox.NamedNode("http://www.w3.org/ns/oa#hasTarget"), ox.NamedNode(iri), graph))
        made.quads.add(ox.Quad(graph, ox.NamedNode(iri), ox.Literal("x"), graph))
    return made


@pytest.fixture(scope="module")
def files(store: GraphStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    for name in RDF_FORMATS:
        export(store, name, folder / f"graph.{name}")
    return folder


def wanted(store: GraphStore, format_: str) -> set[ox.Quad]:
    if format_ in TRIPLES_ONLY:
        return {ox.Quad(*quad.triple) for quad in store.quads}
    return set(store.quads)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_readers_find_the_same_quads(format_: str, reader: str, store: GraphStore, files: Path) -> None:
    found = READERS[reader](files / f"graph.{format_}")
    missing, more = wanted(store, format_) - found, found - wanted(store, format_)
    assert (sorted(map(str, missing)), sorted(map(str, more))) == ([], [])


@pytest.mark.parametrize("format_", ["trig", "nq", "jsonld"])
def test_imports_make_the_same_graph(format_: str, store: GraphStore, files: Path) -> None:
    made, report = import_files(files / f"graph.{format_}", None)
    assert (report.added, report.known, report.failed) == (len(TEXTS) + 2, 0, [])
    assert set(made.quads) == set(store.quads)
    assert made.records() == store.records()


def test_odd_graphs_too_are_written_alike_by_both_ways_of_making_turtle(store: GraphStore, files: Path) -> None:
    writer = TurtleWriter({**v.PREFIXES, "kgr": store.base})
    slow = b"".join(_union(store, Choice(), lambda block: b"\n" + writer.block(block)))
    assert writer.header() + slow == (files / "graph.ttl").read_bytes()
