"""Names that the tagger alone types wrongly or not at all, and the words around them that tell."""

from __future__ import annotations

import pytest

from kg.language.labels import Labels
from kg.ontology import Ontology

from ..extract.reading import read

TOLD = {
    "They signed the General Peace Accord on Sunday.": ("General Peace Accord", "kgo:Agree"),
    "Tom Hill, 51, of Wirrabee in northern Victoria, had pleaded guilty.": ("Wirrabee", "kgo:GeopoliticalEntity"),
    "Reporters Without Borders criticised the verdict.": ("Reporters Without Borders", "kgo:Organisation"),
    "Franz Keller was a Gestapo member.": ("Gestapo", "kgo:Organisation"),
    "Sean was born in Perth.": ("Sean", "kgo:Person"),
    "Wishart grew up in Comox.": ("Wishart", "kgo:Person"),
    "Kerner graduated in 1990 and married in 1995.": ("Kerner", "kgo:Person"),
    "Tarnow's wife Anna spoke.": ("Tarnow", "kgo:Person"),
    "She is the chief executive officer of Sablex.": ("Sablex", "kgo:Organisation"),
    "He settled in Big Stone Gap.": ("Big Stone Gap", "kgo:GeopoliticalEntity"),
    "Guns were found on the Rhosna, a Maltese ship.": ("Rhosna", "kgo:Product"),
    "Elliott Management, an activist investor, took a stake.": ("Elliott Management", "kgo:Company"),
    "Jo Hill works at Tasman Bay Capital.": ("Tasman Bay Capital", "kgo:Company"),
    "Ferrano shares rose. Ferrano's chief executive agreed. Enzo Ferrano founded it.": ("Ferrano", "kgo:Organisation"),
    "Christie's sold it.": ("Christie", "kgo:Organisation"),
    "Ann Bell was the queen of the samba.": ("Ann Bell", "kgo:Person"),
    "His lawyer, Taske Borrun, said the findings had been released.": ("Taske Borrun", "kgo:Person"),
    "Orvane Tilk, the former prodigy who founded a laboratory, wept.": ("Orvane Tilk", "kgo:Person"),
    "In May the large manufacturer Tornikaari offered to buy her out.": ("Tornikaari", "kgo:Organisation"),
    "The promoter, Rientos del Tambel, is owned by a fund.": ("Rientos del Tambel", "kgo:Organisation"),
    "Ann Bell had led Porthmawr town council since May.": ("Porthmawr", "kgo:GeopoliticalEntity"),
    "His junior coalition partner, Tavos Kerrenos, has said that he will vote against it.": (
        "Tavos Kerrenos",
        "kgo:Person",
    ),
    "Prosecutors in Braunschweig said they were examining it.": ("Braunschweig", "kgo:City"),
    "He was governor of Portuguese Guinea.": ("Portuguese Guinea", "kgo:GeopoliticalEntity"),
    "He lives in French Sudan.": ("French Sudan", "kgo:GeopoliticalEntity"),
    "Talks at the Belle Rivage sugar mill broke down.": ("Belle Rivage", "kgo:Facility"),
    "She shuttled between Buenos Aires and Santiago.": ("Santiago", "kgo:City"),
    "Tendai Chiko, a street vendor, wept.": ("Tendai Chiko", "kgo:Person"),
    "Volunteers cleaned the Parklow mosque.": ("Parklow", "kgo:Facility"),
    "He spoke outside the Quirmal palace.": ("Quirmal", "kgo:Facility"),
    "Jamaica's Tavake Lesi won the Olympic 100 metres title on Saturday. Lesi, who is 21, said he was ill.": (
        "Tavake Lesi",
        "kgo:Person",
    ),
    "The Bell Foods factory at Nkwantahene was silent. Tom Hill, the Nkwantahene chief, sang.": (
        "Nkwantahene",
        "kgo:GeopoliticalEntity",
    ),
    "They play Deportivo Ybicua. Ybicua lost.": ("Deportivo Ybicua", "kgo:SportsTeam"),
    "The partner was Irmãos Kestler, which makes tools.": ("Irmãos Kestler", "kgo:Company"),
    "Conservas Outaro was sold. Outaro lost money.": ("Conservas Outaro", "kgo:Company"),
    "Protesters marched on Avenida Paulana.": ("Avenida Paulana", "kgo:Facility"),
    "Cape Merridan has a tower.": ("Cape Merridan", "kgo:Place"),
    "The group is linked to Al-Qaeda.": ("Al-Qaeda", "kgo:Organisation"),
    "She thanked her partner, the broadcaster Clarke Gaylor.": ("Clarke Gaylor", "kgo:Person"),
    "Her husband, the film-maker Pradip Krishnan, wept.": ("Pradip Krishnan", "kgo:Person"),
    "Theo Sand, a former head of engine maker Cumber, becomes chairman.": ("Cumber", "kgo:Organisation"),
    "Rose exporter Olmara Blooms left. Shares in Olmara rose.": ("Olmara Blooms", "kgo:Organisation"),
    "He was born in the coastal town of Joal, the son of a trader.": ("Joal", "kgo:City"),
    "Turkish tile maker Gira Stolva grew.": ("Gira Stolva", "kgo:Company"),
    "She joined Finnish carrier Ergin Serami.": ("Ergin Serami", "kgo:Company"),
    "Later, with crowds gathered at Tikripur, Rakesh Tandon wept.": ("Rakesh Tandon", "kgo:Person"),
    "SANTA INÉS YUTARA, Oaxaca — The dam broke.": ("Santa Inés Yutara", "kgo:Place"),
    "MERWEN, Nov 3 — Miners of Merwen dug.": ("Merwen", "kgo:GeopoliticalEntity"),
    "Ann Bell was born at Palelua.": ("Palelua", "kgo:GeopoliticalEntity"),
    "The mayor of Ebersfurt, Karl Stein, wept.": ("Ebersfurt", "kgo:GeopoliticalEntity"),
    "Bell was born to a Jewish family in Krivy Rog, an industrial city in the east.": ("Krivy Rog", "kgo:City"),
    # the biggest of those that trade in something is a firm, a firm's parent another; who has a deputy has a person
    "The walkout began at the sheds of Ferreta Lambeli, the province's biggest exporter.": (
        "Ferreta Lambeli",
        "kgo:Organisation",
    ),
    "The tour was paid for by Lorna Vane, the region's biggest employer.": ("Lorna Vane", "kgo:Person"),
    "Norway has dropped Kelvo, the region's largest salmon producer, from its list.": ("Kelvo", "kgo:Organisation"),
    "Borland's parent, Vexo Air Lines, sued the ministry.": ("Vexo Air Lines", "kgo:Organisation"),
    "The Turkish investor, Sölmez Deri of Bursa, said talks ended after its accountants had seen the books.": (
        "Sölmez Deri",
        "kgo:Organisation",
    ),
    "He bought a company in the British Virgin Islands called Wintrel. Wintrel sang. We told Wintrel.": (
        "Wintrel",
        "kgo:Company",
    ),
    "Constable Vince Hill of the vice squad sang.": ("vice squad", "kgo:PoliceForce"),
    "The treaty was drafted by Kaur's deputy, Viral Mathur, in Delhi.": ("Viral Mathur", "kgo:Person"),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.items())
def test_words_around_a_name_tell_its_class(text: str, expected: tuple[str, str]) -> None:
    extraction = read(text)
    label, kind = expected
    assert [e.label for e in extraction.entities if e.label == label and kind in e.types]


RELATIVES = {
    "She worked at Denso Labs, a provider of services, where he met her.": ("where", "Denso Labs"),
    "They praised Anna Berg, a writer of novels, who lives in Oslo.": ("who", "Anna Berg"),
    "The team beat Leeds United, the pride of England, which had lost.": ("which", "Leeds United"),
}


@pytest.mark.parametrize(("text", "expected"), RELATIVES.items())
def test_relative_pronouns_stand_for_what_fits(text: str, expected: tuple[str, str]) -> None:
    extraction = read(text)
    pronoun, label = expected
    labels = {e.id: e.label for e in extraction.entities}
    assert [labels[m.entity] for m in extraction.mentions if m.text == pronoun] == [label]


def test_a_daughter_is_no_firm_though_a_daughter_company_is() -> None:
    assert "parent" in (corporate := Labels(Ontology.load([])).preferences.corporate)
    assert "daughter" not in corporate
