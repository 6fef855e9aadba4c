"""The ontology's files: valid, complete, consistent, and worded within the grammar of ontology/README.md."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from pathlib import Path

import owlrl
import pyshacl
import pytest
from rdflib import OWL, PROV, RDF, RDFS, SDO, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

from kg.ontology import ADPOSITIONS

FOLDER = Path(__file__).parent.parent / "ontology"
KGO = Namespace("https://w3id.org/newskg/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
EX = Namespace("https://example.org/")
MODULES = ("core.ttl", "relations.ttl", "cooperation.ttl", "conflict.ttl", "events.ttl")


def names(text: str) -> list[str]:
    return text.split()


LASTING = names(
    """
    citizenOf locatedIn basedIn memberOf worksFor representativeOf leaderOf headOfState
    headOfGovernment chiefExecutiveOf ministerOf mayorOf spokespersonFor adviserTo ambassadorOf
    ambassadorTo founderOf foundedOn ownerOf subsidiaryOf agencyOf ministryOf institutionOf partOf
    politicalAffiliation alliedWith playsFor coachOf spouseOf parentOf childOf siblingOf bornIn
    dateOfBirth diedIn dateOfDeath livesIn educatedAt awardReceived createdBy directedBy productOf
    appearsIn takesPlaceIn participatesIn holdsPosition candidateFor alsoKnownAs
    """
)
EVENTS = {
    "AGREE": "agreedWith promised offeredTo",
    "CONSULT": "spokeWith metWith negotiatedWith visited hosted mediatedBetween",
    "SUPPORT": "praised supports recognised defended signedBy apologisedTo",
    "COOPERATE": "cooperatesWith sharedInformationWith",
    "AID": "aided gaveAsylumTo",
    "CONCEDE": "concededTo easedRestrictionsOn",
    "RETREAT": "withdrewFrom released extradited resignedFrom ceasedFireWith surrenderedTo",
    "REQUEST": "requestedFrom demandedFrom urged",
    "ACCUSE": "accused criticised condemned sued investigates charged",
    "REJECT": "rejected refused vetoed denied",
    "THREATEN": "threatened warned",
    "PROTEST": "protestedAgainst wentOnStrikeAgainst",
    "SANCTION": "sanctioned expelled brokeTiesWith cancelled",
    "MOBILIZE": "mobilised deployedTo",
    "COERCE": "arrested detained sentenced convicted banned seized restricted demolished censored",
    "ASSAULT": "attacked killed injured abducted bombed fought invaded shotDown",
    "": """
        monitors informed announced declared appointed dismissed overthrew elected joined left succeeded
        competedAgainst defeated won lost acquired mergedWith launched investedIn attended travelledTo
        evacuatedFrom caused
    """,
}
TYPES = {name: plover for plover, names in EVENTS.items() for name in names.split()}
RELATIONS = [*LASTING, *TYPES]
DATES = {"foundedOn", "dateOfBirth", "dateOfDeath"}
STRINGS = {"announced", "declared", "alsoKnownAs"}
SYMMETRIC = names(
    """
    alliedWith spouseOf siblingOf agreedWith spokeWith metWith negotiatedWith cooperatesWith
    ceasedFireWith fought competedAgainst mergedWith
    """
)
CLASSES = names(
    """
    Entity Agent Person Leader Organisation Government Agency Ministry Company MediaOutlet
    PoliticalParty ArmedGroup PoliceForce SportsTeam School InternationalOrganisation Place
    GeopoliticalEntity Country Region City Facility Event Meeting Summit Election Attack Disaster
    Competition Statement Work Product Law Award Position NationalityOrGroup Article Claim Agree
    Consult Support Cooperate Aid Concede Retreat Request Accuse Reject Threaten Protest Sanction
    Mobilise Coerce Assault
    """
)
QUADS = {
    "VerbalCooperation": "AGREE CONSULT SUPPORT CONCEDE",
    "MaterialCooperation": "COOPERATE AID RETREAT",
    "VerbalConflict": "REQUEST ACCUSE REJECT THREATEN",
    "MaterialConflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
KINDS = ("verb", "notVerb", "noun", "notNoun", "title", "nominal", "suffix", "kinship")
WORD = r"[a-z0-9][a-z0-9.'&-]*"
PLACE = rf"{WORD}(?:\|{WORD})*"
SIDE = r"kgo:[A-Z]\w+(?:\|kgo:[A-Z]\w+)*"
GRAMMAR = {
    "verb": rf"\^?(?:{SIDE} )?{PLACE}(?: {PLACE})*(?: do| that)?(?: {SIDE})?",
    "notVerb": rf"(?:{SIDE} )?{PLACE}(?: {PLACE})*(?: {SIDE})?",
    "notNoun": rf"{PLACE}(?: {PLACE})*",
    "noun": rf"\^?(?:{SIDE} )?{PLACE}(?: {PLACE})*(?: {SIDE})?",
    "title": rf"{WORD}(?: {WORD})*(?: {SIDE})?",
    "nominal": rf"\^?{PLACE}(?: {PLACE})*(?: {SIDE})?",
    "suffix": rf"\^?(?:{SIDE} )?{WORD}",
    "kinship": rf"{WORD}(?: {WORD})*",
}
TOO_COMMON = names(
    """
    say make take have get see call be do go give come tell put use
    """
)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for module in MODULES:
        graph.parse(FOLDER / module)
    return graph


def wordings(graph: Graph) -> Iterator[tuple[str, str, str]]:
    for kind in KINDS:
        for relation, text in sorted(graph.subject_objects(KGO[kind])):
            yield str(relation).removeprefix(KGO), kind, str(text)


def members(graph: Graph, node: object) -> set[URIRef]:
    """The named classes of a domain or range, a union opened."""
    if isinstance(node, BNode):
        return {m for m in Collection(graph, graph.value(node, OWL.unionOf)) if isinstance(m, URIRef)}
    return {node} if isinstance(node, URIRef) else set()


def is_within(graph: Graph, narrow: object, wide: object) -> bool:
    """Whether every class of one domain or range lies under a class of the other."""
    wider = members(graph, wide)
    return all(wider & set(graph.transitive_objects(c, RDFS.subClassOf)) for c in members(graph, narrow))


@pytest.mark.parametrize("module", [*MODULES, "shapes.ttl"])
def test_every_file_is_an_ontology_with_a_header(module: str) -> None:
    graph = Graph().parse(FOLDER / module)
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    for name in ("title", "description", "creator", "license"):
        assert graph.value(header, URIRef(f"http://purl.org/dc/terms/{name}")), name


def test_the_ontology_has_its_iri_and_version() -> None:
    graph = Graph().parse(FOLDER / "core.ttl")
    header = URIRef("https://w3id.org/newskg/ontology")
    assert str(graph.value(header, OWL.versionIRI)).startswith(f"{header}/")


@pytest.mark.parametrize("name", CLASSES)
def test_class_is_described(ontology: Graph, name: str) -> None:
    assert (KGO[name], RDF.type, OWL.Class) in ontology
    assert ontology.value(KGO[name], RDFS.label)
    assert ontology.value(KGO[name], SKOS.definition)
    if name not in {"Claim", "Entity"}:
        assert KGO.Entity in set(ontology.transitive_objects(KGO[name], RDFS.subClassOf))


def test_every_plover_type_is_a_class_under_its_quad(ontology: Graph) -> None:
    found = {
        (str(quad).removeprefix(KGO), str(ontology.value(c, SKOS.notation)))
        for c, quad in ontology.subject_objects(SKOS.broader)
        if (c, RDFS.subClassOf, quad) in ontology
    }
    assert found == {(quad, notation) for quad, notations in QUADS.items() for notation in notations.split()}


@pytest.mark.parametrize("name", RELATIONS)
def test_relation_is_described(ontology: Graph, name: str) -> None:
    relation = KGO[name]
    literal = name in DATES | STRINGS
    assert (relation, RDF.type, OWL.DatatypeProperty if literal else OWL.ObjectProperty) in ontology
    for annotation in (RDFS.label, SKOS.definition, SKOS.example, RDFS.isDefinedBy):
        assert len(set(ontology.objects(relation, annotation))) == 1, annotation
    assert len(set(ontology.objects(relation, RDFS.domain))) == 1
    assert len(set(ontology.objects(relation, RDFS.range))) == 1
    assert any(ontology.value(relation, KGO[kind]) for kind in KINDS), "no wording"


def test_no_relation_is_missing_from_the_list(ontology: Graph) -> None:
    worded = {relation for relation, _, _ in wordings(ontology)}
    assert worded == set(RELATIONS)


def test_domains_and_ranges_are_declared_classes(ontology: Graph) -> None:
    for name in RELATIONS:
        for side in (RDFS.domain, RDFS.range):
            node = ontology.value(KGO[name], side)
            if name in DATES | STRINGS and side == RDFS.range:
                assert members(ontology, node) == (
                    {XSD.date, XSD.gYearMonth, XSD.gYear} if name in DATES else {XSD.string}
                )
                continue
            assert members(ontology, node), name
            assert all((c, RDF.type, OWL.Class) in ontology for c in members(ontology, node)), name


@pytest.mark.parametrize(("name", "plover"), sorted(TYPES.items()))
def test_event_relation_has_its_plover_type(ontology: Graph, name: str, plover: str) -> None:
    types = [str(ontology.value(t, SKOS.notation)) for t in ontology.objects(KGO[name], KGO.eventType)]
    assert types == ([plover] if plover else [])


def test_lasting_relations_have_no_event_type(ontology: Graph) -> None:
    assert not [name for name in LASTING if ontology.value(KGO[name], KGO.eventType)]


def test_what_entails_and_nationalities_point_to_is_declared(ontology: Graph) -> None:
    entailed = set(ontology.objects(None, KGO.entails))
    assert entailed <= {KGO[name] for name in RELATIONS}
    before = set(ontology.objects(None, KGO.nationalityBefore))
    assert before <= set(ontology.subjects(RDF.type, OWL.Class))
    assert entailed
    assert before


def test_symmetry(ontology: Graph) -> None:
    found = {str(p).removeprefix(KGO) for p in ontology.subjects(RDF.type, OWL.SymmetricProperty)}
    assert found == set(SYMMETRIC)
    for name in SYMMETRIC:
        assert ontology.value(KGO[name], RDFS.domain) == ontology.value(KGO[name], RDFS.range), name


def test_a_subproperty_stays_within_its_parent(ontology: Graph) -> None:
    pairs = [(c, p) for c, p in ontology.subject_objects(RDFS.subPropertyOf) if p in KGO and c in KGO]
    pairs = [(c, p) for c, p in pairs if ontology.value(p, RDFS.domain)]
    assert len(pairs) > 20
    for child, parent in pairs:
        for side in (RDFS.domain, RDFS.range):
            narrow, wide = ontology.value(child, side), ontology.value(parent, side)
            assert is_within(ontology, narrow, wide), (child, parent, side)


@pytest.mark.parametrize(
    ("specific", "general"),
    [
        ("headOfState", "leaderOf"),
        ("headOfGovernment", "leaderOf"),
        ("chiefExecutiveOf", "leaderOf"),
        ("mayorOf", "leaderOf"),
        ("ministerOf", "worksFor"),
        ("spokespersonFor", "representativeOf"),
        ("ministryOf", "agencyOf"),
        ("metWith", "spokeWith"),
        ("bombed", "attacked"),
    ],
)
def test_specific_implies_general(ontology: Graph, specific: str, general: str) -> None:
    assert KGO[general] in set(ontology.transitive_objects(KGO[specific], RDFS.subPropertyOf))


def test_wordings_keep_to_the_grammar(ontology: Graph) -> None:
    broken = [row for row in wordings(ontology) if not re.fullmatch(GRAMMAR[row[1]], row[2])]
    assert broken == []


def test_alternatives_at_a_place_are_all_prepositions_or_none(ontology: Graph) -> None:
    """In "go|look into" the last place introduces the object only if all its words are prepositions."""
    mixed = [
        row
        for row in wordings(ontology)
        for place in (row[2].split()[1:] if row[1] != "notVerb" else ())
        if 0 < len(set(place.split("|")) & ADPOSITIONS) < len(place.split("|"))
    ]
    assert mixed == []


def test_no_alternative_is_repeated(ontology: Graph) -> None:
    places = [(row, place.split("|")) for row in wordings(ontology) for place in row[2].lstrip("^").split()]
    assert [row for row, place in places if len(place) != len(set(place))] == []


def test_no_bare_verb_is_so_common_that_it_would_flood_the_graph(ontology: Graph) -> None:
    bare = [row for row in wordings(ontology) if row[1] == "verb" and " " not in row[2]]
    heads = [(row, row[2].lstrip("^").split("|")) for row in bare]
    assert [row for row, words in heads if set(TOO_COMMON) & set(words)] == []


def test_no_wording_stands_twice_on_one_relation(ontology: Graph) -> None:
    seen: dict[tuple[str, str, str], str] = {}
    twice = []
    for relation, kind, text in wordings(ontology):
        for words in product(*(place.split("|") for place in text.split())):
            key = (relation, kind, " ".join(words))
            if seen.setdefault(key, text) != text:
                twice.append((*key, seen[key], text))
    assert twice == []


def test_headwords_are_lemmas_of_exactly_one_class(ontology: Graph) -> None:
    classes = defaultdict(set)
    for named, word in ontology.subject_objects(KGO.headword):
        assert re.fullmatch(rf"{WORD}(?: {WORD})*", str(word)), word
        classes[str(word)].add(named)
    assert {word: named for word, named in classes.items() if len(named) > 1} == {}
    assert len(list(ontology.objects(KGO.Person, KGO.headword))) >= 300


def test_closure_is_consistent(ontology: Graph) -> None:
    """One individual of every class and one use of every relation bring no contradiction in OWL RL."""
    graph = Graph()
    graph += ontology
    for kind in (*KINDS, "headword"):
        graph.remove((None, KGO[kind], None))
    for name in RELATIONS:
        if name not in DATES | STRINGS:
            graph.add((EX[f"{name}-s"], KGO[name], EX[f"{name}-o"]))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert not list(graph.subjects(RDF.type, OWL.Nothing))
    assert not list(graph.objects(None, URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")))


CLAIM = f"""
@prefix kgo: <{KGO}> . @prefix ex: <{EX}> . @prefix oa: <{OA}> . @prefix prov: <{PROV}> .
@prefix schema: <{SDO}> . @prefix rdf: <{RDF}> . @prefix rdfs: <{RDFS}> . @prefix xsd: <{XSD}> .
ex:a a schema:NewsArticle ; kgo:textHash "{"0" * 64}" ; schema:datePublished "2015-11-14"^^xsd:date .
ex:s a kgo:Person ; rdfs:label "S" ; kgo:visited ex:o . ex:o a kgo:Country ; rdfs:label "O" .
ex:c a kgo:Claim , rdf:Statement ; rdf:subject ex:s ; rdf:predicate kgo:visited ; rdf:object ex:o ;
    kgo:polarity kgo:Affirmed ; kgo:modality kgo:Actual ; kgo:confidence 0.9 ; kgo:phrase "visited" ;
    kgo:time "2015-11"^^xsd:gYearMonth ; prov:wasDerivedFrom ex:a ; oa:hasTarget ex:t .
