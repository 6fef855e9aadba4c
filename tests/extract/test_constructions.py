"""Constructions that part a verb or an event's noun from who takes part, and what must be read all the same."""

from __future__ import annotations

import pytest

from .reading import lines

AGENTS = {
    "Ann Bell was named head of the central bank by President Luis Vega.": {"Luis Vega -appointed-> Ann Bell"},
    "The clerk was charged with murder by prosecutors.": {"prosecutors -charged-> clerk"},
    "The banker was sentenced to nine years in prison by a court.": {"court -sentenced-> banker"},
    "Accused of spying by Iran, the writer Ann Bell was freed.": {
        "Iran -accused-> Ann Bell",
        "unknown -released-> Ann Bell",
    },
    "The rebels were driven out of the palace by the army.": {"army -expelled-> rebels"},
    "Ukraine received 19 jets from Norway.": {"Norway -aided-> Ukraine"},
    "Norway supplied Ukraine with 19 jets.": {"Norway -aided-> Ukraine"},
    "Google faces a lawsuit from Norway.": {"Norway -sued-> Google"},
}

PREDICATES = {
    "Police shot dead two robbers.": {"Police -killed-> robbers"},
    "The court found the general guilty.": {"court -convicted-> general"},
    "Villagers accused soldiers of burning homes and killing eleven people.": {
        "Villagers -accused-> soldiers",
        "soldiers -killed-> eleven people | possible | says Villagers",
    },
    "Norway is mediating between Chad and Sudan.": {
        "Norway -mediatedBetween-> Chad",
        "Norway -mediatedBetween-> Sudan",
    },
    "A man armed with a knife attacked tourists in Lyon, wounding five.": {
        "man -attacked-> tourists | in Lyon",
        "man -injured-> five",
    },
    "Rebels operating in Chad said Norwegian forces must leave.": {"Rebels -demandedFrom-> Norwegian forces"},
    "John Hall is the son of the painter Albert Hall and the brother of the banker Susan Hall.": {
        "John Hall -childOf-> Albert Hall",
        "John Hall -siblingOf-> Susan Hall",
    },
    "Vega held talks with his counterpart, Marta Soto, in Oslo.": {"Vega -negotiatedWith-> Marta Soto"},
    "Rebels attacked Sierra Leonean and Kenyan refugees.": {"Rebels -attacked-> Sierra Leonean and Kenyan refugees"},
    "Nurses in Oslo are on strike.": {"Nurses in Oslo -wentOnStrikeAgainst-> -"},
}

VERBS = {
    "Luis Vega, the candidate gunned down in August, was popular.": {"unknown -killed-> Luis Vega | 2015-08"},
    "Forty people were rounded up.": {"unknown -arrested-> Forty people"},
    "Ann Bell was born to a Jewish family in Odessa.": {"Ann Bell -bornIn-> Odessa"},
    "Luis Vega went on to found Google.": {"Luis Vega -founderOf-> Google"},
    "The jury found Luis Vega guilty of murder.": {"jury -convicted-> Luis Vega"},
    "Ann Bell joined the Labour Party out of boredom.": {"Ann Bell -joined-> Labour Party"},
    "Ann Bell won the Nobel Prize in Literature in 1996.": {
        "Ann Bell -awardReceived-> Nobel Prize in Literature | 1996"
    },
    "Ann Bell, of Stanford University, praised Norway.": {"Ann Bell -worksFor-> Stanford University"},
    "Thousands rallied in support of Luis Vega.": {"Thousands -supports-> Luis Vega"},
    "The league fined her $17,000.": {"league -sanctioned-> her"},
    "The army drove Luis Vega from power in 1999.": {"army -dismissed-> Luis Vega | 1999"},
    "The court blocked the bill.": {"court -vetoed-> bill"},
    "Police said 31 civilians had been killed along with two rebels.": {"unknown -killed-> 31 civilians | says Police"},
}

GAPS = {
    "Ann Bell met Luis Vega on Monday and Eva Berg on Tuesday.": {
        "Ann Bell -metWith-> Luis Vega | 2015-11-09",
        "Ann Bell -metWith-> Eva Berg | 2015-11-10",
    },
    "Ann Bell met Luis Vega in Oslo, Eva Berg in Rome and Tom Ross in Paris.": {
        "Ann Bell -metWith-> Eva Berg | in Rome",
        "Ann Bell -metWith-> Tom Ross | in Paris",
    },
    "Ann Bell will meet Luis Vega on Monday and Eva Berg on Tuesday.": {
        "Ann Bell -metWith-> Eva Berg | planned | 2015-11-17"
    },
    "Ann Bell lives in Rome, and Luis Vega in Paris.": {"Luis Vega -livesIn-> Paris"},
    "Ann Bell is married to Luis Vega, and Eva Berg to Tom Ross.": {"Eva Berg -spouseOf-> Tom Ross"},
    "Norway extradited Luis Vega to Sweden and Tom Ross to Spain.": {"Norway -extradited-> Tom Ross"},
}

HEADLINES = {
    "Reporter shot by gunman": {"gunman -attacked-> Reporter"},
    "Ex-minister Luis Vega jailed for fraud": {"unknown -sentenced-> Luis Vega"},
    "Norway, Sweden agree to resume talks": {"Norway -agreedWith-> Sweden"},
    "Google to buy rival Nest": {"Google -acquired-> Nest | planned"},
}

LISTS = {
    "The cabinet includes Ann Bell, a judge; Luis Vega, who led Peru; and Tom Ross.": {
        "Ann Bell -memberOf-> cabinet",
        "Luis Vega -memberOf-> cabinet",
        "Tom Ross -memberOf-> cabinet",
    },
    "Rebels took 40 people hostage in Mali.": {"Rebels -abducted-> 40 people | in Mali"},
    "Rebels hold three soldiers captive.": {"Rebels -detained-> soldiers"},
    "Ann Bell, the author of “The Well”, lives in Oslo.": {"Ann Bell -livesIn-> Oslo"},
    "The merger of Google and Apple failed.": {"Google -mergedWith-> Apple"},
    "Norway blocked a letter by Swedish bishops condemning Spain.": {"Swedish bishops -condemned-> Spain"},
}

COMPANIONS = {
    "Ann Bell attended the summit together with Luis Vega.": {"Luis Vega -attended-> summit"},
    "Ann Bell joined Luis Vega in condemning the coup.": {
        "Ann Bell -condemned-> coup",
        "Luis Vega -condemned-> coup",
    },
}

COUNTS = {
    "The storm hit Cuba on Friday, killing at least 14 and injuring dozens.": {
        "storm -killed-> at least 14 | 2015-11-13",
        "storm -injured-> dozens | 2015-11-13",
    },
    "Three were arrested by police.": {"police -arrested-> Three"},
    "The court sentenced five to death.": {"court -sentenced-> five"},
}

NOMINALS = {
    "The resignation of Luis Vega surprised Norway.": {"Luis Vega -resignedFrom-> -"},
    "The resignation on Monday of Luis Vega surprised Norway.": {"Luis Vega -resignedFrom-> - | 2015-11-09"},
    "The opposition demanded the resignation of Luis Vega.": {"Luis Vega -resignedFrom-> - | required"},
    "The abduction of 30 pupils by gunmen caused outrage.": {"gunmen -abducted-> 30 pupils"},
    "The visit of Pope Francis to Lebanon was a success.": {"Pope Francis -visited-> Lebanon"},
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    {**AGENTS, **PREDICATES, **VERBS, **GAPS, **HEADLINES, **LISTS, **COMPANIONS, **COUNTS, **NOMINALS}.items(),
)
def test_constructions(sentence: str, expected: set[str]) -> None:
    assert expected <= lines(sentence)


WRONG = {
    "Ann Bell had the backing of Tom Roe.": "Ann Bell -supports",
    "Karl Stein was sentenced to 25 years for ordering massacres by an army death squad.": "squad -sentenced",
    '"They told us so," said Mrs Jean Hill, of Block C, who leads the committee.': "Block C -leaderOf",
    "He was sentenced on Tuesday to 25 years in prison for killings by a military death squad.": "squad -sentenced",
    "Protesters blocked the road.": "-vetoed->",
    "Ann Bell was born in Leeds, Alabama in 1987 and raised in Rome.": "Alabama -bornIn->",
    "The two leaders spoke by phone.": "phone -",
    "The court, in a letter, called for calm.": "unknown -",
    "Ann Bell met Luis Vega of Google and Tom Ross of Apple.": "-metWith-> Luis Vega | in",
    "The firm dismissed 1,200 in 2009.": "-> 2009",
    "The fund acquired 12% of Google.": "-> 12",
    "He was arrested for an attack by rebels.": "rebels -arrested->",
    "Her resignation as mayor of Oslo was a surprise.": "-resignedFrom-> -",
    "His job is mediating between Chad and Sudan.": "job -mediatedBetween->",
}


@pytest.mark.parametrize(("sentence", "wrong"), WRONG.items())
def test_nothing_else_is_read(sentence: str, wrong: str) -> None:
    assert not [line for line in lines(sentence) if wrong in line]
