"""An extraction that came in as JSON, checked to be whole before anything is built on it.

`Extraction.from_dict` takes what it gets; here every value is held against the type that its
field in `kg.model` declares, every id against the entities, and every offset against the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from datetime import date
from itertools import chain
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from kg.errors import InputError
from kg.model import Article, Claim, Entity, Evidence, Extraction, Mention, OpenTriple, Value
from kg.read.article import to_article

_HINTS = {
    kind: get_type_hints(kind) for kind in (Article, Claim, Entity, Evidence, Extraction, Mention, OpenTriple, Value)
}
_TIME = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def to_extraction(row: dict[str, Any], name: str) -> Extraction:
    """The extraction in a row of the extraction format.

    Raises:
        InputError: naming `name` and the first thing that does not fit.
    """
    try:
        extraction = Extraction.from_dict({**row, "article": _article(row["article"], name)})
    except KeyError as error:
        raise InputError(name, f"not a whole extraction: {error} is missing") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError(name, f"not an extraction: {error}") from None
    for problem in chain(_mistyped(extraction, "extraction"), _misfits(extraction)):
        raise InputError(name, f"not a sound extraction: {problem}")
    return extraction


def _article(data: Any, name: str) -> dict[str, Any]:
    """The article's fields, checked as those of any other article; its id must be given."""
    if not isinstance(data, dict):
        raise TypeError('"article" must be an object')
    known = {"id", "title", "url", "published", "publisher", "text"}
    article = to_article(name, stem="article", **{"text": None, **{k: v for k, v in data.items() if k in known}})
    if article.id != data["id"]:
        raise ValueError('"id" of the article must be a string in one line')
    published = article.published.isoformat() if article.published else None
    return {**{key: data.get(key) for key in known}, "published": published}


def _mistyped(value: Any, where: str) -> Iterator[str]:
    """What in a dataclass is not of the type that its field declares."""
    for name, hint in _HINTS[type(value)].items():
        field = getattr(value, name)
        items = field if isinstance(field, tuple) and get_origin(hint) is tuple else (field,)
        inner = get_args(hint)[0] if items is field else hint
        for item in items:
            if not _is_of(item, inner):
                yield f'"{name}" of {where} is {str(item)[:40]!r}'
            elif is_dataclass(item):
                yield from _mistyped(item, _called(item))


def _is_of(value: Any, hint: Any) -> bool:
    if isinstance(hint, UnionType):
        return any(_is_of(value, option) for option in get_args(hint))
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, hint)


def _misfits(extraction: Extraction) -> Iterator[str]:
    """What does not fit together in an extraction whose types are right."""
    ids = {entity.id for entity in extraction.entities}
    yield from _repeated("entity", (entity.id for entity in extraction.entities))
    yield from _repeated("claim", (claim.id for claim in extraction.claims))
    for item in _all(extraction):
        where = _called(item)
        for id_ in _references(item):
            if id_ not in ids:
                yield f"{where} names {id_[:40]!r}, which is no entity"
        for start, end in _spans(item):
            if not 0 <= start < end <= len(extraction.article.text):
                yield f"{where} lies at {start} to {end}, outside the text"
        confidence = getattr(item, "confidence", 1.0)
        if not 0 <= confidence <= 1:
            yield f"{where} has confidence {confidence}, not between 0 and 1"
        yield from _unlike(item, where, extraction.article.text)


def _unlike(item: Any, where: str, text: str) -> Iterator[str]:
    """What a single entity, mention or claim says that cannot be."""
    if isinstance(item, Mention) and text[item.start : item.end] != item.text:
        yield f"{where} is not what the text has there"
    if isinstance(item, Entity) and not (item.types and all(":" in iri for iri in (item.iri, *item.types))):
        yield f'{where} needs "iri" and "types" with a prefix'
    if isinstance(item, Claim):
        if ":" not in item.predicate:
            yield f'{where} needs a "predicate" with a prefix'
        if item.time is not None and not _is_time(item.time):
            yield f"{where} has time {item.time[:40]!r}, not an ISO date or interval"


def _is_time(time: str) -> bool:
    """Whether it is "2015", "2015-11" or "2015-11-13", or two of these joined by "/"."""
    parts = time.split("/")
    return len(parts) <= 2 and all(_is_day(part) for part in parts)


def _is_day(part: str) -> bool:
    if not _TIME.fullmatch(part):
        return False
    try:
        date.fromisoformat(part + "-01-01"[: 10 - len(part)] if len(part) < 10 else part)
    except ValueError:
        return False
    return True


def _all(extraction: Extraction) -> Iterator[Entity | Mention | Claim | OpenTriple]:
    yield from extraction.entities
    yield from extraction.mentions
    yield from extraction.claims
    yield from extraction.triples


def _references(item: Any) -> Iterator[str]:
    """The entity ids that it names."""
    candidates: tuple[Any, ...] = ()
    if isinstance(item, Mention):
        candidates = (item.entity,)
    elif isinstance(item, Claim):
        candidates = (item.subject, item.object, item.attributed_to, item.place)
    elif isinstance(item, OpenTriple):
        candidates = (item.subject_entity, item.object_entity)
    return (candidate for candidate in candidates if isinstance(candidate, str))


def _spans(item: Any) -> Iterator[tuple[int, int]]:
    """The stretches of the text that it points to."""
    if isinstance(item, Mention | OpenTriple):
        yield item.start, item.end
    elif isinstance(item, Claim):
        yield item.evidence.start, item.evidence.end
        if isinstance(item.object, Value):
            yield item.object.start, item.object.end


def _repeated(kind: str, ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            yield f"{kind} {id_[:40]!r} stands there twice"
        seen.add(id_)


def _called(item: Any) -> str:
    kind = type(item).__name__.lower()
    label = getattr(item, "id", None) or getattr(item, "text", None)
    return f"{kind} {str(label)[:40]!r}" if label else kind
