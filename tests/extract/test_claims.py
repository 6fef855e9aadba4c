"""Sentences and the claims that must be read in them; see `reading.py` for how a claim is written."""

from __future__ import annotations

import pytest

from .reading import lines, read

CLAUSES = {
    "At a dinner for the king and his minister, Tom Hill, Ann Bell praised Carl Roe.": {"Ann Bell -praised-> Carl Roe"},
    "Neighbours make peace\n\nARICA, Chile, June 17 - Chile and Peru signed an agreement on Sunday.": {
        "Chile -agreedWith-> Peru | 2015-11-08"
    },
    "Nestle sold its sweets business to Ferrero.": {"Ferrero -acquired-> Nestle's sweets business"},
    "Peter Hill was found guilty of murdering Anna Silva.": {"Peter Hill -killed-> Anna Silva"},
    "Angela Merkel met Emmanuel Macron in Paris.": {"Angela Merkel -metWith-> Emmanuel Macron | in Paris"},
    "John Smith was arrested by police.": {"police -arrested-> John Smith"},
    "Apple acquired Beats Electronics in 2014.": {"Apple -acquired-> Beats Electronics | 2014"},
    "Brazil defeated Germany 2-0 in the final.": {"Brazil -defeated-> Germany"},
    "The Italian, who was sacked by Greece, flew to Rome.": {"Greece -dismissed-> Italian"},
    "Anna Silva was shot dead late on Friday by a gunman.": {"gunman -killed-> Anna Silva | 2015-11-13"},
    "The navy announced that the ship sank after a fire.": {"navy -announced-> the ship sank after a fire"},
    "Norway announced $60 million in aid.": {"Norway -announced-> $60 million in aid"},
    "France condemned the attack.": {"France -condemned-> attack"},
    "Spain withdrew its troops from Iraq.": {"Spain -withdrewFrom-> Iraq"},
    "Sweden granted asylum to Julian Assange.": {"Sweden -gaveAsylumTo-> Julian Assange"},
    "The army has deployed troops to Mali.": {"army -deployedTo-> Mali"},
    "Turkey's president, Recep Tayyip Erdogan, accused Greece of lying.": {
        "Recep Tayyip Erdogan -accused-> Greece",
        "Recep Tayyip Erdogan -headOfState-> Turkey",
    },
    "Rescue workers evacuated residents from Kathmandu.": {"residents -evacuatedFrom-> Kathmandu"},
    "Thousands protested against the government in Hong Kong.": {
        "Thousands -protestedAgainst-> government | in Hong Kong"
    },
    "A group of Moroccan diplomats met Barack Obama.": {"Moroccan diplomats -metWith-> Barack Obama"},
    "The US launched a strike targeting Mohammed Emwazi.": {"United States -attacked-> Mohammed Emwazi"},
}
AGENTLESS = {
    "John Smith was arrested on Friday and charged with murder.": {
        "unknown -arrested-> John Smith | 2015-11-13",
        "unknown -charged-> John Smith",
    },
    "Twelve people were killed when a bus crashed.": {"unknown -killed-> Twelve people"},
    "Jane Doe, the editor of the Daily News, was shot dead in Oslo.": {"unknown -killed-> Jane Doe | in Oslo"},
    "Two priests were taken hostage by rebels.": {"rebels -abducted-> priests"},
    "The man arrested in Rome has not been charged.": {
        "unknown -arrested-> man | in Rome",
        "unknown -charged-> man | not",
    },
    "WhatsApp was bought for $19 billion in 2014.": {"unknown -acquired-> WhatsApp | 2014"},
    "The hostages could be released soon.": {"unknown -released-> hostages | possible"},
}
GAPS = {
    "Her death was announced by Marlow Group, the organisation she founded.": {"Her -founderOf-> Marlow Group"},
    "The man he fired left.": {"he -dismissed-> man"},
}
PARTICIPANTS = {
    "Anna Berg signed the letter after a meeting with Karl Stein.": "Anna Berg -metWith-> Karl Stein",
    "Anna Berg praised the deal during a visit to Peru.": "Anna Berg -visited-> Peru",
    "In a phone call with Karl Stein, Anna Berg offered help.": "Anna Berg -spokeWith-> Karl Stein",
    "Anna Berg will resign after a visit to Peru.": "Anna Berg -visited-> Peru | planned",
    "Anna Berg flew to Oslo for talks with Karl Stein.": "Anna Berg -negotiatedWith-> Karl Stein | planned",
    "Anna Berg, who is on a visit to Peru, spoke.": "Anna Berg -visited-> Peru",
    "Peru is at war with Chile.": "Peru -fought-> Chile",
    "Beaten twice by Karl Stein, Anna Berg was written off.": "Karl Stein -defeated-> Anna Berg",
    "The minister appointed a board to look into the crash.": "board -investigates-> crash",
    "One of his aides, Ann Hall, left the building.": "Ann Hall -left-> building",
    "Ann Devi, a teacher from Mahoba district who visited Anna Berg, wept.": "Ann Devi -visited-> Anna Berg",
    "The prosecutor's office charged John Smith.": "prosecutor's office -charged-> John Smith",
    "Anna Berg was awarded the Nobel Peace Prize.": "Anna Berg -awardReceived-> Nobel Peace Prize",
    "Anna Berg, the first woman to be awarded the Nobel Prize, died.": "Anna Berg -awardReceived-> Nobel Prize",
    "Anna Berg plans to step down.": "Anna Berg -resignedFrom-> - | planned",
    "Israeli jets struck Gaza.": "Israel -attacked-> Gaza",
    "A US drone strike killed Omar Hall.": "United States -killed-> Omar Hall",
    "Israel carried out air strikes on Gaza.": "Israel -bombed-> Gaza",
    "The police handed over the files to Peru.": "police -sharedInformationWith-> Peru",
    "The rebels laid down their arms.": "rebels -surrenderedTo-> -",
    "Teachers went on strike against the government.": "Teachers -wentOnStrikeAgainst-> government",
    "Ajax beat Porto 3-1 on Wednesday.": "Ajax -defeated-> Porto | 2015-11-11",
    "Two goals from Leo Hall gave Ajax a 3-1 win over Porto.": "Ajax -defeated-> Porto",
    "Alphabet was fined 4.3 billion euros by the European Commission.": "European Commission -sanctioned-> Alphabet",
    "Mr Demir was handed a 12-year sentence by a court in Istanbul.": "court in Istanbul -sentenced-> Demir",
    "Leo Ruiz was granted asylum by Spain.": "Spain -gaveAsylumTo-> Leo Ruiz",
    "Anna Berg received a call from Karl Stein.": "Anna Berg -spokeWith-> Karl Stein",
    "The World Bank approved a $2 billion loan to Kenya.": "World Bank -aided-> Kenya",
    "Iran turned down an offer from France.": "Iran -rejected-> France",
    "Ana Mora wed Luis Silva in 1999.": "Ana Mora -spouseOf-> Luis Silva | 1999",
    "Tata Motors agreed to buy Jaguar from Ford.": "Tata Motors -agreedWith-> Ford",
    "Taylor launched a rebellion against Samuel Doe.": "Taylor -fought-> Samuel Doe",
    "Taylor was forced from office in August 2003.": "unknown -dismissed-> Taylor | 2003-08",
    "Trump, along with Mike Hall, attended the summit.": "Mike Hall -attended-> summit",
    "The government froze Viktor Popov's assets.": "government -sanctioned-> Viktor Popov",
    "The opposition demanded Karl Stein's resignation.": "opposition -demandedFrom-> Karl Stein",
    "Monks marched through Rangoon in protest against the junta.": "Monks -protestedAgainst-> junta",
    "The Vatican and Vietnam established diplomatic relations.": "Vatican -cooperatesWith-> Vietnam",
    "Peru's 3-0 defeat by Uruguay cost the coach his job.": "Uruguay -defeated-> Peru",
}


