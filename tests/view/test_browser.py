"""The page in a real browser, with the network off."""

from __future__ import annotations

import pytest

from kg.store.records import GraphRecords

from .conftest import Visit, painted
from .graphs import HOSTILE, hostile, ring, seed

pytest.importorskip("playwright", reason="playwright is not installed")
from playwright.sync_api import expect

TONES = """() => {
  const style = getComputedStyle(document.documentElement);
  const names = ["ink", "quiet", "denied", "edge", "paper", "sheet"];
  return names.map((name) => style.getPropertyValue(`--${name}`).trim());
}"""


def test_the_page_shows_what_there_is(visit: Visit) -> None:
    page = visit(seed())
    assert page.evaluate("kg.count()") == {"nodes": 4, "edges": 4}
    panel = page.locator("#panel")
    expect(panel.locator("h1")).to_have_text("Leaders vow")
    expect(panel).to_contain_text("2 entities are without a connection and not drawn.")
    expect(page.locator("#legend")).to_contain_text("People3")
    expect(page.locator("#legend")).to_contain_text("planned")
    expect(page.locator("#legend")).to_contain_text("denied")


def test_the_picture_is_painted(visit: Visit) -> None:
    page = visit(seed())
    assert painted(page)


def test_search_selects_a_node(visit: Visit) -> None:
    page = visit(seed())
    page.keyboard.press("/")
    page.keyboard.type("francois")
    expect(page.locator("#matches [role=option]")).to_have_text(["François Hollande"])
    page.keyboard.press("Enter")
    assert page.evaluate("kg.selected()") == "kgr:hollande"
    expect(page.locator("#panel h1")).to_have_text("François Hollande")
    expect(page.locator("#status")).to_have_text("François Hollande")


def test_search_knows_other_names_and_says_when_there_is_none(visit: Visit) -> None:
    page = visit(seed())
    page.locator("#query").fill("turkish")
    expect(page.locator("#matches [role=option]")).to_have_text(["Recep Tayyip ErdoganThe Turkish leader"])
    page.locator("#query").fill("zebra")
    expect(page.locator("#matches")).to_have_text("No such name in the picture")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator("#matches")).to_be_hidden()
    assert page.evaluate("kg.selected()") is None


def test_arrow_keys_walk_through_the_matches(visit: Visit) -> None:
    page = visit(seed())
    page.locator("#query").fill("a")
    chosen = page.locator("#matches [aria-selected=true]")
    first = chosen.text_content()
    page.keyboard.press("ArrowDown")
    assert chosen.text_content() != first
    page.keyboard.press("ArrowUp")
    assert chosen.text_content() == first


def test_an_edge_shows_all_claims_between_the_two_with_their_sentences(visit: Visit) -> None:
    page = visit(seed())
    assert page.evaluate("kg.select('kgr:c2')") is True
    cards = page.locator("#panel .card")
    expect(cards).to_have_count(3)
    first = page.locator("[data-claim='kgr:c1']")
    expect(first.locator("blockquote")).to_contain_text("Mr Obama had spoken earlier Friday")
    expect(first.locator("mark")).to_have_text(["had", "spoken", "to"])
    for text in ("13 November 2015", "White House", "87 %", "Leaders vow", "AFP, 14 November 2015", "Paris"):
        expect(first.locator("dl")).to_contain_text(text)
    expect(first.locator("a")).to_have_attribute("href", "https://example.org/1")
    expect(page.locator("[data-claim='kgr:c2'] mark")).to_have_text(["had spoken"])
    expect(page.locator("[data-claim='kgr:c4'] .badge.denied")).to_have_text("denied")


def test_a_node_shows_names_classes_connections_and_claims(visit: Visit) -> None:
    page = visit(seed())
    page.evaluate("kg.select('kgr:erdogan')")
    panel = page.locator("#panel")
    expect(panel).to_contain_text("leader · person")
    expect(panel).to_contain_text("Also called The Turkish leader")
    expect(panel.locator(".card .badge")).to_have_text(["planned", "consult"])
    panel.get_by_role("button", name="met with (planned) Barack Obama").click()
    assert page.evaluate("kg.selected()").startswith("edge-")
    page.keyboard.press("Escape")
    assert page.evaluate("kg.selected()") is None
    expect(panel.locator("h1")).to_have_text("Leaders vow")


def test_a_click_on_the_picture_selects(visit: Visit) -> None:
    page = visit(seed())
    assert painted(page)
    at = page.evaluate("kg.position('kgr:paris')")
    page.mouse.click(at["x"], at["y"])
    expect(page.locator("#panel h1")).to_have_text("Paris")


def test_a_kind_can_be_switched_off_and_comes_back_when_selected(visit: Visit) -> None:
    page = visit(seed())
    kind = page.locator("#legend [data-kind=place]")
    kind.click()
    expect(kind).to_have_attribute("aria-pressed", "false")
    page.evaluate("kg.select('kgr:paris')")
    expect(kind).to_have_attribute("aria-pressed", "true")


def test_hostile_names_are_text_wherever_they_stand(visit: Visit) -> None:
    page = visit(hostile())
    for number in range(len(HOSTILE)):
        assert page.evaluate(f"kg.select('kgr:{number}')") is True
        assert page.evaluate(f"kg.select('kgr:c{number}')") is True
    page.locator("#query").fill("script")
    expect(page.locator("#matches [role=option]").first).to_contain_text("<script>")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h1")).to_contain_text("script>")
    assert page.locator("img, iframe, object, svg[onload], a[href^='javascript']").count() == 0
    assert page.locator("script").count() == 6


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(scheme: str, visit: Visit) -> None:
    page = visit(seed())
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    ink, quiet, denied, edge, paper, sheet = map(_luminance, page.evaluate(TONES))
    for text in (ink, quiet, denied):
        assert min(_contrast(text, paper), _contrast(text, sheet)) >= 4.5  # WCAG 2.2, contrast (minimum)
    assert _contrast(edge, paper) >= 3  # WCAG 2.2, non-text contrast


@pytest.mark.parametrize("size", [0, 1, 150])
def test_every_size_opens(size: int, visit: Visit) -> None:
    page = visit(ring(size, 2 * size) if size else GraphRecords({}, {}, ()))
    assert page.evaluate("kg.count().nodes") == size
    assert page.evaluate("kg.select('nobody')") is False


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
