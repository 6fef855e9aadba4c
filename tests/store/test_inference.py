from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import OntologyError
from kg.model import Claim, Entity, Evidence, Extraction, Modality, Polarity
from kg.ontology import folder
from kg.store import GraphStore, check, export, infer
from kg.store import vocabulary as v
from tests.store.extractions import article, extraction, later

SHAPES = folder() / "shapes.ttl"
PERSON = ("kgo:Person", "kgo:Agent", "kgo:Entity")
PLACE = ("kgo:GeopoliticalEntity", "kgo:Place", "kgo:Agent", "kgo:Entity")
TYPES = {
    "ann": PERSON,
    "bob": PERSON,
    "rome": ("kgo:City", *PLACE),
    "lazio": ("kgo:Region", *PLACE),
    "italy": ("kgo:Country", *PLACE),
    "ministry": ("kgo:Ministry", "kgo:Agency", "kgo:Organisation", "kgo:Agent", "kgo:Entity"),
    "party": ("kgo:PoliticalParty", "kgo:Organisation", "kgo:Agent", "kgo:Entity"),
    "someone": ("kgo:Agent", "kgo:Entity"),
    "summit": ("kgo:Summit", "kgo:Event", "kgo:Entity"),
}


def told(*rows: str, name: str = "a", **more: object) -> Extraction:
    """An article that states rows such as "ann spouseOf bob"."""
    words = [row.split() for row in rows]
    names = sorted({name for subject, _, value in words for name in (subject, value)})
    entities = tuple(Entity(f"e{n}", f"kgr:{n}", n, TYPES[n]) for n in names)
    claims = tuple(
        Claim(f"c{n}", f"e{s}", f"kgo:{p}", f"e{o}", p, Evidence(0, 5), **more)  # type: ignore[arg-type]
        for n, (s, p, o) in enumerate(words)
    )
    return Extraction(article(id=name), (), entities, claims)


def short(term: object) -> str:
    return str(term).strip("<>").rpartition("#")[2].rpartition("/")[2]


def inferred(store: GraphStore) -> set[str]:
    """The inferred triples between things, without classes and what tells of inferences."""
    rows = store.quads.quads_for_pattern(None, None, None, store.inferred_graph)
    about = (store.inferred_graph.value, f"{store.base}inference/")
    found = [q for q in rows if q.predicate != v.TYPE and not q.subject.value.startswith(about)]
    return {f"{short(q.subject)} {short(q.predicate)} {short(q.object)}" for q in found}


@pytest.mark.parametrize(
    ("rows", "follows"),
    [
        (["ann headOfState italy"], ["ann leaderOf italy", "ann citizenOf italy"]),
        (["ann spouseOf bob"], ["bob spouseOf ann", "ann knows bob", "bob knows ann"]),
        (["ann parentOf bob"], ["bob childOf ann"]),
        (["ann childOf bob"], ["bob parentOf ann"]),
        (["rome locatedIn lazio", "lazio locatedIn italy"], ["rome locatedIn italy", "rome containedInPlace italy"]),
        (["summit takesPlaceIn rome", "rome locatedIn italy"], ["summit takesPlaceIn italy", "summit hasPlace italy"]),
        (["ann bornIn rome", "rome locatedIn lazio", "lazio locatedIn italy"], ["ann bornIn italy"]),
        (["ann ministerOf ministry", "ministry ministryOf italy"], ["ann citizenOf italy", "ann worksFor ministry"]),
        (["ann ambassadorOf italy"], ["ann citizenOf italy", "ann representativeOf italy"]),
        (["ann participatesIn summit"], ["summit hasActor ann"]),
        (["ann metWith bob"], ["bob metWith ann", "ann spokeWith bob", "bob spokeWith ann"]),
        (["ann leaderOf party"], ["ann politicalAffiliation party", "ann memberOf party"]),
    ],
)
def test_what_follows(rows: list[str], follows: list[str]) -> None:
    with GraphStore.open(None) as store:
        store.add(told(*rows))
        infer(store)
        assert set(follows) <= inferred(store)


@pytest.mark.parametrize(
    ("rows", "not_so"),
    [
        (["ann ministerOf lazio"], "ann citizenOf lazio"),
        (["ann leaderOf ministry"], "ann politicalAffiliation ministry"),
        (["ann ambassadorTo italy"], "ann citizenOf italy"),
        (["ann spouseOf bob", "bob spouseOf ann"], "ann spouseOf bob"),
        (["rome locatedIn lazio", "lazio locatedIn rome"], "rome locatedIn rome"),
    ],
)
def test_what_does_not_follow(rows: list[str], not_so: str) -> None:
    with GraphStore.open(None) as store:
        store.add(told(*rows))
        infer(store)
        assert not_so not in inferred(store)


@pytest.mark.parametrize(
    "circumstances",
    [{"modality": m} for m in Modality if m is not Modality.ACTUAL] + [{"polarity": Polarity.NEGATED}],
    ids=str,
)
def test_only_what_is_affirmed_and_actual_is_reasoned_from(circumstances: dict[str, object]) -> None:
    with GraphStore.open(None) as store:
        store.add(told("ann headOfState italy", "ann spouseOf bob", **circumstances))
        infer(store)
        assert inferred(store) == set()


