"""The ontology as Python: wordings, classes, one's own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import Ontology, Wording, shipped

WORDINGS = {
    ("verb", "monitor"): (("monitor",), (), (), "", False, False),
    ("verb", "speak|talk to|with"): (("speak", "talk"), (), ("to", "with"), "", False, False),
    ("verb", "hold talk with"): (("hold",), ({"talk"},), ("with",), "", False, False),
    ("verb", "step down as"): (("step",), ({"down"},), ("as",), "", False, False),
    ("verb", "be born in"): (("born",), (), ("in",), "", False, True),
    ("verb", "^employ"): (("employ",), (), (), "", True, False),
    ("verb", "promise do"): (("promise",), (), (), "do", False, False),
    ("noun", "adviser to|of"): (("adviser",), (), ("to", "of"), "", False, False),
    ("title", "prime minister"): (("prime",), ({"minister"},), (), "", False, False),
    ("title", "vice-president"): (("vice",), ({"-"}, {"president"}), (), "", False, False),
    ("verb", "turn"): (("turn",), (), (), "", False, False),
    ("verb", "turn over to"): (("turn",), ({"over"},), ("to",), "", False, False),
    ("verb", "^be owned by"): (("owned",), (), ("by",), "", True, True),
    ("verb", "say that"): (("say",), (), (), "that", False, False),
    ("verb", "agree with on do"): (("agree",), ({"with"},), ("on",), "do", False, False),
    ("verb", "give|grant asylum|refuge to"): (("give", "grant"), ({"asylum", "refuge"},), ("to",), "", False, False),
    ("verb", "be"): (("be",), (), (), "", False, False),
    ("noun", "be of"): (("be",), (), ("of",), "", False, False),
    ("noun", "promise do"): (("promise",), ({"do"},), (), "", False, False),
    ("kinship", "wife"): (("wife",), (), (), "", False, False),
    ("suffix", "based"): (("based",), (), (), "", False, False),
}


@pytest.mark.parametrize(("given", "expected"), WORDINGS.items())
def test_wordings(given: tuple[str, str], expected: tuple[object, ...]) -> None:
    w = Wording.parse("kgo:x", *given)
    found = (w.heads, tuple(map(set, w.phrase)), w.prepositions, w.clause, w.inverse, w.passive)
    assert found == expected


RESTRICTED = {
    "kgo:Organisation be housed in": (("in",), {"kgo:Organisation"}, set()),
    "question kgo:Person|kgo:Leader": ((), set(), {"kgo:Person", "kgo:Leader"}),
    "kgo:Company search for my:Thing": (("for",), {"kgo:Company"}, {"my:Thing"}),
    "search for": (("for",), set(), set()),
}


@pytest.mark.parametrize(("text", "expected"), RESTRICTED.items())
def test_wordings_of_classes(text: str, expected: tuple[object, ...]) -> None:
    w = Wording.parse("kgo:x", "verb", text)
    found = (w.prepositions, set(w.subjects), set(w.objects))
    assert found == expected


@pytest.mark.parametrize("text", ["kgo:Person", "", " ", "^", "a||b", "|a", "speak to|"])
def test_empty_wordings_are_refused(text: str) -> None:
    with pytest.raises(OntologyError, match="kgo:x: empty wording"):
        Wording.parse("kgo:x", "verb", text)


@pytest.fixture(scope="module")
def known() -> Ontology:
    return Ontology.load()


CHAINS = {
    "kgo:Country": ("kgo:Country", "kgo:GeopoliticalEntity", "kgo:Place", "kgo:Entity"),
    "kgo:Leader": ("kgo:Leader", "kgo:Person", "kgo:Agent", "kgo:Entity"),
    "kgo:Ministry": ("kgo:Ministry", "kgo:Organisation", "kgo:Agent", "kgo:Entity"),
    "kgo:Summit": ("kgo:Summit", "kgo:Event", "kgo:Entity"),
    "kgo:Entity": ("kgo:Entity",),
}


@pytest.mark.parametrize(("name", "chain"), CHAINS.items())
def test_types_run_from_the_most_specific_to_the_most_general(
    known: Ontology, name: str, chain: tuple[str, ...]
) -> None:
    types = known.types(name)
    assert (types[0], types[-1]) == (chain[0], chain[-1])
    assert [t for t in types if t in chain] == list(chain)


def test_every_class_comes_before_all_that_it_specialises(known: Ontology) -> None:
    for name in known.parents:
        types = known.types(name)
        assert len(set(types)) == len(types)
        assert all(types.index(t) < types.index(parent) for t in types for parent in known.parents[t])


def test_an_unknown_class_stands_alone(known: Ontology) -> None:
    assert known.types("my:Thing") == ("my:Thing",)


def test_relations_know_their_sides(known: Ontology) -> None:
    assert known.relations["kgo:spokeWith"].is_symmetric
    assert known.relations["kgo:spokeWith"].event == "CONSULT"
    assert known.relations["kgo:dateOfBirth"].is_literal
    assert not known.relations["kgo:bornIn"].is_literal
    assert "kgo:leaderOf" in known.ancestors("kgo:headOfState")


def test_wordings_by_head_run_from_the_longest(known: Ontology) -> None:
    for head, found in known.wordings("verb").items():
        assert all(head in wording.heads and wording.kind == "verb" for wording in found)
        lengths = [len(wording.phrase) for wording in found]
        assert lengths == sorted(lengths, reverse=True)


HEAD = """
@prefix kgo: <https://w3id.org/newskg/ontology#> . @prefix my: <https://example.org/my#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
MY = "https://example.org/my#"
SIDES = {
    "rdfs:domain kgo:Person": {"kgo:Person"},
    "rdfs:domain [ a owl:Class ; owl:unionOf ( kgo:Person kgo:Company ) ]": {"kgo:Person", "kgo:Company"},
    "rdfs:domain _:u . _:u owl:unionOf ( my:Guild )": {f"{MY}Guild"},
    "rdfs:domain owl:Thing": set(),
    "rdfs:domain kgo:Entity": set(),
    "rdfs:domain [ owl:unionOf ( kgo:Person kgo:Entity ) ]": set(),
    'kgo:verb "lobby"': set(),
}


