"""The map: which events lie where, and what the page shows of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from kg import gazetteer
from kg.store.records import EntityRecord, GraphRecords
from kg.view import atlas, atlas_page, write
from kg.view.atlas import drawing
from kg.view.cards import Cards

from .conftest import Visit
from .graphs import claim, hostile, seed
from .test_page import Reader

CITY = ("kgo:City", "kgo:GeopoliticalEntity", "kgo:Place")
PLACES = {
    "kgr:lima": EntityRecord("kgr:lima", "Lima", CITY),
    "kgr:oslo": EntityRecord("kgr:oslo", "OSLO", CITY),
    "kgr:hall": EntityRecord("kgr:hall", "Old Hall", ("kgo:Facility", "kgo:Place")),
    "kgr:summit": EntityRecord("kgr:summit", "summit", ("kgo:Meeting", "kgo:Event")),
    "kgr:a": EntityRecord("kgr:a", "Person a", ("kgo:Person",)),
    "kgr:b": EntityRecord("kgr:b", "Person b", ("kgo:Person",)),
}


def told(*claims: object) -> GraphRecords:
    return GraphRecords(PLACES, {}, tuple(claims))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "is_city", "north", "east"),
    [("Paris", True, 49, 2), ("France", False, 46, 2), ("New York", True, 41, -74), ("Texas", False, 31, -98)],
)
def test_where_places_lie(name: str, is_city: bool, north: float, east: float) -> None:
    found = gazetteer.located(name, is_city=is_city)
    assert found is not None
    assert found == pytest.approx((north, east), abs=1)


def test_unknown_places_lie_nowhere() -> None:
    assert gazetteer.located("Nowhere at all") is None


def test_events_lie_at_their_place() -> None:
    event = replace(claim(1, "kgr:a", "kgr:b"), place="kgr:lima")
    (spot,) = atlas(told(event)).spots
    assert (spot.place, round(spot.north), round(spot.east)) == ("kgr:lima", -12, -77)


def test_a_building_lies_in_its_city() -> None:
    event = replace(claim(1, "kgr:a", "kgr:b"), place="kgr:hall")
    inside = claim(2, "kgr:hall", "kgr:oslo", predicate="kgo:locatedIn", event=None)
    assert [spot.place for spot in atlas(told(event, inside)).spots] == ["kgr:oslo"]


def test_what_has_no_place_is_counted() -> None:
    found = atlas(told(claim(1, "kgr:a", "kgr:b"), claim(2, "kgr:a", "kgr:lima")))
    assert (len(found.spots), found.unplaced) == (1, 1)


def test_outlines_do_not_jump_over_the_world() -> None:
    jumps = [
        (name, a, b)
        for name, ring in gazetteer.outlines()
        for (a, _), (b, _) in pairwise(ring)
        if abs(a - b) > 180 and name != "Antarctica"
    ]
    assert not jumps


def test_marks_lead_to_their_sentences(visit: Visit, tmp_path: Path) -> None:
    path = write("map", seed(), tmp_path / "map.html")
    page = visit.context.new_page()
    page.goto(path.as_uri())
    mark = page.locator(".atlas a").first
    mark.focus()
    page.keyboard.press("Enter")
    section = page.locator("section:target")
    assert section.locator("blockquote").count() >= 1


def test_hostile_text_is_text() -> None:
    graph = hostile()
    lima = EntityRecord("kgr:lima", "<b onclick='x'>Lima", CITY, aliases=("Lima",))
    claims = tuple(replace(claim, event="AID", place="kgr:lima") for claim in graph.claims)
    entities = {**graph.entities, "kgr:lima": lima}
    text = atlas_page(replace(graph, claims=claims, entities=entities), title="<script>alert(1)</script>")
    elements = Reader(text).elements
    assert "Lima" in text
    assert not {tag for tag, _ in elements} & {"script", "img", "iframe"}
    assert not any(name.startswith("on") for _, attributes in elements for name in attributes)
    assert {a.get("href", "")[:7] for tag, a in elements if tag == "a"} <= {"#place-"}  # type: ignore[index]


def test_no_serious_fault(visit: Visit, tmp_path: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = visit.context.new_page()
    page.goto(write("map", seed(), tmp_path / "map.html").as_uri())
    found = axe.Axe().run(page).response["violations"]
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []


def test_nothing_to_draw() -> None:
    assert "No event in this part of the graph has a place that is known." in atlas_page(GraphRecords({}, {}, ()))


def test_names_of_near_places_give_way_to_each_other() -> None:
    cities = ("Amsterdam", "Paris", "London", "Sydney", "Santiago")
    places = {f"kgr:{name}": EntityRecord(f"kgr:{name}", name, CITY) for name in cities}
    events = tuple(replace(claim(n, "kgr:a", "kgr:b"), place=iri) for n, iri in enumerate(places))
    records = GraphRecords(PLACES | places, {}, events)
    marks = drawing(atlas(records), Cards(records, {}))["marks"]
    assert {mark["name"] for mark in marks} == set(cities)
    assert len({mark["label"] for mark in marks}) == len(cities)
    left_of_their_mark = [mark["name"] for mark in marks if mark["label"][0] < mark["x"]]
    assert left_of_their_mark
