"""By what things are called that have no name of their own.

A sentence, words of it, and the label of what they mean.
"""

from __future__ import annotations

import pytest

from tests.extract.reading import read

LABELS = [
    ("Ann Bell opened a school. Her two sons work there.", "Her two sons", "Ann Bell's two sons"),
    ("Globex Corp. is in trouble, the firm's founder said.", "the firm's founder", "Globex Corp.'s founder"),
    ("Tom and Mary Hill lived in Oslo. Their parents were farmers.", "Their parents", "Tom and Mary Hill's parents"),
    (
        "Ann Bell died at her daughter's home in Oslo.",
        "her daughter's home in Oslo",
        "Ann Bell's daughter's home in Oslo",
    ),
    ("Kenya, whose people voted on Monday, has a new law.", "whose people", "Kenya's people"),
    (
        "Globex Corp. closed. The children of its late owner sold it.",
        "The children of its late owner",
        "children of Globex Corp.'s late owner",
    ),
    (
        "The siege ended with 100 dead, 11 of them court judges.",
        "court judges",
        "court judges",
    ),
    (
        "Soldiers seized Fiji's parliament in South Pacific's first coup.",
        "Fiji's parliament",
        "Fiji's parliament",
    ),
    (
        "They told of fire around Hill House, the residence, where a guard regiment trained by officers held out.",
        "a guard regiment",
        "guard regiment",
    ),
    ("The teacher's husband was arrested.", "The teacher's husband", "teacher's husband"),
    (
        "The editor-in-chief of the Daily Bell resigned.",
        "The editor-in-chief of the Daily Bell",
        "editor-in-chief of the Daily Bell",
    ),
    ("The secretary-general of NATO condemned it.", "The secretary-general of NATO", "secretary-general of NATO"),
    ("A dog bit its owner.", "its owner", "owner"),
    # a body of state is called by the country that the text is set in, if it has just told of no other one
    (
        "OSLO, May 3 - Norway voted on Sunday. Norway is old. Tom Roe sang.\n\nThe government fell.",
        "The government",
        "government of Norway",
    ),
    (
        "MANILA, May 3 - Philippine farmers blocked a road. The Philippines is poor.\n\nThe finance ministry left.",
        "The finance ministry",
        "finance ministry of the Philippines",
    ),
    (
        "OSLO, May 3 - Norway voted on Sunday. Norway is old.\n\nAnn Bell flew to Chad. The army received her.",
        "The army",
        "army",
    ),
    (
        "OSLO, May 3 - Norway voted on Sunday. Norway is old.\n\nThe European Parliament met. She left parliament.",
        "parliament",
        "parliament",
    ),
    (
        "OSLO, May 3 - Norway voted on Sunday. Norway is old.\n\nThe local government fell.",
        "The local government",
        "local government",
    ),
    ("OSLO, May 3 - Norway and Chad met. Chad is poor.\n\nThe government fell.", "The government", "government"),
    (
        "OSLO, May 3 - Norway voted on Sunday. Norway is old.\n\nThe army fled. He met the army commander, Bo Hill.",
        "The army",
        "army of Norway",
    ),
    (
        "OSLO, May 3 - Norway voted on Sunday. Norway is old.\n\nThe armed forces fled.",
        "The armed forces",
        "armed forces of Norway",
    ),
    # a board by the firm of its own clause, of its sentence, whom the sentence before is about, the only one
    (
        "Olmara Ltd. sued us. The board, which runs Verho Corp., wept.",
        "The board",
        "board of Verho Corp.",
    ),
    ("Olmara Ltd. rejected a bid from Verho Corp. on Friday. The board wept.", "The board", "board of Olmara Ltd."),
    ("Bo Hill left. One of Verho Corp.'s owners said the board had wept.", "the board", "board of Verho Corp."),
    (
        "Olmara Ltd. grew. Olmara Ltd. left. Olmara Ltd. wept. Tom Hill sang. He left the supervisory board.",
        "the supervisory board",
        "supervisory board of Olmara Ltd.",
    ),
    ("Olmara Ltd. sued Verho Corp. Bo Hill wept. Tom Hill sang. He left the board.", "the board", "board"),
    ("Olmara Ltd. sued us. Bo Hill wept. Tom Hill sang. He left the board.", "the board", "board"),
    ("Tom Hill and Olmara Ltd. wept for Verho Corp. The school board left.", "The school board", "school board"),
    ("The union met Olmara Ltd. and Verho Corp. on Friday. The board left.", "The board", "board"),
    ("Ann Hill was Professor of Poetry at Oxford.", "Professor of Poetry at Oxford", "Professor of Poetry at Oxford"),
]


@pytest.mark.parametrize(("text", "words", "label"), LABELS)
def test_labels(text: str, words: str, label: str) -> None:
    extraction = read(text)
    labels = {entity.id: entity.label for entity in extraction.entities}
    called = {labels[mention.entity] for mention in extraction.mentions if mention.text == words}
    assert label in called
