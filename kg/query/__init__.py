"""Questions to the graph: SPARQL, checked before it runs, and prepared questions by name."""

from __future__ import annotations

from kg.query.ask import query
from kg.query.prepared import Question, questions
from kg.query.questioning import Answer, Ask, to_pandas
from kg.query.search import Hit, SearchIndex

__all__ = ["Answer", "Ask", "Hit", "Question", "SearchIndex", "query", "questions", "to_pandas"]
