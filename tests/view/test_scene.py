from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kg.analyse import select
from kg.model import Modality
from kg.store.records import GraphRecords
from kg.view.scene import Scene, palette, scene

from .graphs import SYMMETRIC, claim, ring, seed


def drawn(records: GraphRecords, *, include_open: bool = False, limit: int = 150, **options: Any) -> Scene:
    part = select(records, include_open=include_open)
    return scene(records, part, limit=limit, symmetric=SYMMETRIC, **options)


def edge(picture: Scene, label: str) -> dict[str, Any]:
    (found,) = [edge for edge in picture.edges if edge["label"] == label]
    return found


def test_nodes_look_like_their_kind() -> None:
    nodes = {node["id"]: node for node in drawn(seed()).nodes}
    assert set(nodes) == {"kgr:obama", "kgr:hollande", "kgr:erdogan", "kgr:paris"}
    assert (nodes["kgr:obama"]["color"], nodes["kgr:obama"]["shape"]) == ("#0072B2", "dot")
    assert (nodes["kgr:paris"]["color"], nodes["kgr:paris"]["shape"]) == ("#009E73", "diamond")
    assert nodes["kgr:obama"]["size"] > nodes["kgr:erdogan"]["size"]


def test_no_two_kinds_look_the_same() -> None:
    looks = palette().values()
    assert len({look["colour"] for look in looks}) == len({look["shape"] for look in looks}) == len(looks)


def test_claims_of_one_relation_are_one_edge_with_a_count() -> None:
    spoke = edge(drawn(seed()), "spoke with")
    assert (spoke["count"], spoke["arrows"], spoke["dashes"]) == (2, "", False)


@pytest.mark.parametrize(
    ("label", "arrows", "dashed", "denied"),
    [
        ("met with (planned)", "to", True, False),
        ("not accused", "to", False, True),
        ("lives in", "to", False, False),
    ],
)
def test_edges_tell_modality_and_polarity(label: str, arrows: str, dashed: bool, denied: bool) -> None:
    found = edge(drawn(seed()), label)
    assert (found["arrows"], bool(found["dashes"]), found["denied"]) == (arrows, dashed, denied)


def test_an_edge_shows_the_most_real_of_its_claims() -> None:
    graph = seed()
    met = replace(graph.claims[2], iri="kgr:c99", modality=Modality.ACTUAL)
    assert edge(drawn(replace(graph, claims=(*graph.claims, met))), "met with")["count"] == 2


def test_parallel_edges_are_bent_apart() -> None:
    between = [e for e in drawn(seed()).edges if {e["from"], e["to"]} == {"kgr:obama", "kgr:hollande"}]
    assert len({(e["from"] < e["to"], e["smooth"]["type"], e["smooth"]["roundness"]) for e in between}) == 2
    assert all(e["smooth"]["enabled"] for e in between)
    assert not edge(drawn(seed()), "lives in")["smooth"]["enabled"]


def test_labels_come_from_the_mapping_first() -> None:
    labels = {"kgo:livesIn": "is at home in", "kgo:City": "town"}
    picture = drawn(seed(), labels=labels)
    assert edge(picture, "is at home in")
    assert picture.data["entities"]["kgr:paris"]["types"] == ["town", "place"]


def test_open_triples_only_when_asked_for_and_in_their_own_words() -> None:
    assert "looked at" not in {edge["label"] for edge in drawn(seed()).edges}
    assert edge(drawn(seed(), include_open=True), "looked at")


def test_a_card_has_all_that_is_known() -> None:
    data = drawn(seed()).data
    (card,) = [card for card in data["claims"] if card["iri"] == "kgr:c1"]
    assert data["quotes"][card.pop("quote")].startswith("Mr Obama had spoken earlier")
    assert data["articles"][card.pop("article")] == {
        "id": "a1",
        "title": "Leaders vow",
        "publisher": "AFP",
        "published": "2015-11-14",
        "url": "https://example.org/1",
    }
    assert card == {
        "iri": "kgr:c1",
        "subject": "kgr:obama",
        "relation": "spoke with",
        "object": "kgr:hollande",
        "phrase": "had spoken to",
        "event": "CONSULT",
        "by": "kgr:house",
        "time": "2015-11-13",
        "place": "kgr:paris",
        "confidence": 0.87,
    }
    assert data["names"]["kgr:house"] == "White House"


def test_claims_that_are_no_edge_stand_with_their_entity() -> None:
    data = drawn(seed()).data
    (fact,) = data["entities"]["kgr:obama"]["facts"]
    assert data["claims"][fact]["value"] == "1961"


def test_what_is_left_out_is_counted() -> None:
    extent = drawn(seed()).data["extent"]
    assert extent == {"entities": 6, "drawn": 4, "alone": 2, "claims": 6, "shown": 5, "articles": 1}
    extent = drawn(ring(50, 400), limit=20).data["extent"]
    assert extent["drawn"] <= 20 < extent["entities"]
    assert extent["shown"] < extent["claims"] == 400


def test_the_strongest_are_drawn() -> None:
    graph = GraphRecords(
        {},
        {},
        (
            *(claim(n, "kgr:hub", f"kgr:leaf{n}") for n in range(5)),
            *(claim(10 + n, "kgr:hub", "kgr:twin") for n in range(5)),
        ),
    )
    assert [node["id"] for node in drawn(graph, limit=2).nodes] == ["kgr:hub", "kgr:twin"]


@pytest.mark.parametrize(("depth", "names"), [(0, "e"), (1, "eo"), (2, "eoh"), (3, "eohp")])
def test_around_an_entity(depth: int, names: str) -> None:
    found = {node["id"][4] for node in drawn(seed(), entity="kgr:erdogan", depth=depth).nodes}
    assert found == set(names)


def test_an_entity_that_the_filters_took_away_leaves_nothing() -> None:
    graph = seed()
    part = select(graph, classes=["kgo:Place"])
    assert scene(graph, part, limit=9, entity="kgr:obama").nodes == []


def test_five_hundred_claims_between_two_are_one_edge_whose_cards_are_capped() -> None:
    claims = tuple(claim(n, "kgr:a", "kgr:b") for n in range(500))
    picture = drawn(GraphRecords({}, {}, claims))
    (only,) = picture.edges
    assert (only["count"], len(only["claims"])) == (500, 50)


def test_a_self_loop_is_drawn_where_its_entity_is() -> None:
    graph = GraphRecords({}, {}, (claim(1, "kgr:a", "kgr:a"), claim(2, "kgr:a", "kgr:b")))
    assert {(e["from"], e["to"]) for e in drawn(graph).edges} == {("kgr:a", "kgr:a"), ("kgr:a", "kgr:b")}


def test_where_nothing_is_connected_the_loners_are_drawn() -> None:
    graph = replace(seed(), claims=())
    assert len(drawn(graph).nodes) == 6
    assert drawn(GraphRecords({}, {}, ())).nodes == []