def load(folder: Path, *texts: str) -> Ontology:
    paths = [folder / f"mine{number}.ttl" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(HEAD + text, encoding="utf-8")
    return Ontology.load(paths)


@pytest.mark.parametrize(("written", "domain"), SIDES.items())
def test_domains_and_unions_of_them(tmp_path: Path, written: str, domain: set[str]) -> None:
    assert load(tmp_path, f"my:lobbies a owl:ObjectProperty ; {written} .").relations[f"{MY}lobbies"].domain == domain


def test_blank_nodes_of_two_files_are_two(tmp_path: Path) -> None:
    texts = [f"my:{c} a owl:ObjectProperty ; rdfs:range _:u . _:u owl:unionOf ( kgo:{c} ) ." for c in ("City", "Law")]
    relations = load(tmp_path, *texts).relations
    assert relations[f"{MY}City"].range == {"kgo:City"}
    assert relations[f"{MY}Law"].range == {"kgo:Law"}


def test_a_file_of_ones_own_adds_relations_wordings_and_classes(tmp_path: Path, known: Ontology) -> None:
    mine = load(
        tmp_path,
        'my:lobbies a owl:ObjectProperty ; rdfs:label "lobbies" ; rdfs:domain my:Guild ; rdfs:range kgo:Agent ;'
        ' rdfs:subPropertyOf kgo:urged ; kgo:verb "lobby", "^be lobbied by" .\n'
        'my:Guild a owl:Class ; rdfs:subClassOf kgo:Organisation ; kgo:headword "guild" .\n'
        'kgo:metWith kgo:verb "hobnob with" .',
    )
    assert set(mine.relations) - set(known.relations) == {f"{MY}lobbies"}
    relation = mine.relations[f"{MY}lobbies"]
    assert (relation.label, relation.domain, relation.range) == ("lobbies", {f"{MY}Guild"}, {"kgo:Agent"})
    assert {wording.text for wording in relation.wordings} == {"lobby", "^be lobbied by"}
    assert mine.ancestors(relation.curie)[0] == "kgo:urged"
    assert mine.types(f"{MY}Guild")[:2] == (f"{MY}Guild", "kgo:Organisation")
    assert mine.headwords["guild"] == f"{MY}Guild"
    assert {w.relation for w in mine.wordings("verb")["hobnob"]} == {"kgo:metWith"}
    assert {w.relation for w in mine.wordings("verb")["lobby"]} >= {relation.curie}


def test_classes_in_a_circle_are_refused(tmp_path: Path) -> None:
    mine = load(tmp_path, "my:a a owl:Class ; rdfs:subClassOf my:b . my:b a owl:Class ; rdfs:subClassOf my:a .")
    with pytest.raises(OntologyError, match="circle"):
        mine.types(f"{MY}a")


def test_a_wrong_wording_names_its_relation(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="my#lobbies: empty wording"):
        load(tmp_path, 'my:lobbies a owl:ObjectProperty ; kgo:verb "lobby", "|" .')


def test_the_shipped_files_are_found() -> None:
    assert {"core.ttl", "relations.ttl"} <= {path.name for path in shipped()}


UNUSABLE = (b"this is no turtle", b"@prefix x: <", b'<a:a> <a:b> "\xff" .', b"{}", b"<a:a> <a:b> <c d> .", None)


@pytest.mark.parametrize("content", UNUSABLE)
def test_unusable_files_are_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "mine.ttl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(OntologyError, match=r"mine\.ttl"):
        Ontology.load([path])


def test_a_folder_is_no_ontology(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").mkdir()
    with pytest.raises(OntologyError, match=r"mine\.ttl"):
        Ontology.load([tmp_path / "mine.ttl"])
