from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.model import Modality, Polarity
from kg.store.records import EntityRecord, GraphRecords
from kg.view import matrix, matrix_page, write
from kg.view.matrix import sides

from .conftest import Visit
from .graphs import SYMMETRIC, claim, hostile, seed
from .test_page import Reader

STATES = {f"kgr:{n}": EntityRecord(f"kgr:{n}", f"State {n}", ("kgo:Country", "kgo:Place")) for n in "abcd"}


def states(*events: tuple[str, str, str]) -> GraphRecords:
    """Countries a to d with an event of a type from one to another each."""
    claims = (
        claim(n, f"kgr:{source}", f"kgr:{target}", predicate="kgo:accused", event=event)
        for n, (source, event, target) in enumerate(events)
    )
    return GraphRecords(STATES, {}, tuple(claims))


@pytest.mark.parametrize(
    ("event", "quad", "tone"),
    [
        ("CONSULT", "verbal cooperation", "cooperation"),
        ("AID", "material cooperation", "cooperation"),
        ("ACCUSE", "verbal conflict", "conflict"),
        ("MOBILIZE", "material conflict", "conflict"),
    ],
)
def test_an_event_counts_in_its_quad(event: str, quad: str, tone: str) -> None:
    names, cells = matrix(states(("a", event, "b")))
    assert sorted(names) == ["kgr:a", "kgr:b"]
    (cell,) = cells.values()
    assert (cell.source, cell.target, dict(cell.quads), cell.tone) == ("kgr:a", "kgr:b", {quad: 1}, tone)


def test_cooperation_is_held_against_conflict() -> None:
    both = [("a", "AID", "b"), ("a", "ASSAULT", "b"), ("a", "ACCUSE", "c"), ("a", "ACCUSE", "c"), ("a", "AGREE", "c")]
    _, cells = matrix(states(*both))
    seen = {pair: (cell.cooperation, cell.conflict, cell.tone, cell.level) for pair, cell in cells.items()}
    assert seen == {("kgr:a", "kgr:b"): (1, 1, "mixed", 2), ("kgr:a", "kgr:c"): (1, 2, "conflict", 2)}


def test_events_of_symmetric_relations_stand_both_ways() -> None:
    _, cells = matrix(seed(), symmetric=SYMMETRIC)
    assert {pair: len(cell.claims) for pair, cell in cells.items()} == {
        ("kgr:obama", "kgr:hollande"): 2,
        ("kgr:hollande", "kgr:obama"): 2,
    }


@pytest.mark.parametrize("change", [{"polarity": Polarity.NEGATED}, {"modality": Modality.PLANNED}, {"event": None}])
def test_what_did_not_happen_or_is_no_event_does_not_count(change: dict[str, object]) -> None:
    graph = states(("a", "AID", "b"))
    assert matrix(replace(graph, claims=(replace(graph.claims[0], **change),)))[1] == {}  # type: ignore[arg-type]


def test_the_busiest_come_first_and_alone_where_there_is_no_room() -> None:
    graph = states(("a", "AID", "b"), ("a", "AID", "c"), ("a", "AID", "c"), ("a", "AID", "d"))
    assert matrix(graph)[0] == ["kgr:a", "kgr:c", "kgr:b", "kgr:d"]
    assert matrix(graph, actors=2)[0] == ["kgr:a", "kgr:c"]
    assert matrix(graph, actors=0) == ([], {})


def test_cells_lead_to_their_sentences(visit: Visit, tmp_path: Path) -> None:
    path = write("matrix", seed(), tmp_path / "matrix.html", symmetric=SYMMETRIC)
    page = visit.context.new_page()
    page.goto(path.as_uri())
    link = page.get_by_role("link", name="Barack Obama to François Hollande: 2 verbal cooperation")
    assert link.text_content() == "+2"
    link.click()
    section = page.locator("section:target")
    assert section.locator("h2").text_content() == "Barack Obama → François Hollande"
    assert "Mr Obama had spoken earlier Friday" in (section.text_content() or "")
    assert "2015-11-13 · according to White House · Leaders vow · 87 % sure" in (section.text_content() or "")


def test_hostile_text_is_text() -> None:
    graph = hostile()
    claims = tuple(replace(claim, event="AID") for claim in graph.claims)
    text = matrix_page(replace(graph, claims=claims), title="<script>alert(1)</script>")
    tags = {tag for tag, _ in Reader(text).elements}
    assert not tags & {"script", "img", "svg", "iframe"}
    assert not any(name.startswith("on") for _, attributes in Reader(text).elements for name in attributes)
    assert {a.get("href", "")[:5] for tag, a in Reader(text).elements if tag == "a"} == {"#cell"}  # type: ignore[index]


def test_without_events_the_page_says_so() -> None:
    assert "no event between two actors" in matrix_page(GraphRecords({}, {}, ()))


def test_rows_are_for_those_who_act_and_columns_for_those_acted_on() -> None:
    names, cells = matrix(states(("a", "ACCUSE", "b"), ("c", "AID", "b")))
    acting, acted_on = sides(names, cells)
    assert (set(acting), acted_on) == ({"kgr:a", "kgr:c"}, ["kgr:b"])
