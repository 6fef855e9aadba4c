"""Third-person pronouns: agreement, binding, and salience by recency and syntax."""

from __future__ import annotations

from itertools import pairwise

from kg.language.mentions import Mention
from kg.language.sieve import SUBJECT, Sieve
from kg.language.tree import Tree
from kg.model import Form

CLAUSES = frozenset({"xcomp", "ccomp", "csubj", "advcl", "acl", "relcl"})
FARTHEST = 3
REFLEXIVE = ("self", "selves")
RIVAL = 0.0
# Who acts in the sentence is hardly the one whose death it speaks of ("replaced him after his death").
DYING = frozenset({"death", "funeral", "burial", "assassination", "murder", "execution"})
ANYBODY = frozenset("someone somebody anyone anybody everyone everybody nobody no-one whoever whomever".split())
NONE = frozenset({"no", "neither", "nobody"})
ANY = frozenset({"one", "any", "each", "every", "a", "an"})
MANY = 0.6
# A pronoun hardly reaches into a compound ("the Obama visit … he"): Postal's anaphoric islands.
MODIFIER = frozenset({"compound", "nmod", "amod"})
ISLAND = 1.0
TOPIC, OFTEN = 0.35, 3
ARGUMENT = SUBJECT | {"dobj", "pobj", "attr", "conj"}


# Of these a clause with "to" is the subject ("it is hard to say"); of other adjectives "it" is ("it is ready to talk").
JUDGING = frozenset(
    """easy easier hard harder difficult important necessary unnecessary possible impossible essential crucial vital
    critical fair unfair reasonable good better best bad worse wise unwise useful tempting dangerous safe cheaper common
    normal rare usual legal illegal time appropriate premature enough nice worth fun duty pleasure honour honor idea
    mistake illegal customary standard""".split()
)
# Here a clause with "that" tells what somebody feels, not what is so ("it is confident that").
FEELING = frozenset(
    """sure confident aware convinced worried concerned afraid hopeful glad happy pleased determined adamant proud
    satisfied disappointed sorry angry optimistic""".split()
)


def is_empty(tree: Tree, it: int) -> bool:
    """Whether "it" stands for nothing: "it is time to go", "it is likely that", "make it easier to", "it rained"."""
    head, dep = tree.heads[it], tree.deps[it]
    if dep == "dobj" and tree.lemmas[head] == "do":
        return True
    if dep == "dobj" or (dep == "nsubj" and tree.pos[head] == "ADJ"):
        judged = head if tree.pos[head] == "ADJ" else tree.child(head, "oprd", "acomp", "ccomp")
        return judged is not None and tree.lowers[judged] in JUDGING and "to" in _marks(tree, judged)
    if dep == "nsubjpass":
        return "that" in _marks(tree, head)
    if dep != "nsubj":
        return False
    if tree.lemmas[head] not in ("be", "become", "remain"):
        return tree.lemmas[head] in ("seem", "appear", "rain", "snow", "happen") and "to" not in _marks(tree, head)
    said = tree.child(head, "attr", "acomp")
    marks = set() if said is None else _marks(tree, said) | _marks(tree, head)
    word = "" if said is None else tree.lowers[said]
    return (word in JUDGING and bool(marks)) or (word not in FEELING and "that" in marks)


def _marks(tree: Tree, word: int) -> set[str]:
    """The words that open the clauses behind a word: "to", "that", "for"."""
    clauses = [c for c in tree.children[word] if c > word and tree.deps[c] in CLAUSES]
    return {tree.lowers[g] for c in clauses for g in tree.children[c]} & {"to", "that", "for"}


