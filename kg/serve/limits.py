"""How much a request may ask for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of an endpoint.

    Args:
        workers: processes that stand ready to answer.
        slow: processes more that may be busy at once with queries that take longer than `quick`.
        quick: seconds after which a query counts as slow.
        deadline: seconds after which a query is ended.
        waiting: seconds that a request waits for a free process.
        rows: most rows or triples of an answer.
        body: most bytes of a request's body.
        answer: most bytes of an answer.
        memory: bytes that a process may take beyond what it has when it starts.
    """

    workers: int = 2
    slow: int = 1
    quick: float = 1.0
    deadline: float = 10.0
    waiting: float = 20.0
    rows: int = 10_000
    body: int = 1_000_000
    answer: int = 50_000_000
    memory: int = 1_500_000_000
