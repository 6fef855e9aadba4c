"""Salience: how likely a mention is what a pronoun stands for, by recency, syntax, and what the text is about.

Lappin and Leass 1994 weigh recency, subjects, parallel roles and how often something is told of; that the subject
of the pronoun's own clause or of the one above comes first is Hobbs 1978.
"""

from __future__ import annotations

import itertools

from kg.language.binding import BIDDING, CLAUSAL, Binding
from kg.language.kinds import kind_of
from kg.language.mentions import Mention
from kg.language.quotes import reporting
from kg.language.reading import Cluster
from kg.language.sieve import SUBJECT, Sieve
from kg.language.tree import MODIFIERS
from kg.language.wordlists import inverse_kin, judging, words
from kg.model import Form

RECENCY, STEP, ABOVE = 1.1, 0.04, 0.2
TOLD, TOLD_THING, MOST = 0.12, 0.05, 8
IN_SUBJECT, IN_OBJECT, PARALLEL, NAMED, MAIN, LOCAL = 0.8, 0.2, 0.3, 0.3, 0.2, 0.5
SAME_GENDER, LIKELY = 0.5, {"m": 0.2, "f": -0.7}
LEANING = {("m", True): 0.3, ("f", True): 0.3, ("m", False): -0.4, ("f", False): -1.0}
TOPIC = 0.5
# A new paragraph goes on about whom the text is about, rather than about whom the last one told of.
BREAK = 0.5
PRESENTED = 0.6  # "The favourite is X. He …"
# "His father, Tom, sang. He …": the text goes on about whose father it is.
RELATIVE = 1.0
MANY, ALONE_AMONG, ACROSS, JOINED = 0.6, 1.0, 0.4, 0.4
RIVAL = {"s": 0.3, "p": 0.0}
# "The judge ordered that he stay", "ordered his release": not the judge.
BIDDEN = -0.8
# So with "told him that he might regret it".
ADVISING = frozenset({"tell", "warn", "advise", "remind", "inform"})
MAY = frozenset({"may", "might", "must", "should", "can", "could", "ought"})
REASONS, JUDGED = frozenset({"for", "of", "over", "with"}), 0.8
# A pronoun hardly reaches into a compound ("the Obama visit … he"): Postal's anaphoric islands.
ISLAND = 1.0
INSIDE, NESTED = 0.6, 0.6
WHERE = frozenset({"in", "at", "near", "on", "over", "outside"})
VOICES = words("spokesman")
# "Staffan Lindh and his wife".
BESIDE, WED = 1.6, 2.4
SOURCE = 0.6
# "X said … That, he added, …": who spoke goes on speaking.
SPOKE = 0.8
SUBORDINATE, ASIDE = frozenset({"relcl", "acl", "advcl"}), 0.4
# Who was "he" in the sentence before goes on being spoken of (Grosz et al. 1995).
CONTINUED, AGAIN = 0.3, 0.3
# Who acts in the sentence is hardly the one whose death it speaks of ("replaced him after his death", "When her mother
# died, she left").
DYING = frozenset({"death", "funeral", "burial", "assassination", "murder", "execution"})
DEAD = frozenset({"die", "perish"})
DEATH = 1.5
# A relative bears the surname of whom "his" means ("his son, Carl Hill").
SURNAME = 1.5
ARGUMENT = SUBJECT | {"dobj", "pobj", "attr", "conj"}
# Of some of these there are many ("some of them").
PARTS = frozenset({"of", "among"})


