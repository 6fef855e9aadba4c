from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from kg.analyse import OPEN_RELATION, find_entity, select
from kg.errors import QueryError
from kg.model import Modality, Polarity
from kg.store.records import EntityRecord, GraphRecords

from .graphs import ARTICLES, claim, records

GRAPH = records(
    claim(1, "kgr:a", "kgr:b", time="2015-11-13"),
    claim(2, "kgr:a", "kgr:paris", predicate="kgo:bornIn", time="1961", attributed_to="kgr:c"),
    claim(3, "kgr:b", "kgr:c", modality=Modality.PLANNED, confidence=0.5),
    claim(4, "kgr:c", "kgr:a", polarity=Polarity.NEGATED, article="kgr:article/2"),
    claim(5, "kgr:a", "kgr:c", predicate=OPEN_RELATION, time="2016-01/2016-03"),
    claim(6, "kgr:a", None, predicate="kgo:dateOfBirth", value="1961", datatype="xsd:gYear", time="2015-11"),
    types={"kgr:paris": ("kgo:City", "kgo:Place"), "kgr:alone": ("kgo:Company", "kgo:Organisation")},
)


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({}, "12346"),
        ({"include_open": True}, "123456"),
        ({"relations": ["kgo:bornIn"]}, "2"),
        ({"relations": {"bornIn", "dateOfBirth"}}, "26"),
        ({"relations": []}, ""),
        ({"classes": ["kgo:Person"]}, "1346"),
        ({"classes": ["Place", "Person"]}, "12346"),
        ({"classes": ["kgo:City"]}, ""),
        ({"articles": ["undated"]}, "4"),
        ({"articles": ["kgr:article/1"]}, "1236"),
        ({"min_confidence": 0.6}, "1246"),
        ({"direct_only": True}, "126"),
        ({"modalities": ["planned", "denied"]}, "34"),
        ({"modalities": ["actual"]}, "126"),
        ({"sources": ["C"]}, "2"),
        ({"sources": ["afp"]}, "1236"),
        ({"since": "2015-11-14"}, "36"),
        ({"since": date(2015, 11, 13), "until": date(2015, 11, 13)}, "16"),
        ({"until": "2015"}, "1236"),
        ({"until": "1961-06-01"}, "2"),
        ({"since": "2016-02-10", "until": "2016-02-11", "include_open": True}, "5"),
        ({"since": "2017"}, ""),
    ],
)
def test_filters(filters: dict[str, Any], numbers: str) -> None:
    assert [claim.iri for claim in select(GRAPH, **filters).claims] == [f"kgr:c{n}" for n in numbers]


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"modalities": ["plannd"]}, "no modality 'plannd' in this graph: did you mean planned"),
        ({"sources": ["Nobody"]}, "called 'Nobody'"),
        ({"relations": ["bornn"]}, "did you mean bornIn"),
    ],
)
def test_unknown_names_are_refused(filters: dict[str, Any], message: str) -> None:
    with pytest.raises(QueryError, match=re.escape(message)):
        select(GRAPH, **filters)


def test_an_entity_without_claims_stays_unless_claims_were_asked_for() -> None:
    assert "kgr:alone" in select(GRAPH).entities
    assert "kgr:alone" in select(GRAPH, classes=["kgo:Organisation"]).entities
    assert set(select(GRAPH, relations=["bornIn"]).entities) == {"kgr:a", "kgr:paris"}


def test_order_does_not_depend_on_the_order_of_the_records() -> None:
    reverse = GraphRecords(
        dict(reversed(GRAPH.entities.items())),
        dict(reversed(ARTICLES.items())),
        tuple(reversed(GRAPH.claims)),
    )
    assert select(reverse) == select(GRAPH)
    assert list(select(reverse).entities) == list(select(GRAPH).entities)


def test_find_entity_by_iri_label_and_alias_prefers_the_one_with_more_claims() -> None:
    entities = {
        "kgr:bush-1": EntityRecord("kgr:bush-1", "George Bush", ("kgo:Person",), ("Bush",)),
        "kgr:bush-2": EntityRecord("kgr:bush-2", "George W. Bush", ("kgo:Person",), ("Bush",)),
    }
    graph = GraphRecords(entities, {}, (claim(1, "kgr:bush-2", "kgr:x"),))
    assert find_entity(graph, "kgr:bush-1") == "kgr:bush-1"
    assert find_entity(graph, "george bush") == "kgr:bush-1"
    assert find_entity(graph, "Bush") == "kgr:bush-2"
    with pytest.raises(QueryError, match=r"did you mean George Bush or George W. Bush\?"):
        find_entity(graph, "Gorge Bush")
    with pytest.raises(QueryError, match="called 'Nobody\ufffd'"):
        find_entity(graph, "Nobody\x1b")


def test_what_is_said_both_ways_counts_once() -> None:
    both = [claim(1, "kgr:a", "kgr:b", predicate="kgo:spouseOf"), claim(2, "kgr:b", "kgr:a", predicate="kgo:spouseOf")]
    assert [c.iri for c in select(records(*both)).claims] == ["kgr:c1"]
    accused = [claim(1, "kgr:a", "kgr:b", predicate="kgo:accused"), claim(2, "kgr:b", "kgr:a", predicate="kgo:accused")]
    assert len(select(records(*accused)).claims) == 2
