"""Names at birth: "Robert Zimmerman was born in Duluth" in a text that is about Bob Dylan."""

from __future__ import annotations

from collections import Counter

from kg.language.mentions import Mention
from kg.language.sieve import Sieve
from kg.language.wordlists import inverse_kin
from kg.model import Form

OFTEN, MARGIN, BEGINNING = 2, 2, 2


class Births:
    """Joins the name that somebody was born with to whom the text is about; `paragraphs` numbers the paragraphs."""

    def __init__(self, state: Sieve, paragraphs: list[int]) -> None:
        self.state, self.paragraphs = state, paragraphs
        self.kin = state.ontology.wordings("kinship").keys() | inverse_kin().keys()

    def join(self) -> None:
        """Whoever opens a paragraph by being born, and is told nowhere else, is whom the text is about.

        Nothing else tells who that is: no title, no description, no earlier name.
        """
        born = [i for i, m in enumerate(self.state.mentions) if self._is_only_born(i, m)]
        if len(born) == 1 and (number := self._foremost(born[0])) is not None:
            known = [m for k in self.state.clusters[number].members if (m := self.state.mentions[k]).form is Form.NAME]
            longest = max(known, key=lambda m: m.last - m.first)
            self.state.clusters[number].label = self.state.tree.slice(longest.first, longest.last)
            self.state.merge(self.state.mentions[born[0]].cluster, number)

    def _is_only_born(self, i: int, m: Mention) -> bool:
        """Whether a full name opens a paragraph as the subject of a birth, and stands nowhere else."""
        tree, verb = self.state.tree, self.state.tree.heads[m.head]
        is_birth = tree.deps[m.head] == "nsubjpass" and tree.lowers[verb] == "born"
        born = (c for c in tree.children[verb] if c < m.first and tree.deps[c] == "advcl" and tree.words[c] == "Born")
        first = m.first if is_birth or tree.deps[m.head] != "nsubj" else next(born, m.first)
        if (
            not (is_birth or first < m.first)
            or m.form is not Form.NAME
            or m.first == m.last
            or not self._is_person(m.cluster)
        ):
            return False
        opens = first > 0 and self.paragraphs[first] != self.paragraphs[first - 1]
        is_bare = not any(self._describes(c) or c < m.first for c in tree.children[m.head])
        members = self.state.clusters[m.cluster].members
        return opens and is_bare and [k for k in members if self.state.mentions[k].form is Form.NAME] == [i]

    def _describes(self, child: int) -> bool:
        """Whether a word beside a name tells more than whose child somebody is."""
        tree = self.state.tree
        is_kin = tree.lemmas[child].lower() in self.kin
        return tree.deps[child] == "relcl" or (tree.deps[child] == "appos" and not is_kin)

    def _is_person(self, cluster: int) -> bool:
        return "kgo:Person" in self.state.ontology.types(self.state.clusters[cluster].kind)

    def _foremost(self, before: int) -> int | None:
        """Whom the text names by far most before a mention, and from the beginning on."""
        named = [m for m in self.state.mentions[:before] if m.form is Form.NAME and self._is_person(m.cluster)]
        told = Counter(m.cluster for m in named)
        (most, count), (_, second) = [*told.most_common(2), (-1, 0), (-1, 0)][:2]
        if count < OFTEN or count < MARGIN * second:
            return None
        first = next(m for m in named if m.cluster == most)
        is_begun = self.paragraphs[first.head] - self.paragraphs[0] < BEGINNING
        return most if is_begun and not self._is_born(most) else None

    def _is_born(self, cluster: int) -> bool:
        """Whether the text tells of somebody's birth by another of the names."""
        tree = self.state.tree
        heads = (self.state.mentions[k].head for k in self.state.clusters[cluster].members)
        return any(tree.lowers[tree.heads[head]] == "born" for head in heads)
