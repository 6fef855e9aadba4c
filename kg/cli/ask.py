"""Commands that ask: query, ontology."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import among, note, out, table
from kg.cli.options import Directory, OntologyFiles
from kg.errors import QueryError
from kg.graph import KnowledgeGraph
from kg.ontology import Ontology
from kg.query import questions
from kg.query.ask import NAME
from kg.query.parameters import ABOUT
from kg.query.table import shown, write_result

FORMATS = ("table", "csv", "json", "ttl")
RELATED = "kgo:relatedTo"
COUNTED = "SELECT ?relation (COUNT(DISTINCT ?claim) AS ?claims) { ?claim rdf:predicate ?relation } GROUP BY ?relation"
FIRST_ROWS = 100
"""So many rows a table for people has of a question about the whole graph."""


def _questions(incomplete: str) -> list[str]:
    return among(*(question.name for question in questions()))(incomplete)


Question = Annotated[
    str | None,
    typer.Argument(
        metavar="[QUERY]",
        help="SPARQL, or the name of a prepared question; none lists them.",
        autocompletion=_questions,
    ),
]
QueryFile = Annotated[
    Path | None, typer.Option("-f", "--file", metavar="FILE", help="A file with the query; - for stdin.")
]
Format = Annotated[
    str,
    typer.Option(
        "--format", metavar="|".join(FORMATS), help="How to print the answer.", autocompletion=among(*FORMATS)
    ),
]
Pairs = Annotated[
    list[str] | None,
    typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter by its name; repeatable."),
]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What prepared questions may be told."""

    entity: Annotated[str | None, typer.Option("--entity", metavar="NAME", help=ABOUT["entity"])] = None
    other: Annotated[str | None, typer.Option("--other", metavar="NAME", help=ABOUT["other"])] = None
    source: Annotated[str | None, typer.Option("--source", metavar="NAME", help=ABOUT["source"])] = None
    place: Annotated[str | None, typer.Option("--place", metavar="NAME", help=ABOUT["place"])] = None
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help=ABOUT["since"])] = None
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help=ABOUT["until"])] = None
    relation: Annotated[str | None, typer.Option("--relation", metavar="NAME", help=ABOUT["relation"])] = None
    event: Annotated[str | None, typer.Option("--event", metavar="NAME", help=ABOUT["event"])] = None
    class_: Annotated[str | None, typer.Option("--class", metavar="NAME", help=ABOUT["class"])] = None
    article: Annotated[str | None, typer.Option("--article", metavar="NAME", help=ABOUT["article"])] = None
    below: Annotated[str | None, typer.Option("--below", metavar="SHARE", help=ABOUT["below"])] = None
    limit: Annotated[str | None, typer.Option("--limit", metavar="N", help=ABOUT["limit"])] = None

    def given(self) -> dict[str, object]:
        """Those that were given, by their names."""
        named = {field.name.rstrip("_"): getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in named.items() if value is not None}


NOTHING = Parameters()


def query(
    directory: Directory,
    question: Question = None,
    file: QueryFile = None,
    format: Format = "table",
    parameter: Pairs = None,
    parameters: Parameters = NOTHING,
) -> None:
    """Ask the graph in SPARQL, or one of the prepared questions by its name; without a question they are listed.

    Example: kg query out timeline --entity "Angela Merkel" --since 2015-01
    """
    if format not in FORMATS:
        raise QueryError(f"unknown format {format!r}: one of {', '.join(FORMATS)}")
    if file is not None:
        question = sys.stdin.read() if str(file) == "-" else _text(file)
    if question is None:
        rows = [(q.name, q.title, " ".join(p.name + "!" * p.needed for p in q.parameters)) for q in questions()]
        out.print(table("Prepared questions", ("name", "what it answers", "takes (! needs)"), rows))
        return
    asked = parameters.given() | dict(_pair(text) for text in parameter or ())
    is_beginning = format == "table" and not asked and bool(NAME.fullmatch(question.strip()))
    if is_beginning:
        asked["limit"] = FIRST_ROWS + 1
    with KnowledgeGraph.open(directory) as graph:
        result, base = graph.query(question, **asked), graph.store.base
    if is_beginning and len(result.bindings) > FIRST_ROWS:
        result.bindings = result.bindings[:FIRST_ROWS]
        note(f"the first {FIRST_ROWS} rows: --limit 1000 shows more, --format csv or json all")
    write_result(result, format, sys.stdout, base=base)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as failure:
        raise QueryError(f"{path}: {failure}") from failure


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise QueryError(f"{text!r} is not NAME=VALUE")
    return name, value


def ontology(
    directory: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Count the claims of this graph.")] = None,
    ontology: OntologyFiles = None,
) -> None:
    """Print the relations with domain, range and wordings, and how many claims of each DIR holds; with DIR, also the
    relations of one's own that it was made with.

    Example: kg ontology out
    """
    counts: Counter[str] = Counter()
    remembered: tuple[str, ...] = ()
    if directory is not None:
        with KnowledgeGraph.open(directory) as graph:
            for relation, claims in (tuple(row.values()) for row in graph.query(COUNTED).bindings):
                counts[shown(relation)] = int(str(claims))
            remembered = graph.store.settings.ontology
    relations = Ontology.load(ontology or (), texts=remembered).relations
    rows = [
        (
            relation.curie,
            _classes(relation.domain),
            _classes(relation.range),
            relation.event or "",
            *((counts[relation.curie],) if directory else ()),
            ", ".join(w.text for w in relation.wordings[:6]) + (" …" if len(relation.wordings) > 6 else ""),
        )
        for relation in relations.values()
    ]
    others = {name: count for name, count in counts.items() if name not in relations and name != RELATED}
    rows += [(name, "", "", "", count, "(unknown)") for name, count in others.items()]
    columns = ("relation", "domain", "range", "PLOVER", *(("claims",) if directory else ()), "wordings")
    out.print(table(None, columns, sorted(rows), numbers=("claims",)))
    if counts[RELATED]:
        note(f"{counts[RELATED]} claims more in words that the ontology has no relation for: kg query DIR open")


def _classes(names: frozenset[str]) -> str:
    return " or ".join(sorted(name.partition(":")[2] for name in names)) or "Entity"
