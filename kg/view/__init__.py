"""The graph as pages that a browser shows."""

from __future__ import annotations

from kg.view.atlas import atlas, atlas_page, write_atlas
from kg.view.matrix import matrix, matrix_page, write_matrix
from kg.view.page import page, write_page
from kg.view.report import report_page, write_report
from kg.view.sketch import Picture, sketch, write_sketch
from kg.view.timeline import timeline, timeline_page, write_timeline

__all__ = [
    "Picture",
    "atlas",
    "atlas_page",
    "matrix",
    "matrix_page",
    "page",
    "report_page",
    "sketch",
    "timeline",
    "timeline_page",
    "write_atlas",
    "write_matrix",
    "write_page",
    "write_report",
    "write_sketch",
    "write_timeline",
]
