"""Names and who is who: tables of texts and the entities that must come out of them."""

from __future__ import annotations

import pytest

from kg.language.spans import is_anagram
from kg.model import Form

from ..extract.reading import read

NAMES = {
    "Edson Arantes do Nascimento was born in Brazil.": {("Edson Arantes do Nascimento", "kgo:Person")},
    "SABMiller sued us.": {("SABMiller", "kgo:Organisation")},
    '"Miss Lonely", released in 1992, made her a star.': {("Miss Lonely", "kgo:Work")},
    "The Spanish Bay gang fled.": {("Spanish Bay", "kgo:Place")},
    "The governor, Ramon Sta. Cruz, met farmers.": {("Ramon Sta. Cruz", "kgo:Leader")},
    "Its chairman, Hon. Terver Agbo, wept.": {("Terver Agbo", "kgo:Person")},
    "Lt. Bo Hall and Sgt. Ann Bell spoke.": {("Bo Hall", "kgo:Person"), ("Ann Bell", "kgo:Person")},
    "Cllr Noreen Hart (Ind) praised Cllr Bo Hall of Labour.": {
        ("Noreen Hart", "kgo:Person"),
        ("Bo Hall", "kgo:Person"),
    },
    "Kevin McCarthy met LeBron James.": {("Kevin McCarthy", "kgo:Person"), ("LeBron James", "kgo:Person")},
    "Deputy President William Ruto spoke.": {("William Ruto", "kgo:Person")},
    "Real Madrid signed Gareth Bale.": {("Real Madrid", "kgo:Organisation")},
    "The Kansas City Chiefs defeated the San Francisco 49ers 31-20.": {("San Francisco 49ers", "kgo:Organisation")},
    "Manchester City beat Burnley 3-0.": {("Burnley", "kgo:City")},
    "Marta Ruiz moved from Lima to Madrid.": {("Marta Ruiz", "kgo:Person")},
    "Northgate Foods, LLC is a bakery.": {("Northgate Foods, LLC", "kgo:Company")},
    "Orvale Ltd (formerly Brightwater Systems) grew.": {("Orvale Ltd", "kgo:Company")},
    "French President Francois Hollande spoke.": {("France", "kgo:Country"), ("Francois Hollande", "kgo:Leader")},
    "The Islamic State in Iraq and Syria (ISIS) retreated. ISIS lost.": {
        ("Islamic State in Iraq and Syria", "kgo:Organisation")
    },
    "The New York City Police Department said so. The NYPD agreed.": {
        ("New York City Police Department", "kgo:Agency")
    },
    "US Capitol Police watched.": {("Capitol Police", "kgo:PoliceForce"), ("United States", "kgo:Country")},
    "Mohammed Emwazi fled. Emwazi was caught.": {("Mohammed Emwazi", "kgo:Person")},
    "Britons voted. Britain left.": {("United Kingdom", "kgo:Country")},
    "South Korean President Moon Jae-in spoke.": {("Moon Jae-in", "kgo:Person")},
    "The mayor, Gro-Anita Hamre (Centre Party), said so.": {("Gro-Anita Hamre", "kgo:Person")},
    'Roelof "Pik" Botha, the foreign minister, left.': {('Roelof "Pik" Botha', "kgo:Person")},
    "He met Peter “The Rock” Lund.": {("Peter “The Rock” Lund", "kgo:Person")},
    "The Daily “Style” Magazine closed.": {("Daily “Style” Magazine", "kgo:MediaOutlet")},
    "Marcelino dos Santos, a founder of the party, left.": {("Marcelino dos Santos", "kgo:Person")},
    "It was sighted by the Ukrainian bulk carrier Nadiya Kherson.": {("Nadiya Kherson", "kgo:Product")},
    "Geely signed a contract to buy Volvo Cars from Ford.": {("Volvo Cars", "kgo:Organisation")},
    "Yvon Neptune left. In a letter read out by Neptune, Aristide, 50, said so.": {("Yvon Neptune", "kgo:Person")},
    "She took charge of Our Lady's College in 2006.": {("Our Lady's College", "kgo:School")},
    "Clive Anstruther, 58, who left the state's inspectorate, spoke.": {("Clive Anstruther", "kgo:Person")},
    "He leads the Spanish Bay Crew.": {("Spanish Bay Crew", "kgo:Organisation")},
    "The envoy, Ola-Mari Tveit, resigned.": {("Ola-Mari Tveit", "kgo:Person")},
    "He met his prime minister, Nuri es-Said.": {("Nuri es-Said", "kgo:Person")},
    "They met in Deir ez-Zor.": {("Deir ez-Zor", "kgo:City")},
    "Prince Harry married Meghan Markle.": {("Prince Harry", "kgo:Person")},
    "Dorn Steel bought Marlor on Monday. The group will be called Marlor Dorn. Marlor agreed.": {
        ("Marlor Dorn", "kgo:Organisation"),
        ("Marlor", "kgo:Organisation"),
    },
    "In New York Harry Hill became her mentor.": {("New York", "kgo:Region"), ("Harry Hill", "kgo:Person")},
    "Home Secretary Suella Braverman resigned.": {("Suella Braverman", "kgo:Person")},
    "Dantzer served as dean of Harvard Law School.": {("Dantzer", "kgo:Person")},
    "In 1996, Roeside moved to Dundee, where he won a title.": {("Roeside", "kgo:Person")},
    "She founded Moravec in 1997.": {("Moravec", "kgo:Organisation")},
    "The farmers of Tuscany and Bavaria met.": {("Tuscany", "kgo:Region"), ("Bavaria", "kgo:Region")},
    "FARC-EP released Ana Lopez.": {("FARC-EP", "kgo:Organisation")},
    "She heads the Danish Centre for Rare Diseases in Aarhus.": {
        ("Danish Centre for Rare Diseases", "kgo:Organisation")
    },
    "The Harlow Independent School District sued.": {("Harlow Independent School District", "kgo:School")},
    "Developers face problems with IE6. Many stopped using IE6.": {("IE6", "kgo:Product")},
    "WHO chief Tedros Adhanom Ghebreyesus spoke in Geneva. Tedros praised China for its measures.": {
        ("Tedros Adhanom Ghebreyesus", "kgo:Person")
    },
    "Kijenge is a food company.": {("Kijenge", "kgo:Company")},
    "Lula is a Brazilian politician.": {("Lula", "kgo:Person")},
    "The Socialist Union of Popular Forces won.": {("Socialist Union of Popular Forces", "kgo:Organisation")},
    "Producer Kwak Sin Ae spoke.": {("Kwak Sin Ae", "kgo:Person")},
    "Gwen Ashby, a nurse, accused Carl Hill.": {("Gwen Ashby", "kgo:Person")},
    "He prayed at Al Noor Mosque.": {("Al Noor Mosque", "kgo:Facility")},
    "She won three Academy Awards.": {("Academy Awards", "kgo:Award")},
    "On Friday Justin Trudeau left.": {("Justin Trudeau", "kgo:Person")},
    "General Waker-uz-Zaman spoke.": {("Waker-uz-Zaman", "kgo:Person")},
    "Maria do Carmo Silveira left.": {("Maria do Carmo Silveira", "kgo:Person")},
    "Junior Lieutenant Valentina Orlova took off on Monday.": {("Valentina Orlova", "kgo:Person")},
    "Crown Prince Mohammed bin Salman spoke.": {("Mohammed bin Salman", "kgo:Person")},
    "Comedian Zelensky wins. Volodymyr Zelensky is 41.": {("Volodymyr Zelensky", "kgo:Person")},
    "He compared Dylan to Homer.": {("Dylan", "kgo:Person")},
    "Chief Cabinet Secretary Yoshihide Sugano denied it.": {("Yoshihide Sugano", "kgo:Person")},
    "Jane Mills left.": {("Jane Mills", "kgo:Person")},
    "First Lady Martine Roe was shot.": {("Martine Roe", "kgo:Person")},
    "Peter Wakefield CMG KBE (born 1922) was a diplomat.": {("Peter Wakefield", "kgo:Person")},
    # courts and lands with whom or what they are for; parts of one name that the parse sets side by side
    "The judges of the Special Tribunal for Lebanon resigned.": {("Special Tribunal for Lebanon", "kgo:Organisation")},
    "He led the Autonomous Republic of Adjara.": {("Autonomous Republic of Adjara", "kgo:GeopoliticalEntity")},
    "His wife, Ana'ole Kealoha, was a teacher.": {("Ana'ole Kealoha", "kgo:Person")},
    "“Rest.”\n\nManoel Pereira do Amaral was born in Lima.": {("Manoel Pereira do Amaral", "kgo:Person")},
    # titles of two words and of other lands; first names at the head of a sentence or taken for adjectives
    "Junior Lieutenant Irina Sokolova took off on Monday.": {("Irina Sokolova", "kgo:Person")},
    "She sat beside Datuk Seri Azmin Daud in the hall.": {("Azmin Daud", "kgo:Person")},
    "A man is sought in Victoria.\n\nClive Dunmore, 58, who left the state's inspectorate, spoke.": {
        ("Clive Dunmore", "kgo:Person")
    },
    "The army had bribed a captain known as Rufus.": {("Rufus", "kgo:Person")},
    "He left for a Group of 20 meeting in Lima.": {("Group of 20", "kgo:Organisation")},
}


