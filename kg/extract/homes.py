"""The country of a post that the text names without one: "the defence minister, Rafael Prado", in news from Peru.

A kind of bridging (Clark 1975): such a post is that of the country told of just before in the sentence ("Portuguese
President A met B, and Prime Minister C …"), else of the country where the news is set.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from kg import gazetteer
from kg.extract.arguments import Arguments
from kg.extract.role_nouns import Role
from kg.language.tree import MODIFIERS, Tree
from kg.model import Form
from kg.ontology import Relation

COUNTRY, REGION, CITIZEN = "kgo:Country", "kgo:Region", "kgo:citizenOf"
PORTFOLIOS = frozenset({"minister", "secretary"})
POSTS = frozenset({"president", "minister", "premier", "secretary"})
SHARE, LEAST, RIVAL, AHEAD = 0.5, 2, 0.5, 3
TELLING = frozenset({Form.NAME, Form.DEMONYM})


class Homes:
    """Finds the countries of bare national posts in one text."""

    def __init__(self, tree: Tree, arguments: Arguments) -> None:
        self.tree, self.arguments = tree, arguments
        self.told: dict[int, int] = {}
        self.heads: dict[tuple[str, int], set[int]] = {}

    def is_national(self, relation: Relation) -> bool:
        """Whether a relation says that somebody holds a post of a country."""
        types = set(self.arguments.ontology.types(COUNTRY))
        return CITIZEN in relation.entails and bool(types & relation.range)

    def tell(self, relation: Relation, holder: int, country: int, token: int) -> None:
        """Take note of a post whose country the text names."""
        self.told[self.tree.sentence[token]] = country
        self.heads.setdefault((relation.curie, country), set()).add(holder)

    def is_bare(self, role: Role, holder: int) -> bool:
        """Whether nothing in or around the name of a post says of what body it is, and its holder has a full name."""
        tree, head = self.tree, role.head
        is_whole = role.first < role.last or tree.lowers[head] not in PORTFOLIOS  # "the minister" may be a clergyman
        is_post = is_whole and bool(POSTS & set(tree.lowers[role.first : role.last + 1]))
        if tree.tags[head] not in ("NN", "NNP") or not is_post:
            return False
        is_beside = tree.deps[head] in ("compound", "nmod", "appos") or tree.child(head, "appos") is not None
        anchors = (head, tree.heads[head]) if tree.deps[head] == "compound" else (head,)
        before = [c for a in anchors for c in tree.children[a] if c < role.first and self._tells_body(c)]
        behind = [c for c in tree.children[head] if c > role.last and tree.lowers[c] in ("of", "for", "at", "in")]
        return is_beside and not before and not behind and self._has_full_name(holder)

    def _tells_body(self, child: int) -> bool:
        """Whether a word in front of a post says whose it is ("Acme president X", "then-Yugoslav President X")."""
        return self.tree.deps[child] in ("compound", "poss") or self.arguments.cluster(child) is not None

    def _has_full_name(self, holder: int) -> bool:
        """Whether a person is called by more than a surname somewhere."""
        mentions = (self.arguments.reading.mentions[k] for k in self.arguments.reading.clusters[holder].members)
        return any(m.form is Form.NAME and m.last > m.first and self._has_first_name(m.first, m.last) for m in mentions)

    def _has_first_name(self, first: int, last: int) -> bool:
        return sum(self.tree.words[t][:1].isupper() and self.tree.tags[t] != "NN" for t in range(first, last + 1)) > 1

    def country(self, role: Role, relation: Relation, holder: int, *, is_only: bool) -> int | None:
        """The country whose post it is, as far as the text leaves no doubt.

        Args:
            is_only: whether a country has one of it.
        """
        sentence = self.tree.sentence[role.head]
        if (where := self._where(role.head)) is not None:
            return where
        found = self.told.get(sentence, self._home)
        around = self._around(sentence, role.head) - {found}
        if found is None or around or self._is_in_another(sentence, found):
            return None
        if is_only and sentence not in self.told and self._named_by_nation(sentence) - {found}:
            return None
        if sentence not in self.told and not is_only and self._is_of_a_part:
            return None
        others = self.heads.get((relation.curie, found), set()) - {holder}
        return None if others and is_only else found

    def _where(self, token: int) -> int | None:
        """The country that a clause with "where" tells of ("moved to Guinea, where President X received her")."""
        tree = self.tree
        for verb in (token, *tree.ancestors(token)):
            if tree.deps[verb] == "relcl" and any(tree.lowers[c] == "where" for c in tree.children[verb]):
                country = self.arguments.cluster(tree.heads[verb])
                return country if country is not None and COUNTRY in self.arguments.types(country) else None
        return None

    def _around(self, sentence: int, token: int | None) -> set[int]:
        """The countries told of in a sentence, in front of a token if one is given, by themselves or by their towns."""
        inside = ((at, one) for at, one in self._told_of if self.tree.sentence[at] == sentence)
        return {one for at, one in inside if token is None or at < token}

    def _is_in_another(self, sentence: int, country: int) -> bool:
        """Whether a sentence tells of a region of another country."""
        return any(at == sentence and name != self._labels.get(country) for at, name in self._regions)

    @cached_property
    def _regions(self) -> list[tuple[int, str]]:
        """The sentences that tell of regions, other than before a noun ("the Colorado party"), with their countries."""
        tree, found = self.tree, list[tuple[int, str]]()
        for m in self.arguments.reading.mentions:
            if m.form in TELLING and m.cluster >= 0 and REGION in self.arguments.types(m.cluster):
                region = gazetteer.regions().get(tree.slice(m.first, m.last))
                known = None if region is None else gazetteer.countries().get(region.iso)
                if known is not None and tree.deps[m.head] not in MODIFIERS:
                    found.append((tree.sentence[m.head], known.name))
        return found

    def _named_by_nation(self, sentence: int) -> set[int]:
        """The countries whose nationality words stand in a sentence ("President X spoke for the French delegation")."""
        members = self.arguments.reading.mentions
        return {m.cluster for m in members if m.form is Form.DEMONYM and self.tree.sentence[m.head] == sentence}

    @cached_property
    def _told_of(self) -> list[tuple[int, int]]:
        """Where which country is told of: tokens with a cluster, a negative number for what is no cluster itself."""
        labels: list[tuple[int, str]] = []
        clusters: dict[str, int] = {}
        for m in self.arguments.reading.mentions:
            label = self._country_of(m.first, m.last, m.cluster) if m.form in TELLING else None
            if label is not None:
                labels.append((m.head, label))
                if COUNTRY in self.arguments.types(m.cluster) and not self._is_part(m.first, m.last):
                    clusters.setdefault(label, m.cluster)
        only_by_towns = sorted({label for _, label in labels} - set(clusters))
        clusters |= {label: -1 - number for number, label in enumerate(only_by_towns)}
        return [(token, clusters[label]) for token, label in labels]

    @cached_property
    def _is_of_a_part(self) -> bool:
        """Whether the news is much about a part of a state, which has ministers of its own ("Scotland")."""
        mentions = [m for m in self.arguments.reading.mentions if COUNTRY in self.arguments.types(m.cluster)]
        return 3 * sum(self._is_part(m.first, m.last) for m in mentions) >= len(mentions)

    def _is_part(self, first: int, last: int) -> bool:
        """Whether a country is a part of a state, whose ministers rule it ("Wales")."""
        text = self.tree.slice(first, last)
        known = gazetteer.country_names().get(text) or gazetteer.demonyms().get(text)
        return known is not None and "-" in known.iso

    @cached_property
    def _home(self) -> int | None:
        """The country that the news is about: most of the mentions of countries and their towns are of it.

        News from one country about another is of two, and leaves open whose posts it tells of.
        """
        counts = Counter(country for _, country in self._told_of)
        if not counts:
            return None
        (home, number), *others = counts.most_common(2)
        rival = others[0][1] if others else 0
        is_clear = number >= SHARE * counts.total() and rival <= RIVAL * number
        is_far_ahead = number > LEAST and number >= AHEAD * rival
        is_here = number > rival and self._labels.get(home) == self._dateline
        is_told = is_here or (self._dateline is None and (is_clear or is_far_ahead))
        return home if number >= LEAST and home >= 0 and is_told else None

    @cached_property
    def _dateline(self) -> str | None:
        """The country that the news is sent from, where its dateline tells ("LIMA (Reuters) -")."""
        place = self.arguments.reading.layout.place
        town, *rest = (part.strip().title() for part in (place or "").split(","))
        named = next((gazetteer.country_names()[part] for part in rest if part in gazetteer.country_names()), None)
        capital = named or gazetteer.capitals().get(town)
        return self._of_town(town) if capital is None else capital.name

    @cached_property
    def _labels(self) -> dict[int, str | None]:
        """The country that each cluster of the countries told of is called by."""
        members = self.arguments.reading.mentions
        return {m.cluster: self._country_of(m.first, m.last, m.cluster) for m in members if m.form in TELLING}

    def _country_of(self, first: int, last: int, cluster: int) -> str | None:
        """The country that a name stands for or that its town lies in."""
        if cluster < 0:
            return None
        text, types = self.tree.slice(first, last), self.arguments.types(cluster)
        if COUNTRY in types:
            tables = (gazetteer.capitals(), gazetteer.country_names(), gazetteer.demonyms())
            found = next((words[text] for words in tables if text in words), None)
            # Wales is British.
            return text if found is None else gazetteer.countries()[found.iso.partition("-")[0]].name
        return self._of_town(text) if "kgo:City" in types else None

    def _of_town(self, text: str) -> str | None:
        """The country that a town lies in."""
        town = gazetteer.cities().get(text)
        return gazetteer.countries()[town.iso].name if town is not None and town.iso in gazetteer.countries() else None
