"""The country that a text is set in: most of its countries and towns are of it, or its dateline and no other more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property

from kg import gazetteer
from kg.language.mentions import Mention
from kg.language.reading import Cluster
from kg.language.tree import MODIFIERS, Tree
from kg.model import Form
from kg.ontology import Ontology

COUNTRY, REGION, CITY = "kgo:Country", "kgo:Region", "kgo:City"
SHARE, LEAST, RIVAL, AHEAD = 0.5, 2, 0.5, 3
TELLING = frozenset({Form.NAME, Form.DEMONYM})


@cache
def _lands() -> dict[str, str]:
    """Countries and regions by name in small letters, as the codes of the countries."""
    regions = {name.casefold(): region.iso for name, region in gazetteer.regions().items()}
    return regions | {name.casefold(): country.iso for name, country in gazetteer.country_names().items()}


@cache
def _towns() -> dict[str, str]:
    """Towns by name in small letters, capitals before others, as the codes of their countries."""
    towns = {name.casefold(): town.iso for name, town in gazetteer.cities().items()}
    return towns | {name.casefold(): country.iso for name, country in gazetteer.capitals().items()}


class Homeland:
    """Counts the countries that one text tells of, by themselves or by their towns, once its names are clustered.

    `place` is where its dateline says that it was written.
    """

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[Mention],
        clusters: Sequence[Cluster],
        place: str | None,
        ontology: Ontology,
    ) -> None:
        self.tree, self.mentions, self.clusters, self.place, self.ontology = tree, mentions, clusters, place, ontology

    def types(self, cluster: int) -> tuple[str, ...]:
        """The classes of a cluster, its own first."""
        kind = self.clusters[cluster].kind
        return self.ontology.types(kind) if kind else ()

    def around(self, sentence: int, token: int | None = None) -> set[int]:
        """The countries told of in a sentence, in front of a token if one is given, by themselves or by their towns."""
        inside = ((at, one) for at, one in self.told_of if self.tree.sentence[at] == sentence)
        return {one for at, one in inside if token is None or at < token}

    def is_in_another(self, sentence: int, country: int) -> bool:
        """Whether a sentence tells of a region of another country."""
        return any(at == sentence and name != self.labels.get(country) for at, name in self.regions)

    def is_elsewhere(self, token: int, home: int, paragraphs: Sequence[int]) -> bool:
        """Whether a text has just told of another country, in the sentence of a token or before in its paragraph."""
        tree, nations = self.tree, gazetteer.demonyms() | gazetteer.country_names()
        first = self._just_before(token, paragraphs)
        if told := [one for at, one in self.told_of if first <= at < token]:
            return told[-1] != home
        named = (nations.get(tree.words[t]) for t in range(first, token))
        return any(country.name != self.labels.get(home) for country in named if country)

    def _just_before(self, token: int, paragraphs: Sequence[int]) -> int:
        """Where the sentence before in the paragraph of a token begins, its own where there is none."""
        sentence = self.tree.sentence[token]
        start = self.tree.sentences[sentence][0]
        is_inside = start > 0 and paragraphs[start - 1] == paragraphs[start]
        return self.tree.sentences[sentence - 1][0] if is_inside else start

    def is_at_rivals(self, token: int, home: int, paragraphs: Sequence[int]) -> bool:
        """Whether a text has just told of another country that it is about as well."""
        first, counts = self._just_before(token, paragraphs), Counter(country for _, country in self.told_of)
        told = [one for at, one in self.told_of if first <= at < token]
        return bool(told) and told[-1] != home and counts[told[-1]] >= RIVAL * counts[home]

    @cached_property
    def regions(self) -> list[tuple[int, str]]:
        """The sentences that tell of regions, other than before a noun ("the Colorado party"), with their countries."""
        tree, found = self.tree, list[tuple[int, str]]()
        for m in self.mentions:
            if m.form in TELLING and m.cluster >= 0 and REGION in self.types(m.cluster):
                region = gazetteer.regions().get(tree.slice(m.first, m.last))
                known = None if region is None else gazetteer.countries().get(region.iso)
                if known is not None and tree.deps[m.head] not in MODIFIERS:
                    found.append((tree.sentence[m.head], known.name))
        return found

    @cached_property
    def told_of(self) -> list[tuple[int, int]]:
        """Where which country is told of: tokens with a cluster, a negative number for what is no cluster itself."""
        labels: list[tuple[int, str]] = []
        clusters: dict[str, int] = {}
        for m in self.mentions:
            label = self._country_of(m.first, m.last, m.cluster) if m.form in TELLING else None
            if label is not None:
                labels.append((m.head, label))
                if COUNTRY in self.types(m.cluster) and not self._is_part(m.first, m.last):
                    clusters.setdefault(label, m.cluster)
        only_by_towns = sorted({label for _, label in labels} - set(clusters))
        clusters |= {label: -1 - number for number, label in enumerate(only_by_towns)}
        return [(token, clusters[label]) for token, label in labels]

    @cached_property
    def is_of_a_part(self) -> bool:
        """Whether the news is much about a part of a state, which has ministers of its own ("Scotland")."""
        mentions = [m for m in self.mentions if COUNTRY in self.types(m.cluster)]
        return 3 * sum(self._is_part(m.first, m.last) for m in mentions) >= len(mentions)

    def _is_part(self, first: int, last: int) -> bool:
        """Whether a country is a part of a state, whose ministers rule it ("Wales")."""
        text = self.tree.slice(first, last)
        known = gazetteer.country_names().get(text) or gazetteer.demonyms().get(text)
        return known is not None and "-" in known.iso

    @cached_property
    def home(self) -> int | None:
        """The country that the news is about: most of the mentions of countries and their towns are of it.

        News from one country about another is of two, and leaves open whose posts it tells of.
        """
        counts = Counter(country for _, country in self.told_of) + self._hinted
        if not counts:
            return None
        (home, number), *others = counts.most_common(2)
        rival = others[0][1] if others else 0
        is_clear = number >= SHARE * counts.total() and rival <= RIVAL * number
        is_far_ahead = number > LEAST and number >= AHEAD * rival
        is_here = number > rival and self.labels.get(home) == self._dateline
        is_told = is_here or (self._dateline is None and (is_clear or is_far_ahead))
        return home if number >= LEAST and home >= 0 and is_told else None

    @cached_property
    def sent_from(self) -> int | None:
        """The country that the news is sent from, where the text tells of it and the dateline is its capital."""
        town = (self.place or "").split(",")[0].strip().casefold()
        capitals = {country.capital.casefold() for country in gazetteer.countries().values() if country.capital}
        is_there = town in capitals
        named = (one for one, label in self.labels.items() if is_there and label == self._dateline)
        return next((one for one in named if COUNTRY in self.types(one)), None)

    @cached_property
    def _hinted(self) -> Counter[int]:
        """How often nationality words in longer names and headlines hint at the country that the news is sent from."""
        counted = {at for at, _ in self.told_of}
        named = (one for one, label in self.labels.items() if label and label == self._dateline)
        here = next((one for one in named if COUNTRY in self.types(one)), None)
        words = (self.tree.words[t] for t in range(len(self.tree)) if t not in counted)
        hints = sum(
            word in gazetteer.demonyms() and gazetteer.demonyms()[word].name == self._dateline for word in words
        )
        return Counter() if here is None else Counter({here: hints})

    @cached_property
    def _dateline(self) -> str | None:
        """The country that the news is sent from, where its dateline tells ("LIMA (Reuters) -")."""
        town, *rest = (part.strip().casefold() for part in (self.place or "").split(","))
        known = next((_lands()[part] for part in rest if part in _lands()), None)
        iso = known or _towns().get(town)
        return gazetteer.countries()[iso].name if iso in gazetteer.countries() else None

    @cached_property
    def labels(self) -> dict[int, str | None]:
        """The country that each cluster of the countries told of is called by."""
        members = self.mentions
        return {m.cluster: self._country_of(m.first, m.last, m.cluster) for m in members if m.form in TELLING}

    def _country_of(self, first: int, last: int, cluster: int) -> str | None:
        """The country that a name stands for or that its town lies in."""
        if cluster < 0:
            return None
        text, types = self.tree.slice(first, last), self.types(cluster)
        if COUNTRY in types:
            tables = (gazetteer.capitals(), gazetteer.country_names(), gazetteer.demonyms())
            found = next((words[text] for words in tables if text in words), None)
            # Wales is British.
            return text if found is None else gazetteer.countries()[found.iso.partition("-")[0]].name
        return self._of_town(text) if CITY in types else None

    def _of_town(self, text: str) -> str | None:
        """The country that a town lies in."""
        town = gazetteer.cities().get(text)
        return gazetteer.countries()[town.iso].name if town is not None and town.iso in gazetteer.countries() else None
