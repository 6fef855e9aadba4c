"""Fifty hostile requests while eight clients keep asking: each is refused or answered, nobody else notices."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from kg.serve.pool import Pool

FORM = {"content-type": "application/x-www-form-urlencoded"}
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SLOW = (
    CROSS,
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY RAND() LIMIT 1",
    "SELECT (SHA512(GROUP_CONCAT(?c)) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?c), STR(?f), STR(?i))) < 0) }",
    "SELECT DISTINCT ?c ?f ?i ?l { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?c LIMIT 2",
)
BAD = (
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } } } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { S\\u0045RVICE ?x { ?s ?p ?o } }",
    "# nothing\rSELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
    "SELECT * FROM NAMED <http://127.0.0.1:9/> { GRAPH ?g { ?s ?p ?o } }",
    "DESCRIBE * FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
    "LOAD <http://127.0.0.1:9/>",
    "LOAD SILENT <file:///etc/passwd> INTO GRAPH <x:x>",
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "DROP ALL",
    "CLEAR DEFAULT",
    "SELECT * { ?s ?p ?o } ; DROP ALL",
    "SELECT * { " + "{" * 4000 + "}" * 4000 + " }",
    "SELECT * { FILTER(" + "(" * 4500 + "1" + ")" * 4500 + ") }",
    "SELECT * { FILTER(" + "!" * 9000 + "true) }",
    "SELECT * { ?s " + "(" * 4000 + "<x:x>" + ")" * 4000 + " ?o }",
    "SELECT * { ?s " + "^" * 9000 + "<x:x> ?o }",
    "SELECT * { FILTER(1" + "+1" * 4900 + " > 2) }",
    "SELECT * { ?s ?p ?o OPTIONAL " + "{ ?s ?p ?o OPTIONAL " * 300 + "}" * 300 + " }",
    "SELECT * { ?s <x:y" + "/<x:y>" * 1500 + "> ?o }",
    "SELECT ?x" + " ?x" * 3000,
    "\x00",
    "",
    "SELECT * { ?s ?p '\\uD800' }",
    "SELECT * { ?s ?p '" + "x" * 40_000 + "' }",
    "PREFIX a: <" + "b" * 9000 + "> ASK { a:a a:a a:a }",
)
CLEVER = (
    'SELECT ?l { ?s rdfs:label ?l FILTER(REGEX(CONCAT(?l, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"), "^(a+)+$")) }',
    'SELECT (REPLACE("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a|aa)+$", "b") AS ?x) {}',
    'SELECT * { ?s rdfs:label ?l FILTER(REGEX(?l, "((((a{1,99}){1,99}){1,99}){1,99}){1,99}")) }',
    "SELECT * { ?s (!<x:x>)* ?o }",
    "SELECT * { ?s ?p ?o FILTER(<http://e.org/f>(?o)) }",
    "DESCRIBE ?s { ?s ?p ?o }",
    "CONSTRUCT { ?s ?p ?o . ?o ?p ?s } WHERE { ?s ?p ?o }",
)
TWICE = "query=ASK%7B%7D&query=ASK%7B%7D"
OPEN = ("query=", "a=b", "update=DROP%20ALL", TWICE, "query=%ff%fe", "&" * 2000, "query=" + "x" * 70_000)


def requests() -> list[tuple[str, bytes, dict[str, str]]]:
    """Method, body and headers of each."""
    direct = {"content-type": "application/sparql-query"}
    made = [("POST", query.encode("utf-8", "surrogatepass"), direct) for query in (*SLOW, *BAD, *CLEVER)]
    made += [("POST", body.encode(), FORM) for body in OPEN]
    made += [("POST", b"\xff" * 100, direct), ("DELETE", b"", {}), ("PUT", b"x", direct), ("PATCH", b"x", direct)]
    return made


ANSWERED = {200, 400, 403, 405, 413, 415, 422, 500, 503, 504}


def resident(pool: Pool) -> int:
    """Bytes of memory that this process and the children take."""
    processes = [os.getpid(), *(child.process.pid or 0 for child in set(pool.children))]
    pages = 0
    for process in processes:
        path = Path(f"/proc/{process}/statm")
        if path.exists():
            pages += int(path.read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.fixture
def friends(address: str) -> Iterator[list[object]]:
    """What went wrong for eight clients that ask all the while."""
    stop, wrong, counts = threading.Event(), [], [0] * 8

    def ask(number: int) -> None:
        with httpx.Client(base_url=address, timeout=120, trust_env=False) as client:
            while not stop.is_set():
                answer = client.get("/sparql", params={"query": "SELECT ?b { kgr:francois-hollande kgo:metWith ?b }"})
                if answer.status_code != 200 or b"barack-obama" not in answer.content:
                    wrong.append((answer.status_code, answer.text))
                counts[number] += 1

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    yield wrong
    stop.set()
    for thread in threads:
        thread.join()
    assert min(counts) >= 3, counts
    assert not wrong, wrong[:3]


def test_fifty_hostile_requests(address: str, pool: Pool, friends: list[object]) -> None:
    hostile = requests()
    assert len(hostile) >= 50
    before = resident(pool)

    def send(request: tuple[str, bytes, dict[str, str]]) -> tuple[int, str]:
        method, body, headers = request
        with httpx.Client(timeout=120, trust_env=False) as client:
            answer = client.request(method, f"{address}/sparql", content=body, headers=headers)
        return answer.status_code, answer.text

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(send, hostile))
    assert {status for status, _ in answers} <= ANSWERED
    assert all(len(text.splitlines()) == 1 for status, text in answers if status != 200)
    direct = [status for (_, _, headers), (status, _) in zip(hostile, answers, strict=True)][5 : 5 + len(BAD)]
    assert set(direct) <= {400, 413, 503, 504}, dict(zip(BAD, direct, strict=True))
    assert not friends, friends[:3]
    assert len(pool.children) <= pool.limits.workers + pool.limits.slow
    settled = resident(pool)
    assert settled < before + 300_000_000
    for request in hostile[len(SLOW) :] * 2:
        send(request)
    assert resident(pool) < settled + 60_000_000


ELSEWHERE = (
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
    "SELECT * { BIND(<%s> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { { SELECT * { { ?a ?b ?c } UNION { SERVICE <%s> { ?s ?p ?o } } } } }",
    "SELECT * { ?s ?p ?o MINUS { SERVICE <%s> { ?s ?p ?o } } }",
    "SELECT * { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { SERVICE <%s> { ?s ?p ?o } } } }",
    "SELECT (EXISTS { SERVICE <%s> { ?s ?p ?o } } AS ?x) {}",
    "CONSTRUCT WHERE { SERVICE <%s> { ?s ?p ?o } }",
    "ASK { \\u0053ervice <%s> { ?s ?p ?o } }",
    "SELECT * FROM <%s> { ?s ?p ?o }",
    "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
    "CONSTRUCT { ?s ?p ?o } FROM <%s> WHERE { ?s ?p ?o }",
    "ASK FROM <%s> { ?s ?p ?o }",
    "LOAD <%s>",
    "LOAD SILENT <%s> INTO GRAPH <x:x>",
)


def test_nothing_is_asked_of_anybody_else(address: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as elsewhere, httpx.Client(timeout=60, trust_env=False) as client:
        elsewhere.setblocking(False)
        target = f"http://127.0.0.1:{elsewhere.getsockname()[1]}/data"
        for text in ELSEWHERE:
            query = text % target
            assert client.get(f"{address}/sparql", params={"query": query}).status_code == 400, query
            assert client.post(f"{address}/sparql", data={"update": query}).status_code == 403, query
        client.get(f"{address}/sparql", params={"query": "ASK {}", "default-graph-uri": target})
        client.get(f"{address}/ask/known-as", params={"entity": target})
        assert (
            client.get(f"{address}/sparql", params={"query": f"ASK {{ <{target}> ?p 'SERVICE' }}"}).status_code == 200
        )
        with pytest.raises(BlockingIOError):
            elsewhere.accept()


@pytest.mark.parametrize(
    "raw",
    [
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 104857600\r\n\r\n",
        b"GET /sparql?query=" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 200_000 + b"\r\n\r\n",
        b"\x16\x03\x01 nonsense\r\n\r\n",
        b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET //evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    ],
)
def test_raw_requests_are_refused(address: str, raw: bytes) -> None:
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=60) as connection:
        try:
            connection.sendall(raw)
            first = connection.recv(4096).split(b"\r\n")[0]
        except ConnectionError:
            return
    assert first.split()[1] in (b"400", b"404", b"413", b"431")
