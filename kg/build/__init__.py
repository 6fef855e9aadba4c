"""Joins the rooms: articles in, extractions or a graph out; workers; taking up where a run was broken off."""

from __future__ import annotations

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)  # the names of __init__.pyi
