"""The graph over HTTP, read only: SPARQL 1.1 Protocol, pages of entities, search, an explorer."""

from __future__ import annotations

from kg.serve.app import create_app
from kg.serve.limits import Limits
from kg.serve.run import run

__all__ = ["Limits", "create_app", "run"]
