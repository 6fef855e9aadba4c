"""Clusters of mentions as the entities of an extraction: label, classes, aliases. IRIs are given in `kg.resolve`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container

from kg import gazetteer
from kg.extract.states import States
from kg.language.homelands import Homeland
from kg.language.mentions import Mention
from kg.language.reading import Cluster, Reading
from kg.language.wordlists import parties
from kg.model import Entity, Form
from kg.model import Mention as TextMention
from kg.ontology import Ontology

LONGEST_ACRONYM = 5
POSSESSIVE = ("PRP$", "WP$")
DETERMINERS = re.compile(
    r"^(?:all\s+the|the|a|an|two|three|four|five|six|seven|eight|nine|ten|this|that|these|those|his|her|its|their|our|my|your|some|whose)\s+",
    re.IGNORECASE,
)


class Entities:
    """The entities of one text; `e7` is cluster 7.

    Args:
        land: the country that the text is set in.
        others: first and last tokens of what the text tells as a further name of something: no label while it has one.
    """

    def __init__(
        self, reading: Reading, ontology: Ontology, land: Homeland, others: Container[tuple[int, int]] = ()
    ) -> None:
        self.reading, self.ontology, self.others = reading, ontology, others
        self.names = [self._name(cluster) for cluster in reading.clusters]
        self.starting: dict[int, list[Mention]] = defaultdict(list)
        for mention in reading.mentions:
            self.starting[mention.first].append(mention)
        states = States(reading, land)
        self.labels = [
            name or self._description(cluster) + states.suffix(number)
            for number, (name, cluster) in enumerate(zip(self.names, reading.clusters, strict=True))
        ]

    def label(self, cluster: object) -> str:
        """The name, or the description, by which an entity is called."""
        return self.labels[cluster] if isinstance(cluster, int) else ""

    def mentions(self) -> tuple[TextMention, ...]:
        """All mentions in text order."""
        found = [self._mention(m) for m in self.reading.mentions if m.cluster >= 0]
        return tuple(sorted(found, key=lambda m: (m.start, -m.end, int(m.entity[1:]))))

    def _mention(self, m: Mention) -> TextMention:
        """The mention in the text; a possessive ending belongs to it, as OntoNotes and GUM annotate."""
        tree, last = self.reading.tree, m.last
        if last + 1 < len(tree) and tree.tags[last + 1] == "POS" and m.form is not Form.PRONOUN:
            last += 1
        return TextMention(tree.starts[m.first], tree.ends[last], tree.quote(m.first, last), f"e{m.cluster}", m.form)

    def entities(self) -> tuple[Entity, ...]:
        """All entities in order of their first mention."""
        told = ((n, cluster) for n, cluster in enumerate(self.reading.clusters) if cluster.members or cluster.label)
        return tuple(self._entity(n, cluster) for n, cluster in told)

    def _entity(self, number: int, cluster: Cluster) -> Entity:
        label = self.labels[number]
        country = gazetteer.country_names().get(label) if "kgo:Country" in self.ontology.types(cluster.kind) else None
        same = (f"https://sws.geonames.org/{country.geoname}/",) if country and country.geoname else ()
        types = self.ontology.types(cluster.kind) if cluster.kind else ("kgo:Entity",)
        names = Counter(self._text(m) for m in self._members(cluster) if m.form is Form.NAME)
        aliases = tuple(sorted(text for text in names if text != label and len(text) > 1))
        return Entity(f"e{number}", f"_:e{number}", label, types, aliases, same)

    def _members(self, cluster: Cluster) -> list[Mention]:
        return [self.reading.mentions[i] for i in cluster.members]

    def _text(self, m: Mention) -> str:
        return " ".join(self.reading.tree.slice(m.first, m.last).split())

    def _name(self, cluster: Cluster) -> str:
        """The longest name; a country by its common English name; "" of what is only described."""
        if cluster.label:
            return cluster.label
        members = self._members(cluster)
        names = [m for m in members if m.form is Form.NAME]
        first = [m for m in names if (m.first, m.last) not in self.others] or names
        named = [self._text(m) for m in first]
        if "kgo:Country" in self.ontology.types(cluster.kind):
            words = gazetteer.capitals() | gazetteer.demonyms() | gazetteer.country_names()
            known = next((c for text in named if (c := words.get(text))), None)
            if known:
                return known.name
        if cluster.kind == "kgo:PoliticalParty":
            named = [parties().get(text, text) for text in named]
        if cluster.kind == "kgo:Region" and named and named[0] in gazetteer.state_codes():
            return gazetteer.state_codes()[named[0]]
        demonyms = [self._text(m) for m in members if m.form is Form.DEMONYM]
        if not named and demonyms:
            country = gazetteer.demonyms().get(demonyms[0])
            return country.name if country else demonyms[0]
        named = [text.title() if _is_shouted(text) else text for text in named]
        return max(named, key=lambda text: (len(text), -named.index(text)), default="")

    def _description(self, cluster: Cluster) -> str:
        """The fullest description, with the names of those whom its other words mean."""
        members = self._members(cluster)
        described = [DETERMINERS.sub("", self._told(m)) for m in members if m.form is Form.NOUN]
        return max(described, key=len) if described else self._text(members[0]) if members else ""

    def _told(self, m: Mention) -> str:
        """A description with names for pronouns and other descriptions in it ("her son": "Ann Bell's son")."""
        tree, parts, token = self.reading.tree, list[str](), m.first
        while token <= m.last:
            inner = next(filter(None, (self._inner(n, m) for n in self.starting[token])), None)
            name, last = inner or (tree.slice(token, token), token)
            is_owner = inner is not None and tree.tags[last] in POSSESSIVE
            parts.append(f"{name}'s" if is_owner else name)
            if tree.ends[last] < tree.starts[min(last + 1, len(tree) - 1)]:
                parts.append(" ")
            token = last + 1
        return " ".join("".join(parts).split())

    def _inner(self, n: Mention, m: Mention) -> tuple[str, int] | None:
        """The name of what is named elsewhere and meant by other words inside a description, with its last token."""
        is_inside = n.last <= m.last and not n.first <= m.head <= n.last and n.form in (Form.PRONOUN, Form.NOUN)
        is_inside = is_inside and 0 <= n.cluster != m.cluster
        name = self._called(n.cluster) if is_inside else ""
        return (name, n.last) if name else None

    def _called(self, number: int) -> str:
        """The name of an entity, or the names of the two of a couple; "" where there are none."""
        parts = self.reading.clusters[number].parts or (number,)
        names = [self.names[part] for part in parts]
        return " and ".join(names) if len(names) <= 2 and all(names) else ""


def _is_shouted(text: str) -> bool:
    """Whether a name is in capitals that do not spell it ("ANGELA MERKEL"), as those of an acronym do."""
    return text.isupper() and any(len(part) > LONGEST_ACRONYM for part in re.split(r"[\s/-]", text))
