"""Lasting relations between people, organisations and places: sentences and the claims that must be read in them."""

from __future__ import annotations

import pytest

from .reading import lines

LIVES = {
    "Kalpana Hill emigrated from Jaipur, in northern India, in 1980.": {"Jaipur -locatedIn-> India"},
    "Ann Hill was Professor of Poetry at Oxford from 1989 to 1994.": {
        "Ann Hill -worksFor-> Oxford | 1989/1994",
        "Ann Hill -holdsPosition-> Professor of Poetry at Oxford | 1989/1994",
    },
    "Anna Berg, an American who works for Nike, spoke.": {"Anna Berg -citizenOf-> United States"},
    "Anna Berg was a Norwegian.": {"Anna Berg -citizenOf-> Norway"},
    "Anna Berg was no Norwegian.": set(),
    "The house belonged to Ann Hill.": {"Ann Hill -ownerOf-> house"},
    "Anna Berg, the Peruvian singer, is dead. Berg sang well. She was loved.\n\nBorn in Lima, Ana Mora played.": {
        "Anna Berg -citizenOf-> Peru",
        "Anna Berg -bornIn-> Lima",
    },
    "Anna Berg, 54, of Leeds, denied murder.": {"Anna Berg -livesIn-> Leeds"},
    "The Nobel Peace Prize was awarded to Ana Mora.": {"Ana Mora -awardReceived-> Nobel Peace Prize"},
    "The academy awarded the Nobel Prize to Ana Mora.": {"Ana Mora -awardReceived-> Nobel Prize"},
    "The Oscar for best actress went to Ana Mora.": {"Ana Mora -awardReceived-> Oscar"},
    "Born in Ennis, Clare, on April 1, 1940, Anna Berg was a treasurer.": {
        "Anna Berg -dateOfBirth-> 1940-04-01 | 1940-04-01 | in Ennis",
        "Anna Berg -holdsPosition-> treasurer",
    },
    "Anna Berg is survived by her husband, the painter Leo Hall, and two daughters, Mary and Joan.": {
        "Leo Hall -spouseOf-> Anna Berg",
        "Mary -childOf-> Anna Berg",
        "Joan -childOf-> Anna Berg",
    },
    "The couple had three daughters, Maria, Aurora and Kris.": {"Aurora -childOf-> couple", "Kris -childOf-> couple"},
    "It was her stepfather, Bruce Barber, who coached her.": {"Bruce Barber -parentOf-> her"},
    "John Dramani, MP for Tamale and a former finance minister of Ghana, spoke.": {
        "John Dramani -representativeOf-> Tamale",
        "John Dramani -ministerOf-> Ghana",
    },
    "South Africa's president, Thabo Nkosi, spoke.": {"Thabo Nkosi -headOfState-> South Africa"},
    "Nordbank named Anna Berg as its new chief executive.": {"Anna Berg -chiefExecutiveOf-> Nordbank"},
    "Tesla, the electric-car maker led by Anna Berg, paid a fine.": {"Anna Berg -leaderOf-> Tesla"},
    "Donna Reed relocated to Utah.": {"Donna Reed -livesIn-> Utah"},
    "Murphy lives and works in Poughkeepsie, New York.": {
        "Murphy -livesIn-> Poughkeepsie",
        "Murphy -livesIn-> New York",
    },
    "He was born and raised in Saskatoon.": {"He -bornIn-> Saskatoon", "He -livesIn-> Saskatoon"},
    "Born and raised in Oslo, she started her career in 1994.": {"she -bornIn-> Oslo", "she -livesIn-> Oslo"},
    "Sean was born in Perth and moved to Tasmania.": {"Sean -bornIn-> Perth", "Sean -livesIn-> Tasmania"},
    "She emigrated to the United States.": {"She -livesIn-> United States"},
    "He is originally from Detroit.": {"He -bornIn-> Detroit"},
    "A native of Detroit, he graduated from Trinity College.": {"he -bornIn-> Detroit"},
    "Maria Bolan (born March 1, 1956 in Cleveland, Ohio) is a sculptor.": {
        "Maria Bolan -dateOfBirth-> 1956-03-01",
        "Maria Bolan -bornIn-> Cleveland",
        "Maria Bolan -bornIn-> Ohio",
    },
    "Adela Stewart (1846–1910) was a writer.": {
        "Adela Stewart -dateOfBirth-> 1846",
        "Adela Stewart -dateOfDeath-> 1910",
    },
    "Bruce Heezen (HAY-zen) (April 11, 1924 – June 21, 1977) was a geologist.": {
        "Bruce Heezen -dateOfBirth-> 1924-04-11",
        "Bruce Heezen -dateOfDeath-> 1977-06-21",
    },
    "Jovan Marko (Lesko, 11 November 1879 – Belgrade, 1945) was a general.": {
        "Jovan Marko -dateOfBirth-> 1879-11-11",
        "Jovan Marko -dateOfDeath-> 1945",
    },
    "Steve Crutch (born c 1952) is a footballer.": {"Steve Crutch -dateOfBirth-> 1952"},
    "He immigrated from Italy.": {"He -livesIn-> Italy"},
    "She lives in Yonkers, NY.": {"She -livesIn-> New York", "Yonkers -locatedIn-> New York"},
    "In 1997, I moved back to Oslo.": {"I -livesIn-> Oslo | 1997"},
    "The death of Karl Marsden in 1986 shook the party.": {"Karl Marsden -dateOfDeath-> 1986"},
    "Anna Petrova (Russian: Анна Петрова; born 3 May 1960) is a Russian poet.": {
        "Anna Petrova -alsoKnownAs-> Анна Петрова",
        "Anna Petrova -dateOfBirth-> 1960-05-03",
    },
    "He studied in Rome, and lived there until 1940.": {"He -livesIn-> Rome"},
    "Ali Roe is married to Claude Roe, and the couple lives in Parra.": {
        "Ali Roe -livesIn-> Parra",
        "Claude Roe -livesIn-> Parra",
    },
}
POSTS = {
    "Tom Hill, who crushed the rebels during a decade as president of Peru, was ill.": {
        "Tom Hill -headOfState-> Peru",
    },
    "Boutros Ghali, in one of his last acts as secretary-general of the United Nations, looked on.": {
        "Boutros Ghali -leaderOf-> United Nations",
    },
    "In his years as mayor of Oslo, Tom Hill built roads.": {"Tom Hill -mayorOf-> Oslo"},
    "The South Korean striker Kim Min-ho scored for Malmo.": {"Kim Min-ho -holdsPosition-> striker"},
    "I thought of my teacher, old Captain Vega.": {"Vega -holdsPosition-> Captain"},
    "A second captain, Avo Piht, was aboard.": {"Avo Piht -holdsPosition-> captain"},
    "A vote\n\nOSLO, April 16 - Prime Minister Ola Ruud left.": {"Ola Ruud -holdsPosition-> Prime Minister"},
    "South Korean President Kim Min-ho left.": {"Kim Min-ho -holdsPosition-> South Korean President"},
    "Ola Ruud, the German head of Acme Group, left.": {"Ola Ruud -holdsPosition-> head of Acme Group"},
    "Anna Berg is a Danish engineer, founder and CEO of Vexta Systems.": {
        "Anna Berg -founderOf-> Vexta Systems",
        "Anna Berg -chiefExecutiveOf-> Vexta Systems",
        "Anna Berg -citizenOf-> Denmark",
    },
    "John Miller is an executive, and the current chairman of Harlow Foods.": {"John Miller -leaderOf-> Harlow Foods"},
    "She is the founder, CEO, and chairwoman of Talbot Partners.": {
        "chairwoman of Talbot Partners -chiefExecutiveOf-> Talbot Partners",
        "chairwoman of Talbot Partners -leaderOf-> Talbot Partners",
    },
    "He was until 2008 the CEO of Bartok, a Belgian manufacturer.": {"CEO of Bartok -chiefExecutiveOf-> Bartok"},
    "He became professor of history at Columbia University.": {"He -worksFor-> Columbia University"},
    "She joined Denso Labs, where she served as chief executive.": {"She -chiefExecutiveOf-> Denso Labs"},
    "Voters elected Anna Berg president on Sunday.": {"Voters -elected-> Anna Berg | 2015-11-08"},
    "Parliament appointed Pedro Torres, a former prime minister of Portugal.": {
        "Pedro Torres -headOfGovernment-> Portugal",
    },
    "Irina Bokova of Bulgaria spoke.": {"Irina Bokova -citizenOf-> Bulgaria"},
    "George Stibbs of Bell Laboratories spoke.": {"George Stibbs -worksFor-> Bell Laboratories"},
    "He was until December 2008 the CEO of Bartok.": {"CEO of Bartok -chiefExecutiveOf-> Bartok"},
    "Rita Lowe is the publisher of The Boston Globe and chief executive officer of Globe Media.": {
        "Rita Lowe -chiefExecutiveOf-> Globe Media",
    },
    "Luca Ricci is an engineer, founder and CEO of Mega Srl.": {
        "Luca Ricci -founderOf-> Mega Srl",
        "Luca Ricci -chiefExecutiveOf-> Mega Srl",
    },
    "Dantzer was the professor of Latin at Stanford University.": {"Dantzer -worksFor-> Stanford University"},
    "She is one of the founders of Corsera.": {"She -founderOf-> Corsera"},
    "He resigned from Lloyds Bank.": {"He -memberOf-> Lloyds Bank", "He -resignedFrom-> Lloyds Bank"},
    "Jo Hill, an editor at the Daily Star, left.": {"Jo Hill -worksFor-> Daily Star"},
    "Jo Hill, head of research at Oldbank, left.": {"Jo Hill -worksFor-> Oldbank"},
    "Sheriff Les Norton of Corlitz County spoke.": {"Les Norton -worksFor-> Corlitz County"},
    "Jo Hill sat still as the Chief Justice, Ron Dyson, told him so.": {"Ron Dyson -holdsPosition-> Chief Justice"},
}
FAMILY = {
    "He was the son of Hannah Chaplin and music hall entertainer Leo Dryden.": {
        "son of Hannah Chaplin and music hall entertainer Leo Dryden -childOf-> Leo Dryden"
    },
    "Jones was married to Josephine Franklin Jones.": {"Jones -spouseOf-> Josephine Franklin Jones"},
    "Louis Muench, his wife, Doris, and their sons left.": {"Doris -spouseOf-> Louis Muench"},
    "His first wife was the editor Asya Vorobieva.": {"His -spouseOf-> Asya Vorobieva"},
    "He married Anna Jones in 1999.": {"He -spouseOf-> Anna Jones | 1999", "Anna Jones -spouseOf-> He | 1999"},
    "Lidia Nowak was a Polish writer and the youngest daughter of Karol Nowak.": {
        "Lidia Nowak -childOf-> Karol Nowak",
        "Lidia Nowak -citizenOf-> Poland",
    },
    "Aziz and Leila have been happily married for 35 years.": {"Aziz -spouseOf-> Leila", "Leila -spouseOf-> Aziz"},
    "She is married to actor Hywel Simons.": {"She -spouseOf-> Hywel Simons"},
    "Halden Works, now known as Halden Industries, grew.": {"Halden Works -alsoKnownAs-> Halden Industries"},
    "Orvale Ltd (formerly Brightwater Systems) grew.": {"Orvale Ltd -alsoKnownAs-> Brightwater Systems"},
    "Franz Keller was a Gestapo member.": {"Franz Keller -memberOf-> Gestapo"},
    "Police arrested Gestapo chief Heinrich Muller.": {"Heinrich Muller -leaderOf-> Gestapo"},
    "Karl Marsden, better known as Kay Marsden, spoke.": {"Karl Marsden -alsoKnownAs-> Kay Marsden"},
    "She is the aunt of Craig Wells, and the mother of Damien Wells.": {
        "mother of Damien Wells -parentOf-> Damien Wells"
    },
    "He and his wife Anna live in Porto with their two children: Rita and Bruno.": {
        "Rita -childOf-> He",
        "Bruno -childOf-> Anna",
        "Anna -spouseOf-> He",
    },
    "He married Joan Roe in 1990, and they had two sons, Paul and Peter Moss.": {
        "Paul -childOf-> He",
        "Peter Moss -childOf-> Joan Roe",
    },
    "The shop was started by Sam and Joan Fry and their three sons - Jim, Steve and Jeff.": {
        "Jim -childOf-> Joan Fry",
        "Jeff -founderOf-> shop",
    },
    "Dr. Quill now lives with her husband Liam and son Peter.": {"Peter -childOf-> Quill", "Quill -spouseOf-> Liam"},
}
STUDIES = {
    "He studied at Harvard University under Marston Morse.": {"He -educatedAt-> Harvard University"},
    "Ann Silver received her degree in environmental science from Colby College.": {
        "Ann Silver -educatedAt-> Colby College"
    },
    "Ann Silver graduated with a degree in electrical engineering from Colby College.": {
        "Ann Silver -educatedAt-> Colby College"
    },
    "He graduated from Kansas State College in 1927 and then from Stanford University.": {
        "He -educatedAt-> Stanford University | 1927"
    },
    "She previously served as President and founding Chief Executive Officer of the Hale Museum from 1988 to 2009.": {
        "She -chiefExecutiveOf-> Hale Museum | 1988/2009"
    },
    "Mohan founded and built Hale Networks Inc.": {"Mohan -founderOf-> Hale Networks Inc."},
}
BODIES = {
    "Hale is a non-profit based in New York City.": {"Hale -basedIn-> New York City"},
    "Hale Television, a wholly owned subsidiary of the Hale Corporation, grew.": {
        "Hale Television -subsidiaryOf-> Hale Corporation"
    },
    "Jane Doe leads the Green Party.": {
        "Jane Doe -leaderOf-> Green Party",
        "Jane Doe -politicalAffiliation-> Green Party",
    },
    "Peter Hill joined the Labour Party.": {
        "Peter Hill -joined-> Labour Party",
        "Peter Hill -politicalAffiliation-> Labour Party",
    },
    "Maurice Connell is a former Fine Gael politician.": {"Maurice Connell -politicalAffiliation-> Fine Gael"},
    "Republican Senator John Miller spoke.": {"John Miller -politicalAffiliation-> Republican Party"},
    "Ed Wilder is a former Democratic member of the House of Representatives.": {
        "Ed Wilder -politicalAffiliation-> Democratic Party",
        "Ed Wilder -memberOf-> House of Representatives",
    },
    "The Revolutionary Armed Forces of Colombia (FARC) signed it.": {
        "Revolutionary Armed Forces of Colombia -alsoKnownAs-> FARC"
    },
    "Based in Beaumont, the Regional Planning Commission is large.": {
        "Regional Planning Commission -basedIn-> Beaumont"
    },
    "The creation of Auto Union in 1932 changed the industry.": {"Auto Union -foundedOn-> 1932 | 1932"},
    "Based in McLean, Virginia, Harlow had revenues of $10 billion.": {"Harlow -basedIn-> McLean"},
    "Robert Dane has a PhD in physics from the University of Oslo.": {"Robert Dane -educatedAt-> University of Oslo"},
    "Bollen Inc. is a subsidiary company of Marlow Group.": {"Bollen Inc. -subsidiaryOf-> Marlow Group"},
    "Marlow Group is the parent company of Bollen Inc.": {"Bollen Inc. -subsidiaryOf-> Marlow Group"},
}
TURNS = {
    "The foreign ministers of Iran and Iraq, Reza Karimi and Omar Haddad, left.": {
        "Reza Karimi -ministerOf-> Iran",
        "Omar Haddad -ministerOf-> Iraq",
    },
    "Brazil's president-elect, Ana Silva, thanked voters.": {"Ana Silva -headOfState-> Brazil | planned"},
    "Her running mate, former Sen. Luis Mora, became vice president.": {"Luis Mora -holdsPosition-> vice president"},
    "She kept Luis Mora as defense minister.": {"Luis Mora -holdsPosition-> defense minister"},
    "Marlow Bank AG, Bollen Inc.'s largest shareholder, agreed.": {"Marlow Bank AG -investedIn-> Bollen Inc."},
    "Marlow Group owns 57 percent of Bollen Inc.": {"Marlow Group -investedIn-> Bollen Inc."},
}
SUFFIXES = {
    "Peter Hill fired John Low as coach.": {"John Low -holdsPosition-> coach"},
    "Ana Silva left Marlow Group, a New York consulting firm.": {"Marlow Group -basedIn-> New York"},
    "A Paris-based firm, Marlow Group, closed.": {"Marlow Group -basedIn-> Paris"},
    "The Madrid-born surgeon Luis Mora left.": {"Luis Mora -bornIn-> Madrid"},
    "The Chilean-born singer Ana Silva left.": {"Ana Silva -bornIn-> Chile"},
    "US-backed rebels attacked the town.": {"United States -supports-> US-backed rebels"},
    "Google-owned YouTube apologised.": {"YouTube -subsidiaryOf-> Google"},
    "A 30-year-old mayor, Jane Doe, left.": {"Jane Doe -holdsPosition-> mayor"},
    "It was her successor, Kim Lee, who left.": {"Kim Lee -succeeded-> her"},
}
PARTIES = {
    "Moon Jae-in of the Labour Party won.": {"Moon Jae-in -politicalAffiliation-> Labour Party"},
    "Sen. John Smith, R-Texas, criticised Rep. Ann Lowe (D-Calif.).": {
        "John Smith -politicalAffiliation-> Republican Party",
        "John Smith -representativeOf-> Texas",
        "Ann Lowe -politicalAffiliation-> Democratic Party",
        "Ann Lowe -representativeOf-> California",
    },
    "Maria Costa (Labour Party) was elected.": {"Maria Costa -politicalAffiliation-> Labour Party"},
    "John Hale, a Democrat from Ohio, lost.": {"John Hale -politicalAffiliation-> Democratic Party"},
    "Ann Lowe is a Republican.": {"Ann Lowe -politicalAffiliation-> Republican Party"},
    "A Unidad politician, Jorge Paz, resigned.": {"Jorge Paz -politicalAffiliation-> Unidad"},
}
SEATS = {
    "The company has its headquarters in Graz.": {"company -basedIn-> Graz"},
    "The bank moved its headquarters to Graz.": {"bank -basedIn-> Graz"},
    "Acme, whose headquarters are in Graz, grew.": {"Acme -basedIn-> Graz"},
    "They met at the headquarters of Lindh Motors in Graz.": {"Lindh Motors -basedIn-> Graz"},
}
GIVEN = {
    "With Jane Hill as their leader, the rebels took the town.": {"Jane Hill -leaderOf-> their"},
    "Jody Wilson became the first person to serve as Canada's justice minister.": {"Jody Wilson -ministerOf-> Canada"},
    "Emwazi, an extremist known as “Jihadi John”, fled.": {"Emwazi -alsoKnownAs-> Jihadi John"},
    "Acting U.S. Attorney Lev Dassin spoke.": {"Lev Dassin -holdsPosition-> Acting U.S. Attorney"},
    "Lieutenant-General Sarath Fonseka spoke.": {"Sarath Fonseka -holdsPosition-> Lieutenant-General"},
    "Peter Hill is survived by his wife, Jane, and three sons, Tom, Will and Carl.": {
        "Jane -spouseOf-> Peter Hill",
        "Tom -childOf-> Peter Hill",
        "Will -childOf-> Peter Hill",
        "Carl -childOf-> Peter Hill",
    },
    "He leaves his wife Ann, their son Tom and his daughters Ada and Mia.": {
        "Ann -spouseOf-> He",
        "Ada -childOf-> He",
        "Mia -childOf-> He",
    },
    "Ann Cole was the second of three daughters of the painter Paul Cole.": {"Ann Cole -childOf-> Paul Cole"},
    "Jeffrey Skiles, 49, of Oregon, Wis., left.": {"Oregon -locatedIn-> Wisconsin"},
    "Airbus has named Guillaume Faury to succeed Tom Enders.": {"Airbus -appointed-> Guillaume Faury"},
    "Microsoft co-founder Paul Allen has died.": {"Paul Allen -founderOf-> Microsoft"},
    "Ann Poe co-founded Redwood Records with Tom Reed.": {
        "Ann Poe -founderOf-> Redwood Records",
        "Tom Reed -founderOf-> Redwood Records",
    },
    "She lives in Florence with her husband, Carl Otto.": {"Carl Otto -livesIn-> Florence"},
    "Kenya's Eliud Kipchoge set a record.": {"Eliud Kipchoge -citizenOf-> Kenya"},
    "Ford named Ann Poe chief financial officer, replacing Tom Reed.": {
        "Ford -appointed-> Ann Poe",
        "Ann Poe -succeeded-> Tom Reed",
    },
    "Chelsea FC appointed Ann Poe as head coach.": {
        "Chelsea FC -appointed-> Ann Poe",
        "Ann Poe -coachOf-> Chelsea FC",
    },
    "The president named Ann Poe finance minister.": {"president -appointed-> Ann Poe"},
    "Tom Reed founded and served as president of Digital Tools.": {"Tom Reed -founderOf-> Digital Tools"},
    "Ann Poe is married and lives in Rome.": {"Ann Poe -livesIn-> Rome"},
    "A daughter of Marshall and Mamie Peters, Ann Smelcer was a nurse.": {
        "Ann Smelcer -childOf-> Marshall",
        "Ann Smelcer -childOf-> Mamie Peters",
    },
    "She is married to Tom Reed and lives in Rome with their two daughters, Ada and Mia.": {
        "She -livesIn-> Rome",
        "Ada -childOf-> Tom Reed",
        "Mia -childOf-> She",
    },
}
TABLES = {**TURNS, **SUFFIXES, **PARTIES, **SEATS, **GIVEN, **LIVES, **POSTS, **STUDIES, **FAMILY, **BODIES}


