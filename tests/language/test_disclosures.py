"""Whom "a judge" of the first sentence turns out to be: texts and mentions that are, or are not, one entity."""

from __future__ import annotations

import pytest

from .test_chains import are_apart, is_one

ONE = {
    "A judge freed two miners on Monday after a long trial. Families wept. Judge Ann Bell read out the verdict.": (
        "A judge | Ann Bell"
    ),
    "Miners agreed on Monday to buy the mill with help from a retired sea captain. Families wept. The rest comes from "
    "Capt. Tom Roe, 74, who is lending the money.": "a retired sea captain | Tom Roe",
    "Tom Roe wept as the judge told him on Monday that he had lied. Three judges heard the case. The presiding judge, "
    "Ann Bell, read the verdict.": "the judge | The presiding judge | Ann Bell",
    "An alliance of old rivals won the vote in Peru on Sunday. Crowds sang. In Lima people waved the flags of the "
    "Alliance of Hope.": "An alliance of old rivals | Alliance of Hope",
}
APART = {
    # one of two; what might be; who is told of as any of a kind; whom the text named before
    "A judge freed two miners on Monday. Judge Ann Bell read the verdict. Judge Tom Roe was ill.": "A judge | Ann Bell",
    "Tom Roe wept as the judge told him on Monday that he had lied. Three judges heard it. Judge Ann Bell sang.": (
        "the judge | Ann Bell"
    ),
    "A judge could free two miners on Monday. It rained. Judge Ann Bell read the verdict.": "A judge | Ann Bell",
    "Ann Roth marched to the office in a mayor's sash on Monday. It rained. Mayor Tom Roe sang.": (
        "a mayor's | Tom Roe"
    ),
    "Two brewers agreed on Monday to create a company that would sell wine. It rained. Brio Company opened a shop.": (
        "a company | Brio Company"
    ),
    "Ann Roth was jailed on Monday, the first leader who was found guilty by a court. Her lawyer went to the "
    "Supreme Court.": "a court | Supreme Court",
    "A carmaker sold a yard to a Chinese company on Monday. It rained. It had sold a mill to Brio, a tiny company.": (
        "a Chinese company | Brio"
    ),
    "A bank in Lima closed on Monday. It rained. Snow fell. Crowds sang. Dogs barked. Bells rang. Shops shut. Rain "
    "fell. Roth Bank was silent.": "A bank in Lima | Roth Bank",
}


@pytest.mark.parametrize(("text", "chain"), ONE.items())
def test_one(text: str, chain: str) -> None:
    assert is_one(text, chain)


@pytest.mark.parametrize(("text", "chain"), APART.items())
def test_apart(text: str, chain: str) -> None:
    assert are_apart(text, chain)
