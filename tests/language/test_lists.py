"""Lists of names: examples of a plural, places behind a preposition, people behind the body that they head."""

from __future__ import annotations

import pytest

from ..extract.reading import lines

EXAMPLES = {
    "Karl Braun defeated 12 other candidates, among them Ana Lopez of Peru and Boris Nadler.": {
        "Karl Braun -defeated-> 12 other candidates",
        "Karl Braun -defeated-> Ana Lopez",
        "Karl Braun -defeated-> Boris Nadler",
        "Ana Lopez -citizenOf-> Peru",
    },
    "Norway sanctioned three Russian banks, among them VTB, and the United Shipbuilding Corporation.": {
        "Norway -sanctioned-> VTB",
        "Norway -sanctioned-> United Shipbuilding Corporation",
    },
    "The accord was signed by several states, including Japan, Chile and Peru.": {
        "Japan -agreedWith-> Chile",
        "Japan -agreedWith-> Peru",
    },
    "Rebels killed 12 people, including Judge Ana Lopez.": {"Rebels -killed-> Ana Lopez", "Rebels -killed-> 12 people"},
    "Karl Braun met members of the Labour Party, including Ana Lopez and Jim Kim.": {
        "Karl Braun -metWith-> Ana Lopez",
        "Karl Braun -metWith-> Jim Kim",
    },
    "Karl Braun met leaders such as Angela Merkel and Theresa May.": {"Karl Braun -metWith-> Theresa May"},
}
TOGETHER = {
    "Regulators in Japan, the European Union, Canada and Brazil must still approve the deal.": {
        "Regulators in Japan -supports-> deal | required"
    },
    "The crew met the Russian cosmonauts Anatoly Petrov and Ivan Vagner.": {
        "crew -metWith-> Anatoly Petrov",
        "crew -metWith-> Ivan Vagner",
        "Anatoly Petrov -citizenOf-> Russia",
        "Ivan Vagner -citizenOf-> Russia",
    },
    "On Friday Carla's father, Alex Huber, met Ana Lopez.": {"Alex Huber -parentOf-> Carla"},
}
BEHIND_BODIES = {
    "Co-founder of Google, Sergey Brin, met with Ana Lopez.": {
        "Sergey Brin -metWith-> Ana Lopez",
        "Sergey Brin -founderOf-> Google",
    },
    "The director of the World Bank Jim Kim met Ana Lopez.": {
        "Jim Kim -leaderOf-> World Bank",
        "Jim Kim -metWith-> Ana Lopez",
    },
    "The US ambassador to South Africa Patrick Gaspard met Ana Lopez.": {
        "Patrick Gaspard -ambassadorTo-> South Africa",
        "Patrick Gaspard -metWith-> Ana Lopez",
    },
    "Karl Braun worked for the bank Rothschild before he left.": {"Karl Braun -worksFor-> Rothschild"},
    "Karl Braun won. A member of the Socialist Party, he governed Peru.": {
        "Karl Braun -politicalAffiliation-> Socialist Party"
    },
}


@pytest.mark.parametrize(("text", "expected"), [*EXAMPLES.items(), *TOGETHER.items(), *BEHIND_BODIES.items()])
def test_lists(text: str, expected: set[str]) -> None:
    assert expected <= set(lines(text))


def test_examples_do_not_deal_with_their_plural() -> None:
    found = lines("The accord was signed by several states, including Japan, Chile and Peru.")
    assert not any(
        line.startswith("several states -") or line.endswith("agreedWith-> several states") for line in found
    )
