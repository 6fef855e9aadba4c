"""Who a report tells of first without a name: "A night watchman was jailed on Monday. … Otar Roe, 61, admitted it."."""

from __future__ import annotations

from kg.language.mentions import Mention
from kg.language.sieve import SUBJECT, Sieve
from kg.model import Form

SOON = 5
"""Sentences after the first within which the name follows."""
AGES = range(15, 111)


class Introductions:
    """Joins the one whom the first sentence of a text is about to the name that follows; `headline` is its tokens."""

    def __init__(self, state: Sieve, headline: int) -> None:
        self.state, self.headline = state, headline

    def join(self) -> None:
        """The name is told with an age and nothing else, as of somebody whom the reader knows already."""
        first = self._lead()
        lead = None if first is None else self._told_of(first)
        name = None if lead is None else next((m for m in self.state.mentions if self._is_introduced(lead, m)), None)
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

    def _lead(self) -> int | None:
        """The number of the first sentence behind the headline that has a verb."""
        tree = self.state.tree
        for number, (first, end) in enumerate(tree.sentences):
            if first >= self.headline and any(
                tree.deps[t] == "ROOT" and tree.pos[t] == "VERB" for t in range(first, end)
            ):
                return number
        return None

    def _told_of(self, sentence: int) -> Mention | None:
        """The person without a name whom a sentence is about: its subject, else its object."""
        tree = self.state.tree
        root = next(t for t in range(*tree.sentences[sentence]) if tree.deps[t] == "ROOT" and tree.pos[t] == "VERB")
        for labels in (SUBJECT, {"dobj"}):
            number = self.state.by_token.get(tree.child(root, *labels) or -1)
            m = None if number is None else self.state.mentions[number]
            if m is not None and self._is_nameless(m):
                return m
        return None

    def _is_nameless(self, m: Mention) -> bool:
        """Whether a mention describes one person of whom the text knows no name there, nobody's relative."""
        is_person = "kgo:Person" in self.state.ontology.types(m.kind) and m.cluster >= 0
        is_one = m.form is Form.NOUN and m.number == "s" and not self.state.is_named(m)
        return is_person and is_one and self.state.tree.child(m.head, "poss") is None

    def _is_introduced(self, lead: Mention, m: Mention) -> bool:
        """Whether a full name stands for the first time, soon behind, as a subject with an age and nothing else."""
        tree = self.state.tree
        if m.form is not Form.NAME or m.first == m.last or m.cluster < 0:
            return False
        cluster = self.state.clusters[m.cluster]
        is_person = "kgo:Person" in self.state.ontology.types(cluster.kind)
        is_soon = 0 < tree.sentence[m.head] - tree.sentence[lead.head] <= SOON and tree.deps[m.head] in SUBJECT
        is_first = min((self.state.mentions[k].first for k in cluster.members), default=-1) == m.first
        beside = [c for c in tree.children[m.head] if c < m.first or (tree.deps[c] == "appos" and c != m.last + 2)]
        same_gender = not lead.gender or cluster.gender in ("", lead.gender)
        return is_person and is_soon and is_first and not beside and same_gender and self._is_aged(m)

    def _is_aged(self, m: Mention) -> bool:
        """Whether an age stands between commas behind a name ("Otar Roe, 61, …")."""
        words = self.state.tree.words[m.last + 1 : m.last + 4]
        return len(words) == 3 and words[0] == words[2] == "," and words[1].isdigit() and int(words[1]) in AGES
