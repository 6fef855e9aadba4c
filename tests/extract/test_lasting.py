"""Lasting relations between people, organisations and places: sentences and the claims that must be read in them."""

from __future__ import annotations

import pytest

from .reading import lines

LIVES = {
    "Murphy lives and works in Poughkeepsie, New York.": {
        "Murphy -livesIn-> Poughkeepsie",
        "Murphy -livesIn-> New York",
    },
    "He was born and raised in Saskatoon.": {"He -bornIn-> Saskatoon", "He -livesIn-> Saskatoon"},
    "Born and raised in Oslo, she started her career in 1994.": {"she -bornIn-> Oslo", "she -livesIn-> Oslo"},
    "Sean was born in Perth and moved to Tasmania.": {"Sean -bornIn-> Perth", "Sean -livesIn-> Tasmania"},
    "She emigrated to the United States.": {"She -livesIn-> United States"},
    "He is originally from Detroit.": {"He -bornIn-> Detroit"},
}
POSTS = {
    "Anna Berg is a Danish engineer, founder and CEO of Vexta Systems.": {
        "Anna Berg -founderOf-> Vexta Systems",
        "Anna Berg -chiefExecutiveOf-> Vexta Systems",
        "Anna Berg -citizenOf-> Denmark",
    },
    "John Miller is an executive, and the current chairman of Harlow Foods.": {"John Miller -leaderOf-> Harlow Foods"},
    "She is the founder, CEO, and chairwoman of Talbot Partners.": {
        "chairwoman of Talbot Partners -chiefExecutiveOf-> Talbot Partners",
        "chairwoman of Talbot Partners -leaderOf-> Talbot Partners",
    },
    "He was until 2008 the CEO of Bartok, a Belgian manufacturer.": {"CEO of Bartok -chiefExecutiveOf-> Bartok"},
    "He resigned from Lloyds Bank.": {"He -memberOf-> Lloyds Bank", "He -resignedFrom-> Lloyds Bank"},
}
FAMILY = {
    "He married Anna Jones in 1999.": {"He -spouseOf-> Anna Jones | 1999", "Anna Jones -spouseOf-> He | 1999"},
    "Lidia Nowak was a Polish writer and the youngest daughter of Karol Nowak.": {
        "Lidia Nowak -childOf-> Karol Nowak",
        "Lidia Nowak -citizenOf-> Poland",
    },
    "She is the aunt of Craig Wells, and the mother of Damien Wells.": {
        "mother of Damien Wells -parentOf-> Damien Wells"
    },
}
BODIES = {
    "Jane Doe leads the Green Party.": {
        "Jane Doe -leaderOf-> Green Party",
        "Jane Doe -politicalAffiliation-> Green Party",
    },
    "Peter Hill joined the Labour Party.": {
        "Peter Hill -joined-> Labour Party",
        "Peter Hill -politicalAffiliation-> Labour Party",
    },
    "Bollen Inc. is a subsidiary company of Marlow Group.": {"Bollen Inc. -subsidiaryOf-> Marlow Group"},
    "Marlow Group is the parent company of Bollen Inc.": {"Bollen Inc. -subsidiaryOf-> Marlow Group"},
}
TABLES = {**LIVES, **POSTS, **FAMILY, **BODIES}


@pytest.mark.parametrize(("sentence", "expected"), TABLES.items())
def test_lasting(sentence: str, expected: set[str]) -> None:
    assert expected <= lines(sentence)


NOT_SAID = {
    "The court heard a French doctor, Didier Martin.": "Didier Martin -worksFor->",
    "Peter Hill will join the Labour Party.": "Peter Hill -politicalAffiliation->",
    "Her children live abroad.": "children -childOf->",
    "Maria Lopez, a native of Lima, met Juan Perez.": "Juan Perez -bornIn->",
}


@pytest.mark.parametrize(("sentence", "wrong"), NOT_SAID.items())
def test_not_claimed(sentence: str, wrong: str) -> None:
    assert not {line for line in lines(sentence) if line.startswith(wrong)}
