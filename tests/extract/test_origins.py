"""Where people, bodies, sites and events are from or lie, told behind their noun; members told beside a body's name."""

from __future__ import annotations

import pytest

from .reading import lines

TOLD = {
    "Dana Pryce, a plumber from Leeds, was fined.": {"Dana Pryce -livesIn-> Leeds"},
    "Dana Pryce won. The 27-year-old from Leeds wept.": {"Dana Pryce -livesIn-> Leeds"},
    "Dana Pryce, a furrier from Leeds, spoke.": {"Dana Pryce -livesIn-> Leeds"},
    "Dana Pryce, a Danish anaesthetist, spoke.": {"Dana Pryce -citizenOf-> Denmark"},
    "Dana Pryce, a guardsman from Ethiopia, won.": {"Dana Pryce -citizenOf-> Ethiopia"},
    "Orbex Foods, a private firm from New Brunswick, rose.": {"Orbex Foods -basedIn-> New Brunswick"},
    "The naval base at Keflavik was closed.": {"naval base at Keflavik -locatedIn-> Keflavik"},
    "She spoke at a polling station in northern Leeds.": {"polling station in northern Leeds -locatedIn-> Leeds"},
    "A grocery shop in Leeds was robbed.": {"grocery shop in Leeds -basedIn-> Leeds"},
    "He ran at the Commonwealth Games in Edinburgh.": {"Commonwealth Games -takesPlaceIn-> Edinburgh"},
    "Prices fell at the weekly auction in Mombasa.": {"weekly auction in Mombasa -takesPlaceIn-> Mombasa"},
    "Crews from Chile won the race off San Diego.": {"race -takesPlaceIn-> San Diego"},
    "Norway, a NATO member, sent jets.": {"Norway -memberOf-> NATO"},
    "Norway, a member of NATO with no bases of its own, sent jets.": {"Norway -memberOf-> NATO"},
    "Richemont, the Swiss owner of Cartier, rose.": {"Richemont -ownerOf-> Cartier"},
    "Ineos, whose chairman, Bo Hall, was there, paid.": {"Bo Hall -holdsPosition-> chairman"},
}

SILENT = {
    "Dana Pryce, a senator from Texas, spoke.": "livesIn",
    "A plumber from Leeds was fined.": "livesIn",
    "Orbex Foods plans to build a plant in Leeds.": "locatedIn",
    "Dana Pryce is under house arrest in Jakarta.": "takesPlaceIn",
    "She died of cardiac arrest at the Makati Medical Center.": "takesPlaceIn",
}


@pytest.mark.parametrize("sentence", TOLD)
def test_origin(sentence: str) -> None:
    assert TOLD[sentence] <= lines(sentence)


@pytest.mark.parametrize("sentence", SILENT)
def test_no_origin(sentence: str) -> None:
    assert not any(f" -{SILENT[sentence]}-> " in line for line in lines(sentence))
