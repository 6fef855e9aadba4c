"""The page as axe-core sees it: the rules of WCAG 2.2 that a program can check."""

from __future__ import annotations

from typing import Any

import pytest

from kg.view import write

from .conftest import Visit
from .graphs import SYMMETRIC, hostile, ring, seed

pytest.importorskip("playwright", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

GRAPHS = {"hostile": hostile(), "ring": ring(60, 120), "one": ring(1, 1)}
VIEWS = {
    "overview": "",
    "dark": "#theme=dark",
    "node": "#at=kgr:obama",
    "edge": "#at=kgr:c1&theme=dark",
    "path": "#path=kgr:paris&path=kgr:erdogan",
    "filtered": "#kinds=place&sure=50&from=2015-01-01&certainty=planned",
    "around": "#around=kgr:obama&groups=yes",
    "nothing": "#sure=100",
}


OTHERS = [("matrix", {"symmetric": SYMMETRIC}), ("timeline", {}), ("map", {}), ("report", {"entity": "Barack Obama"})]


def faults(page: Any) -> list[str]:
    found = axe.Axe().run(page).response["violations"]
    serious = [fault for fault in found if fault["impact"] in ("serious", "critical")]
    return [f"{fault['id']}: {node['html'][:200]}" for fault in serious for node in fault["nodes"]]


def test_a_fault_is_seen(visit: Visit) -> None:
    page = visit(seed())
    page.evaluate("document.getElementById('panel').append(document.createElement('button'))")
    assert [fault.partition(":")[0] for fault in faults(page)] == ["button-name"]


@pytest.mark.parametrize("name", GRAPHS)
def test_no_serious_fault_in_any_graph(name: str, visit: Visit) -> None:
    assert faults(visit(GRAPHS[name])) == []


@pytest.mark.parametrize("view", VIEWS)
def test_no_serious_fault_in_any_view(view: str, visit: Visit) -> None:
    assert faults(visit(seed(), address=VIEWS[view])) == []


@pytest.mark.parametrize("menu", ["Filter", "View", "Save"])
def test_no_serious_fault_in_menus_on_a_phone(menu: str, visit: Visit) -> None:
    page = visit(seed())
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("button", name=menu, exact=True).click()
    assert faults(page) == []


@pytest.mark.parametrize(("picture", "options"), OTHERS, ids=[name for name, _ in OTHERS])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_in_other_pictures(picture: str, options: dict[str, Any], scheme: Any, visit: Visit) -> None:
    page = visit.context.new_page()
    page.emulate_media(color_scheme=scheme)
    page.goto(write(picture, seed(), visit.folder / f"{picture}.html", **options).as_uri())
    assert faults(page) == []
