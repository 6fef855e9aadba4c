"""When it happened, as far as the text around an event tells; the report is of Saturday, 14 November 2015."""

from __future__ import annotations

import pytest

from .reading import lines

TABLE = {
    "He governed Norway from 1995 to 2002.": "He -leaderOf-> Norway | 1995/2002",
    "Norway has owned the firm since 2011.": "Norway -ownerOf-> firm | 2011/2015-11-14",
    "Norway had owned the firm since 2011.": "Norway -ownerOf-> firm | 2011",
    "Ann Bell, Nike's chief executive since 2012, left.": "Ann Bell -chiefExecutiveOf-> Nike | 2012/2015-11-14",
    "Norway sacked Ann Bell as its envoy in May.": "Norway -dismissed-> Ann Bell | 2015-05",
    "Ann Bell replaced Luis Vega as mayor of Oslo in 2011.": "Ann Bell -succeeded-> Luis Vega | 2011",
    "It rained in 1934, when the army attacked Oslo.": "army -attacked-> Oslo | 1934",
    "She met Putin on Monday and urged Russia to stop.": "She -urged-> Russia | 2015-11-09",
    "Norway won on Monday, beating Denmark.": "Norway -defeated-> Denmark | 2015-11-09",
    "Ardern met Putin on Friday, a day after a gunman killed two people.": "gunman -killed-> people | 2015-11-12",
    "Ardern met Putin on Friday, two days before he visited China.": "Putin -visited-> China | 2015-11-15",
    "Anna Bell met Putin on Friday. She praised Russia.": "Anna Bell -praised-> Russia | 2015-11-13",
    "Anna Bell met Putin on Friday.\n\nShe praised Russia.": "Anna Bell -praised-> Russia | 2015-11-13",
    "Ann Bell joined the Labour Party in 1982 and met Putin two years later.": "Ann Bell -metWith-> Putin | 1984",
    "Iran arrested Ann Bell in May 2014. Iran released her three months later.": "Iran -released-> Ann Bell | 2014-08",
    "She met Putin on 3 May 2013 and visited Oslo the next day.": "She -visited-> Oslo | 2013-05-04",
    "She met Putin on Monday. The following day the army bombed Oslo.": "army -bombed-> Oslo | 2015-11-10",
    "He joined Google in 1999. The following May he joined Apple.": "He -joined-> Apple | 2000-05",
    "Google bought Nest in 2010. The next year it bought Waze.": "Google -acquired-> Waze | 2011",
    "She beat Putin last Sunday. Two days earlier, she beat Ann Bell.": "She -defeated-> Ann Bell | 2015-11-06",
    "She met Putin on Friday. Later that night, rebels attacked Oslo.": "rebels -attacked-> Oslo | 2015-11-13",
    "She met Putin on Friday.\n\nIt rained.\n\nThe army attacked Oslo.": "army -attacked-> Oslo | 2015-11-13",
    "Mora met Putin on February 7, 1986. Mora fled to Cuba on February 25.": "Mora -travelledTo-> Cuba | 1986-02-25",
    "Mora met Putin in 1986. Mora fled to Cuba on November 10.": "Mora -travelledTo-> Cuba | 2015-11-10",
    "It was the first vote since 1948. Mora fled to Cuba on January 16.": "Mora -travelledTo-> Cuba | 2015-01-16",
    "Speaking in Oslo on Friday, Luis Vega accused Sweden.": "Luis Vega -accused-> Sweden | 2015-11-13",
    "In a Friday interview, Luis Vega praised Sweden.": "Luis Vega -praised-> Sweden | 2015-11-13",
    "Norway attacked Sweden during Friday prayers.": "Norway -attacked-> Sweden | 2015-11-13",
    "Ann Bell met Luis Vega on Friday at a summit in Oslo.": "summit in Oslo -takesPlaceIn-> Oslo | 2015-11-13",
    "Crowds marched through Oslo on Friday to protest against the law.": (
        "Crowds -protestedAgainst-> law | 2015-11-13"
    ),
}


@pytest.mark.parametrize(("text", "expected"), TABLE.items())
def test_told_times(text: str, expected: str) -> None:
    assert expected in lines(text)


UNTOLD = {
    "Norway sacked Ann Bell as its envoy in May.": "-representativeOf->",
    "Ann Bell died on Friday. She was born in Oslo on 1 May 1920. At 10 she went to Paris.": "-travelledTo->",
    "She entered Oslo on 2 March 2014. Norway declined to comment.": "-refused->",
    "On 24 August Prime Minister Luis Vega was dropped.": "-holdsPosition->",
    "The minister spoke on Friday. He was born in Oslo.": "-bornIn->",
    "The minister said so on Friday. Rebels attacked the town.": "-attacked->",
    "She met Putin on Friday. She had praised Russia.": "-praised->",
    "She met Putin on Friday. She will praise Russia.": "-praised->",
    "She met Putin on 2 March 2014.\n\nIt rained.\n\nThe army attacked the town.": "-attacked->",
    "She met Putin on Friday.\n\nShe visited Norway on Monday.\n\nIt rained.\n\nThe army attacked Oslo.": "-attacked->",
    "She met Putin in 1982. Two months later, rebels attacked the town.": "-attacked->",
    "She met Putin. Two years later, rebels attacked the town.": "-attacked->",
    "She met Putin on Friday. “Rebels attacked the town,” she said.": "-attacked->",
}


@pytest.mark.parametrize(("text", "relation"), UNTOLD.items())
def test_no_time_is_guessed(text: str, relation: str) -> None:
    found = [line for line in lines(text) if relation in line]
    assert found
    assert not [line for line in found if "| 20" in line]
