"""Claims of one text: frames, role nouns and event nouns matched to relations, with their circumstances."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.extract.arguments import Arguments
from kg.extract.attribution import Attribution
from kg.extract.brackets import life_dates
from kg.extract.circumstances import Circumstances
from kg.extract.frames import Frame, frames
from kg.extract.modality import CertaintyReader
from kg.extract.nominals import Nominal, NominalMatcher
from kg.extract.relations import Match, VerbMatcher, best
from kg.extract.roles import Holding, RoleMatcher, RoleReader
from kg.language.coreference import Reading
from kg.language.mentions import Mention
from kg.model import Form, Modality, Polarity
from kg.ontology import Ontology, Relation, Wording

POSITION, EMPLOYED, PLACE = "kgo:holdsPosition", "kgo:worksFor", "kgo:Place"
VERB, ROLE, EVENT = 0.9, 0.92, 0.75
KINDS_OF_TIME = frozenset({"xsd:date", "xsd:gYear", "xsd:gYearMonth", "xsd:dateTime"})


CERTAIN = (Polarity.AFFIRMED, Modality.ACTUAL)


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


class Matchers:
    """Everything that depends on the ontology alone, made once for many texts."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.verbs = VerbMatcher(ontology)
        self.roles = RoleMatcher(ontology)
        self.nominals = NominalMatcher(ontology)
        self.modified = {c: r for r in ontology.relations.values() for c in r.nationality_before}
        self.statements = frozenset(
            w for w, c in ontology.headwords.items() if "kgo:Statement" in ontology.types(c)
        )


