"""Joins the rooms: articles in, extractions or a graph out; workers; taking up where a run was broken off."""

from __future__ import annotations

from kg.build.graph import BuildReport, build_graph
from kg.build.settings import DEFAULT_MODEL, Settings
from kg.build.workers import extractions

__all__ = ["DEFAULT_MODEL", "BuildReport", "Settings", "build_graph", "extractions"]