@pytest.mark.parametrize(("text", "expected"), NAMES.items())
def test_names(text: str, expected: set[tuple[str, str]]) -> None:
    extraction = read(text)
    found = {(entity.label, kind) for entity in extraction.entities for kind in entity.types}
    leaders = {(label, "kgo:Person" if kind == "kgo:Leader" else kind) for label, kind in expected}
    assert expected <= found or leaders <= found


NO_NAMES = {
    "Yvon Neptune left. In a letter read out by Neptune, Aristide, 50, said so.": "Neptune, Aristide",
    "The site was down at 15:11 GMT on Friday.": "GMT",
    'He warned of iodine. "If Iodine deficiency is serious, children suffer," she said.': "Iodine",
    "US-EU talks began.": "US-EU",
    "The Duchess of Kent sang.": "of Kent",
    "Oscar Hill, architect of Brasilia, dies at 104\n\nOscar Hill died on Friday.": "104",
    "He left for a Group of 20 meeting in Lima.": "20",
    "OSLO/BERGEN, Oct 4 - Ann Bell left Oslo on Thursday.": "Oct 4",
}


@pytest.mark.parametrize(("text", "word"), NO_NAMES.items())
def test_no_names(text: str, word: str) -> None:
    assert word not in {mention.text for mention in read(text).mentions if mention.form is Form.NAME}


