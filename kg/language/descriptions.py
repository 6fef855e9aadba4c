"""Descriptions: "the president", "the company", "his father" after the name or the description that they take up."""

from __future__ import annotations

from collections.abc import Iterator

from kg import gazetteer
from kg.language.mentions import Mention
from kg.language.pronouns import Pronouns
from kg.language.quotes import reporting
from kg.language.reading import Cluster
from kg.language.sieve import SUBJECT, Sieve
from kg.language.spans import is_legal_form
from kg.language.ties import Ties
from kg.language.wordlists import words
from kg.model import Form

WINDOW = 4
SAID, SAID_OF_NAME, NEAR_NAME, FARTHER, TOLD, MOST = 3.0, 2.5, 2.0, 0.3, 0.3, 40
UNKNOWN = 0.5  # a name that may be of anything
AT_HAND = 1.0  # the same noun in the same sentence
NEAR = 3
LEADER = "kgo:Leader"
GENERAL = frozenset(
    {"kgo:Person", "kgo:Event", "kgo:Entity", LEADER, "kgo:Place", "kgo:Agent", "kgo:NationalityOrGroup"}
)
# Of these a text has many, and each time others ("people", "hundreds").
INDEFINITE = frozenset({"people", "person", "hundred", "thousand", "dozen", "other"})
# These say nothing of which one it is.
LIGHT = frozenset({"entire", "whole", "same", "very", "said", "full"})
BROAD = words("broad noun")
# Classes of many kinds of things, and the words that all of them may be called by.
MANIFOLD = frozenset(
    {"kgo:Government", "kgo:Facility", "kgo:Institution", "kgo:Organisation", "kgo:Agency", "kgo:School"}
)
# There is one of each in a place: a body that is none of these is not called so ("the police" after "the Church").
# Who governs is no agency, though both are called so.
RULERS = frozenset({"administration"})
# Of these each body or nation has its own, which bears no other name.
PARTS = words("part of a body")
RUNNING = words("running a body") | {"found"}
OUTLET = ("kgo:Company", "kgo:MediaOutlet")
TEAMS = frozenset({"kgo:SportsTeam", "kgo:NationalTeam"})
# What bodies of states are called too.
INTERNATIONAL = "kgo:InternationalOrganisation"
OF_STATES = frozenset({"bloc", "agency", "body", "institution", "watchdog", "lender", "union"})
# What those are not called.
PRIVATE = frozenset({"group", "company", "firm"})
# What a nation's team is not called.
CLUBS = frozenset({"club", "franchise"})
# Who speaks for a body that the text tells of anyway.
VOICES = frozenset("spokesman spokeswoman spokesperson official source statement insider chief officer".split())
SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
OF_OTHER_KINDS = frozenset(
    {"kgo:Company", "kgo:MediaOutlet", "kgo:Government", "kgo:Agency", "kgo:PoliceForce", "kgo:School"}
)
PUBLIC = frozenset({"kgo:Government", "kgo:PoliceForce", "kgo:Ministry", "kgo:MediaOutlet"})


