"""What a thing is called, and on what ground two things are the same."""

from __future__ import annotations

import pytest

from kg.evaluate.names import Called, Ground, called, plain
from kg.model import Article, Entity, Extraction

from .claiming import THING, Form, extraction, mention, words


@pytest.mark.parametrize(
    ("name", "known_as"),
    [
        ("The White House", "white house"),
        ("a gunman", "gunman"),
        ("an officer", "officer"),
        ("Theresa", "theresa"),
        ("Élysée", "elysee"),
        ("Obama's", "obama"),
        ("the ministers’", "ministers"),
        ("  World \n Bank ", "world bank"),
        ("THE", "the"),
        ("", ""),
    ],
)
def test_plain(name: str, known_as: str) -> None:
    assert plain(name) == known_as


def thing(
    *labels: str,
    names: tuple[str, ...] = (),
    heads: tuple[str, ...] = (),
    places: tuple[tuple[int, str], ...] = (),
) -> Called:
    return Called(frozenset(labels), frozenset((*labels, *names)), frozenset(heads), frozenset(places))


@pytest.mark.parametrize(
    ("this", "wanted", "ground"),
    [
        (thing("obama"), thing("obama"), Ground.IDENTITY),
        (thing("barack obama", "obama"), thing("obama"), Ground.IDENTITY),
        (thing("obama", places=((15, "obama"),)), thing("he", places=((15, "obama"),)), Ground.IDENTITY),
        (thing("obama", names=("president",)), thing("president"), Ground.NAME),
        (thing("president obama"), thing("obama"), Ground.PART),
        (thing("marche", places=((9, "marche"),)), thing("en marche", places=((9, "en marche"),)), Ground.PART),
        (thing("rebels"), thing("rebels of the south", heads=("rebels",)), Ground.PART),
        (thing("rebels of the south", heads=("rebels",)), thing("rebels"), Ground.PART),
        (thing("armed rebels of the south", heads=("armed rebels",)), thing("rebels"), Ground.PART),
        (thing("rebels of the north", heads=("rebels",)), thing("rebels of the south", heads=("rebels",)), Ground.NONE),
        (thing("obama"), thing("president obama"), Ground.NONE),
        (thing("panama"), thing("nama"), Ground.NONE),
        (thing("obama", places=((15, "obama"),)), thing("he", places=((16, "he"),)), Ground.NONE),
        (thing("the "), thing(""), Ground.NONE),
    ],
)
def test_ground(this: Called, wanted: Called, ground: Ground) -> None:
    assert this.ground(wanted) is ground


def test_a_pronoun_names_nothing() -> None:
    read = extraction(mentions=(mention("Obama", "e0"), mention("He", "e0", Form.PRONOUN)))
    assert called(read)["e0"].names == {"e0", "obama"}
    assert called(read)["e0"].places == {(15, "obama")}
    assert called(read, placed=False)["e0"].places == frozenset()


def test_aliases_are_labels() -> None:
    read = Extraction(
        Article("a", "x"), entities=(Entity("e0", "kgr:who", "World Health Organization", THING, ("WHO",)),)
    )
    assert called(read)["e0"].labels == {"world health organization", "who"}


@pytest.mark.parametrize(
    ("label", "heads"),
    [
        ("relatives of the victims", {"relatives"}),
        ("The relatives of the victims in Paris", {"relatives"}),
        ("a rescue team from China", {"rescue team"}),
        ("Bank of England", set()),
        ("the Bank of England", set()),
        ("at least 17 people", set()),
        ("gunman", set()),
    ],
)
def test_the_head_of_a_description(label: str, heads: set[str]) -> None:
    assert called(extraction((label, "praised", None)))[label].heads == heads


def test_a_literal_is_called_by_its_words() -> None:
    assert Called.from_value(words("The Deal")).names == {"deal"}
