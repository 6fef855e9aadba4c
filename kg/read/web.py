"""Addresses of the web: fetched where a user names one; nothing else in `kg` goes online."""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from io import BytesIO
from pathlib import PurePosixPath
from queue import Empty, SimpleQueue
from tempfile import SpooledTemporaryFile
from threading import Thread
from typing import IO, Any, TypeVar
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from kg.errors import InputError
from kg.read.decode import decode
from kg.read.formats import FEED, HTML, JSON, JSONL, MARKDOWN, TEXT, WARC, Format, Opened, named
from kg.read.stream import MAX_BYTES

AGENT = "newskg (reads news into a knowledge graph; fetches only what its user names)"
MAX_REDIRECTS = 5
CONNECT_SECONDS, SILENT_SECONDS, ALL_SECONDS = 10.0, 30.0, 300.0
"""How long a server may take to be reached, to say something more, and altogether."""
_IN_MEMORY = 1 << 24
_BLOCK = 1 << 16
_GZIP = b"\x1f\x8b"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)
_TYPES = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "application/rss+xml": FEED,
    "application/atom+xml": FEED,
    "application/rdf+xml": FEED,
    "text/markdown": MARKDOWN,
    "application/json": JSON,
    "application/jsonl": JSONL,
    "application/jsonlines": JSONL,
    "application/x-jsonlines": JSONL,
    "application/ndjson": JSONL,
    "application/x-ndjson": JSONL,
    "application/warc": WARC,
}
_XML = ("application/xml", "text/xml")
# What servers say of a file when they know no better: there its ending tells more.
_VAGUE = ("text/plain", "application/octet-stream", "binary/octet-stream", "application/gzip", "application/x-gzip")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a server says that it sent, and where that was in the end."""

    format: Format | None
    charset: str | None
    url: str


def is_address(text: str) -> bool:
    """Whether the text is an address and no path: a scheme and two slashes.

    >>> is_address("https://example.org/a"), is_address("news/a.txt")
    (True, False)
    """
    return bool(_ADDRESS.match(text))


def why_refused(url: str) -> str | None:
    """Why an address is not even tried, or None."""
    try:
        parts = urlsplit(url)
        if parts.scheme.lower() not in ("http", "https"):
            return "only http and https addresses are fetched"
        if parts.username is not None or parts.password is not None:
            return "an address with a user name or password is not fetched"
        return None if parts.hostname and parts.port != 0 else "an address without a host"
    except ValueError:
        return "not a whole address"


def stem_of(url: str) -> str:
    """What ids are made from: the last part of the path without endings, or the host.

    >>> stem_of("https://example.org/2015/summit.html?a=b"), stem_of("https://example.org/")
    ('summit', 'example.org')
    """
    parts = urlsplit(url)
    last = PurePosixPath(unquote(parts.path)).name
    return named(last)[1] if last else parts.hostname or "article"


@contextmanager
def fetched(url: str) -> Iterator[Opened]:
    """What is at the address: its bytes, the format that the server says, and the address after redirects.

    Raises:
        InputError: naming the address; it cannot be had, or is nothing that can be read.
    """
    with SpooledTemporaryFile(_IN_MEMORY) as body:
        answer = _within(ALL_SECONDS, url, lambda: _got(url, body))
        body.seek(0)
        yield Opened(_in_utf8(body, answer, url), answer.format, answer.url)


def _got(url: str, body: IO[bytes]) -> _Answer:
    """What the server says of itself and of what it sent, which is in the body then."""
    from urllib3.exceptions import HTTPError

    from kg.read.refusals import why_not_fetched

    try:
        with _pool(url) as pool, closing(_asked(pool, url)) as response:
            answer = _answer(response, url)
            _copy(response, body, url)
    except (HTTPError, OSError, ValueError) as error:
        raise InputError(url, why_not_fetched(error)) from None
    return answer


def _answer(response: Any, url: str) -> _Answer:
    if response.status != 200:
        raise InputError(url, f"the server answers {response.status} {response.reason or ''}".rstrip())
    type_ = Message()
    type_["Content-Type"] = response.headers.get("Content-Type") or "application/octet-stream"
    found = url
    for step in response.retries.history:
        found = urljoin(found, step.redirect_location or "")
    return _Answer(_format(type_.get_content_type(), found, url), type_.get_content_charset(), found)


def _pool(url: str) -> Any:
    """urllib3's way to the host, by the proxy that the environment names, if any."""
    from urllib3 import PoolManager, ProxyManager

    parts = urlsplit(url)
    proxy = None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme.lower())
    return ProxyManager(proxy, ssl_context=trusted()) if proxy else PoolManager(ssl_context=trusted())


def _asked(pool: Any, url: str) -> Any:
    """The response to a GET, its body still to be read."""
    from urllib3 import Retry, Timeout

    return pool.request(
        "GET",
        url,
        headers={"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"},
        preload_content=False,
        timeout=Timeout(connect=CONNECT_SECONDS, read=SILENT_SECONDS),
        retries=Retry(total=None, connect=0, read=0, status=0, other=0, redirect=MAX_REDIRECTS),
    )


def trusted() -> ssl.SSLContext:
    """What certificates are held against: the authorities of this machine and of certifi."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _copy(response: Any, body: IO[bytes], url: str) -> None:
    size = 0
    while block := response.read1(_BLOCK, decode_content=True):
        size += len(block)
        if size > MAX_BYTES:
            raise InputError(url, f"larger than {MAX_BYTES // 1_000_000} MB: save it and name the file")
        body.write(block)


def _format(type_: str, found: str, url: str) -> Format | None:
    """The format of a content type; None to look at the first bytes.

    Raises:
        InputError: nothing that can be read.
    """
    if type_ in _TYPES:
        return _TYPES[type_]
    if type_ in _XML:
        return None
    if type_ in _VAGUE:
        by_ending = named(urlsplit(found).path)[0]
        return by_ending or (TEXT if type_ == "text/plain" else None)
    raise InputError(url, f"{type_[:60]} is nothing that can be read")


def _in_utf8(body: Any, answer: _Answer, url: str) -> Any:
    """The bytes; of text that came with an encoding, in UTF-8."""
    head = body.read(len(_GZIP))
    body.seek(0)
    if answer.charset is None or answer.format is WARC or head == _GZIP:
        return body
    return BytesIO(decode(body.read(), url, declared=answer.charset).encode())


def _within(seconds: float, url: str, work: Callable[[], T]) -> T:
    """What the work returns or raises; where it takes longer it is left to itself."""
    outcomes: SimpleQueue[T | BaseException] = SimpleQueue()

    def run() -> None:
        try:
            outcomes.put(work())
        except BaseException as error:
            outcomes.put(error)

    Thread(target=run, daemon=True).start()
    try:
        outcome = outcomes.get(timeout=seconds)
    except Empty:
        raise InputError(url, f"not there after {seconds:.0f} seconds") from None
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome
