from __future__ import annotations

import pytest

from kg.read.formats import FORMATS, named, sniffed


@pytest.mark.parametrize(
    ("filename", "format_", "stem"),
    [
        ("a.txt", "text", "a"),
        ("a.b.md", "markdown", "a.b"),
        ("A.HTML", "html", "A"),
        ("a.htm.gz", "html", "a"),
        ("a.jsonl.GZ", "jsonl", "a"),
        ("folder/a.ndjson", "jsonl", "a"),
        ("a.json", "json", "a"),
        ("a.rss", "feed", "a"),
        ("a.atom.gz", "feed", "a"),
        ("a.XML", "feed", "a"),
        ("a.rdf", "feed", "a"),
        ("a.warc", "warc", "a"),
        ("a.warc.gz", "warc", "a"),
        ("a.png", None, "a"),
        ("a.gz", None, "a"),
        ("a.tar.gz", None, "a"),
        ("README", None, "README"),
        (".txt", None, ".txt"),
    ],
)
def test_named(filename: str, format_: str | None, stem: str) -> None:
    found, rest = named(filename)
    assert (found.name if found else None, rest) == (format_, stem)


def test_no_ending_stands_for_two_formats() -> None:
    suffixes = [suffix for format_ in FORMATS for suffix in format_.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize(
    ("head", "format_"),
    [
        ("", "text"),
        ("PARIS (AFP) - Obama met Hollande.", "text"),
        ("[UPDATE] Obama met Hollande.", "text"),
        ("{sic} he said", "text"),
        ("<Obama> he said", "text"),
        ("<pre-recorded> words", "text"),
        ("  <!DOCTYPE html><html>", "html"),
        ("<?xml version='1.0'?><html>", "html"),
        ("<!-- page --><html>", "html"),
        ("<p>Obama</p>", "html"),
        ("<?xml version='1.0'?><!DOCTYPE html><html>", "html"),
        ("<rss version='2.0'>", "feed"),
        ("<?xml version='1.0'?>\n<?xml-stylesheet href='a'?><!-- news --><feed xmlns='x'>", "feed"),
        ("<!DOCTYPE rss [<!ENTITY a '>'>]><rss>", "feed"),
        ("<rdf:RDF xmlns='x'>", "feed"),
        ("<?xml version='1.0'?><urlset>", "feed"),
        ("<!---->" * 300 + "<x", "html"),
        ("Rss feeds are old.", "text"),
        ('{"text": "x"}\n{"text": "y"}', "jsonl"),
        (' \r\n{"text": "x"}', "jsonl"),
        ('{"text": "' + "x" * 5000, "jsonl"),
        ('{"text": NaN,,}\n{"text": "y"}', "jsonl"),
        ("{}", "jsonl"),
        ('{\n  "text": "x"\n}', "json"),
        ('{ "id": 1,\n  "text": "x"\n}', "json"),
        ('[{"text": "x"}]', "json"),
        ('[\n  {\n    "text": "x"', "json"),
        ("[]", "json"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_sniffed(head: str, format_: str, encoding: str) -> None:
    assert sniffed(head.encode(encoding)).name == format_


def test_archives_of_the_web_begin_with_their_version() -> None:
    assert sniffed(b"WARC/1.1\r\nWARC-Type: warcinfo\r\n").name == "warc"


def test_binary_is_left_to_the_reader_to_refuse() -> None:
    assert sniffed(b"\x89PNG\r\n\x1a\n").name == "text"
