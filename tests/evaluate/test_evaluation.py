"""`kg.evaluate`: files or extractions in, a report out."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from kg import InputError, evaluate
from kg.evaluate import Aspect, Counts, Report
from kg.model import Extraction

from .claiming import TEXT, Modality, extraction, words

GOLD = (
    extraction(
        ("Obama", "metWith", "Hollande", {"time": "2015-11-13", "attributed_to": "White House"}),
        ("Hollande", "headOfState", "France"),
        ("Obama", "praised", "deal"),
        article="a1",
    ),
    extraction(("May", "visited", "Japan", {"modality": Modality.PLANNED}), article="a2"),
    extraction(("Cook", "announced", words("a phone")), article="a3"),
)
FOUND = (
    extraction(
        ("President Obama", "metWith", "Hollande", {"time": "2015-11-13", "confidence": 0.9}),
        ("Hollande", "leaderOf", "France", {"confidence": 0.8}),
        ("Obama", "criticised", "deal", {"confidence": 0.7}),
        ("Obama", "announced", words("nothing"), {"confidence": 0.6}),
        article="a1",
    ),
    extraction(("May", "visited", "Japan", {"confidence": 0.95}), article="a2"),
    extraction(("Nobody", "visited", "Nowhere"), article="a4"),
)


@pytest.fixture(scope="module")
def report() -> Report:
    return evaluate(GOLD, FOUND)


def test_counts(report: Report) -> None:
    assert report.counts == Counts(gold=5, found=2, predicted=5, right=3)
    assert report.relations == {
        "kgo:announced": Counts(1, 0, 1, 0),
        "kgo:metWith": Counts(1, 1, 1, 1),
        "kgo:visited": Counts(1, 1, 1, 1),
        "kgo:headOfState": Counts(1, 0, 0, 0),
        "kgo:praised": Counts(1, 0, 0, 0),
        "kgo:criticised": Counts(0, 0, 1, 0),
        "kgo:leaderOf": Counts(0, 0, 1, 1),
    }
    assert report.articles == {"a1": Counts(3, 1, 4, 2), "a2": Counts(1, 1, 1, 1), "a3": Counts(1, 0, 0, 0)}


def test_circumstances(report: Report) -> None:
    totals = report.totals
    assert totals[Aspect.CERTAINTY].counts == Counts(5, 1, 5, 2)
    assert totals[Aspect.SOURCE].counts == Counts(5, 1, 5, 2)
    assert totals[Aspect.TIME].counts == Counts(5, 2, 5, 3)
    assert {aspect: (total.kept, total.told) for aspect, total in totals.items()} == {
        Aspect.CLAIM: (2, 2),
        Aspect.CERTAINTY: (1, 2),
        Aspect.SOURCE: (1, 2),
        Aspect.TIME: (1, 1),
    }
    assert totals[Aspect.SOURCE].share == 0.5


def test_articles_that_only_one_has(report: Report) -> None:
    assert (report.missing, report.ignored, report.differing) == (("a3",), ("a4",), ())


def test_another_text_is_told() -> None:
    moved = extraction(("May", "visited", "Japan"), article="a2", text="Other words.")
    found = evaluate(GOLD[1:2], [moved])
    assert found.differing == ("a2",)
    assert found.counts == Counts(1, 1, 1, 1)


def test_mistakes_name_article_claim_and_sentence(report: Report) -> None:
    told = [(m.kind, m.article, m.relation, m.subject, m.object) for m in report.mistakes]
    assert told == [
        ("source", "a1", "kgo:metWith", "Obama", "Hollande"),
        ("missed", "a1", "kgo:headOfState", "Hollande", "France"),
        ("missed", "a1", "kgo:praised", "Obama", "deal"),
        ("false", "a1", "kgo:criticised", "Obama", "deal"),
        ("false", "a1", "kgo:announced", "Obama", "nothing"),
        ("certainty", "a2", "kgo:visited", "May", "Japan"),
        ("missed", "a3", "kgo:announced", "Cook", "a phone"),
    ]
    assert {m.sentence for m in report.mistakes} == {TEXT}
    source, *_, certainty, _ = report.mistakes
    assert (source.gold, source.predicted, source.confidence) == ("White House", None, 0.9)
    assert (certainty.gold, certainty.predicted) == ("affirmed planned", "affirmed actual")
    assert [m.confidence for m in report.mistakes if m.kind == "false"] == [0.7, 0.6]


def test_what_the_gold_does_not_hold_in_full_is_no_mistake() -> None:
    for name in ("announced", "kgo:announced"):
        found = evaluate(GOLD, FOUND, partial=[name])
        assert found.counts == Counts(gold=5, found=2, predicted=4, right=3)


def test_a_prediction_against_itself_is_right_in_all() -> None:
    found = evaluate(FOUND, FOUND)
    assert {(t.counts.precision, t.counts.recall, t.counts.f1) for t in found.totals.values()} == {(1, 1, 1)}
    assert found.mistakes == ()


def test_one_article_has_no_interval(report: Report) -> None:
    assert all(total.intervals for total in report.totals.values())
    assert evaluate(GOLD[:1], FOUND).totals[Aspect.CLAIM].intervals is None


def test_nothing_against_nothing() -> None:
    found = evaluate([], [])
    assert found.counts == Counts()
    assert found.calibration.bins == ()


def test_to_dict_is_ready_for_json_and_the_same_each_time(report: Report) -> None:
    data = report.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert data == evaluate(GOLD, FOUND).to_dict()
    assert data["totals"]["claim"]["precision"] == 0.6
    assert data["totals"]["claim"]["intervals"]["f1"] == sorted(data["totals"]["claim"]["intervals"]["f1"])
    assert data["relations"]["kgo:metWith"]["f1"] == 1


def write(path: Path, items: tuple[Extraction, ...]) -> Path:
    lines = "".join(json.dumps(item.to_dict()) + "\n" for item in items).encode()
    path.write_bytes(gzip.compress(lines) if path.suffix == ".gz" else lines)
    return path


def test_files_give_the_same(tmp_path: Path, report: Report) -> None:
    gold, found = write(tmp_path / "gold.jsonl", GOLD), write(tmp_path / "found.jsonl.gz", FOUND)
    assert evaluate(gold, str(found)).to_dict() == report.to_dict()


BAD = {
    "missing.jsonl": (None, "no such file or folder"),
    "empty.jsonl": (b"", "no text"),
    "article.txt": (b"It rained.", "is no extraction: kg extract makes them"),
    "half.jsonl": (b'{"article": {"id": "a1", ', "not JSON"),
    "claims.jsonl": (b'{"article": {"id": "a1", "text": "x"}, "claims": [{}]}', "not a whole extraction"),
    "twice.jsonl": (b'{"article": {"id": "a1", "text": "x"}}\n' * 2, "article 'a1' stands there twice"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named(tmp_path: Path, name: str) -> None:
    content, why = BAD[name]
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    good = write(tmp_path / "good.jsonl", GOLD)
    for pair in ((path, good), (good, path)):
        with pytest.raises(InputError, match=f"{re.escape(name)}.*{re.escape(why)}"):
            evaluate(*pair)


def test_a_relation_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "my.ttl").write_text(
        "@prefix my: <https://example.org/my#> . @prefix owl: <http://www.w3.org/2002/07/owl#> . "
        "@prefix kgo: <https://w3id.org/newskg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "
        "kgo:duelledWith a owl:ObjectProperty, owl:SymmetricProperty ; rdfs:domain kgo:Agent .",
        encoding="utf-8",
    )
    gold, found = extraction(("Burr", "duelledWith", "Hamilton")), extraction(("Hamilton", "duelledWith", "Burr"))
    assert evaluate([gold], [found]).counts.found == 0
    assert evaluate([gold], [found], ontology=[tmp_path / "my.ttl"]).counts.found == 1
