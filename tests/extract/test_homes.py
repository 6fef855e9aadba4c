"""Posts that a text names without their country: that of the sentence, else of where the news is set, else none."""

from __future__ import annotations

import pytest

from .reading import lines, read

TABLE = {
    "Portuguese President Ann Bell thanked the crew, and Prime Minister Luis Vega praised it.": (
        "Luis Vega -headOfGovernment-> Portugal"
    ),
    "The Peruvian army left on Friday. President Luis Vega thanked Peru.": "Luis Vega -headOfState-> Peru",
    "The Peruvian army left on Friday. Peru is glad. The defence minister, Luis Vega, resigned.": (
        "Luis Vega -ministerOf-> Peru"
    ),
    "The Peruvian army left Lima. Luis Vega, a former foreign minister, resigned.": "Luis Vega -ministerOf-> Peru",
    "The British army left London. Foreign Secretary Luis Vega and Home Secretary Ann Bell resigned.": (
        "Ann Bell -ministerOf-> United Kingdom"
    ),
    "LIMA (AFP) - President Luis Vega resigned on Friday. Chile and Brazil praised Peru, and Peru thanked Bolivia.": (
        "Luis Vega -headOfState-> Peru"
    ),
    "Ann Bell moved to Guinea, where President Luis Vega gave her a home.": "Luis Vega -headOfState-> Guinea",
    "The Peruvian army left Lima. President Luis Vega, who was in Oslo, wept.": "Luis Vega -headOfState-> Peru",
    "Peru sent rice, Peru sent maize and Peru sent fish to Chile, Bolivia, Brazil and Italy. Health Minister Luis Vega "
    "was glad.": "Luis Vega -ministerOf-> Peru",
}


@pytest.mark.parametrize(("text", "expected"), TABLE.items())
def test_bare_posts(text: str, expected: str) -> None:
    assert expected in lines(text)


UNTOLD = {
    "one mention": "The Peruvian army left. President Luis Vega resigned.",
    "a surname": "The Peruvian army left Lima. President Vega resigned.",
    "two presidents": "The Peruvian army left Lima. President Luis Vega met President Ann Bell.",
    "another president": "Peruvian President Ann Bell left Lima. President Luis Vega resigned.",
    "another country": "The Peruvian army left Lima. Washington said President Luis Vega had phoned.",
    "another nation": "The Peruvian army left Lima. President Luis Vega will lead the Chilean delegation.",
    "a body": "The Peruvian army left Lima. Acme president Luis Vega resigned.",
    "a branch": "The Peruvian army left Lima. Union local president Luis Vega resigned.",
    "a kingdom": "The Spanish army left Madrid. Spain is glad. President Luis Vega thanked Spain.",
    "no premier": "The Chilean army left. Chile is glad. Prime Minister Luis Vega thanked Chile.",
    "a clergyman": "The Peruvian army left Lima. The minister, Luis Vega, prayed.",
    "news from elsewhere": "OSLO (AFP) - Peru and Norway met Chile in Peru. President Luis Vega resigned.",
    "news sent from another": "LIMA (AFP) - Troops freed the Japanese guests. Japan thanked Japanese envoys, and "
    "Japanese firms thanked President Luis Vega.",
    "a capital that is a region too": "Japan won. The Japanese sang. In Washington, aides of President Luis Vega sang.",
    "written from elsewhere": (
        "WASHINGTON, June 1 — It rained. The Peruvian army left Lima. Peru is glad. The Peruvians sang.\n\n"
        "Former President Luis Vega laughed."
    ),
    "much about a part": (
        "The Scottish team left Britain. Britain is glad. The Britons sang. The health secretary, Luis Vega, resigned."
    ),
    "a king": "The Peruvian army left Lima. King Luis Vega resigned.",
    "part of a state": "The Welsh team left Cardiff. Prime Minister Luis Vega thanked Wales.",
    "just told of the other of two": (
        "MADRID, May 14 (Reuter) - Peru beat Spain in Madrid on Saturday, taking the cup from Spain. Spain sang. "
        "Peru sang.\n\nIn Lima it was night. Prime Minister Luis Vega, who wore red socks, called it a triumph."
    ),
    "two countries": "Norway attacked Sweden. Sweden attacked Norway. President Luis Vega resigned.",
}


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD)
def test_no_country_is_guessed(text: str) -> None:
    assert not [line for line in lines(text) if line.startswith(("Luis Vega -headOf", "Luis Vega -minister"))]


def test_the_phrase_keeps_that_it_is_past() -> None:
    claims = read("The Peruvian army left Lima. Luis Vega, a former foreign minister, resigned.").claims
    assert {c.phrase for c in claims if c.predicate == "kgo:ministerOf"} == {"former foreign minister"}
