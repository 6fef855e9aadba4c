from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kg.store.records import EntityRecord, GraphRecords
from kg.view.scene import Scene, palette, scene

from .graphs import SYMMETRIC, claim, ring, seed


def drawn(records: GraphRecords, *, limit: int = 150, **options: Any) -> Scene:
    return scene(records, limit=limit, symmetric=SYMMETRIC, **options)


def edge(picture: Scene, label: str) -> dict[str, Any]:
    (found,) = [edge for edge in picture.edges if edge["label"] == label]
    return found


def test_nodes_look_like_their_kind() -> None:
    nodes = {node["id"]: node for node in drawn(seed()).nodes}
    assert set(nodes) == {"kgr:obama", "kgr:hollande", "kgr:erdogan", "kgr:paris"}
    assert (nodes["kgr:obama"]["color"], nodes["kgr:obama"]["shape"]) == ("#0072B2", "dot")
    assert (nodes["kgr:paris"]["color"], nodes["kgr:paris"]["shape"]) == ("#009E73", "diamond")
    neighbours, claims, rank, between = nodes["kgr:obama"]["measures"]
    assert (neighbours, claims, between) == (2, 4, pytest.approx(2 / 3, abs=1e-4))
    assert nodes["kgr:erdogan"]["measures"][0::3] == [1, 0]
    assert rank > nodes["kgr:erdogan"]["measures"][2]


def test_no_two_kinds_look_the_same() -> None:
    looks = palette().values()
    assert len({look["colour"] for look in looks}) == len({look["shape"] for look in looks}) == len(looks)


def test_claims_of_one_relation_are_one_edge_with_a_count() -> None:
    spoke = edge(drawn(seed()), "spoke with")
    assert (spoke["count"], spoke["arrows"], len(spoke["claims"])) == (2, "", 2)


@pytest.mark.parametrize(
    ("label", "modality", "denied"),
    [("met with", "planned", False), ("accused", None, True), ("lives in", None, False)],
)
def test_edges_tell_modality_and_polarity(label: str, modality: str | None, denied: bool) -> None:
    picture = drawn(seed())
    found = edge(picture, label)
    assert (found["arrows"], found["denied"]) == ("to", denied)
    assert [picture.data["claims"][number].get("modality") for number in found["claims"]] == [modality]


def test_parallel_edges_are_bent_apart() -> None:
    between = [e for e in drawn(seed()).edges if {e["from"], e["to"]} == {"kgr:obama", "kgr:hollande"}]
    assert len({(e["from"] < e["to"], e["bend"]) for e in between}) == 2
    assert all(e["bend"] for e in between)
    assert edge(drawn(seed()), "lives in")["bend"] == 0


def test_labels_come_from_the_mapping_first() -> None:
    labels = {"kgo:livesIn": "is at home in", "kgo:City": "town"}
    picture = drawn(seed(), labels=labels)
    assert edge(picture, "is at home in")
    assert picture.data["entities"]["kgr:paris"]["types"] == [["kgo:City", "town"], ["kgo:Place", "place"]]


def test_open_triples_only_when_asked_for_and_in_their_own_words() -> None:
    assert "looked at" not in {edge["label"] for edge in drawn(seed()).edges}
    assert edge(drawn(seed(), include_open=True), "looked at")


def test_a_card_has_all_that_is_known() -> None:
    data = drawn(seed()).data
    (card,) = [card for card in data["claims"] if card["iri"] == "kgr:c1"]
    number, start, end = card.pop("passage")
    assert data["passages"][number][start:end].startswith("Mr Obama had spoken earlier")
    assert data["relations"][card.pop("relation")] == ["kgo:spokeWith", "spoke with"]
    things = {name: data["things"][card.pop(name)] for name in ("subject", "object", "by", "place")}
    assert things == {
        "subject": ["kgr:obama", "Barack Obama"],
        "object": ["kgr:hollande", "François Hollande"],
        "by": ["kgr:house", "White House"],
        "place": ["kgr:paris", "Paris"],
    }
    assert data["articles"][card.pop("article")] == {
        "iri": "kgr:article/1",
        "title": "Leaders vow",
        "publisher": "AFP",
        "published": "2015-11-14",
        "url": "https://example.org/1",
    }
    assert card == {
        "iri": "kgr:c1",
        "phrase": "had spoken to",
        "event": "CONSULT",
        "time": "2015-11-13",
        "confidence": 0.87,
    }


def test_claims_that_are_no_edge_stand_with_their_entity() -> None:
    data = drawn(seed()).data
    (fact,) = data["entities"]["kgr:obama"]["facts"]
    assert data["claims"][fact]["value"] == "1961"


def test_what_is_left_out_is_counted() -> None:
    extent = drawn(seed()).data["extent"]
    assert extent == {"entities": 6, "posts": 0, "first": 4, "drawn": 4, "alone": 2, "claims": 6, "articles": 1}
    picture = drawn(ring(50, 400), limit=20)
    extent = picture.data["extent"]
    assert extent["first"] <= 20 < extent["drawn"] == 50
    assert sum("more" in node for node in picture.nodes) == 50 - extent["first"]


def test_the_strongest_are_drawn() -> None:
    graph = GraphRecords(
        {},
        {},
        (
            *(claim(n, "kgr:hub", f"kgr:leaf{n}") for n in range(5)),
            *(claim(10 + n, "kgr:hub", "kgr:twin") for n in range(5)),
        ),
    )
    nodes = drawn(graph, limit=2).nodes
    assert [node["id"] for node in nodes if "more" not in node] == ["kgr:hub", "kgr:twin"]
    assert len(nodes) == 7


