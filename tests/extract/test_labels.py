"""What the entities of a text are called: texts and labels that are, or are not, among them."""

from __future__ import annotations

import pytest

from .reading import read

CALLED = {
    # a description, by the name of whom its possessive means
    "Ann Bell lives in Rome. Her two sons support the rival club.": "Ann Bell's two sons",
    "Critics praised Peru, whose ministers left.": "Peru's ministers",
    "Acme Motors met its creditors.": "Acme Motors' creditors",
    "Tom Roe met the wife of his nephew.": "wife of Tom Roe's nephew",
    "“My brother left,” said Ann Bell.": "Ann Bell's brother",
    # but by its own, and as it stands where nobody is named
    "Ann Bell met her brother, Tom Roe.": "Tom Roe",
    "A nurse met her brother.": "brother",
}
NOT_CALLED = {
    "Ann Bell met her brother, Tom Roe.": "Ann Bell's brother",
    "A nurse met her brother.": "nurse's brother",
}


def labels(text: str) -> set[str]:
    return {entity.label for entity in read(text).entities}


@pytest.mark.parametrize(("text", "label"), CALLED.items())
def test_called(text: str, label: str) -> None:
    assert label in labels(text)


@pytest.mark.parametrize(("text", "label"), NOT_CALLED.items())
def test_not_called(text: str, label: str) -> None:
    assert label not in labels(text)