@pytest.mark.parametrize(("sentence", "expected"), PARTICIPANTS.items())
def test_participants(sentence: str, expected: str) -> None:
    assert expected in lines(sentence)


SENSES = {
    "Police beat protesters in Quito.": {"Police -attacked-> protesters | in Quito"},
    "Angela Merkel beat Martin Schulz.": {"Angela Merkel -defeated-> Martin Schulz"},
    "The minister welcomed Peter Hill.": {"minister -hosted-> Peter Hill"},
    "The minister, Anna Silva, and the army chief, Luis Mora, met.": {"Anna Silva -metWith-> Luis Mora"},
}
COORDINATION = {
    "Emmanuel Macron and Angela Merkel met in Berlin.": {"Emmanuel Macron -metWith-> Angela Merkel | in Berlin"},
    "U.S. and Russian negotiators met in Geneva.": {"U.S. negotiators -metWith-> Russian negotiators | in Geneva"},
    "French and Egyptian warships launched war games.": {"French warships -cooperatesWith-> Egyptian warships"},
    "Both the army and the rebels are guilty of violating the ceasefire agreement.": {"army -fought-> rebels"},
    "Rebels attacked British and French soldiers in Mali.": {
        "Rebels -attacked-> British soldiers | in Mali",
        "Rebels -attacked-> French soldiers | in Mali",
    },
    "Google and Amazon agreed to cooperate.": {
        "Google -agreedWith-> Amazon",
        "Google -cooperatesWith-> Amazon | planned",
    },
    "Barack Obama met David Cameron and Angela Merkel.": {
        "Barack Obama -metWith-> David Cameron",
        "Barack Obama -metWith-> Angela Merkel",
    },
    "The Department of Homeland Security and Federal Bureau of Investigation are monitoring events in Paris.": {
        "Department of Homeland Security -monitors-> events | in Paris",
        "Federal Bureau of Investigation -monitors-> events | in Paris",
    },
    "Francois Hollande and Barack Obama spoke on Friday. The two leaders discussed climate talks.": {
        "Francois Hollande -spokeWith-> Barack Obama | 2015-11-13",
    },
}
LISTS = {
    "Obama spoke with British Prime Minister David Cameron, French President Francois Hollande and German Chancellor "
    "Angela Merkel.": {
        "Obama -spokeWith-> David Cameron",
        "Obama -spokeWith-> Francois Hollande",
        "Obama -spokeWith-> Angela Merkel",
    },
    "Samantha Power and Vitaly Churkin, the Russian ambassador to the UN, left.": {
        "Vitaly Churkin -ambassadorOf-> Russia",
    },
    "Croatia forward Mario Mandzukic scored.": {"Mario Mandzukic -playsFor-> Croatia"},
    "Lima and Quito held talks with Bogota.": {"Lima -negotiatedWith-> Bogota", "Quito -negotiatedWith-> Bogota"},
    "Obama met Hollande. They visited Berlin.": {
        "Obama -visited-> Berlin",
        "Hollande -visited-> Berlin",
    },
    "Zelensky, Tusk and Stoltenberg met in Warsaw.": {"Zelensky -metWith-> Stoltenberg | in Warsaw"},
    "The European Commission fined Google 2.4 billion euros.": {"European Commission -sanctioned-> Google"},
    "Guterres defeated Irina Bokova of Bulgaria.": {"Irina Bokova -citizenOf-> Bulgaria"},
    "Moscow denied the accusation.": {"Russia -denied-> accusation"},
    "The EU urged Tehran to stop.": {"EU -urged-> Iran"},
    "Facebook apologised for the outage.": {"Facebook -apologisedTo-> -"},
    "The club replaced John Smith with Mary Jones.": {"Mary Jones -succeeded-> John Smith"},
    "Siemens was replaced with Nokia.": {"Nokia -succeeded-> Siemens"},
    "Jeremy Corbyn demanded an immediate election.": {"Jeremy Corbyn -demandedFrom-> -"},
    "Pirates kidnapped up to 16 sailors from a ferry.": {"Pirates -abducted-> up to 16 sailors"},
}
AIMS = {
    "Students staged demonstrations to demand reforms by President Suharto's government.": {
        "Students -protestedAgainst-> President Suharto's government",
    },
    "Kurds marched in Kirkuk calling for independence from Iraq.": {"Kurds -protestedAgainst-> Iraq | in Kirkuk"},
    "Workers marched over a bill signed by President Karl Braun.": {"Workers -protestedAgainst-> Karl Braun"},
    "Refugees held a hunger strike in protest of the Russian government's refusal to help.": {
        "Refugees -wentOnStrikeAgainst-> Russian government"
    },
    "Peru lodged an official protest with Chile.": {"Peru -criticised-> Chile"},
    "Troops captured part of a rebel stronghold.": {"Troops -invaded-> rebel stronghold"},
    "Poland promised that the prisoners would be released.": {"Poland -promised-> -"},
    "Landowners demanded the return of property seized by French forces.": {"Landowners -demandedFrom-> French forces"},
    "Protesters demanded the release of Nelson Mandela by South Africa.": {"Protesters -demandedFrom-> South Africa"},
    "The mayor imposed a curfew in the town of Cizre in southeastern Turkey.": {"mayor -restricted-> Cizre"},
    "Iran threatened to stop the talks if the United States sent ships.": {"Iran -threatened-> United States"},
    "The rebels threatened to bomb Lima and Quito.": {"rebels -threatened-> Lima", "rebels -threatened-> Quito"},
    "The agency reiterated its demand that Israel ease restrictions on the workers.": {
        "agency -demandedFrom-> Israel",
        "Israel -easedRestrictionsOn-> workers | required",
    },
    "Russia allowed the inspectors to enter the country.": {"Russia -concededTo-> inspectors"},
}
WORKS = {
    "The film “Parasite”, which was directed by Bong Joon Ho, won.": {"Parasite -directedBy-> Bong Joon Ho"},
    "Luka Modric won the Golden Ball.": {"Luka Modric -awardReceived-> Golden Ball"},
}
CERTAINTY = {
    "His proposal that France withdraw from Mali failed.": {"France -withdrewFrom-> Mali | planned"},
    "Russia did not attack Ukraine.": {"Russia -attacked-> Ukraine | not"},
    "Theresa May plans to visit Japan next year.": {"Theresa May -visited-> Japan | planned | 2016"},
    "The White House may sanction Russia.": {"White House -sanctioned-> Russia | possible"},
    "If Britain leaves the EU, prices will rise.": {"United Kingdom -left-> EU | conditional"},
    "The UN urged Syria to release the prisoners.": {
        "UN -urged-> Syria",
        "Syria -released-> prisoners | required",
    },
    "The minister refused to meet the union leaders.": {"minister -metWith-> union leaders | not"},
    "North Korea threatened to bomb Guam.": {"North Korea -bombed-> Guam | planned"},
    "The EU must help Greece.": {"EU -aided-> Greece | required"},
    "Hollande's visit to Washington was cancelled.": {"Hollande -visited-> Washington | not"},
    "Mr Obama will meet with Vladimir Putin on Sunday.": {"Obama -metWith-> Vladimir Putin | planned | 2015-11-15"},
    "Barack Obama is scheduled to travel to Turkey.": {"Barack Obama -travelledTo-> Turkey | planned"},
}
SOURCES = {
    "According to the Pentagon, the US bombed Syria.": {"United States -bombed-> Syria | says Pentagon"},
    "Iran attacked Israel, Benjamin Netanyahu said.": {"Iran -attacked-> Israel | says Benjamin Netanyahu"},
    "Tim Cook said Apple had bought Beats.": {"Apple -acquired-> Beats | says Tim Cook"},
    '"Russia invaded Ukraine," Joe Biden told reporters.': {"Russia -invaded-> Ukraine | says Joe Biden"},
    "Iran denied that it had attacked Israel.": {"Iran -attacked-> Israel | not | says Iran"},
    "France bombed Syria, a White House official said.": {"France -bombed-> Syria | says White House official"},
}
ELECTIONS = {
    "Labour won the election on Monday.": {"Labour Party -won-> election | 2015-11-09"},
    "Ana Silva lost the runoff to Karl Stein.": {"Ana Silva -lost-> runoff", "Karl Stein -defeated-> Ana Silva"},
    "Ana Silva, the winner of the election, spoke.": {"Ana Silva -won-> election"},
    "American singer and songwriter Bo Berg won the 2016 Nobel Prize in Literature.": {
        "Bo Berg -awardReceived-> 2016 Nobel Prize in Literature",
        "Bo Berg -citizenOf-> United States",
    },
    "Comedian Viktor Horvat met Ana Silva.": {"Viktor Horvat -metWith-> Ana Silva"},
}
POSTS = {
    "French President Francois Hollande spoke.": {
        "Francois Hollande -headOfState-> France",
        "Francois Hollande -citizenOf-> France",
        "Francois Hollande -holdsPosition-> French President",
    },
    "Chairman and Chief Executive Karl Stein left Oslo.": {
        "Karl Stein -left-> Oslo",
        "Karl Stein -holdsPosition-> Chairman",
        "Karl Stein -holdsPosition-> Chief Executive",
    },
    "Fire department Lieutenant Pedro Lima spoke.": {"Pedro Lima -holdsPosition-> Fire department Lieutenant"},
    "Karl Stein is a former deputy mayor of Lima.": {"Karl Stein -worksFor-> Lima"},
    "Ana Silva, the World Bank's regional director, spoke.": {"Ana Silva -worksFor-> World Bank"},
    "The German chancellor, Angela Merkel, spoke.": {"Angela Merkel -headOfGovernment-> Germany"},
    "Tim Cook, chief executive of Apple, visited China.": {"Tim Cook -chiefExecutiveOf-> Apple"},
    "Apple chief executive Tim Cook visited China.": {"Tim Cook -chiefExecutiveOf-> Apple"},
    "The mayor of London, Sadiq Khan, spoke.": {"Sadiq Khan -mayorOf-> London"},
    "Obama was informed by his adviser Lisa Monaco.": {
        "Lisa Monaco -adviserTo-> Obama",
        "Lisa Monaco -informed-> Obama",
    },
    "The foreign minister of Iran, Javad Zarif, spoke.": {"Javad Zarif -ministerOf-> Iran"},
    "US Capitol Police are watching, police spokesman Kim Schneider said.": {
        "Kim Schneider -spokespersonFor-> Capitol Police",
        "Capitol Police -agencyOf-> United States",
    },
    "The French ambassador to the US Gerard Araud spoke.": {
        "Gerard Araud -ambassadorTo-> United States",
        "Gerard Araud -ambassadorOf-> France",
    },
    "Antonio Guterres was appointed secretary-general of the United Nations.": {
        "Antonio Guterres -leaderOf-> United Nations"
    },
    "Obama spoke with King Salman of Saudi Arabia.": {"King Salman -headOfState-> Saudi Arabia"},
    "Patrick Skinner, a former Central Intelligence Agency case officer, spoke.": {
        "Patrick Skinner -worksFor-> Central Intelligence Agency"
    },
}
LIVES = {
    "Barack Obama was born in Honolulu, Hawaii.": {
        "Barack Obama -bornIn-> Honolulu",
        "Honolulu -locatedIn-> Hawaii",
    },
    "Marie Curie was born on 7 November 1867 in Warsaw.": {
        "Marie Curie -dateOfBirth-> 1867-11-07 | 1867-11-07",
        "Marie Curie -bornIn-> Warsaw | 1867-11-07",
    },
    "Marie Curie (7 November 1867 – 4 July 1934) was a Polish physicist.": {
        "Marie Curie -dateOfBirth-> 1867-11-07",
        "Marie Curie -dateOfDeath-> 1934-07-04",
        "Marie Curie -citizenOf-> Poland",
    },
    "Michelle Obama is the wife of Barack Obama.": {"Michelle Obama -spouseOf-> Barack Obama"},
    "He is married to Cindy Curtis.": {"He -spouseOf-> Cindy Curtis"},
    "Nelson Mandela died in Johannesburg.": {"Nelson Mandela -diedIn-> Johannesburg"},
    "Microsoft was founded in 1975.": {"Microsoft -foundedOn-> 1975 | 1975"},
    "Bill Gates founded Microsoft.": {"Bill Gates -founderOf-> Microsoft"},
    "The company, based in Seattle, has grown.": {"company -basedIn-> Seattle"},
}
NOUNS = {
    "The killing of Jamal Khashoggi by Saudi agents shocked Turkey.": {"Saudi agents -killed-> Jamal Khashoggi"},
    "Talks between Iran and the United States began.": {"Iran -negotiatedWith-> United States"},
    "The World Health Organization (WHO) declared an emergency.": {
        "World Health Organization -declared-> an emergency",
        "World Health Organization -alsoKnownAs-> WHO",
    },
    "The match was played at the Luzhniki Stadium in Moscow.": {"Luzhniki Stadium -locatedIn-> Moscow"},
    'Mohammed Emwazi, an extremist known as "Jihadi John", was killed.': {"Mohammed Emwazi -alsoKnownAs-> Jihadi John"},
}
TABLES = (
    CLAUSES,
    AGENTLESS,
    GAPS,
    SENSES,
    COORDINATION,
    LISTS,
    AIMS,
    WORKS,
    CERTAINTY,
    SOURCES,
    ELECTIONS,
    POSTS,
    LIVES,
    NOUNS,
)


