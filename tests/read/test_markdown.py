from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from .reading import read_article, read_bytes


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("One.\n\nTwo\nwrapped.", "One.\n\nTwo wrapped."),
        ("One.  \nTwo.", "One.\nTwo."),
        ("# Head *line*\n\nOne.", "Head line\n\nOne."),
        ("Head\n====\nOne.", "Head\n\nOne."),
        ("**Obama** _met_ [Hollande](https://example.org 'x'), `he` said.", "Obama met Hollande, he said."),
        ("AT&amp;T &lt;script&gt; \\*", "AT&T <script> *"),
        ("* one\n  * two\n1. three", "one\n\ntwo\n\nthree"),
        ("> quoted\n> words\n\nOne.", "quoted words\n\nOne."),
        ("![Obama in Paris. PHOTO: AFP](x.jpg)\n\nOne.", "Obama in Paris. PHOTO: AFP\n\nOne."),
        ("    indented prose", "indented prose"),
        ("```\nfenced words\n```", "fenced words"),
        ("| a | b |\n|---|---|\n| c | *d* |", "a\tb\n\nc\td"),
        ("One <b>bold</b> word.<br>", "One bold word."),
        ("<div>One <i>two</i><script>x()</script></div>\n\nThree", "One two\n\nThree"),
        ("<!-- hidden -->\n\nOne.", "One."),
        ("One.\r\n\r\nTwo.\r\n", "One.\n\nTwo."),
        ("One.\n\n---\n\nTwo.", "One.\n\nTwo."),
        ("---\n\nOne.", "One."),
        ("---\nOnly prose here\n---\nOne.", "Only prose here\n\nOne."),
        ("“Quoted”, 3 * 4 * 5, snake_case_word", "“Quoted”, 3 * 4 * 5, snake_case_word"),
    ],
)
def test_text_is_the_rendered_text(markdown: str, text: str, tmp_path: Path) -> None:
    assert read_article(tmp_path, "a.md", markdown.encode()).text == text


def test_front_matter_is_read_and_left_out(tmp_path: Path) -> None:
    front = (
        '---\ntitle: "Paris: a summit"\ndate: 2015-11-14T23:30:00-05:00\nsource: AFP\n'
        "url: https://example.org/a\ntags: [a, b]\n---\n\nOne.\n"
    )
    for name, data in (("a.md", front.encode()), ("a.markdown.gz", gzip.compress(front.encode()))):
        article = read_article(tmp_path, name, data)
        assert article.text == "One."
        assert article.title == "Paris: a summit"
        assert article.published == date(2015, 11, 14)
        assert article.publisher == "AFP"
        assert article.url == "https://example.org/a"
        assert article.id.startswith("a-")


@pytest.mark.parametrize(
    ("front", "field", "value"),
    [
        ("published: 2015-11-14", "published", date(2015, 11, 14)),
        ("Publisher: AFP", "publisher", "AFP"),
        ("id: summit-1", "id", "summit-1"),
        ("title: 2015", "title", "2015"),
        ("title: null", "title", None),
        ("url:", "url", None),
        ("title: yes", "title", "yes"),
    ],
)
def test_fields_of_front_matter(front: str, field: str, value: object, tmp_path: Path) -> None:
    article = read_article(tmp_path, "a.md", f"---\r\n{front}\r\n---\r\nOne.".encode())
    assert getattr(article, field) == value


def test_first_heading_is_the_title_when_none_is_given(tmp_path: Path) -> None:
    assert read_article(tmp_path, "a.md", b"# A *summit*\n\nOne.").title == "A summit"
    assert read_article(tmp_path, "a.md", b"One.\n\n# A summit").title is None
    assert read_article(tmp_path, "a.md", b"---\ntitle: B\n---\n# A\n\nOne.").title == "B"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no text"),
        (b"---\ntitle: A\n---\n", "no text"),
        (b"[a]: https://example.org", "no text"),
        (
            b"---\ntitle: A: b\n---\nOne.",
            "front matter is not YAML (line 2); put values with a colon in quotation marks",
        ),
        (
            b"---\ntitle: A\ntitle: B\n---\nOne.",
            "front matter is not YAML (line 3); put values with a colon in quotation marks",
        ),
        (
            b"---\ntitle: " + b"[" * 5000 + b"\n---\nOne.",
            "front matter is not YAML; put values with a colon in quotation marks",
        ),
        (b"---\ntitle: [a, b]\n---\nOne.", '"title" must be a string, not a list'),
        (b"---\ndate: yesterday\n---\nOne.", "\"published\" is not an ISO date: 'yesterday'"),
    ],
)
def test_bad_markdown(data: bytes, why: str, tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.md", data) == ([], [f"a.md: {why}"])


@pytest.mark.parametrize("piece", ["[", "*a **a ", "<div ", "<!--", "![](", "- ", "> "])
def test_hostile_nesting_ends(piece: str, tmp_path: Path) -> None:
    items, errors = read_bytes(tmp_path, "a.md", piece.encode() * 10_000 + b"\n\nObama met Hollande.")
    assert len(items) + len(errors) == 1
