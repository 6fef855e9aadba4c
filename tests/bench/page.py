"""How large the page is and how soon it answers: run by hand, see README.md."""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from kg import KnowledgeGraph

CHROMIUM = "/usr/bin/chromium"
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd / 1000"


def main() -> None:
    """Prints for 150 and 2,000 entities seconds to write, megabytes, seconds until loaded and until a click is told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limits", type=int, nargs="*", default=[150, 2000])
    options = parser.parse_args()
    with (
        KnowledgeGraph.open(options.directory) as graph,
        TemporaryDirectory() as folder,
        sync_playwright() as playwright,
    ):
        graph.records  # noqa: B018 - read before the clock starts
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for limit in options.limits:
            start = time.perf_counter()
            path = graph.to_html(Path(folder) / "graph.html", limit=limit)
            written = time.perf_counter() - start
            rounds = [opened(browser, path.as_uri()) for _ in range(options.rounds)]
            loaded, answered, processor = (statistics.median(column) for column in zip(*rounds, strict=True))
            print(
                f"{limit}: written {written:.1f} s, {path.stat().st_size / 1e6:.2f} MB, loaded {loaded:.2f} s, "
                f"click answered {answered:.2f} s, of processor time {processor:.2f} s"
            )
        browser.close()


def opened(browser: Browser, address: str) -> tuple[float, float, float]:
    """Seconds until a page has loaded and until a click on its first name is answered; the latter as processor time."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    start = time.perf_counter()
    page.goto(address)
    page.locator("#panel .row").first.click()
    page.locator("#around").wait_for()
    answered = time.perf_counter() - start
    metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    loaded = float(page.evaluate(LOADED))
    page.close()
    return loaded, answered, metrics["TaskDuration"]


if __name__ == "__main__":
    main()