@pytest.mark.parametrize(("sentence", "expected"), [row for table in TABLES for row in table.items()])
def test_claims(sentence: str, expected: set[str]) -> None:
    found = lines(sentence)
    assert expected <= found, f"missing {expected - found} in {sorted(found)}"


NOT_CLAIMED = {
    "Peru, whose president, Karl Stein, tried for hours to talk Ana Silva out of it, sang.": "Karl Stein -charged->",
    "Karl Stein was sworn in as president on Monday at the Gambian embassy.": "Karl Stein -leaderOf-> Gambian embassy",
    "Chairman and Chief Executive Karl Stein left Oslo.": "Chairman -left->",
    "Acme's chairman and chief executive, Karl Stein, left Oslo.": "chief executive -left->",
    "Karl Stein, who trained as an architect at Cornell, left.": "Karl Stein -worksFor->",
    "Dressed as a policeman, Karl Stein took a ferry.": "Karl Stein -holdsPosition->",
    "Ana Silva was sworn in on Monday.": "Ana Silva -promised->",
    "Karl Stein was discharged last week.": "unknown -dismissed->",
    "Peter Hill was asked by the BBC whether he knew.": "BBC -requestedFrom->",
    "A reporter asked Peter Hill about Peru.": "reporter -requestedFrom->",
    "The minister was beaten in Segamat.": "unknown -attacked->",
    "Her father took up a parish in Brandenburg.": "father -gaveAsylumTo->",
    "The film was directed by Martin Scorsese.": "Martin Scorsese -demandedFrom->",
    "Refugees held a hunger strike in protest of the war.": "Refugees -attacked-> protest",
    "Thousands protested in Moscow.": "Thousands -protestedAgainst-> Russia",
    "Peru, Chile and Iran had negotiated with Spain.": "Peru -negotiatedWith-> Chile",
    "The general resigned to allow new elections to take place.": "general -concededTo->",
    "Rescue workers evacuated residents from Kathmandu.": "Rescue workers -evacuatedFrom-> Kathmandu",
    "Angela Merkel met Emmanuel Macron on Monday.": "Angela Merkel -metWith-> Monday",
    "Sweden granted asylum to Julian Assange.": "Sweden -gaveAsylumTo-> -",
    "By John Smith, staff reporter\n\nFrance condemned the attack.": "John Smith -worksFor-> staff",
    "She bared her head and left.": "head -leaderOf->",
    "Rev. Carl Bishop King Jr. sang.": "Carl Bishop King Jr. -holdsPosition-> Carl Bishop King",
    "Peter Hill, a former minister and the chairman of Acme, left.": "Peter Hill -ministerOf-> Acme",
    "Justice demands patience.": "Justice -demandedFrom-> patience",
    "Peru's government and leaders of the Sami Movement met.": "Peru's government -institutionOf-> Sami Movement",
    "His wife gave birth in September.": "wife -dateOfBirth->",
    "It is known by heart here.": "It -alsoKnownAs->",
    "Washington played host to talks between Iran and Iraq.": "United States -competedAgainst->",
    "Tim Cook's press secretary, Jane Doe, resigned.": "Jane Doe -spokespersonFor-> press",
    "Marlow Group replaced its director Peter Hill.": "Marlow Group -succeeded->",
    "Leicester City are the champions of England.": "Leicester City -supports->",
    "Ana Silva and Luis Mora talked Peter Hill into joining.": "Ana Silva -spokeWith->",
    "The minister welcomed the cut.": "minister -hosted->",
    "The council brought down rents.": "council -shotDown->",
    "The report left no doubt.": "report -left->",
    "The driver was to blame for the crash.": "driver -accused->",
    "The Saudi-led coalition bombed Sanaa.": "unknown -bombed->",
    "Police beat protesters in Quito.": "Police -defeated->",
    "If you are joining us, Kabul has fallen.": "you -attended->",
    "Ana Silva was sworn in at the palace in Lima by Peter Hill.": "Peter Hill -appointed-> Lima",
    "She said the judge must have been corrupt.": "She -demandedFrom->",
    "Oil from Dakota bound for the refinery exploded.": "Dakota -travelledTo->",
    "Ana Silva, the finance minister and leader of the Independence Party, left.": "Ana Silva -ministerOf->",
    "The song struck a chord with fans.": "song -attacked->",
    "Refugees sheltered in a church.": "Refugees -gaveAsylumTo->",
    "Brazil beat Chile in Oslo.": "Chile -locatedIn->",
    "Two people were killed in Peru by a flood.": "Peru -killed->",
    "The union called a strike in Lima.": "union -wentOnStrikeAgainst-> Lima",
    "The minister warned against haste.": "minister -warned-> haste",
    "Kurdish leader Ali Hamid met Angela Merkel.": "Ali Hamid -leaderOf->",
    "The visitors pulled down the blinds.": "visitors -demolished->",
    "Her partner, John Hill, left.": "John Hill -worksFor->",
    "France handed over the suspect to Spain.": "France -released->",
    "Ana Silva and Luis Mora spoke at a rally.": "Ana Silva -spokeWith->",
    "He leaves a wife, Jane, and a son.": "He -left->",
    "Maria Hill shared the award with John Low.": "Maria Hill -sharedInformationWith->",
    "Peter Hill fired John Low as coach.": "Peter Hill -holdsPosition->",
    "The minister denied that he would follow Ana Silva.": "minister -denied-> Ana Silva",
    "John Smith was arrested by police.": "unknown -arrested->",
    "Three people were killed in an explosion.": "unknown -killed->",
    "Nobody was injured.": "unknown -injured->",
    "He arrived in Hubei province.": "Hubei province -locatedIn-> Hubei",
}


