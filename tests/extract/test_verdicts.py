"""What somebody calls something: praise and blame by the words of `kgo:verdict`."""

from __future__ import annotations

import pytest

from .reading import lines

TOLD = {
    "Mary Dunn called the deal a triumph for Spain.": {"Mary Dunn -praised-> deal"},
    "Mary Dunn called the decision an act of vengeance.": {"Mary Dunn -criticised-> decision"},
    "Mary Dunn called the charge malicious.": {"Mary Dunn -criticised-> charge"},
    'Mary Dunn called the verdict "a sentence of hatred" and left.': {"Mary Dunn -criticised-> verdict"},
    "She described the vote as a disgrace.": {"She -criticised-> vote"},
    "Tim Reed was described by Ann Lee as an inspiration.": {"Ann Lee -praised-> Tim Reed"},
    '"They called me a coward," said Mary Dunn.': {"They -criticised-> Mary Dunn | says Mary Dunn"},
    "Mary Dunn, who called the vote a farce, left.": {"Mary Dunn -criticised-> vote"},
}

SILENT = (
    "Mary Dunn called the deal no triumph.",
    "Mary Dunn did not call the vote a farce.",
    "Mary Dunn called herself a coward.",
    "Mary Dunn called the vote a brave mistake.",
    "Mary Dunn called Tim Reed her deputy.",
    "Mary Dunn was described as an inspiration.",
)


@pytest.mark.parametrize("sentence", TOLD)
def test_verdict(sentence: str) -> None:
    assert TOLD[sentence] <= lines(sentence)


@pytest.mark.parametrize("sentence", SILENT)
def test_no_verdict(sentence: str) -> None:
    assert not any("-praised->" in line or "-criticised->" in line for line in lines(sentence))
