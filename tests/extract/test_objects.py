"""Whom and what a clause is about: objects that it has, and words near it that are none."""

from __future__ import annotations

import pytest

from .reading import lines

OBJECTS = {
    "It was first seen in Tacna, the port of Peru.": "Tacna -locatedIn-> Peru",
    "Ann Bell rules a southern province of Peru.": "southern province of Peru -locatedIn-> Peru",
    "Gunmen burst into a house in the Miraflores district of Lima.": "Miraflores -locatedIn-> Lima",
    "The leadership of Peru's ruling party is to step down, its chief said on Friday.": (
        "chief -leaderOf-> Peru's ruling party"
    ),
    "Critics accused Ann Bell of ignoring the law, which she denies.": "Ann Bell -denied-> -",
    "Police published a report, which Ann Bell disputed.": "Ann Bell -denied-> report",
    "The court heard the accusation, which Ann Bell denied.": "Ann Bell -denied-> accusation",
    "Farmers offered to buy 500 tonnes for schools.": "Farmers -offeredTo-> -",
    "Farmers blocked a road in Peru.": "Farmers -protestedAgainst-> -",
    "The court held him responsible for two massacres.": "court -accused-> him",
    "Ann Bell praised the Irish way of life.": "Ann Bell -praised-> Irish way of life",
    "Ann Bell is a goodwill ambassador of Unicef.": "Ann Bell -ambassadorOf-> Unicef",
    "The firm was absorbed into Acme Corp.": "firm -partOf-> Acme Corp.",
}
NO_OBJECTS = {
    "Ann Bell rules the northern Peruvian province of Tacna.": "locatedIn-> Tacna",
    "The plant stands on this part of the Algarve coast.": "partOf",
    "Ann Bell ran at the head of a nine-party alliance.": "leaderOf",
    "The leaders of North and South Korea agreed to talk.": "-> North and South Korea",
    "Success, she said, had come late, but it had come, and she bought houses for her family.": "Success -",
    "Ann Bell praised the way in which the vote had been held.": "-praised->",
    "Ann Bell deplored the fact that he had left.": "-condemned->",
    "The court held him responsible for two massacres.": "-caused->",
    "Peru turned down an offer of safe passage to Chile, which Leo Marsh had agreed to.": "-agreedWith->",
    "The goalkeeper turned away a header of Leo Marsh.": "-refused->",
    "Ann Bell is one of the country's best cultural ambassadors.": "-ambassadorOf->",
    "She felt the fear being absorbed into every part of her body.": "-partOf->",
    "Farmers offered to buy 500 tonnes for schools.": "-offeredTo-> schools",
    "Farmers blocked a road in Peru.": "-protestedAgainst-> Peru",
}


@pytest.mark.parametrize(("text", "line"), OBJECTS.items())
def test_objects(text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(("text", "part"), NO_OBJECTS.items())
def test_no_objects(text: str, part: str) -> None:
    assert not [line for line in lines(text) if part in line]