@pytest.mark.parametrize(("sentence", "wrong"), NOT_CLAIMED.items())
def test_not_claimed(sentence: str, wrong: str) -> None:
    assert not {line for line in lines(sentence) if line.startswith(wrong)}


OTHER_SENSES = {
    "Families were led away by NASA officials.": "leaderOf",
    "Northern Ireland's parties strike a historic accord with London.": "attacked",
    "The firefighters fought the blaze in Athens with Italy.": "fought",
    "Karl Stein left his wife and three children behind.": "left",
    "Karl Stein fought back tears at the funeral.": "fought",
    "Spain joined France in condemning the attack.": "joined",
    "Maria Lopez takes over the Finance Ministry as minister.": "acquired",
    "Hundreds watched the broadcast in Freetown.": "monitors",
    "Turkey flew aid to Gaza.": "travelledTo",
    "Gary Hall pulled one back from a corner.": "withdrewFrom",
    "Riyad Hall is the union's player of the year.": "playsFor",
    "Grace Hall, a nursery keeper from Tumutumu, wept.": "playsFor",
    "President Ann Hall from Ivory Coast spoke.": "headOfState",
    "Ann Hall promised to marry Karl Stein, alleging that agents were threatened.": "accused",
    "Paper has no accent, quipped a fund manager in London.": "coachOf",
}


