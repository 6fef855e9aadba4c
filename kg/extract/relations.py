"""From frames to relations: which wordings of the ontology a clause matches, and which fits its arguments best."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.frame import Frame, Prepositional
from kg.extract.frames import is_aside, is_heading, prepositional
from kg.extract.reciprocals import may_be_mutual
from kg.extract.senses import IsOf, Senses, is_naming, measured
from kg.extract.undergoers import by_verb, companions, content_subjects, giving, is_direct, rivals
from kg.extract.verb_forms import is_benefit, is_finite, is_idle, is_infinitive, is_suffering, is_to_undergo, is_wish
from kg.language.tree import Tree
from kg.ontology import ADPOSITIONS, Ontology, Wording

INWARD = frozenset({"of", "to", "with", "for", "on", "against", "from"})
PARTICIPIAL = frozenset({"acl", "amod", "advcl", "prep"})
OBLIGED = frozenset({"must", "should", "ought"})
WHERE = frozenset({"in", "at"})
BESIDE = frozenset({"in", "at", "near", "outside", "until", "before", "after", "during", "since"})  # where or when
CONTENT = frozenset({"AGREE", "REJECT"})  # who is spoken of in what is promised is not whom it is promised to
TOLD = CONTENT | {"THREATEN"}
MUTUAL = 6
PARTICLES = frozenset({"out", "up", "down", "off", "away", "over", "back"})
FINING = frozenset({"fine", "dock"})  # "fined her $500"
COMPLETING = frozenset({"up", "along", "together"})  # "bought up", "met up", "killed along with"
UPENDED = frozenset({"hold", "give", "take", "break", "put", "set", "make"})  # "held up the talks" held none


@dataclass(frozen=True, slots=True)
class Match:
    """A wording found in a clause: head tokens of subject and object, and how much of the clause it explains.

    The subject is None where a passive clause does not say who did it.
    """

    wording: Wording
    subject: int | None
    object: int | None
    weight: int
    reciprocal: bool = False


class VerbMatcher:
    """Finds the ontology's verb wordings in frames."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        every, self.senses = ontology.wordings("verb"), Senses(ontology)
        self.active = {h: [w for w in ws if not w.passive] for h, ws in every.items()}
        self.stative = {h: [w for w in ws if w.passive] for h, ws in every.items()}
        self.undergone = by_verb(self.stative)
        self.given = giving(self.stative)

    def matches(self, tree: Tree, frame: Frame, is_of: IsOf) -> list[Match]:
        """Each wording that the frame matches, with each pair of arguments."""
        if is_naming(tree, frame):
            return []
        found = [m for word in self._states(tree, frame) for m in self._stative(tree, frame, word, frame.grammatical)]
        found.extend(self._placed(tree, frame))
        found.extend(self._bestowed(frame))
        if frame.objects and not frame.is_passive:
            for wording in self.undergone.get(frame.lemma, ()):
                if self.ontology.relations[wording.relation].event is None:
                    found.extend(self._match(tree, frame, wording, frame.objects))
        undergone = {m.wording.relation for m in found if not m.wording.inverse}
        for wording in self.active.get(frame.lemma, ()):
            if wording.relation not in undergone and self._is_same_verb(tree, frame, wording):
                joined = companions(frame) if self.ontology.relations[wording.relation].jointly else ()
                found.extend(self._match(tree, frame, wording, (*frame.subjects, *joined)))
        if frame.is_passive and not frame.subjects and not frame.indirect:
            found.extend(self._agentless(tree, frame))
        elif not found and not frame.objects and frame.clause is None and self._is_short(tree, frame.head):
            found.extend(self._agentless(tree, replace(frame, objects=frame.grammatical)))
        meant = self.senses.otherwise(tree, frame, is_of) if found else set()
        return [m for m in found if m.wording.relation not in meant]

    def _is_same_verb(self, tree: Tree, frame: Frame, wording: Wording) -> bool:
        """Whether the clause has no particle that makes its verb another ("led away") and no object that moves."""
        particles = set(frame.particles) - (COMPLETING if frame.lemma not in UPENDED else set())
        if particles and not particles & {*wording.prepositions, *itertools.chain(*wording.phrase)}:
            return False
        is_moving = self.ontology.relations[wording.relation].intransitive and wording.prepositions
        moved = [o for o in frame.objects if tree.tags[o][:2] in ("NN", "PR", "CD")]
        if not is_moving or frame.is_passive or not moved or self.takes_noun(wording):
            return True
        return any(not (w.prepositions or w.phrase or w.clause) for w in self.active[frame.lemma])

    def _is_short(self, tree: Tree, verb: int) -> bool:
        """Whether a headline may leave out "was" ("Ex-minister jailed for fraud")."""
        is_bare = tree.tags[verb] == "VBD" and tree.child(verb, "aux", "auxpass") is None
        return is_bare and is_heading(tree, verb)

    def _agentless(self, tree: Tree, frame: Frame) -> Iterator[Match]:
        """What was done to the objects of a passive clause that does not say by whom."""
        for wording in self.active.get(frame.lemma, ()):
            is_told = self.ontology.relations[wording.relation].undergone and not wording.inverse
            is_open = bool(wording.prepositions) and not set(wording.prepositions) <= set(frame.particles)
            if is_open or wording.clause or not is_told:
                continue
            if self._is_same_verb(tree, frame, wording) and self._phrase_fits(tree, frame, wording):
                for obj in frame.objects:
                    yield Match(wording, None, obj, 2 * len(wording.phrase) + 1)

    def rivals(self, frame: Frame, wording: Wording) -> Iterator[Wording]:
        """What else happens by the same verb alone, where the wording is no more than that verb ("was captured")."""
        return rivals(self.ontology, self.active.get(frame.lemma, ()), wording)

    def _stative(self, tree: Tree, frame: Frame, word: str, subjects: tuple[int, ...]) -> Iterator[Match]:
        for wording in self.stative.get(word, ()):
            yield from self._match(tree, frame, wording, subjects)

    def _bestowed(self, frame: Frame) -> Iterator[Match]:
        """What "be awarded X" says of the receiver in "awarded X to Y", "awarded Y X" and "X was awarded to Y"."""
        receivers = [
            o
            for p in frame.prepositions
            if p.word == "to" and p.head in (frame.head, *frame.objects)
            for o in p.objects
        ]
        if not frame.is_passive:
            receivers += frame.indirect
        things = [w for w in self.given.get(frame.lemma, ()) if not self.ontology.relations[w.relation].is_literal]
        for wording in things:
            for receiver, thing in itertools.product(receivers, frame.objects):
                yield Match(wording, receiver, thing, 3)

    def _placed(self, tree: Tree, frame: Frame) -> Iterator[Match]:
        """What "be" with a preposition and its noun says of the subject ("is on a visit to X", "is at war with X")."""
        for p in frame.prepositions if frame.lemma in ("be", "remain") and not frame.is_passive else ():
            for wording in self.stative.get(p.word, ()):
                is_told = self.ontology.relations[wording.relation].undergone and wording.inverse
                is_open = bool(wording.prepositions) or is_told
                for noun in p.objects if is_open and len(wording.phrase) == 1 else ():
                    if {tree.lemmas[noun].lower(), tree.lowers[noun]} & wording.phrase[0]:
                        if not wording.prepositions:  # "is among the dead"
                            yield from (Match(replace(wording, inverse=False), None, s, 4) for s in frame.grammatical)
                            continue
                        led = [
                            o for q in prepositional(tree, noun) if q.word in wording.prepositions for o in q.objects
                        ]
                        led += [o for q in frame.prepositions if q.word in wording.prepositions for o in q.objects]
                        for subject, obj in itertools.product(frame.grammatical, led):
                            yield Match(wording, subject, obj, 4)

    def _states(self, tree: Tree, frame: Frame) -> set[str]:
        """The participle or adjective that a clause predicates of its subject ("is based", "was born", "is loyal")."""
        if frame.is_passive or (
            tree.tags[frame.head] == "VBN" and tree.deps[frame.head] in ("acl", "amod", "advcl", "prep")
        ):
            return {tree.lowers[frame.head]}
        if frame.complement is not None and tree.pos[frame.complement] in ("ADJ", "VERB", "ADV"):
            return {tree.lowers[frame.complement]}
        beside = [p.token for p in frame.prepositions] + ([frame.head] if frame.lemma == "be" else [])
        return {tree.lowers[c] for t in beside for c in tree.children[t] if tree.deps[c] == "advmod"}

    def _match(self, tree: Tree, frame: Frame, wording: Wording, subjects: tuple[int, ...]) -> Iterator[Match]:
        weight = 2 * len(wording.phrase) + 1 + bool(wording.prepositions) + bool(wording.clause)
        if not self._phrase_fits(tree, frame, wording):
            return
        objects = list(self._objects(tree, frame, wording))
        for subject in subjects:
            for obj in objects:
                if obj != subject:
                    yield Match(wording, subject, obj, weight)
        relation = self.ontology.relations[wording.relation]
        if relation.undergone and wording.inverse and not (objects or wording.prepositions):
            for subject in subjects:  # "is serving a life sentence"
                yield Match(replace(wording, inverse=False), None, subject, weight)
        if relation.is_symmetric and len(subjects) > 1 and not objects and self._is_mutual(tree, frame, wording):
            single = [s for s in subjects if not any(tree.examples(s))]
            for first, second in itertools.combinations(single[:MUTUAL], 2):
                yield Match(wording, first, second, weight, reciprocal=True)
        elif relation.is_symmetric and len(subjects) == 1 and not objects and self._is_mutual(tree, frame, wording):
            yield Match(wording, subjects[0], None, weight, reciprocal=True)
        elif (
            relation.event and not relation.needs_object and not objects and self._is_intransitive(tree, frame, wording)
        ):
            for subject in subjects:
                yield Match(wording, subject, None, weight)

    def _is_intransitive(self, tree: Tree, frame: Frame, wording: Wording) -> bool:
        """Whether the clause is whole without an object ("the minister resigned", "they threatened to strike")."""
        is_particle = bool(wording.prepositions) and set(wording.prepositions) <= set(frame.particles)
        is_open = bool(wording.prepositions) and not is_particle
        if is_open or wording.passive or frame.is_passive or is_to_undergo(tree, frame.head):
            return False
        if wording.clause and frame.clause is not None:
            is_content = self.ontology.relations[wording.relation].event in TOLD
            return is_infinitive(tree, frame.clause) if wording.clause == "do" else is_content
        if wording.clause:
            return False
        return bool(wording.phrase) or (not frame.objects and frame.clause is None)

    def _is_mutual(self, tree: Tree, frame: Frame, wording: Wording) -> bool:
        is_open = bool(frame.objects) and not frame.is_passive and not self.takes_noun(wording)
        return not is_open and may_be_mutual(tree, frame, wording)

    def _phrase_fits(self, tree: Tree, frame: Frame, wording: Wording) -> bool:
        """Whether particles and nouns of the wording are there ("step down", "hold talks", "put forces on alert")."""
        nouns: list[frozenset[str]] = []
        waiting: frozenset[str] | None = None
        for alternatives in wording.phrase:
            if alternatives <= ADPOSITIONS:
                waiting = alternatives
            elif waiting is not None:
                if waiting & set(frame.particles):  # "carried out attacks", whose noun is the verb's object
                    nouns.append(alternatives)
                elif not self._prepositional_noun(tree, frame, waiting, alternatives):
                    return False
                waiting = None
            else:
                nouns.append(alternatives)
        if waiting is not None and not self._particle(tree, frame, wording, waiting):
            return False
        return not nouns or self._light_object(tree, frame, wording, nouns)

    def _light_object(self, tree: Tree, frame: Frame, wording: Wording, nouns: list[frozenset[str]]) -> bool:
        candidates = [*(() if wording.passive else frame.objects)]
        candidates += frame.indirect if frame.is_passive else ()  # "was granted asylum"
        if frame.complement is not None:
            candidates.append(frame.complement)
        for head in candidates:
            inside = {w for t in tree.subtree(head) for w in (tree.lemmas[t].lower(), tree.lowers[t])}
            at_head = {w for t in (head, *measured(tree, head)) for w in (tree.lemmas[t].lower(), tree.lowers[t])}
            if all(n & inside for n in nouns) and (nouns[-1] | nouns[0]) & at_head:
                return True
        return False

    def _prepositional_noun(
        self, tree: Tree, frame: Frame, prepositions: frozenset[str], nouns: frozenset[str]
    ) -> bool:
        return any(
            p.word in prepositions and nouns & {tree.lemmas[o].lower(), tree.lowers[o]}
            for p in frame.prepositions
            for o in p.objects
        )

    def _particle(self, tree: Tree, frame: Frame, wording: Wording, alternatives: frozenset[str]) -> bool:
        """Whether the wording's particle is there, in front of its preposition ("gave in to", not "gave X to Y in")."""
        if alternatives & set(frame.particles):
            return True
        found = [p.token for p in frame.prepositions if p.word in alternatives and not (p.is_where or p.objects)]
        beside = [c for c in tree.children[frame.head] if tree.lowers[c] in alternatives]
        found += [c for c in beside if tree.child(c, "pobj") is None]  # not "gave X to Y in May"
        led = [p.token for p in frame.prepositions if p.word in wording.prepositions]
        return bool(found) and (not led or min(found) <= max(led))

    def _objects(self, tree: Tree, frame: Frame, wording: Wording) -> Iterator[int]:
        if wording.clause == "that" and self.ontology.relations[wording.relation].is_literal:
            yield from (c for c in [frame.clause] if c is not None and tree.deps[c] == "ccomp")
        elif wording.clause:
            yield from self._inside_clause(tree, frame, wording)
        elif set(wording.prepositions) & set(frame.particles):
            yield from frame.objects
        elif wording.prepositions:
            noun = frame.objects[0] if wording.phrase and frame.objects and not wording.passive else -1
            found = [o for p in self._fitting(tree, frame, wording) if p.token > noun for o in p.objects]
            found = found or list(self._behind_noun(tree, frame, wording))
            if noun >= 0 and not found and "of" in wording.prepositions:  # "froze Popov's assets"
                owners = (c for c in tree.children[noun] if tree.deps[c] == "poss" and tree.tags[c][:2] == "NN")
                found = [token for owner in owners for token in tree.conjuncts(owner)]
            yield from found
            if noun >= 0 and not found:
                is_content = self.ontology.relations[wording.relation].event in CONTENT
                addressed = [] if is_content else content_subjects(tree, noun)
                yield from addressed or self._deeper(tree, noun, wording)
            if "to" in wording.prepositions:
                is_given = (
                    frame.is_passive
                    and wording.phrase
                    and not set(wording.prepositions) & {p.word for p in frame.prepositions}
                )
                yield from frame.objects if is_given else () if frame.is_passive else frame.indirect
            is_dated = "on" in wording.prepositions and self.ontology.relations[wording.relation].is_literal
            if is_dated and tree.deps[frame.head] != "acl":
                yield from (c for c in tree.children[frame.head] if tree.deps[c] == "npadvmod")
        elif wording.passive and frame.is_passive:
            yield from frame.indirect
        elif not self.takes_noun(wording) or self._is_predicated(tree, frame, wording):
            fined = frame.indirect if frame.lemma in FINING and not frame.is_passive else ()
            yield from fined or frame.objects

    def _behind_noun(self, tree: Tree, frame: Frame, wording: Wording) -> Iterator[int]:
        """The object behind the noun of a phrase in the wording ("went on strike against X")."""
        for place, following in itertools.pairwise(wording.phrase):
            if place <= ADPOSITIONS:
                for noun in (o for p in frame.prepositions if p.word in place for o in p.objects):
                    if following & {tree.lemmas[noun].lower(), tree.lowers[noun]}:
                        led = (q for q in prepositional(tree, noun) if q.word in wording.prepositions)
                        yield from (o for q in led for o in q.objects)

    def _fitting(self, tree: Tree, frame: Frame, wording: Wording) -> Iterator[Prepositional]:
        """The phrases with the wording's prepositions; "where" is one for what lasts and for places only.

        What happens does so at the first place told: "in Cizre in southeastern Turkey" is one.
        """
        relation = self.ontology.relations[wording.relation]
        takes_where = relation.event is None or relation.range == {"kgo:Place"}
        where: int | None = None
        for p in frame.prepositions:
            if p.word not in wording.prepositions or (p.is_where and not takes_where):
                continue
            is_of_object = p.word == "of" and p.head in frame.objects  # "approved the sale of X"
            if is_aside(tree, p) or (is_of_object and is_direct(self.active.get(frame.lemma, ()), wording)):
                continue
            is_place = p.word in WHERE and not p.is_where and all(tree.tags[o][:2] == "NN" for o in p.objects)
            if relation.event is None or not is_place or where in (None, p.token):
                where = p.token if is_place else where
                yield p

    def _deeper(self, tree: Tree, noun: int, wording: Wording) -> Iterator[int]:
        """The object of a preposition further inside the noun phrase ("has a doctorate in physics from X")."""
        for token in range(noun + 1, tree.right[noun] + 1):
            if tree.deps[token] == "prep" and tree.lowers[token] in wording.prepositions:
                for child in tree.children[token]:
                    if tree.deps[child] == "pobj":
                        yield from tree.conjuncts(child)

    def takes_noun(self, wording: Wording) -> bool:
        """Whether the wording holds the verb's object ("hold talks"), not a phrase beside it ("bring to justice")."""
        before = [frozenset[str](), *wording.phrase]
        return any(
            not a <= ADPOSITIONS and (not b or b <= PARTICLES or not b <= ADPOSITIONS)
            for b, a in zip(before, wording.phrase, strict=False)
        )

    def _is_predicated(self, tree: Tree, frame: Frame, wording: Wording) -> bool:
        """Whether the wording holds what the verb makes of its object ("shoot dead", "take hostage")."""
        made = frame.complement
        return made is not None and any(
            {tree.lowers[made], tree.lemmas[made].lower()} & words for words in wording.phrase
        )

    def _inside_clause(self, tree: Tree, frame: Frame, wording: Wording) -> Iterator[int]:
        """Arguments of the infinitive or content clause, or of a "to" phrase beside it, nearest first."""
        clause = frame.clause
        if wording.clause == "do" and (clause is None or tree.child(clause, "auxpass") is not None):
            return  # "ordered the files to be burned" tells them nothing
        if wording.clause == "do" and clause is not None and (is_finite(tree, clause) or is_wish(tree, clause)):
            return  # "told reporters that talks had failed"
        if wording.clause == "must":
            helpers = {tree.lowers[c] for c in tree.children[clause or 0] if tree.deps[c] == "aux"}
            is_deed = clause is not None and tree.lemmas[clause] != "be" and tree.child(clause, "auxpass") is None
            if clause is not None and is_deed and helpers & OBLIGED and "have" not in helpers:
                subject = tree.child(clause, "nsubj", "nsubjpass")
                yield from tree.conjuncts(subject) if subject is not None else ()
            return
        yield from frame.indirect
        if wording.clause == "do":
            yield from frame.objects
        event = self.ontology.relations[wording.relation].event
        is_told = wording.clause == "do" and event == "REQUEST" and bool(frame.objects)  # "ordered a trial to punish X"
        if clause is None or is_told or (wording.clause == "that" and event in CONTENT):
            return
        if wording.clause == "do":
            if not is_infinitive(tree, clause):
                return
            own = tree.child(clause, "nsubj", "nsubjpass")
            if own is not None:
                yield from tree.conjuncts(own)
                return
        relation = self.ontology.relations[wording.relation]
        is_charge = relation.event == "ACCUSE"  # who suffers is not whom it blames
        stack = [clause]
        while stack:
            token = stack.pop(0)
            for child in tree.children[token]:
                dep = tree.deps[child]
                is_swapped = (
                    dep == "dobj" and relation.is_symmetric
                )  # who agree to free prisoners do not agree with them
                is_private = dep == "dobj" and self._is_private(tree, token)
                is_private |= dep == "nsubj" and event == "THREATEN" and not is_suffering(tree, clause)
                if is_swapped or is_private or (dep == "nsubjpass" and is_charge):
                    continue
                if (
                    dep in ("dobj", "dative")
                    or (dep == "pobj" and (event in CONTENT or not is_idle(tree, child)))
                    or (dep in ("nsubj", "nsubjpass") and wording.clause == "that")
                ):
                    yield from tree.conjuncts(child)
                    yield from (c for c in tree.children[child] if tree.deps[c] in ("poss", "amod", "compound"))
                    stack.extend(
                        c
                        for c in tree.children[child]
                        if tree.deps[c] == "prep" and tree.lowers[c] in INWARD and dep == "dobj"
                    )
                elif dep == "prep" and self._is_private(tree, token) and is_benefit(tree, child):
                    continue  # "offered to buy the land for a school"
                elif dep in ("xcomp", "agent") or (dep == "prep" and tree.lowers[child] not in BESIDE):
                    stack.append(child)

    def _is_private(self, tree: Tree, verb: int) -> bool:
        """Whether what a verb does is no political act, so that nobody is promised it ("agreed to buy the firm")."""
        relations = {w.relation for w in self.active.get(tree.lemmas[verb], ()) if not (w.prepositions or w.phrase)}
        return bool(relations) and all(self.ontology.relations[r].event is None for r in relations)
