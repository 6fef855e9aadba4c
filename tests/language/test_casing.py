"""Lines in capitals, as the rest of the article writes their words."""

from __future__ import annotations

import pytest

from kg.language.casing import recased

from ..extract.reading import read

CASES = {
    "LONDON EYES NEW TRADE DEAL WITH PERU\n\nThe deal with Peru was new.\n": "London eyes new trade deal with Peru",
    "NEW ZEALAND JOINS TALKS WITH NATO\n\nIt met officials of NATO on Friday.\n": "New Zealand joins talks with NATO",
    "MINISTER PRAISES MARK HILL'S WORK\n\nIt rained.\n": "Minister praises Mark hill's work",
    "US AND CHINA AGREE TRADE TRUCE\n\nIt was a truce.\n": "US and China agree trade truce",
    "RIO DE JANEIRO, May 7 – He met Ann Bell.\n": "Rio de Janeiro, May 7 – He met Ann Bell.",
    "PARIS (AP) — The FBI and the UN met.\n": "Paris (AP) — The FBI and the UN met.",
    "FBI AND CIA\n\nThey met.\n": "FBI AND CIA",
    "ALL OF THE TEXT IS LOUD\n\nALL OF IT\n": "ALL OF THE TEXT IS LOUD",
}


@pytest.mark.parametrize(("text", "first"), CASES.items())
def test_recased(text: str, first: str) -> None:
    found = recased(text)
    assert found.split("\n")[0] == first
    assert len(found) == len(text)
    assert found.split("\n")[1:] == text.split("\n")[1:]


def test_what_is_quoted_is_the_article() -> None:
    text = "LONDON EYES NEW DEAL WITH PERU\n\nPARIS, May 7 – London had a deal with Peru. He lives in Paris."
    found = read(text)
    assert all(text[m.start : m.end] == m.text for m in found.mentions)
    chains = [{m.text for m in found.mentions if m.entity == e.id} for e in found.entities]
    assert {"LONDON", "London"} in chains
    assert {"PERU", "Peru"} in chains
    assert {"PARIS", "Paris"} in chains
    assert {"London", "Peru", "Paris"} <= {e.label for e in found.entities}
