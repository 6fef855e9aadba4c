"""The first and second person: who "I", "we" and "you" are in a quotation and outside."""

from __future__ import annotations

from collections.abc import Callable

from kg import gazetteer
from kg.language.mentions import Mention
from kg.language.sieve import Sieve
from kg.language.ties import Ties
from kg.language.tree import PREMODIFIERS
from kg.model import Form


class Speakers:
    """Finds who speaks, and keeps one cluster for each voice that stays unknown."""

    def __init__(self, state: Sieve, ties: Ties, resolve: Callable[[int, Mention], None]) -> None:
        self.state, self.ties, self.resolve = state, ties, resolve
        self.voices: dict[tuple[str, int | None], int] = {}

    def antecedent(self, m: Mention) -> int | None:
        """ "I" is who speaks the quotation, "we" the body whose officer does; all "you" of a speaker are one."""
        speaker = self.state.speaker_of.get(m.head)
        cluster = None if speaker is None or m.gender == "2" else self._cluster(self.state.by_token.get(speaker))
        if cluster is not None:
            found = cluster if m.number == "s" else self._body(cluster)
            if found is not None or m.number == "s":
                return found
        elif speaker is not None and m.gender + m.number == "1p":
            written = self._writer(speaker)
            if written is not None:
                return written
        key = (m.gender + m.number, speaker)
        if key in self.voices:
            return self.voices[key]
        self.voices[key] = len(self.state.clusters)
        return None

    def _body(self, cluster: int) -> int | None:
        """The organisation or team that a person is said to speak for ("X, head of Y", "Y's coach X")."""
        for token in self.ties.around(cluster):
            number = self.state.inside.get(token)
            body = self._cluster(number)
            if number is None or body is None or body == cluster:
                continue
            other = self.state.mentions[number]
            if other.form is Form.DEMONYM and (team := self._team(other)) is not None:
                return team
            if other.form is not Form.DEMONYM and self.state.clusters[body].number == "s" and self._is_body(body):
                return body
        return None

    def _cluster(self, number: int | None) -> int | None:
        """The cluster of a mention, found now where its turn has not come yet ("“I won,” he said")."""
        if number is None:
            return None
        self.resolve(number, self.state.mentions[number])
        cluster = self.state.mentions[number].cluster
        return None if cluster < 0 else cluster

    def _is_body(self, cluster: int) -> bool:
        kind = self.state.clusters[cluster].kind
        return bool(kind) and "kgo:Organisation" in self.state.ontology.types(kind)

    def _team(self, nation: Mention) -> int | None:
        """The team of a nation, where the article is about its match ("English captain X")."""
        tree = self.state.tree
        country = gazetteer.demonyms().get(tree.slice(nation.first, nation.last))
        for m in self.state.mentions if country else ():
            is_team = m.form is Form.NAME and m.kind == "kgo:NationalTeam" and m.cluster >= 0
            if is_team and gazetteer.country_names().get(tree.slice(m.first, m.last)) == country:
                return m.cluster
        return None

    def _writer(self, document: int) -> int | None:
        """The body whose name stands in front of what is quoted ("The Home Office letter reads")."""
        for child in self.state.tree.children[document]:
            number = self.state.inside.get(child) if self.state.tree.deps[child] in PREMODIFIERS else None
            other = None if number is None else self.state.mentions[number]
            if other is not None and other.form is Form.NAME and other.cluster >= 0 and self._is_body(other.cluster):
                return other.cluster
        return None
