from __future__ import annotations

import gzip
import io
import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import InputError, StoreError
from kg.store import GraphStore, export, import_files
from tests.store.extractions import article, extraction, later
from tests.store.formats import FORMATS


@pytest.fixture(scope="module")
def store() -> GraphStore:
    made = GraphStore.open(None)
    made.add_all([extraction(), later()])
    return made


def written(store: GraphStore, format_: str, *, rdf12: bool = False) -> bytes:
    stream = io.BytesIO()
    export(store, format_, stream, rdf12=rdf12)
    return stream.getvalue()


@pytest.mark.parametrize("format_", ["nq", "trig"])
def test_rdf_1_2_comes_back_as_what_it_was_made_from(format_: str, store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / f"g.{format_}").write_bytes(written(store, format_, rdf12=True))
    made, report = import_files(tmp_path / f"g.{format_}", None)
    assert report.failed == []
    assert set(made.quads) == set(store.quads)


def test_gzipped_files_and_several(store: GraphStore, tmp_path: Path) -> None:
    for one, name in ((extraction(), "a.nq.gz"), (later(), "b.NQ.GZ")):
        alone = GraphStore.open(None)
        alone.add(one)
        (tmp_path / name).write_bytes(gzip.compress(written(alone, "nq")))
    made, report = import_files([tmp_path / "a.nq.gz", tmp_path / "b.NQ.GZ"], tmp_path / "out")
    with made:
        assert (report.added, report.known, report.failed) == (2, 0, [])
        assert set(made.quads) == set(store.quads)


def test_again_adds_nothing(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "g.trig").write_bytes(written(store, "trig"))
    for expected in ((2, 0), (0, 2)):
        made, report = import_files(tmp_path / "g.trig", tmp_path / "out")
        with made:
            assert (report.added, report.known, report.failed) == (*expected, [])
            assert set(made.quads) == set(store.quads)


def test_what_is_stored_stays_where_the_file_says_something_else(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "g.trig").write_bytes(written(store, "trig"))
    other = extraction(article=article(title="Another headline"))
    with GraphStore.open(tmp_path / "out") as before:
        before.add(other)
        held = set(before.quads)
    made, report = import_files(tmp_path / "g.trig", tmp_path / "out")
    with made:
        assert (report.added, report.known) == (1, 0)
        assert "something else of this article" in str(report.failed[0])
        assert held <= set(made.quads)


def test_a_new_store_takes_the_base_of_the_file_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    base = "https://example.org/things/"
    store = GraphStore.open(None, base=base)
    store.add(later())
    (tmp_path / "g.jsonld").write_bytes(written(store, "jsonld"))
    made, _ = import_files(tmp_path / "g.jsonld", tmp_path / "new")
    with made:
        assert made.base == base
    GraphStore.open(tmp_path / "old").close()
    made, report = import_files(tmp_path / "g.jsonld", tmp_path / "old")
    with made:
        assert len(made.quads) == 0
        assert f"its things begin with {base}" in str(report.failed[0])


