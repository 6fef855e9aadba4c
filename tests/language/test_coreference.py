"""Who is who: texts, which mentions are one entity ("she = Anna") and which are not ("George Bush != Laura Bush")."""

from __future__ import annotations

from collections import defaultdict

import pytest

from ..extract.reading import read

TABLE = {
    "Republican Senator John Miller spoke. The GOP won.": ["Republican = GOP"],
    "Three men were killed in the Iraqi city of Basra.": ["the Iraqi city of Basra = Basra"],
    "The General Assembly of the United Nations (UN) met. The UN agreed.": ["United Nations = UN"],
    "Anna Bell is a physicist who works in Oslo.": ["who = Anna Bell"],
    "Tom Hill, 52, is ill. Ann Bell said the 52-year-old had left.": ["the 52-year-old = Tom Hill"],
    "Angela Merkel met Emmanuel Macron. She thanked him.": [
        "She = Angela Merkel",
        "him = Emmanuel Macron",
    ],
    "Mark Rathbun spoke. John Montalvo left. He described Montalvo as an agent.": ["He = Mark Rathbun"],
    "Microsoft sold the browser. Apple no longer wants to support it.": ["it != Apple"],
    "John Smith praised his brother Peter.": [
        "his = John Smith",
    ],
    "Barack Obama met David Cameron. The two leaders discussed Syria.": [
        "Barack Obama != David Cameron",
    ],
    "Apple bought Beats. The company paid in cash.": [
        "The company = Apple",
    ],
    "President Emmanuel Macron spoke. The president left.": [
        "The president = Emmanuel Macron",
    ],
    "Theresa May resigned. Mrs May had led Britain for three years.": [
        "May = Theresa May",
    ],
    "George Bush met Laura Bush. Mr Bush smiled.": [
        "George Bush != Laura Bush",
        "Bush = George Bush",
    ],
    "Hillary Clinton spoke. Bill Clinton listened. Mrs Clinton smiled.": [
        "Clinton = Hillary Clinton",
    ],
    "“I won,” Donald Trump said.": [
        "I = Donald Trump",
    ],
    "“I will win,” Joe Biden told Donald Trump. “You lost.”": [
        "I = Joe Biden",
    ],
    "When he arrived in Paris, Barack Obama met the mayor.": [
        "he = Barack Obama",
    ],
    "Iran released the sailors after they had apologised.": [
        "they = the sailors",
    ],
    "The FBI arrested John Smith. It had watched him for years.": [
        "It = FBI",
        "him = John Smith",
    ],
    "The International Monetary Fund met. The IMF agreed.": [
        "IMF = International Monetary Fund",
    ],
    "France signed. The French government agreed. Its president spoke.": [
        "French = France",
    ],
    "An earthquake struck Nepal. The quake killed thousands.": [
        "The quake = An earthquake",
    ],
    "Jane Doe, the director of the museum, left. The director gave no reason.": [
        "The director = Jane Doe",
    ],
    "“We will buy it,” said Tim Cook, chief executive of Apple.": ["We = Apple"],
    "“You win,” said Joe Biden. “You lose,” said Tim Cook.": ["You != Tim Cook"],
    "It is hard to say whether Peru left. The FBI watched.": ["It != FBI"],
    "The Navy lost a robot on Monday, and Apple found it.": ["it != Apple"],
    "Police searched a house. It was police who called.": ["Police = police"],
    "Home Secretary Suella Braverman spoke. The Home Secretary left.": ["Suella Braverman = The Home Secretary"],
    "Anna Bell flew to Rome. She met Carl Roe there.": ["there = Rome"],
    "She leads Harlow Foods, based in Seattle, which Bill Grant founded.": ["which = Harlow Foods"],
    "Ann Roe married Carl Hill, and the couple moved to Rome.": ["the couple != Ann Roe"],
    "Microsoft said it would buy LinkedIn.": [
        "it = Microsoft",
    ],
    "Maria Lopez told Anna Bell that she had won.": [
        "she = Maria Lopez",
    ],
    "Peter Hill and his wife, Jane Hill, live in Oslo.": [
        "his = Peter Hill",
        "his wife = Jane Hill",
        "Peter Hill != Jane Hill",
    ],
    "Tim Cook leads Apple. Cook joined it in 1998.": [
        "Cook = Tim Cook",
        "it = Apple",
    ],
    "The United Nations (UN) met. The UN agreed.": [
        "UN = United Nations",
    ],
    "Helen Clark and Antonio Guterres spoke. He thanked her.": [
        "He = Antonio Guterres",
        "her = Helen Clark",
    ],
}


@pytest.mark.parametrize(("text", "row"), [(text, row) for text, rows in TABLE.items() for row in rows])
def test_coreference(text: str, row: str) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for mention in read(text).mentions:
        found[mention.text.removesuffix("'s")].add(mention.entity)
    one, sign, other = row.partition(" != ") if " != " in row else row.partition(" = ")
    assert found[one]
    assert found[other]
    assert bool(found[one] & found[other]) == (sign == " = ")
