"""Claims of role nouns: who holds which post or stands in which relation to whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.extract.confidence import BRIDGED, PAST, ROLE, TITLE
from kg.extract.drafts import CERTAIN, Draft, Workbench
from kg.extract.homes import Homes
from kg.extract.role_nouns import ROYAL, Role, RoleMatcher, span
from kg.extract.roles import UNMADE, Holding, RoleReader
from kg.language.wordlists import words
from kg.model import Form, Modality, Polarity
from kg.ontology import Relation, Wording

POSITION, EMPLOYED, CANDIDATE = "kgo:holdsPosition", "kgo:worksFor", "kgo:candidateFor"
PART, LOCATED, WHERE = "kgo:partOf", "kgo:locatedIn", "kgo:takesPlaceIn"
LEADER, MEMBER, MINISTER, INVESTED = "kgo:leaderOf", "kgo:memberOf", "kgo:ministerOf", "kgo:investedIn"
OFFICES = frozenset({EMPLOYED, LEADER, "kgo:representativeOf"})
COUNTRY = frozenset({"kgo:Country"})
AREA = frozenset({"kgo:GeopoliticalEntity"})
PEOPLE = frozenset({"kgo:Person"})
ORGANISATION = frozenset({"kgo:Organisation"})
POSSIBLE = 0.7  # how well a class fits that leaves room for the one that is wanted
BODY = frozenset({"kgo:Organisation", "kgo:GeopoliticalEntity"})
CALLING = frozenset({"know", "nickname", "dub", "style"})
SENT = frozenset({"embassy", "consulate", "mission", "legation"})  # a country's own houses abroad
LEAVING = frozenset({"resign", "quit", "retire", "leave", "depart"})
DOWN = frozenset({"down", "aside"})
TEACHING = frozenset({"professor", "lecturer", "fellow", "scholar", "academic", "don"})
SERVING = words("public servant")
ORDINALS = frozenset({"second", "third", "fourth"})
OF_BODIES = words("leader of bodies")  # "the Lithuanian director" directs no country
DESCRIBING = words("describing a holder")


class Holdings:
    """Reads the claims of the role nouns of one text."""

    def __init__(self, bench: Workbench, matcher: RoleMatcher) -> None:
        self.bench, self.matcher = bench, matcher
        self.roles = RoleReader(bench.tree, bench.arguments, bench.frames, matcher.kin)
        self.spans = range(0)
        no_posts = bench.ontology.wordings("notNoun")
        self.no_posts = {head for head, found in no_posts.items() if any(w.relation == POSITION for w in found)}
        self.homes = Homes(bench.tree, bench.arguments)
        self.bare: list[tuple[Holding, Relation]] = []

    def drafts(self) -> Iterator[Draft]:
        """The claims of each role noun, in order."""
        names = [m for m in self.bench.reading.mentions if m.form is Form.NAME]
        named = {t for m in names for t in range(m.first, m.last + 1)}
        people = {t for m in names if self._is_person(m.cluster) for t in range(m.first, m.last + 1)}
        for role in self.matcher.roles(self.bench.tree, named, people):
            self.spans = range(role.first, role.last + 1)
            for holding in self.roles.holdings(role):
                if not self._is_bare_kin(holding) and not self.bench.arguments.is_nothing(role.head):
                    yield from self._of_holding(holding)
        yield from self._of_bare()

    def _is_person(self, cluster: int) -> bool:
        return cluster >= 0 and "kgo:Person" in self.bench.arguments.types(cluster)

    def _is_bare_kin(self, holding: Holding) -> bool:
        """Whether a kinship word is all that the text says of somebody ("her children")."""
        return (
            holding.frame is None
            and any(w.kind == "kinship" for w in holding.role.wordings)
            and not self.bench.arguments.is_named(holding.holder)
        )

    def _of_holding(self, holding: Holding) -> Iterator[Draft]:
        best_of: dict[int, tuple[tuple[float, ...], Wording, Relation, float]] = {}
        nested = set[int]()
        for wording in holding.role.wordings:
            relation = self.bench.ontology.relations[wording.relation]
            complements = list(self.roles.complements(holding.role, wording))
            if self._is_shared_out(holding, complements):
                continue
            nested |= self.roles.nested
            for token in self._in_turn(holding, complements):
                fit = self._role_fit(holding.holder, token, wording, relation)
                rank = (
                    fit >= 0.7,
                    fit,
                    sum(len(self.bench.ontology.types(c)) for c in relation.range),
                    len(relation.parents),
                )
                if fit > 0 and (token not in best_of or rank > best_of[token][0]):
                    best_of[token] = (rank, wording, relation, fit)
        self._specialise(holding, best_of)
        polarity, modality = CERTAIN
        if holding.is_to_come:
            modality = Modality.PLANNED
        elif holding.frame is not None and not self._is_left(holding.frame):
            polarity, modality = self.bench.certainty.of_role(holding.frame)
        is_bare = holding.frame is None or self._is_left(holding.frame)
        head = holding.role.head if is_bare or holding.frame is None else holding.frame
        phrase = self.bench.tree.slice(*span(self.bench.tree, self.bench.arguments, holding.role))
        for token, (_, wording, relation, fit) in best_of.items():
            if LEADER in {relation.curie, *relation.parents} and self._is_among_others(holding.role, token):
                relation = self.bench.ontology.relations.get(EMPLOYED, relation)
            if token in nested:
                relation = self.bench.ontology.relations.get(EMPLOYED, relation)
                if self.bench.fits(token, BODY) < 1:
                    continue
            if self._is_itself(holding, token, wording):
                continue
            for one in self.bench.objects(token, relation):
                if one == holding.holder or (not self.bench.was_mentioned(token) and not relation.is_literal):
                    continue
                if isinstance(one, int) and self.homes.is_national(relation):
                    self.homes.tell(relation, holding.holder, one, holding.role.head)
                pair = (one, holding.holder) if wording.inverse and isinstance(one, int) else (holding.holder, one)
                yield self.bench.draft(relation, pair, None, head, phrase, polarity, modality, self._base(holding), fit)
        if not best_of and holding.frame is None and self.homes.is_bare(holding.role, holding.holder):
            titles = (self.bench.ontology.relations[w.relation] for w in holding.role.wordings if w.kind == "title")
            national = [relation for relation in titles if self.homes.is_national(relation)]
            self.bare += [(holding, relation) for relation in national[:1]]
        if self._is_post(holding, [relation for _, _, relation, _ in best_of.values()]):
            certainty = polarity, CERTAIN[1] if holding.is_to_come else modality
            yield from self._position(holding, head, certainty, best_of.keys())

    def _is_itself(self, holding: Holding, token: int, wording: Wording) -> bool:
        """Whether "of" leads to the thing's own name ("the province of Tacna"), or the thing stands inside its part."""
        tree, noun, of = self.bench.tree, holding.role.head, self.bench.tree.heads[token]
        if wording.relation == PART and tree.deps[token] in ("compound", "amod", "poss"):
            return tree.heads[token] > noun
        before = [c for c in tree.children[noun] if c < noun]
        names = [c for c in before if tree.tags[c] == "NNP" and not self.bench.arguments.is_nationality(c)]
        is_the = not names and any(tree.lowers[c] == "the" for c in before)  # not "the Altona district of Hamburg"
        is_named = tree.tags[token] == "NNP" and tree.lowers[of] == "of" and tree.heads[of] == noun
        is_free = tree.deps[noun] not in ("appos", "attr") or tree.tags[tree.heads[noun]] in ("NN", "NNS")
        is_capital = tree.lemmas[noun] == "capital"  # "Lima, the capital of Peru"
        return wording.relation == LOCATED and is_the and is_named and is_free and not is_capital

    def _is_among_others(self, role: Role, token: int) -> bool:
        """Whether several have such a post at a body ("an editor at X"), or it is of a part ("head of sales at X")."""
        tree = self.bench.tree
        head = tree.predicate(role.head)
        is_at = tree.lowers[tree.heads[token]] in ("at", "with")
        is_part = tree.lowers[role.last + 1 : role.last + 2] == ["of"] and tree.heads[token] > role.last + 1
        before = {tree.lowers[t] for t in range(tree.left[head], role.first)}
        return is_at and (is_part or bool(before & {"a", "an", "one"}))

    def _is_post(self, holding: Holding, told: list[Relation]) -> bool:
        """Whether the noun names a post, or a profession that somebody has at a body ("a doctor at X")."""
        tree, last = self.bench.tree, holding.role.last
        if self._is_nickname(holding, told):
            return False
        is_title = holding.role.first < last and all(w.kind == "title" for w in holding.role.wordings)  # "head teacher"
        if is_title or not {tree.lemmas[last].lower(), tree.lowers[last]} & self.no_posts:
            return True
        return any(r.curie == MEMBER or OFFICES & {r.curie, *self.bench.ontology.ancestors(r.curie)} for r in told)

    def _is_nickname(self, holding: Holding, told: list[Relation]) -> bool:
        """Whether a post is one in name alone ("known as the bishop of the poor", "the queen of soul")."""
        tree, head = self.bench.tree, holding.role.head
        is_called = holding.frame is not None and self.bench.frames[holding.frame].lemma in CALLING
        of = next((c for c in tree.children[head] if tree.lowers[c] == "of"), None)
        is_of_none = of is not None and not told and tree.lemmas[head].lower() in ROYAL
        is_prize = any(tree.lowers[c] == "best" for c in tree.children[head])  # "honoured as best director"
        return (is_called and not told) or is_of_none or is_prize

    def _of_bare(self) -> Iterator[Draft]:
        """The posts of a country that the text does not name beside them; one country has one president."""
        holders: dict[str, set[int]] = {}
        for holding, relation in self.bare:
            if not holding.is_past:
                holders.setdefault(relation.curie, set()).add(holding.holder)
        for holding, relation in self.bare:
            role, is_only = holding.role, LEADER in relation.parents and not holding.is_past
            if is_only and len(holders.get(relation.curie, ())) > 1:
                continue
            country = self.homes.country(role, relation, holding.holder, is_only=is_only)
            if country is not None and self.bench.arguments.fit(holding.holder, relation.domain) >= 1:
                phrase = self.bench.tree.slice(*span(self.bench.tree, self.bench.arguments, role))
                modality = Modality.PLANNED if holding.is_to_come else CERTAIN[1]
                pair = (holding.holder, country)
                yield self.bench.draft(relation, pair, None, role.head, phrase, CERTAIN[0], modality, BRIDGED)

    def _specialise(
        self, holding: Holding, best_of: dict[int, tuple[tuple[float, ...], Wording, Relation, float]]
    ) -> None:
        """Puts in place of a relation the one below it of the same noun, where it may be said of the body."""
        for token, (rank, _, relation, _) in list(best_of.items()):
            for wording in holding.role.wordings:
                below = self.bench.ontology.relations[wording.relation]
                if relation.curie in below.parents and below.range == ORGANISATION:
                    fit = self._role_fit(holding.holder, token, wording, below)
                    if fit >= POSSIBLE:
                        best_of[token] = (rank, wording, below, fit)

    def _is_left(self, verb: int) -> bool:
        """Whether a clause says that somebody leaves or loses a post ("would resign as leader"), who thus has it."""
        frame = self.bench.frames[verb]
        is_handed = frame.lemma == "hand" and "over" in frame.particles
        return is_handed or frame.lemma in LEAVING | UNMADE or bool(DOWN & set(frame.particles))

    def _in_turn(self, holding: Holding, complements: list[int]) -> list[int]:
        """Of as many complements as there are holders of a plural the one that stands in the same place."""
        number, count = holding.turn
        is_paired = count == len(complements) > 1 and self.bench.tree.tags[holding.role.head] in ("NNS", "NNPS")
        return complements[number : number + 1] if is_paired else complements

    def _is_shared_out(self, holding: Holding, complements: list[int]) -> bool:
        """Whether several who are not named each have one of several posts ("the presidents of A, B and C")."""
        is_plural = self.bench.tree.tags[holding.role.head] in ("NNS", "NNPS")
        return is_plural and len(complements) > 1 and not self.bench.arguments.is_named(holding.holder)

    def _base(self, holding: Holding) -> float:
        is_title = self.bench.tree.deps[holding.role.head] in ("compound", "nmod", "amod")
        return (TITLE if is_title else ROLE) * (PAST if holding.is_past else 1.0)

    def _role_fit(self, holder: int, token: int, wording: Wording, relation: Relation) -> float:
        if self.bench.arguments.fit(holder, wording.subjects) < 1 or not self.bench.is_of(token, wording.objects):
            return 0.0
        if relation.curie == EMPLOYED and not self._tells_employer(holder, token):
            return 0.0
        family = {relation.curie, *self.bench.ontology.ancestors(relation.curie)}
        if EMPLOYED in family and self._is_home(token, is_employer=relation.curie == EMPLOYED):
            return 0.0
        if relation.happens and not wording.inverse and self.bench.arguments.is_indefinite(holder):
            return 0.0  # "looks for a successor to X", who has not come yet
        if relation.happens and relation.is_symmetric and self._are_somebodys(holder, token):
            return 0.0
        if self._is_abroad(token):
            return 0.0
        if relation.curie == WHERE and self._is_doer(token):
            return 0.0
        if relation.curie == INVESTED and self.bench.fits(token, PEOPLE) >= 1:  # "his shareholders" are the firm's
            return 0.0
        if MINISTER in family and self._is_council(token):
            return 0.0
        if LEADER in family and not self._may_be_led(token, relation):
            return 0.0
        if self._is_kind_of(token) and not wording.inverse and self.bench.fits_range(token, relation) < 1:
            return 0.0
        if wording.inverse:
            return self.bench.arguments.fit(holder, relation.range) * self.bench.fits(token, relation.domain)
        return self.bench.arguments.fit(holder, relation.domain) * self.bench.fits_range(token, relation)

    def _are_somebodys(self, holder: int, token: int) -> bool:
        """Whether several whom nobody names are only on the other side from a person ("her opponents")."""
        is_many = self.bench.tree.tags[self.spans[-1]] == "NNS"
        return is_many and not self.bench.arguments.is_named(holder) and self.bench.fits(token, PEOPLE) > 0

    def _is_abroad(self, token: int) -> bool:
        """Whether something of one country is in another for a while ("a Vietnamese company in neighbouring Laos")."""
        tree, arguments = self.bench.tree, self.bench.arguments
        before = (c for c in tree.children[tree.heads[tree.heads[token]]] if tree.deps[c] == "amod")
        is_in = tree.lowers[tree.heads[token]] == "in" and self.bench.is_of(token, COUNTRY)
        is_sent = any(tree.lemmas[t].lower() in SENT for t in self.spans)
        others = (c for c in before if arguments.is_nationality(c))
        return is_in and not is_sent and any(arguments.cluster(c) != arguments.cluster(token) for c in others)

    def _is_doer(self, token: int) -> bool:
        """Whether it is whose deed an event is, not where it happens ("Rome's bombing of Ostia")."""
        tree, noun = self.bench.tree, self.bench.tree.heads[token]
        return tree.deps[token] == "poss" and any(tree.lowers[c] == "of" for c in tree.children[noun])

    def _is_council(self, token: int) -> bool:
        """Whether ministers only meet as those of a body ("OPEC ministers"), each the minister of a state."""
        tree = self.bench.tree
        is_in_front = tree.deps[token] in ("compound", "nmod") and tree.tags[tree.heads[token]] in ("NNS", "NNPS")
        return is_in_front and self.bench.is_of(token, ORGANISATION) and not self.bench.is_of(token, AREA)

    def _may_be_led(self, token: int, relation: Relation) -> bool:
        """Whether a country or town is led as a whole, not a part of it ("commanders at Itami", "its clan leaders")."""
        if not self.bench.is_of(token, AREA):
            return relation.range != COUNTRY
        tree = self.bench.tree
        if relation.curie == LEADER and any(tree.lemmas[t].lower() in OF_BODIES for t in self.spans):
            return False
        is_station = tree.lowers[tree.heads[token]] == "at"
        return not is_station and not self._is_of_kind(token)

    def _is_home(self, token: int, *, is_employer: bool) -> bool:
        """Whether a place only says where somebody comes from or works ("a teacher from Leeds", "a Leeds banker").

        Those in its service serve it, and a town may stand for its university.
        """
        tree, first = self.bench.tree, token
        while tree.deps[first] == "conj":
            first = tree.heads[first]
        cluster = self.bench.arguments.cluster(token)
        types = () if cluster is None else self.bench.arguments.types(cluster)
        if "kgo:Place" not in types or "kgo:Organisation" in types or self._serves():
            return False
        preposition = tree.lowers[tree.heads[first]]
        is_taught_at = any(tree.lemmas[t].lower() in TEACHING for t in self.spans)
        return preposition == "from" or (is_employer and preposition != "at" and not is_taught_at)

    def _serves(self) -> bool:
        """Whether the noun names somebody in the service of a state or town ("a police officer")."""
        return any(self.bench.tree.lemmas[t].lower() in SERVING for t in self.spans)

    def _is_of_kind(self, token: int) -> bool:
        """Whether a noun in front says what in a country somebody leads ("Kenya's defence chief", "clan leaders")."""
        tree = self.bench.tree
        above = tree.heads[token]
        return any(
            tree.deps[c] == "compound" and tree.tags[c] in ("NN", "NNS") and token < c < above and c not in self.spans
            for c in tree.children[above]
        )

    def _is_kind_of(self, token: int) -> bool:
        """Whether a noun without a name in front of a post may say of what kind it is ("a fund manager", no coach)."""
        cluster = self.bench.arguments.cluster(token)
        is_in_front = self.bench.tree.deps[token] == "compound"
        return is_in_front and cluster is not None and not self.bench.arguments.is_named(cluster)

    def _tells_employer(self, holder: int, token: int) -> bool:
        """Whether one of the two has a name ("a hospital doctor" tells of no one); a nation employs officials.

        Whose doctor, coach or partner somebody is tells of no employer.
        """
        arguments = self.bench.arguments
        if arguments.is_nationality(token):
            return self._serves()
        employer = arguments.cluster(token)
        if self.bench.tree.deps[token] == "poss" and any(self.bench.tree.lemmas[t] == "partner" for t in self.spans):
            return False
        if employer is not None and "kgo:Person" in arguments.types(employer):
            return False
        return arguments.is_named(holder) or (employer is not None and arguments.is_named(employer))

    def _position(
        self, holding: Holding, head: int, certainty: tuple[Polarity, Modality], told: Collection[int]
    ) -> Iterator[Draft]:
        """The post itself, for people who are named: "X, director of special projects for Y" holds that position.

        A nationality belongs to it where it is `told` whose post it is: "French minister", not "French striker".
        """
        relation = self.bench.ontology.relations.get(POSITION)
        titles = [w for w in holding.role.wordings if "kgo:Person" in self.bench.ontology.relations[w.relation].domain]
        if (
            relation is None
            or not titles
            or any(w.kind == "kinship" or w.relation == CANDIDATE for w in holding.role.wordings)
            or not self.bench.arguments.is_named(holding.holder)
            or self._is_plain(holding)
            or (self.bench.tree.tags[holding.role.head] == "NNS" and holding.turn[1] == 1)  # "one of its best envoys"
        ):
            return
        if not self.bench.arguments.fit(holding.holder, relation.domain) >= 1:
            return
        first, last = span(self.bench.tree, self.bench.arguments, holding.role)
        while first < holding.role.first and self._is_apart(first, told):
            first += 1
        position = (
            self.bench.arguments.make(holding.role.head, "kgo:Position", first, last)
            if self.bench.arguments.cluster(holding.role.head) is None
            else None
        )
        if position is None:
            position = self._position_beside(holding.role.head, first, last)
        yield self.bench.draft(
            relation,
            (holding.holder, position),
            None,
            head,
            self.bench.tree.slice(first, last),
            *certainty,
            ROLE,
        )

    def _is_apart(self, token: int, told: Collection[int]) -> bool:
        """Whether a token is a nationality word, and none whose post is told, or describes the holder ("old")."""
        tree = self.bench.tree
        is_another = tree.lowers[token] in ORDINALS and tree.lowers[token - 1] in ("a", "an")  # "a second captain"
        if tree.words[token] in DESCRIBING or is_another:
            return True
        number = self.bench.arguments.inside.get(token)
        if number is None or not self.bench.arguments.is_nationality(token):
            return False
        mention = self.bench.reading.mentions[number]
        return not any(mention.first <= t <= mention.last for t in told)

    def _is_plain(self, holding: Holding) -> bool:
        """Whether the role noun merely takes up its holder again ("The President …")."""
        dep = self.bench.tree.deps[holding.role.head]
        return (
            holding.frame is None
            and dep not in ("compound", "nmod", "amod", "appos", "conj")
            and self.bench.tree.child(holding.role.head, "appos") is None
        )

    def _position_beside(self, token: int, first: int, last: int) -> int:
        """A position node for a noun that already describes its holder."""
        owner = self.bench.arguments.inside.get(token)
        position = self.bench.arguments.make(token, "kgo:Position", first, last)
        if owner is not None:
            self.bench.arguments.inside[token] = self.bench.reading.by_token[token] = owner
        return position
