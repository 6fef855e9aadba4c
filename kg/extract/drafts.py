"""Drafts of claims, and the workbench on which every kind of phrase is turned into them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.extract.arguments import ANYTHING, PEOPLE, Arguments
from kg.extract.attribution import Attribution
from kg.extract.circumstances import Circumstances
from kg.extract.confidence import confidence
from kg.extract.frame import Frame
from kg.extract.frames import frames
from kg.extract.gapping import gapped
from kg.extract.modality import CertaintyReader
from kg.language.reading import Reading
from kg.language.wordlists import words
from kg.model import Modality, Polarity
from kg.ontology import Ontology, Relation

PLACE = "kgo:Place"
PLACES, EVENTS = frozenset({PLACE}), frozenset({"kgo:Event"})
KINDS_OF_TIME = frozenset({"xsd:date", "xsd:gYear", "xsd:gYearMonth", "xsd:dateTime"})
CERTAIN = (Polarity.AFFIRMED, Modality.ACTUAL)
HEADCOUNT = 0.8  # how well a bare number fits as people
ADJUNCT = frozenset({"in", "on", "at", "after", "before", "during", "since", "by", "within"})
BY_NOUN = 0.8  # how well what nothing but its noun tells the class of fits
CHANGES = words("change")
Party = int | tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in terms of clusters and tokens, before it gets ids and offsets.

    `object` is a cluster, or the pair of tokens of a literal, or None.
    """

    relation: Relation
    subject: int
    object: int | tuple[int, int] | None
    head: int
    phrase: str
    polarity: Polarity
    modality: Modality
    source: int | None
    time: str | None
    place: int | None
    confidence: float


