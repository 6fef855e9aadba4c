"""The page on a phone: the panel is a sheet that is drawn up and down, and everything is in reach of a finger."""

from __future__ import annotations

import pytest

from .conftest import Visit, eventually, painted
from .test_accessibility import faults
from .test_hands import at, attacked

pytest.importorskip("playwright", reason="playwright is not installed")
from playwright.sync_api import Page, expect

WIDE = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
OUTSIDE = """() => [...document.querySelectorAll("button, input, select")].filter((element) => {
  const { left, right, width } = element.getBoundingClientRect();
  return width && !element.closest("#legend, .unseen") && (left < 0 || right > innerWidth + 1);
}).map((element) => element.outerHTML)"""


@pytest.fixture
def phone(visit: Visit) -> Page:
    page = visit(attacked())
    page.set_viewport_size({"width": 390, "height": 844})
    assert painted(page)
    return page


def height(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    return box["height"] if box else 0.0


def test_nothing_lies_beside_the_screen(phone: Page) -> None:
    assert phone.evaluate(WIDE)
    assert phone.evaluate(OUTSIDE) == []
    assert height(phone, "main") > 400
    assert faults(phone) == []


def test_the_grip_draws_the_panel_up_and_down(phone: Page) -> None:
    before = height(phone, "#panel")
    grip = phone.get_by_role("button", name="More of the panel")
    grip.click()
    assert eventually(lambda: height(phone, "#panel") > 1.5 * before)
    phone.get_by_role("button", name="Less of the panel").click()
    assert eventually(lambda: abs(height(phone, "#panel") - before) < 2)
    box = phone.locator("#grip").bounding_box()
    assert box
    phone.mouse.move(195, box["y"] + 8)
    phone.mouse.down()
    phone.mouse.move(195, 800, steps=5)
    phone.mouse.up()
    assert eventually(lambda: height(phone, "#panel") < 150)


def test_what_is_chosen_comes_up(phone: Page) -> None:
    box = phone.locator("#grip").bounding_box()
    assert box
    phone.mouse.move(195, box["y"] + 8)
    phone.mouse.down()
    phone.mouse.move(195, 800, steps=5)
    phone.mouse.up()
    assert eventually(lambda: height(phone, "#panel") < 150)
    phone.wait_for_timeout(400)
    phone.mouse.click(*at(phone, "kgr:n1"))
    assert eventually(lambda: height(phone, "#panel") > 300)
    expect(phone.locator("#panel h1")).to_be_visible()


@pytest.mark.parametrize("menu", ["Filter", "View", "Save"])
def test_menus_come_from_below(menu: str, phone: Page) -> None:
    phone.get_by_role("button", name=menu, exact=True).click()
    box = phone.locator("[popover]:popover-open").bounding_box()
    assert box
    assert (round(box["x"]), round(box["width"]), round(box["y"] + box["height"])) == (0, 390, 844)
    assert faults(phone) == []
