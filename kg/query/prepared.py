"""Prepared questions: the `.rq` files of this package, and the lists of claims that `claims.toml` tells apart.

A question is SPARQL that any editor reads. In a line with `$_name` the variable becomes the term that the parameter
`name` was given; where it was not given, the line is left out. Two spaces and `# ` begin a comment in a line. (Oxigraph
plans a query around its terms; its own substitutions come after planning and reach projected variables only.)

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
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from kg.errors import QueryError
from kg.query.first import BEGIN, Keys
from kg.query.parameters import ABOUT, Parameter

COMMON = "entity other source since until relation event article limit"
USED = re.compile(r"\$_(\w+)")
FIRST = ".first"
WHOLE = "# whole"
"""Marks a line that keys make superfluous (`kg.query.first`)."""
LOOKED_UP = re.compile(r"OPTIONAL \{ (GRAPH .*) \}(?=  # of those)")
"""What a key looks up for each claim; where nearly all claims may be meant, it is read at one go instead."""
NAMED = "FILTER(?predicate != kgo:relatedTo)"
"""Keeps claims of which the ontology names the relation."""


@dataclass(frozen=True, slots=True)
class Question:
    """A prepared question with the parameters that it takes, and the values of those that are not given."""

    name: str
    title: str
    about: str
    parameters: tuple[Parameter, ...]
    text: str
    defaults: tuple[tuple[str, str], ...] = ()
    keys: Keys | None = None

    def asked(self, terms: Mapping[str, str], *, first: str | None = None) -> str:
        """The query with these parameters, each an RDF term in SPARQL's own spelling.

        Args:
            first: what it is narrowed to (`kg.query.first`), where it is not asked for all rows.

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
        return "\n".join(_lines(self.text, terms if first is None else {**terms, "first": first}))

    def keys_asked(self, terms: Mapping[str, str]) -> Callable[[str | None], str] | None:
        """The query for keys with these parameters, where there is one that takes them, for all or those of one key."""
        keys = self.keys
        if keys is None or not set(terms) <= {"limit", *USED.findall(keys.text)}:
            return None
        return lambda tied: "\n".join(_lines(keys.text, terms if tied is None else {**terms, "tied": tied}))


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
        if line.startswith("#") or not all(name in terms for name in used) or ("first" in terms and WHOLE in line):
            continue
        yield USED.sub(lambda found: terms[found[1]], line.partition("  # ")[0])


@cache
def _all() -> dict[str, Question]:
    folder = resources.files(__package__)
    files = (file for file in folder.joinpath("questions").iterdir() if file.name.endswith(".rq"))
    texts = {file.name.removesuffix(".rq"): file.read_text("utf-8") for file in files}
    made = [_question(name, text, texts.get(name + FIRST)) for name, text in texts.items() if not name.endswith(FIRST)]
    skeleton, first = (folder.joinpath(f"claims{ending}.rq").read_text("utf-8") for ending in ("", FIRST))
    for name, told in tomllib.loads(folder.joinpath("claims.toml").read_text("utf-8")).items():
        made.append(_list(name, told, skeleton, first))
    return {question.name: question for question in sorted(made, key=lambda q: q.name)}


def _question(name: str, text: str, first: str | None) -> Question:
    """The question that a file asks; its header lines say `# title: …`, `# about: …`, `# takes: entity! since`."""
    told = _header(text)
    title, about = (" ".join(told.get(key, ())) for key in ("title", "about"))
    return Question(name, title, about, _parameters(*told.get("takes", ())), text, keys=_keys(first) if first else None)


def _keys(text: str) -> Keys:
    """The query for keys that a file holds (`kg.query.first`)."""
    told = {key: " ".join(values) for key, values in _header(text).items()}
    narrows = tuple(name.removeprefix("?") for name in told["narrows"].split())
    bounds, _, above = told.get("bounds", "").partition(", ")
    return Keys(text, narrows, bounds or None, bool(above), int(told.get("begin", BEGIN)))


def _header(text: str) -> dict[str, list[str]]:
    header: dict[str, list[str]] = {}
    for line in text.splitlines():
        key, colon, value = line.removeprefix("# ").partition(": ")
        if line.startswith("# ") and colon:
            header.setdefault(key, []).append(value)
    return header


def _parameters(*takes: str) -> tuple[Parameter, ...]:
    names = " ".join((*takes, "limit")).split()
    return tuple(
        {n.rstrip("!"): Parameter(n.rstrip("!"), ABOUT[n.rstrip("!")], n.endswith("!")) for n in names}.values()
    )


def _list(name: str, told: Mapping[str, Any], skeleton: str, first: str) -> Question:
    """A list of claims: the skeleton, narrowed to relations, PLOVER types, polarity and modality."""
    needed = told.get("needs", [])
    takes = " ".join(f"{p}!" if p in needed else p for p in (*COMMON.split(), *told.get("takes", [])))
    text = skeleton.replace("  # narrowed\n", "".join(f"    {line}\n" for line in _narrowing(told)))
    keys = first.replace("  # narrowed\n", "".join(f"        {line}\n" for line in _key_narrowing(told)))
    if "order" in told:
        text, keys = (t.replace("ORDER BY ", f"ORDER BY {told['order']} ") for t in (text, keys))
        keys = keys.replace("?document ?when", f"?document {told['order']} ?when")
    if not told.keys() & {"events", "relations", "patterns"}:
        keys = LOOKED_UP.sub(r"{ SELECT * WHERE { \1 } }", keys)
    defaults = tuple(told.get("defaults", {}).items())
    return Question(name, told["title"], told["about"], _parameters(takes), text, defaults, _keys(keys))


def _narrowing(told: Mapping[str, Any]) -> Iterator[str]:
    if "relations" in told:
        yield f"{_among('?predicate', told['relations'])}  {WHOLE}"
    else:
        yield NAMED
    if "events" in told:
        yield f"?claim kgo:eventType ?type . {_among('?type', told['events'])}  {WHOLE}"
    for key, variable in (("polarity", "?p"), ("modality", "?m")):
        if key in told:
            yield f"FILTER({variable} IN ({', '.join(f'kgo:{value}' for value in told[key])}))"
    yield from told.get("patterns", [])


def _key_narrowing(told: Mapping[str, Any]) -> Iterator[str]:
    """What is few and found by itself; what holds of most claims is left to the list."""
    if "events" in told:
        yield f"{_among('?type', told['events'])} ?claim kgo:eventType ?type ."
    elif "relations" in told:
        yield f"{_among('?predicate', told['relations'])} ?claim rdf:predicate ?predicate ."
    else:
        yield from told.get("keys", told.get("patterns", [f"?claim rdf:predicate ?predicate . {NAMED}"]))


def _among(variable: str, names: list[str]) -> str:
    return f"VALUES {variable} {{ {' '.join(f'kgo:{name}' for name in names)} }}"
