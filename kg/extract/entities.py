"""Clusters of mentions as the entities of an extraction: label, classes, aliases. IRIs are given in `kg.resolve`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container

from kg import gazetteer
from kg.language.mentions import Mention
from kg.language.reading import Cluster, Reading
from kg.language.wordlists import parties
from kg.model import Entity, Form
from kg.model import Mention as TextMention
from kg.ontology import Ontology

LONGEST_ACRONYM = 5
NAMED = frozenset({Form.NAME, Form.DEMONYM})
DETERMINERS = re.compile(
    r"^(?:all\s+the|the|a|an|two|three|four|five|six|seven|eight|nine|ten|this|that|these|those|his|her|its|their|our|my|your|some|whose)\s+",
    re.IGNORECASE,
)


class Entities:
    """The entities of one text; `e7` is cluster 7.

    Args:
        others: first and last tokens of what the text tells as a further name of something: no label while it has one.
    """

    def __init__(self, reading: Reading, ontology: Ontology, others: Container[tuple[int, int]] = ()) -> None:
        self.reading, self.ontology, self.others = reading, ontology, others
        self.labels = [self._label(cluster) for cluster in reading.clusters]

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

    def _label(self, cluster: Cluster) -> str:
        """The longest name; a country by its common English name; else the fullest description."""
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
        if named:
            return max(named, key=lambda text: (len(text), -named.index(text)))
        described = [m for m in members if m.form is Form.NOUN]
        if not described:
            return self._text(members[0]) if members else ""
        fullest = max(described, key=lambda m: len(DETERMINERS.sub("", self._text(m))))
        return DETERMINERS.sub("", self._with_owners(fullest))

    def _with_owners(self, m: Mention) -> str:
        """A description with the names of whom its possessives mean ("her sons": "Ann Bell's sons")."""
        tree, text = self.reading.tree, self.reading.tree.slice(m.first, m.last)
        for token in range(m.last, m.first - 1, -1):
            owner = self._name(self.reading.cluster_at(token)) if tree.tags[token] in ("PRP$", "WP$") else ""
            if owner:
                ending = "'" if owner.endswith("s") else "'s"
                start, end = tree.starts[token] - tree.starts[m.first], tree.ends[token] - tree.starts[m.first]
                text = f"{text[:start]}{owner}{ending}{text[end:]}"
        return " ".join(text.split())

    def _name(self, number: int | None) -> str:
        """The name of an entity, "" where it has none."""
        cluster = None if number is None or number < 0 else self.reading.clusters[number]
        is_named = cluster is not None and any(m.form in NAMED for m in self._members(cluster))
        return self._label(cluster) if cluster is not None and is_named else ""


def _is_shouted(text: str) -> bool:
    """Whether a name is in capitals that do not spell it ("ANGELA MERKEL"), as those of an acronym do."""
    return text.isupper() and any(len(part) > LONGEST_ACRONYM for part in re.split(r"[\s/-]", text))
