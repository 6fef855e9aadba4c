"""What bears the same IRI in the whole graph, and what belongs to its article."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Article, Entity, Extraction, Form, Mention
from kg.resolve import KnownEntities, is_described, resolve, slug

PERSON, CITY = ("kgo:Person", "kgo:Agent", "kgo:Entity"), ("kgo:City", "kgo:Place", "kgo:Entity")


def made(*entities: tuple[str, tuple[str, ...], Form]) -> Extraction:
    text = " ".join(label for label, _, _ in entities)
    mentions, start = [], 0
    for number, (label, _, form) in enumerate(entities):
        mentions.append(Mention(start, start + len(label), label, f"e{number}", form))
        start += len(label) + 1
    listed = tuple(Entity(f"e{n}", f"_:e{n}", label, types) for n, (label, types, _) in enumerate(entities))
    return Extraction(Article("a1", text), tuple(mentions), listed)


IRIS = {
    ("Barack Obama", PERSON, Form.NAME): "kgr:barack-obama",
    ("Recep Tayyip Erdoğan", PERSON, Form.NAME): "kgr:recep-tayyip-erdogan",
    ("Obama", PERSON, Form.NAME): "kgr:a1/obama",
    ("an official", PERSON, Form.NOUN): "kgr:a1/an-official-e0",
    ("Paris", CITY, Form.NAME): "kgr:paris",
}


@pytest.mark.parametrize(("entity", "iri"), IRIS.items())
def test_iris(entity: tuple[str, tuple[str, ...], Form], iri: str) -> None:
    assert resolve(made(entity)).entities[0].iri == iri
    assert is_described(iri, {"a1"}) == (entity[2] is Form.NOUN)


def test_a_person_and_a_place_of_one_name_stay_two() -> None:
    found = resolve(made(("Sao Paulo", CITY, Form.NAME), ("Sao Paulo", PERSON, Form.NAME))).entities
    assert [entity.iri for entity in found] == ["kgr:sao-paulo", "kgr:sao-paulo-person"]


@pytest.mark.parametrize("text", ["", "???", "\ud800", "a/b", '"><script>', "é" * 300, "日本"])
def test_slugs_are_safe(text: str) -> None:
    assert slug(text)
    assert not set(slug(text)) & set(' <>"{}|\\^`/')


KNOWN = """
@prefix kgo: <https://w3id.org/newskg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://www.wikidata.org/entity/Q76> a kgo:Person ; rdfs:label "Barack Obama" ; skos:altLabel "Barack H. Obama" .
<http://example.org/1> a kgo:Person ; rdfs:label "John Smith" .
<http://example.org/2> a kgo:Person ; rdfs:label "John Smith" .
"""


def test_known_entities(tmp_path: Path) -> None:
    (tmp_path / "known.ttl").write_text(KNOWN, encoding="utf-8")
    known = KnownEntities.load([tmp_path / "known.ttl"])
    one, two, three = resolve(
        made(
            ("Barack H. Obama", PERSON, Form.NAME), ("John Smith", PERSON, Form.NAME), ("Barack Obama", CITY, Form.NAME)
        ),
        known=known,
    ).entities
    assert (one.iri, one.label) == ("http://www.wikidata.org/entity/Q76", "Barack Obama")
    assert two.iri == "kgr:john-smith"
    assert three.iri == "kgr:barack-obama"


@pytest.mark.parametrize(("name", "text"), [("x.ttl", "no turtle"), ("x.txt", ""), ("x.rdf", "<rdf/>")])
def test_unusable_files_are_named(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=name):
        KnownEntities.load([tmp_path / name])
