"""All that mouse and keys can do, on a graph in which every text is an attack, with the network off."""

from __future__ import annotations

from dataclasses import replace
from math import dist
from pathlib import Path
from typing import Any

import pytest

from kg.store.records import GraphRecords

from .conftest import Visit, eventually, painted
from .graphs import HOSTILE
from .test_looking import dated, filters, shown

pytest.importorskip("playwright", reason="playwright is not installed")
from playwright.sync_api import Page, expect

IMAGE = HOSTILE[1]


def attacked() -> GraphRecords:
    """The chain of five of `dated`, every text of which is an attack."""
    graph = dated()
    entities = {
        iri: replace(entity, label=text, aliases=(f"{text} again",))
        for (iri, entity), text in zip(graph.entities.items(), HOSTILE, strict=False)
    }
    articles = {iri: replace(article, title=HOSTILE[3], publisher=IMAGE) for iri, article in graph.articles.items()}
    claims = tuple(
        replace(claim, attributed_to=claim.subject, phrase=IMAGE, quote=f"{IMAGE} {HOSTILE[0]}", event=IMAGE)
        for claim in graph.claims
    )
    return GraphRecords(entities, articles, claims)


@pytest.fixture
def page(visit: Visit) -> Page:
    page = visit(attacked())
    assert painted(page)
    return page


@pytest.fixture(autouse=True)
def _stays_text(page: Page) -> Any:
    yield
    assert page.locator("img, iframe, object, svg[onload], a[href^='javascript']").count() == 0


def at(page: Page, *nodes: str) -> tuple[float, float]:
    """The point of the window in the middle of these nodes."""
    points = [page.evaluate(f"kg.position('{node}')") for node in nodes]
    return sum(p["x"] for p in points) / len(points), sum(p["y"] for p in points) / len(points)


def spread(page: Page) -> float:
    """How far apart two neighbours are on the screen."""
    return dist(at(page, "kgr:n0"), at(page, "kgr:n1"))


def moved(page: Page, before: float, *, closer: bool) -> bool:
    return eventually(lambda: spread(page) > 1.2 * before if closer else spread(page) < before / 1.2)


def test_a_click_on_a_node_and_one_on_the_ground(page: Page) -> None:
    page.mouse.click(*at(page, "kgr:n1"))
    expect(page.locator("#panel h1")).to_have_text(IMAGE)
    expect(page.locator("#panel")).to_contain_text(f"Also called {IMAGE} again")
    page.mouse.click(960, 500)
    assert page.evaluate("kg.selected()") is None


def test_a_click_on_a_line_shows_its_claims(page: Page) -> None:
    page.mouse.click(*at(page, "kgr:n0", "kgr:n1"))
    expect(page.locator("#panel .card")).to_have_count(1)
    expect(page.locator("[data-claim='kgr:c0'] blockquote")).to_contain_text(f"{IMAGE} {HOSTILE[0]}")


def test_what_the_pointer_is_on_says_its_name(page: Page) -> None:
    page.mouse.move(*at(page, "kgr:n0", "kgr:n1"))
    assert eventually(lambda: page.evaluate("document.getElementById('canvas').style.cursor") == "pointer")
    page.mouse.move(960, 500)
    assert eventually(lambda: page.evaluate("document.getElementById('canvas').style.cursor") == "")


def test_a_double_click_shows_the_neighbours(page: Page) -> None:
    page.mouse.dblclick(*at(page, "kgr:n0"))
    expect(page.locator("#chips")).to_contain_text("Around")
    assert shown(page) == (2, 1)


@pytest.mark.parametrize(("way", "closer"), [("+", True), ("-", False), ("Closer", True), ("Farther", False)])
def test_keys_and_buttons_zoom(way: str, closer: bool, page: Page) -> None:
    before = spread(page)
    if len(way) == 1:
        page.locator("#canvas").focus()
        page.keyboard.press(way)
    else:
        page.get_by_role("button", name=way).click()
    assert moved(page, before, closer=closer)
    page.keyboard.press("0")
    assert eventually(lambda: abs(spread(page) - before) < 2)


