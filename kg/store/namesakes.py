"""What tells things of one name apart: their class, or else whom or what they are told of with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from kg.resolve import is_described
from kg.store.records import ClaimRecord, EntityRecord


def told_apart(
    entities: Mapping[str, EntityRecord],
    claims: Iterable[ClaimRecord],
    *,
    articles: Collection[str],
    class_name: Callable[[str], str],
) -> dict[str, EntityRecord]:
    """The entities, those that share their name with another each with a qualifier: "France" the "country".

    What an article only describes ("an official") has no name to share.

    Args:
        claims: what is told of them.
        articles: the slugs of the articles' ids.
        class_name: the words for a class.
    """
    named: dict[str, list[EntityRecord]] = defaultdict(list)
    for iri, entity in entities.items():
        if not is_described(iri, articles):
            named[entity.label.casefold()].append(entity)
    alike = [namesakes for namesakes in named.values() if len(namesakes) > 1]
    same = {entity.iri: _class(entity, class_name) for namesakes in alike for entity in namesakes}
    found = dict(entities)
    partners = _partners(same, claims) if same else {}
    for namesakes in alike:
        classes = Counter(same[entity.iri] for entity in namesakes)
        for entity in namesakes:
            qualifier = same[entity.iri]
            if classes[qualifier] > 1:
                others = [iri for iri, _ in partners[entity.iri].most_common() if iri in entities]
                labels = [entities[iri].label for iri in others if entities[iri].label != entity.label]
                qualifier = next(iter(labels), "")
            found[entity.iri] = replace(entity, qualifier=qualifier or None)
    return found


def _class(entity: EntityRecord, class_name: Callable[[str], str]) -> str:
    return class_name(entity.types[0]) if entity.types else ""


def _partners(wanted: Collection[str], claims: Iterable[ClaimRecord]) -> dict[str, Counter[str]]:
    """Of each wanted entity, with whom or what it is told of, and how surely in sum."""
    found: dict[str, Counter[str]] = {iri: Counter() for iri in wanted}
    for claim in claims:
        if claim.object is None:
            continue
        for one, other in ((claim.subject, claim.object), (claim.object, claim.subject)):
            if one in found and one != other:
                found[one][other] += round(100 * claim.confidence)
    return found
