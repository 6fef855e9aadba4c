"""Prepared questions: the `.rq` files of this package, each with its title, what it tells, and its parameters."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from kg.errors import QueryError


@dataclass(frozen=True, slots=True)
class Question:
    """A prepared question; `parameters` are the names that it takes, all of them optional."""

    name: str
    title: str
    about: str
    parameters: tuple[str, ...]
    text: str


@cache
def questions() -> tuple[Question, ...]:
    """All prepared questions in order of their names."""
    files = (resources.files(__package__) / "questions").iterdir()
    texts = {file.name.removesuffix(".rq"): file.read_text("utf-8") for file in files if file.name.endswith(".rq")}
    return tuple(_question(name, texts[name]) for name in sorted(texts))


def prepared(name: str) -> Question:
    """The question of that name.

    Raises:
        QueryError: there is none; the nearest names are suggested.
    """
    known = {question.name: question for question in questions()}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "kg query DIR lists them"
    raise QueryError(f"no prepared question {name!r}: {hint}")


def _question(name: str, text: str) -> Question:
    header: dict[str, list[str]] = {"title": [], "about": [], "parameter": []}
    for line in text.splitlines():
        key, _, value = line.removeprefix("# ").partition(": ")
        if line.startswith("# ") and key in header:
            header[key].append(value)
    title = " ".join(header["title"]) or name
    return Question(name, title, " ".join(header["about"]), tuple(header["parameter"]), text)
