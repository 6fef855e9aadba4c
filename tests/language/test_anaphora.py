"""What takes up what over a sentence and more: texts and mentions that are, or are not, one entity."""

from __future__ import annotations

import pytest

from .test_chains import are_apart, is_one

FOLLOWING = {
    # who is named behind what opens the sentence, and whom a name acted on behind it cannot be
    "In his speech, Tom Hill praised Ann Bell.": "Tom Hill | his",
    "In her years as mayor of Oslo, Ann Bell built roads.": "Ann Bell | her",
    "Tom Roe won the race. Carl Hill was ill. He took a train to Lima and defeated Hill there.": "Tom Roe | He",
}
TITLED = {
    "He could not reach the head of UBS, Marcel Roe, who was ill.": "the head of UBS | Marcel Roe | who",
    "The mayor of the day, a wool merchant named Carl Roe, wept.": "The mayor of the day | Carl Roe",
    # first names with a hyphen, a description behind another
    "The final lacked Marie-Jose Perec, the Frenchwoman who beat her.": "Marie-Jose Perec | the Frenchwoman | who",
    "Finance Minister Carl Roe left. The minister, an economist who sang, wept.": (
        "Carl Roe | The minister | an economist | who"
    ),
}
OWNERS = {
    # what a post or a role may be of
    "Ann Bell has taken control of Acme and dismissed its chief executive.": "Acme | its",
    "Rivals met in Rome, said the Oslo Savings Bank. Its chairwoman, Ann Bell, sang.": "Oslo Savings Bank | Its",
    "In 1994 he founded a school in Lima. One of its first pupils, Ann Bell, sang.": "a school in Lima | its",
    "Lima is old. A flood in May killed people and wrecked its stadium.": "Lima | its",
    # no land has an owner or staff, no court a chair
    "Norway has dropped Kelvo, the region's largest exporter, from its list after its owner, Tor Lund, sold.": (
        "Kelvo | its"
    ),
    "Two brothers from Peru have bought the bakery in which they work from the widow of its late owner.": (
        "the bakery | which | its"
    ),
    "The High Court dismissed an appeal by the minister and the commission. Its chairman, Leo Marsh, resigned.": (
        "the commission | Its"
    ),
}
WED = {
    # whose wife "and his wife" is; what is a couple's
    "He cheered before shaking hands with Prince Edmund of Denmark and his wife Sofia.": "Prince Edmund | his",
    "Lund was born in Oslo, the youngest of the three sons of Carl Lund, a fisherman from Voss, and his wife Ann.": (
        "Carl Lund | a fisherman from Voss | his"
    ),
    "Asma's husband, Tariq Roe, flew in with their children, Bilal, 19, and his sisters Lena and Mia.": "Bilal | his",
    "In court widows wept. “I waited,” said Rosa Lima, whose husband was taken from their house in 1981.": "their",
}
GENDERS = {
    # what the ends of surnames tell; what is asked of somebody that he do
    "Colonel Irina Sokolova took off. Major Valery Belsky has been up since Friday. On her first flight it rained.": (
        "Irina Sokolova | her"
    ),
    "Carl Berg was held. A judge ordered his release on condition that he report to the police.": (
        "Carl Berg | his | he"
    ),
    # who speaks of itself acts; in the row of a family each bears the surname of the last
    "A commando calling itself the Black Hand left Lima with some hostages, whom it had captured the day before.": (
        "A commando | it"
    ),
    "Maria Sol, whose father ran the bank and who herself led it for a year, resigned.": (
        "Maria Sol | whose | who | herself"
    ),
}
SPEECH = {
    # nobody speaks of themselves by name
    "Nina Bell hid poems. Bell sang. Bell won. A widow, Ada Roe, recalled it. “Nina never read them,” she said.": (
        "Ada Roe | she"
    ),
    # who spoke goes on speaking behind a quotation or what is said
    "Carl Hill left. Hill sang. Hill won. On Monday Tom Roe said that Acme would dismiss Hill. The rest was a matter "
    "for the board, he said.": "Tom Roe | he",
    "Ann Bell argued that Hill had lit the fire. The job went to his deputy, Mary Roe, in the end.\n\n"
    "“He was ill,” she told jurors.": "Ann Bell | she",
}
SUBJECTS = {
    # the subjects of the clauses above come before those of clauses aside, whoever the text tells of most
    "Carl Berg won the race. Berg sang. Berg laughed. Peter Holm, for whom Berg acted as a mentor, was dogged by "
    "claims that money was lost from a fund whose board he chaired. The lifestyle of his wife annoyed voters.": (
        "Peter Holm | whom | he | his"
    ),
}
PLACES = {
    # a name beside a noun that is no mention takes its place; what a clause aside tells of is less at hand
    "The burgomaster, Anna Holm, whose sister is married to a baker, said that she was tired.": "Anna Holm | she",
    "Critics came to Lima. Tom Hill, who headed the No committee, thanked them.": "Critics | them",
    "Tom Roe sang in Rome. Roe won. The critics praised Roe.\n\nThe words are the work of Carl Hill. He was ill.": (
        "Carl Hill | He"
    ),
}
EPITHETS = {
    # somebody told of by name, by what they are or were
    "Tom Roe has taken control of Acme, closing a purchase that the billionaire had long wanted.": (
        "Tom Roe | the billionaire"
    ),
    "Peter Roe lives in Lima. Mr Roe was the co-owner of a bank. Both men deny that the tycoon was behind it.": (
        "Peter Roe | Roe | the tycoon"
    ),
    "Carl Hill was ill. It rained on Friday. Critics asked the former bishop to sing.": (
        "Carl Hill | the former bishop"
    ),
    "Tom Berg read out figures on Monday. Only hours before, the same official had told us that it rained.": (
        "Tom Berg | the same official"
    ),
    "Ann Bell won the prize. Bell sang. Bell laughed.\n\nCarl Hill congratulated the novelist.": (
        "Ann Bell | Bell | Bell | the novelist"
    ),
    "The police charged, and Larry Roe, 16, was killed by a patrolman who said the boy had a knife.": (
        "Larry Roe | the boy"
    ),
    # by the word that the title before the name is short for
    "Gen. Carl Hill spoke on Monday. Ann Bell sang. The general left.": "Carl Hill | The general",
    "Gov. Ann Bell met Tom Roe. Roe praised the governor.": "Ann Bell | the governor",
}
BODIES = {
    # whom the text is about, however far above; nobody of two, nor who acts beside it
    "Acme Corp. will cut jobs. Acme lost money. Critics of Acme sang. It rained. It rained. It rained. It snowed.\n\n"
    "Tom Roe, who runs Tata Motors and Brio Motors, walked into the company’s offices.": (
        "Acme Corp. | Acme | Acme | the company’s"
    ),
    "Acme grew. Tata Motors bought 80 percent of the company.": "Acme | the company",
    "Two divers, Tom Roe and Carl Hill, found the boys. Four boys sat there. Peter Berg and Olaf Holm found them.": (
        "Four boys | them"
    ),
    "The coach, Tom Berg, had told Carl Hill that he might regret it.": "Carl Hill | he",
}
RELATIVES = {
    # the text goes on about whose relative it was; whose surname it is; what somebody was called at birth
    "Carl Hill was born in Oslo. His father, Tom, was a poet too. He sang in Rome.": "Carl Hill | His | He",
    "Anna Lind won. Lind laughed. Her grandson, Peter Lind, sang. Lind flew home.": "Anna Lind | Lind | Her | Lind",
    "Jon Berg, singer, dies at 88\n\nJon Berg, who sang in Rome, died on Sunday.\n\n"
    "Robert Adam Lind was born in Duluth, the son of a baker. He sang.": "Jon Berg | Jon Berg | Robert Adam Lind | He",
}
SENTENCES = {
    # a participle beside a verb has its subject; who is named behind what opens the sentence; the last one named
    "Ann Bell dismissed Mary Roe on Monday, replacing her with a baker.": "Mary Roe | her",
    "Carl Hill spoke. In London, where he was giving a dinner for Mary Roe, Tom Berg summoned us.": "he | Tom Berg",
    "Pat Tuohy sang. He sang. He won. He laughed.\n\nThe engineer, Olu Adeyinka, told us that it could be kept. "
    "Replacing it would take long. He was tired.": "The engineer | Olu Adeyinka | He",
    # whom the headline names has followers; a party called by its members is many
    "Oslo court removes President Hill\n\nCarl Roe, a judge, announced that Tom Hill had been dismissed. Hill lied, "
    "Roe said. He rejected a plea.\n\nIn the square his supporters wept.": "Hill | Tom Hill | Hill | his",
    "The coalition has been in talks with the Social Democrats. Carl Hill, their leader, left.": (
        "Social Democrats | their"
    ),
    # whose message opens a sentence
    "A man was held. In a letter from his lawyers the former prosecutor denied it.": "his | the former prosecutor",
    "Asha Roe was shot. Mrs Roe, 66, died. Ravin Roe sang. Mrs Roe was tall.": "Asha Roe | Roe | Roe",
    "Neymar left. Neymar sang. The player’s father, Neymar da Silva, laughed.": "Neymar | Neymar",
}
APART = {
    "Rosa Tani won. Mr Tani sold the boat. Mrs Tani cried. Mr Tani died.": "Rosa Tani | Tani | Tani",
    "OSLO, Nov 6 (Reuters) - Norway's Brio named Ann Bell as its head.\n\nThe Bergen-based bank was silent.": (
        "Reuters | The Bergen-based bank"
    ),
    "Apex Motors fell. Tom Roe had been head of the truck unit of Brio Motors and was passed over for the job at the "
    "Lima-based company.": "Apex Motors | the Lima-based company",
    "Neymar left. Neymar sang. The player’s father, Neymar da Silva, laughed.": "Neymar | Neymar da Silva",
    "Jon Berg, singer, dies at 88\n\nJon Berg, who sang in Rome, died on Sunday.\n\n"
    "Robert Adam Lind, a baker, was born in Duluth. He sang.": "Jon Berg | Robert Adam Lind",
    "The Coordinating Committee for the Defence met. Tom Roe led the federation of factory workers.": (
        "Defence | the federation of factory workers"
    ),
    "Tom Roe, who runs Tata Motors and Brio Motors, walked into the company’s offices.": "Brio Motors | the company’s",
    "LIMA (Reuters) - Four boys were found after the group sang.": "Reuters | the group",
    # of two, whoever else the text tells of without a name, who acts on them
    "Ann Bell met Mary Roe in Lima. The novelist laughed.": "Ann Bell | The novelist",
    "Carl Hill said that a nephew was dead, and the man’s wife too.": "Carl Hill | the man’s",
    "A watchman was held on Monday.\n\nJudge Nino Roe also jailed the man’s nephew.": "Nino Roe | the man’s",
    "Carl Hill praised the novelist on Monday.": "Carl Hill | the novelist",
    "“They asked the man next to us,” Carl Hill said.": "Carl Hill | the man",
    "Lima is old. A flood in May killed people and wrecked its stadium.": "A flood | its",
    "Among those mentioned are Carl Berg, the bishop of Lima, Luc Roe of Peru and the Kenyan Tom Hill.": (
        "the bishop of Lima | Luc Roe"
    ),
    # what a clause tells apart by what others do
    'Carl Hill sang in "Come Back, Peru", a film of 1959. Ann Bell wept, and the album they made won.': (
        "Come Back, Peru | the album"
    ),
    "He met us at Acme. It rained. It rained. “It was dull,” said its chief executive, Ann Bell.": "Acme | its",
}


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        pair
        for table in (FOLLOWING, TITLED, OWNERS, WED, GENDERS, SPEECH, SUBJECTS, PLACES, EPITHETS, BODIES, RELATIVES)
        for pair in table.items()
    ]
    + [*SENTENCES.items()],
)
def test_one(text: str, chain: str) -> None:
    assert is_one(text, chain)


@pytest.mark.parametrize(("text", "chain"), APART.items())
def test_apart(text: str, chain: str) -> None:
    assert are_apart(text, chain)
