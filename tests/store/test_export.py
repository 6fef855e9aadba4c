from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import StoreError
from kg.ontology import folder
from kg.store import RDF_FORMATS, GraphStore, article_node, export, quads
from kg.store import vocabulary as v
from kg.store.columns import ROWS, Columns
from kg.store.export import Choice, _union
from kg.store.turtle import TurtleWriter
from tests.store.extractions import extraction, later
from tests.store.formats import FORMATS, TRIPLES_ONLY

KINDS = (("e", r"article.+/evidence"), ("a", r"article\\/[^/]+$"), ("c", "claim"), ("t", ""))


def written(store: GraphStore, format_: str) -> bytes:
    stream = io.BytesIO()
    export(store, format_, stream)
    return stream.getvalue()


@pytest.fixture
def store() -> GraphStore:
    made = GraphStore.open(None)
    made.add_all([extraction(), later()])
    return made


def test_formats() -> None:
    assert RDF_FORMATS == ("ttl", "nt", "nq", "trig", "jsonld")


@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_the_same_bytes_whatever_the_order_of_adding(format_: str, store: GraphStore) -> None:
    other = GraphStore.open(None)
    other.add_all([later(), extraction()])
    assert written(store, format_) == written(other, format_) == written(store, format_)


@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_what_is_written_reads_back_the_same(format_: str, store: GraphStore) -> None:
    found = set(ox.parse(written(store, format_), format=FORMATS[format_]))
    if format_ in TRIPLES_ONLY:
        assert {quad.triple for quad in found} == {quad.triple for quad in store.quads}
    else:
        assert found == {*quads(extraction()), *quads(later())}


def test_turtle_is_read_by_rdflib_and_uses_prefixes(store: GraphStore) -> None:
    text = written(store, "ttl").decode("utf-8")
    graph = rdflib.Graph().parse(data=text, format="turtle")
    assert len(graph) == len({quad.triple for quad in store.quads})
    header = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert header == sorted(header)
    assert "kgr:francois-hollande" in text
    assert "kgo:metWith kgr:barack-obama" in text
    assert "^^xsd:string" not in text


def test_a_base_of_ones_own_is_the_prefix() -> None:
    store = GraphStore.open(None, base="https://example.org/things/")
    store.add(later())
    assert b"@prefix kgr: <https://example.org/things/> ." in written(store, "ttl")


def test_turtle_is_a_paragraph_a_subject_things_before_articles_and_their_claims(store: GraphStore) -> None:
    header, *paragraphs = written(store, "ttl").decode("utf-8").split("\n\nkgr:")
    assert {line.split(" ")[0] for line in header.splitlines()} == {"@prefix"}
    names = [paragraph.split(" ")[0] for paragraph in paragraphs]
    kinds = "".join(next(k for k, pattern in KINDS if re.match(pattern, name)) for name in names)
    assert re.fullmatch("t+(ac+e+){2}", kinds)
    things = names[: kinds.index("a")]
    assert things == sorted(things)
    assert len(set(names)) == len(names)
    (hollande,) = (p for name, p in zip(names, paragraphs, strict=True) if name == "francois-hollande")
    assert hollande.splitlines()[:3] == [
        "francois-hollande a kgo:Agent, kgo:Entity, kgo:Leader, kgo:Person ;",
        '    rdfs:label "François Hollande", "Mr Hollande" ;',
        '    skos:altLabel "Hollande" ;',
    ]


CLAIM, RESOURCE = ox.NamedNode(f"{v.BASE}claim/of-another-program"), ox.NamedNode(f"{v.BASE}resource")
NUMBERS = [ox.Literal(number) for number in range(9)]
FOREIGN = {
    "a predicate of its own": [(CLAIM, ox.NamedNode("https://example.org/p"), RESOURCE)],
    "a relation that no claim names": [(RESOURCE, v.term("kgo:metWith"), CLAIM)],
    "a claim with half of what claims have": [(CLAIM, v.TYPE, v.CLAIM), (CLAIM, v.POLARITY, v.term("kgo:Affirmed"))],
    "a statement that is no claim": [(CLAIM, v.TYPE, v.STATEMENT), (CLAIM, v.SUBJECT, RESOURCE)],
    "a claim with several of everything": [
        (CLAIM, v.TYPE, v.CLAIM),
        (CLAIM, v.TYPE, v.STATEMENT),
        *((CLAIM, predicate, number) for predicate in ROWS[0][1] for number in NUMBERS),
    ],
    "many polarities in place of those that others lack": [
        *((ox.NamedNode(f"{CLAIM.value}-{n}"), v.TYPE, v.CLAIM) for n in range(9)),
        *((CLAIM, v.POLARITY, number) for number in NUMBERS),
    ],
}


