from __future__ import annotations

from dataclasses import replace

from kg.analyse import Counts, counts, to_networkx, without_posts
from kg.store.records import EntityRecord, GraphRecords
from tests.view.graphs import claim


def married() -> GraphRecords:
    types = {"ann": "kgo:Person", "bob": "kgo:Person", "chair": "kgo:Position", "somebody": "kgo:UnknownAgent"}
    entities = {f"kgr:{name}": EntityRecord(f"kgr:{name}", name, (type_,)) for name, type_ in types.items()}
    entities["kgr:somebody"] = replace(entities["kgr:somebody"], types=("kgo:UnknownAgent", "kgo:Unknown"))
    claims = (
        claim(0, "kgr:ann", "kgr:bob", predicate="kgo:spouseOf"),
        claim(1, "kgr:bob", "kgr:ann", predicate="kgo:spouseOf"),
        claim(2, "kgr:ann", "kgr:chair", predicate="kgo:holdsPosition"),
        claim(3, "kgr:ann", "kgr:bob", predicate="kgo:relatedTo"),
    )
    return GraphRecords(entities, {}, claims)


def test_posts_and_who_nobody_names_are_no_entities_and_a_marriage_is_one_claim() -> None:
    assert counts(married()) == Counts(articles=0, entities=2, posts=1, claims=2, open_triples=1)


def test_what_is_counted_is_what_networks_hold() -> None:
    held = counts(married())
    assert len(without_posts(to_networkx(married()))) == held.entities
    assert len(to_networkx(married())) == held.entities + held.posts
