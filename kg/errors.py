"""What can go wrong, as one tree that callers may catch at any height.

KgError
├── InputError        an article, a file or a folder that cannot be read
├── OntologyError     a Turtle file that is not a usable ontology
├── ModelError        a spaCy pipeline that is missing or unfit
├── StoreError        a graph directory that is missing, locked or damaged
└── QueryError        SPARQL that does not parse, or a question nobody prepared
"""

from __future__ import annotations


class KgError(Exception):
    """Any failure that `kg` foresees; its text is one clear line for people."""


class InputError(KgError):
    """An input that cannot be read; names the input and says what is wrong with it."""

    def __init__(self, source: str, why: str) -> None:
        super().__init__(f"{source}: {why}")
        self.source = source
        self.why = why

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        return InputError, (self.source, self.why)  # as processes send it to each other


class OntologyError(KgError):
    """A Turtle file that cannot serve as an ontology."""


class ModelError(KgError):
    """A spaCy pipeline that is missing or lacks what extraction needs."""


class StoreError(KgError):
    """A graph directory that is missing, locked or damaged."""


class QueryError(KgError):
    """A query that does not parse, fails, or names an unknown prepared question."""