def test_the_wheel_zooms_and_a_drag_moves(page: Page) -> None:
    before = spread(page)
    page.mouse.move(500, 450)
    for _ in range(3):
        page.mouse.wheel(0, -120)
    assert moved(page, before, closer=True)
    x, y = at(page, "kgr:n0")
    page.mouse.move(960, 500)
    page.mouse.down()
    page.mouse.move(900, 460, steps=4)
    page.mouse.up()
    assert eventually(lambda: dist(at(page, "kgr:n0"), (x - 60, y - 40)) < 8)


def test_a_node_that_is_dragged_takes_its_line_and_its_name_along(page: Page) -> None:
    x, y = at(page, "kgr:n0")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y + 120, steps=4)
    page.mouse.up()
    assert dist(at(page, "kgr:n0"), (x - 60, y + 120)) < 3
    page.mouse.click(*at(page, "kgr:n0", "kgr:n1"))
    expect(page.locator("[data-claim='kgr:c0']")).to_be_visible()
    page.keyboard.press("Escape")
    assert dist(at(page, "kgr:n0"), (x - 60, y + 120)) < 3


def test_a_path_to_a_node_that_is_clicked(page: Page) -> None:
    page.mouse.click(*at(page, "kgr:n0"))
    page.get_by_role("button", name="Shortest path to …").click()
    page.mouse.click(*at(page, "kgr:n2"))
    expect(page.locator("#panel")).to_contain_text("2 steps")
    assert [card.get_attribute("data-claim") for card in page.locator(".card").all()] == ["kgr:c0", "kgr:c1"]


def test_search_completes_and_is_driven_by_keys(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("onerror")
    expect(page.locator("#matches [role=option]").first).to_contain_text(IMAGE)
    expect(page.locator("#query")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    assert page.evaluate("kg.selected()") == "kgr:n1"


def test_every_filter_takes_attacks_as_words(page: Page) -> None:
    menu = filters(page)
    expect(menu.get_by_label("Article")).to_contain_text("svg onload")
    expect(menu.get_by_label("According to")).to_contain_text("<script>")
    menu.get_by_label("According to").select_option("kgr:n0")
    assert shown(page) == (2, 1)
    expect(page.locator("#chips")).to_contain_text("According to")


def test_time_sizes_groups_and_colours(page: Page) -> None:
    page.get_by_label("First day shown").fill("2")
    assert shown(page) == (3, 2)
    page.get_by_role("button", name="View", exact=True).click()
    for size in ("claims", "rank", "bridge", "neighbours"):
        page.get_by_label("Size of nodes").select_option(size)
    page.get_by_label("Groups that belong together").check()
    page.get_by_label("Colours").select_option("dark")
    address = page.evaluate("location.hash")
    assert all(part in address for part in ("from=2012-01-01", "groups=yes", "theme=dark"))


def test_a_group_in_the_list_is_gone_to(page: Page) -> None:
    page.get_by_role("button", name="View", exact=True).click()
    page.get_by_label("Groups that belong together").check()
    page.keyboard.press("Escape")
    before = spread(page)
    page.locator("#panel h2", has_text="Groups").locator("xpath=following-sibling::button[1]").click()
    assert eventually(lambda: abs(spread(page) - before) > 2)


def test_everything_is_saved(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    for button, suffix in (("Picture as PNG", ".png"), ("Picture as SVG", ".svg"), ("as Turtle", ".ttl")):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=button).click()
        assert waiting.value.suggested_filename.endswith(suffix)
        assert Path(waiting.value.path()).stat().st_size > 1000
    page.get_by_role("button", name="Copy the address of this view").click()
    expect(page.locator("#status")).not_to_be_empty()
