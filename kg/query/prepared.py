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


def questions() -> list[Question]:
    """All prepared questions in order of their names."""
    return list(_all().values())


def prepared(name: str) -> Question:
    """The question of that name.

    Raises:
        QueryError: there is none; the nearest names are suggested.
    """
    known = _all()
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name.lower(), known, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"
    raise QueryError(f"no prepared question {name!r}: {hint}")


@cache
def _all() -> dict[str, Question]:
    folder = resources.files(__package__) / "questions"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".rq")), key=lambda file: file.name)
    made = (_question(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in files)
    return {question.name: question for question in made}


def _question(name: str, text: str) -> Question:
    """The question that a file asks; its header lines say `# title: …`, `# about: …`, `# parameter: name — …`."""
    header: dict[str, list[str]] = {"title": [], "about": [], "parameter": []}
    for line in text.splitlines():
        key, _, value = line.removeprefix("# ").partition(": ")
        if line.startswith("# ") and key in header:
            header[key].append(value)
    names = tuple(value.partition(" ")[0] for value in header["parameter"])
    return Question(name, " ".join(header["title"]), " ".join(header["about"]), names, text)
