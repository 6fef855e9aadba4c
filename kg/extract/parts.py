"""Long texts in parts: cut where a paragraph ends, read one by one, and put together again.

The parser's memory grows with the length of a text (about a gigabyte per 100,000 characters by spaCy's own
account), so no part is longer than `LONGEST` characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import Article, Claim, Entity, Evidence, Extraction, Form, Mention, OpenTriple, Value

LONGEST = 30_000
BREAKS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?][\"”’)]?\s"), re.compile(r"\s"))


def parts(text: str, *, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """Stretches of the text with the offset that each begins at; together they are the text."""
    start = 0
    while len(text) - start > longest:
        end = _cut(text, start, start + longest)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _cut(text: str, start: int, limit: int) -> int:
    for pattern in BREAKS:
        ends = [m.end() for m in pattern.finditer(text, start + (limit - start) // 2, limit)]
        if ends:
            return ends[-1]
    return limit


def together(article: Article, read: Sequence[tuple[int, Extraction]]) -> Extraction:
    """One extraction of the whole article; what bears the same name and class in two parts is one entity."""
    if len(read) == 1:
        return replace(read[0][1], article=article)
    joined = _Joined()
    for offset, extraction in read:
        joined.add(offset, extraction)
    return Extraction(
        article, tuple(joined.mentions), tuple(joined.entities), tuple(joined.claims), tuple(joined.triples)
    )


class _Joined:
    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.entities: list[Entity] = []
        self.claims: list[Claim] = []
        self.triples: list[OpenTriple] = []
        self.by_name: dict[tuple[str, str], str] = {}

    def add(self, offset: int, extraction: Extraction) -> None:
        named = {m.entity for m in extraction.mentions if m.form in (Form.NAME, Form.DEMONYM)}
        ids = {e.id: self._id(e, e.id in named) for e in extraction.entities}
        self.mentions.extend(
            replace(m, start=m.start + offset, end=m.end + offset, entity=ids[m.entity]) for m in extraction.mentions
        )
        number = len(self.claims)
        self.claims.extend(
            replace(_moved(claim, offset, ids), id=f"c{number + n}") for n, claim in enumerate(extraction.claims)
        )
        self.triples.extend(
            replace(
                t,
                start=t.start + offset,
                end=t.end + offset,
                subject_entity=ids.get(t.subject_entity or ""),
                object_entity=ids.get(t.object_entity or ""),
            )
            for t in extraction.triples
        )

    def _id(self, entity: Entity, is_named: bool) -> str:
        key = (entity.label, entity.types[-2] if len(entity.types) > 1 else entity.types[0])
        if is_named and key in self.by_name:
            return self.by_name[key]
        new = f"e{len(self.entities)}"
        self.entities.append(replace(entity, id=new))
        if is_named:
            self.by_name[key] = new
        return new


def _moved(claim: Claim, offset: int, ids: dict[str, str]) -> Claim:
    value = claim.object
    if isinstance(value, Value):
        value = replace(value, start=value.start + offset, end=value.end + offset)
    elif value is not None:
        value = ids[value]
    return replace(
        claim,
        subject=ids[claim.subject],
        object=value,
        attributed_to=ids.get(claim.attributed_to or ""),
        place=ids.get(claim.place or ""),
        evidence=Evidence(claim.evidence.start + offset, claim.evidence.end + offset),
    )
