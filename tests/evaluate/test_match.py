"""When a predicted claim agrees with a gold claim, and in what."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from kg.evaluate import Aspect, Matcher
from kg.model import Extraction
from kg.ontology import Ontology

from .claiming import Form, Modality, Polarity, extraction, mention, words


@cache
def known() -> Ontology:
    return Ontology.load()


def agree(gold: Extraction, predicted: Extraction, *, general: bool = False) -> bool:
    """Whether the only claim of the one agrees with the only claim of the other."""
    return Matcher(gold, predicted, known()).agree(predicted.claims[0], gold.claims[0], general=general)


MET = ("Obama", "metWith", "Hollande")


@pytest.mark.parametrize(
    ("row", "wanted", "agreed"),
    [
        (MET, MET, True),
        (("Hollande", "metWith", "Obama"), MET, True),
        (("Hollande", "praised", "Obama"), ("Obama", "praised", "Hollande"), False),
        (("President Obama", "metWith", "the Hollande"), MET, True),
        (("Obama", "metWith", "Francois"), MET, False),
        (("Obama", "spokeWith", "Hollande"), MET, False),
        (("Obama", "resignedFrom", None), ("Obama", "resignedFrom", None), True),
        (("Obama", "resignedFrom", "Senate"), ("Obama", "resignedFrom", None), False),
        (("Obama", "resignedFrom", None), ("Obama", "resignedFrom", "Senate"), False),
        (("Obama", "announced", words("the deal")), ("Obama", "announced", words("Deal")), True),
        (("Obama", "announced", "deal"), ("Obama", "announced", words("deal")), True),
        (("Obama", "announced", words("deal")), ("Obama", "announced", "deal"), True),
        (("Obama", "dateOfBirth", words("1961-08-04")), ("Obama", "dateOfBirth", words("1961")), False),
        (("Obama", "unheardOf", "Hollande"), ("Obama", "unheardOf", "Hollande"), True),
        (("Hollande", "unheardOf", "Obama"), ("Obama", "unheardOf", "Hollande"), False),
    ],
)
def test_agreement(row: Any, wanted: Any, agreed: bool) -> None:
    assert agree(extraction(wanted), extraction(row)) is agreed


def test_a_relation_above_the_gold_agrees_only_in_general() -> None:
    gold, general = extraction(("May", "headOfGovernment", "Britain")), extraction(("May", "leaderOf", "Britain"))
    assert "kgo:leaderOf" in known().ancestors("kgo:headOfGovernment")
    assert not agree(gold, general)
    assert agree(gold, general, general=True)
    assert not agree(general, gold, general=True)


def test_one_mention_makes_one_thing_whatever_it_is_called() -> None:
    gold = extraction(
        ("head of state", "metWith", "x"), mentions=(mention("President Francois Hollande", "head of state"),)
    )
    found = extraction(("Hollande", "metWith", "x"), mentions=(mention("Francois Hollande", "Hollande"),))
    assert agree(gold, found)
    assert not agree(
        gold, extraction(("Hollande", "metWith", "x"), mentions=found.mentions, text=f"{gold.article.text} ")
    )


def test_a_pronoun_makes_no_thing() -> None:
    gold = extraction(("Obama", "praised", "deal"), mentions=(mention("He", "Obama", Form.PRONOUN),))
    assert not agree(gold, extraction(("He", "praised", "deal"), mentions=(mention("He", "He", Form.PRONOUN),)))


def test_the_stronger_ground_decides_between_namesakes() -> None:
    found = extraction(("Michelle Obama", "praised", "deal"))
    assert agree(extraction(("Obama", "praised", "deal")), found)
    both = extraction(("Obama", "praised", "deal"), ("Michelle Obama", "praised", "deal"))
    assert not agree(both, found)


@pytest.mark.parametrize(
    ("circumstances", "wanted", "wrong"),
    [
        ({}, {}, set()),
        ({"polarity": Polarity.NEGATED}, {}, {"certainty"}),
        ({"modality": Modality.PLANNED}, {"modality": Modality.POSSIBLE}, {"certainty"}),
        ({"attributed_to": "White House"}, {"attributed_to": "the White House"}, set()),
        ({"attributed_to": "White House"}, {}, {"source"}),
        ({}, {"attributed_to": "White House"}, {"source"}),
        ({"time": "2015-11-13"}, {"time": "2015-11-13"}, set()),
        ({"time": "2015-11-13"}, {}, set()),
        ({"time": "2015-11"}, {"time": "2015-11-13"}, {"time"}),
        ({}, {"time": "2015-11-13"}, {"time"}),
    ],
)
def test_aspects(circumstances: dict[str, Any], wanted: dict[str, Any], wrong: set[str]) -> None:
    gold, predicted = extraction((*MET, wanted)), extraction((*MET, circumstances))
    right = Matcher(gold, predicted, known()).aspects(predicted.claims[0], gold.claims[0])
    assert right == set(Aspect) - {Aspect(name) for name in wrong}
