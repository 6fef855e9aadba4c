"""The ontology as Python: wordings, classes, one's own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import Ontology, Wording, shipped

WORDINGS = {
    ("verb", "monitor"): (("monitor",), (), (), "", False, False),
    ("verb", "speak|talk to|with"): (("speak", "talk"), (), ("to", "with"), "", False, False),
    ("verb", "hold talk with"): (("hold",), ({"talk"},), ("with",), "", False, False),
    ("verb", "step down as"): (("step",), ({"down"},), ("as",), "", False, False),
    ("verb", "be born in"): (("born",), (), ("in",), "", False, True),
    ("verb", "^employ"): (("employ",), (), (), "", True, False),
    ("verb", "promise do"): (("promise",), (), (), "do", False, False),
    ("noun", "adviser to|of"): (("adviser",), (), ("to", "of"), "", False, False),
    ("title", "prime minister"): (("prime",), ({"minister"},), (), "", False, False),
    ("title", "vice-president"): (("vice",), ({"-"}, {"president"}), (), "", False, False),
}


@pytest.mark.parametrize(("given", "expected"), WORDINGS.items())
def test_wordings(given: tuple[str, str], expected: tuple[object, ...]) -> None:
    w = Wording.parse("kgo:x", *given)
    found = (w.heads, tuple(map(set, w.phrase)), w.prepositions, w.clause, w.inverse, w.passive)
    assert found == expected


@pytest.mark.parametrize("text", ["", "^", "a||b"])
def test_empty_wordings_are_refused(text: str) -> None:
    with pytest.raises(OntologyError):
        Wording.parse("kgo:x", "verb", text)


def test_types_run_from_the_most_specific_to_the_most_general() -> None:
    types = Ontology.load().types("kgo:Country")
    assert types[0] == "kgo:Country"
    assert types[-1] == "kgo:Entity"
    assert types.index("kgo:GeopoliticalEntity") < types.index("kgo:Place")


def test_relations_know_their_sides() -> None:
    relations = Ontology.load().relations
    assert relations["kgo:spokeWith"].is_symmetric
    assert relations["kgo:spokeWith"].event == "CONSULT"
    assert relations["kgo:dateOfBirth"].is_literal
    assert "kgo:leaderOf" in Ontology.load().ancestors("kgo:headOfState")


def test_the_shipped_files_are_found() -> None:
    assert {"core.ttl", "relations.ttl"} <= {path.name for path in shipped()}


@pytest.mark.parametrize("text", ["this is no turtle", None])
def test_unusable_files_are_named(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "mine.ttl"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"mine\.ttl"):
        Ontology.load([path])