NATIONS = {
    "U.S. and Russian negotiators met.": {"U.S. negotiators", "Russian negotiators"},
    "The Israeli and Palestinian leaders of two parties spoke.": {
        "Israeli leaders of two parties",
        "Palestinian leaders of two parties",
    },
    "French and German ministers, judges and farmers spoke.": {"French ministers", "German ministers"},
}


@pytest.mark.parametrize(("text", "labels"), NATIONS.items())
def test_nations_of_one_noun(text: str, labels: set[str]) -> None:
    assert labels <= {entity.label for entity in read(text).entities}


DESCRIPTIONS = {
    "Security forces in Guinea fired.": "Security forces in Guinea",
    "Rebels attacked a camp for Congolese refugees.": "a camp for Congolese refugees",
    "He announced a summit in July.": "a summit",
    "The Bank of Peru (BP) chairman, Carl Roe, sang.": "The Bank of Peru (BP) chairman",
    "Roe stood at the head of a seven-man junta.": "the head of a seven-man junta",
    "He left for a Group of 20 meeting in Lima.": "a Group of 20 meeting in Lima",
}


@pytest.mark.parametrize(("text", "description"), DESCRIPTIONS.items())
def test_descriptions_in_full(text: str, description: str) -> None:
    assert description in {mention.text for mention in read(text).mentions if mention.form is Form.NOUN}


