"""The whole way: articles in, graph out; again, in another order, by several processes."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg import InputError, KnowledgeGraph, StoreError, build
from kg.build import Settings, extractions
from kg.graph import FILES
from kg.model import Article, Extraction
from kg.read import read

from ..extract.reading import reader

ARTICLES = {
    "one.txt": "Angela Merkel met Emmanuel Macron in Paris on Monday.",
    "two.txt": "Apple acquired Beats Electronics in 2014. Tim Cook, chief executive of Apple, visited China.",
    "three.txt": "Russia did not attack Ukraine. Theresa May plans to visit Japan.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    return tmp_path / "in"


def write_rows(path: Path, *rows: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def bytes_of(directory: Path) -> list[bytes]:
    return [(directory / name).read_bytes() for name in FILES]


def quotes(graph: KnowledgeGraph) -> set[str]:
    return {claim.quote for claim in graph.records.claims}


def test_files_and_claims(folder: Path, tmp_path: Path) -> None:
    with build([folder], tmp_path / "out", published=date(2015, 11, 14)) as graph:
        assert (graph.report.read, graph.report.known, graph.report.failed) == (3, 0, [])
        rows = {(str(row.a), str(row.b)) for row in graph.query("SELECT ?a ?b { ?a kgo:metWith ?b }")}  # type: ignore[union-attr]
        base = graph.store.base
        assert (base + "angela-merkel", base + "emmanuel-macron") in rows
        network = graph.to_networkx()
        claims = {claim.iri: claim for claim in graph.records.claims}
        assert all(key in claims for _, _, key in network.edges(keys=True))
        assert graph.validate()[0]
    turtle = (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert "kgr:angela-merkel" in turtle
    assert 'kgo:time "2015-11-09"^^xsd:date' in turtle


def test_what_is_planned_or_denied_is_no_triple(folder: Path) -> None:
    with build(folder / "three.txt") as graph:
        claims = {(c.predicate, c.polarity, c.modality) for c in graph.records.claims}
        assert {("kgo:attacked", "negated", "actual"), ("kgo:visited", "affirmed", "planned")} <= claims
        for relation in ("attacked", "visited"):
            assert not graph.query(f"ASK {{ ?a kgo:{relation} ?b }}").askAnswer


def test_again_adds_nothing(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "out").close()
    first = bytes_of(tmp_path / "out")
    seen: list[tuple[str, Extraction | None]] = []
    with build([folder], tmp_path / "out", progress=lambda a, e: seen.append((a.text, e))) as graph:
        assert (graph.report.read, graph.report.known) == (0, 3)
    assert bytes_of(tmp_path / "out") == first
    assert sorted(seen) == sorted((text, None) for text in ARTICLES.values())


def test_order_does_not_matter(folder: Path, tmp_path: Path) -> None:
    build([folder / name for name in ARTICLES], tmp_path / "a").close()
    build([folder / name for name in reversed(ARTICLES)], tmp_path / "b").close()
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")


def test_a_second_run_adds_what_is_new(folder: Path, tmp_path: Path) -> None:
    build([folder / "one.txt"], tmp_path / "a").close()
    with build([folder], tmp_path / "a") as graph:
        assert (graph.report.read, graph.report.known) == (2, 1)
    build([folder], tmp_path / "b").close()
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")


def test_workers_read_the_same_in_order() -> None:
    articles = [Article(f"a{n}", f"{ARTICLES['one.txt']} Apple sued {n} people.") for n in range(40)]
    alone = list(extractions(articles))
    assert [extraction.article for extraction in alone] == articles
    mixed = [extraction if n % 3 == 0 else extraction.article for n, extraction in enumerate(alone)]
    assert list(extractions(mixed, workers=2)) == alone


def test_an_article_that_breaks_the_reading_is_named_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    class Breaking:
        def __init__(self, **_: object) -> None:
            self.reader = reader()

        def read(self, articles: list[Article]) -> Iterator[Extraction]:
            if any("unspeakable" in article.text for article in articles):
                raise KeyError(27)
            return self.reader.read(articles)

    monkeypatch.setattr("kg.extract.reader.Reader", Breaking)
    articles = [Article("a", "Paris grew."), Article("b", "The unspeakable rose."), Article("c", "Rome grew.")]
    failed: list[InputError] = []
    assert [e.article.id for e in extractions(articles, on_error=failed.append)] == ["a", "c"]
    assert [str(one) for one in failed] == ["article 'b': reading it breaks (KeyError: 27)"]
    assert str(pickle.loads(pickle.dumps(failed[0]))) == str(failed[0])
    with pytest.raises(InputError, match="article 'b'"):
        list(extractions(articles))


def test_neighbours_do_not_matter(folder: Path) -> None:
    together = {e.article.id: e for e in extractions(read([folder]))}
    alone = {e.article.id: e for name in ARTICLES for e in extractions(read([folder / name]))}
    assert together == alone


def test_removal_is_complete(folder: Path, tmp_path: Path) -> None:
    with build([folder], tmp_path / "a") as graph:
        article = next(a.id for a in graph.records.articles.values() if a.id.startswith("two"))
        assert graph.remove(article)
        assert not graph.remove(article)
        graph.write_files(tmp_path / "a")
    (folder / "two.txt").unlink()
    build([folder], tmp_path / "b").close()
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")


def test_one_bad_input_does_not_stop_the_rest(folder: Path) -> None:
    (folder / "empty.txt").write_text("  \n", encoding="utf-8")
    (folder / "broken.jsonl").write_text('{"text": "It rained."}\n{"text": \n', encoding="utf-8")
    with build([folder, folder / "missing.txt"]) as graph:
        named = " ".join(str(failure) for failure in graph.report.failed)
        assert graph.report.read == 4
    assert len(graph.report.failed) == 3
    assert all(name in named for name in ("empty.txt", "broken.jsonl line 2", "missing.txt"))


def test_no_inputs_make_an_empty_graph(tmp_path: Path) -> None:
    with build([], tmp_path / "out") as graph:
        assert graph.report.read == 0
        assert not graph.records.entities
    turtle, trig, page = bytes_of(tmp_path / "out")
    assert (turtle, trig) == (b"", b"")
    assert page.endswith(b"</html>")


def test_changed_text_under_an_id_replaces(tmp_path: Path) -> None:
    for text in ("Apple acquired Beats.", "Google acquired Fitbit."):
        rows = write_rows(tmp_path / "rows.jsonl", {"id": "x", "text": text})
        with build([rows], tmp_path / "out") as graph:
            assert quotes(graph) == {text}
    build([rows], tmp_path / "new").close()
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "new")


def test_one_text_under_two_ids_is_two_articles(tmp_path: Path) -> None:
    text = ARTICLES["one.txt"]
    rows = write_rows(tmp_path / "rows.jsonl", {"id": "x", "text": text}, {"id": "y", "text": text})
    with build([rows], tmp_path / "out") as graph:
        assert {a.id for a in graph.records.articles.values()} == {"x", "y"}
        assert [c.predicate for c in graph.records.claims].count("kgo:metWith") == 2
        people = {e.iri for e in graph.records.entities.values() if e.label == "Angela Merkel"}
        assert len(people) == 1
        graph.remove("x")
        assert quotes(graph) == {text}


def test_a_relation_in_turtle_alone(tmp_path: Path) -> None:
    (tmp_path / "my.ttl").write_text(
        "@prefix kgo: <https://w3id.org/newskg/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix my: <https://example.org/my#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'my:lobbies a owl:ObjectProperty ; rdfs:domain kgo:Agent ; rdfs:range kgo:Agent ; kgo:verb "lobby" .\n',
        encoding="utf-8",
    )
    (tmp_path / "a.txt").write_text("Google lobbied the European Commission on Monday.", encoding="utf-8")
    with build([tmp_path / "a.txt"], ontology=[tmp_path / "my.ttl"]) as graph:
        assert {c.predicate for c in graph.records.claims} >= {"https://example.org/my#lobbies"}
    found = list(extractions(read([tmp_path / "a.txt"]), settings=Settings()))
    assert not [c for c in found[0].claims if "lobbies" in c.predicate]


SAID = "Angela Merkel met Emmanuel Macron in Paris. "
FILLER = "Characteristically, telecommunications notwithstanding, internationalisation disappointed. "


@pytest.fixture(scope="module")
def long() -> Extraction:
    text = (SAID + FILLER * 100 + "\n\n") * 15
    assert len(text) > 130_000
    (found,) = extractions([Article("long", text)])
    return found


def test_a_long_text_is_read_in_parts_with_offsets_of_the_whole(long: Extraction) -> None:
    found, text = long, long.article.text
    assert all(text[m.start : m.end] == m.text for m in found.mentions)
    met = [c for c in found.claims if c.predicate == "kgo:metWith"]
    assert [text[c.evidence.start : c.evidence.end] for c in met] == [SAID.strip()] * 15
    assert [c.evidence.start for c in met] == [n * len(text) // 15 for n in range(15)]
    assert len({c.subject for c in met}) == 1


def test_a_long_text_comes_back_from_its_line(long: Extraction, tmp_path: Path) -> None:
    rows = write_rows(tmp_path / "rows.jsonl", long.to_dict())
    assert list(read([rows])) == [long]


def test_extractions_that_are_no_rdf_are_named(tmp_path: Path) -> None:
    entity = {"id": "e0", "iri": "_:b0", "label": "Apple", "types": ["kgo:Company"]}
    bad = {"article": {"id": "bad", "text": "Apple."}, "entities": [entity]}
    with build(write_rows(tmp_path / "rows.jsonl", bad, {"id": "good", "text": "Apple sued Google."})) as graph:
        assert {a.id for a in graph.records.articles.values()} == {"good"}
        (failure,) = graph.report.failed
    assert isinstance(failure, InputError)
    assert str(failure) == "article 'bad': '_:b0' is no IRI"


def test_closing_lets_go_after_a_query(folder: Path, tmp_path: Path) -> None:
    answers = []
    with build([folder], tmp_path / "out") as graph:
        answers.append(graph.query("SELECT * { ?s ?p ?o }"))
    for question in ("who-met-whom", "CONSTRUCT WHERE { ?s a ?o }", "ASK { ?s ?p ?o }"):
        with KnowledgeGraph.open(tmp_path / "out") as graph:
            answers.append(graph.query(question))
            graph.close()
    assert all(len(answer) for answer in answers)


def test_opening_what_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph here"):
        KnowledgeGraph.open(tmp_path)
    assert not list(tmp_path.iterdir())


def test_records_are_read_once_and_anew_after_a_change(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Angela Merkel met Emmanuel Macron in Paris.", encoding="utf-8")
    with build([tmp_path / "one.txt"], tmp_path / "out") as graph:
        first = graph.records
        assert graph.records is first
        (article,) = first.articles.values()
        assert graph.remove(article.id)
        assert not graph.records.claims
    with build([tmp_path / "one.txt"], tmp_path / "again") as graph:
        (article,) = graph.records.articles.values()
        assert len(graph.rdf)
        assert graph.store.remove(article.id)
        assert not graph.records.claims
