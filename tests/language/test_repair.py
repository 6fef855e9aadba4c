"""Repaired parses stay trees, and say what was repaired."""

from __future__ import annotations

import pytest

from kg.language.repair import is_forest

from ..extract.reading import lines, reader

FORESTS = [([0], True), ([0, 0, 1], True), ([1, 0], False), ([1, 2, 0], False), ([], True), ([0, 2, 1], False)]


@pytest.mark.parametrize(("heads", "expected"), FORESTS)
def test_forests(heads: list[int], expected: bool) -> None:
    assert is_forest(heads) is expected


ODD = [
    "co-co-founded re-re - co-",
    "The two co-founded ex-president and re-elected vice-chairman discussed talks by the by.",
    "co-owner co-founder and co-chairman co-signed",
    "Department of State and Bureau of State and Office of State and State",
    "Who who whom whose of France who of Paris who",
    "Group of 20 Group of 20 meeting of the Group of",
    "Ann do, and his, 19, and his wife and itself calling itself",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_stay_trees(text: str) -> None:
    tree = reader().nlp(text).user_data["kg.reading"].tree
    assert is_forest(tree.heads)


def test_cut_words_hang_together() -> None:
    assert "Michael -founderOf-> Microsoft" in lines("Michael also co-founded Microsoft.")


def test_whose_clause_has_the_verb_behind_its_noun() -> None:
    found = lines("Edward Hill accused the firefighters, whose chief, Patrick Lamb, rejects the accusation.")
    assert "Patrick Lamb -rejected-> accusation" in found
    assert "Edward Hill -rejected-> accusation" not in found


def test_who_is_the_person() -> None:
    found = lines("The rebels met Kofi Annan of Ghana, who leads the United Nations.")
    assert "Kofi Annan -leaderOf-> United Nations" in found


SUBJECTS = {
    "China's Geely buys Volvo.": "Geely -acquired-> Volvo",
    "Zhejiang Geely, a Chinese carmaker whose founder is rich, bought Volvo on Sunday.": (
        "Zhejiang Geely -acquired-> Volvo | 2015-11-08"
    ),
}


@pytest.mark.parametrize(("text", "line"), SUBJECTS.items())
def test_names_taken_for_adverbs_are_subjects(text: str, line: str) -> None:
    assert line in lines(text)


def test_what_is_told_before_a_clause_of_time_is_not_said_in_it() -> None:
    found = lines("She was born in Telavi on 3 May 1918, three weeks before Georgia declared its independence.")
    assert "She -bornIn-> Telavi | 1918-05-03" in found
    assert not [line for line in found if line.startswith("Georgia -declared-> She")]