def test_an_inference_names_its_rule_and_every_claim_it_rests_on() -> None:
    with GraphStore.open(None) as store:
        store.add(told("rome locatedIn lazio"))
        store.add(told("lazio locatedIn italy", name="b"))
        infer(store)
        rows = store.dataset.query(
            """SELECT ?article ?rule {
              ?i a kgo:Inference ; rdf:subject kgr:rome ; rdf:predicate kgo:locatedIn ; rdf:object kgr:italy ;
                kgo:rule ?rule ; prov:wasDerivedFrom/prov:wasDerivedFrom ?article }"""
        )
        assert {(short(row[0]), str(row[1])) for row in rows} == {("a", "transitive"), ("b", "transitive")}


def test_classes_follow_and_come_from_articles_and_claims() -> None:
    with GraphStore.open(None) as store:
        store.add(told("someone livesIn rome"))
        infer(store)
        ask = "ASK { GRAPH ?g { ?i rdf:subject %s ; rdf:object %s ; prov:wasDerivedFrom ?from } ?from a %s }"
        for thing, kind, source in (
            ("kgr:rome", "schema:City", "schema:NewsArticle"),
            ("kgr:someone", "kgo:Person", "kgo:Claim"),
            ("kgr:someone", "<http://xmlns.com/foaf/0.1/Person>", "kgo:Claim"),
        ):
            assert store.dataset.query(ask % (thing, kind, source)).askAnswer


def test_again_gives_the_same() -> None:
    with GraphStore.open(None) as store:
        store.add_all((extraction(), later()))
        counts = infer(store)
        first = set(store.quads)
        assert infer(store) == counts
        assert set(store.quads) == first


def test_inferences_conform_and_are_no_records() -> None:
    with GraphStore.open(None) as store:
        store.add_all((extraction(), later()))
        before = store.records()
        infer(store)
        assert store.records() == before
        report = check(store, SHAPES)
        assert report.conforms, report.text()


@pytest.mark.parametrize("format", ["ttl", "nt", "nq", "trig", "jsonld"])
def test_exports_hold_what_is_stated_unless_asked(format: str, tmp_path: Path) -> None:  # noqa: A002
    with GraphStore.open(None) as store:
        store.add(extraction())
        export(store, format, tmp_path / "before")
        infer(store)
        export(store, format, tmp_path / "after")
        export(store, format, tmp_path / "all", inferred=True)
    assert (tmp_path / "before").read_bytes() == (tmp_path / "after").read_bytes()
    assert len((tmp_path / "all").read_bytes()) > len((tmp_path / "after").read_bytes())


def test_removal_leaves_no_trace() -> None:
    with GraphStore.open(None) as store:
        store.add(extraction())
        before = set(store.quads)
        infer(store)
        assert store.has_inferences
        assert store.withdraw_inferences()
        assert set(store.quads) == before
        assert not store.has_inferences
        assert not store.withdraw_inferences()


@pytest.mark.parametrize("change", ["remove", "replace"])
def test_what_rests_on_an_article_goes_with_it(change: str) -> None:
    with GraphStore.open(None) as store:
        store.add(told("rome locatedIn lazio"))
        store.add(told("lazio locatedIn italy", name="b"))
        infer(store)
        assert "rome locatedIn italy" in inferred(store)
        if change == "remove":
            store.remove("b")
        else:
            changed = told("ann spouseOf bob", name="b")
            store.add(Extraction(article(id="b", text="Other words."), (), changed.entities, changed.claims))
        assert inferred(store) == set()
        assert store.has_inferences
        infer(store)
        assert "rome locatedIn italy" not in inferred(store)


def test_a_relation_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "my.ttl").write_text(
        "@prefix kgo: <https://w3id.org/newskg/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> ."
        "kgo:visited owl:inverseOf <https://example.org/my#wasVisitedBy> ."
    )
    (tmp_path / "bad.ttl").write_text("no Turtle")
    with GraphStore.open(None) as store:
        store.add(told("ann visited rome"))
        infer(store, ontology=[tmp_path / "my.ttl"])
        assert "rome wasVisitedBy ann" in inferred(store)
        with pytest.raises(OntologyError, match=r"bad\.ttl"):
            infer(store, ontology=[tmp_path / "bad.ttl"])


def test_a_relation_of_ones_own_is_remembered_until_inferences_are_removed(tmp_path: Path) -> None:
    mine = tmp_path / "my.ttl"
    mine.write_text(
        "<https://w3id.org/newskg/ontology#visited> <http://www.w3.org/2002/07/owl#inverseOf> <urn:seen#by> ."
    )
    with GraphStore.open(tmp_path / "out") as store:
        store.add(told("ann visited rome"))
        store.add(told("bob visited rome", name="b"))
        infer(store, ontology=[mine])
    mine.unlink()
    with GraphStore.open(tmp_path / "out") as store:
        store.remove("b")
        infer(store)
        assert {"rome by ann", "rome by bob"} & inferred(store) == {"rome by ann"}
        store.withdraw_inferences()
    with GraphStore.open(tmp_path / "out") as store:
        infer(store)
        assert "rome by ann" not in inferred(store)


def test_every_rule_is_a_query_that_says_what_follows() -> None:
    for path in sorted((folder() / "rules").glob("*.rq")):
        text = path.read_text("utf-8")
        assert text.startswith("# "), path.name
        solutions = ox.Store().query(text)
        assert [variable.value for variable in solutions.variables] == ["subject", "predicate", "object", "because"]