@pytest.mark.parametrize(("sentence", "expected"), TABLES.items())
def test_lasting(sentence: str, expected: set[str]) -> None:
    assert expected <= lines(sentence)


NOT_SAID = {
    "Moon Jae-in of the Labour Party won.": "Moon Jae-in -worksFor->",
    "A Scottish court convicted him.": "Scottish court -basedIn->",
    "Peter Hill is survived by his wife, Jane, and three sons, Tom and Will.": "Jane -childOf->",
    "Passengers stood in water.": "Passengers -candidateFor->",
    "The archbishop of Paris, Michel Aupetit, spoke.": "Michel Aupetit -leaderOf->",
    "Jane Roe sat in the gallery.": "Jane Roe -memberOf->",
    "Donna Reed relocated to Utah.": "Donna Reed -basedIn->",
    "Peter Lindh is best known as the founder of Lindh Motors.": "Peter Lindh -alsoKnownAs->",
    "The court heard a French doctor, Didier Martin.": "Didier Martin -worksFor->",
    "Peter Hill will join the Labour Party.": "Peter Hill -politicalAffiliation->",
    "Her children live abroad.": "children -childOf->",
    "She grew up in Berlin, where she works.": "She -worksFor->",
    "Nobody knows the tower which they founded.": "they -founderOf-> which",
    "He was professor of Latin at Stanford University.": "He -worksFor-> Latin",
    "Aziz and Leila have four children who live abroad.": "four children -childOf->",
    "She and her husband Hugh Steward settled in Auckland.": "She -agreedWith->",
    "He is the son of Harold Lightfoot, QC.": "He -childOf-> QC",
    "Dr. Quill now lives with her husband Liam and son Peter.": "Liam -childOf->",
    "John Hill's youngest son, Mike Hill, opened a shop.": "Mike Hill -holdsPosition->",
    "Maria Lopez, a native of Lima, met Juan Perez.": "Juan Perez -bornIn->",
    "The foreign ministers of Iran and Iraq, Reza Karimi and Omar Haddad, left.": "Reza Karimi -ministerOf-> Iraq",
    "The Madrid-born surgeon Luis Mora left.": "Luis Mora -worksFor->",
    "It was her successor who left.": "It -succeeded->",
    "No Swedish prime minister has come.": "Swedish prime minister -headOfGovernment->",
    "Luis Mora, Peru's envoy, left.": "Luis Mora -ambassadorTo->",
    "Hans Holm, the county police commissioner, left.": "Hans Holm -worksFor->",
    "Laurence Gold, a former supermarket executive, left.": "Laurence Gold -worksFor->",
    "His president, Evo Morales, left.": "Evo Morales -leaderOf->",
    "The club's Thai owner, Li Wei, left.": "Li Wei -ownerOf-> Thailand",
    "Ambassador John Smith (1961–1962) left.": "John Smith -dateOfBirth->",
    "The jury met the Lithuanian director Rimas Vaitkus.": "Rimas Vaitkus -leaderOf->",
    "Ann Bell had told Luis Vega that she was going to a camp.": "Ann Bell -demandedFrom->",
    "Ann Bell and Tom Hill left. Luis Vega, a clerk and father of two, died.": "Luis Vega -parentOf->",
    "Acme Group opened in Oslo. “We visited Paris,” a poster read.": "We -visited->",
    "Jo Hill, an editor at the Daily Star, left.": "Jo Hill -leaderOf->",
    "Jo Hill became head of research at Oldbank.": "Jo Hill -leaderOf->",
    "Jo Hill sat still as the Chief Justice, Ron Dyson, told him so.": "Jo Hill -holdsPosition->",
    "Manu Sethi called him a national treasure and ambassador of the arts.": "Manu Sethi -holdsPosition->",
    "China's Taiwan Affairs Office said so.": "Taiwan Affairs Office -basedIn-> Taiwan",
    "He beat Karl Pech, the long-time chairman and grandson of Anton Pech.": "Karl Pech -leaderOf->",
    "Sabena itself, a minister in Brussels conceded, might fail.": "Sabena -holdsPosition->",
    "Nasser seized the Suez Canal company.": "Suez Canal company -basedIn->",
}


@pytest.mark.parametrize(("sentence", "wrong"), NOT_SAID.items())
def test_not_claimed(sentence: str, wrong: str) -> None:
    assert not {line for line in lines(sentence) if line.startswith(wrong)}
