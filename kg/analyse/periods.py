"""How a network changes from one period to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.analyse.selection import ends
from kg.store.records import ClaimRecord, GraphRecords

NEW, GONE, STAYED = "new", "gone", "stayed"


@dataclass(frozen=True, slots=True)
class Change:
    """An entity, or a pair of them, with its claims in two periods; `kind` is "new", "gone" or "stayed"."""

    key: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Whether it was told of in both periods."""
        return NEW if not self.before else GONE if not self.after else STAYED

    @property
    def difference(self) -> int:
        """How many claims more there are in the second period."""
        return len(self.after) - len(self.before)


def entity_changes(before: GraphRecords, after: GraphRecords) -> list[Change]:
    """Each entity with its claims in both periods, what changed most first."""
    return _changes(_by_entity(before), _by_entity(after))


def tie_changes(before: GraphRecords, after: GraphRecords) -> list[Change]:
    """Each pair of entities with the claims between them in both periods, what changed most first."""
    return _changes(_by_pair(before), _by_pair(after))


def _changes(before: Mapping[tuple[str, ...], list[str]], after: Mapping[tuple[str, ...], list[str]]) -> list[Change]:
    keys = sorted({*before, *after})
    found = [Change(key, tuple(before.get(key, ())), tuple(after.get(key, ()))) for key in keys]
    return sorted(found, key=lambda change: (-abs(change.difference), change.key))


def _by_entity(records: GraphRecords) -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for claim in records.claims:
        for iri in dict.fromkeys(ends(claim)):
            found[iri,].append(claim.iri)
    return found


def _by_pair(records: GraphRecords) -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for claim in records.claims:
        if is_tie(claim):
            found[tuple(sorted(ends(claim)))].append(claim.iri)
    return found


def is_tie(claim: ClaimRecord) -> bool:
    """Whether a claim is about two different entities."""
    return not claim.is_agentless and claim.object not in (None, claim.subject)
