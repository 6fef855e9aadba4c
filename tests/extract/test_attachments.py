"""What belongs to what in a sentence, and clauses that only look like a claim."""

from __future__ import annotations

import pytest

from .reading import lines

STATED = {
    "Leo Marsh led a coalition of his own Labour Party and the mainly rural Farmers' Party, which won 28 seats.": (
        "Labour Party -alliedWith-> Farmers' Party"
    ),
    "Leo Marsh, historian of Lima and Nobel laureate, died on Monday.": "Leo Marsh -awardReceived-> Nobel",
    "In Lima students attacked the police.": "students -attacked-> police | in Lima",
    "The hall, where a thousand women buy and smoke sardinella, was shut.": (
        "thousand women -acquired-> sardinella | in hall"
    ),
    "Ann Marsh announced that the law had been repealed and named a board of nine.": (
        "Ann Marsh -announced-> the law had been repealed"
    ),
    "Many voters credit Ann Marsh with defeating the rebels.": "Ann Marsh -defeated-> rebels",
    "Peru, a NATO member with no navy of its own, objected.": "Peru -memberOf-> NATO",
    "Peru threatened to go to court.": "Peru -threatened-> -",
    "Officers warned that the men would be back.": "Officers -warned-> -",
    "Officers warned that Peru would face ruin.": "Officers -warned-> Peru",
    "Leo Marsh welcomed the prospect of sitting on the board.": "Leo Marsh -memberOf-> board | possible",
    "Justice Ruth Marsh, the second woman to sit on the court and, in old age, an unlikely folk hero to the young, "
    "died at her home in Lima.": "Ruth Marsh -diedIn-> Ruth Marsh's home in Lima",
    "Officials said 6,000 people had been injured and warned that the toll would rise.": "Officials -warned-> -",
    "It was formed by the merger of Alpha Corporation with Beta Steel in 1995.": (
        "Alpha Corporation -mergedWith-> Beta Steel | 1995"
    ),
    "Auditors examined a payment of nine million pesos ($14,000).": (
        "Auditors -investigates-> payment of nine million pesos ($14,000)"
    ),
    "Any boss who sacked a worker was wrong, Ann Marsh said.": "Any boss -dismissed-> worker | conditional",
    "No one had played there and gone on to win a medal.": "No one -awardReceived-> medal | not",
    "A court approved the sale of the bankrupt firm's ships, its sheds and its name to a rival.": (
        "court -supports-> sale of the bankrupt firm's ships, its sheds and its name"
    ),
    "The mayor, Leo Marsh, had hardly sat down when Ann Stein rose, a glass in her hand, and thanked Karl Roe.": (
        "Ann Stein -praised-> Karl Roe"
    ),
    "Ann Marsh gave up a post with a bank in Lima.": "Ann Marsh -resignedFrom-> bank in Lima",
    "An alliance of five non-partisan groups supports the law.": (
        "alliance of five non-partisan groups -supports-> law"
    ),
    'Leo Marsh told his guests: "Let them say what they like."': "Leo Marsh -informed-> Leo Marsh's guests",
    "In a message issued by his lawyers the former mayor, 64, apologised to Peru.": "former mayor -apologisedTo-> Peru",
    "The Lima Trust has bought the old mill from the Stein Estate.": "Lima Trust -acquired-> old mill",
}
NOT_STATED = {
    "Leo Marsh led a coalition of his own Labour Party and the mainly rural Farmers' Party, which won 28 seats.": (
        "leaderOf-> Farmers' Party"
    ),
    "The hall, where many families buy and eat mussels, was shut.": "acquired-> hall",
    "The hall, where a thousand women buy and smoke sardinella, was shut.": "acquired-> hall",
    "Many voters credit Ann Marsh with defeating the rebels.": "Many voters -defeated",
    "Peru, a NATO member with no navy of its own, objected.": "memberOf-> no navy",
    "Officers warned that Leo Marsh would be back.": "warned-> Leo Marsh",
    "The new trade agreement with Spain and Italy was signed.": "Spain -agreedWith-> Italy",
    "Marsh and the Soviet leader, Leo Stein, ended two days of talks in Iceland on Sunday.\n\nThe two men emerged "
    "grim-faced from Hofdi House, a white wooden villa on the waterfront, after a session that ran for hours.": (
        "competedAgainst"
    ),
    "Peru came close to bankruptcy in 1979.": "attended",
    "Leo Marsh resisted all calls for a devaluation in a year that included the murders of the candidate, Luis Colo, "
    "in March and of his deputy in May.": "rejected-> Leo Marsh's deputy",
    "A great-granddaughter of the nationalist, Herbert Macaulay, and daughter of a one-time Vice-Chancellor of the "
    "University of Lagos, the doctor is survived by her husband.": "Herbert Macaulay -childOf",
    "A retired colonel of Russian military intelligence, the GRU, Mr Skoropal was convicted in 2006 of passing names "
    "to MI6.": "GRU -holdsPosition",
    "Kenya says the siege is over; president declares a truce": "declared-> Kenya",
    "Not a single member of the crew remains alive.": "memberOf",
    "Faber published Death of a Salesman in 1949.": "dateOfDeath",
    "In May the executive called on Leo Marsh in his office.": "urged",
    "Then they look round and their chair has been removed.": "dismissed",
    "They have left a lot of people standing there.": "left",
    "Leo Marsh stood with his hand on his heart.": "supports",
    "Leo Marsh went to sea at eleven.": "travelledTo",
    "A tea seller set up a television on his stall.": "founderOf",
    "Leo Marsh injured his head in a fall.": "injured-> Leo Marsh's head",
    "A court approved the sale of the bankrupt firm's ships, its sheds and its name to a rival.": "supports-> sheds",
    "A court approved the sale of ships.": "supports-> ships",
    "The mayor, Leo Marsh, had hardly sat down when Ann Stein rose, a glass in her hand, and thanked Karl Roe.": (
        "Leo Marsh -praised"
    ),
    "Ann Marsh gave up a post with a bank in Lima.": "resignedFrom-> Lima",
    'Leo Marsh told his guests: "Let them say what they like."': "demandedFrom",
    "The group was launched again in 2011.": "foundedOn",
    "A bloc of four parties led by Leo Marsh won.": "politicalAffiliation",
    "The Chile Solidarity Committee wept.": "basedIn",
    "The men earn their living in Peru; their captain, Leo Marsh, wept.": "worksFor",
    "Karl Stein condemned Peru's bombing of Lima.": "takesPlaceIn",
    "Leo Marsh grew up near Lima.": "livesIn",
    "His win over Sir Leo Stein, mayor since independence in 1970, was followed by marches.": "Stein | 1970",
    "The treaty commits Peru to leave the whole of the Lima valley, captured in 1967.": "seized-> treaty",
    "Leo Marsh said that his shareholders had left.": "investedIn",
    "The board met. They gave its owners a share.": "ownerOf",
    "Leo Marsh accepted it.": "awardReceived",
    "The war was won by machines.": "awardReceived",
}


@pytest.mark.parametrize(("sentence", "expected"), STATED.items())
def test_stated(sentence: str, expected: str) -> None:
    assert expected in lines(sentence)


@pytest.mark.parametrize(("sentence", "relation"), NOT_STATED.items())
def test_not_stated(sentence: str, relation: str) -> None:
    assert not [line for line in lines(sentence) if relation in line]


def test_a_rank_of_two_words_is_one() -> None:
    assert "Karl Stein -holdsPosition-> Lieutenant" not in lines(
        "Lieutenant-Colonel Karl Stein, the army's officer, wept."
    )
