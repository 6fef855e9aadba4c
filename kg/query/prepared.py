"""Prepared questions: the `.rq` files of this package, and the lists of claims that `claims.toml` tells apart.

A question is SPARQL that any editor reads. In a line with `$_name` the variable becomes the term that the parameter
`name` was given; where it was not given, the line is left out. (Oxigraph plans a query around its terms; its own
substitutions come after planning and reach projected variables only.)

What keeps an answer fast in a large graph, seen with `oxigraph query --explain --stats`: what nearly all claims have,
such as `kgo:Affirmed`, stands in a FILTER, because the engine takes a pattern with an object for a rare one and begins
there; an OPTIONAL holds one pattern, because it is looked up for each row only then; few patterns stand before the
OPTIONALs, because the engine reads whole predicates where it expects many rows; and labels stay in their own graph,
because each article that names a thing states one.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from kg.errors import QueryError
from kg.query.parameters import ABOUT, Parameter

COMMON = "entity other source since until relation event article limit"
USED = re.compile(r"\$_(\w+)")


@dataclass(frozen=True, slots=True)
class Question:
    """A prepared question with the parameters that it takes, and the values of those that are not given."""

    name: str
    title: str
    about: str
    parameters: tuple[Parameter, ...]
    text: str
    defaults: tuple[tuple[str, str], ...] = ()

    def asked(self, terms: Mapping[str, str]) -> str:
        """The query with these parameters, each an RDF term in SPARQL's own spelling.

        Raises:
            QueryError: a parameter that the question does not take, or the lack of one that it needs.
        """
        known = [p.name for p in self.parameters]
        unknown = sorted(set(terms) - set(known))
        if unknown:
            takes = f"it takes {', '.join(known)}" if known else "it takes none"
            raise QueryError(f"{self.name} has no parameter {', '.join(unknown)}: {takes}")
        lacking = [p for p in self.parameters if p.needed and p.name not in terms]
        if lacking:
            raise QueryError(f"{self.name} needs {' and '.join(f'--{p.name} ({p.about})' for p in lacking)}")
        return "\n".join(_lines(self.text, terms))


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
    hint = f"did you mean {' or '.join(near)}?" if near else "kg query DIR lists them"
    raise QueryError(f"no prepared question {name!r}: {hint}")


def _lines(text: str, terms: Mapping[str, str]) -> Iterator[str]:
    for line in text.splitlines():
        used = USED.findall(line)
        if line.startswith("#") or not all(name in terms for name in used):
            continue
        yield USED.sub(lambda found: terms[found[1]], line)


@cache
def _all() -> dict[str, Question]:
    folder = resources.files(__package__)
    files = (file for file in folder.joinpath("questions").iterdir() if file.name.endswith(".rq"))
    made = [_question(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in files]
    skeleton = folder.joinpath("claims.rq").read_text("utf-8")
    for name, told in tomllib.loads(folder.joinpath("claims.toml").read_text("utf-8")).items():
        made.append(_list(name, told, skeleton))
    return {question.name: question for question in sorted(made, key=lambda q: q.name)}


def _question(name: str, text: str) -> Question:
    """The question that a file asks; its header lines say `# title: …`, `# about: …`, `# takes: entity! since`."""
    header: dict[str, list[str]] = {"title": [], "about": [], "takes": []}
    for line in text.splitlines():
        key, _, value = line.removeprefix("# ").partition(": ")
        if line.startswith("# ") and key in header:
            header[key].append(value)
    return Question(name, " ".join(header["title"]), " ".join(header["about"]), _parameters(*header["takes"]), text)


def _parameters(*takes: str) -> tuple[Parameter, ...]:
    names = " ".join((*takes, "limit")).split()
    return tuple(
        {n.rstrip("!"): Parameter(n.rstrip("!"), ABOUT[n.rstrip("!")], n.endswith("!")) for n in names}.values()
    )


def _list(name: str, told: Mapping[str, Any], skeleton: str) -> Question:
    """A list of claims: the skeleton, narrowed to relations, PLOVER types, polarity and modality."""
    needed = told.get("needs", [])
    takes = " ".join(f"{p}!" if p in needed else p for p in (*COMMON.split(), *told.get("takes", [])))
    text = skeleton.replace("  # narrowed\n", "".join(f"    {line}\n" for line in _narrowing(told)))
    if "order" in told:
        text = text.replace("ORDER BY ", f"ORDER BY {told['order']} ")
    defaults = tuple(told.get("defaults", {}).items())
    return Question(name, told["title"], told["about"], _parameters(takes), text, defaults)


def _narrowing(told: Mapping[str, Any]) -> Iterator[str]:
    if "relations" in told:
        yield _among("?predicate", told["relations"])
    else:
        yield "FILTER(?predicate != kgo:relatedTo)"
    if "events" in told:
        yield f"?claim kgo:eventType ?type . {_among('?type', told['events'])}"
    for key, variable in (("polarity", "?p"), ("modality", "?m")):
        if key in told:
            yield f"FILTER({variable} IN ({', '.join(f'kgo:{value}' for value in told[key])}))"
    yield from told.get("patterns", [])


def _among(variable: str, names: list[str]) -> str:
    return f"VALUES {variable} {{ {' '.join(f'kgo:{name}' for name in names)} }}"
