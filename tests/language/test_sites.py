"""Which place a description means: texts and mentions that are, or are not, one entity."""

from __future__ import annotations

import pytest

from .test_chains import are_apart, is_one

SITES = {
    # where the text was written
    "NAPIER, Jan 19 - Ann Bell told a news conference in this seaside town that she would leave.": (
        "NAPIER | this seaside town"
    ),
    # a country's capital, where the text names it
    "BEIRUT (Reuters) - A blast sent a shock wave through the Lebanese capital that blew in windows.": (
        "BEIRUT | the Lebanese capital"
    ),
    "They met in Lima. The mayor of the capital of Peru sang.": "Lima | the capital of Peru",
    # so too without a nation: that of the country that the text is set in, or sent from out of it
    "Norway voted on Sunday. Norway is old. They met in Oslo. Bo Hill sang. It rained. Snow fell. Wind blew. Fog came. "
    "Bells rang.\n\nRain fell on the capital.": "Oslo | the capital",
    "LIMA, May 3 - Peru and Chile agreed. Chile signed. Chile sang.\n\nTom Roe left. It rained. Gunmen stormed a house "
    "in the poor south of the capital.": "LIMA | the capital",
    # the one where it is said to act
    "Peru beat Spain. Spain lost in Madrid. Spain wept. In Lima the former colony danced.": "Peru | the former colony",
    # the country that the text is about, neither who acts nor whom the words name
    "Ann Bell visited Nepal on Monday. Tom Roe said that he would leave the Himalayan kingdom.": (
        "Nepal | the Himalayan kingdom"
    ),
    "Malta voted on Monday. Malta is poor. Germany bombed the former British colony in 1942.": (
        "Malta | Malta | the former British colony"
    ),
}
HOMES = {
    # the country that the text is set in, as no other has just been told of
    "OSLO, May 3 - Norway voted on Sunday. Ann Bell flew to Kenya in April.\n\nShe left after a week. It rained. Her "
    "rival toured the country.": "Norway | the country",
    "TALLINN, May 3 - Estonian teachers walked out on Monday. Estonia is poor.\n\nTom Roe sang. It rained. Snow fell. "
    "Wind blew. Fog came. Anna Berg has run the nation's schools since May.": "Estonia | the nation's",
    "PORT-AU-PRINCE, May 3 - Haiti voted on Sunday. Haiti is old.\n\nTom Roe sang. It rained. Snow fell. Wind blew. "
    "Fog came. Bells rang across the whole country.": "Haiti | the whole country",
}
APART = {
    "OSLO, May 3 - Norway voted on Sunday. Norway is old.\n\nAnn Bell moved to Kenya in 1990. She left the country in "
    "2001.": "Norway | the country",
    "OSLO, May 3 - Norway voted on Sunday. Norway bombed the country.": "Norway | the country",
    "BROOME, Western Australia - A Japanese diver sued a firm. Japan is old. Tom Roe sang. It rained. Snow fell. Wind "
    "blew. Fog came. Bells rang across the country.": "Japan | the country",
    "Greece and Macedonia met in May. Greece signed. Greece sang. Under its terms the Balkan country will pay.": (
        "Greece | the Balkan country"
    ),
    "They met in Cusco. Peru is old. The Peruvian capital is large.": "Cusco | The Peruvian capital",
    "Norway voted on Sunday. Norway is old. They met in Oslo. Bo Hill sang. It rained. Snow fell. Wind blew. Fog came. "
    "Bells rang.\n\nAnn Bell flew to Kenya. Rain fell on the capital.": "Oslo | the capital",
    "Norway voted on Sunday. Norway is old. They met in Oslo. Bo Hill sang. It rained. Snow fell. Wind blew. Fog came. "
    "Bells rang.\n\nBells rang in the capital when Kenya won.": "Oslo | the capital",
    "CUSCO, May 3 - Peru and Chile agreed. Chile signed. Chile sang.\n\nGunmen stormed a house in the capital.": (
        "CUSCO | the capital"
    ),
    "They met in Cusco. Peru is old. The Peruvian capital grew.": "Peru | The Peruvian capital",
    "Peru is old. Peru and Chile met. Chile and Peru agreed to rename the former Spanish colony.": (
        "Peru | the former Spanish colony"
    ),
    "France sang. Peru sang. The Andean country left.": "Peru | The Andean country",
    "Malta bombed the former British colony in 1942.": "Malta | the former British colony",
    "Ann Bell visited Nepal on Monday. She left for the neighbouring country.": "Nepal | the neighbouring country",
}


@pytest.mark.parametrize(("text", "chain"), (SITES | HOMES).items())
def test_one(text: str, chain: str) -> None:
    assert is_one(text, chain)


@pytest.mark.parametrize(("text", "chain"), APART.items())
def test_apart(text: str, chain: str) -> None:
    assert are_apart(text, chain)