class ClaimReader:
    """Reads the claims of one text.

    Args:
        times: first and last token of each time expression.
        published: the day that relative times refer to.
    """

    def __init__(
        self, reading: Reading, matchers: Matchers, times: list[tuple[int, int]], published: date | None
    ) -> None:
        self.reading, self.tree, self.matchers = reading, reading.tree, matchers
        self.ontology = matchers.ontology
        self.mentioned = len(reading.mentions)
        self.arguments = Arguments(reading, matchers.ontology)
        self.frames = {f.head: f for f in frames(self.tree)}
        self.certainty = CertaintyReader(self.tree)
        self.attribution = Attribution(reading, matchers.statements)
        self.circumstances = Circumstances(self.tree, times, published)
        self.time_spans = {t: span for span in times for t in range(span[0], span[1] + 1)}
        self.roles = RoleReader(self.tree, self.arguments, self.frames)

    def drafts(self) -> Iterator[Draft]:
        """All claims of the text: of clauses, of role nouns, of event nouns."""
        for frame in self.frames.values():
            yield from self._of_frame(frame)
        yield from self._of_roles()
        yield from self._of_nominals()
        yield from self._of_modifiers()
        yield from self._of_brackets()

    def _of_frame(self, frame: Frame) -> Iterator[Draft]:
        found: list[tuple[Match, Relation, float]] = []
        for match in self.matchers.verbs.matches(self.tree, frame):
            relation = self.ontology.relations[match.wording.relation]
            fit = self._fit(match, relation)
            if fit > 0:
                found.append((match, relation, fit))
        for match, relation, fit in best(self._first_in_clause(found), self.ontology):
            yield from self._claims(frame, match, relation, fit)

    def _first_in_clause(
        self, found: list[tuple[Match, Relation, float]]
    ) -> list[tuple[Match, Relation, float]]:
        """Of the objects that a wording finds inside a clause only the first agent for each subject."""
        kept, seen = [], set()
        for match, relation, fit in found:
            if match.wording.clause and match.object is not None:
                key = (match.wording, match.subject)
                cluster = self.arguments.cluster(match.object)
                if (
                    key in seen
                    or cluster is None
                    or "kgo:Agent" not in self.arguments.types(cluster)
                    or cluster == self.arguments.cluster(match.subject)
                ):
                    continue
                seen.add(key)
            kept.append((match, relation, fit))
        return kept

    def _fit(self, match: Match, relation: Relation) -> float:
        subject, obj = (
            (match.object, match.subject) if match.wording.inverse else (match.subject, match.object)
        )
        if obj is None:
            return 0.6 if match.reciprocal and match.subject is not None else 0.0
        if subject is None:
            return 0.0
        return self._fits(subject, relation.domain) * self._fits_range(obj, relation)

    def _fits(self, token: int, wanted: frozenset[str]) -> float:
        clusters = list(self.arguments.clusters(token))
        if not clusters:
            if wanted or self.tree.pos[token] not in ("NOUN", "PROPN"):
                return 0.0
            return 0.8
        return max(self.arguments.fit(c, wanted) for c in clusters)

    def _fits_range(self, token: int, relation: Relation) -> float:
        if not relation.is_literal:
            return self._fits(token, relation.range)
        if relation.range & KINDS_OF_TIME:
            return 1.0 if token in self.time_spans else 0.0
        return 0.9 if self.tree.pos[token] in ("NOUN", "PROPN", "NUM", "X") else 0.0

    def _claims(self, frame: Frame, match: Match, relation: Relation, fit: float) -> Iterator[Draft]:
        wording = match.wording
        subject, obj = (match.object, match.subject) if wording.inverse else (match.subject, match.object)
        polarity, modality = self.certainty.of(frame.head)
        confidence = VERB * fit - (0.08 if frame.shared else 0.0)
        for pair in self._pairs(subject, obj, relation):
            yield self._draft(
                relation,
                pair,
                frame,
                frame.head,
                self._phrase(frame, wording),
                polarity,
                modality,
                confidence,
            )

    def _pairs(
        self, subject: int | None, obj: int | None, relation: Relation
    ) -> Iterator[tuple[int, int | tuple[int, int] | None]]:
        """Subject and object as entities; two parts of one plural subject where there is no object."""
        if subject is None:
            return
        subjects = list(self.arguments.clusters(subject)) or [
            c for c in (self.arguments.thing(subject),) if c is not None
        ]
        if obj is None:
            if len(subjects) == 2:
                yield subjects[0], subjects[1]
            return
        for one in subjects:
            for other in self._objects(obj, relation):
                if other != one:
                    yield one, other

    def _objects(self, token: int, relation: Relation) -> list[int | tuple[int, int]]:
        if relation.is_literal:
            return [self.time_spans.get(token) or self.arguments.phrase(token)]
        found: list[int | tuple[int, int]] = list(self.arguments.clusters(token))
        if relation.event is None and PLACE in relation.range:
            found += self.containing(token)
        thing = None if found else self.arguments.thing(token)
        return found or ([] if thing is None else [thing])

    def containing(self, token: int) -> list[int]:
        """The places named behind a place ("Dallas, Texas")."""
        tree, found = self.tree, []
        for child in tree.children[token]:
            if tree.deps[child] in ("appos", "npadvmod") and tree.tags[child] == "NNP" and child > token:
                cluster = self.arguments.cluster(child)
                if cluster is not None and PLACE in self.arguments.types(cluster):
                    found += [cluster, *self.containing(child)]
        return found

    def _draft(
        self,
        relation: Relation,
        pair: tuple[int, int | tuple[int, int] | None],
        frame: Frame | None,
        head: int,
        phrase: str,
        polarity: Polarity,
        modality: Modality,
        confidence: float,
    ) -> Draft:
        source = self.attribution.source(head)
        cluster = None if source is None else self.arguments.cluster(source)
        place = None if frame is None else self.circumstances.place(frame, self.arguments)
        parties = {c for c in pair if isinstance(c, int)}
        if any(self.arguments.is_pronoun_only(c) for c in parties):
            confidence -= 0.3
        return Draft(
            relation, pair[0], pair[1], head, phrase, polarity, modality, cluster,
            self.circumstances.time(head, modality), None if place in parties else place, max(0.05, round(confidence, 2)),
        )  # fmt: skip

    def _phrase(self, frame: Frame, wording: Wording) -> str:
        tree = self.tree
        tokens = [
            c for c in tree.children[frame.head] if tree.deps[c] in ("aux", "auxpass", "neg", "prt")
        ] + [frame.head]
        words = [tree.words[t] for t in sorted(tokens)]
        if wording.phrase and frame.objects:
            words.append(tree.words[frame.objects[0]])
        words += [p.word for p in frame.prepositions if p.word in wording.prepositions][:1]
        return " ".join(words)

    def _of_roles(self) -> Iterator[Draft]:
        named = {t for m in self.reading.mentions if m.form is Form.NAME for t in range(m.first, m.last + 1)}
        for role in self.matchers.roles.roles(self.tree, named):
            for holding in self.roles.holdings(role):
                yield from self._of_holding(holding)

    def _of_holding(self, holding: Holding) -> Iterator[Draft]:
        best_of: dict[int, tuple[tuple[float, ...], Wording, Relation, float]] = {}
        for wording in holding.role.wordings:
            relation = self.ontology.relations[wording.relation]
            for token in self.roles.complements(holding.role, wording):
                fit = self._role_fit(holding.holder, token, wording, relation)
                rank = (
                    fit >= 0.7,
                    fit,
                    sum(len(self.ontology.types(c)) for c in relation.range),
                    len(relation.parents),
                )
                if fit > 0 and (token not in best_of or rank > best_of[token][0]):
                    best_of[token] = (rank, wording, relation, fit)
        polarity, modality = (Polarity.AFFIRMED, Modality.ACTUAL)
        if holding.frame is not None:
            polarity, modality = self.certainty.of(holding.frame)
        head = holding.role.head if holding.frame is None else holding.frame
        phrase = self.tree.slice(*self.roles.span(holding.role))
        for token, (_, wording, relation, fit) in best_of.items():
            if token in self.roles.nested:
                relation = self.ontology.relations.get(EMPLOYED, relation)
            for one in self._objects(token, relation):
                if one == holding.holder or (not self._was_mentioned(token) and not relation.is_literal):
                    continue
                pair = (
                    (one, holding.holder)
                    if wording.inverse and isinstance(one, int)
                    else (holding.holder, one)
                )
                draft = self._draft(
                    relation, pair, None, head, phrase, polarity, modality, ROLE * fit - 0.1 * holding.is_past
                )
                yield draft
                yield from self._entailed(draft)
        yield from self._position(holding, head, polarity, modality)

    def _entailed(self, draft: Draft) -> Iterator[Draft]:
        """What follows from holding a post ("President of France": a citizen of France)."""
        for name in draft.relation.entails:
            relation = self.ontology.relations.get(name)
            if (
                relation
                and isinstance(draft.object, int)
                and self.arguments.fit(draft.object, relation.range) >= 1
            ):
                yield replace(draft, relation=relation, confidence=round(draft.confidence - 0.1, 2))

    def _was_mentioned(self, token: int) -> bool:
        """Whether the token belongs to a mention of the text itself, not to one made for a claim."""
        return self.arguments.inside.get(token, self.mentioned) < self.mentioned

    def _role_fit(self, holder: int, token: int, wording: Wording, relation: Relation) -> float:
        if wording.inverse:
            return self.arguments.fit(holder, relation.range) * self._fits(token, relation.domain)
        return self.arguments.fit(holder, relation.domain) * self._fits_range(token, relation)

    def _position(
        self, holding: Holding, head: int, polarity: Polarity, modality: Modality
    ) -> Iterator[Draft]:
        """The post itself, for people who are named: "X, director of special projects for Y" holds that position."""
        relation = self.ontology.relations.get(POSITION)
        titles = [
            w
            for w in holding.role.wordings
            if w.kind != "kinship" and "kgo:Person" in self.ontology.relations[w.relation].domain
        ]
        if (
            relation is None
            or not titles
            or not self.arguments.is_named(holding.holder)
            or self._is_plain(holding)
        ):
            return
        if not self.arguments.fit(holding.holder, relation.domain) >= 1:
            return
        first, last = self.roles.span(holding.role)
        position = (
            self.arguments.make(holding.role.head, "kgo:Position", first, last)
            if self.arguments.cluster(holding.role.head) is None
            else None
        )
        if position is None:
            position = self._position_beside(holding.role.head, first, last)
        yield self._draft(
            relation,
            (holding.holder, position),
            None,
            head,
            self.tree.slice(first, last),
            polarity,
            modality,
            ROLE - 0.05,
        )

    def _is_plain(self, holding: Holding) -> bool:
        """Whether the role noun merely takes up its holder again ("The President …")."""
        dep = self.tree.deps[holding.role.head]
        return (
            holding.frame is None
            and dep not in ("compound", "nmod", "amod", "appos", "conj")
            and self.tree.child(holding.role.head, "appos") is None
        )

    def _position_beside(self, token: int, first: int, last: int) -> int:
        """A position node for a noun that already describes its holder."""
        owner = self.arguments.inside[token]
        position = self.arguments.make(token, "kgo:Position", first, last)
        self.arguments.inside[token] = self.reading.by_token[token] = owner
        return position

    def _of_modifiers(self) -> Iterator[Draft]:
        """A country in front of its people and bodies ("Iraqi artist", "US Capitol Police"), a place behind a place."""
        for m in self.reading.mentions[:]:
            if m.form not in (Form.NAME, Form.NOUN) or m.cluster < 0:
                continue
            for child in self._modifiers(m.head):
                yield from self._of_modifier(m, child)
            located = self.ontology.relations.get("kgo:locatedIn")
            for place in (
                self.containing(m.head)
                if located and m.form is Form.NAME and PLACE in self.arguments.types(m.cluster)
                else ()
            ):
                yield self._draft(
                    located,
                    (m.cluster, place),
                    None,
                    m.head,
                    self.tree.slice(m.first, m.last),
                    *CERTAIN,
                    ROLE,
                )

    def _of_modifier(self, m: Mention, child: int) -> Iterator[Draft]:
        country = self.arguments.cluster(child)
        if country is None or country == m.cluster or "kgo:Country" not in self.arguments.types(country):
            return
        if "kgo:Person" in self.arguments.types(m.cluster) and not (
            self.arguments.is_named(m.cluster) and self._is_nationality(child)
        ):
            return
        relation = next(
            (
                self.matchers.modified[c]
                for c in self.arguments.types(m.cluster)
                if c in self.matchers.modified
            ),
            None,
        )
        if relation:
            yield self._draft(
                relation,
                (m.cluster, country),
                None,
                m.head,
                self.tree.slice(child, m.head),
                *CERTAIN,
                ROLE - 0.1,
            )

    def _modifiers(self, head: int) -> Iterator[int]:
        """What stands in front of a noun, and in front of the title before a name ("French President X")."""
        tree = self.tree
        for child in tree.children[head]:
            if child < head and tree.deps[child] in ("amod", "compound", "nmod", "poss"):
                yield child
                if tree.tags[child][:2] == "NN" and tree.deps[child] == "compound":
                    yield from self._modifiers(child)

    def _is_nationality(self, token: int) -> bool:
        number = self.arguments.inside.get(token)
        is_demonym = number is not None and self.reading.mentions[number].form is Form.DEMONYM
        return is_demonym and self.tree.deps[token] != "poss"

    def _of_brackets(self) -> Iterator[Draft]:
        """Dates of birth and death in brackets behind a person's name."""
        for date_ in life_dates(self.reading):
            relation = self.ontology.relations.get(date_.relation)
            if relation is not None:
                yield self._draft(
                    relation,
                    (date_.person, date_.tokens),
                    None,
                    date_.tokens[0],
                    date_.phrase,
                    *CERTAIN,
                    ROLE,
                )

    def _of_nominals(self) -> Iterator[Draft]:
        found: dict[tuple[int, int, int], tuple[float, Nominal, Relation]] = {}
        for nominal in self.matchers.nominals.nominals(self.tree, self.arguments, self.frames):
            relation = self.ontology.relations[nominal.wording.relation]
            fit = self._fits(nominal.subject, relation.domain) * self._fits_range(nominal.object, relation)
            key = (nominal.head, nominal.subject, nominal.object)
            if fit > 0 and (key not in found or fit > found[key][0]):
                found[key] = (fit, nominal, relation)
        for fit, nominal, relation in found.values():
            polarity, modality = self.certainty.of_noun(nominal.head)
            phrase = self.arguments.text(nominal.head)
            for pair in self._pairs(nominal.subject, nominal.object, relation):
                yield self._draft(relation, pair, None, nominal.head, phrase, polarity, modality, EVENT * fit)
