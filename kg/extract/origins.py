"""Places behind what they tell of: "a plumber from Leeds", "a firm from Ghent", "the plant at Hull", "a race in Rome".

Only a place that follows its noun at once is read, so that it cannot belong to the verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.confidence import ROLE
from kg.extract.drafts import CERTAIN, PLACE, Draft, Workbench
from kg.extract.modifiers import LIVES, LYING, TOWNS, home_relation
from kg.language.mentions import Mention
from kg.model import Form
from kg.ontology import Ontology

BASED, LOCATED, HELD = "kgo:basedIn", "kgo:locatedIn", "kgo:takesPlaceIn"
SENT = frozenset({"kgo:representativeOf", "kgo:ambassadorOf", "kgo:ambassadorTo", "kgo:playsFor"})
LAID = TOWNS | {"kgo:Facility"}
OTHER = frozenset({"kgo:Statement", "kgo:Coerce", "kgo:Agree"})  # "house arrest in Lima" is no event of its own
WHERE = frozenset({"in", "at", "off"})
SEATED = frozenset({"kgo:Company", "kgo:School", "kgo:MediaOutlet"})


class OriginNouns:
    """The nouns of an ontology for who is sent from somewhere ("envoy") and for homes ("house")."""

    def __init__(self, ontology: Ontology) -> None:
        sent = [(head, w) for kind in ("noun", "title") for head, ws in ontology.wordings(kind).items() for w in ws]
        self.sent = {head for head, w in sent if w.relation in SENT and not w.phrase}
        self.homes = {h for h, ws in ontology.wordings("nominal").items() if any(w.relation == LIVES for w in ws)}


class Origins:
    """Reads where the people, bodies, sites and events of one text are from or lie."""

    def __init__(self, bench: Workbench, nouns: OriginNouns) -> None:
        self.bench, self.tree, self.arguments = bench, bench.tree, bench.arguments
        self.sent, self.homes = nouns.sent, nouns.homes

    def drafts(self) -> Iterator[Draft]:
        """The places behind nouns and names, in the order of the text."""
        mentions = self.bench.reading.mentions
        beside = [
            replace(mentions[i], first=self.tree.left[noun], last=noun, head=noun, form=Form.NOUN)
            for noun, i in self.arguments.apposed()
        ]
        for m in [*mentions, *beside]:
            if m.cluster < 0 or m.form not in (Form.NOUN, Form.NAME) or self.arguments.is_nothing(m.head):
                continue
            if (found := self._behind(m)) is None:
                continue
            preposition, place = found
            types = set(self.arguments.types(m.cluster))
            if preposition == "from":
                yield from self._from(m, types, place)
            else:
                yield from self._at(m, types, preposition, place)

    def _behind(self, m: Mention) -> tuple[str, int] | None:
        """The preposition at once behind a mention's noun, and the named place that it leads to."""
        tree, start = self.tree, m.last + 1 if m.form is Form.NAME else m.head + 1
        if start + 1 >= len(tree) or tree.lowers[start] not in ("from", *WHERE):
            return None
        token = start + 1
        while tree.lowers[token] in LYING and token + 1 < len(tree):
            token += 1
        number = self.arguments.inside.get(token)
        place = None if number is None else self.bench.reading.mentions[number]
        if place is None or place.form is not Form.NAME or place.first < start + 1 or place.cluster in (-1, m.cluster):
            return None
        is_whole = tree.deps[place.head] == "pobj" and tree.heads[place.head] == start  # not "at Hull station"
        is_place = is_whole and PLACE in self.arguments.types(place.cluster)
        return (tree.lowers[start], place.cluster) if is_place else None

    def _from(self, m: Mention, types: set[str], place: int) -> Iterator[Draft]:
        """Where somebody with a name, or a body with one, is from."""
        if m.form is not Form.NOUN or m.number == "p" or not self.arguments.is_named(m.cluster):
            return
        if self.tree.lemmas[m.head].lower() in self.sent:
            return
        kinds = set(self.arguments.types(place))
        curie = ""
        if "kgo:Person" in types:
            curie = home_relation(kinds)
        elif "kgo:Organisation" in types:
            curie = BASED
        yield from self._draft(curie, m, place)

    def _at(self, m: Mention, types: set[str], preposition: str, place: int) -> Iterator[Draft]:
        """Where a site or a body that is only described lies, or an event is held."""
        if self.bench.certainty.of_noun(m.head) != CERTAIN:  # "plans to open a plant in Hull"
            return
        curie = ""
        if "kgo:Event" in types:
            curie = "" if OTHER & types else HELD
        elif m.form is Form.NOUN and m.number != "p" and preposition != "off" and not self._is_home(m.head):
            curie = LOCATED if LAID & types else BASED if SEATED & types else ""
        yield from self._draft(curie, m, place)

    def _is_home(self, noun: int) -> bool:
        """Whether it is where somebody lives, which says more than where it lies ("his house in Lima")."""
        return self.tree.lemmas[noun].lower() in self.homes and self.tree.child(noun, "poss") is not None

    def _draft(self, curie: str, m: Mention, place: int) -> Iterator[Draft]:
        relation = self.bench.ontology.relations.get(curie)
        if relation is None:
            return
        draft = self.bench.draft(relation, (m.cluster, place), None, m.head, self._phrase(m), *CERTAIN, ROLE)
        yield replace(draft, time=None) if curie == LOCATED else draft

    def _phrase(self, m: Mention) -> str:
        return self.tree.slice(m.first, m.head)
