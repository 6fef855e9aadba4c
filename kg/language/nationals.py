"""Whom "the Spaniard" means, and which firm "the Seattle-based planemaker" is, by where the text says they are from."""

from __future__ import annotations

from collections.abc import Iterator

from kg import gazetteer
from kg.language.binding import Binding
from kg.language.mentions import Mention
from kg.language.reading import Cluster
from kg.language.sieve import SUBJECT, Sieve
from kg.language.tree import MODIFIERS
from kg.language.wordlists import words
from kg.model import Form

NEAR, FAR = 2, 40
"""Sentences back to somebody of whom the text tells no origin, and to somebody of whom it tells this one."""
OPENING = 2  # sentences, a headline among them
NAMING = words("calling") | {"know"}
FROM = frozenset({"of", "from"})
DESCRIBED = frozenset({"kgo:Person", "kgo:Organisation"})
OFFICES = frozenset({"kgo:Government", "kgo:Ministry", "kgo:Agency", "kgo:PoliceForce", "kgo:ArmedGroup"})
"""Of these a nation or a town has one of each."""
NAMED_SO = frozenset({"kgo:Person", "kgo:Organisation", "kgo:Agent"})
"""What names are classed as that tell no more of themselves."""


class Nationals:
    """Finds who a definite description means that adds nothing to a class but an origin; nobody in `aside`."""

    def __init__(self, state: Sieve, binding: Binding, aside: frozenset[int]) -> None:
        self.state, self.binding, self.aside = state, binding, aside

    def antecedent(self, i: int, m: Mention) -> int | None:
        """The one named before who is told to be from there, or else the only one near by who may be."""
        tree, origins = self.state.tree, self._origins(m)
        if not origins or m.kind in OFFICES:
            return None
        countries, near, others = _countries(origins), list[int](), list[int]()
        is_left = any(self._is_like(m, number) for number in self._apart(m))  # of the two only the other one may be it
        for number, last in self._named(i, m):
            told = self._told(self.state.clusters[number])
            if origins & told:
                return number
            is_elsewhere = tree.sentence[m.head] > tree.sentence[last.head] or bool(told) or m.kind == "kgo:City"
            is_elsewhere |= is_left
            if not told or countries & _countries(told):
                (near if is_elsewhere and self._is_near(m, last) else others).append(number)
        near = [number for number in near if self._has_word(m, number)] or near
        if "kgo:Person" not in self.state.ontology.types(m.kind) and any(self._is_rival(m, n) for n in others):
            return None  # of two firms in the text only a reader who knows them can tell which "the Lima firm" is
        return near[0] if len(near) == 1 and self._may_be(m, near[0]) else None

    def _origins(self, m: Mention) -> set[str]:
        """Where a description says that somebody is from, where it says no more of them."""
        tree = self.state.tree
        if m.form is not Form.NOUN or m.number != "s" or tree.lowers[m.first] != "the" or m.last != m.head:
            return set()
        if not DESCRIBED & set(self.state.ontology.types(m.kind)):
            return set()
        if m.head + 1 in self.state.inside:  # a name behind it tells who it is
            return set()
        if tree.lowers[m.first - 1 : m.first] == ["as"] and tree.lemmas[tree.heads[tree.heads[m.head]]] in NAMING:
            return set()  # "a unit known as the Lima group"
        if tree.words[m.head] in gazetteer.demonyms():
            return {_origin(tree.words[m.head])} if m.first == m.head - 1 else set()
        found = set[str]()
        for token in (c for c in tree.children[m.head] if m.first < c < m.head):
            origin = self._origin_at(token)
            if not origin and not (tree.tags[token] == "NN" and tree.deps[token] == "compound"):
                return set()
            found |= {origin} - {""}
        return found

    def _origin_at(self, token: int) -> str:
        """The country, region or town that a modifier names ("Danish", "US", "Seattle-based"), else ""."""
        tree = self.state.tree
        place = tree.child(token, "npadvmod") if tree.lowers[token] == "based" else token
        number = None if place is None else self.state.inside.get(place)
        if place is None or number is None:
            return ""
        there = self.state.mentions[number]
        is_place = "kgo:Place" in self.state.ontology.types(there.kind) or there.form is Form.DEMONYM
        return _origin(tree.slice(there.first, there.last)) if is_place else ""

    def _named(self, i: int, m: Mention) -> Iterator[tuple[int, Mention]]:
        """The entities with names that the class suits, the last told of first, each with its last mention."""
        tree, seen = self.state.tree, self.binding.fellows(i, m) | self._apart(m)
        for other in self.state.mentions[i - 1 :: -1] if i else ():
            if tree.sentence[m.head] - tree.sentence[other.head] > FAR:
                return
            if other.cluster < 0 or other.cluster in seen or other.number != "s" or other.head in self.aside:
                continue
            seen.add(other.cluster)
            cluster = self.state.clusters[other.cluster]
            types = set(self.state.ontology.types(cluster.kind))
            is_one = self.state.related(m.kind, cluster.kind) and not NAMED_SO.isdisjoint(types)
            is_one = is_one and ("kgo:Place" not in types or m.kind in types - {"kgo:Place"})
            if is_one and self.state.is_named(other) and not self.binding.forbids(m, other):
                yield other.cluster, other

    def _apart(self, m: Mention) -> set[int]:
        """Who acts in the clauses around a description, and whom its own verb has beside it by name ("X sold it to Y").

        Principle C of binding theory: none of them is whom it means.
        """
        tree, verb = self.state.tree, self.state.tree.heads[m.head]
        tokens = [] if tree.deps[m.head] in SUBJECT else list(self.binding.subjects_above(m.head))
        is_subject = tree.deps[m.head] in SUBJECT
        named = (n for n in self.state.mentions if is_subject and n.form is Form.NAME and m.last < n.first)
        found = {n.cluster for n in named if verb < n.head <= tree.right[verb]}
        numbers = (self.state.inside.get(t) for t in tokens)
        return found | {self.state.mentions[n].cluster for n in numbers if n is not None}

    def _told(self, cluster: Cluster) -> set[str]:
        """Where the text says that an entity is from ("Spain's Ana Roca", "Ana Roca of Spain", "Swiss group X")."""
        tree, found = self.state.tree, set[str]()
        for k in cluster.members:
            if self.state.mentions[k].form is Form.PRONOUN:
                continue
            for c in tree.children[self.state.mentions[k].head]:
                if tree.deps[c] in MODIFIERS or tree.deps[c] in ("poss", "appos"):
                    beside = [g for g in tree.children[c] if tree.deps[g] in MODIFIERS or tree.deps[g] == "poss"]
                    found |= {self._origin_at(token) for token in (c, *beside)}
                elif tree.deps[c] == "prep" and tree.lowers[c] in FROM:
                    found |= {self._origin_at(g) for g in tree.children[c]}
        return found - {""}

    def _is_rival(self, m: Mention, number: int) -> bool:
        """Whether a body of the kind that the description calls it may as well be meant: told of at first, or near."""
        cluster, sentence = self.state.clusters[number], self.state.tree.sentence
        told = [sentence[self.state.mentions[k].head] for k in cluster.members]
        at_hand = any(s < OPENING or 0 <= sentence[m.head] - s <= NEAR for s in told)
        return at_hand and self._is_like(m, number)

    def _is_like(self, m: Mention, number: int) -> bool:
        """Whether an entity is a body of the kind that a description calls it."""
        cluster = self.state.clusters[number]
        is_body = "kgo:Organisation" in self.state.ontology.types(m.kind) and cluster.kind == "kgo:Company"
        return cluster.kind == m.kind != "kgo:Person" or is_body

    def _is_near(self, m: Mention, other: Mention) -> bool:
        return self.state.tree.sentence[m.head] - self.state.tree.sentence[other.head] <= NEAR

    def _has_word(self, m: Mention, number: int) -> bool:
        """Whether a name says what the description calls it ("the Lima-based bank" after "Lima Savings Bank")."""
        return self.state.tree.lemmas[m.head].lower() in self.state.clusters[number].roles

    def _may_be(self, m: Mention, number: int) -> bool:
        """Whether somebody whose origin is not told may be meant: not where the text says what else they are.

        A post with a country ("the Danish president") is told of others than the one just named as well.
        """
        cluster, tree = self.state.clusters[number], self.state.tree
        if m.gender and cluster.gender and m.gender != cluster.gender:
            return False
        is_person = "kgo:Person" in self.state.ontology.types(cluster.kind)
        if "kgo:Person" not in self.state.ontology.types(m.kind) or tree.words[m.head] in gazetteer.demonyms():
            return is_person or "kgo:Person" not in self.state.ontology.types(m.kind)
        is_subject = any(tree.deps[self.state.mentions[k].head] in SUBJECT for k in cluster.members)
        return is_person and is_subject and m.kind != "kgo:Leader" and not cluster.roles - {tree.lemmas[m.head].lower()}


def _countries(origins: set[str]) -> set[str]:
    """The countries that places are or lie in."""
    known = (gazetteer.regions().get(place) or gazetteer.cities().get(place) for place in origins)
    return origins | {place.iso for place in known if place}


def _origin(place: str) -> str:
    """A country by its code, whatever word tells it; another place by its name."""
    country = gazetteer.demonyms().get(place) or gazetteer.country_names().get(place)
    return country.iso if country else place
