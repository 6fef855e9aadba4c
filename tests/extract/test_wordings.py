"""Wordings of events and of what lasts, by class of verb: a sentence and the claims that must be read in it."""

from __future__ import annotations

import pytest

from .reading import lines

TOLD = {
    "Anwar Ibrahim is in prison.": {"unknown -detained-> Anwar Ibrahim | in prison"},
    "Ana Mora is under house arrest in Jakarta.": {"unknown -detained-> Ana Mora"},
    "Tim Reed spent 12 years in jail.": {"unknown -detained-> Tim Reed"},
    "Tim Reed was hanged on Friday.": {"unknown -killed-> Tim Reed | 2015-11-13"},
    "Tim Reed kicked Bo Hall.": {"Tim Reed -attacked-> Bo Hall"},
    "Tim Reed conspired with Amos Cole.": {"Tim Reed -cooperatesWith-> Amos Cole"},
    "Tim Reed was reconciled with Amos Cole.": {"Tim Reed -agreedWith-> Amos Cole"},
    "Tim Reed is admired by many Peruvians.": {"Peruvians -praised-> Tim Reed"},
    "Many voters loathe Tim Reed.": {"Many voters -criticised-> Tim Reed"},
    "Dana Pryce pleaded not guilty to arson.": {"Dana Pryce -denied-> arson"},
    "The bid won the approval of regulators.": {"regulators -supports-> bid"},
    "Globex Corp. is controlled by the Hall family.": {"Hall family -ownerOf-> Globex Corp."},
    "Goldman Sachs advised Daimler.": {"Goldman Sachs -adviserTo-> Daimler"},
    "The union represents the miners.": {"union -representativeOf-> miners"},
    "Tim Reed emerged from Hofdi House.": {"Tim Reed -left-> Hofdi House"},
    "Tim Reed, who spent 31 years in the Royal Navy, spoke.": {"Tim Reed -worksFor-> Royal Navy"},
    "Ana Mora won the presidency of Chile.": {"unknown -elected-> Ana Mora"},
    "Ana Mora won a second term in 2014.": {"unknown -elected-> Ana Mora | 2014"},
    "Ana Mora won the US Open title.": {"Ana Mora -awardReceived-> US Open title"},
    "Ana Mora bagged the silver medal.": {"Ana Mora -awardReceived-> silver medal"},
    "Ana Mora won the Tour de France.": {"Ana Mora -awardReceived-> Tour de France"},
    "The unit, known as the Colina group, was disbanded.": {"unit -alsoKnownAs-> the Colina group"},
}

SILENT = {
    "The curator hung a picture.": "killed",
    "Tim Reed kicked the ball.": "attacked",
    "Tim Reed pleaded guilty to arson.": "denied",
    "Labour won a second term in office.": "elected",
    "Tim Reed secured the door.": "awardReceived",
}


@pytest.mark.parametrize("sentence", TOLD)
def test_wording(sentence: str) -> None:
    assert TOLD[sentence] <= lines(sentence)


@pytest.mark.parametrize("sentence", SILENT)
def test_other_sense(sentence: str) -> None:
    assert not any(f" -{SILENT[sentence]}-> " in line for line in lines(sentence))
