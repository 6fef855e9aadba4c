"""Prepared questions as methods; answers as rows and as frames."""

from __future__ import annotations

import builtins
import inspect
from typing import Any

import pytest

from kg.errors import QueryError
from kg.query import Ask, query, questions, to_pandas
from kg.query.prepared import prepared
from kg.store import GraphStore

from ..store.extractions import extraction


@pytest.fixture(scope="module")
def store() -> GraphStore:
    made = GraphStore.open(None)
    made.add(extraction())
    return made


def test_every_question_is_a_documented_method(store: GraphStore) -> None:
    ask = Ask(store)
    for question in questions():
        method = getattr(ask, question.name.replace("-", "_"))
        assert question.title in (method.__doc__ or "")
        assert method.__name__ in dir(ask)
        needed = {p.name for p in inspect.signature(method).parameters.values() if p.default is p.empty}
        assert needed == {p.name for p in question.parameters if p.needed}
    with pytest.raises(AttributeError, match="did you mean timeline"):
        _ = ask.timelin


def test_rows_and_frames_agree(store: GraphStore) -> None:
    answer = Ask(store).who_met_whom(entity="Barack Obama", since="2015-11")
    (row,) = answer
    assert (str(row.subject), str(row.source)) == ("François Hollande", "Lisa Monaco")
    frame = answer.to_pandas()
    assert list(frame.columns) == answer.columns
    assert frame.loc[0, "confidence"] == 0.87
    assert frame.loc[0, "time"] == "2015-11-13"
    assert len(answer) == len(frame) == 1
    assert "1 rows" in repr(answer)
    assert Ask(store).timeline(entity="Lisa Monaco").to_pandas().empty
    assert Ask(store).relations().to_pandas()["claims"].sum() > 5


def test_frames_say_what_they_lack(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    known = builtins.__import__

    def without_pandas(name: str, *rest: Any, **more: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return known(name, *rest, **more)

    with pytest.raises(QueryError, match="no rows"):
        to_pandas(query(store, "ASK { ?s ?p ?o }"))
    monkeypatch.setattr(builtins, "__import__", without_pandas)
    with pytest.raises(QueryError, match="pip install"):
        Ask(store).timeline().to_pandas()


def test_terms_are_put_in_once() -> None:
    text = prepared("between").asked({"entity": '"$_other"', "other": "<urn:x>"})
    assert text.count('"$_other"') == 1
