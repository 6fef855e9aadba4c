from __future__ import annotations

import copy
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.model import Article, Extraction

from .reading import read_bytes

TEXT = "Obama spoke with Hollande on Friday."
ROW: dict[str, Any] = {
    "article": {
        "id": "a1",
        "text": TEXT,
        "title": None,
        "url": None,
        "published": "2015-11-14",
        "publisher": "AFP",
    },
    "mentions": [
        {"start": 0, "end": 5, "text": "Obama", "entity": "e0", "form": "name"},
        {"start": 17, "end": 25, "text": "Hollande", "entity": "e1", "form": "name"},
    ],
    "entities": [
        {
            "id": "e0",
            "iri": "kgr:obama",
            "label": "Obama",
            "types": ["kgo:Person"],
            "aliases": [],
            "sameAs": [],
        },
        {
            "id": "e1",
            "iri": "kgr:h",
            "label": "Hollande",
            "types": ["kgo:Person"],
            "aliases": [],
            "sameAs": [],
        },
    ],
    "claims": [
        {
            "id": "c0",
            "subject": "e0",
            "predicate": "kgo:spokeWith",
            "object": "e1",
            "event": "CONSULT",
            "phrase": "spoke with",
            "polarity": "affirmed",
            "modality": "actual",
            "attributedTo": None,
            "time": "2015-11-13",
            "place": None,
            "confidence": 0.9,
            "evidence": {"start": 0, "end": 36},
        },
        {
            "id": "c1",
            "subject": "e0",
            "predicate": "kgo:announced",
            "object": {"value": "Friday", "datatype": "xsd:string", "start": 29, "end": 35},
            "event": None,
            "phrase": "on",
            "polarity": "negated",
            "modality": "planned",
            "attributedTo": "e1",
            "time": "2015-11/2016",
            "place": "e1",
            "confidence": 1,
            "evidence": {"start": 0, "end": 36},
        },
    ],
    "triples": [
        {
            "subject": "Obama",
            "relation": "spoke with",
            "object": "Hollande",
            "confidence": 0.8,
            "start": 0,
            "end": 36,
            "subjectEntity": "e0",
            "objectEntity": None,
            "polarity": "affirmed",
            "modality": "actual",
        }
    ],
}
MISSING = object()


def changed(path: str, value: object) -> dict[str, Any]:
    """The row with another value at a path such as "claims.0.subject"."""
    row = copy.deepcopy(ROW)
    *parents, last = (int(part) if part.isdigit() else part for part in path.split("."))
    place: Any = row
    for part in parents:
        place = place[part]
    if value is MISSING:
        del place[last]
    else:
        place[last] = value
    return row


def test_extraction_comes_back_as_it_was_written(tmp_path: Path) -> None:
    items, errors = read_bytes(tmp_path, "a.jsonl", json.dumps(ROW).encode())
    assert errors == []
    (extraction,) = items
    assert isinstance(extraction, Extraction)
    assert extraction.article.published == date(2015, 11, 14)
    assert extraction.to_dict() == ROW


def test_articles_and_extractions_may_stand_together(tmp_path: Path) -> None:
    rows = [{"text": "x"}, ROW, {"article": {"id": "a2", "text": "x"}}]
    items, errors = read_bytes(tmp_path, "a.json", json.dumps(rows).encode())
    assert errors == []
    assert [type(item) for item in items] == [Article, Extraction, Extraction]


def test_replaced_characters_keep_offsets(tmp_path: Path) -> None:
    row = changed("article.text", TEXT.replace("Obama", "Ob\x00m\ud800"))
    row["mentions"][0]["text"] = "Ob\x00m\ud800"
    items, errors = read_bytes(tmp_path, "a.jsonl", json.dumps(row).encode())
    assert errors == []
    assert isinstance(items[0], Extraction)
    assert items[0].mentions[0].text == items[0].article.text[:5] == "Ob\ufffdm\ufffd"