def test_who_is_strong_by_weak_ties_brings_some_of_them_along() -> None:
    ties = [(f"kgr:hub{n}", f"kgr:leaf{m}{n}") for n in range(3) for m in range(3)]
    graph = GraphRecords({}, {}, tuple(claim(n, *tie, confidence=0.5) for n, tie in enumerate(ties)))
    first = [node["id"] for node in drawn(graph, limit=6).nodes if "more" not in node]
    assert sorted(first) == ["kgr:hub0", "kgr:hub1", "kgr:hub2", "kgr:leaf00", "kgr:leaf01", "kgr:leaf02"]


@pytest.mark.parametrize(("depth", "names"), [(0, "e"), (1, "eo"), (2, "eoh"), (3, "eohp")])
def test_around_an_entity(depth: int, names: str) -> None:
    found = {node["id"][4] for node in drawn(seed(), entity="kgr:erdogan", depth=depth).nodes}
    assert found == set(names)


def test_an_entity_that_the_filters_took_away_leaves_nothing() -> None:
    assert drawn(seed(), entity="kgr:obama", classes=["kgo:Place"]).nodes == []


def presidents() -> GraphRecords:
    """Two who hold a post of the same name, and one whom one of them met."""
    classes = {"kgr:a": "kgo:Person", "kgr:b": "kgo:Person", "kgr:c": "kgo:Person", "kgr:post": "kgo:Position"}
    entities = {iri: EntityRecord(iri, iri, (class_, "kgo:Entity")) for iri, class_ in classes.items()}
    held = (
        claim(n, iri, "kgr:post", predicate="kgo:holdsPosition", event=None) for n, iri in enumerate(["kgr:a", "kgr:b"])
    )
    return GraphRecords(entities, {}, (*held, claim(2, "kgr:a", "kgr:c")))


def test_a_post_is_told_of_its_holder_and_connects_nobody() -> None:
    picture = drawn(presidents())
    assert {node["id"] for node in picture.nodes} == {"kgr:a", "kgr:c"}
    (fact,) = picture.data["entities"]["kgr:a"]["facts"]
    assert picture.data["claims"][fact]["iri"] == "kgr:c0"


@pytest.mark.parametrize("asked", [{"relations": ["holdsPosition"]}, {"entity": "kgr:post"}])
def test_posts_are_drawn_where_asked_for(asked: dict[str, Any]) -> None:
    assert {node["id"] for node in drawn(presidents(), **asked).nodes} == {"kgr:a", "kgr:b", "kgr:post"}


def test_the_cards_of_a_page_are_capped_those_of_the_fullest_edges_first() -> None:
    claims = (*(claim(n, "kgr:a", "kgr:b") for n in range(5000)), claim(5000, "kgr:b", "kgr:c"))
    picture = drawn(GraphRecords({}, {}, claims))
    full, small = sorted(picture.edges, key=lambda e: -e["count"])
    assert (full["count"], small["count"], len(small["claims"])) == (5000, 1, 1)
    assert 500 < len(full["claims"]) <= 750
    assert len(picture.data["claims"]) == len(full["claims"]) + 1


def test_communities_of_three_and_more_are_groups() -> None:
    pairs = [(1, 2), (2, 3), (1, 3), (4, 5), (5, 6), (4, 6), (3, 4), (8, 9)]
    graph = GraphRecords({}, {}, tuple(claim(n, f"kgr:{a}", f"kgr:{b}") for n, (a, b) in enumerate(pairs)))
    data = drawn(graph).data
    groups = [{data["things"][number][0] for number in group} for group in data["groups"]]
    assert sorted(map(sorted, groups)) == [["kgr:1", "kgr:2", "kgr:3"], ["kgr:4", "kgr:5", "kgr:6"]]


def test_a_self_loop_is_drawn_where_its_entity_is() -> None:
    graph = GraphRecords({}, {}, (claim(1, "kgr:a", "kgr:a"), claim(2, "kgr:a", "kgr:b")))
    assert {(e["from"], e["to"]) for e in drawn(graph).edges} == {("kgr:a", "kgr:a"), ("kgr:a", "kgr:b")}


def test_where_nothing_is_connected_the_loners_are_drawn() -> None:
    graph = replace(seed(), claims=())
    assert len(drawn(graph).nodes) == 6
    assert drawn(GraphRecords({}, {}, ())).nodes == []


def test_what_somebody_unknown_did_is_a_fact_and_no_line() -> None:
    graph = seed()
    act = claim(90, "kgr:unknown-e9", "kgr:obama", predicate="kgo:accused", is_agentless=True)
    unknown = EntityRecord("kgr:unknown-e9", "unknown", ("kgo:UnknownAgent", "kgo:Unknown", "kgo:Agent"))
    picture = drawn(GraphRecords({**graph.entities, unknown.iri: unknown}, graph.articles, (*graph.claims, act)))
    assert unknown.iri not in {node["id"] for node in picture.nodes}
    facts = picture.data["entities"]["kgr:obama"]["facts"]
    assert act.iri in {picture.data["claims"][number]["iri"] for number in facts}
    assert "unknown" in [name for _, name in picture.data["things"]]
