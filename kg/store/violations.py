"""The report of a validation: what is wrong, in which article, with which claim; for people and as SHACL has it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kg.store import vocabulary as v
from kg.store.graph_store import GraphStore

Term = ox.NamedNode | ox.BlankNode | ox.Literal
SH = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True)
class Violation:
    """A result of a SHACL validation: `focus` is not as `shape` says, because of `value` at `path` where these tell.

    `shape`, `component` and `path` are IRIs; `component` is SHACL's name of the kind of constraint.
    """

    focus: Term
    message: str
    shape: str
    component: str
    path: str | None = None
    value: Term | None = None

    def order(self) -> tuple[str, ...]:
        """What reports are sorted by."""
        return self.shape, self.message, str(self.focus), self.path or "", str(self.value or "")


@dataclass(frozen=True, slots=True)
class Found:
    """A violation with the article (its id) and the words of the claim or thing that it is about."""

    violation: Violation
    article: str | None
    about: str
    quote: str | None


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """All violations in a graph of so many triples and articles."""

    triples: int
    articles: int
    found: tuple[Found, ...]

    @classmethod
    def of(cls, store: GraphStore, violations: Iterable[Violation]) -> ValidationReport:
        """The report of some violations, each with what the store knows of it."""
        articles = sum(1 for _ in store.quads.quads_for_pattern(None, v.TYPE, v.ARTICLE))
        seen = _Sight(store)
        return cls(len(store.quads), articles, tuple(seen.found(violation) for violation in violations))

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong."""
        return not self.found

    def kinds(self) -> Counter[str]:
        """How often each message stands in the report."""
        return Counter(found.violation.message for found in self.found)

    def text(self, *, limit: int | None = None) -> str:
        """The report in words, kind by kind, of each the first `limit`."""
        count = f"{self.articles} articles, {self.triples} triples"
        if self.conforms:
            return f"Conforms: True ({count})\n"
        kinds: dict[str, list[Found]] = defaultdict(list)
        for found in self.found:
            kinds[found.violation.message].append(found)
        concerned = len({found.article for found in self.found if found.article})
        wrong = f"{len(self.found)} violations of {len(kinds)} kinds in {concerned} articles"
        lines = [f"Conforms: False ({count})", wrong]
        for message, row in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
            lines += ["", f"{len(row)} × {message}"]
            for found in row[:limit]:
                lines.extend(_lines(found))
            if limit is not None and len(row) > limit:
                lines.append(f"  … and {len(row) - limit} more")
        return "\n".join(lines) + "\n"

    def as_json(self) -> dict[str, Any]:
        """The report as plain data."""
        return {
            "conforms": self.conforms,
            "articles": self.articles,
            "triples": self.triples,
            "kinds": dict(sorted(self.kinds().items())),
            "violations": [_plain(found) for found in self.found],
        }

    def as_turtle(self) -> str:
        """The report as a `sh:ValidationReport` (SHACL, section 3.6) in Turtle."""
        prefixes = {"sh": SH, "xsd": v.PREFIXES["xsd"]}
        written = ox.serialize(self._triples(), format=ox.RdfFormat.TURTLE, prefixes=prefixes)
        return (written or b"").decode()

    def _triples(self) -> Iterator[ox.Triple]:
        report = ox.BlankNode("report")
        yield ox.Triple(report, v.TYPE, _sh("ValidationReport"))
        yield ox.Triple(report, _sh("conforms"), ox.Literal(self.conforms))
        for number, found in enumerate(self.found):
            result, violation = ox.BlankNode(f"result{number}"), found.violation
            yield ox.Triple(report, _sh("result"), result)
            yield ox.Triple(result, v.TYPE, _sh("ValidationResult"))
            yield ox.Triple(result, _sh("resultSeverity"), _sh("Violation"))
            yield ox.Triple(result, _sh("focusNode"), violation.focus)
            yield ox.Triple(result, _sh("resultMessage"), ox.Literal(violation.message))
            yield ox.Triple(result, _sh("sourceShape"), ox.NamedNode(violation.shape))
            yield ox.Triple(result, _sh("sourceConstraintComponent"), ox.NamedNode(violation.component))
            if violation.path:
                yield ox.Triple(result, _sh("resultPath"), ox.NamedNode(violation.path))
            if violation.value is not None:
                yield ox.Triple(result, _sh("value"), violation.value)


class _Sight:
    """What a store tells of the nodes of a report."""

    def __init__(self, store: GraphStore) -> None:
        self.quads = store.quads

    def found(self, violation: Violation) -> Found:
        focus = violation.focus
        if isinstance(focus, ox.Literal):
            return Found(violation, None, focus.value, None)
        graphs = sorted(str(quad.graph_name).strip("<>") for quad in self.quads.quads_for_pattern(focus, None, None))
        article = self.one(ox.NamedNode(graphs[0]), v.IDENTIFIER) if graphs else None
        target = self.one(focus, v.TARGET)
        quote = self.quote(target) if isinstance(target, ox.NamedNode) else None
        return Found(violation, article.value if article else None, self.about(focus), quote)

    def one(self, subject: Any, predicate: ox.NamedNode) -> Term | None:
        values: Iterator[Any] = (quad.object for quad in self.quads.quads_for_pattern(subject, predicate, None))
        return min(values, key=str, default=None)

    def about(self, node: Term) -> str:
        """The words of a claim as subject · relation · object, and of anything else its name."""
        parts = [self.one(node, predicate) for predicate in (v.SUBJECT, v.PREDICATE, v.OBJECT)]
        if any(part is not None for part in parts):
            return " · ".join("–" if part is None else self.name(part) for part in parts)
        return self.name(node)

    def name(self, term: Term) -> str:
        label = None if isinstance(term, ox.Literal) else self.one(term, v.LABEL)
        return " ".join(label.value.split()) if label is not None else _short(term)

    def quote(self, target: ox.NamedNode) -> str | None:
        selectors: Iterator[Any] = (quad.object for quad in self.quads.quads_for_pattern(target, v.SELECTOR, None))
        for selector in selectors:
            words = self.one(selector, v.EXACT)
            if words is not None:
                return " ".join(words.value.split())
        return None


def _lines(found: Found) -> Iterator[str]:
    violation = found.violation
    article = " ".join((found.article or "").split())
    yield f"  article {article}: {found.about}" if article else f"  {found.about}"
    if isinstance(violation.value, ox.Literal | ox.NamedNode):
        at = f" at {_short(ox.NamedNode(violation.path))}" if violation.path else ""
        yield f"      value{at}: {_short(violation.value)}"
    if found.quote:
        yield f"      “{found.quote}”"
    yield f"      {violation.focus}"


def _plain(found: Found) -> dict[str, str | None]:
    violation = found.violation
    return {
        "message": violation.message,
        "article": found.article,
        "about": found.about,
        "quote": found.quote,
        "focus": violation.focus.value,
        "path": violation.path,
        "value": violation.value.value if violation.value is not None else None,
        "shape": violation.shape,
        "component": violation.component,
    }


def _short(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        for prefix, namespace in v.PREFIXES.items():
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value[len(namespace) :]}"
        return term.value
    if isinstance(term, ox.Literal) and term.datatype.value.endswith("#string"):
        return f"“{' '.join(term.value.split())}”"
    return str(term)


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(SH + name)