@pytest.mark.parametrize("time", [None, "2015", "2015-11", "2016-02-29", "2015/2016", "2015-11-13/2015-11-14"])
def test_good_times(time: str | None, tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.jsonl", json.dumps(changed("claims.0.time", time)).encode())[1] == []


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        ("article", None, 'not an extraction: "article" must be an object'),
        ("article", [], 'not an extraction: "article" must be an object'),
        ("article.id", MISSING, "not a whole extraction: 'id' is missing"),
        ("article.id", 5, 'not an extraction: "id" of the article must be a string in one line'),
        ("article.text", MISSING, "no text"),
        ("article.text", "", "no text"),
        ("article.published", "Friday", "\"published\" is not an ISO date: 'Friday'"),
        ("mentions", 5, "not an extraction: 'int' object is not iterable"),
        ("mentions.0.start", MISSING, "not an extraction: Mention.__init__() missing"),
        ("mentions.0.start", "0", "not a sound extraction: \"start\" of mention 'Obama' is '0'"),
        ("mentions.0.start", False, "not a sound extraction: \"start\" of mention 'Obama' is 'False'"),
        ("mentions.0.start", 1, "not a sound extraction: mention 'Obama' is not what the text has there"),
        ("mentions.0.end", 99, "not a sound extraction: mention 'Obama' lies at 0 to 99, outside the text"),
        ("mentions.0.entity", "e9", "not a sound extraction: mention 'Obama' names 'e9', which is no entity"),
        ("mentions.0.form", "verb", "not an extraction: 'verb' is not a valid Form"),
        ("mentions.0.other", 1, "not an extraction: Mention.__init__() got an unexpected keyword"),
        ("entities", [1], "not an extraction: 'int' object is not subscriptable"),
        ("entities.0.iri", MISSING, "not a whole extraction: 'iri' is missing"),
        ("entities.0.iri", "obama", 'not a sound extraction: entity \'e0\' needs "iri" and "types"'),
        ("entities.0.types", [], 'not a sound extraction: entity \'e0\' needs "iri" and "types"'),
        ("entities.0.types", "kgo:Person", "not an extraction: 'kgo:Person' is no list"),
        ("entities.0.types", [5], "not a sound extraction: \"types\" of entity 'e0' is '5'"),
        ("entities.1.id", "e0", "not a sound extraction: entity 'e0' stands there twice"),
        ("claims.1.id", "c0", "not a sound extraction: claim 'c0' stands there twice"),
        ("claims.0.subject", "e9", "not a sound extraction: claim 'c0' names 'e9', which is no entity"),
        ("claims.0.object", "e9", "not a sound extraction: claim 'c0' names 'e9', which is no entity"),
        ("claims.0.object", 5, "not a sound extraction: \"object\" of claim 'c0' is '5'"),
        ("claims.0.attributedTo", "e9", "not a sound extraction: claim 'c0' names 'e9', which is no entity"),
        ("claims.0.place", "e9", "not a sound extraction: claim 'c0' names 'e9', which is no entity"),
        ("claims.0.predicate", "spoke", "not a sound extraction: claim 'c0' needs a \"predicate\""),
        ("claims.0.polarity", "maybe", "not an extraction: 'maybe' is not a valid Polarity"),
        ("claims.0.time", "2015-02-30", "not a sound extraction: claim 'c0' has time '2015-02-30', not an"),
        ("claims.0.time", "Friday", "not a sound extraction: claim 'c0' has time 'Friday', not an ISO date"),
        ("claims.0.time", "1/2/3", "not a sound extraction: claim 'c0' has time '1/2/3', not an ISO date"),
        ("claims.0.confidence", 1.5, "not a sound extraction: claim 'c0' has confidence 1.5, not between"),
        ("claims.0.confidence", "high", "not a sound extraction: \"confidence\" of claim 'c0' is 'high'"),
        ("claims.0.evidence", None, "not an extraction: "),
        ("claims.0.evidence.end", 37, "not a sound extraction: claim 'c0' lies at 0 to 37, outside the text"),
        ("claims.0.evidence.start", -1, "not a sound extraction: claim 'c0' lies at -1 to 36, outside"),
        ("claims.0.evidence.start", 36, "not a sound extraction: claim 'c0' lies at 36 to 36, outside"),
        ("claims.1.object.end", 99, "not a sound extraction: claim 'c1' lies at 29 to 99, outside the text"),
        ("claims.1.object.value", 5, "not a sound extraction: \"value\" of value is '5'"),
        ("triples.0.object", MISSING, "not a whole extraction: 'object' is missing"),
        ("triples.0.end", 99, "not a sound extraction: opentriple lies at 0 to 99, outside the text"),
        ("triples.0.objectEntity", "e9", "not a sound extraction: opentriple names 'e9', which is no entity"),
    ],
)
def test_broken_extractions(path: str, value: object, why: str, tmp_path: Path) -> None:
    data = json.dumps({"text": "x"}) + "\n" + json.dumps(changed(path, value))
    items, errors = read_bytes(tmp_path, "a.jsonl", data.encode())
    assert len(items) == 1
    assert [error[: len(f"a.jsonl line 2: {why}")] for error in errors] == [f"a.jsonl line 2: {why}"]
