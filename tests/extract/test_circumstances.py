"""When, according to whom and how certain: sentences of a paper of Saturday, 14 November 2015, and a claim of each."""

from __future__ import annotations

import pytest

from .reading import lines

TIMES = {
    "Angela Merkel met Emmanuel Macron on Friday.": "Angela Merkel -metWith-> Emmanuel Macron | 2015-11-13",
    "Angela Merkel visited Paris on Friday, meeting Emmanuel Macron.": (
        "Angela Merkel -metWith-> Emmanuel Macron | 2015-11-13"
    ),
    "Angela Merkel arrived in Paris on Friday, two days after Emmanuel Macron visited Berlin.": (
        "Emmanuel Macron -visited-> Berlin | 2015-11-11"
    ),
    "Angela Merkel will meet Emmanuel Macron on Monday.": (
        "Angela Merkel -metWith-> Emmanuel Macron | planned | 2015-11-16"
    ),
    "Angela Merkel arrived in Paris on Friday. She criticised Emmanuel Macron.": (
        "Angela Merkel -criticised-> Emmanuel Macron | 2015-11-13"
    ),
    "Angela Merkel arrived in Paris on Friday. Police detained Emmanuel Macron.": (
        "Police -detained-> Emmanuel Macron | 2015-11-13"
    ),
    "In 2011 Google acquired Motorola. It acquired Nest in 2014.": "Google -acquired-> Nest | 2014",
    "Google acquired Motorola in 2011. Microsoft acquired Nokia.": "Microsoft -acquired-> Nokia",
}
SOURCES = {
    "Angela Merkel said Emmanuel Macron had visited Berlin.": (
        "Emmanuel Macron -visited-> Berlin | says Angela Merkel"
    ),
    "Angela Merkel said that French President Emmanuel Macron would visit Berlin.": (
        "Emmanuel Macron -headOfState-> France"
    ),
    "Google, which is based in Mountain View, acquired Nest, Apple said.": "Google -basedIn-> Mountain View",
    "Google, which is based in Mountain View, acquired Nest, Apple confirmed.": (
        "Google -acquired-> Nest | says Apple"
    ),
    "Apple said it would acquire Nest, which is based in Palo Alto.": "Nest -basedIn-> Palo Alto",
    "“French President Emmanuel Macron visited Berlin,” Angela Merkel said.": (
        "Emmanuel Macron -headOfState-> France | says Angela Merkel"
    ),
    "Police will pay, Angela Merkel said; Google acquired Nest.": "Google -acquired-> Nest",
    "Emmanuel Macron visited Berlin, according to German Chancellor Angela Merkel.": (
        "Angela Merkel -headOfGovernment-> Germany"
    ),
}
CERTAINTY = {
    "Angela Merkel may visit Paris if Emmanuel Macron invites her.": "Angela Merkel -visited-> Paris | conditional",
    "Angela Merkel will visit Paris unless Emmanuel Macron resigns.": "Angela Merkel -visited-> Paris | conditional",
    "Angela Merkel said she would visit Paris.": "Angela Merkel -visited-> Paris | planned | says Angela Merkel",
    "Angela Merkel said she would visit Paris if Emmanuel Macron resigned.": (
        "Angela Merkel -visited-> Paris | conditional | says Angela Merkel"
    ),
    "Angela Merkel would visit Paris.": "Angela Merkel -visited-> Paris | conditional",
    "Angela Merkel did not visit Paris and was praised by Emmanuel Macron.": (
        "Emmanuel Macron -praised-> Angela Merkel"
    ),
    "Angela Merkel refused to visit Paris.": "Angela Merkel -visited-> Paris | not",
    "Angela Merkel managed to visit Paris.": "Angela Merkel -visited-> Paris",
}


@pytest.mark.parametrize(("text", "claim"), TIMES.items())
def test_when(text: str, claim: str) -> None:
    assert claim in lines(text)


@pytest.mark.parametrize(("text", "claim"), SOURCES.items())
def test_according_to_whom(text: str, claim: str) -> None:
    assert claim in lines(text)


@pytest.mark.parametrize(("text", "claim"), CERTAINTY.items())
def test_how_certain(text: str, claim: str) -> None:
    assert claim in lines(text)
