"""News without end: sample extractions with other ids, days and names, the same for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

from kg.model import Article, Entity, Extraction, Form, Mention
from kg.resolve import resolve

VARIANTS = 200
"""How many names each name of a sample can turn into; few of them are common and most are rare, as in the news."""
DAYS = 3650
DAY = re.compile(r"\d{4}-\d\d-\d\d")
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"


def perturbed(samples: Iterable[Extraction], *, seed: int = 0) -> Iterator[Extraction]:
    """The samples again and again, each time with another id, other days and other names; never ends."""
    dice, kept = random.Random(seed), list(samples)
    for round_ in count():
        for sample in kept:
            yield _perturbed(sample, round_, dice)


def _perturbed(sample: Extraction, round_: int, dice: random.Random) -> Extraction:
    shift = timedelta(days=dice.randrange(DAYS))
    alphabets = {entity.id: _alphabet(dice) for entity in sample.entities}
    text = _renamed_text(sample, alphabets)
    mentions = tuple(replace(m, text=text[m.start : m.end]) for m in sample.mentions)
    article = replace(
        sample.article,
        id=f"{sample.article.id}-{round_}",
        text=text,
        published=_shifted_day(sample.article, shift),
    )
    entities = tuple(_renamed(entity, alphabets[entity.id]) for entity in sample.entities)
    claims = tuple(replace(c, time=c.time and _shifted(c.time, shift)) for c in sample.claims)
    return resolve(replace(sample, article=article, mentions=mentions, entities=entities, claims=claims))


def _alphabet(dice: random.Random) -> Mapping[int, int]:
    """A table that swaps vowels and consonants; the table without swaps is as likely as the next five together."""
    variant = min(int(dice.paretovariate(0.6)) - 1, VARIANTS)
    if not variant:
        return {}
    shuffled = random.Random(variant)
    old = VOWELS + CONSONANTS
    new = "".join(shuffled.sample(VOWELS, len(VOWELS)) + shuffled.sample(CONSONANTS, len(CONSONANTS)))
    return str.maketrans(old + old.upper(), new + new.upper())


def _renamed(entity: Entity, alphabet: Mapping[int, int]) -> Entity:
    aliases = tuple(alias.translate(alphabet) for alias in entity.aliases)
    return replace(entity, label=entity.label.translate(alphabet), aliases=aliases)


def _renamed_text(sample: Extraction, alphabets: Mapping[str, Mapping[int, int]]) -> str:
    """The text with every name replaced by one of the same length, so that all offsets hold."""
    text = list(sample.article.text)
    for mention in sample.mentions:
        if _is_name(mention):
            text[mention.start : mention.end] = mention.text.translate(alphabets[mention.entity])
    return "".join(text)


def _is_name(mention: Mention) -> bool:
    return mention.form is Form.NAME


def _shifted_day(article: Article, shift: timedelta) -> date | None:
    return article.published + shift if article.published else None


def _shifted(time: str, shift: timedelta) -> str:
    """The days of a time moved on; coarser grains stay."""
    return DAY.sub(lambda found: (date.fromisoformat(found[0]) + shift).isoformat(), time)
