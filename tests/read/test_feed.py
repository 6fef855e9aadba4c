from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Article
from kg.read import read

from .reading import read_article, read_bytes

SPACES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
ENTRY = """<item><title>Summit in Paris</title><link>https://daily.example/a/1</link>
<pubDate>Fri, 13 Nov 2015 23:30:00 -0500</pubDate><description>They met.</description>
<content:encoded><![CDATA[<p>Angela Merkel met Emmanuel Macron.</p><p>They spoke of trade.</p>]]></content:encoded>
</item>"""


def rss(entries: str, head: str = "<title>The Daily</title><link>https://daily.example/</link>") -> bytes:
    return f'<?xml version="1.0"?>\n<rss version="2.0" {SPACES}><channel>{head}{entries}</channel></rss>'.encode()


def atom(entry: str, title: str = "The Daily") -> bytes:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{title}</title><entry>{entry}</entry></feed>'.encode()


def rdf(entry: str) -> bytes:
    spaces = f'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {SPACES}'
    return f"""<rdf:RDF {spaces}>
<channel><title>The Daily</title></channel>{entry}</rdf:RDF>""".encode()


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "a.atom.gz", "unknown", "a.php"])
def test_entry(name: str, tmp_path: Path) -> None:
    article = read_article(tmp_path, name, gzip.compress(rss(ENTRY)) if name.endswith("gz") else rss(ENTRY))
    assert article == Article(
        id="summit-in-paris-88f40701",
        text="Angela Merkel met Emmanuel Macron.\n\nThey spoke of trade.",
        title="Summit in Paris",
        url="https://daily.example/a/1",
        published=date(2015, 11, 13),
        publisher="The Daily",
    )


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("<description>They met.</description>", "They met."),
        ("<description>&lt;p&gt;They &lt;b&gt;met&lt;/b&gt;.&lt;/p&gt;</description>", "They met."),
        ("<description>AT&amp;amp;T met them.</description>", "AT&T met them."),
        ("<description>They&nbsp;met&eacute;, &amp;eacute;.</description>", "They meté, é."),
        ("<description>a&#xD800;b&#0;c&#99999999999999;d&#233;&#x1F600;</description>", "a\ufffdb\ufffdc\ufffddé😀"),
        ("<description>short</description><content:encoded>the whole of it</content:encoded>", "the whole of it"),
        (
            "<description>They met.</description><content:encoded>&lt;img src='a'&gt;</content:encoded>",
            "They met.",
        ),
        ("<description>He said.&lt;script&gt;alert(1)&lt;/script&gt;</description>", "He said."),
        ("<description><![CDATA[<p>They <a href='/a'>met</a>.</p>After it.]]></description>", "They met.\n\nAfter it."),
        ("<description>One.&lt;br&gt;&lt;br&gt;Two.</description>", "One.\n\nTwo."),
    ],
)
def test_text(entry: str, text: str, tmp_path: Path) -> None:
    assert read_article(tmp_path, "a.rss", rss(f"<item><title>T</title>{entry}</item>")).text == text


def test_lists_and_quotes_of_a_long_entry(tmp_path: Path) -> None:
    body = "".join(
        f"<p>Paragraph {n}: the ministers met in Geneva again, officials said on Friday.</p>" for n in range(4)
    )
    body += '<ul><li>one item</li></ul><blockquote><p>"We will go," he said.</p></blockquote>'
    entry = f"<item><title>T</title><description><![CDATA[{body}]]></description></item>"
    assert read_article(tmp_path, "a.rss", rss(entry)).text.split("\n\n")[-2:] == ["one item", '"We will go," he said.']


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>5 &lt; 6.</p></div></content>', "5 < 6."),
        ('<content type="html">&lt;p&gt;5 &amp;lt; 6.&lt;/p&gt;</content>', "5 < 6."),
        ('<content type="text">5 &lt; 6.</content>', "5 < 6."),
        ('<summary>5 &lt; 6.</summary><content src="https://daily.example/a/1"/>', "5 < 6."),
    ],
)
def test_text_of_atom(entry: str, text: str, tmp_path: Path) -> None:
    assert read_article(tmp_path, "a.atom", atom(f"<title>T</title>{entry}")).text == text


@pytest.mark.parametrize(
    ("data", "published"),
    [
        (
            rss("<item><pubDate>Fri, 13 Nov 2015 23:30:00 EST</pubDate><description>x</description></item>"),
            "2015-11-13",
        ),
        (rss("<item><pubDate>13 Nov 2015</pubDate><description>x</description></item>"), "2015-11-13"),
        (rss("<item><pubDate>some day</pubDate><description>x</description></item>"), None),
        (rss("<item><pubDate>Fri, 13 Nov 2099 23:30:00 EST</pubDate><description>x</description></item>"), None),
        (rdf("<item><dc:date>2015-11-13T23:30:00-05:00</dc:date><description>x</description></item>"), "2015-11-13"),
        (atom("<updated>2015-11-15T00:00:00Z</updated><summary>x</summary>"), "2015-11-15"),
        (
            atom(
                "<updated>2015-11-15T00:00:00Z</updated>"
                "<published>2015-11-13T23:30:00-05:00</published><summary>x</summary>"
            ),
            "2015-11-13",
        ),
    ],
)
def test_day_of_publication_is_that_of_its_place(data: bytes, published: str | None, tmp_path: Path) -> None:
    day = read_article(tmp_path, "a.xml", data).published
    assert (day.isoformat() if day else None) == published