class Salience:
    """Weighs the mentions of one text."""

    def __init__(self, state: Sieve, binding: Binding) -> None:
        self.state, self.binding = state, binding
        self.kin = state.ontology.wordings("kinship").keys() | inverse_kin().keys()
        self.speakers = frozenset(state.speaker_of.values())

    def local(self, m: Mention) -> tuple[int, ...]:
        """The subjects of the clauses that a pronoun lies in, the nearest first; of an object not of its own verb."""
        return tuple(itertools.islice(self.binding.subjects_above(m.head), int(self.binding.is_object(m)), None))

    def surname(self, m: Mention) -> str:
        """The surname of the relative that a possessive owns ("his son, Carl Hill"), else ""."""
        tree, noun = self.state.tree, self.state.tree.heads[m.head]
        if tree.deps[m.head] != "poss" or tree.lemmas[noun].lower() not in self.kin:
            return ""
        for beside in tree.children[noun]:
            number = self.state.inside.get(beside) if tree.deps[beside] in ("appos", "compound") else None
            name = None if number is None else self.state.mentions[number]
            if name is not None and name.form is Form.NAME and name.first < name.last:
                return tree.words[name.last]
        return ""

    def is_among(self, m: Mention) -> bool:
        """Whether a pronoun names many of whom some are told of ("some of them", "among them")."""
        tree, above = self.state.tree, self.state.tree.heads[m.head]
        return m.number == "p" and tree.deps[m.head] == "pobj" and tree.lowers[above] in PARTS

    def of(self, m: Mention, other: Mention, distance: int, steps: int, local: tuple[int, ...]) -> float:
        """The weight of another mention, `distance` sentences and `steps` mentions before the pronoun."""
        tree = self.state.tree
        dep, cluster = tree.deps[self.state.place(other)], self.state.clusters[other.cluster]
        is_subject = dep == "ROOT" and other.form is Form.NAME  # "X, a lawyer who …, conceded"
        is_subject |= m.gender == other.gender == "n" and self.binding.is_reflexive(
            other
        )  # "A group calling itself X …"
        dep = "nsubj" if is_subject else dep
        types = self.state.ontology.types(cluster.kind)
        told = TOLD_THING if m.gender == "n" else TOLD
        score = -RECENCY * distance - STEP * steps + told * min(self._told(other.cluster), MOST)
        is_object = dep == "dobj" or (dep == "poss" and m.gender != "n")
        score += IN_SUBJECT if dep in SUBJECT else PRESENTED if dep == "attr" else IN_OBJECT if is_object else 0.0
        are_subjects = dep in SUBJECT and tree.deps[m.head] in SUBJECT
        score += PARALLEL if are_subjects or dep == tree.deps[m.head] != "poss" else 0.0
        is_of_name = (
            other.gender == "r" and m.gender in LIKELY and dep in SUBJECT and self.state.is_named(other)
        )  # "X, who was there"
        score += NAMED if other.form is Form.NAME or is_of_name else 0.0
        score += self._local(m, other, local)
        score -= ISLAND if dep in MODIFIERS else 0.0
        score -= INSIDE if distance == 0 and self._is_in_subject(m, other) else 0.0
        score -= NESTED if m.gender == "n" and self._is_where(other) else 0.0
        score -= JOINED if m.number == "s" and self.is_joined(other) else 0.0
        score -= SOURCE if dep in SUBJECT and self.is_some_source(m, other) else 0.0
        score += self._and_his(m, other)
        score -= ASIDE if not self.is_pronoun(other) and self.is_aside(m, other) else 0.0
        are_many = cluster.number == "p" or (other.form is Form.NAME and tree.tags[other.last] == "NNPS")
        if m.number == "p" and are_many and "kgo:Agent" in types:  # "the Democrats … their leader"
            score += MANY
        if cluster.number == "s" and self.is_among(m):
            score -= ALONE_AMONG
        if m.gender in LIKELY:
            goes_on = distance == 1 and self.is_pronoun(other)
            score += CONTINUED if goes_on else 0.0
            score += AGAIN if goes_on and not local and self._is_told_by_new(m, other) else 0.0
            is_main = distance and dep in SUBJECT and tree.deps[tree.heads[other.head]] == "ROOT"
            score += MAIN if is_main else 0.0
            score += self._by_gender(m, cluster)
        score -= RELATIVE if distance and self.is_relative(m, other) else 0.0
        if distance == 0 and dep in SUBJECT and self._is_of_the_dead(m, other):
            score -= DEATH
        if (m.head in self.state.speaker_of) != (other.head in self.state.speaker_of):
            score -= ACROSS if other.gender != "1" else 2 * ACROSS
        return score

    def is_relative(self, m: Mention, other: Mention) -> bool:
        """Whether a subject is told of as the relative of whom "he" or "she" may go on about ("His father sang")."""
        if m.gender not in LIKELY:
            return False
        tree = self.state.tree
        noun = tree.heads[other.head] if tree.deps[other.head] == "appos" else other.head
        noun = tree.child(tree.heads[noun], "nsubj") or noun if tree.deps[noun] == "attr" else noun
        owner = tree.child(noun, "poss")
        number = None if owner is None else self.state.by_token.get(owner)
        if number is None or tree.deps[noun] not in SUBJECT or tree.lemmas[noun].lower() not in self.kin:
            return False
        whose = self.state.mentions[number]
        cluster = self.state.clusters[whose.cluster]
        return whose.form is Form.PRONOUN and whose.cluster >= 0 and cluster.gender in ("", m.gender)

    def _is_of_the_dead(self, m: Mention, other: Mention) -> bool:
        """Whether a sentence speaks of a death that is hardly its subject's, or that a subject acts after."""
        tree, verb = self.state.tree, self.state.tree.heads[other.head]
        is_after = tree.lemmas[verb] in DEAD and tree.deps[verb] == "advcl" and tree.heads[verb] == tree.heads[m.head]
        return other.head < m.head and (tree.lemmas[tree.heads[m.head]] in DYING or is_after)

    def is_pronoun(self, other: Mention) -> bool:
        """Whether it is "he", "she" or another such, and no relative pronoun."""
        return other.form is Form.PRONOUN and other.gender not in ("r", "1", "2")

    def _is_told_by_new(self, m: Mention, other: Mention) -> bool:
        """Whether somebody new acts on a pronoun ("Tom Foster, who met him, praised him. He …"), no "he said"."""
        tree, state = self.state.tree, self.state
        subject = next(self.binding.subjects_above(other.head), None)
        number = None if subject is None else state.by_token.get(subject)
        if number is None or m.head in self.speakers:
            return False
        cluster = state.mentions[number].cluster
        first = state.mentions[state.clusters[cluster].members[0]] if cluster >= 0 else other
        return first is not other and tree.sentence[first.head] == tree.sentence[other.head]

    def is_some_source(self, m: Mention, other: Mention) -> bool:
        """Whether somebody unnamed says what is done to the pronoun ("A spokesman said that X had praised him")."""
        tree = self.state.tree
        is_some = other.form is Form.NOUN and tree.lowers[other.first] in ("a", "an")
        return is_some and self.binding.is_object(m) and tree.lemmas[tree.heads[other.head]] in ("say", "tell", "add")

    def is_some_voice(self, m: Mention, other: Mention) -> bool:
        """Whether somebody unnamed spoke for another, of whom a text tells nothing more ("A spokeswoman declined")."""
        tree = self.state.tree
        is_speaking = tree.deps[m.head] in SUBJECT and tree.lemmas[tree.heads[m.head]] in reporting()
        is_some = other.form is Form.NOUN and tree.lowers[other.first] in ("a", "an")
        return is_some and tree.lemmas[other.head] in VOICES and not is_speaking

    def _is_where(self, other: Mention) -> bool:
        """Whether a place only tells where something is that the text tells of ("At a school in Lima, its head …")."""
        tree, preposition = self.state.tree, self.state.tree.heads[other.head]
        number = self.state.by_token.get(tree.heads[preposition])
        if number is None or tree.deps[other.head] != "pobj" or tree.lowers[preposition] not in WHERE:
            return False
        thing, types = self.state.mentions[number], self.state.ontology.types(self.state.clusters[other.cluster].kind)
        is_thing = (
            thing.form is Form.NOUN and thing.number == "s" and thing.kind not in ("", "kgo:Person", "kgo:Leader")
        )
        return is_thing and "kgo:Place" in types

    def _is_in_subject(self, m: Mention, other: Mention) -> bool:
        """Whether it only describes what acts on the pronoun ("a scandal around his deputy brought him down")."""
        tree, verb = self.state.tree, self.state.tree.heads[m.head]
        subject = tree.child(verb, *SUBJECT) if tree.deps[m.head] in ("dobj", "dative") else None
        inside = subject is not None and tree.left[subject] <= other.head <= tree.right[subject]
        return inside and other.head != subject and tree.deps[other.head] != "poss"

    def _and_his(self, m: Mention, other: Mention) -> float:
        """What it speaks for that "and" joins to the other what is the pronoun's ("Staffan Lindh and his wife")."""
        tree = self.state.tree
        noun = tree.heads[m.head]
        noun = tree.heads[noun] if tree.deps[noun] == "compound" else noun
        is_joined = tree.deps[m.head] == "poss" and tree.deps[noun] == "conj"
        is_wed = tree.lowers[noun] in ("wife", "husband")
        if is_joined and is_wed and self._is_parent(other):
            return WED
        is_joined = is_joined and (tree.heads[noun] == other.head or self._is_aged_before(m, other))
        is_joined = is_joined and tree.child(other.head, "poss") is None  # "their son Tom and his daughters"
        return (WED if is_wed else BESIDE) if is_joined else 0.0

    def _is_aged_before(self, m: Mention, other: Mention) -> bool:
        """Whether a name and an age stand right in front ("with Tom, 19, and his sisters")."""
        tree, behind = self.state.tree, other.last + 1
        is_near = m.head == behind + 4 and tree.tags[behind : m.head] == [",", "CD", ",", "CC"]
        return is_near and other.form is Form.NAME

    def _is_parent(self, other: Mention) -> bool:
        """Whether it is told whose child somebody is ("one of six children of X, a catechist, and his wife")."""
        tree, of = self.state.tree, self.state.tree.heads[other.head]
        is_of = tree.deps[other.head] == "pobj" and tree.lowers[of] == "of"
        return (
            is_of and "kgo:Person" in self.state.ontology.types(other.kind) and _is_child(tree.lemmas[tree.heads[of]])
        )

    def is_aside(self, m: Mention, other: Mention) -> bool:
        """Whether a subject acts in a clause aside, as in a relative one, that the pronoun is not in."""
        tree = self.state.tree
        clause = next((v for v in tree.ancestors(other.head) if tree.deps[v] in CLAUSAL), other.head)
        return tree.deps[clause] in SUBORDINATE and not tree.left[clause] <= m.head <= tree.right[clause]

    def _told(self, cluster: int) -> int:
        """How often something is told of; a relative pronoun adds nothing to the noun before it."""
        return sum(self.state.mentions[k].gender != "r" for k in self.state.clusters[cluster].members)

    def _local(self, m: Mention, other: Mention, local: tuple[int, ...]) -> float:
        """What being a subject above speaks for, the next one most; who bids somebody do something will not do it.

        Of whom one is accused or convicted, the object did it ("jailed X for the murder of his wife").
        """
        tree = self.state.tree
        judged = self._judged(m)
        if other.head == judged:
            return LOCAL + JUDGED
        place = self.state.place(other)
        if place not in local or judged is not None or (m.number == "s" and self.is_joined(other)):
            return 0.0
        if place != local[0]:
            return ABOVE
        noun = tree.heads[m.head]
        is_bidden = tree.deps[m.head] in SUBJECT and tree.deps[noun] == "ccomp"
        is_bidden |= tree.deps[m.head] == "poss" and tree.deps[noun] == "dobj" and tree.heads[noun] == tree.heads[place]
        is_bidden |= tree.deps[m.head] in SUBJECT and self._is_subjunctive(noun)
        verb = tree.lemmas[tree.heads[other.head]]
        if is_bidden and verb in ADVISING and self._is_advice(noun):
            return BIDDEN
        is_judged = tree.deps[m.head] == "poss" and is_bidden and verb in judging()
        return BIDDEN if is_judged or (is_bidden and verb in BIDDING) else LOCAL

    def _is_subjunctive(self, verb: int) -> bool:
        """Whether a clause says what one is to do ("on condition that he report to the police")."""
        tree = self.state.tree
        is_that = tree.deps[verb] in ("acl", "ccomp") and any(tree.lowers[c] == "that" for c in tree.children[verb])
        is_bare = tree.lowers[verb] == tree.lemmas[verb] and not any(tree.deps[c] == "aux" for c in tree.children[verb])
        return is_that and is_bare and tree.tags[verb] in ("VB", "VBP")

    def _is_advice(self, verb: int) -> bool:
        """Whether a clause says what one may or should do ("told him that he might regret it")."""
        tree = self.state.tree
        return any(tree.tags[c] == "MD" and tree.lowers[c] in MAY for c in tree.children[verb])

    def _judged(self, m: Mention) -> int | None:
        """The object of a verb of judging in whose reasons a pronoun lies."""
        tree = self.state.tree
        below = m.head
        for verb in tree.ancestors(m.head):
            if tree.lemmas[verb] in judging() and tree.lowers[below] in REASONS:
                judged = tree.child(verb, "dobj")
                return judged if judged is not None and judged < m.head else None
            below = verb
        return None

    def _by_gender(self, m: Mention, cluster: Cluster) -> float:
        """What the gender of a person speaks for: known, made likely by a rare name, or open, then rather a man's."""
        if m.gender == cluster.gender:
            return SAME_GENDER
        return LEANING[m.gender, m.gender == cluster.leaning] if cluster.leaning else LIKELY[m.gender]

    def is_joined(self, other: Mention) -> bool:
        """Whether a mention is one of several that "and" joins."""
        tree = self.state.tree
        is_last = tree.deps[other.head] == "conj" and tree.pos[tree.heads[other.head]] in ("NOUN", "PROPN")
        return is_last or tree.child(other.head, "conj") is not None

    def _is_person(self, noun: int) -> bool:
        """Whether a noun tells what somebody is ("a professor")."""
        kind = kind_of(self.state.tree, noun, self.state.ontology.headwords) or ""
        return "kgo:Person" in self.state.ontology.types(kind)

    def rival(self, m: Mention) -> float:
        """How salient the things are that are no mentions, of which "it" and "they" may speak as well ("the robot")."""
        tree, best = self.state.tree, -9.0
        here = tree.sentence[m.head]
        tags = ("NNS", "NNPS") if m.number == "p" else ("NN", "NNP")
        for i in range(tree.sentences[max(0, here - 1)][0], m.head):
            is_said = i in self.state.speaker_of and m.head not in self.state.speaker_of
            if tree.tags[i] in tags and tree.deps[i] in ARGUMENT and i not in self.state.inside and not is_said:
                distance = here - tree.sentence[i]
                is_around = tree.left[i] <= m.head <= tree.right[i] and distance == 0
                if is_around or (m.number == "s" and self._is_person(i)):
                    continue
                score = RIVAL[m.number] - RECENCY * distance - 0.02 * (m.head - i) / 4
                score += IN_SUBJECT if tree.deps[i] in SUBJECT else IN_OBJECT if tree.deps[i] == "dobj" else 0.0
                score += PARALLEL if tree.deps[i] == tree.deps[m.head] else 0.0
                best = max(best, score)
        return best


def _is_child(noun: str) -> bool:
    """Whether a word says whose child somebody is ("daughter")."""
    return "father" in inverse_kin().get(noun, ())
