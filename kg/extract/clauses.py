"""Claims of clauses: the ontology's verbs found in frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.addressees import Addressees
from kg.extract.confidence import AGENTLESS, ALONE, CLAUSE, MUTUAL, STATED
from kg.extract.drafts import KINDS_OF_TIME, PLACES, Draft, Party, Workbench, are_alike
from kg.extract.frame import Frame
from kg.extract.frames import converse
from kg.extract.modality import Certainty
from kg.extract.readings import best
from kg.extract.relations import Match, VerbMatcher
from kg.extract.undergoers import among_those
from kg.model import Modality
from kg.ontology import Relation, Wording

AGENTS, PERSONS = frozenset({"kgo:Agent"}), frozenset({"kgo:Person"})
TOGETHER = frozenset({"along", "together"})
WIELDED, NATION = frozenset({"kgo:Product", "kgo:MaterialConflict"}), "kgo:Country"
COUNTRY = frozenset({NATION})
WIELDING = frozenset({NATION, "kgo:Organisation"})
FITTING = 0.6
UNSURE = 0.3  # nobody knows what either party is
WHERE = frozenset({"in", "at"})
BEFORE = frozenset({"outside", "before", "near"})  # where a protest is, rather than whom it is aimed at
Found = tuple[Match, Relation, float]


class Clauses:
    """Reads the claims of the clauses of one text."""

    def __init__(self, bench: Workbench, verbs: VerbMatcher) -> None:
        self.bench, self.verbs = bench, verbs
        self.nouns = dict[str, frozenset[str]]()
        self.addressees = Addressees(bench.tree, bench.arguments, bench.ontology)

    def drafts(self) -> Iterator[Draft]:
        """The claims of each frame, in order."""
        for frame in (*self.bench.frames.values(), *self.bench.gapped):
            yield from self._of_frame(frame)
            if (among := among_those(self.bench.tree, frame, self.bench.frames)) is not None:
                yield from self._of_frame(among)
            other_side = converse(self.bench.tree, frame)
            if other_side is not None:
                yield from self._of_frame(other_side)

    def _of_frame(self, frame: Frame) -> Iterator[Draft]:
        found: list[Found] = []
        for match in self._matches(frame):
            relation = self.bench.ontology.relations[match.wording.relation]
            match = self._wielded(match) if relation.event == "ASSAULT" else match
            fit = self._fit(match, relation)
            if fit > 0 and not self._is_unclear(frame, match):
                found.append((match, relation, fit))
        found.extend(self._companions(frame, found))
        found = self._by_somebody(self._whole(frame, found))
        told = {relation.curie for match, relation, _ in found if not match.reciprocal and match.object is not None}
        lasts = any(relation.event is None and not match.reciprocal for match, relation, _ in found)
        found = [
            (match, relation, fit)
            for match, relation, fit in found
            if not match.reciprocal or not ((lasts and not match.wording.phrase) or relation.curie in told)
        ]
        found = self._dated_once(self._first_in_clause(frame, self._told_directly(frame, found)))
        aimed = [self._aimed(frame, *one) for one in found]
        for match, relation, fit in best(self._surest(aimed), self.bench.ontology):
            yield from self._claims(frame, match, relation, fit)

    def _matches(self, frame: Frame) -> Iterator[Match]:
        """Each match with an object, and what has none but a time ("left office in 2010")."""
        found = self.verbs.matches(self.bench.tree, frame, self.bench.is_of)
        times = self.bench.time_spans
        with_object = {(m.subject, m.wording.relation) for m in found if m.object is not None and m.object not in times}
        return (m for m in found if m.object is not None or (m.subject, m.wording.relation) not in with_object)

    def _companions(self, frame: Frame, found: list[Found]) -> list[Found]:
        """The readings of a passive clause for those to whom it was done as well ("was arrested with his wife")."""
        if not frame.is_passive:
            return []
        tree, undergoers = self.bench.tree, set(frame.objects)
        beside = (p for p in frame.prepositions if p.word == "with")
        joined = ((p, tree.lowers[p.head] in TOGETHER) for p in beside)
        told = ((o, is_told) for p, is_told in joined if is_told or p.head == frame.head for o in p.objects)
        people = [o for o, is_told in told if (is_told or self._is_somebody(o)) and self.bench.is_of(o, PERSONS)]
        done = [(m, r) for m, r, _ in found if r.undergone and m.object in undergoers and not m.wording.inverse]
        done = [(m, r) for m, r in done if "with" not in m.wording.prepositions and self.bench.is_of(m.object, PERSONS)]
        return [(replace(m, object=o), r, self.bench.fits_range(o, r)) for m, r in done for o in people]

    def _is_somebody(self, token: int) -> bool:
        """Whether a person is named, owned or counted ("with his wife", not "with a nerve agent")."""
        tree, one = self.bench.tree, self.bench.arguments.cluster(token)
        is_named = one is not None and self.bench.arguments.is_named(one)
        return is_named or any(tree.deps[c] in ("poss", "nummod") for c in tree.children[token])

    def _is_unclear(self, frame: Frame, match: Match) -> bool:
        """Whether a passive clause without agent may as well tell of something else ("was beaten")."""
        if match.subject is not None or match.object is None:
            return False
        relations = ((self.bench.ontology.relations[w.relation], w) for w in self.verbs.rivals(frame, match.wording))
        fitting = ((r, w) for r, w in relations if not r.is_literal and self.bench.is_of(match.object, w.objects))
        return any(self.bench.fits(match.object, r.domain if w.inverse else r.range) > 0 for r, w in fitting)

    def _wielded(self, match: Match) -> Match:
        """The reading with the nation whose weapons or blow it is as subject ("Israeli jets struck", "a US strike")."""
        arguments, tree = self.bench.arguments, self.bench.tree
        if match.subject is None or match.wording.inverse or self.bench.fits(match.subject, WIELDED) < 1:
            return match
        owners = (c for c in tree.children[match.subject] if tree.deps[c] in ("amod", "compound", "poss"))
        owned = ((c, arguments.cluster(c)) for c in owners)
        named = [c for c, one in owned if one is not None and WIELDING & set(arguments.types(one))]
        return replace(match, subject=named[0]) if named else match

    def _whole(self, frame: Frame, found: list[Found]) -> list[Found]:
        """The readings but those whose object is a word of another's wording ("played host to the talks")."""
        whole = [
            m for m, _, _ in found if m.object is not None and not m.reciprocal and self.verbs.takes_noun(m.wording)
        ]
        used = set(frame.objects) if any(m.object not in frame.objects for m in whole) else set[int]()
        return [one for one in found if one[0].object not in used or one[0].wording.phrase or one[0].wording.inverse]

    def _by_somebody(self, found: list[Found]) -> list[Found]:
        """The readings but those by nobody known of what another reading says who or what did."""
        told = {(r.curie, m.subject if m.wording.inverse else m.object) for m, r, _ in found if m.subject is not None}
        return [(m, r, fit) for m, r, fit in found if m.subject is not None or (r.curie, m.object) not in told]

    def _aimed(self, frame: Frame, match: Match, relation: Relation, fit: float) -> Found:
        """The reading with the addressee that the clauses behind tell, where it has no agent as object.

        A thing that is asked for is no addressee.
        """
        obj = match.object
        is_agent = obj is not None and self._is_agent(obj)
        is_place = obj is not None and self.bench.fits(obj, PLACES) >= 1
        if is_agent and not is_place and not BEFORE & set(match.wording.prepositions):
            return match, relation, fit
        token = self.addressees.of(frame, relation.event, obj)
        is_asked_for = relation.event == "REQUEST" and not (is_agent or is_place or match.wording.inverse)
        is_where = relation.event == "PROTEST" and self._is_town_of(match)
        if token is None and not ((is_asked_for or is_where) and self._does(match, relation)):
            return match, relation, fit
        return replace(match, object=token), relation, fit

    def _is_town_of(self, match: Match) -> bool:
        """Whether "in" or "at" only says in which town or building somebody marches; a country may be meant."""
        if match.object is None or match.wording.phrase or not WHERE & set(match.wording.prepositions):
            return False
        return self.bench.is_of(match.object, PLACES) and not self.bench.is_of(match.object, COUNTRY)

    def _surest(self, found: list[Found]) -> list[Found]:
        """Of one relation's objects the agents, where there are some ("refused the refugees entry")."""
        agents = {(m.subject, r.curie) for m, r, _ in found if m.object is not None and self._is_agent(m.object)}
        return [
            (m, r, fit)
            for m, r, fit in found
            if (m.subject, r.curie) not in agents
            or r.event is None
            or (m.object is not None and self._is_agent(m.object))
        ]

    def _told_directly(self, frame: Frame, found: list[Found]) -> list[Found]:
        """The readings but those from inside a clause where the verb has an agent as object ("warned X that Y")."""
        told = {
            relation.curie
            for match, relation, _ in found
            if match.object in frame.objects and not match.wording.inverse and self._is_agent(match.object or 0)
        }
        return [
            (match, relation, fit)
            for match, relation, fit in found
            if not match.wording.clause or relation.curie not in told or match.object in (None, *frame.objects)
        ]

    def _dated_once(self, found: list[Found]) -> list[Found]:
        """The readings with the first date alone ("died in 2012 and his son last year")."""
        kept, seen = [], set[tuple[int | None, str]]()
        for match, relation, fit in found:
            is_date = relation.is_literal and bool(relation.range & KINDS_OF_TIME)
            if not is_date or (match.subject, relation.curie) not in seen:
                kept.append((match, relation, fit))
            if is_date:
                seen.add((match.subject, relation.curie))
        return kept

    def _is_agent(self, token: int) -> bool:
        return self.bench.fits(token, AGENTS) >= 1

    def _first_in_clause(self, frame: Frame, found: list[Found]) -> list[Found]:
        """Of the objects that a wording finds inside a clause only the first agent for each subject."""
        kept, seen = [], dict[tuple[Wording, int | None], int]()
        for match, relation, fit in found:
            if match.wording.clause and match.object is not None and not relation.is_literal:
                key = (match.wording, match.subject)
                cluster = self.bench.arguments.cluster(match.object)
                if (
                    seen.get(key, match.object) not in (match.object, *self._joined_to(match.object))
                    or cluster is None
                    or not self._may_be_addressed(cluster)
                    or cluster in {self.bench.arguments.cluster(subject) for subject in frame.subjects}
                ):
                    continue
                seen.setdefault(key, match.object)
            kept.append((match, relation, fit))
        told = {party for match, _, _ in kept for party in (match.subject, match.object)}
        return kept + [one for one in self._alone(frame, found) if one[0].subject not in told]

    def _may_be_addressed(self, cluster: int) -> bool:
        """Whether it is somebody that an act may be aimed at: an agent, a place only by name."""
        arguments = self.bench.arguments
        types = arguments.types(cluster)
        return "kgo:Agent" in types and (
            arguments.is_named(cluster) or ("kgo:Place" not in types and not arguments.is_indefinite(cluster))
        )

    def _joined_to(self, token: int) -> Iterator[int]:
        """What a conjunct is coordinated with, from the nearest to the first."""
        tree = self.bench.tree
        while tree.deps[token] == "conj":
            token = tree.heads[token]
            yield token

    def _alone(self, frame: Frame, found: list[Found]) -> Iterator[Found]:
        """What is threatened, refused or promised without a second agent in it ("threatened to impose a curfew")."""
        if frame.clause is not None and self.bench.tree.child(frame.clause, "nsubj", "nsubjpass") is not None:
            return
        for match, relation, _ in found:
            if match.wording.clause == "do" and relation.event and self._does(match, relation):
                yield replace(match, object=None), relation, FITTING

    def _does(self, match: Match, relation: Relation) -> bool:
        """Whether the subject certainly is of the relation's domain."""
        return match.subject is not None and self.bench.fits(match.subject, relation.domain) >= 1

    def _fit(self, match: Match, relation: Relation) -> float:
        is_of, wording = self.bench.is_of, match.wording
        is_by = match.subject is None or is_of(match.subject, wording.subjects)
        if not (is_by and is_of(match.object, wording.objects)):
            return 0.0
        subject, obj = (match.object, match.subject) if match.wording.inverse else (match.subject, match.object)
        if match.subject is None and obj is not None:
            return self.bench.fits_range(obj, relation)
        if subject is None:
            return 0.0
        if obj is None:
            return FITTING if match.reciprocal or self.bench.fits(subject, relation.domain) >= 1 else 0.0
        if not relation.happens and any(self.bench.arguments.is_headcount(party) for party in (subject, obj)):
            return 0.0
        if relation.range & KINDS_OF_TIME and relation.domain == PERSONS and self._are_many(subject):
            return 0.0  # those who died in a fire are nobody whose day of death that is
        is_state = relation.range and relation.event is None and "kgo:Place" not in relation.range
        if (is_state and self._is_where(match.wording, obj)) or (
            match.wording.inverse and not relation.domain and self._is_where(match.wording, subject)
        ):
            return 0.0
        if relation.alike and not self._may_be_alike(subject, obj):
            return 0.0
        fit = self.bench.fits(subject, relation.domain) * self.bench.fits_range(obj, relation)
        return fit if fit >= UNSURE else 0.0

    def _are_many(self, token: int) -> bool:
        """Whether a description is of several ("several men died in March")."""
        arguments, cluster = self.bench.arguments, self.bench.arguments.cluster(token)
        return cluster is not None and arguments.is_described(cluster) and not arguments.is_one(cluster)

    def _may_be_alike(self, subject: int, obj: int) -> bool:
        """Whether not all that one stands for are bodies and all of the other people."""
        arguments = self.bench.arguments
        one, other = ([arguments.types(c) for c in arguments.clusters(token)] for token in (subject, obj))
        return not one or not other or any(are_alike(a, b) for a in one for b in other)

    def _is_where(self, wording: Wording, obj: int) -> bool:
        """Whether "in" or "at" a town only says where ("taught in Berlin"), which is nobody that one works for."""
        cluster = self.bench.arguments.cluster(obj) if WHERE & set(wording.prepositions) else None
        types = () if cluster is None else self.bench.arguments.types(cluster)
        return "kgo:Place" in types and "kgo:Organisation" not in types

    def _claims(self, frame: Frame, match: Match, relation: Relation, fit: float) -> Iterator[Draft]:
        wording = match.wording
        subject, obj = (match.object, match.subject) if wording.inverse else (match.subject, match.object)
        polarity, modality = self._certainty(frame, wording, relation)
        base = _base(relation, subject, obj, reciprocal=match.reciprocal)
        fit = 1.0 if obj is None else fit
        for pair in self.bench.pairs(subject, obj, relation, reciprocal=match.reciprocal):
            pair = self._with_complement(frame, pair)
            yield self.bench.draft(
                relation,
                pair,
                frame,
                frame.head,
                self._phrase(frame, wording),
                polarity,
                modality,
                base,
                fit,
            )

    def _with_complement(self, frame: Frame, pair: tuple[int, Party | None]) -> tuple[int, Party | None]:
        """Words as object with what the verb makes of them ("declared the marriage void")."""
        subject, words = pair
        made = frame.complement
        if made is None or not isinstance(words, tuple) or self.bench.tree.left[made] != words[1] + 1:
            return pair
        return subject, (words[0], self.bench.tree.right[made])

    def _certainty(self, frame: Frame, wording: Wording, relation: Relation) -> Certainty:
        """How certain the clause is, the verb that only governs a noun of the event included ("plans an attack on")."""
        certainty, head = self.bench.certainty, frame.verb
        polarity, modality = certainty.of(head)
        if wording.phrase and frame.objects and self.bench.tree.lemmas[frame.objects[0]] in self._nouns_of(relation):
            polarity, modality = certainty.of_noun(frame.objects[0])
        if modality is Modality.ACTUAL and relation.happens:
            is_to_come = relation.punctual and certainty.is_about_to(head)
            if is_to_come or self.bench.circumstances.is_scheduled(head):
                modality = Modality.PLANNED
        return polarity, modality

    def _nouns_of(self, relation: Relation) -> frozenset[str]:
        """The nouns that name the event of a relation."""
        if relation.curie not in self.nouns:
            heads = (h for w in relation.wordings if w.kind == "nominal" and not w.phrase for h in w.heads)
            self.nouns[relation.curie] = frozenset(heads)
        return self.nouns[relation.curie]

    def _phrase(self, frame: Frame, wording: Wording) -> str:
        tree = self.bench.tree
        tokens = [c for c in tree.children[frame.verb] if tree.deps[c] in ("aux", "auxpass", "neg", "prt")] + [
            frame.verb
        ]
        words = [tree.words[t] for t in sorted(tokens)]
        if wording.phrase and frame.objects:
            words.append(tree.words[frame.objects[0]])
        words += [p.word for p in frame.prepositions if p.word in wording.prepositions][:1]
        return " ".join(words)


def _base(relation: Relation, subject: int | None, obj: int | None, *, reciprocal: bool) -> float:
    """How sure a clause is that tells of these parties."""
    if subject is None:
        return AGENTLESS
    if obj is None:
        return MUTUAL if reciprocal else ALONE
    return CLAUSE if relation.happens else STATED
