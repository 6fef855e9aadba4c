"""Chains: mentions that are one entity ("the Court | Supreme Court of Cassation"), each as often as it is written."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from ..extract.reading import read
from .test_teams import REPORT

NAMES = {
    "The Supreme Court of Cassation met. In Rome the Court upheld the sentence.": "Supreme Court of Cassation | Court",
    "The United Kingdom Home Office wrote to us. The Home Office agreed.": "Home Office | Home Office",
    "He lives in Bergen. The Bergen Police Department called.": "Bergen | Bergen",
    "An engineer from Google spoke at the Google Music Festival in Rome.": "Google | Google",
    "South Korea signed the treaty. Korea agreed.": "South Korea | Korea",
    "He left the Church of Scientology. Critics of Scientology helped him.": "Church of Scientology | Scientology",
    "Botanist Mary Jones sang. The Mary Jones video was a success.": "Mary Jones | Mary Jones",
    "The director of CEI (Italian Episcopal Conference) spoke.": "CEI | Episcopal Conference",
    "The World Health Organization (WHO) met. WHO says it is bad.": "World Health Organization | WHO | WHO",
    "He lives in Los Angeles. He read the LA Weekly.": "Los Angeles | LA",
    f"{REPORT} The Danes were tired.": "Denmark | Danes",
    "Velmore Energy will cut 300 jobs. Velmore's chief executive left.": "Velmore Energy | Velmore's",
    "Tarvo Group cut 300 jobs. Critics of Tarvo sang.": "Tarvo Group | Tarvo",
    "Gorlice Steel will cut 300 jobs. Unions sued Gorlice.": "Gorlice Steel | Gorlice",
    # the first word of a body's name, a surname that opens a sentence or stands in a headline, relatives' full names
    "Shares in Galt Energy fell. Galt agreed.": "Galt Energy | Galt",
    "Ann Bell beat Jane Mills. Mills agreed.": "Jane Mills | Mills",
    "Trudeau resigns\n\nOn Friday Justin Trudeau left. His father was Pierre Trudeau.": "Trudeau | Justin Trudeau",
    "Her son Gary left on Friday. Gary Hill, 60, agreed.": "Gary | Gary Hill",
    "Joseph Hill met his son Senator Peter Hill. Peter Hill left. Joseph Hill won. Hill flew home.": (
        "Joseph Hill | Joseph Hill | Hill"
    ),
    "Mayor Carl Roe was shot, as was First Lady Martine Roe. Mr Roe died.": "Carl Roe | Roe",
    "Olof Roe was shot. Lisbeth Roe was grazed. Roe had sent his guards home.": "Olof Roe | Roe",
}
KINDS = {
    # what a name names, said by the noun before it; the company before its founder; two surnames in a firm
    "The space shuttle Columbia broke up. Columbia first flew in 1981.": "The space shuttle | Columbia | Columbia",
    "Chrysler fell on Monday. Chrysler Corp. was founded by Walter P. Chrysler. Chrysler grew.": (
        "Chrysler | Chrysler Corp. | Chrysler"
    ),
    "Ford Motor Company sold it. Ford grew. Jane Hill succeeded Bill Ford at Ford.": "Ford Motor Company | Ford | Ford",
    "Carl Hill sang in Rome. Faber and Faber published it in the year after his marriage.": "Carl Hill | his",
    "Theresa May resigned. Critics praised May's courage. On May 3 they met.": "Theresa May | May's",
    "Xi Jinping met Ann Bell in Lima. Xi praised her.": "Xi Jinping | Xi",
    "Ann Bell met Peter Magyar. She said Magyar was wrong.": "Peter Magyar | Magyar",
    "Peru's president, Olusegun Obasanjo, met us. Obasanjo spoke.": "Peru's president | Olusegun Obasanjo | Obasanjo",
    "The death gave rise to Mid-Term Break, a poem known to all.": "Mid-Term Break | a poem",
    "Navy Cmdr. William Hill met Ann Bell. Hill sang.": "William Hill | Hill",
    "Detective Sergeant Tom Berg spoke. Superintendent Berg left.": "Tom Berg | Berg",
    "Rivals sold the Dutch steelmaker Corus.": "the Dutch steelmaker | Corus",
    "San Esteban, the company that owns the mine, is broke.": "San Esteban | the company | that",
}
DESCRIPTIONS = {
    "The Lima Police Department met. The department sang. The department left. On Friday the department met us.\n\n"
    "In Oslo, Capitol Police are at work and may stay, police spokesman Carl Hill said.": "Capitol Police | police",
    "Ann Bell and her son met us. Her son, Carl Hill, sang.": "her son | Her son | Carl Hill",
    "President Ann Bell and her main rival, former President Tom Roe, were taken from their homes.": (
        "her main rival | Tom Roe"
    ),
    "She lives in Oslo. He met city mayor Ann Bell.": "Oslo | city",
    "Ann Bell, director of the gallery, and chair of the fund, left.": "Ann Bell | chair of the fund",
    "Jane Roe and her brother left. Her brother sang.": "her brother | Her brother",
    "Labour’s spokeswoman Ann Bell spoke. She said her party had won.": "Labour’s | her party",
    "Peruvian minister Ann Bell spoke. She said her country had won.": "Peruvian | her country",
    "The FBI team has new cars. The entire team sang.": "The FBI team | The entire team",
    "He saw the UN building in Rome. The United Nations building is tall.": (
        "the UN building in Rome | The United Nations building"
    ),
    "The Tallinn Convention Centre opened. He likes the facility.": "Tallinn Convention Centre | the facility",
    "Gdansk Central Station was shut. It rained. He sang. She sang. It snowed. It was dark. Ann left the station.": (
        "Gdansk Central Station | the station"
    ),
    "Student expelled over prank\n\nMr Roe, the dean, spoke on Friday. A student was expelled.": "Student | A student",
    "He met a man named John Smith.": "a man | John Smith",
    "She founded a firm known as Acme.": "a firm | Acme",
    # the one just told of, not one told of later or far above
    "Tata Steel grew. It rained. Acme Corp. was sued. Doctors praised the company. Tata Steel fell.": (
        "Acme Corp. | the company"
    ),
    "Air France cut jobs. An airline spokesman left.": "Air France | airline",
    "The UK Government met on Monday. On Tuesday the government agreed.": "Government | the government",
    # of which nation or body somebody is told to be
    "Chile's president, Carl Hill, flew home. The Chilean leader laughed.": "Chile's president | The Chilean leader",
    "Carl Hill, president of Chile, flew home. The Chilean president laughed.": "Carl Hill | The Chilean president",
    # before the name
    "She accused the home secretary of lying to us. The home secretary, Carl Hill, left.": (
        "the home secretary | Carl Hill"
    ),
    # what bodies of states are called; a union whose name says nothing
    "Ann Bell of the United Nations spoke in Rome, where the agency met.": "United Nations | the agency",
    "Tata grew. The plan had been backed by Unite. Ann Bell, the union's leader, left.": "Unite | the union's",
    # one's relatives by what they were said to be to each other
    "Sarah Roe and her brother Tim left. His sister sang.": "Sarah Roe | His sister",
    "Ann Bell met her daughter, Beth. Beth sang. Her mother laughed.": "Ann Bell | Her mother",
    # several by name
    "David Stone and Michael Stone met. The brothers left.": "David Stone and Michael Stone | The brothers",
    "Karl Hill and Petra Roe left. The mayor thanked both.": "Karl Hill and Petra Roe | both",
    "Three climbers were found. The three, all from Lima, were dead.": "Three climbers | The three",
}
BODIES = {
    # whose spokesman speaks, whose nation is told, who is called so; posts at a body are held by people
    "Peru Airlines grew. A spokesman for Acme Group, Tom Hill, said the company was ready.": "Acme Group | the company",
    "The Oslo bank fined Acme. Then the European Union left. He founded the group in 1984.": "Acme | the group",
    "We met Lee Hill, the chairman of Acme Corp., a baker's son, in Rome.": "Lee Hill | a baker's son",
    "Carl Hill is to be replaced by Defne Ergin-Altay, 39, a granddaughter of the company's founder.": (
        "Defne Ergin-Altay | a granddaughter of the company's founder"
    ),
}
PRONOUNS = {
    "Ann Bell was born in Oslo. Bell sang in Rome. Bell sang in Paris. Critics praised Bell. Bell won. Mary Hill "
    "praised Bell. She lives in Oslo.": "Ann Bell | Bell | Bell | Bell | Bell | Bell | She",
    "Carl Hill spoke on Monday. On Friday the Peter Roe video was shut down. He laughed.": "Carl Hill | He",
    "They went to Rome. From there, they flew home.": "Rome | there",
    "The FBI grew. The FBI sued us. On Friday FBI agents said they were tired.": "Friday FBI agents | they",
    "Ann Bell and Carl Hill met in Rome. They signed the treaty.": "Ann Bell and Carl Hill | They",
    "One player was caught with their shoes off.": "One player | their",
    "Peru won. A Peruvian boy and a Peruvian girl saw Chile. Both liked the country.": "Chile | the country",
}
SALIENCE = {
    "Ann Bell won. Bell sang. Bell flew home. We met Bob Bell. Bell laughed.": "Ann Bell | Bell | Bell | Bell",
    # whom the text is about, against who is named in passing
    "Ann Bell won in Oslo. Her death was announced on Monday. Pita Suro, for his part, said she had sung.": (
        "Ann Bell | Her | she"
    ),
    "Ann Bell won in Oslo. Kofi Maru, who made her a minister, was glad.": "Ann Bell | her",
    "Ann Bell beat Mary Hill. The Frenchwoman left her house.": "The Frenchwoman | her",
    "Carl Hill had met Peter Roe. Rome, said Hill, was dull. “It was hot.” “It rained.” “It snowed.” He flew home.": (
        "Carl Hill | Hill | He"
    ),
    # the subject of its own clause, or of the one above
    "Ann Bell and Tom Hill spoke. Bell said that Peter Roe, Acme's founder, was selling his house.": "Peter Roe | his",
    "“He took it,” said Carl Hill, who was ill when thieves entered his house.": "Carl Hill | who | his",
    "Daimler met us in Rome. Daimler grew. Tata Steel, Daimler's largest owner, gave its blessing.": "Tata Steel | its",
    "A man was held. He appeared in court, where the judge ordered that he stay there.": "A man | He | he",
    "Tom Hill was ill. He won a prize in Derry, where Carl Roe and Peter Berg sang and where he slept.": (
        "Tom Hill | He | he"
    ),
    # one subject for two verbs
    "Judge Mary Roe fined Ann Bell and put her in prison.": "Ann Bell | her",
    "Ann Bell told Mary Roe that Jane Hill walked in and turned herself in.": "Jane Hill | herself",
    "Carl Hill met Peter Roe. Tom Berg, himself a poet, spoke.": "Tom Berg | himself",
    "He was a professor at Stockholm University and the director of its institute.": "Stockholm University | its",
    # what a relative is called, and what is said of several
    "A dinner for Carl Hill was hosted by Peter Roe. His son, Tom Hill, sang.": "Carl Hill | His",
    "Acme named 61 Peruvian teachers, the firm said. Among them was Ann Bell.": "61 Peruvian teachers | them",
    # the age adds to what was told
    "Ann Bell sat down in Oslo. The 27-year-old from Lima had won.": "Ann Bell | The 27-year-old",
    "Ann Bell sat down in Oslo. On Friday the 41-year-old surgeon had won.": "Ann Bell | the 41-year-old surgeon",
    "Carl Hill sat down in Oslo. The 64-year-old Roman had won.": "Carl Hill | The 64-year-old Roman",
    "The ship is owned by Acme and run by Tata Steel in Oslo. It was on its way to Rome.": "The ship | It | its",
    "Ann Bell, an aide, met tired relatives in Rome. “I told them all,” she said.": "tired relatives | them",
    # who goes on being spoken of
    "Oscar Roe was born in Rio. He sang. He won. Tom Foster, who met him, praised him. He was paid by Acme.": (
        "Oscar Roe | He | He | him | him | He"
    ),
    # who acts in a clause aside, that of which the pronoun is no part
    "Carl Hill, who helped Peter Roe win, left after students had chased him from Rome.": "Carl Hill | him",
    # what somebody is jailed for is their deed; what a judge orders is no deed of the judge
    "Judge Mary Roe jailed Carl Hill for the murder of his son.": "Carl Hill | his",
    "Carl Hill was arrested. A judge ordered his release.": "Carl Hill | his",
    # of several, those right before; what is a man's and another's
    "Officials said that it had killed 90 people, most of them children.": "90 people | them",
    "The artist Staffan Roe met the writer Eugene Hill and his wife.": "Eugene Hill | his",
    "The favourite to succeed Carl Hill is Tom Roe. He left.": "Tom Roe | He",
    # whom another's aide does not mean, and who did not do it to themselves
    "Carl Hill was ill. Tom Roe, one of his aides, left.": "Carl Hill | his",
    "Lena Fors left. Her teacher, Ms Roe, forced her to run.": "Lena Fors | Her | her",
    "Olive Bell wrote to her daughter, Beth. Beth kept it. When her mother died, she left.": "Beth | she",
    # behind a comma
    "Peter Roe will be succeeded by Carl Hill and his friend at Acme, Tom Berg, who will retire.": "Tom Berg | who",
    "We met Ann Bell, 26, a descendant of Peru's last emperor, who flew home.": "Ann Bell | who",
    "Ann Bell, a nurse from Mahoba district who flew home, sang.": "Ann Bell | who",
    "She hugged Billy Evans, an heir to a hotel business with whom she had a son.": "Billy Evans | whom",
    # whom a verb, or what is done against somebody, sets beside its subject
    "Eduardo Roca is accused. A judge, Luis Moro, is weighing charges against him.": "Eduardo Roca | him",
    "Ann Bell spoke. Bell met Jane Hill. Jane Hill crossed the floor to kiss her.": "Ann Bell | Bell | her",
    "Nadia Bell won. Tom Hill sang. He and his wife, Marta, now train her.": "Nadia Bell | her",
    # what is said in a quotation is not whose the speaker is
    "Acme Group sold its quarry. “We use water,” its lawyer, Ann Bell, said.": "Acme Group | its | its | We",
}
LIFE = "Poet Jon Berg dies at 88\n\nJon Berg, a poet, died on Sunday at his home. He was 88.\n\n"
PARAGRAPHS = {
    # a new paragraph goes on about whom the text is about, or about whose tale the last one told
    f"{LIFE}The mayor, Ole Holm, said Norway had lost a giant.\n\nHis wife sang in Oslo.": (
        "Jon Berg | Jon Berg | his | He | His"
    ),
    f"{LIFE}Ole Holm, 47, was held with his wife. He met Berg in Rome.\n\nHe had come as a child.": (
        "Ole Holm | his | He | He"
    ),
    f"{LIFE}“It is a loss,” said Ole Holm.\n\nHe added that Norway would mourn.": "Ole Holm | He",
}
SPEAKERS = {
    "Carl Hill left his farm to Tom Roe. Tom Roe laughed when he heard. “He never told me,” he said.": (
        "Carl Hill | his | He"
    ),
    "Lima Rovers sacked their coach, Carl Hill. “We are tired,” Hill said.": "Lima Rovers | their | We",
    "Did Ann Bell think of leaving? She laughed. “My husband left.”": "Ann Bell | She | My",
    "Ann Bell had won. “I left early,” she said.": "Ann Bell | I | she",
    'On Friday Ann Bell said, "It was a long day.\n\nI was happy when it ended." Carl Hill laughed.': "Ann Bell | I",
    'On Friday Ann Bell said, "It was a long day.\n\n"I was happy when it ended." Carl Hill laughed.': "Ann Bell | I",
    'The director, Ann Bell, called it dangerous:\n\n"I have the feeling that it failed."': "Ann Bell | I",
    "The Home Office wrote to the judge. The Home Office letter reads “we may leave”.": "Home Office | we",
    "The team flew home. “We are tired,” team member Ann Bell said.": "The team | We",
    f"{REPORT} “We are tired,” Danish captain Ole Berg said.": "Denmark | We",
}
IDIOMS = {
    "An A330 left Oslo. At 0214 GMT, the plane, which had gone, sent a word.": "GMT",
    "A group met on board.": "board",
    "The match will take place in Rome.": "place",
    "He is head of state.": "state",
    "The minister declared a state of emergency.": "a state of emergency",
    "Acts of violence were reported.": "Acts of violence",
    "She died with her family at her side.": "her side",
    "Acme said it was glad, shop steward Ann Bell said.": "shop",
}
NATIONALS = {
    # who is told to be from there, or else the only one near by
    "Spain's Ana Roca beat Serbian Jelena Ilic. The Serb praised the Spaniard.": "Ana Roca | the Spaniard",
    "Anna Berg of Denmark met Tim Cook. The Dane fined the American's firm.": "Tim Cook | the American's",
    "Lars Holm left on Monday. The Dane met us in Oslo.": "Lars Holm | The Dane",
    "Stellantis shut its plant in Turin. The Amsterdam-based carmaker blamed rivals.": (
        "Stellantis | its | The Amsterdam-based carmaker"
    ),
    "Seattle-based Boeing cut jobs. The US aerospace giant lost money.": "Boeing | The US aerospace giant",
    "Lima Savings Bank was shut. The Tax Authority took control of the Peru-based bank.": (
        "Lima Savings Bank | the Peru-based bank"
    ),
    # of two firms the one that does not act beside the description, and is not named behind it
    "Macrosoft Corp. will buy Nordia Ltd.'s phones, ending the Finnish company's decades as a maker of phones.": (
        "Nordia Ltd.'s | the Finnish company's"
    ),
    "Nordia Ltd. and Macrosoft Corp. met on Friday.\n\nNordia Ltd. agreed.\n\nThe Finnish company said that it would "
    "sell its phones to Macrosoft Corp.": "Nordia Ltd. | Nordia Ltd. | The Finnish company | it | its",
    f"Swiss coffee group Valora left.{' Tom Hill sang.' * 14} Farmers sell to the Swiss company.": (
        "Valora | the Swiss company"
    ),
}
APART = {
    "Ann Hill was an adviser to the Springboks when they won.": "an adviser to the Springboks | they",
    "Macrosoft Corp. and Nordia Ltd. met. Bo Hill praised the Finnish company.": "Nordia Ltd. | the Finnish company",
    "Carl Hill landed in Lima. The Peruvian president sang.": "Carl Hill | The Peruvian president",
    "Carl Hill met Paul Roe. The Peruvian singer sang.": "Carl Hill | The Peruvian singer",
    "French striker Carl Hill sang. The Peruvian striker won.": "Carl Hill | The Peruvian striker",
    "The mayor, Carl Hill, sang. The Peruvian singer won.": "Carl Hill | The Peruvian singer",
    "Gorlice Steel will cut 300 jobs. Its plant in Gorlice is old.": "Gorlice Steel | Gorlice",
    "Boston Bank will cut 300 jobs. Boston sued.": "Boston Bank | Boston",
    # another nation's, a deputy's, whoever else is called so
    "Chile's president, Carl Hill, flew to Lima. On Monday the president of Peru sang.": (
        "Carl Hill | the president of Peru"
    ),
    "Rob Ford is mayor. The deputy mayor, Norm Roe, left. Among them was the mayor himself.": "Norm Roe | the mayor",
    "Tata Motors grew. Ann Bell, the union's leader, left.": "Tata Motors | the union's",
    "Acme Corp. grew. Walter Hill sits on the board.": "Acme Corp. | the board",
    "NATO sent a ship. The navy gave a date.": "NATO | The navy",
    "Barry Roe spoke. Her parents, Barry and June, sang. Barry, a trainer, left.": "Barry Roe | Barry",
    "Kathmandu was hit. The Kathmandu valley shook.": "Kathmandu | The Kathmandu valley",
    "Jane Hill died in a Boise hospital.": "Boise | a Boise hospital",
    # its own verb, or its own sentence, sets them apart
    "In a message on Twitter, it accused the army.": "Twitter | it",
    "The court met. Critics urged the Justice Department to stop it.": "Justice Department | it",
    "Carl Hill was paid by Acme. Ann Bell called it a victory.": "Acme | it",
    "Acme grew. The couple denied it.": "Acme | it",
    "The firm moved to Rome, Ann Bell with their children.": "The firm | their",
    "It began when we warned the 36-year-old American.": "It | the 36-year-old American",
    "Tom Hill limped off. “I left,” said the 43-year-old Renard. Carl Renard was ill.": "Tom Hill | Renard",
    "She met us in Oslo. Critics praised it.": "Oslo | it",
    "Teachers in Lima voted. It was hot. It rained. “They left,” said Ann Bell.": "Teachers in Lima | They",
    "The dead were Rick Hill; the pilot, Tom Berg; and a nurse.": "Rick Hill | the pilot",
    "Peter Roe and Carl Hill met. Hill said he had two sons, Tom and Peter.": "Peter Roe | Peter",
    "Her father sang; it was her stepfather, Tom Hill, who spoke.": "it | her stepfather",
    "NASA has a ship. A senior administration official spoke.": "NASA | administration",
    "Peru is vast. The clerk found a plan for the road and published it.": "Peru | it",
    "Ann Bell and her son met us. Jane Roe's son, Carl Hill, sang.": "her son | Carl Hill",
    "Peru won the match. It was a long day.": "Peru | It",
    "Peru met Chile. Neither side scored before it ended.": "Neither side | it",
    "Peru grew. He said agents should do it.": "Peru | it",
    "The Peruvian boy and Ann Bell met. She said her country had won.": "Peruvian | her country",
    "Ann Bell hired a student. A student was expelled.": "a student | A student",
    "The union told us that if someone joins they must pay.": "The union | they",
    "The Gates Foundation gave money. Doctors thanked the hospital.": "Gates Foundation | the hospital",
    "The fair had no crowds. On Sunday the crowds came.": "no crowds | the crowds",
    "Acme grew fast. It was Carl Hill who founded the firm.": "Acme | It",
    "Oslo met. It was in 1989 that she won.": "Oslo | It",
    "LIMA, June 1 - Ann Bell sat down. It was, she said, relief.": "LIMA | It",
    "Acme planted many trees, most of them by night.": "Acme | them",
    "Ann Bell met the boy on Monday. “He took my hands,” said Carl Hill.": "He | Carl Hill",
    "The firm's old car was sold. On Friday the four-year-old car met Ann Bell.": "Ann Bell | the four-year-old car",
    "The Congress met. They asked the court for help.": "Congress | the court",
    "Acme Corp. grew. He was a former company executive.": "Acme Corp. | company",
    "Tata Motors grew. Rivals sold the Dutch steelmaker Corus.": "Tata Motors | the Dutch steelmaker",
    "The Supreme Court met. They asked the government for help.": "Supreme Court | the government",
    "Spain beat Peru 2 – 1. Coach Ann Bell praised the captain, the striker and the goalkeeper after the match. In "
    "the final game a striker scored. He bought the club in 2010.": "Peru | the club",
    "Teams from Iran met teams from Peru.": "Teams from Iran | teams from Peru",
    "The Supreme Court met, and the High Court met. Later the Court upheld it.": "Supreme Court | Court",
    "Jane Roe met Ann Hill. Roe's brother left. Hill's brother sang.": "Roe's brother | Hill's brother",
    "A fire killed people on Monday. A flood killed people on Friday.": "people | people",
    "The Church of Utopia met. The police left.": "Church of Utopia | The police",
    "Tom Hill and Carl Hill own two places. The court let the pair go.": "two places | the pair",
    "He fled the Golden Temple at Amritsar. The airport was shut.": "Golden Temple at Amritsar | The airport",
    "The novelist Asha Basu, whose earlier husband, a judge, had tried to have her first book suppressed, left.": (
        "Asha Basu | whose earlier husband"
    ),
    "He is survived by his wife and two sons: Rodrigo, a film director, and Carl, an artist.": "his wife | Rodrigo",
    "The Oslo chain Brandl told this newspaper that it had closed.": "this newspaper | it",
    "The council met. Tom Hill was from Timaru. They married in May.": "Timaru | They",
    "His son, the singer Tom Berg, said that his father had left.\n\nBorn in Rome, the son of a baker, Berg wrote.": (
        "His son | the son of a baker"
    ),
    "Lima Hill Group, Peru's third-largest coffee exporter, left. The price values the Norwegian group at a lot.": (
        "Lima Hill Group | the Norwegian group"
    ),
}


def chains(text: str) -> list[Counter[str]]:
    """The mentions of each entity by their text."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in read(text).mentions:
        found[mention.entity][mention.text] += 1
    return list(found.values())


def is_one(text: str, chain: str) -> bool:
    """Whether the mentions of a chain ("Ann Bell | she") are one entity."""
    return any(Counter(chain.split(" | ")) <= found for found in chains(text))


def are_apart(text: str, chain: str) -> bool:
    """Whether the text has all mentions of a chain, and not as one entity."""
    return Counter(chain.split(" | ")) <= sum(chains(text), Counter()) and not is_one(text, chain)


ROWS = NAMES | KINDS | DESCRIPTIONS | NATIONALS | BODIES | PRONOUNS | SALIENCE | PARAGRAPHS | SPEAKERS


@pytest.mark.parametrize(("text", "chain"), ROWS.items())
def test_one(text: str, chain: str) -> None:
    assert is_one(text, chain)


@pytest.mark.parametrize(("text", "noun"), IDIOMS.items())
def test_no_mention(text: str, noun: str) -> None:
    assert not any(noun in chain for chain in chains(text))


@pytest.mark.parametrize(("text", "chain"), APART.items())
def test_apart(text: str, chain: str) -> None:
    assert are_apart(text, chain)


def test_the_code_of_a_language_is_no_pronoun() -> None:
    assert sum(chain["it"] for chain in chains("Ferrari announced a car in Monza (it).")) == 0
