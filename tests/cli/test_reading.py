"""build, extract and remove: streams, exit statuses, options."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .calling import TEXT, bytes_of, kg

OTHER = "Tim Cook, chief executive of Apple, met Angela Merkel."
KNOWN = """
@prefix kgo: <https://w3id.org/newskg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<http://www.wikidata.org/entity/Q567> a kgo:Person ; rdfs:label "Angela Merkel" .
"""
LOBBYING = """
@prefix kgo: <https://w3id.org/newskg/ontology#> . @prefix my: <https://example.org/my#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
my:lobbies a owl:ObjectProperty ; rdfs:domain kgo:Agent ; rdfs:range kgo:Agent ; kgo:verb "lobby" .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "two.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path / "in"


def rows(stdout: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_build_writes_the_files_and_says_so_on_stderr(folder: Path, tmp_path: Path) -> None:
    done = kg("build", folder, "-o", tmp_path / "out")
    assert (done.status, done.stdout) == (0, "")
    assert done.stderr.startswith("2 articles read · 2 articles")
    assert "Angela Merkel" in done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [*sorted(bytes_of(tmp_path / "out")), "store"]


def test_quiet_says_nothing_but_errors(folder: Path, tmp_path: Path) -> None:
    done = kg("--quiet", "build", folder, "-o", tmp_path / "out")
    assert (done.status, done.stdout, done.stderr) == (0, "", "")
    done = kg("--quiet", "build", folder / "nix.txt", "-o", tmp_path / "out")
    assert (done.status, done.stderr) == (1, f"kg: {folder}/nix.txt: no such file or folder\n")


BAD = {
    "empty.txt": (b" \n", "no text"),
    "nothing.jsonl": (b"", "no text"),
    "half.jsonl": (b'{"text": "It rai', "not JSON"),
    "row.jsonl": (b"[1]\n", "a row must be an object"),
    "cut.txt.gz": (b"\x1f\x8b\x08\x00", "gz"),
    "zeros.html": (b"<html><script>1</script></html>", "no"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_among_good_ones_is_one_line(folder: Path, tmp_path: Path, name: str) -> None:
    content, why = BAD[name]
    kg("build", folder, "-o", tmp_path / "good")
    (folder / name).write_bytes(content)
    done = kg("build", folder, "-o", tmp_path / "out")
    (line,) = (line for line in done.stderr.splitlines() if line.startswith("kg: "))
    assert done.status == 1
    assert name in line
    assert why in line
    assert "2 articles read, 1 failed" in done.stderr
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "good")


def test_an_extraction_that_is_no_rdf_does_not_stop_the_rest(folder: Path, tmp_path: Path) -> None:
    entity = {"id": "e0", "iri": "1x y:z", "label": "Apple", "types": ["kgo:Company"]}
    row = {"article": {"id": "bad", "text": "Apple."}, "entities": [entity]}
    (folder / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    done = kg("build", folder, "-o", tmp_path / "out")
    assert done.status == 1
    assert "kg: article 'bad': '1x y:z' is no IRI\n" in done.stderr
    assert "2 articles read" in done.stderr


def test_extract_prints_only_json_lines(folder: Path) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    done = kg("extract", folder)
    assert done.status == 1
    assert [row["article"]["text"] for row in rows(done.stdout)] == [TEXT, OTHER]  # type: ignore[index]
    assert done.stderr == f"kg: {folder}/empty.txt: no text\n"


def test_extracted_lines_build_the_same_graph(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(kg("extract", folder, "--date", "2015-11-14").stdout, encoding="utf-8")
    assert kg("build", tmp_path / "rows.jsonl", "-o", tmp_path / "a").status == 0
    assert kg("build", folder, "-o", tmp_path / "b", "--date", "2015-11-14").status == 0
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")


DAYS = {
    "2015-11-14": "2015-11-09",  # a Saturday: Monday was five days ago
    "2015-11-09": "2015-11-09",
    "2024-03-01": "2024-02-26",
}


@pytest.mark.parametrize(("published", "monday"), DAYS.items())
def test_date_tells_which_monday(published: str, monday: str) -> None:
    (row,) = rows(kg("extract", "-", "--date", published, "--publisher", "The Paper", stdin=TEXT).stdout)
    assert {c["time"] for c in row["claims"] if c["predicate"] == "kgo:metWith"} == {monday}  # type: ignore[attr-defined]
    assert row["article"]["published"] == published  # type: ignore[index]
    assert row["article"]["publisher"] == "The Paper"  # type: ignore[index]


def test_known_entities_get_their_iris(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "known.ttl").write_text(KNOWN, encoding="utf-8")
    kg("build", folder, "-o", tmp_path / "out", "--kb", tmp_path / "known.ttl")
    asked = "SELECT DISTINCT ?who { ?who kgo:metWith kgr:emmanuel-macron }"
    found = kg("query", tmp_path / "out", asked, "--format", "csv")
    assert found.stdout.split() == ["who", "http://www.wikidata.org/entity/Q567"]


def test_base_names_the_things_and_is_kept(folder: Path, tmp_path: Path) -> None:
    base = "https://example.org/things/"
    assert kg("build", folder / "one.txt", "-o", tmp_path / "out", "--base", base).status == 0
    assert kg("build", folder, "-o", tmp_path / "out").status == 0
    turtle = (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert f"@prefix kgr: <{base}> ." in turtle
    assert "newskg/id/" not in turtle
    done = kg("build", folder, "-o", tmp_path / "out", "--base", "https://example.org/other/")
    assert done.status == 1
    assert "made with base" in done.stderr


def test_a_relation_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "my.ttl").write_text(LOBBYING, encoding="utf-8")
    said = "Google lobbied the European Commission."
    (row,) = rows(kg("extract", "-", "--ontology", tmp_path / "my.ttl", stdin=said).stdout)
    labels = {e["id"]: e["label"] for e in row["entities"]}  # type: ignore[attr-defined]
    (claim,) = (c for c in row["claims"] if c["predicate"] == "https://example.org/my#lobbies")  # type: ignore[attr-defined]
    assert (labels[claim["subject"]], labels[claim["object"]]) == ("Google", "European Commission")
    assert "my#lobbies" not in kg("extract", "-", stdin=said).stdout


def test_unusable_settings_leave_no_article_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("this is no Turtle", encoding="utf-8")
    for option in ("--ontology", "--kb"):
        for name in ("bad.ttl", "missing.ttl"):
            done = kg("build", folder, "-o", tmp_path / "out", option, tmp_path / name)
            assert done.status == 1
            assert len(done.stderr.splitlines()) == 1
            assert name in done.stderr
    assert "not installed" in kg("build", folder, "-o", tmp_path / "out", "--model", "no_such_model").stderr


def test_remove_takes_back_one_article_and_only_that(folder: Path, tmp_path: Path) -> None:
    kg("build", folder, "-o", tmp_path / "both")
    kg("build", folder / "one.txt", "-o", tmp_path / "one")
    (two,) = (row["article"]["id"] for row in rows(kg("extract", folder / "two.txt").stdout))  # type: ignore[index]
    done = kg("remove", tmp_path / "both", two, "no\nsuch\x1b[2Jarticle")
    assert done.status == 1
    assert done.stderr.startswith("kg: no such\ufffd[2Jarticle: no article of ")
    assert "1 article removed" in done.stderr
    assert bytes_of(tmp_path / "both") == bytes_of(tmp_path / "one")
    again = kg("build", folder, "-o", tmp_path / "both")
    assert "1 article read, 1 known already" in again.stderr


def test_no_articles_make_an_empty_graph_that_every_command_takes(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    assert kg("build", tmp_path / "empty.txt", "-o", tmp_path / "out").status == 1
    for command in ("analyse", "validate", "view", "ontology"):
        assert kg(command, tmp_path / "out").status == 0
    for name in ("ttl", "nt", "nq", "trig", "jsonld", "graphml", "gexf", "csv"):
        assert kg("export", tmp_path / "out", "-f", name, "-o", tmp_path / f"g-{name}").status == 0
    assert kg("query", tmp_path / "out", "timeline", "--format", "csv").stdout.count("\n") == 1


def test_an_output_that_is_a_file(folder: Path) -> None:
    done = kg("build", folder, "-o", folder / "one.txt")
    assert done.status == 1
    assert len(done.stderr.splitlines()) == 1
    assert (folder / "one.txt").read_text("utf-8") == TEXT


def test_what_is_known_is_not_read_again_with_another_ontology_and_that_is_said(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "my.ttl"
    mine.write_text(LOBBYING, encoding="utf-8")
    assert "not read again" not in kg("build", folder, "-o", tmp_path / "out", "--ontology", mine).stderr
    assert "not read again" in kg("build", folder, "-o", tmp_path / "out", "--ontology", mine).stderr


FEED = f"""<rss version="2.0"><channel><title>The Daily</title><item><title>Talks</title>
<link>https://daily.example/1</link><pubDate>Fri, 13 Nov 2015 23:30:00 -0500</pubDate>
<description>{TEXT}</description></item><item><title>Nothing more</title></item></channel></rss>"""


def test_feeds_archives_and_addresses_are_built_and_what_fails_is_named(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    (folder / "news.rss").write_text(FEED, encoding="utf-8")
    (folder / "cut.warc").write_bytes(
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\nHTTP/1.1 200 OK\r\n"
    )
    done = kg("build", folder, "file:///etc/hostname", "http://127.0.0.1:1/a", "-o", tmp_path / "out")
    lines = [line.removeprefix(f"kg: {folder}/") for line in done.stderr.splitlines() if line.startswith("kg: ")]
    assert done.status == 1
    assert lines == [
        "kg: file:///etc/hostname: only http and https addresses are fetched",
        "cut.warc record 1: cut off",
        "news.rss entry 2: no text",
        "kg: http://127.0.0.1:1/a: the server cannot be reached",
    ]
    assert "3 articles read, 4 failed" in done.stderr
    printed = kg("extract", folder / "news.rss")
    article = rows(printed.stdout)[0]["article"]
    assert isinstance(article, dict)
    assert [article[key] for key in ("title", "url", "published", "publisher")] == [
        "Talks",
        "https://daily.example/1",
        "2015-11-13",
        "The Daily",
    ]
