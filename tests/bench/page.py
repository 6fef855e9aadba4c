"""How large the page is and how soon it answers: run by hand, see README.md."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from kg import KnowledgeGraph

CHROMIUM = "/usr/bin/chromium"


def main(directory: str) -> None:
    """Prints for 150 and 2,000 entities seconds to write, megabytes, seconds until loaded and until a click is told."""
    with KnowledgeGraph.open(directory) as graph, TemporaryDirectory() as folder, sync_playwright() as playwright:
        graph.records  # noqa: B018 - read before the clock starts
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for limit in (150, 2000):
            start = time.perf_counter()
            path = graph.to_html(Path(folder) / "graph.html", limit=limit)
            written = time.perf_counter() - start
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            start = time.perf_counter()
            page.goto(path.as_uri())
            name = page.locator("#panel .row").first
            name.click()
            page.locator("#around").wait_for()
            opened = time.perf_counter() - start
            count = page.evaluate("kg.count()")
            loaded = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") / 1000
            size = path.stat().st_size / 1e6
            print(
                f"{count} written {written:.1f} s, {size:.2f} MB, loaded {loaded:.2f} s, click answered {opened:.2f} s"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
