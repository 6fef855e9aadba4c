from __future__ import annotations

from datetime import date

import pytest

from kg.errors import InputError
from kg.read import article as module
from kg.read.article import slug, to_article, to_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paris attacks", "paris-attacks"),
        ("000_96f4bb84", "000-96f4bb84"),
        ("Élysée: l'état", "elysee-l-etat"),
        ("../../etc/passwd", "etc-passwd"),
        ("\udcff\x1b[2J", "2j"),
        ("東京", "article"),
        ("", "article"),
        ("word " * 100, "word-" * 11 + "word"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2015-11-14", date(2015, 11, 14)),
        ("20151114", date(2015, 11, 14)),
        (" 2015-11-14 ", date(2015, 11, 14)),
        ("2015-11-14T10:00:00Z", date(2015, 11, 14)),
        ("2015-11-14 23:59", date(2015, 11, 14)),
        ("2015-11-14T23:30:00.5-05:00", date(2015, 11, 14)),
    ],
)
def test_dates(written: str, expected: date) -> None:
    assert to_date(written) == expected
    assert to_article("a", stem="a", text="x", published=written).published == expected


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("text", None, "no text"),
        ("text", "", "no text"),
        ("text", " \r\n\t\u00a0", "no text"),
        ("text", 5, '"text" must be a string, not a number'),
        ("text", ["a"], '"text" must be a string, not a list'),
        ("id", True, '"id" must be a string, not true or false'),
        ("id", "x" * 501, '"id" of 501 characters; 500 are the most'),
        ("title", {}, '"title" must be a string, not an object'),
        ("url", 1.5, '"url" must be a string, not a number'),
        ("publisher", [], '"publisher" must be a string, not a list'),
        ("published", 2015, '"published" must be a string, not a number'),
        ("published", "2015-02-30", "\"published\" is not an ISO date: '2015-02-30'"),
        ("published", "0000-01-01", "\"published\" is not an ISO date: '0000-01-01'"),
        ("published", "last Friday", "\"published\" is not an ISO date: 'last Friday'"),
        ("published", "\x1b[2J", "\"published\" is not an ISO date: '\\x1b[2J'"),
    ],
)
def test_bad_fields(field: str, value: object, why: str) -> None:
    fields = {"text": "x", field: value}
    with pytest.raises(InputError) as caught:
        to_article("here", stem="a", **fields)
    assert str(caught.value) == f"here: {why}"


def test_text_has_a_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CHARACTERS", 1000)
    assert to_article("a", stem="a", text="x" * 1000).text == "x" * 1000
    with pytest.raises(InputError, match="text of 1,001 characters; 1,000 are the most"):
        to_article("a", stem="a", text="x" * 1001)


def test_id_depends_on_stem_and_text_only() -> None:
    first = to_article("/here/a.txt", stem="Summit", text="Obama met Hollande.")
    again = to_article("/there/a.txt", stem="Summit", text="Obama met Hollande.", title="T")
    other = to_article("/here/a.txt", stem="Summit", text="Obama met Merkel.")
    assert first.id == again.id == "summit-6977a5fa"
    assert other.id.startswith("summit-")
    assert other.id != first.id


@pytest.mark.parametrize(("given", "expected"), [("a/b", "a/b"), (7, "7"), (1.5, "1.5"), (" a\nb ", "a b")])
def test_given_ids(given: object, expected: str) -> None:
    assert to_article("a", stem="a", text="x", id=given).id == expected


def test_blank_fields_are_none_and_lines_are_one() -> None:
    article = to_article("a", stem="a", text="x", id="", title="A\n B\x00", url=" ", publisher=None)
    assert (article.title, article.url, article.publisher) == ("A B\ufffd", None, None)
    assert article.id.startswith("a-")