@pytest.mark.parametrize(
    ("data", "fields"),
    [
        (rss("<item><title>A &amp;amp; B</title><description>x</description></item>"), ("A & B", None, "The Daily")),
        (
            rss("<item><link>/a/1</link><description>x</description></item>"),
            (None, "https://daily.example/a/1", "The Daily"),
        ),
        (rss("<item><link>http://[a</link><description>x</description></item>"), (None, None, "The Daily")),
        (rss("<item><link>javascript:alert(1)</link><description>x</description></item>"), (None, None, "The Daily")),
        (
            rss("<item><source url='https://wire.example/'>The Wire</source><description>x</description></item>"),
            (None, None, "The Wire"),
        ),
        (rss("<item><description>x</description></item>", head=""), (None, None, None)),
        (
            atom('<title type="html">&lt;i&gt;T&lt;/i&gt;</title><link rel="self" href="https://b.example/"/>'
                 '<link href="https://a.example/"/><summary>x</summary><source><title>The Wire</title></source>'),
            ("T", "https://a.example/", "The Wire"),
        ),
    ],
)  # fmt: skip
def test_title_address_and_publisher(data: bytes, fields: tuple[str | None, ...], tmp_path: Path) -> None:
    article = read_article(tmp_path, "a.xml", data)
    assert (article.title, article.url, article.publisher) == fields


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<?xml version="1.0" encoding="iso-8859-2"?>', "iso-8859-2"),
        ('<?xml version="1.0" encoding="iso-8859-1"?>', "utf-8"),
        ('<?xml version="1.0" encoding="utf-16"?>', "utf-16"),
        ("", "cp1252"),
        ("\n\n", "utf-8"),
    ],
)
def test_encoding(declaration: str, encoding: str, tmp_path: Path) -> None:
    name = "Müller" if encoding == "cp1252" else "Wałęsa" if encoding != "iso-8859-1" else "François"
    data = (
        declaration
        + f"<rss version='2.0'><channel><item><description>{name} spoke.</description></item></channel></rss>"
    )
    assert read_article(tmp_path, "a.rss", data.encode(encoding)).text == f"{name} spoke."


def test_articles_and_errors_come_in_order(tmp_path: Path) -> None:
    items, errors = read_bytes(tmp_path, "a.rss", rss(ENTRY + "<item><title>Nothing more</title></item>" + ENTRY))
    assert (len(items), errors) == (2, ["a.rss entry 2: no text"])


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "a.xml: no text"),
        (b"hello", "a.xml: no feed"),
        (b"<?xml version='1.0'?><urlset/>", "a.xml: no feed but <urlset>"),
        (b'<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', "a.xml: no feed but <r:RDF>"),
        (b"%PDF-1.4", "a.xml: a PDF, not text"),
        (rss(""), "a.xml: no entries in this feed"),
    ],
)
def test_no_feed_is_one_error(data: bytes, error: str, tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.xml", data) == ([], [error])


def test_broken_feed_is_read_as_far_as_it_can_be(tmp_path: Path) -> None:
    items, errors = read_bytes(
        tmp_path, "a.rss", rss(ENTRY + "<item><title>A & B</title><description>x</description></item>")
    )
    assert len(items) == 2
    assert errors == ["a.rss: not well-formed XML (line 5: not well-formed (invalid token)); what can be read is read"]


def test_entities_of_its_own_stay_as_they_are_written(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE rss [<!ENTITY l0 "lol">{levels}<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    body = "<rss version='2.0'><channel><item><description>&x; said &l11;.</description></item></channel></rss>"
    items, _ = read_bytes(tmp_path, "a.rss", (doctype + body).encode())
    (article,) = items
    assert isinstance(article, Article)
    assert article.text == "&x; said &l11;."


@pytest.mark.parametrize(
    "entry", ["<a>" * 5_000, "<description>" + "&lt;div&gt;" * 20_000, "<![CDATA[" * 1000, "<!--" * 1000]
)
def test_hostile_entries_never_crash(entry: str, tmp_path: Path) -> None:
    items, errors = read_bytes(tmp_path, "a.rss", rss(ENTRY + f"<item>{entry}</item>"))
    assert len(items) >= 1
    assert errors


def test_a_feed_never_names_a_file_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """feedparser opens what bytes name; a document that is a path must stay a document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other.rss").write_bytes(rss(ENTRY))
    assert read_bytes(tmp_path, "a.rss", b"other.rss") == ([], ["a.rss: no feed"])


def test_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.feed.MAX_CHARACTERS", 300)
    (tmp_path / "a.rss").write_bytes(rss(ENTRY))
    with pytest.raises(InputError, match="300 are the most"):
        list(read([tmp_path / "a.rss"]))
