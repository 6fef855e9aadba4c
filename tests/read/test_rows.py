from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Article
from kg.read.decode import cleaned
from kg.read.rows import parse, to_item, why_not_json


@given(st.text(st.characters(), min_size=1).filter(lambda text: not text.isspace()))
def test_any_text_comes_through_json(text: str) -> None:
    item = to_item(parse(json.dumps({"text": text})), "a")
    assert isinstance(item, Article)
    assert len(item.text) == len(parse(json.dumps(text)))
    assert item.text == cleaned(parse(json.dumps(text)))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)
rows = st.dictionaries(
    st.sampled_from(["id", "title", "text", "url", "published", "publisher", "article", "claims", "mentions"]),
    values,
)


@given(values | rows)
def test_any_value_is_an_article_or_one_error(value: object) -> None:
    item = to_item(value, "here")
    assert isinstance(item, Article) or str(item).startswith("here: ")


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (json.JSONDecodeError("Expecting value", "ab", 1), "not JSON: Expecting value (column 2)"),
        (json.JSONDecodeError("Expecting value", "a\nb", 2), "not JSON: Expecting value (line 2, column 1)"),
        (RecursionError(), "not JSON: nested too deeply"),
        (ValueError(), "not JSON: a number is too long"),
    ],
)
def test_why_not_json(error: Exception, why: str) -> None:
    assert why_not_json(error) == why


def test_deep_values_are_refused() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    item = to_item({"text": "x", "n": deep}, "here")
    assert isinstance(item, InputError)
    assert item.why == "not JSON: nested too deeply"