SAME = [
    (
        "WHO chief Tedros Adhanom Ghebreyesus spoke in Geneva. Tedros praised China for its measures.",
        "Tedros Adhanom Ghebreyesus",
        "Tedros",
    ),
    ("Louis Muench, his wife, Doris, and their sons left.", "Doris", "his wife"),
    ("His first wife was the editor Asya Vorobieva.", "Asya Vorobieva", "His first wife"),
    ("Hale Television, a company in Oslo, grew.", "Hale Television", "a company in Oslo"),
    ("Barack Obama spoke. Mr Obama left.", "Barack Obama", "Obama"),
    ("Roelof “Pik” Botha left. Pik Botha laughed.", "Roelof “Pik” Botha", "Pik Botha"),
    ("Barack Obama spoke. He left.", "Barack Obama", "He"),
    ("Angela Merkel spoke. She left.", "Angela Merkel", "She"),
    ("The World Health Organization (WHO) met. The WHO left.", "World Health Organization", "WHO"),
    ("Tim Cook, chief executive of Apple, spoke. The chief executive left.", "Tim Cook", "The chief executive"),
    ("US President Barack Obama spoke. The president left.", "Barack Obama", "The president"),
    ("Apple is a company. The company grew.", "Apple", "The company"),
    ("Emwazi, an extremist known to police, fled to Syria.", "Emwazi", "an extremist"),
    ('"I agree," Barack Obama said.', "Barack Obama", "I"),
    ("Iran signed the deal. Iranian officials celebrated.", "Iran", "Iranian"),
    ("Datuk Seri Azmin Daud lost. On Monday Azmin left Lima.", "Azmin Daud", "Azmin"),
]


@pytest.mark.parametrize(("text", "one", "other"), SAME)
def test_one_entity(text: str, one: str, other: str) -> None:
    entity = {mention.text: mention.entity for mention in read(text).mentions}
    assert entity[one] == entity[other]


DIFFERENT = [
    ("Jones was married to Josephine Franklin Jones.", "Jones", "Josephine Franklin Jones"),
    ("Louis Muench, his wife, Doris, and their sons left.", "Louis Muench", "his wife"),
    ("George Bush met Laura Bush.", "George Bush", "Laura Bush"),
    ("Angela Merkel met Emmanuel Macron.", "Angela Merkel", "Emmanuel Macron"),
    ("France met Germany.", "France", "Germany"),
    ("Obama saw him.", "Obama", "him"),
    (
        "Her grandparents, Paul and Greta Lind, watched. The medal was handed over by Paul Mercer.",
        "Paul",
        "Paul Mercer",
    ),
    ("Sweden's government and leaders of the Free Sami Movement met.", "Sweden's government", "Free Sami Movement"),
    (
        "Kestrel Airways sank. Ivo Brandt, chairman of the Kestrel group, took over the airline in 2012.",
        "Kestrel Airways",
        "the Kestrel group",
    ),
    (
        "Kestrel Airways sank. Kestrel's parent, Vexo Air Lines, wept. Ivo Brandt, head of the Kestrel group, sang.",
        "Vexo Air Lines",
        "the Kestrel group",
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), DIFFERENT)
def test_two_entities(text: str, one: str, other: str) -> None:
    entity = {mention.text: mention.entity for mention in read(text).mentions}
    assert entity[one] != entity[other]


def test_a_shared_surname_goes_to_the_one_named_last() -> None:
    extraction = read("Bill Clinton spoke in Paris. Hillary Clinton spoke in Rome. Clinton smiled.")
    entity = {mention.text: mention.entity for mention in extraction.mentions}
    assert entity["Bill Clinton"] != entity["Hillary Clinton"] == entity["Clinton"]


def test_nationality_words_are_mentions_of_the_country() -> None:
    mention = next(m for m in read("French President Francois Hollande spoke.").mentions if m.text == "French")
    assert mention.form is Form.DEMONYM


def test_acronyms_in_the_order_of_another_language() -> None:
    words = "Union of German Artists and Doctors".split()
    assert is_anagram("UADG", words)
    assert not is_anagram("UADB", words)