class Descriptions:
    """Finds the earlier entity that a noun phrase describes; `headline` is the number of tokens of the headline."""

    def __init__(self, state: Sieve, ties: Ties, pronouns: Pronouns, headline: int) -> None:
        self.state, self.ties, self.headline = state, ties, headline
        self.binding, self.aside, self.is_joined = pronouns.binding, pronouns.aside, pronouns.salience.is_joined
        self.kin = state.ontology.wordings("kinship")

    def antecedent(self, i: int, m: Mention) -> int | None:
        """An earlier entity that "the president", "the group", "the two leaders" may mean."""
        tree = self.state.tree
        determiner = tree.lowers[m.first] if m.first < m.head or tree.deps[m.first] == "det" else ""
        head = self.state.role(m.head)
        if tree.deps[m.head] == "compound":
            if not self._speaks_for(tree.heads[m.head]) or self._is_before_name(m):
                return None
            determiner = "the"
        if self._is_beside_name(m):
            return None
        if determiner in ("a", "an"):
            return self._of_headline(i, m)
        modifiers = self.modifiers(m)
        if determiner not in ("the", "this", "that", "these", "those") and not (
            tree.words[m.head][:1].isupper() and m.first == m.head
        ):
            return self._same_kind(i, m, modifiers) if m.number == "p" or m.first == m.last else None
        said = {f"#{n}" for n in self.ties.said(m)}
        if not modifiers and not said:
            speaker = self._of_told(m)
            speaker = self._of_spokesman(m) if speaker is None else speaker
            if speaker is not None:
                return speaker
        acting, best = self.acting(m), None
        is_whole = any(self._is_arm(m, self.state.clusters[int(word[1:])]) for word in modifiers if word[0] == "#")
        is_of = not said and any(tree.lowers[c] == "of" for c in tree.children[m.head])  # "the union of car workers"
        is_plain = not is_of and not self._is_told_apart(m)
        for number in self._earlier(i, 30):
            cluster = self.state.clusters[number]
            is_possible = self.state.related(m.kind, cluster.kind) or self._is_body_of_states(m, cluster)
            is_possible = is_possible or (m.kind, cluster.kind) == OUTLET
            if cluster.number != m.number or not is_possible:
                continue
            members = self._told(cluster)
            last = self.state.mentions[max((k for k in members if k < i), default=members[0])]
            distance = tree.sentence[m.head] - tree.sentence[last.head]
            if number in acting or (is_whole and head not in cluster.roles):
                continue
            is_credit = last.head in self.aside and "kgo:Place" not in self.state.ontology.types(cluster.kind)
            same_head, wanted = head in cluster.roles and not self._is_of_another(m), modifiers | said
            if wanted and (same_head or said):
                wanted = self._untold(number, modifiers, said)
            is_no_topic = is_credit or self.is_joined(last)  # "Acme and Brio … the company"
            if (head in INDEFINITE and distance > 1) or (is_no_topic and not same_head):
                continue
            if not (
                self._compatible_modifiers(wanted, cluster)
                if same_head
                else self.class_fits(m, cluster, distance, is_plain=is_plain and not wanted, is_tied=bool(said))
            ):
                continue
            score = self._score(m, cluster, distance, same_head=same_head)
            if best is None or score > best[0]:
                best = (score, number)
        return None if best is None else best[1]

    def _is_told_apart(self, m: Mention) -> bool:
        """Whether a clause right behind tells which one it is by what somebody else does ("the film they made").

        Whose body or country it is a text has told ("the company he runs").
        """
        tree = self.state.tree
        clause = next(
            (c for c in tree.children[m.head] if tree.deps[c] == "relcl" and tree.left[c] == m.last + 1), None
        )
        subject = None if clause is None else tree.child(clause, *SUBJECT)
        is_own = clause is not None and tree.lemmas[clause] in RUNNING
        return subject is not None and not is_own and tree.tags[subject] not in ("WP", "WDT")

    def _is_arm(self, m: Mention, cluster: Cluster) -> bool:
        """Whether the names are those of one firm of a group ("Acme Shipping" is an arm of "the Acme group")."""
        tree = self.state.tree
        named = [n for k in cluster.members if (n := self.state.mentions[k]).form is Form.NAME]
        short = {tree.words[n.last] for n in named if m.first <= n.first <= n.last < m.head}
        long = [n for n in named if n.last == n.first + 1 and tree.words[n.first] in short]
        is_whole = any(tree.lowers[n.last] == tree.lowers[m.head] or is_legal_form(tree, n.last) for n in long)
        return tree.lowers[m.head] in ("group", "conglomerate") and bool(long) and not is_whole

    def acting(self, m: Mention) -> set[int]:
        """Who acts in the clause that a description lies in, and so is told of there by no other name."""
        tree = self.state.tree
        if tree.deps[m.head] in SUBJECT or tree.deps[m.head] == "poss":
            return set()
        subject = next(self.binding.subjects_above(m.head), None)
        number = None if subject is None else self.state.inside.get(subject)
        return set() if number is None else {self.state.mentions[number].cluster}

    def _of_told(self, m: Mention) -> int | None:
        """Whose own deed it is that a reporting clause behind it tells ("Acme has bought Brio, the company said")."""
        tree, verb = self.state.tree, self.state.tree.heads[m.head]
        clause = tree.child(verb, "ccomp", "parataxis")
        subject = None if clause is None or clause > m.head else tree.child(clause, *SUBJECT)
        if subject is None or tree.deps[m.head] not in SUBJECT or tree.lemmas[verb].lower() not in reporting():
            return None
        number = self.state.inside.get(subject)
        told = None if number is None else self.state.mentions[number]
        if told is None or told.cluster < 0 or told.number != m.number:
            return None
        if told.form is Form.PRONOUN and told.gender in ("m", "f"):  # "He had been ill, the barrister said"
            return None
        return told.cluster if self.state.related(m.kind, self.state.clusters[told.cluster].kind) else None

    def _of_spokesman(self, m: Mention) -> int | None:
        """The body whose spokesman says something of it ("A spokesman for Acme said the company …")."""
        tree = self.state.tree
        above = [v for v in tree.ancestors(m.head) if tree.lemmas[v] in reporting()]
        speakers = [tree.child(v, *SUBJECT) for v in above] + [self.state.speaker_of.get(m.head)]
        for speaker in (s for s in speakers if s is not None and tree.lemmas[s].lower() in SPOKESMEN):
            of = (p for p in tree.children[speaker] if tree.lowers[p] in ("for", "of"))
            for token in (c for p in of for c in tree.children[p]):
                number = self.state.inside.get(token)
                body = None if number is None else self.state.mentions[number]
                if body is not None and body.form is Form.NAME and body.cluster >= 0 and body.head != m.head:
                    cluster = self.state.clusters[body.cluster]
                    is_body = "kgo:Organisation" in self.state.ontology.types(cluster.kind)
                    fits = is_body and self.state.related(m.kind, cluster.kind) and self._suits_name(m, cluster, 0)
                    return body.cluster if fits and m.number == "s" else None
        return None

    def _untold(self, number: int, modifiers: set[str], said: set[str]) -> set[str]:
        """What a description says that an entity is not told to be of; who has a name is of no place told later."""
        cluster = self.state.clusters[number]
        known = {f"#{n}" for n in self.ties.of(number)}
        types = self.state.ontology.types(cluster.kind)
        is_named = "kgo:Agent" in types and self._has_name(cluster)
        rest = (modifiers | said if known or is_named else modifiers) - known
        return rest if "kgo:Place" in types else rest - {f"#{number}"}

    def _score(self, m: Mention, cluster: Cluster, distance: int, *, same_head: bool) -> float:
        """How much speaks for an entity: the same noun, less where it has a name, how near and how often it is told."""
        members = self._told(cluster)
        is_named = self._has_name(cluster)
        is_known = is_named and m.kind in self.state.ontology.types(cluster.kind)
        near = NEAR_NAME if is_known and distance <= 1 else 0.0
        said = (SAID_OF_NAME if is_named else SAID) if same_head else near
        said += AT_HAND if same_head and distance == 0 else 0.0
        said -= UNKNOWN if cluster.kind == "kgo:Agent" else 0.0
        return said - FARTHER * distance + TOLD * min(len(members), MOST)

    def _is_of_another(self, m: Mention) -> bool:
        """Whether "the son of a baker" is told of after the son of somebody else ("her son Tim")."""
        tree = self.state.tree
        is_kin = tree.lemmas[m.head].lower() in self.kin
        return is_kin and any(tree.lowers[c] == "of" for c in tree.children[m.head]) and not self.ties.said(m)

    def _speaks_for(self, post: int) -> bool:
        """Whether a post belongs to the very body told of ("an airline spokesman", not "an airline executive")."""
        tree = self.state.tree
        is_one_of_many = any(tree.lowers[c] in ("a", "an", "one", "some") for c in tree.children[post] if c < post)
        return not is_one_of_many or tree.lemmas[post].lower() in VOICES

    def _is_before_name(self, m: Mention) -> bool:
        """Whether it says what the name right behind it is ("the steelmaker Acme")."""
        number = self.state.inside.get(m.head + 1)
        name = None if number is None else self.state.mentions[number]
        return name is not None and name.form is Form.NAME and name.first == m.head + 1

    def _is_beside_name(self, m: Mention) -> bool:
        """Whether it says what the name before it is ("Acme, the firm that …"), and so takes up nothing else."""
        tree = self.state.tree
        number = self.state.inside.get(tree.heads[m.head]) if tree.deps[m.head] == "appos" else None
        name = None if number is None else self.state.mentions[number]
        is_time = name is not None and tree.tags[name.first - 1] == "CD"
        return name is not None and name.form is Form.NAME and not is_time and tree.words[m.first - 1] == ","

    def _same_kind(self, i: int, m: Mention, modifiers: set[str]) -> int | None:
        """The same bare words said before ("police", "religious schools")."""
        tree, head = self.state.tree, self.state.tree.lowers[m.head]
        if any(tree.deps[c] in ("det", "poss", "nummod") for c in tree.children[m.head]):
            return None
        if tree.lemmas[m.head].lower() in INDEFINITE:
            return None
        for other in self.state.mentions[i - 1 :: -1] if i else ():
            if other.form is Form.NOUN and other.cluster >= 0 and tree.lowers[other.head] == head:
                is_bare = not any(tree.deps[c] in ("poss", "nummod") for c in tree.children[other.head])
                is_bare = is_bare and (bool(modifiers) or self.behind(m) == self.behind(other))
                if is_bare and other.number == m.number and self.modifiers(other) == modifiers:
                    return other.cluster
        return None

    def behind(self, m: Mention) -> list[str]:
        """The words behind the noun that belong to its phrase."""
        return self.state.tree.lowers[m.head + 1 : m.last + 1]

    def _has_name(self, cluster: Cluster) -> bool:
        return any(self.state.mentions[k].form is Form.NAME for k in cluster.members)

    def _told(self, cluster: Cluster) -> list[int]:
        """The mentions of an entity, where it has others without the nationality words ("Afghan girls")."""
        told = [k for k in cluster.members if self.state.mentions[k].form is not Form.DEMONYM]
        return told or cluster.members

    def modifiers(self, m: Mention) -> set[str]:
        """The words in front of a noun that tell it from others; a name counts as what it names ("the UN office")."""
        tree, found = self.state.tree, set()
        for c in tree.children[m.head]:
            if tree.deps[c] in ("amod", "compound", "nummod") and m.first <= c and tree.lowers[c] not in LIGHT:
                number = self.state.inside.get(c)
                named = -1 if number is None else self.state.mentions[number].cluster
                found.add(tree.lemmas[c].lower() if named < 0 else f"#{named}")
        return found

    def _compatible_modifiers(self, modifiers: set[str], cluster: Cluster) -> bool:
        """Whether some earlier mention with that head bears all modifiers of this one ("the Paris attacks")."""
        if not modifiers:
            return True
        return any(
            modifiers <= self.modifiers(other) or self._name_words(other) >= self._words(modifiers)
            for other in (self.state.mentions[k] for k in cluster.members)
            if other.form is not Form.PRONOUN
        )

    def _words(self, modifiers: set[str]) -> set[str]:
        """Modifiers as words: of an entity the last word of its first mention."""
        clusters, mentions = self.state.clusters, self.state.mentions
        heads = {m: mentions[clusters[int(m[1:])].members[0]].last for m in modifiers if m[0] == "#"}
        return {self.state.tree.lowers[heads[m]] if m in heads else m for m in modifiers}

    def _of_headline(self, i: int, m: Mention) -> int | None:
        """Whom the headline tells of by the same noun, without an article ("Student expelled … A student was")."""
        tree, words = self.state.tree, set(self.state.tree.lowers[m.first : m.last + 1])
        for other in self.state.mentions[:i]:
            if other.head >= self.headline or m.number != "s":
                return None
            same = tree.lemmas[other.head].lower() == tree.lemmas[m.head].lower() and other.form is Form.NOUN
            is_bare = same and other.cluster >= 0 and not any(tree.deps[c] == "det" for c in tree.children[other.head])
            before = range(other.first, other.head)
            alone = is_bare and self.state.clusters[other.cluster].members == [self.state.by_token[other.head]]
            if alone and other.number == "s" and all(tree.lowers[t] in words for t in before):
                return other.cluster
        return None

    def _name_words(self, m: Mention) -> set[str]:
        """The words of a name and of the title before it ("Home Secretary Suella Braverman")."""
        tree = self.state.tree
        if m.form is not Form.NAME:
            return set()
        return {tree.lowers[t] for t in range(min(m.first, tree.left[m.head]), m.last + 1)}

    def class_fits(self, m: Mention, cluster: Cluster, distance: int, *, is_plain: bool, is_tied: bool) -> bool:
        """ "the company", "the city", "the group" after a name of that very class, near by.

        `is_plain` where nothing in the description tells it from others, `is_tied` where it says of whom it is, as its
        name does ("Peru's president, X … the Peruvian leader").
        """
        if self._is_same_event(m, cluster, distance):
            return True
        if not self._has_name(cluster) or distance > WINDOW or m.number != "s" or not is_plain:
            return False
        types = self.state.ontology.types(cluster.kind)
        loosely = (
            m.kind not in PUBLIC
            and (cluster.kind == "kgo:Organisation" or (cluster.kind == "kgo:Agent" and distance <= 1))
            and "kgo:Organisation" in self.state.ontology.types(m.kind)
        )
        above = self.state.tree.lemmas[self.state.tree.heads[m.head]].lower()
        loosely &= self.state.tree.deps[m.head] != "compound" or above in VOICES  # not so in "a former railway worker"
        loosely &= m.kind != "kgo:Agency" or not any(
            c.kind == m.kind and self._has_name(c) for c in self.state.clusters
        )
        word = self.state.tree.lemmas[m.head].lower()
        is_other = word in RULERS or (word in CLUBS and cluster.kind == "kgo:NationalTeam")
        is_other |= word == "capital" and not self._is_capital(cluster)
        loosely |= self._is_body_of_states(m, cluster) or (m.kind, cluster.kind) == OUTLET
        is_told = m.kind not in GENERAL or (is_tied and m.kind == LEADER)
        fits = (m.kind in types or loosely) and is_told and not is_other
        return fits and self._suits_name(m, cluster, distance)

    def _is_capital(self, cluster: Cluster) -> bool:
        """Whether a city is some country's capital."""
        tree, capitals = self.state.tree, {name.casefold() for name in gazetteer.capitals()}
        named = (self.state.mentions[k] for k in cluster.members if self.state.mentions[k].form is Form.NAME)
        return any(tree.slice(n.first, n.last).casefold() in capitals for n in named)

    def _is_body_of_states(self, m: Mention, cluster: Cluster) -> bool:
        """Whether a word for bodies of other kinds may mean the one of states ("the bloc", "the UN … the agency")."""
        return cluster.kind == INTERNATIONAL and self.state.tree.lemmas[m.head].lower() in OF_STATES

    def _suits_name(self, m: Mention, cluster: Cluster, distance: int) -> bool:
        """Whether the names say of themselves nothing else ("the hospital" is no "Gates Foundation").

        A union or a church is no company; the board is that of somebody.
        """
        head, types = self.state.tree.lemmas[m.head].lower(), self.state.ontology.types(cluster.kind)
        is_kind = m.kind == "kgo:Organisation" and head not in BROAD  # of bodies, as a union
        is_far = distance > 1 and self.state.tree.words[m.head].islower()
        is_other = is_kind and (is_far or not OF_OTHER_KINDS.isdisjoint(types))
        if cluster.kind == INTERNATIONAL and head in PRIVATE:
            return False
        if head in PARTS or (is_other and head != "team") or (head == "team" and TEAMS.isdisjoint(types)):
            return False
        if head in BROAD or m.kind not in MANIFOLD:
            return True
        names = [self.state.mentions[k] for k in cluster.members if self.state.mentions[k].form is Form.NAME]
        words = {self.state.head_word(n) for n in names} - {head}
        return not any(word in self.state.ontology.headwords for word in words)

    def _is_none(self, m: Mention) -> bool:
        """Whether a mention says that there is none ("no crowds", "neither side")."""
        return m.form is Form.NOUN and self.state.tree.lowers[m.first] in ("no", "neither")

    def _is_same_event(self, m: Mention, cluster: Cluster, distance: int) -> bool:
        """ "the quake" soon after "an earthquake": one kind of event."""
        is_event = "kgo:Event" in self.state.ontology.types(m.kind)[1:]
        is_bare = m.number == "s" and m.last == m.head and not self.modifiers(m)
        return is_event and is_bare and m.kind == cluster.kind and distance <= NEAR

    def _earlier(self, i: int, window: int) -> Iterator[int]:
        """Clusters with a mention before mention `i`, the latest first, each once."""
        sentence, seen = self.state.tree.sentence[self.state.mentions[i].head], set()
        for k in range(i - 1, -1, -1):
            other = self.state.mentions[k]
            if sentence - self.state.tree.sentence[other.head] > window:
                return
            if other.cluster >= 0 and other.cluster not in seen and not self._is_none(other):
                seen.add(other.cluster)
                yield other.cluster
