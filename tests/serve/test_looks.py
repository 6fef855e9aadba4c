"""Pages in a real browser: nobody is shut out, and nothing is wider than the window."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from ..view.conftest import CHROMIUM, FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest.importorskip("playwright", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
THING = "/newskg/id/"
PATHS = ["/", f"{THING}barack-obama", f"{THING}article/summit-1", "/ask/evidence", "/search?q=obama"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists() and not os.environ.get("CI"):
        pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_pages_are_accessible_and_fit(browser: Browser, address: str, path: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for size in ({"width": 1280, "height": 800}, {"width": 360, "height": 700}):
        page.set_viewport_size(size)
        page.goto(address + path)
        found = axe.Axe().run(page).response["violations"]
        assert not found, [(one["id"], one["nodes"][0]["html"]) for one in found]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_the_editor_is_dark_in_the_dark(browser: Browser, address: str) -> None:
    image = pytest.importorskip("PIL.Image", reason="pillow is not installed")
    shown = {}
    for scheme in ("light", "dark"):
        page = browser.new_context(color_scheme=scheme, viewport={"width": 900, "height": 700}).new_page()
        page.goto(f"{address}/editor")
        page.wait_for_selector(".CodeMirror-line")
        greys = image.open(io.BytesIO(page.screenshot())).convert("L").histogram()
        shown[scheme] = sum(greys[:64]) / sum(greys)
        page.context.close()
    assert shown["light"] < 0.1
    assert shown["dark"] > 0.8
