from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from .reading import read_article, read_bytes

PARAGRAPHS = [
    f"Paragraph {n}: the French president met his American counterpart in Washington, officials said." for n in range(5)
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
PAGE = f"""<!doctype html><html><head><title>Summit in Paris | The Daily</title>
<meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2015-11-14T10:00:00Z">
<link rel="canonical" href="https://daily.example/a/1"></head>
<body><nav><a href="/">Home page of it all</a></nav><article><h1>Summit in Paris</h1>{BODY}</article>
<div id="comments"><p>A reader's comment on it</p></div><footer>© 2019 Daily</footer></body></html>"""


def page(body: str, head: str = "") -> bytes:
    return f"<html><head><title>T</title>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.html.gz", "unknown", "a.php"])
def test_page(name: str, tmp_path: Path) -> None:
    data = gzip.compress(PAGE.encode()) if name.endswith("gz") else PAGE.encode()
    article = read_article(tmp_path, name, data)
    assert article.text == "\n\n".join(["Summit in Paris", *PARAGRAPHS])
    assert article.title == "Summit in Paris"
    assert article.published == date(2015, 11, 14)
    assert article.publisher == "The Daily"
    assert article.url == "https://daily.example/a/1"


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta property="article:published_time" content="2015-11-14">', "", date(2015, 11, 14)),
        ("", '<time datetime="2015-11-14">x</time>', date(2015, 11, 14)),
        ('<meta property="article:published_time" content="2099-01-01">', "", None),
        ("", "<p>On 3 May 2012 it happened.</p><footer>© 2019 Daily</footer>", None),
    ],
)
def test_day_of_publication(head: str, body: str, published: date | None, tmp_path: Path) -> None:
    article = read_article(tmp_path, "a.html", page(f"<article>{body}{BODY}</article>", head))
    assert article.published == published


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Obama met Hollande.</p>", "Obama met Hollande."),
        ("Just words without a tag of their own.", "Just words without a tag of their own."),
        ("<nav>Menu</nav><p>Obama <b>met</b> <a href='/h'>Hollande</a>.</p>", "Obama met Hollande."),
        ("One <b>met</b> two.<br><br>Three <i>met</i> four.", "Three met four."),
        (f"<article>{BODY}<p>wrapped\n   text</p></article>", "wrapped text"),
        (f"<article>{BODY}<ul><li>item one</li></ul></article>", "item one"),
        (
            f"<article>{BODY}<p>&lt;script&gt;alert(1)&lt;/script&gt;</p></article>",
            "<script>alert(1)</script>",
        ),
        (f"<article>{BODY}<p>a &#xD800; &#0; b</p></article>", "a \ufffd \ufffd b"),
    ],
)
def test_last_paragraph(body: str, text: str, tmp_path: Path) -> None:
    assert read_article(tmp_path, "a.html", page(body)).text.split("\n\n")[-1] == text


def test_fragment_is_a_page(tmp_path: Path) -> None:
    assert read_article(tmp_path, "a.html", b"<p>Obama met Hollande.</p>").text == "Obama met Hollande."


@pytest.mark.parametrize("url", ["javascript:alert(1)", "/relative", ""])
def test_address_must_be_of_the_web(url: str, tmp_path: Path) -> None:
    article = read_article(tmp_path, "a.html", page(BODY, f'<link rel="canonical" href="{url}">'))
    assert article.url is None


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="iso-8859-2">', "iso-8859-2"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ("", "utf-16"),
    ],
)
def test_declared_encoding(declaration: str, encoding: str, tmp_path: Path) -> None:
    data = f"<html><head>{declaration}</head><body><p>Lech Wałęsa met him.</p></body></html>".encode(encoding)
    assert read_article(tmp_path, "a.html", data).text == "Lech Wałęsa met him."


def test_xml_declaration_does_no_harm(tmp_path: Path) -> None:
    data = b'<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>Fran\xe7ois met him.</p></body></html>'
    assert read_article(tmp_path, "a.xhtml", data).text == "François met him."


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no text"),
        (b" \n", "no text"),
        (page("<script>var text = 'a long enough text in a script only'</script>"), "no article found"),
        (page("<noscript>Please enable JavaScript.</noscript><script>1</script>"), "no article found"),
        (page("<!-- nothing --><style>a{}</style>"), "no article found"),
    ],
)
def test_pages_without_article(data: bytes, why: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    items, errors = read_bytes(tmp_path, "a.html", data)
    assert items == []
    assert [error[: len(f"a.html: {why}")] for error in errors] == [f"a.html: {why}"]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("tag", ["div", "span", "p", "table", "ul", "b"])
def test_deep_nesting_never_crashes(tag: str, tmp_path: Path) -> None:
    body = f"<{tag}>" * 20_000 + BODY + f"</{tag}>" * 20_000
    items, errors = read_bytes(tmp_path, "a.html", page(body))
    assert len(items) + len(errors) == 1
