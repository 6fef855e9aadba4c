"""Names lead to one entity, or to one line that says which there are."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.model import Article, Claim, Entity, Evidence, Extraction
from kg.query.names import find_entity
from kg.store import GraphStore

PERSON = ("kgo:Person", "kgo:Agent", "kgo:Entity")
NAMES = (
    ("kgr:george-w-bush", "George W. Bush", ("Bush",)),
    ("kgr:george-h-w-bush", "George H. W. Bush", ("Bush",)),
    ("kgr:angela-merkel", "Angela Merkel", ("Merkel", "the chancellor")),
    ("kgr:merkel-cell", "Merkel cell", ()),
    ("kgr:a/obama", "Obama", ()),
    ("kgr:barack-obama", "Barack Obama", ("Obama",)),
    ("kgr:france", "France", ()),
    ("kgr:france-team", "France", ()),
    ("kgr:hostile", 'a"b\\c (d', ()),
)


@pytest.fixture(scope="module")
def store() -> GraphStore:
    entities = tuple(Entity(f"e{n}", iri, label, PERSON, aliases) for n, (iri, label, aliases) in enumerate(NAMES))
    claims = (Claim("c0", "e0", "kgo:metWith", "e2", "met", Evidence(0, 4)),)
    made = GraphStore.open(None)
    made.add(Extraction(Article("a", "Met."), (), entities, claims))
    return made


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("Angela Merkel", "angela-merkel"),
        ("France", "france"),
        ("angela MERKEL", "angela-merkel"),
        ("Merkel", "angela-merkel"),
        ("the chancellor", "angela-merkel"),
        ("Angela", "angela-merkel"),
        ("kgr:angela-merkel", "angela-merkel"),
        ("https://w3id.org/newskg/id/angela-merkel", "angela-merkel"),
        ("Obama", "barack-obama"),
        ("kgr:a/obama", "a/obama"),
        ('a"b\\c (d', "hostile"),
    ],
)
def test_a_name_finds_its_entity(store: GraphStore, name: str, iri: str) -> None:
    assert find_entity(store, name).value == f"{store.base}{iri}"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Bush", "'Bush' is ambiguous, did you mean George W. Bush (kgr:george-w-bush) or George H. W. Bush"),
        ("george", "ambiguous"),
        (
            "Angela Merkl",
            "nothing in the graph is called 'Angela Merkl', did you mean Angela Merkel (kgr:angela-merkel)",
        ),
        ("Xyzzy", "nothing in the graph is called 'Xyzzy'"),
        ("erke", "nothing in the graph is called 'erke'"),
        ("kgr:nobody", "nothing in the graph has the IRI"),
        ("kgr:a b", "nothing in the graph is called 'kgr:a b'"),
        ("x" * 10_000, "nothing in the graph is called"),
    ],
)
def test_else_one_line_says_what_may_be_meant(store: GraphStore, name: str, why: str) -> None:
    with pytest.raises(QueryError) as caught:
        find_entity(store, name)
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("name", "iri"), [("France (country)", "france"), ("france (sports team)", "france-team")])
def test_a_name_is_taken_as_pictures_tell_it_from_its_namesakes(name: str, iri: str) -> None:
    country = Entity("e0", "kgr:france", "France", ("kgo:Country", "kgo:Place", "kgo:Entity"))
    team = Entity("e1", "kgr:france-team", "France", ("kgo:SportsTeam", "kgo:Organisation", "kgo:Entity"))
    made = GraphStore.open(None)
    made.add(
        Extraction(
            Article("a", "Met."), (), (country, team), (Claim("c0", "e1", "kgo:metWith", "e0", "met", Evidence(0, 4)),)
        )
    )
    assert find_entity(made, name).value == f"{made.base}{iri}"
