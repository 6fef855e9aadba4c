"""The project's own gold: what a careful reader would write down from the sample articles."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.model import Article, Claim, Entity, Evidence, Extraction, Form, Mention, Modality, Polarity, Value
from kg.ontology import Ontology

COLUMNS = ("subject", "relation", "object", "polarity", "modality", "attributed_to", "time", "sentence")
MIN_WORDS = 4
"""How many words the last column needs at least, so that it finds one sentence."""

_TIME = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_SENTENCE_END = re.compile(r"[.!?][\"”’]?(?=\s)|\n\s*\n|\Z")


class GoldError(ValueError):
    """A row that breaks a rule of the README; its text names file and line."""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One row: a claim that the article states, with its circumstances.

    `attributed_to` and `time` are None where the column is empty; `time` is an ISO date whose length
    tells its grain, or two of them joined by "/". `sentence` holds the words with which the sentence
    begins, and occurs once in the article.
    """

    subject: str
    relation: str
    object: str
    polarity: Polarity
    modality: Modality
    attributed_to: str | None
    time: str | None
    sentence: str

    @property
    def is_direct(self) -> bool:
        """Whether the claim's own triple may stand in the graph: affirmed and actual."""
        return self.polarity is Polarity.AFFIRMED and self.modality is Modality.ACTUAL


def load(path: Path, *, text: str, relations: Collection[str]) -> list[GoldClaim]:
    """The rows of a gold file in their order, each checked.

    Args:
        path: the file.
        text: the text of its article; white space does not count.
        relations: the local names of the ontology's relations.

    Raises:
        GoldError: a wrong header or number of columns, an empty field that must be filled, a relation,
            polarity, modality or time that is none, a sentence that the article does not have exactly
            once, or a row that stands there twice.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise GoldError(f"{path.name}: the first line must name the columns {', '.join(COLUMNS)}")
    article = squeeze(text)
    claims: dict[GoldClaim, int] = {}
    for number, line in enumerate(lines[1:], start=2):
        fields = line.split("\t")
        if why := _why_wrong(fields, article=article, relations=relations):
            raise GoldError(f"{path.name} line {number}: {why}")
        claim = _to_claim(dict(zip(COLUMNS, fields, strict=True)))
        if claim in claims:
            raise GoldError(f"{path.name} line {number}: the same as line {claims[claim]}")
        claims[claim] = number
    return list(claims)


def load_all(folder: Path, *, texts: Mapping[str, str], relations: Collection[str]) -> dict[str, list[GoldClaim]]:
    """The gold of every article by the article's id, which is the file's stem.

    Raises:
        GoldError: as in `load`, or a file without an article.
    """
    gold = {}
    for path in sorted(folder.glob("*.tsv")):
        if path.stem not in texts:
            raise GoldError(f"{path.name}: no article of that name")
        gold[path.stem] = load(path, text=texts[path.stem], relations=relations)
    return gold


def to_extraction(rows: Iterable[GoldClaim], article: Article, ontology: Ontology) -> Extraction:
    """The rows of an article in the extraction format.

    Each name is an entity, mentioned wherever the text has it; the evidence is the sentence.
    """
    rows = list(rows)
    named = [name for row in rows for name in _names(row, ontology)]
    ids = {name: f"e{number}" for number, name in enumerate(dict.fromkeys(named))}
    mentions = tuple(mention for name, id_ in ids.items() for mention in _mentions(name, id_, article.text))
    entities = tuple(Entity(id_, f"kgr:{id_}", name, ("kgo:Entity",)) for name, id_ in ids.items())
    claims = tuple(_claim(f"c{n}", row, ids, article.text, ontology) for n, row in enumerate(rows))
    return Extraction(article, mentions, entities, claims)


def _names(row: GoldClaim, ontology: Ontology) -> Iterator[str]:
    """The entities that a row names."""
    yield row.subject
    if not _is_literal(row, ontology):
        yield row.object
    if row.attributed_to:
        yield row.attributed_to


def _is_literal(row: GoldClaim, ontology: Ontology) -> bool:
    return ontology.relations[f"kgo:{row.relation}"].is_literal


def _claim(id_: str, row: GoldClaim, ids: Mapping[str, str], text: str, ontology: Ontology) -> Claim:
    evidence = _evidence(row.sentence, text)
    value = Value(row.object, "xsd:string", evidence.start, evidence.end) if _is_literal(row, ontology) else None
    return Claim(
        id=id_,
        subject=ids[row.subject],
        predicate=f"kgo:{row.relation}",
        object=value or ids[row.object],
        phrase="",
        evidence=evidence,
        polarity=row.polarity,
        modality=row.modality,
        attributed_to=ids[row.attributed_to] if row.attributed_to else None,
        time=row.time,
    )


def _mentions(name: str, entity: str, text: str) -> Iterator[Mention]:
    form = Form.NOUN if name.islower() else Form.NAME
    for found in re.finditer(rf"\b{re.escape(name)}\b", text):
        yield Mention(found.start(), found.end(), name, entity, form)


def _evidence(sentence: str, text: str) -> Evidence:
    """The sentence that begins with these words; white space does not count."""
    found = re.search(r"\s+".join(map(re.escape, sentence.split())), text)
    assert found is not None
    end = _SENTENCE_END.search(text, found.end())
    assert end is not None
    return Evidence(found.start(), end.end())


def squeeze(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def is_time(text: str) -> bool:
    """Whether the text is an ISO year, month or day that exists, or two of them joined by "/".

    >>> [is_time(text) for text in ("2015", "2015-11", "1995/2002", "2015-02-30", "May 2015")]
    [True, True, True, False, False]
    """
    parts = text.split("/")
    return len(parts) <= 2 and all(_is_point(part) for part in parts) and parts == sorted(parts)


def _is_point(text: str) -> bool:
    if not _TIME.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def _why_wrong(fields: list[str], *, article: str, relations: Collection[str]) -> str | None:
    """What is wrong with a row; None when nothing is."""
    if len(fields) != len(COLUMNS):
        return f"{len(fields)} columns in place of {len(COLUMNS)}"
    row = dict(zip(COLUMNS, fields, strict=True))
    for column, value in row.items():
        if value != squeeze(value):
            return f"stray white space in {column}"
        if not value and column not in ("attributed_to", "time"):
            return f"{column} is empty"
    if row["relation"] not in relations:
        return f"{row['relation']} is no relation of the ontology"
    if row["polarity"] not in set(Polarity):
        return f"{row['polarity']} is no polarity"
    if row["modality"] not in set(Modality):
        return f"{row['modality']} is no modality"
    if row["time"] and not is_time(row["time"]):
        return f"{row['time']} is no ISO date"
    return _why_lost(row["sentence"], article)


def _why_lost(sentence: str, article: str) -> str | None:
    if len(sentence.split()) < MIN_WORDS:
        return f"fewer than {MIN_WORDS} words of the sentence"
    times = article.count(sentence)
    return None if times == 1 else f"{sentence!r} is {times} times in the article"


def _to_claim(row: Mapping[str, str]) -> GoldClaim:
    return GoldClaim(
        subject=row["subject"],
        relation=row["relation"],
        object=row["object"],
        polarity=Polarity(row["polarity"]),
        modality=Modality(row["modality"]),
        attributed_to=row["attributed_to"] or None,
        time=row["time"] or None,
        sentence=row["sentence"],
    )
