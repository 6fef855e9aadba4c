"""Who won and who lost a vote or a match: "the winner", "his opponent", "both candidates"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.mentions import Mention
from kg.language.sieve import SUBJECT, Sieve
from kg.language.wordlists import words
from kg.model import Form

BEATING = words("beating")
PRIZES = words("prize of a contest")
WINNERS = words("winner of a contest")
RIVALS = words("rival")
CANDIDATES = words("candidate")
# Of rivals these do not tell one from another.
MAIN = frozenset({"own", "chief", "main", "only", "sole", "beaten", "defeated", "victorious"})
# What a footballer does to "the winner", a goal.
SCORING = words("scoring")
# What losers win as well.
SHARES = words("share of votes")
LINKS = frozenset({"advcl", "xcomp", "conj", "pcomp"})
BEGINNING = 3
"""Sentences behind the headline in which somebody without a name may be said to have won."""


class Contests:
    """Finds the people of whom one has beaten the other, as far as the text tells of one contest alone."""

    def __init__(self, state: Sieve) -> None:
        self.state = state

    def antecedent(self, m: Mention) -> int | None:
        """The only one whom the text tells of as a winner, by name."""
        tree = self.state.tree
        is_bare = m.form is Form.NOUN and m.number == "s" and (m.first, m.last) == (m.head - 1, m.head)
        if not is_bare or tree.lowers[m.first] != "the" or tree.lemmas[m.head].lower() not in WINNERS:
            return None
        if m.head + 1 in self.state.inside or tree.lemmas[tree.heads[m.head]].lower() in SCORING:
            return None
        winners = [*(winner for winner, _ in self._bouts()), *self._victors()]
        won = {winner for winner in winners if winner is not None and self._is_person(winner)}
        same_gender = [one for one in won if not m.gender or self.state.clusters[one].gender in ("", m.gender)]
        return same_gender[0] if len(won) == len(same_gender) == 1 else None

    def rival(self, m: Mention, owner: int) -> int | None:
        """Against whom an owner stood ("Ann Bell beat Tom Roe. … His opponent …")."""
        tree = self.state.tree
        before = {tree.lowers[c] for c in tree.children[m.head] if m.first < c < m.head and tree.deps[c] != "poss"}
        is_rival = m.number == "s" and tree.lemmas[m.head].lower() in RIVALS and before <= MAIN
        if not is_rival or m.last != m.head or m.last + 1 in self.state.inside:
            return None
        others = {one for pair in self._pairs() if owner in pair for one in pair if one != owner}
        return others.pop() if len(others) == 1 else None

    def both(self, m: Mention) -> tuple[int, ...]:
        """The two who stood against each other, as "both candidates", where the text tells of one such pair."""
        if self.state.tree.lemmas[m.head].lower() not in CANDIDATES or m.last != m.head:
            return ()
        pairs = {frozenset(pair): pair for pair in self._pairs()}
        return next(iter(pairs.values())) if len(pairs) == 1 else ()

    def join(self, headline: int) -> None:
        """Join who is first told of without a name to the winner of the same contest whom the headline names."""
        start = self.state.lead(headline)
        named = {pair for pair in self._bouts(range(headline)) if None not in pair}
        if start is None or len(named) != 1:
            return
        winner, loser = named.pop()
        tree = self.state.tree
        for m in self.state.mentions:
            is_lead = start <= tree.sentence[m.head] < start + BEGINNING and tree.deps[m.head] in SUBJECT
            if not is_lead or m.form is not Form.NOUN or m.number != "s" or m.cluster in (-1, winner):
                continue
            beaten = {one for verb, one in self._beaten() if self._subject(verb) == m.head}
            is_nameless = "kgo:Person" in self.state.ontology.types(m.kind) and not self.state.is_named(m)
            if winner is not None and is_nameless and loser in beaten and self._same_gender(m.cluster, winner):
                self.state.merge(m.cluster, winner)

    def _same_gender(self, one: int, other: int) -> bool:
        first, second = self.state.clusters[one].gender, self.state.clusters[other].gender
        return "" in (first, second) or first == second

    def _pairs(self) -> list[tuple[int, int]]:
        """The people of whom one has beaten the other."""
        told = ((a, b) for a, b in self._bouts() if a is not None and b is not None)
        return [(a, b) for a, b in told if self._is_person(a) and self._is_person(b)]

    def _is_person(self, number: int) -> bool:
        cluster = self.state.clusters[number]
        return cluster.number == "s" and "kgo:Person" in self.state.ontology.types(cluster.kind)

    def _bouts(self, tokens: range | None = None) -> Iterator[tuple[int | None, int | None]]:
        """Winners with the losers of their contests, each as far as the text tells of them by name."""
        tree = self.state.tree
        for verb in tokens or range(len(tree)):
            if tree.pos[verb] != "VERB" or tree.is_denied(verb):
                continue
            lemma, subject = tree.lemmas[verb].lower(), self._named(self._subject(verb))
            dobj = tree.child(verb, "dobj")
            if lemma in BEATING and tree.child(verb, "nsubjpass") is not None:
                by = next((tree.child(c, "pobj") for c in tree.children[verb] if tree.deps[c] == "agent"), None)
                yield self._named(by), subject
            elif lemma in ("elect", "choose") and tree.child(verb, "auxpass") is not None:
                yield subject, None
            elif lemma in BEATING and dobj is not None:
                yield subject, self._named(dobj)
            elif lemma in ("lose", "concede"):
                to = next((tree.child(c, "pobj") for c in tree.children[verb] if tree.lowers[c] == "to"), None)
                yield self._named(to), subject
            elif lemma == "win" and dobj is not None and tree.lemmas[dobj].lower() in PRIZES:
                yield subject, None

    def _victors(self) -> Iterator[int | None]:
        """Who is said to win anything but a share of the votes ("won the 400 metres")."""
        tree = self.state.tree
        for verb in range(len(tree)):
            prize = tree.child(verb, "dobj") if tree.lemmas[verb] == "win" and tree.pos[verb] == "VERB" else None
            if prize is not None and tree.lemmas[prize].lower() not in SHARES and not tree.is_denied(verb):
                yield self._named(self._subject(verb))

    def _beaten(self) -> Iterator[tuple[int, int]]:
        """The verbs that tell of a victory, each with the loser."""
        tree = self.state.tree
        for verb in range(len(tree)):
            is_told = tree.lemmas[verb].lower() in BEATING and tree.child(verb, "nsubjpass") is None
            loser = self._named(tree.child(verb, "dobj")) if is_told else None
            if loser is not None:
                yield verb, loser

    def _subject(self, verb: int) -> int | None:
        """Who does what a verb tells, also in a clause of its own ("sworn in after beating X", "X, who beat Y")."""
        tree = self.state.tree
        subject = tree.child(verb, *SUBJECT)
        if subject is not None:
            is_who = tree.tags[subject] == "WP" and tree.deps[verb] == "relcl"
            return tree.heads[verb] if is_who else subject
        above = tree.heads[verb]
        if tree.deps[verb] == "relcl" and tree.deps[above] == "attr":  # "X became the first woman to be elected"
            return tree.child(tree.heads[above], *SUBJECT)
        if tree.deps[verb] not in LINKS or above == verb:
            return None
        return self._subject(tree.heads[above] if tree.deps[verb] == "pcomp" else above)

    def _named(self, token: int | None) -> int | None:
        """The entity with a name that a token is told of by."""
        number = None if token is None else self.state.inside.get(token)
        m = None if number is None else self.state.mentions[number]
        return m.cluster if m is not None and self.state.is_named(m) else None
