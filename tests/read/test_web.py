"""Addresses, against a server of our own on this machine: no test needs a network."""

from __future__ import annotations

import gzip
import json
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from kg.errors import InputError
from kg.model import Article
from kg.read import read, web

from .test_feed import ENTRY, rss
from .test_html import PAGE
from .test_warc import info, record

Answer = Callable[[BaseHTTPRequestHandler], None]


class _Handler(BaseHTTPRequestHandler):
    answers: dict[str, Answer]
    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["User-Agent"]))
        with suppress(OSError):
            self.answers[self.path](self)

    def log_message(self, *_: object) -> None:
        """Nothing on stderr."""


class Site:
    """A web site that gives what a test lays down."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str]] = []

    def lay(self, path: str, body: bytes, type_: str | None = "text/html", status: int = 200, **headers: str) -> str:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            given = {"Content-Type": type_, "Content-Length": str(len(body))}
            for name, value in {**given, **{key.replace("_", "-"): value for key, value in headers.items()}}.items():
                if value is not None:
                    handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(body)

        return self.do(path, answer)

    def do(self, path: str, answer: Answer) -> str:
        self.answers[path] = answer
        return self.address + path


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with _serving() as server:
        found = Site(f"http://127.0.0.1:{server.server_port}")
        _Handler.answers, _Handler.asked = found.answers, found.asked
        yield found


@contextmanager
def _serving() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server
        server.shutdown()


def got(url: str) -> tuple[list[Article], list[str]]:
    errors: list[InputError] = []
    items = [item for item in read([url], on_error=errors.append) if isinstance(item, Article)]
    assert all(error.source.startswith(url) for error in errors)
    return items, [error.why for error in errors]


ROWS = b'{"text": "One."}\n{"text": "Two."}\n'


@pytest.mark.parametrize(
    ("path", "body", "type_", "texts"),
    [
        ("/a", PAGE.encode(), "text/html", 1),
        ("/a.jsonl", PAGE.encode(), "text/html; charset=utf-8", 1),
        ("/a", rss(ENTRY), "application/rss+xml", 1),
        ("/a", rss(ENTRY), "text/xml", 1),
        ("/a", PAGE.encode(), "application/xml", 1),
        ("/a", ROWS, "application/x-ndjson", 2),
        ("/a", json.dumps([{"text": "One."}, {"text": "Two."}]).encode(), "application/json", 2),
        ("/a.jsonl?b=c", ROWS, "text/plain", 2),
        ("/a.jsonl.gz", gzip.compress(ROWS), "application/gzip", 2),
        ("/a.md", b"# One\n\nTwo *met*.", "text/plain", 1),
        ("/a", b"One met Two.", "text/plain", 1),
        ("/a", b"<p>One met Two.</p>", "text/plain", 1),
        ("/a", ROWS, None, 2),
        ("/a", ROWS, "application/octet-stream", 2),
        ("/a", info() + record(1) + record(2), "application/warc", 2),
        ("/a.warc.gz", info(pack=True) + record(1, pack=True) + record(2, pack=True), "application/octet-stream", 2),
    ],
)
def test_content_type_decides_and_where_it_is_vague_the_ending(
    path: str, body: bytes, type_: str | None, texts: int, site: Site
) -> None:
    items, errors = got(site.lay(path, body, type_))
    assert (len(items), errors) == (texts, [])


def test_a_page_is_where_it_says_or_else_where_it_was_found(site: Site) -> None:
    (article,), _ = got(site.lay("/2015/summit.html?a=b", PAGE.encode()))
    assert (article.url, article.id[:7]) == ("https://daily.example/a/1", "summit-")
    plain = site.lay("/plain", b"One met Two.", "text/plain")
    site.lay("/moved", b"", status=302, Location="/plain")
    assert [item.url for item in got(site.address + "/moved")[0]] == [plain]
    assert [item.url for item in got(site.lay("/rows.jsonl", ROWS, "text/plain"))[0]] == [None, None]


def test_it_says_who_asks_once_and_follows_no_link(site: Site) -> None:
    entry = ENTRY.replace("https://daily.example", site.address)
    (article,), _ = got(site.lay("/feed", rss(entry), "application/rss+xml"))
    assert article.url == f"{site.address}/a/1"
    assert [path for path, _ in site.asked] == ["/feed"]
    assert site.asked[0][1].startswith("newskg ")


@pytest.mark.parametrize("encoding", ["iso-8859-2", "utf-8", "utf-16"])
def test_encoding_is_the_one_that_the_server_says(encoding: str, site: Site) -> None:
    for path, text, type_ in (("/a", "<p>Wałęsa met him.</p>", "text/html"), ("/b", "Wałęsa met him.", "text/plain")):
        (article,), _ = got(site.lay(path, text.encode(encoding), f"{type_}; charset={encoding}"))
        assert article.text == "Wałęsa met him."


@pytest.mark.parametrize("charset", ["nonsense", "iso-8859-1", "ascii"])
def test_a_wrong_encoding_does_no_harm(charset: str, site: Site) -> None:
    (article,), _ = got(site.lay("/a", "Wałęsa met him.".encode(), f"text/plain; charset={charset}"))
    assert article.text == "Wałęsa met him."


def test_compressed_on_the_way(site: Site) -> None:
    (article,), _ = got(site.lay("/a", gzip.compress(b"One met Two."), "text/plain", Content_Encoding="gzip"))
    assert article.text == "One met Two."


def _silent(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(2)


def _dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.end_headers()
    _drip(handler)


def _dripping_header(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
    _drip(handler)


def _drip(handler: BaseHTTPRequestHandler) -> None:
    for _ in range(60):
        handler.wfile.write(b"a")
        time.sleep(0.1)


def _endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.end_headers()
    while True:
        handler.wfile.write(b"a" * 100_000)


def _nonsense(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH\r\n")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (_silent, "the server stopped answering"),
        (_dripping, "not there after 1 seconds"),
        (_dripping_header, "not there after 1 seconds"),
        (_endless, "larger than 2 MB: save it and name the file"),
        (_nonsense, "the connection broke off"),
    ],
)
def test_servers_that_never_end(answer: Answer, why: str, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "ALL_SECONDS", 1.0)
    monkeypatch.setattr(web, "SILENT_SECONDS", 0.5)
    monkeypatch.setattr(web, "MAX_BYTES", 2_000_000)
    assert got(site.do("/a", answer)) == ([], [why])


@pytest.mark.parametrize(
    ("body", "type_", "status", "headers", "why"),
    [
        (b"", "text/html", 404, {}, "the server answers 404 Not Found"),
        (b"", "text/html", 204, {}, "the server answers 204 No Content"),
        (b"x", "image/png", 200, {}, "image/png is nothing that can be read"),
        (b"%PDF-1.4", "application/octet-stream", 200, {}, "a PDF, not text"),
        (b"", "text/plain", 200, {}, "no text"),
        (b"<script>1</script>", "text/html", 200, {}, "no article found in this page"),
        (b"x", "text/plain", 200, {"Content_Length": "100"}, "the connection broke off"),
        (gzip.compress(b"One met Two.")[:12] + b"x" * 9, "text/plain", 200, {"Content_Encoding": "gzip"},
         "its compression is damaged"),
        (gzip.compress(bytes(9_000_000)), "text/plain", 200, {"Content_Encoding": "gzip"},
         "larger than 2 MB: save it and name the file"),
        (b"", "text/html", 302, {"Location": "/a"}, "too many redirects"),
        (b"", "text/html", 302, {"Location": "file:///etc/hostname"}, "it leads to no address that can be fetched"),
        (b"", "text/html", 302, {"Location": "gopher://a.example/"}, "it leads to no address that can be fetched"),
    ],
)  # fmt: skip
def test_each_failure_is_one_line(
    body: bytes,
    type_: str,
    status: int,
    headers: dict[str, str],
    why: str,
    site: Site,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(web, "MAX_BYTES", 2_000_000)
    assert got(site.lay("/a", body, type_, status, **headers)) == ([], [why])
    assert len(site.asked) <= web.MAX_REDIRECTS + 1
    assert capfd.readouterr() == ("", "")


def test_servers_that_are_not_there(site: Site) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert got(f"http://127.0.0.1:{closed.getsockname()[1]}/") == ([], ["the server cannot be reached"])
    assert got("http://nowhere.invalid/") == ([], ["no such host"])
    secure = site.address.replace("http", "https")
    (why,) = got(secure)[1]
    assert why.startswith("no secure connection (")


def test_the_rest_goes_on(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One met Two.")
    errors: list[InputError] = []
    missing = site.lay("/missing", b"", status=500)
    inputs = [missing, tmp_path / "a.txt", site.lay("/there", b"Three met Four.", "text/plain")]
    assert [item.text for item in read(inputs, on_error=errors.append) if isinstance(item, Article)] == [
        "One met Two.",
        "Three met Four.",
    ]
    assert [str(error) for error in errors] == [f"{missing}: the server answers 500 Internal Server Error"]


def test_certificates_are_checked() -> None:
    context = web.trusted()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.cert_store_stats()["x509_ca"] > 50


def test_a_proxy_that_the_environment_names_is_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.do("http://a.example/b", lambda handler: site.answers["/b"](handler))
    site.lay("/b", b"One met Two.", "text/plain")
    monkeypatch.setenv("http_proxy", site.address)
    monkeypatch.setenv("no_proxy", "")
    assert [item.url for item in got("http://a.example/b")[0]] == ["http://a.example/b"]
