"""The graph as pages that a browser shows, and as still pictures."""

from __future__ import annotations

from kg.view.atlas import atlas, atlas_page
from kg.view.lanes import timeline_page
from kg.view.matrix import matrix, matrix_page
from kg.view.page import page
from kg.view.report import report_page
from kg.view.sketch import Picture, sketch
from kg.view.timeline import timeline
from kg.view.writing import is_still, write

__all__ = [
    "Picture",
    "atlas",
    "atlas_page",
    "is_still",
    "matrix",
    "matrix_page",
    "page",
    "report_page",
    "sketch",
    "timeline",
    "timeline_page",
    "write",
]
