"""From entities of one article to entities of the graph: identity by name, by article, or by a knowledge base."""

from __future__ import annotations

from kg.resolve.identity import is_described, resolve, slug
from kg.resolve.knowledge import Known, KnownEntities

__all__ = ["Known", "KnownEntities", "is_described", "resolve", "slug"]
