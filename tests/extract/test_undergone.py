"""What is done to somebody by nobody named, told by a passive clause or from the side of whom it is done to."""

from __future__ import annotations

import pytest

from .reading import lines

TABLE = {
    "Eleven suspects were being held in Rome.": "unknown -detained-> Eleven suspects | in Rome",
    "Two were convicted and three were acquitted.": "unknown -released-> three",
    "Anna Silva was captured near Oslo.": "unknown -arrested-> Anna Silva | in Oslo",
    "Anna Silva was shot as she left the hall.": "unknown -attacked-> Anna Silva",
    "Anna Silva has been hired as chief cook.": "unknown -appointed-> Anna Silva",
    "Peter Hill is serving a life sentence for murder.": "unknown -sentenced-> Peter Hill",
    "Peter Hill, who received a suspended prison term, smiled.": "unknown -sentenced-> Peter Hill",
    "Among the dead was Peter Hill, a teacher.": "unknown -killed-> Peter Hill",
    "Her brother, Peter Hill, was among the wounded.": "unknown -injured-> Peter Hill",
    "Anna Silva was killed in 1983.": "unknown -killed-> Anna Silva | 1983",
    "The senator, whose father was killed by rebels in 1983, wept.": "rebels -killed-> father | 1983",
    "Anna Silva was arrested with her husband, Peter Hill, in Rome.": "unknown -arrested-> Peter Hill | in Rome",
    "Ten soldiers were killed along with two nuns.": "unknown -killed-> nuns",
    "In 1990, by contrast, two nuns were killed.": "unknown -killed-> nuns | 1990",
    "Peter Hill, whose dismissal set off the crisis, wept.": "unknown -dismissed-> Peter Hill",
    "The murder of Anna Silva shocked Oslo.": "unknown -killed-> Anna Silva",
    "They demanded the release of Anna Silva.": "unknown -released-> Anna Silva | required",
    "Peter Hill was blamed for the murder of Anna Silva.": "unknown -killed-> Anna Silva",
    "Peter Hill and Anna Silva were among those killed.": "unknown -killed-> Anna Silva",
    "Among those dismissed were Peter Hill, the editor, and Anna Silva.": "unknown -dismissed-> Peter Hill",
    "The directors, Anna Silva and Peter Hill, were arrested.": "unknown -arrested-> Anna Silva",
    "Anna Silva will be inaugurated as governor.": "unknown -appointed-> Anna Silva | planned",
}


@pytest.mark.parametrize(("sentence", "expected"), TABLE.items())
def test_undergone(sentence: str, expected: str) -> None:
    assert expected in lines(sentence)


UNTOLD = {
    "Peter Hill was beaten.": "attacked",  # in a race, too
    "Peter Hill was held responsible.": "detained",
    "The talks were held in Rome.": "detained",
    "Peter Hill served a second term as mayor.": "sentenced",
    "Peter Hill is among the guests.": "killed",
    "The driver is to blame.": "accused",
    "Anna Silva was poisoned with a nerve agent.": "killed",
    "The president's pardon came late.": "released",
    "The killings of civilians went on.": "killed",
    "Peter Hill denies the murder of Anna Silva.": "killed",
}


@pytest.mark.parametrize(("sentence", "relation"), UNTOLD.items())
def test_other_senses(sentence: str, relation: str) -> None:
    assert not [line for line in lines(sentence) if f"-{relation}->" in line]
