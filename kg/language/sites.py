"""Which place "this seaside town", "the Lebanese capital" and "the Himalayan kingdom" mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator

from kg import gazetteer
from kg.language.binding import Binding
from kg.language.homelands import Homeland
from kg.language.mentions import Mention
from kg.language.sieve import SUBJECT, Sieve
from kg.language.tree import MODIFIERS
from kg.model import Form

STATES = frozenset(
    {"country", "nation", "republic", "kingdom", "colony", "monarchy", "emirate", "sultanate", "archipelago"}
)
TOWNS = frozenset({"city", "town", "village", "port", "resort", "capital", "suburb"})
# These say that it is another one.
OTHER = frozenset(
    {"other", "another", "next", "nearest", "nearby", "neighbouring", "neighboring", "second", "same", "whole", "host"}
)
WHOLE = frozenset({"whole", "entire"})
COUNTRY, CITY = "kgo:Country", "kgo:City"
OFTEN, MARGIN, NEAR = 2, 1.5, 3


class Sites:
    """Finds the place that a description means.

    `dateline` holds the tokens of datelines, `paragraphs` numbers each token's paragraph.
    """

    def __init__(
        self, state: Sieve, binding: Binding, dateline: frozenset[int], homeland: Homeland, paragraphs: list[int]
    ) -> None:
        self.state, self.binding, self.dateline = state, binding, dateline
        self.homeland, self.paragraphs = homeland, paragraphs

    def home(self, m: Mention) -> int | None:
        """The country that the text is set in, which "the country" means where it has just told of no other one.

        So too its capital, or the city that the words of a description name.
        """
        tree, home = self.state.tree, self.homeland.home
        is_bare = m.form is Form.NOUN and tree.lowers[m.first] == "the" and m.last == m.head
        if is_bare and tree.lowers[m.head] == "capital" and m.head not in self.state.speaker_of:
            return self._capital(m)
        is_bare = is_bare and tree.lowers[m.head] in ("country", "nation")
        if not is_bare or home is None or m.head in self.state.speaker_of or tree.deps[m.head] in MODIFIERS:
            return None
        is_told = {tree.lowers[c] for c in tree.children[m.head] if m.first < c < m.head} <= WHOLE
        if not is_told or m.head + 1 in self.state.inside or home in self._beside(m) or self.homeland.is_of_a_part:
            return None
        return None if self.homeland.is_elsewhere(m.head, home, self.paragraphs) else home

    def antecedent(self, i: int, m: Mention) -> int | None:
        """The place where the text was written, a country's capital, or the country that the text is about."""
        tree, word = self.state.tree, self.state.tree.lemmas[m.head].lower()
        if m.form is not Form.NOUN or m.number != "s" or m.head in self.state.speaker_of:
            return None
        if word in TOWNS and tree.lowers[m.first] == "this":
            return next((n.cluster for n in self._named(i, CITY) if n.first == min(self.dateline, default=-1)), None)
        if tree.lowers[m.first] != "the" or self._goes_on(m):
            return None
        if word == "capital":
            return self._capital(m)
        is_told = m.last == m.head and any(self._tells(c) for c in tree.children[m.head])
        if word not in STATES or not is_told:
            return None
        here = self._where(m)
        return self._country(i, m) if here is None else here if here >= 0 else None

    def _goes_on(self, m: Mention) -> bool:
        """Whether a name stands right behind a description."""
        number = self.state.inside.get(m.last + 1)
        return number is not None and self.state.mentions[number].form is Form.NAME

    def _tells(self, child: int) -> bool:
        tree = self.state.tree
        return tree.deps[child] in ("amod", "compound", "nmod") and tree.lowers[child] not in OTHER

    def _named(self, i: int, kind: str) -> Iterator[Mention]:
        """The mentions by name, or by a nationality word, of places of a kind before mention `i`."""
        for other in self.state.mentions[:i]:
            is_name = other.form is not Form.NOUN and other.form is not Form.PRONOUN
            if is_name and other.cluster >= 0 and self.state.clusters[other.cluster].kind == kind:
                yield other

    def _capital(self, m: Mention) -> int | None:
        """The city of which the text speaks by name as well ("the Lebanese capital", "the capital of Lebanon")."""
        tree = self.state.tree
        of = (c for p in tree.children[m.head] if tree.lowers[p] == "of" for c in tree.children[p])
        names = [*(c for c in tree.children[m.head] if c < m.head), *of]
        told = (self.state.mentions[self.state.inside[c]] for c in names if c in self.state.inside)
        nations = gazetteer.demonyms() | gazetteer.country_names()
        words = [tree.slice(n.first, n.last) for n in told] or self._home_of(m)
        known = (nations.get(word) for word in words)
        capital = next((country.capital for country in known if country), "")
        for other in self.state.mentions if capital else ():
            is_it = other.form is Form.NAME and tree.slice(other.first, other.last).title() == capital.title()
            if is_it and other.cluster >= 0 and "kgo:Place" in self.state.ontology.types(other.kind):
                return other.cluster
        return None

    def _home_of(self, m: Mention) -> list[str]:
        """The country that the text is set in, where "the capital" says no more and no other one was just told of."""
        home, is_bare = self.homeland.home, (m.first, m.last) == (m.head - 1, m.head)
        home = self.homeland.sent_from if home is None else home
        if not is_bare or home is None or self.homeland.is_elsewhere(m.head, home, self.paragraphs):
            return []
        around = self.homeland.around(self.state.tree.sentence[m.head]) - {home}
        return [] if around else [self.homeland.labels.get(home) or ""]

    def _where(self, m: Mention) -> int | None:
        """The country of the town where a description does something ("In Lima the Andean nation danced").

        A negative number where the text does not name the country.
        """
        tree, verb = self.state.tree, self.state.tree.heads[m.head]
        led = [c for p in tree.children[verb] if tree.lowers[p] == "in" and p < m.head for c in tree.children[p]]
        towns = [t for t in led if t in self.state.inside] if tree.deps[m.head] in SUBJECT else []
        return next((country for at, country in self.homeland.told_of if at in towns), None)

    def _country(self, i: int, m: Mention) -> int | None:
        """The country told of by far most so far, but for who acts in the clause and whom the description names."""
        but = self._beside(m) | self.binding.fellows(i, m)
        told = Counter(n.cluster for n in self._named(i, COUNTRY) if n.cluster not in but)
        (most, count), (_, second) = [*told.most_common(2), (-1, 0), (-1, 0)][:2]
        is_only = len(told) == 1 and any(
            self._distance(m, n) <= NEAR for n in self._named(i, COUNTRY) if n.cluster == most
        )
        if any(n.cluster == most and self._distance(m, n) == 0 for n in self._named(i, COUNTRY)):
            return None  # "X and Y agreed to rename the former republic"
        if any(self._is_joined(n, told.keys()) for n in self._named(i, COUNTRY) if n.cluster == most):
            return None  # "X and Y signed. … The Andean country"
        return most if is_only or (count >= OFTEN and count >= MARGIN * second) else None

    def _is_joined(self, n: Mention, others: Container[int]) -> bool:
        """Whether "and" joins a country to another one."""
        beside = (self.state.inside.get(t) for t in self.state.tree.conjuncts(n.head) if t != n.head)
        return any(k is not None and self.state.mentions[k].cluster in others for k in beside)

    def _distance(self, m: Mention, n: Mention) -> int:
        return self.state.tree.sentence[m.head] - self.state.tree.sentence[n.head]

    def _beside(self, m: Mention) -> set[int]:
        """Who acts in the clauses that a description lies in, and whom it names itself."""
        tree = self.state.tree
        subjects = [] if tree.deps[m.head] in SUBJECT else list(self.binding.subjects_above(m.head))
        tokens = [*subjects, *range(m.first, m.last + 1)]
        numbers = (self.state.inside.get(t) for t in tokens if t != m.head)
        return {self.state.mentions[n].cluster for n in numbers if n is not None}
