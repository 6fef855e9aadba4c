"""`Figures` as text, CSV, JSON, frames and HTML; nothing in them can steer what shows them."""

from __future__ import annotations

import json

from kg.analyse.figures import Figures, figures

from .graphs import HOSTILE

FOUND = figures("Central", ("entity", "share"), [(("Ann", 0.5), ["c1"]), (("Bo", 0.25), ["c2", "c3"])])


def test_rows_by_column() -> None:
    assert list(FOUND) == [{"entity": "Ann", "share": 0.5}, {"entity": "Bo", "share": 0.25}]
    assert len(FOUND.top(1)) == 1
    assert FOUND.without("share").columns == ("entity",)


def test_as_text() -> None:
    assert str(FOUND).splitlines() == ["Central", "entity share", "Ann    0.5000", "Bo     0.2500"]
    many = Figures("Many", ("n",), tuple((n,) for n in range(30)), ((),) * 30)
    assert str(many).endswith("… and 10 more")


def test_as_json_with_claims() -> None:
    assert json.loads(FOUND.to_json())[1] == {"entity": "Bo", "share": 0.25, "claims_behind": ["c2", "c3"]}


def test_as_a_frame() -> None:
    frame = FOUND.frame()
    assert list(frame.columns) == ["entity", "share", "claims behind"]
    assert frame["share"].sum() == 0.75
    assert frame["claims behind"][1] == ("c2", "c3")


def test_hostile_names_are_neutral() -> None:
    found = figures("<b>", ("entity",), [((HOSTILE,), [])])
    assert "\x1b" not in str(found)
    assert "\u202e" not in str(found)
    assert found.to_csv().splitlines()[1].lstrip('"').startswith("'=")
    assert "<b>" not in found._repr_html_()
