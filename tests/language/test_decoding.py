"""The fast name tagger decides as spaCy's own does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.tokens import Doc, Span

from kg.language.decoding import Decoder, is_decodable
from kg.model import Article
from kg.read import read

from .test_layout import pipeline

SAMPLES = Path(__file__).parents[2] / "notebooks" / "articles"
ODD = (
    "",
    " ",
    "\n\n",
    "Paris",
    "Angela",
    "In New York",
    "Angela\n\nMerkel of the of the Bank of",
    "A \t B \u202e C Monday 12 May 2015 to 13 May $3 billion 40%",
    "PARIS BERLIN ROME " * 60,
)


def texts() -> Iterator[str]:
    yield from ODD
    yield from (article.text for article in read([str(SAMPLES)]) if isinstance(article, Article))


def parsed() -> list[Doc]:
    nlp = pipeline()
    with nlp.select_pipes(disable=["kg_ner", "kg_parentheses_back"]):
        return list(nlp.pipe(texts(), batch_size=5))


def names(docs: list[Doc]) -> list[list[tuple[int, int, str]]]:
    return [[(name.start, name.end, name.label_) for name in doc.ents] for doc in docs]


def test_same_names_as_the_tagger() -> None:
    tagger = pipeline().get_pipe("ner")
    assert is_decodable(tagger)
    theirs, ours = list(tagger.pipe(parsed())), list(Decoder(tagger).pipe(parsed(), batch_size=4))
    assert names(ours) == names(theirs)
    assert [[token.ent_iob for token in doc] for doc in ours] == [[token.ent_iob for token in doc] for doc in theirs]
    assert sum(map(len, names(ours))) > 100


def test_one_by_one_as_in_batches() -> None:
    decoder = Decoder(pipeline().get_pipe("ner"))
    assert names([decoder(doc) for doc in parsed()]) == names(list(decoder.pipe(parsed())))


def test_names_set_before_are_kept() -> None:
    doc = pipeline().make_doc("The Blue Harbour Pact met in Paris.")
    doc.set_ents([Span(doc, 1, 4, label="ORG")], default="missing")
    found = Decoder(pipeline().get_pipe("ner"))(doc)
    assert ("Blue Harbour Pact", "ORG") in {(name.text, name.label_) for name in found.ents}


@pytest.mark.parametrize("component", ["parser", "tagger"])
def test_only_taggers_of_the_known_form(component: str) -> None:
    assert not is_decodable(pipeline().get_pipe(component))
