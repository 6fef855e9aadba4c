"""A real browser with the network off, for whoever asks for `visit`."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.store.records import GraphRecords
from kg.view import write

from .graphs import SYMMETRIC

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BLUE_PIXELS = """() => {
  const canvas = document.querySelector("#canvas canvas");
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
  const isBlue = (i) => data[i] === 0 && data[i + 1] === 0x72 && data[i + 2] === 0xb2;
  let count = 0;
  for (let i = 0; i < data.length; i += 4) count += isBlue(i);
  return count;
}"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not os.environ.get("CI"):
        pytest.importorskip("playwright", reason="playwright is not installed")
        if not CHROMIUM.exists():
            pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


class Visit:
    """Opens pages, and keeps what a page should never do: complain, ask, fetch."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
        self.folder = folder
        self.wrongs: list[str] = []

    def __call__(self, records: GraphRecords, *, address: str = "", **options: Any) -> Page:
        path = write("graph", records, self.folder / "graph.html", symmetric=SYMMETRIC, **options)
        page = self.context.new_page()
        page.on("console", lambda message: self.wrongs.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.wrongs.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.wrongs.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self._note(request.url, path.as_uri()))
        page.goto(path.as_uri() + address)
        return page

    def _note(self, url: str, own: str) -> None:
        if url.partition("#")[0] != own and not url.startswith(("data:", "blob:")):
            self.wrongs.append(f"request: {url}")


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    visit = Visit(browser, tmp_path)
    yield visit
    visit.context.close()
    assert visit.wrongs == []


def painted(page: Page) -> bool:
    """Whether the picture with its blue dots is there in time."""
    return eventually(lambda: page.evaluate(BLUE_PIXELS) > 500)


def eventually(condition: Callable[[], bool], *, seconds: float = 10) -> bool:
    """Whether the condition becomes true in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
