"""Which works "the plant" and "the mill" mean: texts and mentions that are, or are not, one entity."""

from __future__ import annotations

import pytest

from .test_chains import are_apart, is_one

ONE = {
    "For six years the Ibirama Spinning Mills were silent. Hens moved in. An engineer who inspected the plant in May "
    "wept.": "Ibirama Spinning Mills | the plant",
    "Machines at the Boateng Cocoa Products factory at Lima were started again. The plant, which employs 410 people, "
    "was shut in May.": "the Boateng Cocoa Products factory at Lima | The plant",
}
APART = {
    # of two works, of another kind, without a name, told of with more than its state
    "The Ibirama Spinning Mills were silent. A brewery in Lima shut. An engineer who saw the plant in May wept.": (
        "Ibirama Spinning Mills | the plant"
    ),
    "Machines at the Boateng Cocoa Products factory at Lima were started again. Bell saw the refinery.": (
        "the Boateng Cocoa Products factory at Lima | the refinery"
    ),
    "A cork factory was silent. An engineer who inspected the plant in May wept.": "A cork factory | the plant",
    "The Ibirama Spinning Mills were silent. An engineer who inspected the nuclear plant in May wept.": (
        "Ibirama Spinning Mills | the nuclear plant"
    ),
}


@pytest.mark.parametrize(("text", "chain"), ONE.items())
def test_one(text: str, chain: str) -> None:
    assert is_one(text, chain)


@pytest.mark.parametrize(("text", "chain"), APART.items())
def test_apart(text: str, chain: str) -> None:
    assert are_apart(text, chain)
