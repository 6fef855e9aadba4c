"""Brackets parsed apart: every token comes back in its place, and the sentence reads as if they were not there."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from kg.language.parentheses import kg_parentheses

from .test_layout import pipeline

BRACKETED = {
    "Karl Okafor (Igbo: Okafọ; born 4 May 1961, Jos – 2 June 1999) was a Nigerian painter.": ("Okafor", "was"),
    "Harlow Foods (NYSE: HLF) is a grocer headquartered in Leeds, England.": ("Foods", "is"),
    "The officials (some of them (three) from Lima) left the talks in Oslo.": ("officials", "left"),
}
LEFT_ALONE = ("Nobody spoke in Oslo.", "(Reuters reported it.) She left.", "He said ( and left", "An empty () bracket.")


@pytest.mark.parametrize(("text", "arc"), BRACKETED.items())
def test_the_sentence_is_parsed_without_its_brackets(text: str, arc: tuple[str, str]) -> None:
    doc = pipeline()(text)
    assert doc.text == text
    assert len(list(doc.sents)) == 1
    assert arc in {(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"}
    opening = next(token for token in doc if token.text == "(")
    assert doc[opening.i - 1] in opening.ancestors


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_brackets_that_hold_no_aside_stay(text: str) -> None:
    doc = pipeline().make_doc(text)
    doc[0].is_sent_start = True
    assert kg_parentheses(doc) is doc


def test_names_in_and_around_brackets_keep_their_places() -> None:
    text = "Angela Merkel (CDU) met Emmanuel Macron (born in Amiens) in Berlin (Germany)."
    found = {(name.text, name.start_char) for name in pipeline()(text).ents}
    assert {("Angela Merkel", 0), ("Emmanuel Macron", text.index("Emm")), ("Berlin", text.index("Berlin"))} <= found


def test_a_text_that_ends_in_a_bracket_is_one_tree() -> None:
    doc: Doc = pipeline()("She moved to Lagos (Nigeria)")
    assert len(list(doc.sents)) == 1
    assert doc[5].head.text == "Lagos"
