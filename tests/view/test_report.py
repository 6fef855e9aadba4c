from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.model import Polarity
from kg.store.records import EntityRecord, GraphRecords
from kg.view import report_page, write

from .conftest import Visit
from .graphs import SYMMETRIC, claim, hostile, seed
from .test_page import Reader


def test_facts_stand_with_their_sentences(visit: Visit, tmp_path: Path) -> None:
    page = visit.context.new_page()
    page.goto(write("report", seed(), tmp_path / "report.html", "Barack Obama", symmetric=SYMMETRIC).as_uri())
    assert page.locator("h1").text_content() == "Barack Obama"
    text = page.locator("main").text_content() or ""
    assert "Mr Obama had spoken earlier Friday" in text
    assert "according to White House" in text
    assert page.locator(".bar").first.text_content()
    assert page.locator(".timeline .mark").count() > 0
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()


def test_no_serious_fault(visit: Visit, tmp_path: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = visit.context.new_page()
    page.goto(write("report", seed(), tmp_path / "report.html", "Barack Obama").as_uri())
    found = axe.Axe().run(page).response["violations"]
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []


def test_what_one_states_and_another_denies_is_disputed() -> None:
    claims = (
        claim(0, "kgr:a", "kgr:b", quote="She met him."),
        claim(1, "kgr:a", "kgr:b", quote="She never met him.", polarity=Polarity.NEGATED),
    )
    people = {f"kgr:{n}": EntityRecord(f"kgr:{n}", f"Person {n}", ("kgo:Person",)) for n in "ab"}
    text = report_page(GraphRecords(people, {}, claims), "Person a")
    assert "Disputed" in text
    assert "denied" in text


def test_what_several_sentences_say_stands_once_with_each_of_them() -> None:
    held = {"predicate": "kgo:headOfState", "event": None}
    quotes = ("She leads it.", "She leads it.", "The head of state came.")
    claims = tuple(claim(n, "kgr:a", "kgr:b", quote=quote, **held) for n, quote in enumerate(quotes))
    people = {f"kgr:{n}": EntityRecord(f"kgr:{n}", f"Thing {n}", ("kgo:Person", "kgo:Entity")) for n in "ab"}
    text = report_page(GraphRecords(people, {}, claims), "Thing a")
    assert text.count("<b>Thing a head of state Thing b</b>") == 1
    assert text.count("She leads it.") == text.count("The head of state came.") == 1
    said = r'<span class="quiet">head of state</span> Thing b'
    assert re.search(rf'id="short">In short</h2>\s*<p class="bar short"><span>{said}</span><b>2</b>', text)
    assert "entity" not in text


def test_posts_are_no_neighbours() -> None:
    claims = (claim(0, "kgr:a", "kgr:post", predicate="kgo:holdsPosition", event=None),)
    entities = {
        "kgr:a": EntityRecord("kgr:a", "Ann", ("kgo:Person",)),
        "kgr:post": EntityRecord("kgr:post", "mayor", ("kgo:Position",)),
    }
    text = report_page(GraphRecords(entities, {}, claims), "Ann")
    assert "Nobody." in text
    assert "Ann holds position mayor" in text


def test_unknown_names_are_refused() -> None:
    with pytest.raises(QueryError, match="did you mean Barack Obama"):
        report_page(seed(), "Barak Obama")


def test_hostile_text_is_text() -> None:
    graph = hostile()
    name = next(iter(graph.entities))
    links = replace(graph.entities[name], same_as=("javascript:alert(1)", 'https://example.org/"><script>'))
    text = report_page(replace(graph, entities={**graph.entities, name: links}), name)
    tags = {tag for tag, _ in Reader(text).elements}
    assert not tags & {"script", "img", "iframe"}
    assert not any(key.startswith("on") for _, attributes in Reader(text).elements for key in attributes)
    assert not any((a.get("href") or "").startswith("javascript") for _, a in Reader(text).elements)
