"""Verbs and nouns in the sense of a relation and in other senses: which sentences state it and which do not."""

from __future__ import annotations

import pytest

from .reading import lines

STATED = {
    "The firm is located in Denver.": "firm -basedIn-> Denver",
    "The firm has operations in Chile.": "firm -basedIn-> Chile",
    "Anna Berg spent a year with Google.": "Anna Berg -worksFor-> Google",
    "Goldman Sachs's Anna Berg advised Karl Stein.": "Anna Berg -adviserTo-> Karl Stein",
    "Police questioned Karl Stein for six hours.": "Police -investigates-> Karl Stein",
    "Police hunted for the gunman.": "Police -investigates-> gunman",
    "Police looked into the claims.": "Police -investigates-> claims",
    "Prosecutors charged Karl Stein with murder.": "Prosecutors -charged-> Karl Stein",
    "The minister ruled out a bailout.": "minister -rejected-> bailout",
    "The company denied the report.": "company -denied-> report",
    "Thousands marched in Paris.": "Thousands -protestedAgainst-> - | in Paris",
    "The army called up reservists.": "army -mobilised-> -",
    "Rebels targeted the base.": "Rebels -attacked-> base",
    "Karl Stein poisoned his wife.": "Karl Stein -attacked-> wife",
    "Troops occupied the town.": "Troops -invaded-> town",
    "Anna Berg met Karl Stein.": "Anna Berg -metWith-> Karl Stein",
    "The army supported the president.": "army -supports-> president",
    "Peru recognised Kosovo.": "Peru -recognised-> Kosovo",
    "Peru recognised Anna Berg as president.": "Peru -recognised-> Anna Berg",
    "Nurses treated the wounded men.": "Nurses -aided-> wounded men",
    "The court let Karl Stein go and Peru bowed to pressure from Chile.": "Peru -concededTo-> Chile",
    "Anna Berg joined Nike.": "Anna Berg -joined-> Nike",
    "The board dismissed Karl Stein.": "board -dismissed-> Karl Stein",
    "Anna Berg replaced Karl Stein in May.": "Anna Berg -succeeded-> Karl Stein | 2015-05",
    "Nike has an interest in Acme Corp.": "Nike -investedIn-> Acme Corp.",
    "Anna Berg entered the house.": "Anna Berg -travelledTo-> house",
    "Karl Stein, an appointee of Anna Berg, resigned.": "Anna Berg -appointed-> Karl Stein",
    "Ann Marsh is a vice-president at Nike.": "Ann Marsh -worksFor-> Nike",
    "Air force commander Leo Marsh resigned.": "Leo Marsh -holdsPosition-> Air force commander",
    "Leo Marsh, an official from Peru, wept.": "Leo Marsh -worksFor-> Peru",
    "Peru and its Lima ally, Parti Warisan, won.": "Parti Warisan -alliedWith-> Peru",
    "Kenya's leader, Leo Marsh, wept.": "Leo Marsh -leaderOf-> Kenya",
    "His predecessor, Leo Marsh, wept.": "His -succeeded-> Leo Marsh",
    "Karl Stein was the first man to lift the trophy.": "Karl Stein -awardReceived-> trophy",
    "Peru staged the talks.": "Peru -participatesIn-> talks",
    "The judge ordered the coastguard to leave.": "judge -demandedFrom-> coastguard",
    "Actor Leo Marsh found dead in Paris.": "Leo Marsh -diedIn-> Paris",
    "Ann Marsh will resign once Karl Stein joins Nike.": "Karl Stein -joined-> Nike | planned",
    "He said the toll would rise once Ann Marsh reached Paris.": "Ann Marsh -travelledTo-> Paris | planned | says He",
    "Ann Marsh was reluctant to meet Karl Stein.": "Ann Marsh -metWith-> Karl Stein | possible",
    "It was the last chance for Ann Marsh to lift the trophy.": "Ann Marsh -awardReceived-> trophy | possible",
    "They demanded a say before any soldier left for Bosnia.": (
        "any soldier -travelledTo-> Bosnia and Herzegovina | conditional"
    ),
    "His wife, Ann, died in 2012 and his son, Leo, in Rome last year.": "Ann -dateOfDeath-> 2012 | 2012",
    "Anna Berg, a doctor at Leeds General Hospital, spoke.": (
        "Anna Berg -holdsPosition-> doctor at Leeds General Hospital"
    ),
}
NOT_STATED = {
    "The suspect was located in Denver.": "basedIn",
    "The surgeon had an operation in Chile.": "basedIn",
    "Anna Berg spent a year with her mother.": "worksFor",
    "Doctors advised Anna Berg to rest.": "adviserTo",
    "Residents begged for food.": "urged",
    "Anna Berg questioned the need for the law.": "investigates",
    "Rescuers searched for survivors.": "investigates",
    "Anna Berg looked into the camera.": "investigates",
    "The bank charged customers five pounds.": "charged",
    "Anna Berg was charged with overseeing the army.": "charged",
    "The officer ruled out arson.": "rejected",
    "The pilot walked away from the wreck unhurt.": "refused",
    "The goalkeeper denied Karl Stein.": "denied",
    "The runners demonstrated their strength.": "protestedAgainst",
    "The coach called up Karl Stein.": "mobilised",
    "Police took down the barrier.": "censored",
    "Nike targets young women.": "attacked",
    "Ann Marsh shot to fame in Leeds.": "attacked",
    "Anna Berg struck up a friendship with Karl Stein.": "bombed",
    "The guest bombarded Ann Marsh with questions.": "bombed",
    "Anna Berg attacked Karl Stein over tax.": "attacked",
    "Ann Marsh was hurt by the remarks.": "injured",
    "Ann Marsh was poisoned in Leeds.": "killed",
    "Students occupied the hall.": "invaded",
    "Anna Berg felt threatened.": "threatened",
    "Anna Berg welcomed her second child.": "hosted",
    "Karl Stein supports a family of six.": "supports",
    "Karl Stein stood by the door.": "supports",
    "Anna Berg recognised the problem.": "recognised",
    "Bo Marsh defended his title.": "defended",
    "The chef treated the staff badly.": "aided",
    "The company gave birth to Silicon Valley in a rented garage.": "concededTo",
    "Nike allowed staff to work from home.": "concededTo",
    "Karl Stein abandoned his wife.": "withdrewFrom",
    "Anna Berg retired to bed.": "resignedFrom",
    "Karl Stein gave up his seat to Ann Marsh.": "surrenderedTo",
    "Anna Berg tapped Karl Stein on the shoulder.": "appointed",
    "Anna Berg dismissed Karl Stein as a fool.": "dismissed",
    "Karl Stein was discharged from hospital.": "dismissed",
    "Karl Stein was admitted to hospital.": "joined",
    "Anna Berg joined her husband in Leeds.": "joined",
    "Anna Berg lost her job to Karl Stein.": "defeated",
    "Anna Berg introduced Karl Stein to Ann Marsh.": "launched",
    "Anna Berg has an interest in art.": "investedIn",
    "Anna Berg went to jail.": "travelledTo",
    "Officials evacuated the town.": "evacuatedFrom",
    "US vice-president Kamala Harris spoke.": "headOfState",
    "Kenya's defence chief, Leo Marsh, wept.": "leaderOf",
    "The presidents of Peru, Chile and Bolivia met.": "headOfState",
    "Africa's first woman president took the oath.": "headOfState",
    "Fans with kangaroos on their heads sang.": "leaderOf",
    "The killers had posed as agents of the FBI.": "worksFor",
    "Martha Kollie, a teacher from Leeds, wept.": "worksFor",
    "His mother and sister, Ann Marsh, left.": "siblingOf",
    "His predecessor but one, Leo Marsh, wept.": "succeeded",
    "Jonathan Berg, a ten-year-old boy from Leeds, wept.": "holdsPosition",
    "The cabinet offered its resignation, according to state radio.": "offeredTo",
    "The case was built by Attorney General Ann Marsh, together with the Peace Commission.": "ministerOf",
    "Boss Leo Marsh shot dead on rooftop.": "attacked",
    "Zelensky took a majority in every region.": "acquired",
    "Eusebio had carried it out before kick-off.": "participatesIn",
    "Anna Berg, a doctor, spoke.": "holdsPosition",
    "Karl Stein is a footballer.": "holdsPosition",
    "His partner, Ann Marsh, spoke.": "holdsPosition",
}


@pytest.mark.parametrize(("sentence", "expected"), STATED.items())
def test_stated(sentence: str, expected: str) -> None:
    assert expected in lines(sentence)


@pytest.mark.parametrize(("sentence", "relation"), NOT_STATED.items())
def test_not_stated(sentence: str, relation: str) -> None:
    assert not [line for line in lines(sentence) if f"-{relation}->" in line]
