"""Third-person pronouns: agreement, binding, and salience by recency and syntax."""

from __future__ import annotations

from kg.language.mentions import Mention
from kg.language.sieve import SUBJECT, Sieve
from kg.model import Form

FARTHEST = 3


class Pronouns:
    """Finds what a pronoun stands for among the mentions before it."""

    def __init__(self, state: Sieve) -> None:
        self.state = state

    def antecedent(self, i: int, m: Mention) -> int | None:
        """The cluster that the pronoun, mention `i`, belongs to."""
        best: tuple[float, int] | None = None
        tree, here = self.state.tree, self.state.tree.sentence[m.head]
        for k in range(i - 1, -1, -1):
            other = self.state.mentions[k]
            distance = here - tree.sentence[other.head]
            if distance > FARTHEST:
                break
            if other.cluster < 0 or not self.agrees(m, other) or self.is_bound(m, other):
                continue
            score = self._salience(m, other, distance, i - k)
            if best is None or score > best[0]:
                best = (score, other.cluster)
        return None if best is None else best[1]

    def agrees(self, m: Mention, other: Mention) -> bool:
        """Whether person, number, gender and animacy let the two be one."""
        cluster = self.state.clusters[other.cluster]
        types = self.state.ontology.types(cluster.kind)
        person = "kgo:Person" in types
        if other.form is Form.DEMONYM:
            return False
        if m.kind == "kgo:Person":
            return (
                (person or not cluster.kind)
                and cluster.number == "s"
                and (m.gender == "a" or cluster.gender in ("", m.gender))
            )
        if m.number == "p":
            return cluster.number == "p" or "kgo:Organisation" in types
        return not person and cluster.number == "s"

    def is_bound(self, m: Mention, other: Mention) -> bool:
        """Whether syntax forbids that the two are one (binding theory, i-within-i)."""
        tree = self.state.tree
        if (
            tree.left[other.head] <= m.head <= tree.right[other.head]
            and tree.sentence[other.head] == tree.sentence[m.head]
        ):
            return (other.form is not Form.PRONOUN and tree.deps[m.head] != "poss") or tree.heads[m.head] == other.head
        if tree.tags[m.head] == "PRP$" or tree.lowers[m.head].endswith(("self", "selves")):
            return tree.heads[m.head] == other.head
        verb, above = tree.heads[m.head], tree.heads[other.head]
        if tree.deps[m.head] == "pobj":
            verb = tree.heads[verb]
        return verb == above and tree.deps[m.head] not in SUBJECT

    def _salience(self, m: Mention, other: Mention, distance: int, steps: int) -> float:
        tree = self.state.tree
        dep, cluster = tree.deps[other.head], self.state.clusters[other.cluster]
        score = -1.1 * distance - 0.02 * steps + 0.12 * min(len(cluster.members), 8)
        score += 0.8 if dep in SUBJECT else 0.2 if dep in ("dobj", "poss") else 0.0
        score += 0.3 if dep == tree.deps[m.head] else 0.0
        score += 0.3 if other.form is Form.NAME else 0.0
        score += 0.5 if m.gender and m.gender == cluster.gender else 0.0
        if (m.head in self.state.speaker_of) != (other.head in self.state.speaker_of):
            score -= 0.4
        return score
