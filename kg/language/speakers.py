"""The first and second person: who "I", "we" and "you" are in a quotation and outside."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.mentions import Mention
from kg.language.sieve import Sieve
from kg.model import Form

BEFORE = frozenset({"poss", "compound", "nmod", "amod"})
OF = frozenset({"of", "for", "at", "with"})


class Speakers:
    """Finds who speaks, and keeps one cluster for each voice that stays unknown."""

    def __init__(self, state: Sieve) -> None:
        self.state = state
        self.voices: dict[tuple[str, int | None], int] = {}

    def antecedent(self, m: Mention) -> int | None:
        """ "I" is who speaks the quotation, "we" the body whose officer does; all "you" of a speaker are one."""
        speaker = self.state.speaker_of.get(m.head)
        number = None if speaker is None or m.gender == "2" else self.state.by_token.get(speaker)
        if number is not None and self.state.mentions[number].cluster >= 0:
            cluster = self.state.mentions[number].cluster
            found = cluster if m.number == "s" else self._body(cluster)
            if found is not None or m.number == "s":
                return found
        key = (m.gender + m.number, speaker)
        if key in self.voices:
            return self.voices[key]
        self.voices[key] = len(self.state.clusters)
        return None

    def _body(self, cluster: int) -> int | None:
        """The organisation or team that a person is said to speak for ("X, head of Y", "Y's coach X")."""
        for token in self._around(cluster):
            number = self.state.inside.get(token)
            other = None if number is None else self.state.mentions[number]
            if other is not None and other.form is Form.NAME and other.cluster not in (-1, cluster):
                kind = self.state.clusters[other.cluster].kind
                if kind and "kgo:Organisation" in self.state.ontology.types(kind):
                    return other.cluster
        return None

    def _around(self, cluster: int) -> Iterator[int]:
        """What stands before the names, titles and descriptions of somebody, and behind "of" or "for"."""
        tree = self.state.tree
        for m in (self.state.mentions[i] for i in self.state.clusters[cluster].members):
            if m.form is Form.PRONOUN:
                continue
            beside = [c for c in tree.children[m.head] if tree.deps[c] in ("appos", "compound")]
            for noun in (m.head, *beside):
                for child in tree.children[noun]:
                    if child < noun and tree.deps[child] in BEFORE:
                        yield child
                    elif tree.deps[child] == "prep" and tree.lowers[child] in OF:
                        yield from (c for c in tree.children[child] if tree.deps[c] == "pobj")
