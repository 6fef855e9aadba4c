"""Places that stand for their teams in reports of matches, and stay places elsewhere."""

from __future__ import annotations

import pytest

from kg.resolve import resolve

from ..extract.reading import read

REPORT = """Norway beat Denmark 2-1 in a friendly match in Oslo. The Norway striker scored the first goal.
After a penalty Denmark missed an equaliser in the second half. The referee showed the Denmark goalkeeper a
yellow card. The match was the last game of the tournament for the Norway coach, who comes from Sweden."""


def kinds(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entity in read(text).entities:
        found.setdefault(entity.label, set()).add(entity.types[0])
    return found


def test_countries_that_compete_are_teams() -> None:
    found = kinds(REPORT)
    assert found["Norway"] == found["Denmark"] == {"kgo:NationalTeam"}


def test_places_that_say_where_stay_places() -> None:
    assert kinds(REPORT)["Oslo"] == {"kgo:City"}


def test_countries_stay_countries_elsewhere() -> None:
    found = kinds("Norway beat Denmark to the contract. Both governments signed it in Oslo. The game is over.")
    assert found["Norway"] == found["Denmark"] == {"kgo:Country"}


def test_teams_and_countries_are_two_in_the_graph() -> None:
    (team,) = (e for e in resolve(read(REPORT)).entities if e.label == "Norway")
    (country,) = (e for e in resolve(read("Norway signed the treaty.")).entities if e.label == "Norway")
    assert (team.iri, country.iri) == ("kgr:norway-team", "kgr:norway")


@pytest.mark.parametrize(
    "text", ["She posted it on Twitter.", "Twitter closed the account.", "A Google engineer quit."]
)
def test_known_names_are_companies(text: str) -> None:
    known = {e.label: e.types for e in read(text).entities}
    assert "kgo:Company" in (known.get("Twitter") or known["Google"])
