from __future__ import annotations

import pytest

from kg.analyse import kind_of, to_networkx, to_weighted
from kg.model import Modality, Polarity
from kg.store.records import EntityRecord, GraphRecords

from .graphs import ARTICLES, claim, records


def test_an_edge_leads_back_to_its_claim() -> None:
    graph = to_networkx(
        records(
            claim(
                1,
                "kgr:a",
                "kgr:b",
                polarity=Polarity.NEGATED,
                modality=Modality.PLANNED,
                time="2015-11",
                confidence=0.87,
                attributed_to="kgr:c",
                place="kgr:d",
            )
        )
    )
    assert graph.edges["kgr:a", "kgr:b", "kgr:c1"] == {
        "claim": "kgr:c1",
        "label": "spoke with",
        "predicate": "kgo:spokeWith",
        "event": "CONSULT",
        "polarity": "negated",
        "modality": "planned",
        "time": "2015-11",
        "confidence": 0.87,
        "attributed_to": "kgr:c",
        "place": "kgr:d",
        "phrase": "had spoken to",
        "quote": "kgr:a had spoken to kgr:b.",
        "article": "kgr:article/1",
        "published": "2015-11-14",
        "publisher": "AFP",
    }


def test_what_is_unknown_is_left_out_and_everything_is_str_or_float() -> None:
    graph = to_networkx(records(claim(1, "kgr:a", "kgr:b", event=None, article="kgr:article/2")))
    attributes = graph.edges["kgr:a", "kgr:b", "kgr:c1"]
    assert not {"event", "time", "place", "attributed_to", "published", "publisher"} & set(attributes)
    assert {type(value) for value in attributes.values()} == {str, float}


def test_nodes_carry_label_types_and_kind() -> None:
    graph = to_networkx(records(types={"kgr:x": ("kgo:Ministry", "kgo:Government", "kgo:Organisation")}))
    assert graph.nodes["kgr:x"] == {
        "label": "X",
        "types": "kgo:Ministry kgo:Government kgo:Organisation",
        "kind": "organisation",
    }


def test_parallel_claims_self_loops_and_literals() -> None:
    graph = to_networkx(
        records(
            claim(1, "kgr:a", "kgr:b"),
            claim(2, "kgr:a", "kgr:b"),
            claim(3, "kgr:b", "kgr:a", confidence=0.5),
            claim(4, "kgr:a", "kgr:a"),
            claim(5, "kgr:a", None, value="1961", datatype="xsd:gYear"),
        )
    )
    assert sorted(key for *_, key in graph.edges(keys=True)) == ["kgr:c1", "kgr:c2", "kgr:c3", "kgr:c4"]
    simple = to_weighted(graph)
    assert list(simple.edges(data=True)) == [("kgr:a", "kgr:b", {"weight": 2.5, "claims": 3})]


def test_an_end_that_is_no_known_entity_is_a_node_named_by_its_iri() -> None:
    graph = to_networkx(GraphRecords({}, ARTICLES, (claim(1, "kgr:a", "https://example.org/b#x"),)))
    assert dict(graph.nodes(data="label")) == {"kgr:a": "a", "https://example.org/b#x": "x"}


def test_hostile_text_is_neutralised() -> None:
    entities = {"kgr:a": EntityRecord("kgr:a", "A\x00\u202e\ud800", ("kgo:Person",))}
    graph = to_networkx(GraphRecords(entities, {}, (claim(1, "kgr:a", "kgr:a", quote="\x1b[2J\udc00"),)))
    assert graph.nodes["kgr:a"]["label"] == "A\ufffd\ufffd"
    assert graph.edges["kgr:a", "kgr:a", "kgr:c1"]["quote"] == "\ufffd[2J\ufffd"


def test_the_empty_graph() -> None:
    assert len(to_networkx(records())) == 0


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        (["kgo:Leader", "kgo:Person"], "person"),
        (["kgo:MediaOutlet", "kgo:Company", "kgo:Organisation"], "organisation"),
        (["kgo:Country", "kgo:Place"], "place"),
        (["kgo:Summit", "kgo:Meeting", "kgo:Event"], "event"),
        (["kgo:NationalityOrGroup"], "group"),
        (["kgo:Law"], "work"),
        (["my:Thing"], "other"),
        ([], "other"),
    ],
)
def test_kinds(types: list[str], kind: str) -> None:
    assert kind_of(types) == kind


def test_somebody_unknown_is_no_node() -> None:
    told = records(
        claim(1, "kgr:u", "kgr:a", predicate="kgo:arrested", is_agentless=True),
        claim(2, "kgr:a", "kgr:b"),
        types={"kgr:u": ("kgo:UnknownAgent", "kgo:Unknown", "kgo:Agent")},
    )
    graph = to_networkx(told)
    assert sorted(graph.nodes) == ["kgr:a", "kgr:b"]
    assert [key for *_, key in graph.edges(keys=True)] == ["kgr:c2"]