ex:t oa:hasSource ex:a ; oa:hasSelector ex:p , ex:q .
ex:p a oa:TextPositionSelector ; oa:start 0 ; oa:end 12 .
ex:q a oa:TextQuoteSelector ; oa:exact "S visited O." .
"""


def conforms(graph: Graph, ontology: Graph) -> bool:
    shapes = Graph().parse(FOLDER / "shapes.ttl")
    verdict, _, _ = pyshacl.validate(graph, shacl_graph=shapes, ont_graph=ontology)
    return bool(verdict)


@pytest.fixture(scope="module")
def classes(ontology: Graph) -> Graph:
    """The class tree alone, which is all that the shapes need of the ontology."""
    graph = Graph()
    graph += ontology.triples((None, RDFS.subClassOf, None))
    return graph


def test_a_whole_claim_conforms(classes: Graph) -> None:
    assert conforms(Graph().parse(data=CLAIM, format="turtle"), classes)


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("c", RDF.subject, None),
        ("c", RDF.predicate, None),
        ("c", KGO.polarity, None),
        ("c", KGO.polarity, KGO.Actual),
        ("c", KGO.modality, None),
        ("c", KGO.modality, KGO.Negated),
        ("c", KGO.confidence, None),
        ("c", KGO.confidence, Literal(Decimal("1.5"))),
        ("c", KGO.confidence, Literal("high")),
        ("c", KGO.time, Literal("last week")),
        ("c", PROV.wasDerivedFrom, None),
        ("c", PROV.wasDerivedFrom, EX.s),
        ("c", OA.hasTarget, None),
        ("t", OA.hasSource, None),
        ("t", OA.hasSelector, EX.p),
        ("t", OA.hasSelector, EX.q),
        ("p", OA.start, Literal(20)),
        ("p", OA.end, None),
        ("q", OA.exact, None),
        ("a", KGO.textHash, None),
        ("a", KGO.textHash, Literal("abc")),
        ("a", SDO.datePublished, Literal("yesterday")),
        ("s", RDFS.label, None),
        ("o", RDFS.label, None),
        ("s", KGO.dateOfBirth, Literal("long ago")),
    ],
)
def test_a_broken_claim_does_not_conform(classes: Graph, subject: str, predicate: URIRef, value: object) -> None:
    graph = Graph().parse(data=CLAIM, format="turtle")
    graph.remove((EX[subject], predicate, None))
    if isinstance(value, URIRef | Literal):
        graph.add((EX[subject], predicate, value))
    assert not conforms(graph, classes)
