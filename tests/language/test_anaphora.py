"""What takes up what over a sentence and more: texts and mentions that are, or are not, one entity."""

from __future__ import annotations

from collections import Counter

import pytest

from .test_chains import chains

OWNERS = {
    # what a post or a role may be of
    "Ann Bell has taken control of Acme and dismissed its chief executive.": "Acme | its",
    "Rivals met in Rome, said the Oslo Savings Bank. Its chairwoman, Ann Bell, sang.": "Oslo Savings Bank | Its",
    "In 1994 he founded a school in Lima. One of its first pupils, Ann Bell, sang.": "a school in Lima | its",
    "Lima is old. A flood in May killed people and wrecked its stadium.": "Lima | its",
}
SPEECH = {
    # who spoke goes on speaking behind a quotation or what is said
    "Carl Hill left. Hill sang. Hill won. On Monday Tom Roe said that Acme would dismiss Hill. The rest was a matter "
    "for the board, he said.": "Tom Roe | he",
    "Ann Bell argued that Hill had lit the fire. The job went to his deputy, Mary Roe, in the end.\n\n"
    "“He was ill,” she told jurors.": "Ann Bell | she",
}
PLACES = {
    # a name beside a noun that is no mention takes its place; what a clause aside tells of is less at hand
    "The burgomaster, Anna Holm, whose sister is married to a baker, said that she was tired.": "Anna Holm | she",
    "Critics came to Lima. Tom Hill, who headed the No committee, thanked them.": "Critics | them",
    "Tom Roe sang in Rome. Roe won. The critics praised Roe.\n\nThe words are the work of Carl Hill. He was ill.": (
        "Carl Hill | He"
    ),
}
APART = {
    "Lima is old. A flood in May killed people and wrecked its stadium.": "A flood | its",
    "He met us at Acme. It rained. It rained. “It was dull,” said its chief executive, Ann Bell.": "Acme | its",
}


@pytest.mark.parametrize(("text", "chain"), (OWNERS | SPEECH | PLACES).items())
def test_one(text: str, chain: str) -> None:
    assert any(Counter(chain.split(" | ")) <= found for found in chains(text))


@pytest.mark.parametrize(("text", "chain"), APART.items())
def test_apart(text: str, chain: str) -> None:
    wanted = Counter(chain.split(" | "))
    assert wanted <= sum(chains(text), Counter())
    assert not any(wanted <= found for found in chains(text))
