"""`Ask`: each prepared question as a method, `graph.ask.timeline(entity="Angela Merkel", since="2015-01")`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

from rdflib import Literal, Variable
from rdflib.query import Result, ResultRow

from kg.errors import QueryError
from kg.query.ask import query
from kg.query.prepared import Question, prepared, questions
from kg.store import GraphStore

if TYPE_CHECKING:
    import pandas as pd


class Answer:
    """The rows of an answer, as rdflib gives them or as a table of pandas."""

    def __init__(self, result: Result) -> None:
        self.result = result

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return [str(name) for name in self.result.vars or ()]

    def __iter__(self) -> Iterator[ResultRow]:
        return (row for row in self.result if isinstance(row, ResultRow))

    def __len__(self) -> int:
        return len(self.result.bindings)

    def __repr__(self) -> str:
        return f"<Answer: {len(self)} rows of {', '.join(self.columns)}>"

    def to_pandas(self) -> pd.DataFrame:
        """The rows as a DataFrame (`to_pandas`)."""
        return to_pandas(self.result)


class Ask:
    """The prepared questions of a graph; each method takes its parameters by keyword and gives an `Answer`.

    `dir(graph.ask)` lists them, `help(graph.ask.timeline)` explains one.
    """

    def __init__(self, store: GraphStore) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Callable[..., Answer]:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            question = prepared(name.replace("_", "-"))
        except QueryError as error:
            raise AttributeError(str(error)) from None
        return _method(self._store, question)

    def __dir__(self) -> list[str]:
        return [question.name.replace("-", "_") for question in questions()]


def to_pandas(result: Result) -> pd.DataFrame:
    """The rows of a SELECT as a DataFrame: numbers and truth values as such, all else as text, None where unbound.

    Times stay text, because they are years, months, days or intervals.

    Raises:
        QueryError: pandas is not installed, or the answer has no rows.
    """
    if result.type != "SELECT":
        raise QueryError(f"an answer to {result.type} has no rows")
    try:
        import pandas as pd
    except ImportError as error:
        raise QueryError("tables need pandas: pip install 'newskg[pandas]'") from error
    names = [Variable(name) for name in result.vars or ()]
    rows = [[_value(row.get(name)) for name in names] for row in result.bindings]
    return pd.DataFrame(rows, columns=[str(name) for name in names])


def _value(term: Any) -> Any:
    if not isinstance(term, Literal):
        return None if term is None else str(term)
    value = term.value
    if isinstance(value, bool | int | float):
        return value
    return float(value) if term.datatype is not None and str(term.datatype).endswith("#decimal") else str(term)


def _method(store: GraphStore, question: Question) -> Callable[..., Answer]:
    def method(**parameters: object) -> Answer:
        given = {name.removesuffix("_"): value for name, value in parameters.items()}  # class_ is no keyword
        return Answer(query(store, question.name, parameters=given))

    keyword, needed = inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.empty
    method.__name__ = method.__qualname__ = question.name.replace("-", "_")
    method.__doc__ = documentation(question)
    method.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter(p.name + "_" * iskeyword(p.name), keyword, default=needed if p.needed else None)
            for p in sorted(question.parameters, key=lambda p: not p.needed)
        ],
        return_annotation=Answer,
    )
    return method


def documentation(question: Question) -> str:
    """What a question answers and takes, as the docstring of its method."""
    lines = [f"{question.title}.", "", question.about]
    if question.parameters:
        lines += [
            "",
            "Args:",
            *(f"    {p.name}: {p.about}{' (needed)' if p.needed else ''}" for p in question.parameters),
        ]
    return "\n".join(
        [*lines, "", "Raises:", "    QueryError: a value is none for its parameter, or a name is unknown or ambiguous."]
    )
