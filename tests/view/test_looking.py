"""What a reader does with the page: filters, time, surroundings, paths, groups, keys, the address."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from kg.model import Modality, Polarity
from kg.store.records import ArticleRecord, EntityRecord, GraphRecords

from .carried import Reader
from .conftest import Visit, eventually, painted
from .graphs import claim, ring, seed

pytest.importorskip("playwright", reason="playwright is not installed")
from playwright.sync_api import Page, expect

NEAREST = """() => {
  const far = ({ x, y, size }, [left, top, right, bottom]) =>
    Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) - size;
  const nodes = kg.nodes();
  return kg.labels().filter(({ id, box, isOver }) => !isOver
    && nodes.some((node) => node.id !== id && far(node, box) < far(nodes.find((own) => own.id === id), box)));
}"""
NAMED = """() => {
  const { clientWidth: width, clientHeight: height } = document.getElementById("canvas");
  const places = kg.nodes().map(({ id }) => kg.position(id));
  const seen = places.filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
  return kg.labels().length / Math.max(seen.length, 1);
}"""
PEOPLE = ["kgr:obama", "kgr:hollande", "kgr:erdogan", "kgr:paris"]


def dated() -> GraphRecords:
    """A chain of five, a claim each year, of which two are of another article."""
    entities = {f"kgr:n{n}": EntityRecord(f"kgr:n{n}", f"n{n}", ("kgo:Person",)) for n in range(5)}
    claims = tuple(
        claim(
            n,
            f"kgr:n{n}",
            f"kgr:n{n + 1}",
            predicate=("kgo:metWith", "kgo:praised")[n % 2],
            time=f"{2010 + n}",
            confidence=0.5 + n / 10,
            attributed_to="kgr:n0" if n == 3 else None,
            modality=Modality.PLANNED if n == 1 else Modality.ACTUAL,
            polarity=Polarity.NEGATED if n == 2 else Polarity.AFFIRMED,
            article=f"kgr:article/{1 + n // 2}",
        )
        for n in range(4)
    )
    articles = {iri: ArticleRecord(iri, iri, f"Title of {iri}") for iri in ("kgr:article/1", "kgr:article/2")}
    return GraphRecords(entities, articles, claims)


def shown(page: Page) -> tuple[int, int]:
    count = page.evaluate("kg.count()")
    return count["nodes"], count["edges"]


def filters(page: Page) -> Any:
    page.get_by_role("button", name="Filter", exact=True).click()
    return page.locator("#filters")


@pytest.mark.parametrize(
    ("label", "edges"), [("planned", 3), ("denied", 3), ("stated as fact", 2), ("praised", 2), ("met with", 2)]
)
def test_certainties_and_relations_can_be_switched_off(label: str, edges: int, visit: Visit) -> None:
    page = visit(dated())
    assert shown(page) == (5, 4)
    box = filters(page).get_by_label(label)
    box.uncheck()
    assert shown(page)[1] == edges
    expect(page.locator("#chips")).to_contain_text(f"Without {label}")
    box.check()
    assert shown(page) == (5, 4)


@pytest.mark.parametrize(
    ("field", "value", "count"),
    [
        ("Article", "kgr:article/2", (3, 2)),
        ("According to", "kgr:n0", (2, 1)),
        ("At least this sure", "70", (3, 2)),
    ],
)
def test_articles_sources_and_confidence_filter(field: str, value: str, count: tuple[int, int], visit: Visit) -> None:
    graph = dated()
    second = replace(graph.claims[0], iri="kgr:c9", attributed_to="kgr:n4")
    page = visit(replace(graph, claims=(*graph.claims, second)))
    control = filters(page).get_by_label(field)
    control.fill(value) if field.startswith("At least") else control.select_option(value)
    assert shown(page) == count
    page.keyboard.press("Escape")
    page.locator("#chips button").first.click()
    assert shown(page) == (5, 4)


def test_a_class_filters_the_entities(visit: Visit) -> None:
    page = visit(seed())
    filters(page).get_by_label("Class").select_option("kgo:Leader")
    assert shown(page) == (3, 3)


def test_what_has_no_name_can_be_left_out(visit: Visit) -> None:
    entities = {iri: EntityRecord(iri, iri, ("kgo:Person",)) for iri in ("kgr:a", "kgr:b", "kgr:one/an-official-e7")}
    article = ArticleRecord("kgr:article/one", "one")
    claims = (claim(0, "kgr:a", "kgr:b"), claim(1, "kgr:a", "kgr:one/an-official-e7"))
    page = visit(GraphRecords(entities, {article.iri: article}, claims))
    assert page.evaluate("kg.svg()").count('font-style="italic"') == 2
    filters(page).get_by_label("Only what has a name").check()
    assert shown(page) == (2, 1)
    expect(page.locator("#chips")).to_contain_text("Only what has a name")
    again = visit(GraphRecords(entities, {article.iri: article}, claims), address="#named=yes")
    assert shown(again) == (2, 1)


def test_of_very_many_only_the_strongest_are_named_from_afar(visit: Visit) -> None:
    page = visit(ring(600, 1200), limit=600)
    assert 0 < page.evaluate("kg.svg()").count(">Person number") < 2 * 200


def test_a_name_stands_nearest_to_its_own_node(visit: Visit) -> None:
    page = visit(ring(300, 900), limit=300)
    assert eventually(lambda: page.evaluate("kg.labels().length") > 20)
    assert page.evaluate(NEAREST) == []


def test_names_do_not_lie_on_each_other(visit: Visit) -> None:
    page = visit(ring(300, 900), limit=300)
    assert eventually(lambda: page.evaluate("kg.labels().length") > 20)
    boxes = [label["box"] for label in page.evaluate("kg.labels()")]
    for one, other in combinations(boxes, 2):
        assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


def test_closer_by_more_is_named(visit: Visit) -> None:
    page = visit(ring(600, 1200), limit=600)
    assert eventually(lambda: page.evaluate("kg.labels().length") > 20)
    before = page.evaluate(NAMED)
    for _ in range(4):
        page.get_by_role("button", name="Closer").click()
    assert eventually(lambda: page.evaluate(NAMED) > 1.5 * before)


def test_an_edge_counts_only_the_claims_that_pass(visit: Visit) -> None:
    page = visit(seed(), address="#sure=88")
    page.evaluate("kg.select('kgr:c2')")
    expect(page.locator("#panel")).to_contain_text("1 claim")
    assert page.locator("[data-claim='kgr:c1']").count() == 0


def test_filters_that_leave_nothing_say_so_and_can_be_cleared(visit: Visit) -> None:
    page = visit(dated(), address="#sure=100")
    assert shown(page) == (0, 0)
    expect(page.locator("#panel")).to_contain_text("Nothing passes these filters.")
    page.get_by_role("button", name="Clear the filters").click()
    assert shown(page) == (5, 4)


def test_the_time_slider_narrows_and_plays(visit: Visit) -> None:
    page = visit(dated())
    expect(page.locator("#period")).to_have_text("2010 – 2013")
    page.get_by_label("First day shown").fill("2")
    expect(page.locator("#period")).to_have_text("2012 – 2013")
    assert shown(page) == (3, 2)
    page.get_by_label("First day shown").fill("0")
    page.get_by_role("button", name="Play through time").click()
    expect(page.locator("#period")).to_have_text("2010")
    assert shown(page) == (2, 1)
    expect(page.locator("#period")).to_have_text("2010 – 2013", timeout=20_000)
    assert shown(page) == (5, 4)
    expect(page.get_by_role("button", name="Play through time")).to_be_visible()


def test_an_article_of_one_day_has_no_slider(visit: Visit) -> None:
    page = visit(ring(3, 3))
    expect(page.locator("#time")).to_be_hidden()


def test_a_double_click_looks_around_a_node(visit: Visit) -> None:
    page = visit(dated())
    assert painted(page)
    at = page.evaluate("kg.position('kgr:n0')")
    page.mouse.dblclick(at["x"], at["y"])
    expect(page.locator("#chips")).to_contain_text("Around n0, 1 step")
    assert shown(page) == (2, 1)
    page.get_by_role("button", name="One step more").click()
    assert shown(page) == (3, 2)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert shown(page) == (5, 4)


def test_the_shortest_path_between_two(visit: Visit) -> None:
    page = visit(dated())
    page.evaluate("kg.select('kgr:n0')")
    page.get_by_role("button", name="Shortest path to …").click()
    page.locator("#query").fill("n3")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h1")).to_have_text("From n0 to n3")
    expect(page.locator("#panel")).to_contain_text("3 steps")
    assert [card.get_attribute("data-claim") for card in page.locator(".card").all()] == ["kgr:c0", "kgr:c1", "kgr:c2"]


def test_where_nothing_leads_there_is_no_path(visit: Visit) -> None:
    page = visit(dated(), address="#path=kgr:n0&path=kgr:n3&certainty=denied")
    expect(page.locator("#panel h1")).to_have_text("No path")


def test_arrow_keys_walk_from_node_to_node(visit: Visit) -> None:
    page = visit(seed())
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("kg.selected()") in PEOPLE
    seen = {page.evaluate("kg.selected()")}
    for key in ("ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        seen.add(page.evaluate("kg.selected()"))
    assert len(seen) > 2
    page.keyboard.press("Enter")
    expect(page.locator("#chips")).to_contain_text("Around")


def test_more_entities_are_offered_and_drawn(visit: Visit) -> None:
    page = visit(ring(40, 80), limit=20)
    first = shown(page)[0]
    assert first <= 20
    expect(page.locator("#panel")).to_contain_text(f"starts with the {first} of 40 entities")
    page.get_by_role("button", name="Draw").click()
    assert shown(page)[0] == 40
    page.get_by_role("button", name="Back to the strongest").click()
    assert shown(page)[0] == first


def test_filters_count_what_the_picture_holds(visit: Visit) -> None:
    graph = ring(40, 80)
    kinds = ("kgo:metWith", "kgo:praised")
    claims = tuple(replace(claim, predicate=kinds[n % 2]) for n, claim in enumerate(graph.claims))
    page = visit(replace(graph, claims=claims), limit=20)
    for button in ("Draw", "Back to the strongest"):
        counts = filters(page).locator("fieldset", has_text="Relation").locator(".count").all_text_contents()
        assert len(counts) == 2
        assert sum(map(int, counts)) == int(page.locator(".numbers b").nth(1).text_content() or 0)
        page.keyboard.press("Escape")
        page.get_by_role("button", name=button).click()


def test_search_finds_what_is_not_drawn_yet(visit: Visit) -> None:
    page = visit(ring(40, 80), limit=5)
    hidden = next(node["label"] for node in Reader(page.content()).data()["kg-nodes"] if node.get("more"))
    page.locator("#query").fill(hidden)
    expect(page.locator("#matches [role=option]").first).to_contain_text("not drawn yet")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h1")).to_have_text(hidden)


def test_node_size_follows_another_measure(visit: Visit) -> None:
    page = visit(dated())
    first = page.locator("#panel .row .number").first
    assert first.text_content() == "2"
    page.get_by_role("button", name="View", exact=True).click()
    page.get_by_label("Size of nodes").select_option("bridge")
    expect(page.locator("#panel")).to_contain_text("By Betweenness")
    assert first.text_content() == "0.667"


def test_groups_are_painted_and_listed(visit: Visit) -> None:
    pairs = [(1, 2), (2, 3), (1, 3), (4, 5), (5, 6), (4, 6), (3, 4)]
    page = visit(GraphRecords({}, {}, tuple(claim(n, f"kgr:{a}", f"kgr:{b}") for n, (a, b) in enumerate(pairs))))
    before = page.evaluate("kg.svg()").count("<path")
    page.get_by_role("button", name="View", exact=True).click()
    page.get_by_label("Groups that belong together").check()
    expect(page.locator("#panel")).to_contain_text("Groups")
    assert page.evaluate("kg.svg()").count("<path") == before + 2


def test_a_denied_line_is_crossed(visit: Visit) -> None:
    plain = visit(dated(), address="#certainty=denied").evaluate("kg.svg()")
    crossed = visit(dated()).evaluate("kg.svg()")
    denied = 'stroke="#c2410c" stroke-opacity="1" stroke-width="2.4"'
    assert denied not in plain
    assert crossed.count(denied) == 1


def test_lines_say_how_certain_a_claim_is(visit: Visit) -> None:
    graph = dated()
    lines = []
    for only in graph.claims:
        svg = visit(replace(graph, claims=(only,))).evaluate("kg.svg()")
        line = next(part for part in svg.splitlines() if 'fill="none"' in part and "<path" in part)
        lines.append((float(line.partition('stroke-width="')[2].partition('"')[0]), "dasharray" in line))
    stated, planned, denied, said = lines
    assert [is_dashed for _, is_dashed in lines] == [False, True, False, False]
    assert said[0] < stated[0] == planned[0] == denied[0]


def test_the_address_says_what_is_seen(visit: Visit) -> None:
    page = visit(dated())
    filters(page).get_by_label("planned").uncheck()
    page.evaluate("kg.select('kgr:n2')")
    again = visit(dated(), address="#" + page.evaluate("location.hash.slice(1)"))
    assert shown(again) == (5, 3)
    assert again.evaluate("kg.selected()") == "kgr:n2"


def test_back_goes_to_what_was_looked_at_before(visit: Visit) -> None:
    page = visit(dated())
    page.evaluate("kg.select('kgr:n2')")
    page.evaluate("kg.select('kgr:n3')")
    page.go_back()
    assert eventually(lambda: page.evaluate("kg.selected()") == "kgr:n2")


@pytest.mark.parametrize(
    "address",
    [
        "#at=nobody&path=nobody&around=nobody",
        "#steps=x&sure=-5&more=maybe&size=weight&theme=pink&from=yesterday",
        "#at=%3Cscript%3E&kind=%3Cimg%20src=x%20onerror=alert(1)%3E&article=javascript:alert(1)&source=__proto__",
        "#%E0%A4%A",
    ],
)
def test_an_address_that_makes_no_sense_does_no_harm(address: str, visit: Visit) -> None:
    page = visit(dated(), address=address)
    expect(page.locator("#panel h1")).to_be_visible()
    assert page.locator("img").count() == 0


def test_colours_can_be_chosen(visit: Visit) -> None:
    page = visit(seed())
    page.get_by_role("button", name="View", exact=True).click()
    page.get_by_label("Colours").select_option("dark")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert visit(seed(), address="#theme=dark").evaluate("getComputedStyle(document.body).colorScheme") == "dark"
