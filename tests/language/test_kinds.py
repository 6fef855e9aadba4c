"""Which classes descriptions and names have by what stands beside their nouns."""

from __future__ import annotations

import pytest

from ..extract.reading import read

CLASSES = {
    ("The climbing party left the camp.", "climbing party"): "kgo:Organisation",
    ("The dinner party was held in Lima.", "dinner party"): "kgo:Event",
    ("Leo Marsh found a television.", "television"): "kgo:Product",
    ("State television said the army had left.", "State television"): "kgo:MediaOutlet",
    ("The furniture producers complained of the tax.", "furniture producers"): "kgo:Agent",
    ("The film producer Ann Marsh complained of the tax.", "Ann Marsh"): "kgo:Person",
    ("Kenyan rose exporter Olmar Blooms rejected the bid.", "Olmar Blooms"): "kgo:Organisation",
    ("Greek shipper Stavros Lemos left Athens.", "Stavros Lemos"): "kgo:Person",
    ("The two men signed the General Peace Accord in Rome.", "General Peace Accord"): "kgo:Agree",
    ("Medical charity Doctors Without Borders warned against complacency.", "Doctors Without Borders"): (
        "kgo:Organisation"
    ),
    (
        "Leo Marsh of the moderate Social Democratic and Labour Party was in tears.",
        "Social Democratic and Labour Party",
    ): "kgo:PoliticalParty",
    (
        "Kiboro agreed to buy rival grower Nandi Crest Estates.\n\nNandi Crest's biggest shareholder has accepted.",
        "Nandi Crest",
    ): "kgo:Organisation",
}


@pytest.mark.parametrize(("text", "label", "kind"), [(*key, kind) for key, kind in CLASSES.items()])
def test_classes(text: str, label: str, kind: str) -> None:
    assert {entity.label: entity.types[0] for entity in read(text).entities}.get(label) == kind
