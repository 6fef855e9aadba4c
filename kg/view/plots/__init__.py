"""Still pictures for papers and slides, drawn by matplotlib (the extra `plot`): what the pages show, on white."""

from __future__ import annotations

from kg.view.plots.atlas import atlas_figure
from kg.view.plots.matrix import matrix_figure
from kg.view.plots.network import network_figure
from kg.view.plots.report import report_figure
from kg.view.plots.sheet import rendered
from kg.view.plots.timeline import timeline_figure

__all__ = ["atlas_figure", "matrix_figure", "network_figure", "rendered", "report_figure", "timeline_figure"]