def are_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether not just one of two is a body and the other a person, by their classes."""
    pairs = ((one, other), (other, one))
    return not any("kgo:Person" in a and "kgo:Organisation" in b for a, b in pairs)


class Workbench:
    """One text with everything that making claims of it takes.

    Args:
        times: first and last token of each time expression.
        published: the day that relative times refer to.
        statements: nouns that name a statement, whose source is whoever made it.
    """

    def __init__(
        self,
        reading: Reading,
        ontology: Ontology,
        *,
        times: list[tuple[int, int]],
        published: date | None,
        statements: frozenset[str],
    ) -> None:
        self.reading, self.tree, self.ontology = reading, reading.tree, ontology
        self.mentioned = len(reading.mentions)
        self.people = frozenset(ontology.types(PEOPLE)) - {ANYTHING}
        self.arguments = Arguments(reading, ontology)
        self.frames = {f.head: f for f in frames(self.tree)}
        self._find_persons()
        self.gapped = gapped(self.tree, self.frames.values())
        self.certainty = CertaintyReader(self.tree)
        self.attribution = Attribution(reading, statements)
        self.circumstances = Circumstances(reading, times, published)
        self.time_spans = {t: span for span in times for t in range(span[0], span[1] + 1)}

    def _find_persons(self) -> None:
        """Gives "who" the person that it stands for, where the clause hangs from a place ("a man from Lima who …")."""
        tree = self.tree
        for i, word in enumerate(tree.lowers):
            if word != "who" or tree.tags[i] != "WP":
                continue
            clause = tree.heads[i]
            while tree.deps[clause] in ("conj", "ccomp", "xcomp"):
                clause = tree.heads[clause]
            noun, meant = tree.heads[clause], self.reading.cluster_at(i)
            if tree.deps[clause] != "relcl" or meant in (None, self.arguments.cluster(noun)):
                continue
            person = next((t for t in tree.ancestors(noun) if self.arguments.cluster(t) == meant), None)
            if person is None:
                continue
            for verb in tree.subtree(clause):
                if (frame := self.frames.get(verb)) is not None:
                    frame.subjects, frame.objects, frame.grammatical = (
                        tuple(person if t == noun else t for t in tokens)
                        for tokens in (frame.subjects, frame.objects, frame.grammatical)
                    )

    def fits(self, token: int, wanted: frozenset[str]) -> float:
        """How well what a token stands for fits a domain or range, from 0 to 1."""
        clusters = list(self.arguments.clusters(token))
        if not clusters:
            if wanted & self.people and self.arguments.is_headcount(token) and token not in self.time_spans:
                return HEADCOUNT
            if token in self.time_spans or self.tree.pos[token] not in ("NOUN", "PROPN"):
                return 0.0
            named = self.arguments.class_of(token)
            return BY_NOUN if not wanted or (named and wanted & set(self.ontology.types(named))) else 0.0
        return max(self.arguments.fit(c, wanted) for c in clusters)

    def is_of(self, token: int | None, kinds: frozenset[str]) -> bool:
        """Whether what a token stands for is certainly of some classes (none, or that of all things: any)."""
        if not kinds or token is None:
            return not kinds
        return ANYTHING in kinds or (self.fits(token, kinds) >= BY_NOUN and not self._is_post(token))

    def _is_post(self, token: int) -> bool:
        """Whether "for" leads to a bare noun, which names an office then and nobody ("campaigned for president")."""
        tree = self.tree
        is_led = tree.deps[token] == "pobj" and tree.lowers[tree.heads[token]] == "for"
        is_bare = not any(tree.deps[c] in ("det", "poss", "nummod", "amod") for c in tree.children[token])
        return is_led and is_bare and tree.tags[token] == "NN" and tree.words[token].islower()

    def fits_range(self, token: int, relation: Relation) -> float:
        """How well a token serves as object of a relation, literal or entity, from 0 to 1."""
        if not relation.is_literal:
            return self.fits(token, relation.range)
        if relation.range & KINDS_OF_TIME:
            return 1.0 if token in self.time_spans else 0.0
        if self._is_clause(token):
            return 0.0 if self._is_cut(token) else 0.9
        if relation.is_name and not self._is_name(token):
            return 0.0
        if token in self.time_spans or self.tree.lowers[self.arguments.phrase(token)[0]] == "that":
            return 0.0
        return 0.9 if self.tree.pos[token] in ("NOUN", "PROPN", "NUM", "X") else 0.0

    def _is_name(self, token: int) -> bool:
        """Whether a noun phrase is a name: capitalised, in quotation marks, or a bare word ("known as vog")."""
        first, last = self.arguments.phrase(token)
        is_quoted = any(self.tree.tags[t] in ("``", "''", '""') for t in range(max(0, first - 1), last + 1))
        is_named = self.tree.lowers[first] == "the" and self.tree.tags[token - 1] == "NNP"  # "the Colina group"
        return self.tree.tags[token] in ("NNP", "NNPS") or is_quoted or is_named or first == token

    def pairs(
        self, subject: int | None, obj: int | None, relation: Relation, *, reciprocal: bool = False
    ) -> Iterator[tuple[int, Party | None]]:
        """Subject and object as entities; two parts of one plural subject where there is no object.

        Without a subject it is somebody unknown.
        """
        if subject is None:
            for other in self.objects(obj, relation) if obj is not None else ():
                yield self.arguments.unknown(is_agent=bool(relation.domain)), other
            return
        subjects = list(self.arguments.clusters(subject)) or [
            c for c in (self.arguments.thing(subject),) if c is not None
        ]
        if obj is None:
            if reciprocal and len(subjects) == 2:
                yield subjects[0], subjects[1]
            elif not reciprocal:
                yield from ((one, None) for one in subjects)
            return
        for one in subjects:
            for other in self.objects(obj, relation):
                if other != one:
                    yield one, other

    def objects(self, token: int, relation: Relation) -> list[Party]:
        """What an object token gives: tokens of a literal, or entities, containing places of a place included."""
        if relation.is_literal:
            return [self.time_spans.get(token) or self._literal(token)]
        found: list[Party] = list(self.arguments.clusters(token))
        if relation.event is None and PLACE in relation.range:
            found += self.containing(token)
        thing = None if found else self.arguments.thing(token)
        return found or ([] if thing is None else [thing])

    def _literal(self, token: int) -> tuple[int, int]:
        """First and last token of a literal object, without the times and places that follow it; a clause whole."""
        if self._is_clause(token):
            return self._clause(token)
        first, last = self.arguments.phrase(token)
        for child in self.tree.children[token]:
            is_of_change = self.tree.lowers[child] == "in" and self.tree.lemmas[token] in CHANGES  # "a rise in prices"
            is_aside = self.tree.lowers[child] in ADJUNCT and not is_of_change and self._is_circumstance(child)
            if token < child <= last and is_aside:
                return first, child - 1
        aside = [t for t in range(token + 1, last + 1) if self.tree.deps[t] in ("appos", "relcl")]
        if aside and self._is_set_off(aside[0]):
            last = max(token, self.tree.left[aside[0]] - 2)
        return first, last

    def _is_set_off(self, token: int) -> bool:
        """Whether a comma stands in front of an apposition or a relative clause."""
        before = self.tree.left[token] - 1
        return before > 0 and self.tree.words[before] == ","

    def _is_clause(self, token: int) -> bool:
        return self.tree.deps[token] == "ccomp"

    def _is_cut(self, verb: int) -> bool:
        """Whether who says something stands inside what is said ("The leaders, he declared, had failed")."""
        tree, subject = self.tree, self.tree.child(verb, "nsubj", "nsubjpass")
        saying = tree.heads[verb]
        return tree.deps[verb] == "ccomp" and saying < verb and (subject is None or subject < tree.left[saying])

    def _clause(self, verb: int) -> tuple[int, int]:
        """First and last token of a content clause, without "that" and the marks around it."""
        tree = self.tree
        first, last = tree.left[verb], tree.right[verb]
        while first < verb and (tree.pos[first] in ("PUNCT", "SPACE") or tree.deps[first] == "mark"):
            first += 1
        while last > verb and tree.pos[last] in ("PUNCT", "SPACE"):
            last -= 1
        return first, last

    def _is_circumstance(self, preposition: int) -> bool:
        """Whether a phrase tells when or where ("in May", "in Paris"), not what ("in aid")."""
        token = self.tree.child(preposition, "pobj")
        return token is None or self.tree.tags[token] not in ("NN", "NNS") or self.tree.left[token] < token

    def containing(self, token: int) -> list[int]:
        """The places named behind a place ("Dallas, Texas")."""
        tree, found = self.tree, []
        for child in tree.children[token]:
            if tree.deps[child] in ("appos", "npadvmod") and tree.tags[child] == "NNP" and child > token:
                cluster = self.arguments.cluster(child)
                if cluster is not None and PLACE in self.arguments.types(cluster):
                    found += [cluster, *self.containing(child)]
        return found

    def draft(
        self,
        relation: Relation,
        pair: tuple[int, Party | None],
        frame: Frame | None,
        head: int,
        phrase: str,
        polarity: Polarity,
        modality: Modality,
        base: float,
        fit: float = 1.0,
    ) -> Draft:
        """The claim with its source, time, place and confidence; `base` is the figure of its construction."""
        is_said = frame is not None or (head in self.frames and self.frames[head].is_copula)
        is_mentioned = not is_said and relation.event is None
        source = self.attribution.source(head, is_presupposed=is_mentioned)
        cluster = None if source is None else self.arguments.thing(source)
        parties = {c for c in pair if isinstance(c, int)}
        place = None if frame is None or relation.range == PLACES else self.circumstances.place(frame, self.arguments)
        place = None if place in parties else place
        happens = relation.happens or relation.domain == EVENTS
        described = sum(self.arguments.is_described(c) for c in parties)
        return Draft(
            relation, pair[0], pair[1], head, phrase, polarity, modality, cluster,
            self.circumstances.time(head, modality, happens=happens), place,
            confidence(base, described=described, fit=fit, happens=relation.happens),
        )  # fmt: skip

    def was_mentioned(self, token: int) -> bool:
        """Whether the token belongs to a mention of the text itself, not to one made for a claim."""
        return self.arguments.inside.get(token, self.mentioned) < self.mentioned
