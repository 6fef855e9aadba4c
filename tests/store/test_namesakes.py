from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Modality, Polarity
from kg.store.namesakes import told_apart
from kg.store.records import ClaimRecord, EntityRecord

PERSON = ClaimRecord(
    "kgr:c", "kgr:a", "kgo:worksFor", "kgr:b", None, None, "works for", None, Polarity.AFFIRMED, Modality.ACTUAL,
    None, None, None, 0.9, "kgr:article/one", "", 0, 0,
)  # fmt: skip


def entity(iri: str, label: str, *types: str) -> EntityRecord:
    return EntityRecord(iri, label, types)


def names(*entities: EntityRecord, claims: tuple[ClaimRecord, ...] = ()) -> list[str]:
    known = {one.iri: one for one in entities}
    found = told_apart(known, claims, articles={"one"}, class_name=lambda curie: curie.partition(":")[2].lower())
    return [one.name for one in found.values()]


def test_a_country_and_its_team_are_told_apart_by_their_classes() -> None:
    country, team = entity("kgr:france", "France", "kgo:Country"), entity("kgr:france-team", "France", "kgo:SportsTeam")
    assert names(country, team, entity("kgr:spain", "Spain", "kgo:Country")) == [
        "France (country)",
        "France (sportsteam)",
        "Spain",
    ]


def test_two_of_one_class_are_told_apart_by_whom_they_are_told_of_with() -> None:
    one, other = (entity(f"kgr:ann-lee{end}", "Ann Lee", "kgo:Person") for end in ("", "-2"))
    firms = [entity("kgr:acme", "Acme", "kgo:Company"), entity("kgr:globex", "Globex", "kgo:Company")]
    claims = (
        replace(PERSON, subject=one.iri, object="kgr:acme"),
        replace(PERSON, subject="kgr:globex", object=other.iri),
    )
    assert names(one, other, *firms, claims=claims)[:2] == ["Ann Lee (Acme)", "Ann Lee (Globex)"]
    assert names(one, other, *firms)[:2] == ["Ann Lee", "Ann Lee"]


@pytest.mark.parametrize("iri", ["kgr:one/an-official-e1", "kgr:one/phrase/abc"])
def test_descriptions_have_no_name_to_share(iri: str) -> None:
    assert names(entity(iri, "official", "kgo:Person"), entity("kgr:one/officials-e2", "official")) == ["official"] * 2


def test_capitals_make_no_other_name() -> None:
    city, team = entity("kgr:rome", "ROME", "kgo:City"), entity("kgr:rome-team", "Rome", "kgo:SportsTeam")
    assert names(city, team) == ["ROME (city)", "Rome (sportsteam)"]
