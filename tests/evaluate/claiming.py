"""Extractions from a few words, for the tests of `kg.evaluate`."""

from __future__ import annotations

from typing import Any

from kg.model import Article, Claim, Entity, Evidence, Extraction, Form, Mention, Modality, Polarity, Value

TEXT = "President Obama met French President Francois Hollande on Friday, the White House said. He praised the deal."
THING = ("kgo:Entity",)
Row = tuple[str, str, str | Value | None] | tuple[str, str, str | Value | None, dict[str, Any]]


def extraction(*rows: Row, article: str = "a1", text: str = TEXT, mentions: tuple[Mention, ...] = ()) -> Extraction:
    """An extraction of rows of subject, relation, object and circumstances; names are labels and ids at once."""
    names: dict[str, None] = {mention.entity: None for mention in mentions}
    claims = []
    for number, (subject, relation, object_, *rest) in enumerate(rows):
        more: dict[str, Any] = rest[0] if rest else {}
        for name in (subject, object_, more.get("attributed_to")):
            if isinstance(name, str):
                names[name] = None
        claims.append(Claim(f"c{number}", subject, f"kgo:{relation}", object_, "", Evidence(0, len(text)), **more))
    entities = tuple(Entity(name, "kgr:x", name, THING) for name in names)
    return Extraction(Article(article, text), mentions, entities, tuple(claims))


def mention(words: str, entity: str, form: Form = Form.NAME, text: str = TEXT) -> Mention:
    """The first mention of an entity by these words."""
    start = text.index(words)
    return Mention(start, start + len(words), words, entity, form)


def words(text: str) -> Value:
    """A literal."""
    return Value(text, "xsd:string", 0, 1)


__all__ = ["TEXT", "Form", "Modality", "Polarity", "extraction", "mention", "words"]
