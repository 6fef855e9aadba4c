"""Who won and who lost: texts and mentions that are, or are not, one entity."""

from __future__ import annotations

import pytest

from ..extract.reading import lines
from .test_chains import are_apart, is_one

CONTESTS = {
    # the only winner, whoever was named last
    "Ann Bell beat Tom Roe on Sunday. Roe, 60, was calm. The winner sang.": "Ann Bell | The winner",
    "Tom Roe lost to Ann Bell on Sunday. Roe sang. The winner wore red.": "Ann Bell | The winner",
    "Ann Bell won the election on Sunday. Tom Roe congratulated her. The winner's car broke down.": (
        "Ann Bell | her | The winner's"
    ),
    "Anna Berg became the first woman to be elected president of Peru. Tom Roe sang. The new president wore red.": (
        "Anna Berg | The new president"
    ),
    # the other one
    "Ann Bell defeated Tom Roe on Sunday. Roe left. His opponent gave a dinner.": "Ann Bell | His opponent",
    "Peter Roe, who beat Carl Hill in May, is rich. Hill was calm. He had met his chief rival once.": (
        "Peter Roe | his chief rival"
    ),
    # whom the headline names
    "Berg ousts Hill in Lima\n\nA former nurse who lives alone has beaten Carl Hill, the mayor.\n\nAnna Berg sang.": (
        "Berg | A former nurse | Anna Berg"
    ),
}
APART = {
    "Ann Bell beat Tom Roe. Carl Hill beat Peter Dunn. The winner sang.": "Ann Bell | The winner",
    "Ann Bell beat Tom Roe. Carl Hill scored the winner in May.": "Ann Bell | the winner",
    "Ann Bell beat Tom Roe. Carl Hill beat Ann Bell. Bell met her rival.": "Tom Roe | her rival",
    "Ann Bell beat Tom Roe. Roe met the Kenyan's opponent.": "Ann Bell | the Kenyan's opponent",
    "Ann Bell beat Tom Roe. Roe met his old opponent.": "Ann Bell | his old opponent",
    "Berg ousts Hill in Lima\n\nA former nurse has beaten Peter Dunn in Cusco.\n\nAnna Berg sang.": (
        "Berg | A former nurse"
    ),
}
BOTH = "Ann Bell beat Tom Roe in May. Rain fell. Carl Hill met both candidates."


@pytest.mark.parametrize(("text", "chain"), CONTESTS.items())
def test_one(text: str, chain: str) -> None:
    assert is_one(text, chain)


@pytest.mark.parametrize(("text", "chain"), APART.items())
def test_apart(text: str, chain: str) -> None:
    assert are_apart(text, chain)


def test_both() -> None:
    assert {"Carl Hill -metWith-> Ann Bell", "Carl Hill -metWith-> Tom Roe"} <= lines(BOTH)
