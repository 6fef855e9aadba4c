"""Sentences where the subject of a verb stands in another clause, or with a noun; see `reading.py` for the notation."""

from __future__ import annotations

import pytest

from .reading import lines

BY_OBJECT = {
    "Ukraine accused Russia of shelling Kharkiv on Monday.": {
        "Russia -bombed-> Kharkiv | possible | says Ukraine | 2015-11-09"
    },
    "The attack drew outrage, prompting Germany to condemn Iran.": {"Germany -condemned-> Iran"},
    "The police prevented Boris Nadler from leaving Germany.": {"Boris Nadler -left-> Germany | not"},
    "Israel blamed Hamas for attacking Sderot.": {"Hamas -attacked-> Sderot | possible | says Israel"},
    "President Niinisto praised Sweden for joining NATO.": {"Sweden -joined-> NATO"},
    "Angela Merkel sent Frank Steinmeier to negotiate with Iran.": {
        "Frank Steinmeier -negotiatedWith-> Iran | planned"
    },
}
TO_DO = {
    "Ministers lobbied Peru to ban the diamonds.": {"Peru -banned-> diamonds | required"},
    '"Joe Biden must call on Congress to repeal the law," she wrote.': {
        "Congress -rejected-> law | required | says she"
    },
    "The army pushed the rebels to release Ana Silva.": {"rebels -released-> Ana Silva | planned"},
}
BY_SUBJECT = {
    "France used Mali to launch attacks against militants.": {"France -attacked-> militants"},
    "Spain apologised for attacking Morocco.": {"Spain -attacked-> Morocco"},
    "Karl Braun summoned Ana Lopez to criticise Peru.": {"Karl Braun -criticised-> Peru"},
}
OVER_ADJECTIVES = {
    "Karl Braun is capable of attacking Peru.": {"Karl Braun -attacked-> Peru | possible"},
    "The army is suspected of bombing Juba.": {"army -bombed-> Juba | possible"},
}
BY_OWNER = {
    "Poland's bid to join NATO was welcomed by Britain.": {"Poland -joined-> NATO | planned"},
    "Yasser Arafat rejected a US offer to host a summit.": {"United States -hosted-> summit | planned"},
    "Rebels attacked Juba in an attempt to overthrow the government.": {"Rebels -overthrew-> government | possible"},
}
RESULTS = {
    "A camp was attacked by Burundian militiamen, killing 156 people.": {"Burundian militiamen -killed-> 156 people"},
}


@pytest.mark.parametrize(
    ("text", "expected"), {**BY_OBJECT, **TO_DO, **BY_SUBJECT, **OVER_ADJECTIVES, **BY_OWNER, **RESULTS}.items()
)
def test_understood_subjects(text: str, expected: set[str]) -> None:
    assert expected <= lines(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    {
        "A camp was attacked in the night, killing 156 people.": "camp -killed-> 156 people",
        "Benin admitted West Africans ordered out of Nigeria.": "West Africans -expelled-> Nigeria",
    }.items(),
)
def test_nobody_does_what_is_done_to_them(text: str, wrong: str) -> None:
    assert wrong not in lines(text)
