"""Clusters of mentions as the entities of an extraction: label, classes, aliases, IRI."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from urllib.parse import quote

from kg.language import gazetteer
from kg.language.coreference import Cluster, Reading
from kg.language.mentions import Mention
from kg.model import Article, Entity, Form
from kg.model import Mention as TextMention
from kg.ontology import Ontology

DETERMINERS = re.compile(r"^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|some)\s+", re.IGNORECASE)


class Entities:
    """The entities of one text; `e7` is cluster 7."""

    def __init__(self, reading: Reading, ontology: Ontology, article: Article) -> None:
        self.reading, self.ontology, self.article = reading, ontology, article
        self.labels = [self._label(cluster) for cluster in reading.clusters]

    def label(self, cluster: object) -> str:
        """The name, or the description, by which an entity is called."""
        return self.labels[cluster] if isinstance(cluster, int) else ""

    def mentions(self) -> tuple[TextMention, ...]:
        """All mentions in text order."""
        tree = self.reading.tree
        found = [
            TextMention(tree.starts[m.first], tree.ends[m.last], tree.slice(m.first, m.last), f"e{m.cluster}", m.form)
            for m in self.reading.mentions
            if m.cluster >= 0
        ]
        return tuple(sorted(found, key=lambda m: (m.start, -m.end, int(m.entity[1:]))))

    def entities(self) -> tuple[Entity, ...]:
        """All entities in order of their first mention."""
        return tuple(self._entity(n, cluster) for n, cluster in enumerate(self.reading.clusters) if cluster.members)

    def _entity(self, number: int, cluster: Cluster) -> Entity:
        label = self.labels[number]
        country = gazetteer.country_names().get(label) if "kgo:Country" in self.ontology.types(cluster.kind) else None
        same = (f"https://sws.geonames.org/{country.geoname}/",) if country and country.geoname else ()
        types = self.ontology.types(cluster.kind) if cluster.kind else ("kgo:Entity",)
        names = Counter(self._text(m) for m in self._members(cluster) if m.form is Form.NAME)
        aliases = tuple(sorted(text for text in names if text != label))
        return Entity(f"e{number}", self._iri(cluster, label), label, types, aliases, same)

    def _members(self, cluster: Cluster) -> list[Mention]:
        return [self.reading.mentions[i] for i in cluster.members]

    def _text(self, m: Mention) -> str:
        return " ".join(self.reading.tree.slice(m.first, m.last).split())

    def _label(self, cluster: Cluster) -> str:
        """The longest name; a country by its common English name; else the fullest description."""
        members = self._members(cluster)
        named = [self._text(m) for m in members if m.form is Form.NAME]
        if "kgo:Country" in self.ontology.types(cluster.kind):
            known = next((c for text in named if (c := gazetteer.country_names().get(text))), None)
            if known:
                return known.name
        demonyms = [self._text(m) for m in members if m.form is Form.DEMONYM]
        if not named and demonyms:
            country = gazetteer.demonyms().get(demonyms[0])
            return country.name if country else demonyms[0]
        if named:
            return max(named, key=lambda text: (len(text), -named.index(text)))
        described = [DETERMINERS.sub("", self._text(m)) for m in members if m.form is Form.NOUN]
        return max(described, key=len) if described else self._text(members[0]) if members else ""

    def _iri(self, cluster: Cluster, label: str) -> str:
        """A CURIE from the name; what is only described gets one that belongs to its article."""
        if any(self.reading.mentions[i].form in (Form.NAME, Form.DEMONYM) for i in cluster.members):
            return f"kgr:{slug(label)}"
        first = self.reading.mentions[cluster.members[0]] if cluster.members else None
        place = self.reading.tree.starts[first.head] if first else 0
        return f"kgr:{slug(self.article.id)}/{slug(label)}-{place}"


def slug(text: str) -> str:
    """Lower-case words joined by hyphens, safe in an IRI ("Recep Tayyip Erdoğan" gives "recep-tayyip-erdogan")."""
    plain = unicodedata.normalize("NFKD", text.encode("utf-8", "replace").decode("utf-8"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    words = re.sub(r"[^\w]+", "-", plain).strip("-_")
    return quote(words[:80], safe="") or "unnamed"
