"""Pictures into files: a page for .html, a still picture for .png, .svg and .pdf."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.store.records import GraphRecords
from kg.view.atlas import atlas_page
from kg.view.files import written
from kg.view.lanes import timeline_page
from kg.view.matrix import matrix_page
from kg.view.page import page
from kg.view.report import report_page
from kg.view.sketch import sketch

if TYPE_CHECKING:
    from matplotlib.figure import Figure

STILLS = frozenset({".png", ".svg", ".pdf"})
PAGES: dict[str, Callable[..., str]] = {
    "graph": page,
    "matrix": matrix_page,
    "timeline": timeline_page,
    "map": atlas_page,
    "report": report_page,
}


def is_still(path: str | Path) -> bool:
    """Whether a file's ending asks for a still picture."""
    return Path(path).suffix.lower() in STILLS


def write(picture: str, records: GraphRecords, path: str | Path, *arguments: Any, **options: Any) -> Path:
    """Writes one of `PAGES` to the file, whole or not at all; its path.

    The ending of the file decides: .png, .svg and .pdf are still pictures, everything else is a page. Arguments and
    options are those of the page's function, for a still picture of the graph those of `sketch`.

    Raises:
        QueryError: nothing in the graph is called like an entity that is asked for.
        InputError: the file cannot be written.
        KgError: a still picture without matplotlib.
    """
    suffix = Path(path).suffix.lower()
    if not is_still(path):
        return written(path, PAGES[picture](records, *arguments, **options))
    if picture == "graph" and suffix == ".svg":
        return written(path, sketch(records, **options))
    return written(path, _still(picture, suffix, records, *arguments, **options))


def _still(picture: str, suffix: str, *arguments: Any, **options: Any) -> bytes:
    try:
        from kg.view import plots
    except ImportError as error:
        raise KgError("still pictures need matplotlib: pip install 'newskg[plot]'") from error
    figures: dict[str, Callable[..., Figure]] = {
        "graph": plots.network_figure,
        "matrix": plots.matrix_figure,
        "timeline": plots.timeline_figure,
        "map": plots.atlas_figure,
        "report": plots.report_figure,
    }
    return plots.rendered(figures[picture](*arguments, **options), suffix)
