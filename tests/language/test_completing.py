"""What completes a verb or a noun: charges, declarations, who is the first to do something, names behind a noun."""

from __future__ import annotations

import pytest

from ..extract.reading import lines

COMPLETED = {
    "They found Tom Roe guilty of aiding crimes, and of having attacked Ann Bell.": "Tom Roe -attacked-> Ann Bell",
    "Tom Roe was accused of spying and of attacking Ann Bell.": "Tom Roe -attacked-> Ann Bell | possible",
    "The union accuses the company of treachery.": "union -accused-> company",
    "Voters suspect the government of theft.": "Voters -accused-> government",
    "Ann Bell declared Peru a one-party state.": "Ann Bell -declared-> Peru a one-party state",
    "He defended the builder, Carey & Lyne of Mallow.": "He -defended-> Carey & Lyne of Mallow",
    "Officers seized two boats. One of them, the sergeant's nephew, Leo Marsh, 29, was detained on Monday.": (
        "unknown -detained-> Leo Marsh | 2015-11-09"
    ),
}
NOT_COMPLETED = {
    "The union accuses the company of treachery.": "treachery",
    "He defended the builder, Carey & Lyne of Mallow.": "-> builder",
    "The leaders, he declared in a broadcast, had shown themselves unfit.": "-declared->",
}


@pytest.mark.parametrize(("text", "line"), COMPLETED.items())
def test_what_completes(text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(("text", "part"), NOT_COMPLETED.items())
def test_what_does_not(text: str, part: str) -> None:
    assert not [line for line in lines(text) if part in line]
