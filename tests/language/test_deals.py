"""The bodies that a text is about: who "the companies" and "the firm" are that a sentence tells of."""

from __future__ import annotations

import pytest

from ..extract.reading import lines

DEALS = {
    "Velmore Energy to buy Tarvo Group\n\nLIMA, May 3 - Rain fell. Shares rose. Snow fell.\n\nBoth companies "
    "sued Gorlice Steel.": {"Velmore Energy", "Tarvo Group"},
    "Velmore Energy agreed on Monday to buy Tarvo Group for $2 billion. Rain fell. Snow fell. The two companies sued "
    "Gorlice Steel.": {"Velmore Energy", "Tarvo Group"},
    "Velmore Energy is to buy Tarvo Group from Halden Corp. for $2 billion. Shares rose. Snow fell. The companies sued "
    "Gorlice Steel.": {"Velmore Energy", "Halden Corp."},
    "Velmore Energy sold a mine to Tarvo Group. Shares rose. Snow fell. The two sides sued Gorlice Steel.": {
        "Velmore Energy",
        "Tarvo Group",
    },
    # others are meant: two that were just joined, a buyer without a name
    "Velmore Energy bought Tarvo Group. Halden Corp. and Orsova Inc. met. The two companies sued Gorlice Steel.": {
        "Halden Corp.",
        "Orsova Inc.",
    },
    "A Swiss investor bought Tarvo Group. Shares rose. Snow fell. The companies sued Gorlice Steel.": {"companies"},
    "Velmore Energy bought Tarvo Group. Shares rose. Snow fell. The mining companies sued Gorlice Steel.": {
        "mining companies"
    },
}

FIRMS = {
    # the only one with a name, however far above; nobody told of since without one
    "Velmore Energy owned a mill. Rain fell. Snow fell. Fog came. Wind blew. Hail fell. Shares rose. The firm sued "
    "Carl Hill.": {"Velmore Energy"},
    "Velmore Energy owned a mill. Rain fell. Snow fell. Fog came. Wind blew. Hail fell. A Dutch brewer left. The firm "
    "sued Carl Hill.": {"firm"},
    "Velmore Energy met Halden Corp. in May. Rain fell. Snow fell. Fog came. Wind blew. Hail fell. The firm sued "
    "Carl Hill.": {"firm"},
}


@pytest.mark.parametrize(("text", "parties"), DEALS.items())
def test_deals(text: str, parties: set[str]) -> None:
    found = {line.partition(" -")[0] for line in lines(text) if line.endswith("-> Gorlice Steel")}
    assert found == parties


@pytest.mark.parametrize(("text", "firms"), FIRMS.items())
def test_firms(text: str, firms: set[str]) -> None:
    found = {line.partition(" -")[0] for line in lines(text) if line.endswith("-> Carl Hill")}
    assert found == firms
