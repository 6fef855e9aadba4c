from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import InputError, QueryError
from kg.store.records import GraphRecords
from kg.view import page, write

from .carried import Reader
from .graphs import HOSTILE, SCRIPT, SYMMETRIC, hostile, ring, seed

POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"
OWN_IDS = {"kg-nodes", "kg-edges", "kg-data", "kg-options"}


GRAPHS = {
    "seed": seed(),
    "hostile": hostile(),
    "ring": ring(60, 120),
    "empty": GraphRecords({}, {}, ()),
    "one": replace(seed(), entities={"kgr:obama": seed().entities["kgr:obama"]}, claims=()),
}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {name: page(graph, symmetric=SYMMETRIC) for name, graph in GRAPHS.items()}


@pytest.mark.parametrize("name", GRAPHS)
def test_a_page_needs_nothing_but_itself(name: str, pages: dict[str, str]) -> None:
    reader = Reader(pages[name])
    policies = [a["content"] for _, a in reader.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert [(policy or "").startswith(POLICY) for policy in policies] == [True]
    addresses = [a.get(n) for _, a in reader.elements for n in ("src", "href", "srcset", "data") if n in a]
    assert addresses == ["data:,", "#panel"]
    assert "@import" not in pages[name]
    assert "url(" not in pages[name].partition("</style>")[0]


@pytest.mark.parametrize("name", GRAPHS)
def test_the_structure_of_a_page_never_depends_on_what_articles_say(name: str, pages: dict[str, str]) -> None:
    shape = [(tag, sorted(attributes)) for tag, attributes in Reader(pages["empty"]).elements]
    assert [(tag, sorted(attributes)) for tag, attributes in Reader(pages[name]).elements] == shape
    assert not any(attribute.startswith("on") for _, attributes in shape for attribute in attributes)


@pytest.mark.parametrize("name", GRAPHS)
def test_data_parses_and_belongs_together(name: str, pages: dict[str, str]) -> None:
    data = Reader(pages[name]).data()
    assert set(data) == OWN_IDS
    nodes = {node["id"] for node in data["kg-nodes"]}
    assert all({edge["from"], edge["to"]} <= nodes for edge in data["kg-edges"])
    assert all(number < len(data["kg-data"]["claims"]) for e in data["kg-edges"] for number in e["claims"])
    assert nodes == set(data["kg-data"]["entities"])
    shared = data["kg-data"]
    for card in shared["claims"]:
        assert card["relation"] < len(shared["relations"])
        assert card["article"] < len(shared["articles"])
        assert all(card[end] < len(shared["things"]) for end in ("subject", "object", "by", "place") if end in card)
        number, start, end = card["passage"]
        assert 0 <= start <= end <= len(shared["passages"][number].encode("utf-16-le")) // 2
    assert data["kg-options"]["physics"] == {"enabled": False}


def test_hostile_text_is_text(pages: dict[str, str]) -> None:
    text = pages["hostile"]
    data = Reader(text).data()
    assert "<script>alert" not in text
    assert "<img" not in text
    labels = {node["label"] for node in data["kg-nodes"]}
    assert {SCRIPT, "gpj.exe", "NUL \ufffd and bell \ufffd", "lone \ufffd surrogate"} <= labels
    assert len(labels) == len(HOSTILE)
    assert max(map(len, labels)) <= 120
    assert not any("title" in item for item in (*data["kg-nodes"], *data["kg-edges"]))
    text.encode("utf-8")


def test_heading_is_the_title_the_entity_or_the_only_article() -> None:
    assert Reader(page(seed())).title == "Leaders vow"
    assert Reader(page(seed(), entity="the turkish leader")).title == "Around Recep Tayyip Erdogan"
    assert Reader(page(seed(), title=f"</title>{SCRIPT}")).title == f"</title>{SCRIPT}"
    assert Reader(page(ring(3, 3))).title == "Knowledge graph"


def test_an_article_without_title_goes_by_its_first_line() -> None:
    graph = seed()
    (article,) = graph.articles.values()
    untitled = replace(article, title=None, text="\n Leaders meet \nOn Friday …")
    assert Reader(page(replace(graph, articles={article.iri: untitled}))).title == "Leaders meet"
    assert replace(untitled, text=None).headline == article.id


def test_filters_are_those_of_select() -> None:
    data = Reader(page(seed(), relations=["metWith"], since="2015")).data()
    assert [edge["label"] for edge in data["kg-edges"]] == ["met with"]


def test_an_unknown_entity_is_an_error() -> None:
    with pytest.raises(QueryError, match="called 'Merkel'"):
        page(seed(), entity="Merkel")


def test_a_page_of_sixty_entities_is_small_and_always_the_same(pages: dict[str, str]) -> None:
    assert len(pages["ring"].encode()) < 1_200_000
    assert page(ring(60, 120), symmetric=SYMMETRIC) == pages["ring"]
    graph = ring(60, 120)
    shuffled = GraphRecords(dict(reversed(graph.entities.items())), graph.articles, tuple(reversed(graph.claims)))
    assert page(shuffled, symmetric=SYMMETRIC) == pages["ring"]


@pytest.mark.parametrize(("size", "claims", "most"), [(150, 5000, 1_500_000), (2000, 6000, 5_000_000)])
def test_pages_stay_small(size: int, claims: int, most: int) -> None:
    assert len(page(ring(size, claims), limit=size, symmetric=SYMMETRIC).encode()) < most


def test_write_page(tmp_path: Path) -> None:
    path = write("graph", hostile(), tmp_path / "new" / "graph.html", limit=5)
    assert path.read_text(encoding="utf-8") == page(hostile(), limit=5)
    assert list(path.parent.iterdir()) == [path]
    with pytest.raises(InputError, match="cannot be written"):
        write("graph", seed(), path / "below-a-file.html")
