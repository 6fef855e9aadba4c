"""Whom a text is about, and where a paragraph begins: what "he" and "she" go on about (Grosz et al. 1995)."""

from __future__ import annotations

from collections import Counter

from kg.language.mentions import Mention
from kg.language.quotes import reporting
from kg.language.reading import Cluster
from kg.language.sieve import SUBJECT, Sieve
from kg.model import Form

OFTEN, BEGINNING = 3, 2
MARGIN = 1.5


class Topic:
    """The people of one text by how often they are told of; `paragraphs` numbers each token's paragraph."""

    def __init__(self, state: Sieve, paragraphs: list[int]) -> None:
        self.state, self.paragraphs = state, paragraphs
        self.speakers = frozenset(state.speaker_of.values())
        self.counted, self.counts = 0, Counter[int]()

    def told_most(self, m: Mention) -> set[int]:
        """The person told of most so far, of the gender of a pronoun; several where they are told of alike."""
        if m.gender not in ("m", "f"):
            return set()
        types = self.state.ontology.types
        told = {
            number: len(cluster.members)
            for number, cluster in enumerate(self.state.clusters)
            if len(cluster.members) >= OFTEN
            and cluster.gender in ("", m.gender)
            and "kgo:Person" in types(cluster.kind)
        }
        most = max(told.values(), default=0)
        return {number for number, count in told.items() if count == most}

    def hero(self, i: int, m: Mention) -> int | None:
        """Whom a pronoun takes up where nobody in its paragraph fits: whom the whole text is about.

        They are named in the headline or the first paragraph and told of by far most so far; and the paragraph before
        does not go on about somebody else.
        """
        found = self.foremost(i, m) if m.gender in ("m", "f") else None
        return None if found is None or self._is_about_another(i, m, found) else found

    def foremost(self, i: int, m: Mention) -> int | None:
        """The person told of by far most so far, and from the beginning, who is of no other gender."""
        clusters, told = self.state.clusters, Counter[int]()
        for number, count in self._told_before(i).items():
            if count > 1 and self._fits(m, clusters[number]):
                told[number] = count
        (most, count), (_, second) = [*told.most_common(2), (-1, 0), (-1, 0)][:2]
        if count < OFTEN or count < MARGIN * second:
            return None
        named = (self.state.mentions[k] for k in self.state.clusters[most].members)
        begun = min((self.paragraphs[n.head] for n in named if n.form is Form.NAME), default=BEGINNING)
        return most if begun - self.paragraphs[0] < BEGINNING else None

    def is_in_front(self, cluster: int) -> bool:
        """Whether the headline, or the first paragraph where there is none, names somebody."""
        named = (self.state.mentions[k] for k in self.state.clusters[cluster].members)
        return any(n.form is Form.NAME and self.paragraphs[n.head] == self.paragraphs[0] for n in named)

    def _told_before(self, i: int) -> Counter[int]:
        """How often each is named or taken up by a pronoun before mention `i`, counted but once."""
        mentions = self.state.mentions
        while self.counted < i and mentions[self.counted].cluster >= 0:
            self.counts[mentions[self.counted].cluster] += self._tells(mentions[self.counted])
            self.counted += 1
        if self.counted == i:
            return self.counts
        rest = mentions[i : self.counted] if i < self.counted else mentions[self.counted : i]
        others = Counter(other.cluster for other in rest if other.cluster >= 0 and self._tells(other))
        return self.counts - others if i < self.counted else self.counts + others

    def _tells(self, other: Mention) -> bool:
        return other.form is not Form.NOUN and other.gender != "r"

    def _is_about_another(self, i: int, m: Mention, hero: int) -> bool:
        """Whether the paragraph before tells somebody else's tale ("Ann Bell left in May. She …"), no mere reaction.

        Who adds something to what was said is the one who said it.
        """
        tree, before = self.state.tree, self.paragraphs[m.head] - 1
        names, pronouns = Counter[int](), Counter[int]()
        for other in self.state.mentions[i - 1 :: -1] if i else ():
            if self.paragraphs[other.head] < before:
                break
            if self.paragraphs[other.head] == before and other.cluster >= 0 and self._is(m, other):
                is_acting = other.form is Form.NOUN and tree.deps[other.head] in SUBJECT and self.state.is_named(other)
                names[other.cluster] += other.form is Form.NAME or is_acting
                pronouns[other.cluster] += other.form is Form.PRONOUN and other.gender != "r"
        told = names + pronouns
        speaks = tree.deps[m.head] in SUBJECT and tree.lemmas[tree.heads[m.head]] in reporting()
        for cluster in told:
            is_source = cluster in self._sources()
            goes_on = pronouns[cluster] and told[cluster] > 1 + is_source and told[cluster] > told[hero]
            if cluster != hero and (goes_on or (speaks and is_source and not told[hero])):
                return True
        return False

    def _sources(self) -> set[int]:
        """Who is quoted."""
        numbers = (self.state.by_token.get(t) for t in self.speakers if t is not None)
        return {self.state.mentions[n].cluster for n in numbers if n is not None}

    def goes_on_speaking(self, m: Mention, other: Mention) -> bool:
        """Whether a pronoun behind what is said ("…, he said") is who spoke in an earlier sentence ("X said …").

        In another paragraph only a quotation that opens it goes on.
        """
        tree, quoted = self.state.tree, self.state.speaker_of
        if tree.sentence[m.head] == tree.sentence[other.head] or not (self._speaks(m) and self._speaks(other)):
            return False
        first, verb = tree.sentences[tree.sentence[m.head]][0], tree.heads[m.head]
        if self.is_across(m, other):
            is_first = first == 0 or self.paragraphs[first - 1] != self.paragraphs[m.head]
            return is_first and (any(t in quoted for t in range(first, m.head)) or tree.lemmas[verb] == "add")
        is_open = any(tree.deps[c] == "ccomp" and c > verb for c in tree.children[verb])
        return (tree.words[m.head - 1] == "," and not is_open) or any(t in quoted for t in range(first, m.head))

    def _speaks(self, m: Mention) -> bool:
        """Whether somebody says something in the text's own words, in no quotation."""
        tree = self.state.tree
        is_subject = tree.deps[m.head] in SUBJECT and m.head not in self.state.speaker_of
        return is_subject and tree.lemmas[tree.heads[m.head]] in reporting()

    def is_across(self, m: Mention, other: Mention) -> bool:
        """Whether a mention stands in another paragraph than a pronoun."""
        return self.paragraphs[m.head] != self.paragraphs[other.head]

    def _is(self, m: Mention, other: Mention) -> bool:
        return self._fits(m, self.state.clusters[other.cluster])

    def _fits(self, m: Mention, cluster: Cluster) -> bool:
        """Whether an entity is a person of no other gender than a pronoun."""
        is_person = "kgo:Person" in self.state.ontology.types(cluster.kind)
        return is_person and (not m.gender or cluster.gender in ("", m.gender))