class Pronouns:
    """Finds what a pronoun stands for among the mentions before it."""

    def __init__(self, state: Sieve) -> None:
        self.state = state

    def antecedent(self, i: int, m: Mention) -> int | None:
        """The cluster that the pronoun, mention `i`, belongs to."""
        best: tuple[float, int] | None = None
        tree, here = self.state.tree, self.state.tree.sentence[m.head]
        if (m.gender == "n" and is_empty(tree, m.head)) or self._is_anybody(m):
            return None
        bound, said, is_near = self._named_behind(i, m), self._said_of(m), False
        for k in range(i - 1, -1, -1):
            other = self.state.mentions[k]
            distance = here - tree.sentence[other.head]
            if distance > FARTHEST:
                break
            if other.cluster < 0 or not self.agrees(m, other):
                continue
            if self._is_fellow_argument(m, other):
                bound.add(other.cluster)
            if other.cluster in bound or self.is_bound(m, other) or tree.lowers[other.first] in NONE:
                continue
            if said is not None and not (said and self.state.related(said, self.state.clusters[other.cluster].kind)):
                continue
            is_near |= distance == 0 and tree.deps[other.head] in SUBJECT
            score = self._salience(m, other, distance, i - k)
            score += TOPIC if not is_near and distance and self._is_topic(m, other.cluster) else 0.0
            if best is None or score > best[0]:
                best = (score, other.cluster)
        if best is None or (m.kind != "kgo:Person" and self._rival(m) > best[0]):
            return None
        return best[1]

    def _said_of(self, m: Mention) -> str | None:
        """The class of the noun that a clause says "it" is ("It was a long day"): "" where none has one."""
        tree, verb = self.state.tree, self.state.tree.heads[m.head]
        noun = tree.child(verb, "attr") if m.gender == "n" and tree.deps[m.head] == "nsubj" else None
        if noun is None or tree.lemmas[verb] != "be" or tree.tags[noun] not in ("NN", "NNS"):
            return None
        return self.state.ontology.headwords.get(tree.lemmas[noun].lower(), "")

    def _is_anybody(self, m: Mention) -> bool:
        """Whether "they" is whoever the sentence told of before ("if someone arrives, they must register")."""
        tree = self.state.tree
        before = tree.lowers[tree.sentences[tree.sentence[m.head]][0] : m.head]
        is_told = not ANYBODY.isdisjoint(before) or ("no", "one") in pairwise(before)
        return m.number == "p" and not m.gender and is_told

    def _named_behind(self, i: int, m: Mention) -> set[int]:
        """Whom a subject is not, as its own verb acts on them by name behind it ("He described Jones as …").

        Principle C of binding theory: a pronoun is never the antecedent of a name that it commands.
        """
        tree, found, verb = self.state.tree, set[int](), self.state.tree.heads[m.head]
        if tree.deps[m.head] not in SUBJECT:
            return found
        for other in self.state.mentions[i + 1 :]:
            if other.head > tree.right[verb]:
                break
            above = tree.heads[other.head]
            if tree.deps[other.head] == "pobj" and tree.lowers[above] != "as":
                above = tree.heads[above]
            if above == verb and other.form is Form.NAME and tree.deps[other.head] in ("dobj", "dative", "pobj"):
                found.add(other.cluster)
        return found

    def _rival(self, m: Mention) -> float:
        """How salient the things are that are no mentions, of which "it" and "they" may speak as well ("the robot")."""
        tree, best = self.state.tree, -9.0
        here = tree.sentence[m.head]
        tags = ("NNS", "NNPS") if m.number == "p" else ("NN", "NNP")
        for i in range(tree.sentences[max(0, here - 1)][0], m.head):
            if tree.tags[i] in tags and tree.deps[i] in ARGUMENT and i not in self.state.inside:
                distance = here - tree.sentence[i]
                if tree.left[i] <= m.head <= tree.right[i] and distance == 0:
                    continue
                score = RIVAL - 1.1 * distance - 0.02 * (m.head - i) / 4
                score += 0.8 if tree.deps[i] in SUBJECT else 0.2 if tree.deps[i] == "dobj" else 0.0
                score += 0.3 if tree.deps[i] == tree.deps[m.head] else 0.0
                best = max(best, score)
        return best

    def agrees(self, m: Mention, other: Mention) -> bool:
        """Whether person, number, gender and animacy let the two be one."""
        cluster = self.state.clusters[other.cluster]
        types = self.state.ontology.types(cluster.kind)
        person = "kgo:Person" in types
        if other.form is Form.DEMONYM:
            return False
        if m.kind == "kgo:Person":
            return (
                (person or not cluster.kind)
                and cluster.number == "s"
                and (m.gender == "a" or cluster.gender in ("", m.gender))
            )
        if m.number == "p":
            if person and cluster.number == "s":
                return self._is_any_one(m, other)
            return cluster.number == "p" or "kgo:Organisation" in types
        return not person and cluster.number == "s"

    def _is_any_one(self, m: Mention, other: Mention) -> bool:
        """Whether "they" may be one person of unknown gender ("one player lost their shoes")."""
        tree = self.state.tree
        is_near = tree.sentence[m.head] == tree.sentence[other.head] and other.form is Form.NOUN
        return is_near and not other.gender and tree.lowers[other.first] in ANY

    def is_bound(self, m: Mention, other: Mention) -> bool:
        """Whether syntax forbids that the two are one (binding theory, i-within-i)."""
        tree = self.state.tree
        if (
            tree.left[other.head] <= m.head <= tree.right[other.head]
            and tree.sentence[other.head] == tree.sentence[m.head]
        ):
            return (other.form is not Form.PRONOUN and tree.deps[m.head] != "poss") or tree.heads[m.head] == other.head
        if tree.tags[m.head] == "PRP$" or tree.lowers[m.head].endswith(REFLEXIVE):
            return tree.heads[m.head] == other.head
        return self._is_fellow_argument(m, other)

    def _is_fellow_argument(self, m: Mention, other: Mention) -> bool:
        """Whether a pronoun is acted on by a verb of which the other is subject or object ("X left him to Y")."""
        tree = self.state.tree
        if tree.deps[m.head] in SUBJECT or tree.tags[m.head] == "PRP$" or tree.lowers[m.head].endswith(REFLEXIVE):
            return False
        first = other.head
        while tree.deps[first] == "conj" and tree.pos[tree.heads[first]] in ("NOUN", "PROPN"):
            first = tree.heads[first]
        verb, above = tree.heads[m.head], tree.heads[first]
        if tree.deps[m.head] == "pobj":
            verb = tree.heads[verb]
        return verb == above or (tree.deps[first] in SUBJECT and above == self._controlling(verb))

    def _controlling(self, verb: int) -> int:
        """The verb whose subject is also that of an infinitive without one of its own ("X wants to support it")."""
        tree = self.state.tree
        while tree.deps[verb] == "xcomp" and not {tree.deps[c] for c in tree.children[verb]} & SUBJECT:
            above = tree.heads[verb]
            if tree.child(above, "dobj") is not None:
                break
            verb = above
        return verb

    def _is_topic(self, m: Mention, cluster: int) -> bool:
        """Whether it is the person told of most so far, whom "he" or "she" goes on about (Grosz et al. 1995)."""
        if m.gender not in ("m", "f"):
            return False
        state = self.state
        people = (
            c for c in state.clusters if "kgo:Person" in state.ontology.types(c.kind) and c.gender in ("", m.gender)
        )
        return len(state.clusters[cluster].members) >= max(OFTEN, *(len(c.members) for c in people), 0)

    def _salience(self, m: Mention, other: Mention, distance: int, steps: int) -> float:
        tree = self.state.tree
        dep, cluster = tree.deps[other.head], self.state.clusters[other.cluster]
        score = -1.1 * distance - 0.04 * steps + 0.12 * min(len(cluster.members), 8)
        score += 0.8 if dep in SUBJECT else 0.2 if dep in ("dobj", "poss") else 0.0
        score += 0.3 if dep == tree.deps[m.head] != "poss" else 0.0
        score += 0.3 if other.form is Form.NAME else 0.0
        score -= ISLAND if dep in MODIFIER else 0.0
        if m.number == cluster.number == "p" and "kgo:Agent" in self.state.ontology.types(cluster.kind):
            score += MANY
        score += 0.5 if m.gender and m.gender == cluster.gender else 0.0
        if tree.lemmas[tree.heads[m.head]] in DYING and dep in SUBJECT and other.head < m.head and distance == 0:
            score -= 1.5
        if (m.head in self.state.speaker_of) != (other.head in self.state.speaker_of):
            score -= 0.4
        return score
