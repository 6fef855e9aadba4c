"""Names and descriptions that commas set beside each other: who is who, and who is not."""

from __future__ import annotations

import pytest

from ..extract.reading import lines
from .test_chains import are_apart, is_one

ONE = {
    # a verb of speech has who stands before it, and what goes on behind it is of whom it began with
    "Morgan, 64, held great sway over the Revolutionary Front, the presiding judge, Robert Lusk of Samoa, said in a "
    "summary that took hours to read, yet he did not command it.": "the presiding judge | Robert Lusk",
    "Taylor, 64, held great sway over the Revolutionary Front, the presiding judge, Richard Lussen of Samoa, said in a "
    "summary that took hours to read, yet he did not command it.": "Taylor | he",
    # several whom a noun tells of
    "Lockton was founded in 1837 and shut in 1974, when its then owners, Glasgow brewers Carter and Boyd, decided they "
    "had whisky enough.": "its then owners | Carter and Boyd",
    # without an "and", or between a noun for people and one with an article, a name is what the noun means
    "Mr Hill, who has held his post since 2006, sued the builder, Garvey & Lyne of Mallow.": (
        "the builder | Garvey & Lyne of Mallow"
    ),
    "It brought the rivals together with the help of the Archbishop of Beira, Jaime Goncalves, and an Italian "
    "politician, Mario Raffaelli.": "the Archbishop of Beira | Jaime Goncalves",
    # of two subjects one describes the other
    "Four others were jailed with him. Hiro Otama, once chairman of the trading house Marabo, which acted as Lockton's "
    "agent, received two years.": "Hiro Otama | once chairman of the trading house Marabo",
    "Akira Tomasawa died. Born in Tokyo in 1910, the son of an army instructor, Tomasawa wanted to be a painter.": (
        "the son of an army instructor | Tomasawa | Akira Tomasawa"
    ),
    # a name behind a comma is that of the person next to it
    "She drew on a leak to report that Schembri and the energy minister at the time, Konrad Hill, had set up firms.": (
        "the energy minister | Konrad Hill"
    ),
    "Fiame, 64, is the only child of the country's first prime minister, Ana Mata'ala Faumui II, who died in 1975.": (
        "the country's first prime minister | Ana Mata'ala Faumui II | who"
    ),
    # behind a place a person's description is the subject's
    "Leo Sango died on Friday. Born in 1906 in the coastal town of Joal, the son of a trader, he was sent to school.": (
        "Leo Sango | the son of a trader | he"
    ),
    # firms called by what they do, people by what they trade in, no firm "the founder"
    "BrewMiller, the London-listed owner of two breweries, said its directors were ready.": (
        "BrewMiller | the London-listed owner of two breweries | its"
    ),
    "It began where Mohamed Hill, a 26-year-old street vendor, set himself alight.": (
        "Mohamed Hill | a 26-year-old street vendor | himself"
    ),
    "Television showed the body of Velupillai Prabhakaran, the founder of the Tamil Tigers.": (
        "Velupillai Prabhakaran | the founder of the Tamil Tigers"
    ),
}
APART = {
    "Ann Bell, a child of the former minister, Tom Hill and a dog were there.": "Ann Bell | Tom Hill",
    "The envoys of the queen, Tom Hill and Ann Bell, left.": "the queen | Tom Hill",
}


@pytest.mark.parametrize(("text", "chain"), ONE.items())
def test_one(text: str, chain: str) -> None:
    assert is_one(text, chain)


@pytest.mark.parametrize(("text", "chain"), APART.items())
def test_apart(text: str, chain: str) -> None:
    assert are_apart(text, chain)


def test_one_of_several_bears_the_name_behind_them() -> None:
    told = lines("He held out on Friday; one of his young negotiators, Jeffrey Hill, walked out of the building.")
    assert "Jeffrey Hill -left-> building" in told
