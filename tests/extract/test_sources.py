"""Who says it: quotations before, behind and across sentences, indirect speech, unnamed sources, sources of sources."""

from __future__ import annotations

import pytest

from .reading import lines

TABLE = {
    "Asked whether he would join the cabinet, the singer declined.": "singer -joined-> cabinet | possible",
    "Real Madrid have sacked Karl Stein after a defeat by Barcelona, the club said.": (
        "Real Madrid -dismissed-> Karl Stein | says Real Madrid"
    ),
    "John Smith, who prosecutors said led the gunmen, left.": "John Smith -leaderOf-> gunmen | says prosecutors",
    "Iran attacked Israel, an adviser to the government said.": "Iran -attacked-> Israel | says adviser",
    "Iran will acquire Israel for cash, the two firms announced on Monday.": (
        "Iran -acquired-> Israel | planned | says two firms"
    ),
    "The court convicted John Smith of killing the mayor.": "John Smith -killed-> mayor | says court",
    "“Iran attacked Israel,” said Benjamin Netanyahu.": "Iran -attacked-> Israel | says Benjamin Netanyahu",
    "“Iran attacked Israel,” Netanyahu said on Monday.": "Iran -attacked-> Israel | says Netanyahu",
    "Benjamin Netanyahu told reporters: “Iran attacked Israel.”": "Iran -attacked-> Israel | says Benjamin Netanyahu",
    "Benjamin Netanyahu said that Iran had attacked Israel.": "Iran -attacked-> Israel | says Benjamin Netanyahu",
    "Benjamin Netanyahu claimed Iran had attacked Israel.": "Iran -attacked-> Israel | says Benjamin Netanyahu",
    "Iran attacked Israel, according to Benjamin Netanyahu.": "Iran -attacked-> Israel | says Benjamin Netanyahu",
    "According to officials, Iran attacked Israel.": "Iran -attacked-> Israel | says officials",
    "Iran attacked Israel, two officials said on condition of anonymity.": "Iran -attacked-> Israel | says officials",
    "Iran attacked Israel, a senior US official said.": "Iran -attacked-> Israel | says senior US official",
    "A police spokesman said Iran had attacked Israel.": "Iran -attacked-> Israel | says police spokesman",
    "The report said Iran had attacked Israel.": "Iran -attacked-> Israel | says report",
    "Iran attacked Israel, the Times reported.": "Iran -attacked-> Israel | says Times",
    "Iran attacked Israel, state television reported on Friday.": "Iran -attacked-> Israel | says state television",
    "“Iran attacked Israel,” he said. “It also bombed Syria.”": "Iran -bombed-> Syria | says he",
    "Jane Doe spoke. “Iran attacked Israel. It bombed Syria,” she said.": "Iran -attacked-> Israel | says Jane Doe",
    "Asked about the war, Jane Doe replied: “Iran attacked Israel.”": "Iran -attacked-> Israel | says Jane Doe",
    "Benjamin Netanyahu tweeted that Iran had attacked Israel.": "Iran -attacked-> Israel | says Benjamin Netanyahu",
    "In a statement, NATO said that Iran had attacked Israel.": "Iran -attacked-> Israel | says NATO",
    "Tim Cook said Jane Doe had told him that Apple bought Beats.": "Apple -acquired-> Beats | says Jane Doe",
    "It emerged that Iran had attacked Israel.": "Iran -attacked-> Israel",
    "Benjamin Netanyahu, who met Putin, said Iran had attacked Israel.": "Benjamin Netanyahu -metWith-> Putin",
    "Obama is proud of Iran, says Rouhani: it released the sailors.": "Iran -released-> sailors | says Rouhani",
    "Netanyahu believes that Iran attacked Israel.": "Iran -attacked-> Israel | possible | says Netanyahu",
    "Prosecutors allege that John Smith killed the mayor.": "John Smith -killed-> mayor | possible | says Prosecutors",
    "Iran attacked Israel, witnesses told Reuters.": "Iran -attacked-> Israel | says witnesses",
    "Iran attacked Israel, Reuters quoted a witness as saying.": "Iran -attacked-> Israel | says witness",
    "Netanyahu was quoted as saying that Iran had attacked Israel.": "Iran -attacked-> Israel | says Netanyahu",
    "The paper quoted Netanyahu as saying that Iran had attacked Israel.": "Iran -attacked-> Israel | says Netanyahu",
    "Netanyahu's claim that Iran had attacked Israel was wrong.": "Iran -attacked-> Israel | possible | says Netanyahu",
    "Claims by Netanyahu that Iran had attacked Israel grew.": "Iran -attacked-> Israel | possible | says Netanyahu",
    "Rouhani denied reports that Iran had attacked Israel.": "Iran -attacked-> Israel | not | says Rouhani",
    "Scott Mora confirmed that Luis Silva was a citizen of Peru.": "Luis Silva -citizenOf-> Peru | says Scott Mora",
    "Scott Mora said Luis Silva had become mayor of Lima.": "Luis Silva -mayorOf-> Lima | says Scott Mora",
    "Netanyahu told people that Iran had attacked Israel.": "Iran -attacked-> Israel | says Netanyahu",
    "Netanyahu wrote on X that Iran had attacked Israel.": "Iran -attacked-> Israel | says Netanyahu",
    "In an interview with Le Monde, Cook said Iran had attacked Israel.": "Iran -attacked-> Israel | says Cook",
    "Ann Bell died in Oslo, her family said.": "Ann Bell -diedIn-> Oslo | says Ann Bell's family",
}


@pytest.mark.parametrize(("sentence", "expected"), TABLE.items())
def test_sources(sentence: str, expected: str) -> None:
    assert expected in lines(sentence)
