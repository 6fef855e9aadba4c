"""What the syntax of a sentence says of who is who: texts and mentions that are, or are not, one entity."""

from __future__ import annotations

import pytest

from .test_chains import are_apart, is_one

ONE = {
    # who acts in a relative clause of the phrase in front, what a participle in front tells about
    "Tom Roe won the vote. Carl Hill read out the figures and sang. Under the charter that Roe pushed through in May, "
    "he remains president until March.": "Tom Roe | Roe | he",
    "Tom Roe sang. Roe won. Asked whether he would leave, Carl Hill smiled.": "Carl Hill | he",
    "Tom Roe sang. Roe won. Asked about his rival, a baker, Carl Hill smiled.": "Carl Hill | his",
    # whom a scandal around somebody brings down
    "Carl Hill won office as an outsider and ruled for a decade until a scandal around his aide, Tom Roe, "
    "brought him down.": "Carl Hill | his | him",
    "The plant's Lima owner, Acme Seafoods Inc., announced in January that it was shutting the line.": (
        "Acme Seafoods Inc. | it"
    ),
    # who the several are that the sentence before is about
    "The climbers took the ridge pioneered by Tom Roe and Carl Hill. They left at dawn.": "The climbers | They",
    # whose name at birth a paragraph opens with
    "Ann Lund, singer, dies at 70\n\nAnn Lund, who sang in Oslo, died on Sunday. Lund was ill.\n\n"
    "Born in Voss in 1930, Berit Ann Lund joined a band. She sang.": "Ann Lund | Berit Ann Lund | She",
}
APART = {
    # what a clause expects to happen does not happen to itself, nor what is done in an attempt
    "The city council expects it to bring in money.": "The city council | it",
    "The Dane tacked often in an attempt to shake him off.": "The Dane | him",
    "Dozens of spectators jumped into the water to touch them.": "spectators | them",
    "Carl Hill sang. In May he and Mr. Hill signed it.": "Hill | he",
    # who tells behind a clause what somebody else did, and who only speaks for others
    "Defence counsel Carl Roe met us. He had been ill, the barrister said.": "He | the barrister",
    "A spokeswoman for the family left. Tom Roe was glad and wanted to meet her.": "A spokeswoman | her",
    "The Kurds met Tesoro in Lima. It was clear the opposition had won.": "Tesoro | the opposition",
    # what something is known as
    "Nine students of La Rosa University died. They were killed by an army unit known as the Oslo group.": (
        "La Rosa University | the Oslo group"
    ),
    # of two who win, and who was sworn in "as president"
    "Ann Bell won the 400 metres. Jane Roe beat Mary Hill in Rome. The winner smiled.": "Jane Roe | The winner",
    "Tom Roe was sworn in as president by Carl Hill. The former worker took the oath.": "Carl Hill | The former worker",
}


@pytest.mark.parametrize(("text", "chain"), ONE.items())
def test_one(text: str, chain: str) -> None:
    assert is_one(text, chain)


@pytest.mark.parametrize(("text", "chain"), APART.items())
def test_apart(text: str, chain: str) -> None:
    assert are_apart(text, chain)


def test_where_something_is_does_nothing() -> None:
    assert not is_one("We are strong in Pakistan and Egypt. They won.", "Pakistan and Egypt | They")
