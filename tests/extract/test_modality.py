"""How certain: plans, duties, possibilities, conditions, questions, denials, implicative verbs (Karttunen 2012)."""

from __future__ import annotations

import pytest

from .reading import lines

TABLE = {
    "France intends to sanction Iran.": "France -sanctioned-> Iran | planned",
    "Merkel is to meet Putin on Monday.": "Merkel -metWith-> Putin | planned | 2015-11-16",
    "Apple is set to acquire Beats.": "Apple -acquired-> Beats | planned",
    "Apple is about to acquire Beats.": "Apple -acquired-> Beats | planned",
    "The minister wants to visit Cuba.": "minister -visited-> Cuba | planned",
    "Russia agreed to withdraw its troops from Syria.": "Russia -withdrewFrom-> Syria | planned",
    "Apple has agreed to buy Beats.": "Apple -acquired-> Beats | planned",
    "The EU is considering sanctioning Russia.": "EU -sanctioned-> Russia | possible",
    "The troops were ready to attack Kabul.": "troops -attacked-> Kabul | planned",
    "Iran must release the sailors.": "Iran -released-> sailors | required",
    "Obama called on Iran to release the sailors.": "Iran -released-> sailors | required",
    "Macron asked Putin to withdraw his troops from Ukraine.": "Putin -withdrewFrom-> Ukraine | required",
    "Iran could attack Israel.": "Iran -attacked-> Israel | possible",
    "Rebels reportedly attacked the base.": "Rebels -attacked-> base | possible",
    "The rebels allegedly killed the mayor.": "rebels -killed-> mayor | possible",
    "Police believe that John Smith killed the mayor.": "John Smith -killed-> mayor | possible | says Police",
    "He is accused of killing the mayor.": "He -killed-> mayor | possible",
    "He is suspected of having killed the mayor.": "He -killed-> mayor | possible",
    "The army is likely to attack the town.": "army -attacked-> town | possible",
    "He'd met Angela Merkel before.": "He -metWith-> Angela Merkel",
    "Turkey will withdraw from Syria, releasing John Smith.": "Turkey -released-> John Smith | planned",
    "The firm is considering buying Nest.": "firm -acquired-> Nest | possible",
    "He ruled until Ana Silva replaced Luis Mora.": "Ana Silva -succeeded-> Luis Mora",
    "He left the party after praising Luis Mora.": "He -praised-> Luis Mora",
    "He declined until Ana Silva had replaced Luis Mora.": "Ana Silva -succeeded-> Luis Mora",
    "The firm has no plans to buy Nest.": "firm -acquired-> Nest | not | planned",
    "Ana Silva is seen as the leader of the rebels.": "Ana Silva -leaderOf-> rebels | possible",
    "Ana Silva was the first woman to lead the World Bank.": "Ana Silva -leaderOf-> World Bank",
    "Norway offered assistance to Mali.": "Norway -offeredTo-> Mali",
    "The minister leaves for Rome on Monday.": "minister -travelledTo-> Rome | planned | 2015-11-16",
    "The firm says it bought Nest on Friday.": "firm -acquired-> Nest | says firm | 2015-11-13",
    "It is unclear whether Iran attacked Israel.": "Iran -attacked-> Israel | possible",
    "Perhaps Iran attacked Israel.": "Iran -attacked-> Israel | possible",
    "If Iran attacks Israel, the US will respond.": "Iran -attacked-> Israel | conditional",
    "Unless Iran releases the sailors, the US will sanction it.": "Iran -released-> sailors | conditional",
    "Did Iran attack Israel?": "Iran -attacked-> Israel | conditional",
    "Greece would have left the EU.": "Greece -left-> EU | conditional",
    "Had Iran attacked Israel, the US would have responded.": "Iran -attacked-> Israel | conditional",
    "Greece no longer supports Iran.": "Greece -supports-> Iran | not",
    "Karl Braun is no longer president of Peru.": "Karl Braun -headOfState-> Peru | not",
    "Instead of attacking Israel, Iran released the sailors.": "Iran -attacked-> Israel | not",
    'Iran condemned Israel, with one man asking "How can we live if they stay?"': "Iran -condemned-> Israel",
    "Iran never attacked Israel.": "Iran -attacked-> Israel | not",
    "No country sanctioned Russia.": "No country -sanctioned-> Russia | not",
    "Iran has not yet attacked Israel.": "Iran -attacked-> Israel | not",
    "Neither France nor Germany sanctioned Russia.": "France -sanctioned-> Russia | not",
    "The minister denied having met Putin.": "minister -metWith-> Putin | not",
    "Without attacking Israel, Iran won the war.": "Iran -attacked-> Israel | not",
    "Obama forgot to thank Putin.": "Obama -praised-> Putin | not",
    "The rebels began attacking Kabul.": "rebels -attacked-> Kabul",
    "The rebels continued to attack Kabul.": "rebels -attacked-> Kabul",
    "The rebels stopped attacking Kabul.": "rebels -attacked-> Kabul | not",
    "The police were forced to release the suspect.": "police -released-> suspect",
    "The president regretted having attacked Israel.": "president -attacked-> Israel",
    "Huber never served in the army and died in Munich in 1975.": "Huber -diedIn-> Munich | 1975",
    "Iran promised to release the sailors.": "Iran -released-> sailors | planned",
    "Iran decided not to release the sailors.": "Iran -released-> sailors | not | planned",
    "France will not sanction Russia.": "France -sanctioned-> Russia | not | planned",
    "Iran may not have attacked Israel.": "Iran -attacked-> Israel | not | possible",
}


@pytest.mark.parametrize(("sentence", "expected"), TABLE.items())
def test_modality(sentence: str, expected: str) -> None:
    assert expected in lines(sentence)
