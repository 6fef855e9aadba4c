"""Reads news articles into a knowledge graph: who did what to whom, when, where, according to whom.

from kg import build, KnowledgeGraph
graph = build(["articles/"], "out")
graph.query("who-met-whom")
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy loads; the networks are too small for threads

import kg.build  # the subpackages, bound before the functions of the same name
import kg.evaluate  # noqa: F401
from kg.errors import InputError, KgError, ModelError, OntologyError, QueryError, StoreError
from kg.evaluate import evaluate
from kg.graph import KnowledgeGraph, build
from kg.model import (
    Article,
    Claim,
    Entity,
    Evidence,
    Extraction,
    Form,
    Mention,
    Modality,
    OpenTriple,
    Polarity,
    Value,
)

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Claim",
    "Entity",
    "Evidence",
    "Extraction",
    "Form",
    "InputError",
    "KgError",
    "KnowledgeGraph",
    "Mention",
    "Modality",
    "ModelError",
    "OntologyError",
    "OpenTriple",
    "Polarity",
    "QueryError",
    "StoreError",
    "Value",
    "build",
    "evaluate",
]
