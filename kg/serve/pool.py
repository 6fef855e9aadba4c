"""Child processes that answer; each is killed when a query takes too long, and replaced.

Oxigraph cannot be interrupted and can be brought down by a query, so no query runs in the server's own process. The
children are forked from a process that has everything loaded, which takes them a few hundredths of a second.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import queue
import threading
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kg.serve.limits import Limits
from kg.serve.worker import work

Answer = tuple[int, dict[str, str], bytes]


class Child:
    """A process with an open snapshot."""

    def __init__(self, context: Any, folder: Path, base: str, limits: Limits) -> None:
        self.connection, theirs = context.Pipe()
        arguments = (theirs, str(folder), base, limits.rows, limits.answer, limits.memory)
        self.process = context.Process(target=work, args=arguments, daemon=True)
        self.process.start()
        theirs.close()

    def send(self, request: bytes) -> None:
        """Hand it a request."""
        connection: Connection[bytes, bytes] = self.connection
        connection.send_bytes(request)

    def answers_within(self, seconds: float) -> bool:
        """Whether it answers by then, or has ended."""
        return bool(self.connection.poll(max(0.0, seconds)))

    def receive(self) -> Answer:
        """What it answered."""
        head = json.loads(self.connection.recv_bytes())
        return int(head["status"]), dict(head["headers"]), self.connection.recv_bytes()

    def step_back(self) -> None:
        """Let others have the processor first, where the system knows of such a thing."""
        if hasattr(os, "setpriority") and self.process.pid:
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self.process.pid, 19)

    def kill(self) -> None:
        """End it, whatever it does."""
        self.process.kill()
        self.process.join()
        self.connection.close()


class Pool:
    """`workers` children that stand ready, and a few more while some are busy with slow queries."""

    def __init__(self, folder: Path, base: str, limits: Limits) -> None:
        self.folder, self.base, self.limits = folder, base, limits
        methods = multiprocessing.get_all_start_methods()
        self.context: Any = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:
            self.context.set_forkserver_preload(["kg.serve.worker"])
        self.idle: queue.LifoQueue[Child] = queue.LifoQueue()
        self.slow = threading.Semaphore(limits.slow)
        self.children: set[Child] = set()
        self.lock = threading.Lock()
        self.closed = False
        for _ in range(limits.workers):
            self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all children."""
        with self.lock:
            self.closed = True
            children, self.children = self.children, set()
        for child in children:
            child.kill()

    def ask(self, request: dict[str, Any]) -> Answer:
        """The status, headers and body that a child gives; blocks until then, or until a limit is met.

        Answers 503 where all are busy, 504 where the deadline has passed, 500 where the child broke down.
        """
        try:
            child = self.idle.get(timeout=self.limits.waiting)
        except queue.Empty:
            return failure(503, "all workers are busy, try again later")
        started = time.monotonic()
        try:
            child.send(json.dumps(request).encode())
            if child.answers_within(self.limits.quick):
                answer = child.receive()
                self.idle.put(child)
                return answer
        except (EOFError, OSError):
            return self._broken(child)
        return self._await(child, started)

    def _await(self, child: Child, started: float) -> Answer:
        """A slow query: goes on beside a new child that takes its place, or is ended where too many do so already."""
        if not self.slow.acquire(blocking=False):
            self._replace(child)
            return failure(503, "too many slow queries at once, try again later")
        try:
            self._start()
            child.step_back()
            if child.answers_within(self.limits.deadline - (time.monotonic() - started)):
                answer = child.receive()
            else:
                answer = failure(504, f"the query took longer than {self.limits.deadline:g} seconds")
        except (EOFError, OSError):
            answer = failure(500, BROKEN)
        finally:
            self._end(child)
            self.slow.release()
        return answer

    def _broken(self, child: Child) -> Answer:
        self._replace(child)
        return failure(500, BROKEN)

    def _replace(self, child: Child) -> None:
        self._end(child)
        self._start()

    def _end(self, child: Child) -> None:
        with self.lock:
            mine = child in self.children
            self.children.discard(child)
        if mine:
            child.kill()

    def _start(self) -> None:
        with self.lock:
            if self.closed:
                return
            child = Child(self.context, self.folder, self.base, self.limits)
            self.children.add(child)
        self.idle.put(child)


BROKEN = "the query broke the process that ran it, by its memory or its depth; it was replaced"


def failure(status: int, why: str) -> Answer:
    """A refusal of one clear line."""
    headers = {"content-type": "text/plain; charset=utf-8"}
    if status == 503:
        headers["retry-after"] = "2"
    return status, headers, f"{why}\n".encode("utf-8", "replace")
