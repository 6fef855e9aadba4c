"""Third-person pronouns: agreement, binding, and salience by recency and syntax."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from kg.language.binding import Binding
from kg.language.introductions import is_life
from kg.language.kinds import kind_of
from kg.language.mentions import Mention
from kg.language.owners import Owners
from kg.language.quotes import reporting
from kg.language.salience import BREAK, SPOKE, SURNAME, TOPIC, Salience
from kg.language.sieve import SUBJECT, Sieve
from kg.language.topic import Topic
from kg.language.tree import Tree
from kg.language.wordlists import inverse_kin, words
from kg.model import Form

CLAUSES = frozenset({"xcomp", "ccomp", "csubj", "advcl", "acl", "relcl"})
FARTHEST, BEGINNING = 3, 3
LASTING = 2  # sentences over which whom a text is about loses nothing more
ANYBODY = words("anybody")
NONE = frozenset({"no", "neither", "nobody"})
ANY = frozenset({"one", "any", "each", "every", "a", "an"})


# Of these a clause with "to" is the subject ("it is hard to say"); of other adjectives "it" is ("it is ready to talk").
JUDGING = words("judgement")
# Here a clause with "that" tells what somebody feels, not what is so ("it is confident that").
FEELING = words("feeling")


def is_empty(tree: Tree, it: int) -> bool:
    """Whether "it" stands for nothing: "it is time to go", "it is likely that", "make it easier to", "it rained"."""
    head, dep = tree.heads[it], tree.deps[it]
    is_put = tree.lemmas[head] == "put" and "as" in (tree.lowers[c] for c in tree.children[head])  # "as she put it"
    if dep == "dobj" and (is_put or tree.lemmas[head] == "do"):
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
    if said is None:
        return "that" in _marks(tree, head) and any(tree.deps[c] == "prep" for c in tree.children[head])
    beside = [c for c in tree.children[said] if tree.deps[c] == "appos"]
    if any(_opens_with_who(tree, c) for noun in (said, *beside) for c in tree.children[noun]):
        return True
    marks, word = _marks(tree, said) | _marks(tree, head), tree.lowers[said]
    return (word in JUDGING and bool(marks)) or (word not in FEELING and "that" in marks)


def _opens_with_who(tree: Tree, clause: int) -> bool:
    """Whether a relative clause tells who did it, as in a cleft sentence ("it was Jones who won")."""
    return tree.deps[clause] == "relcl" and any(tree.lowers[c] in ("who", "whom") for c in tree.children[clause])


def _marks(tree: Tree, word: int) -> set[str]:
    """The words that open the clauses behind a word: "to", "that", "for"."""
    clauses = [c for c in tree.children[word] if c > word and tree.deps[c] in CLAUSES]
    return {tree.lowers[g] for c in clauses for g in tree.children[c]} & {"to", "that", "for"}


NAMING = words("calling")
# What is denied or signed is what was said or agreed, no person, body or place.
TOLD_OF = words("what is said or signed")
PARTIES = frozenset({"kgo:Agent", "kgo:Place"})
# What only people do.
WEDDING = frozenset({"marry", "wed", "divorce"})
# Less than this, and nothing told of is what "it" or "they" stands for.
FAINT = {"s": -0.5, "p": -0.8}
FAINT_OWNER = -1.4  # of what a post or role is of
FOLLOWED = 2.2  # "his supporters" in a new paragraph are those of whom the headline names
FOLLOWERS = words("follower")
OWNING = 0.8  # "Peru's ruling party wept, its chief said": the party's chief


class Pronouns:
    """Finds what a pronoun stands for among the mentions before it; in `aside`, as a dateline, it looks for nothing.

    `resolve` finds the entity of a mention now, before its turn: who speaks may stand behind what they say.
    """

    def __init__(
        self, state: Sieve, resolve: Callable[[int, Mention], None], aside: frozenset[int], topic: Topic
    ) -> None:
        self.state, self.resolve, self.aside, self.topic = state, resolve, aside, topic
        self.binding = Binding(state)
        self.salience = Salience(state, self.binding)
        self.owners = Owners(state.tree, state.ontology)
        self.speakers = frozenset(state.speaker_of.values())
        self.told = _told_sentences(state)

    def antecedent(self, i: int, m: Mention) -> int | None:
        """The cluster that the pronoun, mention `i`, belongs to."""
        if (m.gender == "n" and is_empty(self.state.tree, m.head)) or self._is_anybody(m):
            return None
        if self.binding.is_reflexive(m):
            bound = self.binding.reflexive(m)
            is_beside = self.state.tree.tags[m.head - 1] == "WP"  # "who herself"
            if bound is not None and (is_beside or self._agrees_with(m, bound)):
                return bound
        if (many := self._of_many(i, m)) is not None:
            return many
        best: tuple[float, int] | None = None
        local, surname, is_near = self.salience.local(m), self.salience.surname(m), False
        hero, told_most, is_begun = self.topic.hero(i, m), self.topic.told_most(m), False
        is_named, begun, is_barred = False, None, False
        owners = self.owners.of(m)
        is_followed = m.gender in ("m", "f") and self.state.tree.lemmas[self.state.tree.heads[m.head]] in FOLLOWERS
        for other, distance, steps in self._candidates(i, m, hero):
            if is_begun and distance > FARTHEST:
                break
            if owners and not self.owners.fits(owners, self.state.clusters[other.cluster]):
                continue
            if self.owners.bars(m, self.state.clusters[other.cluster]):
                is_barred |= distance <= 1
                continue
            is_across = self.topic.is_across(m, other)
            if not is_across:
                begun = distance if begun is None else begun
                is_named |= distance == begun and self._is_told_by_name(m, other, distance)
            is_begun |= not is_across
            is_hero = other.cluster == hero and not is_begun
            goes_on = distance == 1 and self.salience.is_pronoun(other)
            is_topic = distance > 0 and (goes_on or not is_near) and other.cluster in told_most
            is_topic &= not (is_across and is_named) and not self.salience.is_relative(m, other)
            is_topic &= not self._is_inside_subject(m, other)
            is_topic |= is_hero
            lasting = 1 if is_hero else LASTING
            score = self.salience.of(m, other, min(distance, lasting) if is_topic else distance, steps, local)
            score += TOPIC if is_topic else 0.0
            score -= BREAK if is_across and other.cluster != hero and m.gender in ("m", "f") else 0.0
            score -= OWNING if owners and self._owns_a_body(other) else 0.0
            score += SPOKE if not is_near and self.topic.goes_on_speaking(m, other) else 0.0
            is_afar = is_followed and begun is None and not local
            score += FOLLOWED if is_afar and self.topic.is_in_front(other.cluster) else 0.0
            if surname and self._is_called(other.cluster, surname):
                score += SURNAME
            is_near |= self._is_at_hand(m, other, distance)
            if best is None or score > best[0]:
                best = (score, other.cluster)
        if best is None:
            return self._topic(i, m)
        faint = -9.0 if is_barred else FAINT_OWNER if owners else FAINT[m.number]
        if m.kind != "kgo:Person" and max(-9.0 if owners else self.salience.rival(m), faint) > best[0]:
            return None
        return best[1]

    def _owns_a_body(self, other: Mention) -> bool:
        """Whether something is only told of as that of a body with posts of its own ("Peru's ruling party")."""
        state, noun = self.state, self.state.tree.heads[other.head]
        number = state.by_token.get(noun) if state.tree.deps[other.head] == "poss" else None
        kind = "" if number is None else state.mentions[number].kind
        return "kgo:Organisation" in state.ontology.types(kind or "kgo:Entity")

    def _of_many(self, i: int, m: Mention) -> int | None:
        """Those right before of whom a part is told ("2,000 people, most of them children")."""
        tree, comma = self.state.tree, m.head - 3
        if not self.salience.is_among(m) or comma < 0 or tree.words[comma] not in (",", "(", "-", "–", "—"):
            return None
        beside = [n for n in self.state.mentions[:i] if n.last == comma - 1 and n.number == "p" and n.cluster >= 0]
        return beside[-1].cluster if beside else None

    def _is_at_hand(self, m: Mention, other: Mention, distance: int) -> bool:
        """Whether it acts in the pronoun's sentence, or by name in the one before, and its gender is no bar."""
        tree = self.state.tree
        fits = m.gender in ("m", self.state.clusters[other.cluster].gender) and tree.deps[other.head] in SUBJECT
        fits = fits and (self.salience.is_pronoun(other) or not self.salience.is_aside(m, other))
        fits = fits and not self.salience.is_some_source(m, other)
        fits = fits and not (distance and self.salience.is_relative(m, other))
        is_main = tree.deps[tree.heads[other.head]] == "ROOT" and self.state.is_named(other)
        is_main = is_main and other.form is not Form.PRONOUN and other.head not in self.speakers
        return fits and (distance == 0 or (distance == 1 and is_main))

    def _is_inside_subject(self, m: Mention, other: Mention) -> bool:
        """Whether a clause tells of somebody beside who acts ("Tom Roe, for whom Hill had worked, sang. He")."""
        tree, root = self.state.tree, other.head
        while tree.deps[root] != "ROOT" and tree.heads[root] != root:
            root = tree.heads[root]
        subject = tree.child(root, *SUBJECT)
        number = None if subject is None else self.state.by_token.get(subject)
        if number is None or subject is None or not tree.left[subject] <= other.head <= tree.right[subject]:
            return False
        acting = self.state.mentions[number]
        is_another = acting.cluster not in (-1, other.cluster) and other.form is Form.NAME
        return is_another and acting.form is Form.NAME and self.agrees(m, acting)

    def _is_told_by_name(self, m: Mention, other: Mention, distance: int) -> bool:
        """Whether the sentence that last told of somebody names them in its own clause ("The words are by Roe. He")."""
        is_main = other.form is Form.NAME and not self.salience.is_aside(m, other)
        return is_main and 0 < distance <= LASTING and self.state.tree.deps[other.head] != "poss"

    def _candidates(self, i: int, m: Mention, hero: int | None) -> Iterator[tuple[Mention, int, int]]:
        """The mentions before that it may stand for, nearest first, with their distance in sentences and mentions.

        `hero`, whom the text is about, is never too far.
        """
        tree = self.state.tree
        bound, said = self._bound(i, m), self._said_of(m)
        is_matter = m.gender == "n" and tree.deps[m.head] == "dobj" and tree.lemmas[tree.heads[m.head]] in TOLD_OF
        is_parent = (
            m.number == "p" and tree.deps[m.head] == "poss" and tree.lemmas[tree.heads[m.head]].lower() in inverse_kin()
        )
        wed = tree.deps[m.head] in SUBJECT and tree.lemmas[tree.heads[m.head]] in WEDDING
        for k in range(i - 1, -1, -1):
            other = self.state.mentions[k]
            distance = self._distance(m, other)
            if distance > FARTHEST and other.cluster != hero:
                if hero is None:
                    break
                continue
            if other.cluster < 0 or not self.agrees(m, other) or other.head in self.aside:
                continue
            if other.cluster in bound or self.binding.forbids(m, other) or tree.lowers[other.first] in NONE:
                continue
            if tree.lowers[other.first] == "this" and other.kind == "kgo:MediaOutlet":  # "told this newspaper that it"
                continue
            if distance and self.salience.is_some_voice(m, other):
                continue
            if m.gender == "a" and self._is_of_other_age(m, other.cluster):
                continue
            if said is not None and not (said and self.state.related(said, self.state.clusters[other.cluster].kind)):
                continue
            types = self.state.ontology.types(self.state.clusters[other.cluster].kind)
            if m.number == "p" and wed and "kgo:Organisation" in types:
                continue
            if (is_matter and PARTIES & set(types)) or (is_parent and "kgo:Organisation" in types):
                continue
            yield other, distance, i - k

    def _bound(self, i: int, m: Mention) -> set[int]:
        """Whom syntax and speech rule out by whatever name they are told of ("Her teacher, Ms Ek, forced her")."""
        bound = self.binding.named_behind(i, m) | self.binding.fellows(i, m)
        return bound | self._speaking(m) | self._spoken_of(m) | self._telling(m)

    def _speaking(self, m: Mention) -> set[int]:
        """Who speaks the quotation that a pronoun stands in: they call themselves "I" and "we"."""
        state = self.state
        speaker = state.speaker_of.get(m.head)
        if speaker is None:
            return set()
        said = (n for n in state.mentions if n.gender == "1" and state.speaker_of.get(n.head) == speaker)
        found = {n.cluster for n in said}
        number = state.by_token.get(speaker)
        if number is not None:
            self.resolve(number, state.mentions[number])
            found.add(state.mentions[number].cluster)
        return found

    def _is_of_other_age(self, m: Mention, cluster: int) -> bool:
        """Whether the text tells another age of somebody than a description does ("the 48-year-old", "Hill, 67, …")."""
        tree = self.state.tree
        ages = {tree.words[t].partition("-")[0] for t in range(m.first, m.last + 1) if tree.words[t][:1].isdigit()}
        names = (self.state.mentions[k] for k in self.state.clusters[cluster].members)
        told = (tree.words[n.last + 1 : n.last + 4] for n in names if n.form is Form.NAME)
        return bool(ages) and any(is_life(words) and words[1] not in ages for words in told)

    def _telling(self, m: Mention) -> set[int]:
        """Who tells behind a clause what its subject does, of somebody else ("He had been ill, the lawyer said")."""
        tree, verb = self.state.tree, self.state.tree.heads[m.head]
        above = tree.heads[verb]
        is_told = m.gender in ("m", "f") and tree.deps[m.head] in SUBJECT and tree.deps[verb] == "ccomp"
        teller = tree.child(above, *SUBJECT) if is_told and tree.lemmas[above] in reporting() else None
        number = None if teller is None or teller < verb else self.state.inside.get(teller)
        other = None if number is None else self.state.mentions[number]
        if number is None or other is None or other.form is Form.PRONOUN:
            return set()
        self.resolve(number, other)
        return {other.cluster} - {-1}

    def _spoken_of(self, m: Mention) -> set[int]:
        """Whom somebody speaks of by name, who is not the speaker ("“Ann never read them,” she said")."""
        state = self.state
        if m.head not in self.speakers:
            return set()
        named = (n for n in state.mentions if n.form is Form.NAME and state.speaker_of.get(n.head) == m.head)
        return {n.cluster for n in named if n.cluster >= 0}

    def _distance(self, m: Mention, other: Mention) -> int:
        """Sentences between the two; outside speech, those that are speech alone do not count."""
        sentence = self.state.tree.sentence
        here, there = sentence[m.head], sentence[other.head]
        if here == there or m.gender not in ("m", "f") or m.head in self.state.speaker_of:
            return here - there
        return max(1, self.told[here] - self.told[there])

    def _topic(self, i: int, m: Mention) -> int | None:
        """The person told of from the beginning and most, where nobody near may be "he" or "she"."""
        bound = self._bound(i, m)
        if told_most := self.topic.told_most(m):
            for other in self.state.mentions[:i]:
                if self.state.tree.sentence[other.head] >= BEGINNING:
                    return None
                is_free = other.cluster >= 0 and other.cluster not in bound and self.agrees(m, other)
                if is_free and other.cluster in told_most:
                    return other.cluster
        return None

    def _is_called(self, cluster: int, surname: str) -> bool:
        """Whether some name of an entity ends with a surname."""
        members = (self.state.mentions[k] for k in self.state.clusters[cluster].members)
        return any(n.form is Form.NAME and self.state.tree.words[n.last] == surname for n in members)

    def _agrees_with(self, m: Mention, cluster: int) -> bool:
        """Whether a pronoun agrees with some mention of an entity."""
        members = self.state.clusters[cluster].members
        return any(self.agrees(m, self.state.mentions[k]) for k in members)

    def _said_of(self, m: Mention) -> str | None:
        """The class of the noun that a clause says "it" is ("It was a long day", "called it a victory"), else None.

        "" where the noun has no class.
        """
        tree, verb = self.state.tree, self.state.tree.heads[m.head]
        dep, above = tree.deps[m.head], tree.lemmas[tree.heads[verb]]
        noun = None
        if m.gender == "n" and dep == "dobj" and tree.lemmas[verb] in NAMING:
            as_what = next((c for c in tree.children[verb] if c > m.head and tree.lowers[c] == "as"), verb)
            noun = tree.child(verb, "oprd", "attr") or tree.child(as_what, "pobj")
        elif m.gender == "n" and dep == "nsubj":
            noun = tree.child(verb, "attr") if tree.lemmas[verb] == "be" else verb if above in NAMING else None
        if noun is None or tree.tags[noun] not in ("NN", "NNS"):
            return None
        return kind_of(tree, noun, self.state.ontology.headwords) or ""

    def _is_anybody(self, m: Mention) -> bool:
        """Whether "they" is whoever the sentence told of before ("if someone arrives, they must register")."""
        tree = self.state.tree
        before = tree.lowers[tree.sentences[tree.sentence[m.head]][0] : m.head]
        is_told = not ANYBODY.isdisjoint(before) or ("no", "one") in pairwise(before)
        return m.number == "p" and not m.gender and is_told

    def agrees(self, m: Mention, other: Mention) -> bool:
        """Whether person, number, gender and animacy let the two be one."""
        cluster = self.state.clusters[other.cluster]
        types = self.state.ontology.types(cluster.kind)
        person = "kgo:Person" in types
        if other.form is Form.DEMONYM:
            return False
        if m.kind == "kgo:Person":
            return (
                (person or not (cluster.kind or other.gender == "n"))
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
        is_near &= tree.deps[other.head] not in ("attr", "oprd")  # "who was an adviser to the club when they won"
        return is_near and not other.gender and tree.lowers[other.first] in ANY


def _told_sentences(state: Sieve) -> list[int]:
    """How many sentences up to each stand outside speech, at least in part."""
    found, count = [], 0
    for first, end in state.tree.sentences:
        count += not all(t in state.speaker_of for t in (first, max(first, end - 2)))
        found.append(count)
    return found
