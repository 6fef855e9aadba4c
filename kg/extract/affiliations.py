"""Parties told beside a name: "John Smith, R-Texas,", "Jane Doe (Labour)", "a Democrat from Ohio"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.confidence import BESIDE
from kg.extract.drafts import CERTAIN, Draft, Workbench
from kg.language.mentions import Mention
from kg.language.wordlists import parties, party_letters
from kg.model import Form

AFFILIATED, REPRESENTATIVE, PARTY = "kgo:politicalAffiliation", "kgo:representativeOf", "kgo:PoliticalParty"
DASHES = frozenset({"-", "–"})
OPENING = frozenset({"(", ","})


class Affiliations:
    """Reads the parties of the people of one text."""

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench
        named = [m for m in bench.reading.mentions if m.form is Form.NAME and m.cluster >= 0]
        self.starting = {m.first: m for m in named}
        self.known = {self._label(m): m.cluster for m in named if PARTY in bench.arguments.types(m.cluster)}

    def drafts(self) -> Iterator[Draft]:
        """What letters, brackets and predicate nouns tell of the parties of people who are named."""
        for m in self.bench.reading.mentions[:]:
            arguments = self.bench.arguments
            if m.cluster < 0 or "kgo:Person" not in arguments.types(m.cluster) or not arguments.is_named(m.cluster):
                continue
            if m.form is Form.NAME:
                yield from self._of_letter(m)
                yield from self._of_bracket(m)
            elif m.form is Form.NOUN and m.number != "p":
                yield from self._of_noun(m)

    def _of_letter(self, m: Mention) -> Iterator[Draft]:
        """ "R-Texas" behind a name: the party's letter and the place that is represented."""
        tree, letter = self.bench.tree, m.last + 2
        if letter + 2 >= len(tree) or tree.words[m.last + 1] not in OPENING or tree.words[letter + 1] not in DASHES:
            return
        party, place = party_letters().get(tree.words[letter]), self.starting.get(letter + 2)
        if party is not None:
            yield from self._draft(AFFILIATED, m, self._party(party, letter), tree.slice(letter, letter + 2))
        if party is not None and place is not None and "kgo:Place" in self.bench.arguments.types(place.cluster):
            yield from self._draft(REPRESENTATIVE, m, place.cluster, tree.slice(letter, place.last))

    def _of_bracket(self, m: Mention) -> Iterator[Draft]:
        """ "Jane Doe (Labour)": the party in brackets behind a name."""
        tree = self.bench.tree
        party = self.starting.get(m.last + 2)
        if party is None or tree.words[m.last + 1] != "(" or PARTY not in self.bench.arguments.types(party.cluster):
            return
        if party.last + 1 < len(tree) and tree.words[party.last + 1] in (")", ","):
            yield from self._draft(AFFILIATED, m, party.cluster, tree.slice(party.first, party.last))

    def _of_noun(self, m: Mention) -> Iterator[Draft]:
        """ "a Democrat from Ohio", said of somebody with a name."""
        word = self.bench.tree.words[m.head]
        if word in parties():
            yield from self._draft(AFFILIATED, m, self._party(parties()[word], m.head), word)

    def _label(self, m: Mention) -> str:
        text = self.bench.tree.slice(m.first, m.last)
        return parties().get(text, text)

    def _party(self, label: str, token: int) -> int:
        """The entity of a party, made now where no name of it stands in the text."""
        if label not in self.known:
            arguments = self.bench.arguments
            before = arguments.inside.get(token)
            self.known[label] = arguments.make(token, PARTY, token, token, form=Form.NAME)
            arguments.reading.clusters[self.known[label]].label = label
            if before is not None:
                arguments.inside[token] = arguments.reading.by_token[token] = before
        return self.known[label]

    def _draft(self, curie: str, m: Mention, other: int, phrase: str) -> Iterator[Draft]:
        relation = self.bench.ontology.relations.get(curie)
        if relation is not None:
            yield self.bench.draft(relation, (m.cluster, other), None, m.head, phrase, *CERTAIN, BESIDE)
