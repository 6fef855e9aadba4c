"""Whom "the defendant" and "the suspended official" mean, and "the ex-leader"."""

from __future__ import annotations

import pytest

from .test_chains import are_apart, is_one

COURT = "Ana Roca was sentenced to five years on Tuesday for taking bribes. Judge Ivo Bek read the verdict in Lima."
ONE = {
    f"{COURT} Tom Hill wept. The defendant said nothing.": "Ana Roca | The defendant",
    f"{COURT}\n\nEva Roca, the defendant's daughter, wept.": "Ana Roca | the defendant's",
    "The man who ran the prison was jailed on Monday. Ana Roca was found guilty of murder.\n\nMax Kern wept.\n\n"
    "In the course of the trial the defendant begged forgiveness.": "Ana Roca | the defendant",
    "Ana Roca, a mayor, was suspended on Monday. Tom Hill was not there. The suspended official left.": (
        "Ana Roca | a mayor | The suspended official"
    ),
    "Police arrested a man on Friday. Tom Hill wept. The suspect had bought a gun.": "a man | The suspect",
    "Ana Roca lost the vote to Tom Hill. Max Kern wept. The defeated leader founded the Blue Party in 1990.": (
        "Ana Roca | The defeated leader"
    ),
    "Ana Roca was shot and killed in May. Max Kern, the late leader's brother, wept.": "Ana Roca | the late leader's",
    # the text's one former leader, no judge above the clause; "he" in the sentence before
    "Peru's former president Ana Roca was jailed. Roca, 70, took notes. Roca scarcely looked up.\n\n"
    "Judge Ivo Bek read the verdict at a base where the ex-leader has been held.": (
        "Peru's former president | Ana Roca | Roca | Roca | the ex-leader"
    ),
    "The board voted against it, chairman Ivo Bek said.\n\n"
    '"We did not build it to sell it," he told reporters. The former schoolteacher founded the firm in 1985.': (
        "Ivo Bek | he | The former schoolteacher"
    ),
}
APART = {
    "Ana Roca and Max Kern were jailed. Roca was sentenced to two years and Kern was sentenced to three. "
    "The defendant wept.": "Ana Roca | The defendant",
    "Ana Roca may be suspended. The suspended official left.": "Ana Roca | The suspended official",
    "Ana Roca lost her job. The defeated leader left.": "Ana Roca | The defeated leader",
    f"{COURT} Ana Roca praised the defendant.": "Ana Roca | the defendant",
    "Judge Ivo Bek read the verdict at a base where the ex-leader has been held.": "Ivo Bek | the ex-leader",
}


@pytest.mark.parametrize(("text", "chain"), ONE.items())
def test_one(text: str, chain: str) -> None:
    assert is_one(text, chain)


@pytest.mark.parametrize(("text", "chain"), APART.items())
def test_apart(text: str, chain: str) -> None:
    assert are_apart(text, chain)
