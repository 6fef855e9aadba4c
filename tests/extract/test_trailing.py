"""What trails a relative clause or a predicate noun: whose verb, participle or phrase it is."""

from __future__ import annotations

import pytest

from .reading import lines

TRAILING = {
    "Karl Berg was deposed by his driver, Leo Marsh, who still rules Chad, and fled to Senegal.": {
        "Karl Berg -travelledTo-> Senegal"
    },
    "He praised Anna Berg, who founded the firm in 1990, and left for Oslo.": {"He -travelledTo-> Oslo"},
    "They met Anna Berg, who founded Acme Corp and sold Nordbank.": set(),
    "The captain of a trawler that sank in May, killing nine people, was arrested.": {
        "trawler -killed-> people | 2015-05"
    },
    "The owner of a factory that exploded in Lima, injuring forty workers, was charged.": {
        "factory -injured-> forty workers"
    },
    "Anna Berg was sworn in, becoming the first woman to be elected president of Peru.": {
        "unknown -elected-> Anna Berg",
        "Anna Berg -headOfState-> Peru",
    },
    "Karl Stein became the first golfer to be arrested by the FBI.": {"FBI -arrested-> Karl Stein"},
    "Anna Berg was sworn in as mayor of Lima by Judge Leo Marsh.": {"Anna Berg -mayorOf-> Lima"},
    "Anna Berg was replaced as coach of Chelsea by Leo Marsh.": {"Anna Berg -coachOf-> Chelsea"},
    "Anna Berg and supporters of Karl Stein marched.": {"supporters of Karl Stein -supports-> Karl Stein"},
    "Ann Marsh, then an editor at Acme Corp, wept.": {"Ann Marsh -worksFor-> Acme Corp"},
    "Leo Marsh, the vice chairman of Acme Corp and the son of its founder, Karl Marsh, wept.": {
        "Leo Marsh -holdsPosition-> vice chairman of Acme Corp"
    },
    "Ann Marsh, from Ghent, a former sales director at Lotus Bakeries, wept.": {
        "Ann Marsh -worksFor-> Lotus Bakeries",
    },
    "Ann Marsh, from Ghent, a city in Belgium, wept.": {"Ghent -locatedIn-> Belgium"},
    "He is one of a handful of people to have received that honour as well as the Nobel Prize.": {
        "He -awardReceived-> Nobel Prize"
    },
    "Nordbank operates in 17 countries and its rival in none.": {"Nordbank's rival -competedAgainst-> Nordbank"},
    "He was shot by gunmen the government said belonged to a gang.": {"gunmen -memberOf-> gang"},
    "Karl Stein, whom the court found killed Ann Berg, fled.": {"Karl Stein -killed-> Ann Berg"},
    "Leo Marsh, Karl Stein and Ann Berg, who has led Labour since May, met.": {
        "Ann Berg -leaderOf-> Labour Party | 2015-05/2015-11-14"
    },
    "Police arrested the driver of a van that hit a bus in Oslo, injuring ten people.": {"van -injured-> people"},
    "Rebels attacked a town that the army held, killing nine people.": {"Rebels -killed-> people"},
    "Ann Berg, who was only the second woman appointed to the high court, wept.": {"unknown -appointed-> Ann Berg"},
    "Ann Berg, the mayor of Oslo and Karl Stein's sister, wept.": {"Ann Berg -holdsPosition-> mayor of Oslo"},
    "Karl Stein was born at Breslau, now in Poland.": {"Karl Stein -bornIn-> Breslau"},
    "Peru's next president, Ann Berg, wept.": {"Ann Berg -headOfState-> Peru | planned"},
}
ELSEWHERE = {
    "Karl Berg was deposed by his driver, Leo Marsh, who still rules Chad, and fled to Senegal.": "Marsh -travelledTo",
    "The captain of a trawler that sank in May, killing nine people, was arrested.": "captain of a trawler -killed",
    "Anna Berg was sworn in as mayor of Lima by Judge Leo Marsh.": "Leo Marsh -mayorOf",
    "Fighting between the army and supporters of Karl Stein went on.": "army -supports",
    "Anna Berg and supporters of Karl Stein marched.": "Anna Berg -supports",
    "Ann Marsh, then an editor at Acme Corp, wept.": "leaderOf",
    "Ann Marsh, from Ghent, a former sales director at Lotus Bakeries, wept.": "Ghent -",
    "Nordbank operates in 17 countries and its rival in none.": "17 countries -",
    "He was shot by gunmen the government said belonged to a gang.": "government -memberOf",
    "Leo Marsh, Karl Stein and Ann Berg, who leads Labour, met.": "Marsh -leaderOf",
    "Police arrested the driver of a van that hit a bus in Oslo, injuring ten people.": "Police -injured",
    "Karl Stein was born at Breslau, now in Poland.": "bornIn-> Poland",
    "Karl Stein was killed in a clash in Gao, near the border.": "diedIn-> border",
    "Jean Marsh was honoured as best director.": "holdsPosition",
    "Also missing was Leo Marsh, the 83-year-old owner of a lodge at Lake Ness, who was a painter.": "Lake Ness",
}


@pytest.mark.parametrize(("sentence", "expected"), TRAILING.items())
def test_trailing(sentence: str, expected: set[str]) -> None:
    assert expected <= lines(sentence)


@pytest.mark.parametrize(("sentence", "wrong"), ELSEWHERE.items())
def test_not_of_another(sentence: str, wrong: str) -> None:
    assert not [line for line in lines(sentence) if wrong in line]
