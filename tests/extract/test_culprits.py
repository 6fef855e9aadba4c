"""Whose deed a noun names in a clause of justice."""

from __future__ import annotations

import pytest

from .reading import lines

DEEDS = {
    "Peter Hart was jailed for the murder of Ann Lee.": {"Peter Hart -killed-> Ann Lee"},
    "The court convicted Peter Hart of the murder of nine students.": {"Peter Hart -killed-> students"},
    "Peter Hart was found guilty of the kidnapping of a journalist.": {"Peter Hart -abducted-> journalist"},
    "Peter Hart was sentenced to death for the murder of Ann Lee.": {"Peter Hart -killed-> Ann Lee"},
    "Peter Hart admitted the murder of Ann Lee.": {"Peter Hart -killed-> Ann Lee"},
    "Peter Hart was charged with the murder of Ann Lee.": {"Peter Hart -killed-> Ann Lee | possible"},
    "Peter Hart is sought for the killing of Ann Lee.": {"Peter Hart -killed-> Ann Lee | possible"},
    "Peter Hart was not convicted of the murder of Ann Lee.": {"Peter Hart -killed-> Ann Lee | not"},
    "Peter Hart mourned after the murder of Ann Lee.": {"unknown -killed-> Ann Lee"},
}


@pytest.mark.parametrize("sentence", DEEDS)
def test_deed(sentence: str) -> None:
    told = {line for line in lines(sentence) if "-killed->" in line or "-abducted->" in line}
    assert told == DEEDS[sentence]
