"""Reads news articles into a knowledge graph: who did what to whom, when, where, according to whom.

from kg import build, KnowledgeGraph
graph = build(["articles/"], "out")
graph.query("who-met-whom")
"""

from __future__ import annotations

import os

import lazy_loader

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy loads; the networks are too small for threads

import kg.build  # noqa: F401

__version__ = "0.1.0"
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)  # the names of __init__.pyi
del globals()["build"]  # the subpackage, loaded by now: `kg.build` is the function from here on