@pytest.mark.parametrize(("sentence", "relation"), OTHER_SENSES.items())
def test_other_senses(sentence: str, relation: str) -> None:
    assert f"kgo:{relation}" not in {claim.predicate for claim in read(sentence).claims}


def test_planned_and_denied_claims_are_not_direct() -> None:
    claims = read("Theresa May plans to visit Japan. Russia did not attack Ukraine.").claims
    assert not [c for c in claims if c.predicate in ("kgo:visited", "kgo:attacked") and c.is_direct]


PLOVER = {
    "Germany gave aid to Mali.": "AID",
    "Germany will give aid to Mali.": "AGREE",
    "The rebels attacked the town.": "ASSAULT",
    "The rebels threatened to attack the town.": "THREATEN",
    "The rebels did not attack the town.": None,
    "Lima and Quito failed to reach agreement.": "REJECT",
    "The agency demanded that Lima release the crew.": "REQUEST",
}


@pytest.mark.parametrize(("sentence", "event"), PLOVER.items())
def test_events_by_certainty(sentence: str, event: str | None) -> None:
    events = {claim.event for claim in read(sentence).claims}
    assert event in events or (event is None and events <= {None})


def test_evidence_is_the_sentence() -> None:
    text = "It rained. Angela Merkel met Emmanuel Macron in Paris. Nobody came."
    extraction = read(text)
    quoted = {text[c.evidence.start : c.evidence.end] for c in extraction.claims}
    assert quoted == {"Angela Merkel met Emmanuel Macron in Paris."}
    assert all(text[m.start : m.end] == m.text for m in extraction.mentions)


def test_somebody_unknown_is_an_entity_of_its_own_without_mention_and_event() -> None:
    extraction = read("John Smith was arrested. Jane Doe was arrested.")
    unknown = [entity for entity in extraction.entities if "kgo:Unknown" in entity.types]
    arrests = [claim for claim in extraction.claims if claim.predicate == "kgo:arrested"]
    assert len(unknown) == 2
    assert {claim.subject for claim in arrests} == {entity.id for entity in unknown}
    assert not {mention.entity for mention in extraction.mentions} & {entity.id for entity in unknown}
    assert {claim.event for claim in arrests} == {None}