GRAPH = "<https://w3id.org/newskg/id/article/a>"
IS_ARTICLE = f"{GRAPH} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/NewsArticle> {GRAPH} .\n"
HAS_ID = f'{GRAPH} <http://purl.org/dc/terms/identifier> "a" {GRAPH} .\n'
REIFIES = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies"


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("g.nq", IS_ARTICLE + "<a:a> <a:b> broken .\n", "broken: .*line 2"),
        ("g.nq", IS_ARTICLE + HAS_ID + f"<a:a> <a:b> <http://x y> {GRAPH} .", "broken: "),
        ("g.nq", "", "no articles in it"),
        ("g.trig", "@prefix a: <a:> .", "no articles in it"),
        ("g.nq", "<a:a> <a:b> <a:c> .", "belong to no article"),
        ("g.nq", "<a:a> <a:b> <a:c> <a:g> .", "a:g is no article"),
        ("g.nq", IS_ARTICLE, "does not describe the article"),
        ("g.nq", HAS_ID, "does not describe the article"),
        ("g.nq", IS_ARTICLE + HAS_ID.replace('"a"', '"b"'), "does not describe the article"),
        ("g.nq", IS_ARTICLE + HAS_ID + f"_:b <a:b> <a:c> {GRAPH} .", "blank nodes or triple terms"),
        ("g.nq", IS_ARTICLE + HAS_ID + f"<a:a> <{REIFIES}> <<( <a:a> <a:b> <a:c> )>> {GRAPH} .", "triple terms"),
        ("g.nq", IS_ARTICLE + HAS_ID + f'<a:a> <a:b> "x"@en--ltr {GRAPH} .', "base direction"),
        (
            "g.nq",
            IS_ARTICLE + HAS_ID + f'{GRAPH} <https://schema.org/datePublished> "soon" {GRAPH} .',
            "Invalid isoformat",
        ),
        (
            "g.nq",
            "<a:a> <a:b> " + "<<( <a:a> <a:b> " * 99_999 + "<a:c>" + " )>>" * 99_999 + " .",
            "nested too deeply",
        ),
        ("g.trig", '<?xml version="1.0"?><rdf:RDF/>', "RDF/XML is refused"),
        ("g.rdf", "<rdf:RDF/>", "RDF/XML is refused"),
        ("g.ttl", IS_ARTICLE, "does not tell which article says what"),
        ("g.csv", "a,b", r"not a file of \.trig, \.nq or \.jsonld"),
        ("g.nq.gz", "no gzip", "broken: "),
        ("g.jsonld", "{", "broken: "),
        ("g.jsonld", '{"@context": "http://127.0.0.1:9/context.jsonld", "@id": "a:a"}', "nothing is fetched"),
        ("g.jsonld", '{"@graph": [{"@context": [{}, "http://127.0.0.1:9/"]}]}', "nothing is fetched"),
        ("g.jsonld", '{"@context": {"@import": "http://127.0.0.1:9/"}}', "nothing is fetched"),
        ("g.jsonld", '{"@graph":[' * 100_000 + "]}" * 100_000, "nested too deeply"),
    ],
)
def test_what_cannot_be_taken_is_one_line_and_changes_nothing(
    name: str, text: str, why: str, store: GraphStore, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with GraphStore.open(tmp_path / "out") as before:
        before.add_all([extraction(), later()])
    made, report = import_files(tmp_path / name, tmp_path / "out")
    with made:
        assert (report.added, report.known) == (0, 0)
        assert set(made.quads) == set(store.quads)
    (failure,) = report.failed
    assert str(failure).startswith(str(tmp_path / name))
    assert "\n" not in str(failure)
    assert re.search(why, str(failure))


def test_a_file_that_breaks_off_makes_no_graph(store: GraphStore, tmp_path: Path) -> None:
    for name in ("trig", "nq", "jsonld"):
        (tmp_path / f"g.{name}").write_bytes(written(store, name)[:-1000])
        with pytest.raises(InputError, match="broken"):
            import_files(tmp_path / f"g.{name}", tmp_path / "out")
    with pytest.raises(InputError, match="no such file"):
        import_files(tmp_path / "none.nq", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_one_bad_file_does_not_stop_the_rest(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "bad.nq").write_text("<a:a>")
    (tmp_path / "good.nq").write_bytes(written(store, "nq"))
    made, report = import_files([tmp_path / "bad.nq", tmp_path / "good.nq"], None)
    assert (report.added, len(report.failed)) == (2, 1)
    assert set(made.quads) == set(store.quads)


def test_a_store_in_use_says_so(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "g.nq").write_bytes(written(store, "nq"))
    with GraphStore.open(tmp_path / "out"), pytest.raises(StoreError, match="in use"):
        import_files(tmp_path / "g.nq", tmp_path / "out")


def test_json_ld_of_another_shape_is_the_same_graph(store: GraphStore, tmp_path: Path) -> None:
    document = json.loads(written(store, "jsonld"))
    (tmp_path / "indented.jsonld").write_text(json.dumps(document, indent=1, sort_keys=True), encoding="utf-8")
    expanded = ox.serialize(store.quads, format=FORMATS["jsonld"])
    assert expanded is not None
    (tmp_path / "expanded.jsonld").write_bytes(expanded)
    for name in ("indented", "expanded"):
        made, report = import_files(tmp_path / f"{name}.jsonld", None)
        assert report.failed == []
        assert set(made.quads) == set(store.quads)