def test_the_union_is_written_alike_article_by_article_and_in_columns(store: GraphStore) -> None:
    writer = TurtleWriter({**v.PREFIXES, "kgr": store.base})
    slow = _union(store, Choice(), lambda block: b"\n" + writer.block(block))
    assert writer.header() + b"".join(slow) == written(store, "ttl")


@pytest.mark.parametrize("foreign", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize("graphs", [("summit-1",), ("another",), ("summit-1", "another"), ()])
def test_what_other_programs_wrote_is_written_too(
    foreign: list[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode]], graphs: tuple[str, ...], store: GraphStore
) -> None:
    store.quads.extend(ox.Quad(*triple, article_node(name)) for triple in foreign for name in graphs)
    expected = {quad.triple for quad in store.quads}
    if not graphs:
        store.quads.extend(ox.Quad(*triple) for triple in foreign)  # of no article, and in no export
    found = [quad.triple for quad in ox.parse(written(store, "ttl"), format=FORMATS["ttl"])]
    assert set(found) == expected
    assert len(found) == len(expected)


def test_what_articles_are_written_with_is_read_in_rows(store: GraphStore) -> None:
    columns = Columns.of(store.quads, base=store.base, inferred=False)
    read = [(predicate, sum(len(subjects) for subjects, _ in table)) for predicate, table in columns.usual()]
    assert sum(rows for _, rows in read) == columns.size() == len(store.quads)
    assert [predicate for predicate, rows in read if rows] == [predicate for predicate, _ in columns.all()]
    claims = len(list(store.quads.quads_for_pattern(None, v.TYPE, v.CLAIM)))
    assert {predicate: rows for predicate, rows in read if predicate in ROWS[0][1]} == dict.fromkeys(ROWS[0][1], claims)


@pytest.mark.parametrize("format_", ["ttl", "nt", "nq", "trig"])
def test_a_sentence_stands_before_its_selectors(format_: str, store: GraphStore) -> None:
    text = written(store, format_).decode().replace("\\/", "/")
    for place in set(re.findall(r"evidence/(\d+-\d+)", text)):
        first = [re.search(rf"(?m)^\W*\S*evidence/{place}{end}", text) for end in ("[> ]", "/position", "/quote")]
        starts = [found.start() for found in first if found]
        assert len(starts) == 3
        assert starts == sorted(starts)


def test_a_text_of_several_lines_is_written_in_lines() -> None:
    store = GraphStore.open(None)
    text = 'One\n"two"\\n\n\\'
    store.add(replace(later(), article=replace(later().article, text=text * 9), claims=(), entities=()))
    assert b'schema:articleBody """One\n\\"two\\"\\\\n\n\\\\One' in written(store, "ttl")


def test_rdf_1_2_names_the_triple_of_each_claim(store: GraphStore) -> None:
    stream = io.BytesIO()
    export(store, "ttl", stream, rdf12=True)
    assert stream.getvalue().startswith(b'VERSION "1.2"\n@prefix')
    triples = {quad.triple for quad in ox.parse(stream.getvalue(), format=FORMATS["ttl"])}
    plain = {quad.triple for quad in store.quads}
    found = {t.subject: t.object for t in triples - plain}
    assert all(t.predicate == v.REIFIES for t in triples - plain)
    claims = {t.subject for t in plain if t.predicate == v.OBJECT}
    assert set(found) == claims
    for claim, said in found.items():
        assert isinstance(said, ox.Triple)
        parts = zip((v.SUBJECT, v.PREDICATE, v.OBJECT), said, strict=True)
        assert {ox.Triple(claim, predicate, part) for predicate, part in parts} <= plain


def test_rdf_1_2_is_not_in_json_ld(store: GraphStore) -> None:
    with pytest.raises(StoreError, match="jsonld has no triple terms"):
        export(store, "jsonld", io.BytesIO(), rdf12=True)


