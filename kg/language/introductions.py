"""Who a report tells of first without a name: "A night watchman was jailed on Monday. … Otar Roe, 61, admitted it."."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.mentions import Mention
from kg.language.quotes import reporting
from kg.language.sieve import SUBJECT, Sieve
from kg.language.wordlists import honorifics, words
from kg.model import Form

SOON = 5
"""Sentences after the first within which the name follows."""
AGES = range(15, 111)
RUNNING = words("running a body")
AUTHORITIES = words("authority")
OFTEN, MARGIN = 4, 1.5
COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.", "ms.", "dr."})


class Introductions:
    """Joins the one whom the first sentence of a text is about to the name that follows.

    `headline` is the number of its tokens, `paragraphs` numbers each token's paragraph.
    """

    def __init__(self, state: Sieve, headline: int, paragraphs: list[int]) -> None:
        self.state, self.headline, self.paragraphs = state, headline, paragraphs

    def join(self) -> None:
        """The name is told with an age and nothing else, as of somebody whom the reader knows already.

        So too where the text goes on about nobody else with it in the next sentence or paragraph.
        """
        first = self.state.lead(self.headline)
        lead = None if first is None else self._told_of(first)
        name = None if lead is None else self._name_of(lead)
        if lead is None or name is None:
            return
        lemma = self.state.tree.lemmas[lead.head]
        for m in self.state.mentions:
            if m.head > lead.head:
                break
            is_same = (
                m.form is Form.NOUN and m.number == "s" and self.state.tree.lemmas[m.head].lower() == lemma.lower()
            )
            if is_same and m.cluster not in (-1, name.cluster) and not self.state.is_named(m):
                self.state.merge(m.cluster, name.cluster)

    def _told_of(self, sentence: int) -> Mention | None:
        """The person without a name whom a sentence is about: its subject, else its object."""
        tree = self.state.tree
        root = next(t for t in range(*tree.sentences[sentence]) if tree.deps[t] == "ROOT" and tree.pos[t] == "VERB")
        for labels in (SUBJECT, {"dobj"}):
            number = self.state.by_token.get(tree.child(root, *labels) or -1)
            m = None if number is None else self.state.mentions[number]
            if m is not None and self._is_nameless(m) and not self._judges(m):
                return m
        return None

    def _judges(self, m: Mention) -> bool:
        """Whether an authority does something before others without a name ("A judge told a firm to pay a man")."""
        tree, sentence = self.state.tree, self.state.tree.sentence[m.head]
        others = (n for n in self.state.mentions if tree.sentence[n.head] == sentence and n is not m)
        is_authority = tree.deps[m.head] == "nsubj" and tree.lemmas[m.head].lower() in AUTHORITIES
        return is_authority and any(self._is_nameless(n) for n in others)

    def _is_nameless(self, m: Mention) -> bool:
        """Whether a mention describes one person of whom the text knows no name there, nobody's relative."""
        is_person = "kgo:Person" in self.state.ontology.types(m.kind) and m.cluster >= 0
        is_one = m.form is Form.NOUN and m.number == "s" and not self.state.is_named(m)
        return is_person and is_one and self.state.tree.child(m.head, "poss") is None

    def _name_of(self, lead: Mention) -> Mention | None:
        """The name that the one whom the first sentence is about turns out to bear."""
        introduced = [m for m in self.state.mentions if self._is_introduced(lead, m)]
        aged = next((m for m in introduced if self._is_aged(m)), None)
        known = aged or next((m for m in introduced if self._is_next(lead, m) and self._goes_on(lead, m)), None)
        return known or next((m for m in self.state.mentions if self._runs(lead, m)), None)

    def _runs(self, lead: Mention, m: Mention) -> bool:
        """Whether somebody named soon is told to run what the first sentence calls somebody the head of.

        "The director of a zoo left on Monday. … Ann Bell, who has run the zoo since May, …".
        """
        tree = self.state.tree
        is_soon = 0 < tree.sentence[m.head] - tree.sentence[lead.head] <= SOON
        if not is_soon or m.form is not Form.NAME or lead.kind != "kgo:Leader":
            return False
        of = (c for p in tree.children[lead.head] if tree.lowers[p] in ("of", "at") for c in tree.children[p])
        bodies = {tree.lemmas[c] for c in of if tree.tags[c] == "NN"}
        clauses = (c for c in tree.children[m.head] if tree.deps[c] == "relcl" and tree.lemmas[c] in RUNNING)
        runs = (tree.child(c, "dobj") for c in clauses if tree.child(c, "aux") is None or self._is_still(c))
        return any(body is not None and tree.lemmas[body] in bodies for body in runs)

    def _is_still(self, verb: int) -> bool:
        """Whether a clause in the perfect or progressive tells what somebody does up to now, not once had done."""
        tree = self.state.tree
        return {tree.lowers[c] for c in tree.children[verb] if tree.deps[c] == "aux"} <= {"has", "is", "been"}

    def _is_introduced(self, lead: Mention, m: Mention) -> bool:
        """Whether a full name stands for the first time, soon behind, as a subject of which nothing else is told."""
        tree = self.state.tree
        if m.form is not Form.NAME or m.first == m.last or m.cluster < 0:
            return False
        cluster = self.state.clusters[m.cluster]
        is_person = "kgo:Person" in self.state.ontology.types(cluster.kind)
        is_soon = 0 < tree.sentence[m.head] - tree.sentence[lead.head] <= SOON and tree.deps[m.head] in SUBJECT
        told = (self.state.mentions[k].first for k in cluster.members)
        is_first = min((first for first in told if first >= self.headline), default=-1) == m.first
        same_gender = not lead.gender or cluster.gender in ("", lead.gender)
        return is_person and is_soon and is_first and not self._is_described(m) and same_gender

    def _is_described(self, m: Mention) -> bool:
        """Whether a title before a name or a description behind it tells who else that is."""
        tree = self.state.tree
        before = [c for c in tree.children[m.head] if c < m.first and tree.lowers[c] not in COURTESY]
        behind = [c for c in tree.children[m.head] if tree.deps[c] == "appos" and c != m.last + 2]
        titles = honorifics() - COURTESY
        return bool(before or behind) or tree.lowers[m.first] in titles

    def _is_next(self, lead: Mention, m: Mention) -> bool:
        """Whether a name opens what follows the first sentence: the next one, or the next paragraph."""
        tree = self.state.tree
        first = tree.sentences[tree.sentence[m.head]][0]
        opens = self.paragraphs[m.head] == self.paragraphs[lead.head] + 1 == self.paragraphs[first - 1] + 1
        is_next = tree.sentence[m.head] == tree.sentence[lead.head] + 1
        verb = tree.heads[m.head]
        speaks = tree.deps[m.head] == "nsubj" and tree.lemmas[verb] in reporting()
        return (is_next or opens) and m.first == first and tree.deps[verb] == "ROOT" and not speaks

    def _goes_on(self, lead: Mention, m: Mention) -> bool:
        """Whether the text tells of a name by far most, and in no sentence of both."""
        clusters, tree, types = self.state.clusters, self.state.tree, self.state.ontology.types
        told = {n: len(c.members) for n, c in enumerate(clusters) if "kgo:Person" in types(c.kind)}
        others = max((count for n, count in told.items() if n not in (lead.cluster, m.cluster)), default=0)
        both = {tree.sentence[self.state.mentions[k].head] for k in clusters[m.cluster].members}
        both &= {tree.sentence[self.state.mentions[k].head] for k in clusters[lead.cluster].members}
        return told[m.cluster] >= max(OFTEN, MARGIN * others) and not both

    def _is_aged(self, m: Mention) -> bool:
        return is_life(self.state.tree.words[m.last + 1 : m.last + 4])


def is_life(words: Sequence[str]) -> bool:
    """Whether an age stands between commas ("Otar Roe, 61, …")."""
    return len(words) == 3 and words[0] == words[2] == "," and words[1].isdigit() and int(words[1]) in AGES
