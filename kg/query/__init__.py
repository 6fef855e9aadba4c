"""Questions to the graph: SPARQL, checked before it runs, and prepared questions by name."""

from __future__ import annotations

from kg.query.ask import query
from kg.query.prepared import Question, questions

__all__ = ["Question", "query", "questions"]