def test_json_ld_has_short_keys_and_brings_the_shipped_context(store: GraphStore) -> None:
    document = json.loads(written(store, "jsonld"))
    assert document["@context"] == json.loads((folder() / "context.jsonld").read_text("utf-8"))["@context"]
    (summit,) = (g for g in document["@graph"] if g["@id"] == "kgr:article/summit-1")
    nodes = {node["@id"]: node for node in summit["@graph"]}
    assert nodes["kgr:francois-hollande"] == {
        "@id": "kgr:francois-hollande",
        "@type": ["Agent", "Entity", "Leader", "Person"],
        "label": "François Hollande",
        "altLabel": "Hollande",
        "headOfState": {"@id": "kgr:france"},
        "metWith": {"@id": "kgr:barack-obama"},
        "dateOfBirth": {"@value": "1954-08-12", "@type": "xsd:date"},
    }
    (met,) = (node for node in nodes.values() if node.get("predicate") == "metWith" and "time" in node)
    assert {key: met[key] for key in ("subject", "object", "polarity", "modality", "confidence", "eventType")} == {
        "subject": "kgr:francois-hollande",
        "object": "kgr:barack-obama",
        "polarity": "Affirmed",
        "modality": "Actual",
        "confidence": "0.87",
        "eventType": "Consult",
    }


def test_json_ld_refuses_an_iri_that_would_be_read_as_a_short_name(store: GraphStore) -> None:
    made = GraphStore.open(None)
    made.add(later())
    graph = article_node("later-2")
    made.quads.add(ox.Quad(graph, v.SAME_AS, ox.NamedNode("schema:Thing"), graph))
    with pytest.raises(StoreError, match=r"<schema:Thing> cannot be told from a short name"):
        written(made, "jsonld")


@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_an_empty_graph_is_written_too(format_: str) -> None:
    assert not set(ox.parse(written(GraphStore.open(None), format_), format=FORMATS[format_]))


def test_a_path_is_replaced_in_one_step(tmp_path: Path, store: GraphStore) -> None:
    target = tmp_path / "new" / "graph.ttl"
    export(store, "ttl", target)
    target.write_text("old")
    export(store, "ttl", target)
    assert target.read_bytes() == written(store, "ttl")
    assert [path.name for path in target.parent.iterdir()] == ["graph.ttl"]


def test_a_file_of_a_broken_run_is_in_nobodys_way(tmp_path: Path, store: GraphStore) -> None:
    (tmp_path / ".graph.ttl.part").write_text("half a")
    export(store, "ttl", tmp_path / "graph.ttl")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_links_are_followed_and_devices_are_not_replaced(tmp_path: Path, store: GraphStore) -> None:
    (tmp_path / "real.ttl").write_text("old")
    (tmp_path / "link.ttl").symlink_to(tmp_path / "real.ttl")
    export(store, "ttl", tmp_path / "link.ttl")
    assert (tmp_path / "link.ttl").is_symlink()
    assert (tmp_path / "real.ttl").read_bytes() == written(store, "ttl")
    export(store, "ttl", "/dev/null")
    assert Path("/dev/null").is_char_device()


def test_what_fails_midway_leaves_the_old_file(tmp_path: Path, store: GraphStore) -> None:
    made = GraphStore.open(None)
    made.add_all([extraction(), later()])
    graph = article_node("later-2")
    made.quads.add(ox.Quad(graph, v.SAME_AS, ox.NamedNode("schema:Thing"), graph))
    (tmp_path / "graph.jsonld").write_text("old")
    with pytest.raises(StoreError):
        export(made, "jsonld", tmp_path / "graph.jsonld")
    assert (tmp_path / "graph.jsonld").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["graph.jsonld"]


def test_a_path_that_cannot_be_written_is_one_line_and_leaves_nothing(tmp_path: Path, store: GraphStore) -> None:
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(StoreError, match=r"graph\.ttl") as caught:
        export(store, "ttl", tmp_path / "graph.ttl")
    assert "\n" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_an_unknown_format_is_refused(store: GraphStore) -> None:
    with pytest.raises(StoreError, match="unknown format 'xml': one of ttl, nt"):
        export(store, "xml", io.BytesIO())
