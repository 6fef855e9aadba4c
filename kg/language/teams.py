"""Countries and cities that stand for their teams in reports of matches ("Sweden defeated South Korea 1 – 0").

Only texts full of the words of sport are looked at, and in them a place stays a place where it says where.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg import gazetteer
from kg.language.spans import Name
from kg.language.tree import Tree
from kg.ontology import Ontology

TEAM = "TEAM"
LEAST, DISTINCT, DENSITY = 6, 3, 0.01
PLACING = frozenset({"in", "at", "near", "to", "into", "across", "around", "outside", "through", "throughout", "from"})
DASHES = frozenset({"-", "–", "—", ":"})
COMPETING = frozenset({"nsubj", "nsubjpass", "dobj", "poss", "compound", "conj", "pobj"})
SPORTS = ("kgo:playsFor", "kgo:coachOf")


class Teams:
    """Tells which names of places are names of teams."""

    def __init__(self, ontology: Ontology) -> None:
        relations = [ontology.relations[name] for name in SPORTS if name in ontology.relations]
        people = {h for r in relations for w in r.wordings if w.kind in ("title", "occupation") for h in w.heads}
        self.words = {word for word, kind in ontology.headwords.items() if kind == "kgo:Competition"}
        self.telling = people | {w for w, c in ontology.context_of.items() if c == "kgo:SportsTeam"}

    def retype(self, tree: Tree, names: Sequence[Name]) -> None:
        """Label the places that compete as teams, in place."""
        if not self._is_report(tree):
            return
        for name in names:
            if name.label == "GPE" and (_is_in_score(tree, name) or not self._is_where(tree, name)):
                name.label = TEAM
        teams = {country.iso for name in names if name.label == TEAM and (country := _country(tree, name))}
        demonyms = gazetteer.demonyms()
        for name in names:
            people = demonyms.get(tree.slice(name.first, name.last)) if tree.tags[name.last] == "NNPS" else None
            if people is not None and people.iso in teams:
                name.label = TEAM

    def _is_report(self, tree: Tree) -> bool:
        nouns = [lemma.lower() for lemma, tag in zip(tree.lemmas, tree.tags, strict=True) if tag[:2] == "NN"]
        telling = [noun for noun in nouns if noun in self.telling]
        found = len(telling) + sum(noun in self.words for noun in nouns)
        return len(set(telling)) >= DISTINCT and found >= LEAST and found >= DENSITY * len(tree)

    def _is_where(self, tree: Tree, name: Name) -> bool:
        """Whether a place says where something is, or belongs to a longer phrase that does."""
        dep, above = tree.deps[name.last], tree.heads[name.last]
        if dep not in COMPETING and tree.slice(name.first, name.last) not in gazetteer.country_names():
            return True
        if dep in ("pobj", "pcomp"):
            is_beaten = tree.lowers[above] == "to" and tree.lemmas[tree.heads[above]] in ("lose", "fall", "concede")
            return not is_beaten and (tree.lowers[above] in PLACING or tree.lowers[above] == "of")
        is_beside = dep in ("appos", "npadvmod") and tree.pos[above] == "PROPN"
        return is_beside and not {tree.words[above], tree.slice(name.first, name.last)} <= set(
            gazetteer.country_names()
        )


def _country(tree: Tree, name: Name) -> gazetteer.Country | None:
    return gazetteer.country_names().get(tree.slice(name.first, name.last))


def _is_in_score(tree: Tree, name: Name) -> bool:
    """Whether a name stands beside the score of a match ("Norway 2 – 1 Denmark")."""
    for first in (name.last + 1, name.first - 3):
        dashed = first >= 0 and first + 2 < len(tree) and tree.words[first + 1] in DASHES
        if dashed and tree.words[first].isdigit() and tree.words[first + 2].isdigit():
            return True
    return False
