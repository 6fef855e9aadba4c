from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from kg.model import Modality, Polarity
from kg.store.records import EntityRecord, GraphRecords
from kg.view import timeline, timeline_page, write
from kg.view.cards import Cards
from kg.view.lanes import drawing
from kg.view.timeline import period

from .conftest import Visit
from .graphs import claim, hostile, seed
from .test_page import Reader

PEOPLE = {f"kgr:{n}": EntityRecord(f"kgr:{n}", f"Person {n}", ("kgo:Person",)) for n in "abcd"}


def told(*events: tuple[str, str, str | None], **more: object) -> GraphRecords:
    """People who spoke with each other at a time."""
    claims = (
        claim(n, f"kgr:{one}", f"kgr:{other}", time=time, **more)  # type: ignore[arg-type]
        for n, (one, other, time) in enumerate(events)
    )
    return GraphRecords(PEOPLE, {}, tuple(claims))


@pytest.mark.parametrize(
    ("time", "days"),
    [
        ("2015", (date(2015, 1, 1), date(2015, 12, 31))),
        ("2016-02", (date(2016, 2, 1), date(2016, 2, 29))),
        ("2015-11-13", (date(2015, 11, 13), date(2015, 11, 13))),
        ("2015-01/2015-03", (date(2015, 1, 1), date(2015, 3, 31))),
        ("2016/2015", None),
        ("2015-13", None),
        ("soon", None),
        ("2015-01-01-01", None),
        (None, None),
    ],
)
def test_days_of_a_time(time: str | None, days: tuple[date, date] | None) -> None:
    assert period(time) == days


def test_lanes_are_the_busiest_actors() -> None:
    found = timeline(told(("a", "b", "2015-01-01"), ("a", "c", "2015-01-02"), ("a", "c", "2015-01-03")), actors=2)
    assert found.lanes == ("kgr:a", "kgr:c")
    assert (found.first, found.last) == (date(2015, 1, 1), date(2015, 1, 3))


def test_alike_claims_of_a_day_are_one_mark() -> None:
    (mark, other) = timeline(told(("a", "b", "2015-01-01"), ("b", "a", "2015-01-01"))).marks
    assert (mark.actor, len(mark.claims), mark.side, other.actor) == ("kgr:a", 2, "cooperation", "kgr:b")


def test_what_is_not_drawn_is_counted() -> None:
    near = [("a", "b", f"2015-01-{day:02}") for day in range(1, 29)]
    found = timeline(told(*near, ("a", "b", None), ("c", "d", "1815")))
    assert (found.undated, found.outside) == (1, 1)
    assert found.first > date(2014, 11, 1)
    assert timeline(told(("a", "b", "2015"), ("c", "d", "2015")), actors=2).left_out == 1


def test_planned_and_denied_events_look_so() -> None:
    page = timeline_page(told(("a", "b", "2016-01-01"), modality=Modality.PLANNED, polarity=Polarity.NEGATED))
    assert 'class="mark cooperation denied planned"' in page
    assert 'class="cross"' in page


def test_marks_of_one_lane_do_not_meet() -> None:
    days = ("2015-01-01", "2015-01-02", "2015", "2015-01", "2015-06-01", "2015-06-02")
    claims = [
        claim(2 * n + m, "kgr:a", "kgr:b", time=day, event=event)
        for n, day in enumerate(days)
        for m, event in enumerate(["CONSULT", "ACCUSE"])
    ]
    picture = drawing(timeline(GraphRecords(PEOPLE, {}, tuple(claims))), Cards(GraphRecords(PEOPLE, {}, ()), {}))
    first, second = (lane["y"] for lane in picture["lanes"])
    assert len(picture["marks"]) == 24
    for one, other in combinations(picture["marks"], 2):
        left, right = sorted((one, other), key=lambda mark: mark["x"])
        reach = left["width"] if not left["is_day"] else 6
        assert one["y"] != other["y"] or left["x"] + reach <= right["x"] - (6 if right["is_day"] else 0)
    middle = (first + second) / 2
    assert sum(mark["y"] < middle for mark in picture["marks"]) == 12


def test_marks_lead_to_their_sentences(visit: Visit, tmp_path: Path) -> None:
    path = write("timeline", seed(), tmp_path / "timeline.html")
    page = visit.context.new_page()
    page.goto(path.as_uri())
    mark = page.locator(".timeline a").first
    mark.focus()
    page.keyboard.press("Enter")
    section = page.locator("section:target")
    assert section.locator("h2").text_content() == "2015-11-13"
    assert "Mr Obama had spoken earlier Friday" in (section.text_content() or "")
    page.emulate_media(color_scheme="dark")
    assert page.locator(".mark").first.is_visible()


def test_no_serious_fault(visit: Visit, tmp_path: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = visit.context.new_page()
    page.goto(write("timeline", seed(), tmp_path / "timeline.html").as_uri())
    found = axe.Axe().run(page).response["violations"]
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []


def test_hostile_text_is_text() -> None:
    graph = hostile()
    claims = tuple(replace(claim, event="AID", time="2015-11-13") for claim in graph.claims)
    text = timeline_page(replace(graph, claims=claims), title="<script>alert(1)</script>")
    tags = {tag for tag, _ in Reader(text).elements}
    assert not tags & {"script", "img", "iframe"}
    assert not any(name.startswith("on") for _, attributes in Reader(text).elements for name in attributes)
    assert {a.get("href", "")[:5] for tag, a in Reader(text).elements if tag == "a"} <= {"#day-"}  # type: ignore[index]


def test_without_events_the_page_says_so() -> None:
    assert "No event in this part of the graph has a date" in timeline_page(GraphRecords({}, {}, ()))
