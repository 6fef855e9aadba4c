"""What may own what a possessive stands before: a body "its chairwoman", a work "its author", a place "its capital"."""

from __future__ import annotations

from itertools import repeat
from operator import contains

from kg.language.mentions import Mention
from kg.language.reading import Cluster
from kg.language.tree import Tree
from kg.language.wordlists import words
from kg.ontology import Ontology

# Several people have posts and relatives too ("their coach").
PEOPLE = frozenset({"kgo:Person"})
# No country, region or town has an owner or staff, none and no court has a chair; no board or crew has an owner.
OWNED, CHAIRED = words("owner or staff"), words("chair")
PARTS = words("part of a body")
COURTS = frozenset({"court", "tribunal"})
LAND = "kgo:GeopoliticalEntity"


class Owners:
    """Tells by the relations of the ontology what the posts and roles of one text may be of."""

    def __init__(self, tree: Tree, ontology: Ontology) -> None:
        self.tree, self.types = tree, ontology.types
        self.relations, self.wordings = ontology.relations, ontology.wordings("title", "occupation", "noun")

    def of(self, m: Mention) -> frozenset[str]:
        """The classes of what "its" and "their" may mean before the noun of a post or role, none where it is open."""
        tree, noun = self.tree, self.tree.heads[m.head]
        if m.gender not in ("n", "") or tree.deps[m.head] != "poss":
            return frozenset()
        owners = next(filter(None, map(self._owners, range(m.head + 1, noun + 1), repeat(noun))), frozenset())
        return owners | PEOPLE if owners and m.number == "p" else owners

    def _owners(self, first: int, last: int) -> frozenset[str]:
        """The classes of what the post or role may be of that the words from one to another name."""
        lemmas, lowers = self.tree.lemmas, self.tree.lowers
        found = set[str]()
        for wording in self.wordings.get(lemmas[first].lower(), ()):
            relation, after = self.relations[wording.relation], lowers[first + 1 : last + 1]
            is_of = wording.kind != "noun" or "of" in wording.prepositions
            is_said = is_of and len(after) == len(wording.phrase) and all(map(contains, wording.phrase, after))
            if is_said and not relation.is_literal:
                found |= relation.domain if wording.inverse else wording.objects or relation.range
        return frozenset(found)

    def bars(self, m: Mention, cluster: Cluster) -> bool:
        """Whether an entity has nothing such as a possessive stands before ("its owner" is no country's)."""
        noun = self.tree.lemmas[self.tree.heads[m.head]].lower()
        if m.gender not in ("n", "") or self.tree.deps[m.head] != "poss" or noun not in OWNED | CHAIRED:
            return False
        is_court = noun in CHAIRED and not COURTS.isdisjoint(cluster.roles)
        is_part = noun in OWNED and not PARTS.isdisjoint(cluster.roles)
        return is_court or is_part or LAND in self.types(cluster.kind)

    def fits(self, owners: frozenset[str], cluster: Cluster) -> bool:
        """Whether an entity may be of one of the classes."""
        types = self.types(cluster.kind)
        return not cluster.kind or any(owner in types or cluster.kind in self.types(owner) for owner in owners)
