"""Still pictures by matplotlib: every picture in every format, whatever the graph holds."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.errors import KgError
from kg.store.records import GraphRecords
from kg.view import write

from .graphs import SYMMETRIC, hostile, ring, seed

matplotlib = pytest.importorskip("matplotlib")

from kg.view import plots  # noqa: E402

MAGIC = {".png": b"\x89PNG", ".pdf": b"%PDF", ".svg": b"<?xml"}
PICTURES = {"graph": (), "matrix": (), "timeline": (), "map": (), "report": ("Barack Obama",)}


def eventful(records: GraphRecords) -> GraphRecords:
    """The same claims as events, so that each picture has something to show."""
    return replace(records, claims=tuple(replace(claim, event="AID") for claim in records.claims))


def words(figure: object) -> set[str]:
    """All that a figure writes."""
    return {text.get_text() for axes in figure.axes for text in axes.texts}  # type: ignore[attr-defined]


@pytest.mark.parametrize("suffix", sorted(MAGIC))
@pytest.mark.parametrize("picture", PICTURES)
def test_every_picture_in_every_format(picture: str, suffix: str, tmp_path: Path) -> None:
    begins = b"<svg" if (picture, suffix) == ("graph", ".svg") else MAGIC[suffix]
    files = [write(picture, seed(), tmp_path / f"{n}{suffix}", *PICTURES[picture]) for n in "ab"]
    assert files[0].read_bytes().startswith(begins)
    assert files[0].read_bytes() == files[1].read_bytes()
    if suffix == ".svg":
        assert "script" not in {e.tag.rpartition("}")[2] for e in ElementTree.parse(files[0]).iter()}


def test_the_graph_tells_names_relations_and_kinds() -> None:
    said = words(plots.network_figure(seed(), symmetric=SYMMETRIC))
    assert {"Barack Obama", "François Hollande", "People", "Places"} <= said
    assert any("spoke with" in text for text in said)


def test_the_timeline_has_lanes_and_the_day() -> None:
    said = words(plots.timeline_figure(seed()))
    assert {"Barack Obama", "François Hollande", "cooperation", "conflict"} <= said
    assert any("Nov" in text for text in said)


def test_the_matrix_counts_both_sides() -> None:
    said = words(plots.matrix_figure(seed(), symmetric=SYMMETRIC))
    assert {"+2", "Barack Obama"} <= said
    assert "no events" in words(plots.matrix_figure(GraphRecords({}, {}, ())))


def test_the_map_names_places_and_sources() -> None:
    assert {"Paris", "outlines: Natural Earth · places: GeoNames"} <= words(plots.atlas_figure(seed()))


def test_the_report_says_once_what_many_sentences_say() -> None:
    graph = seed()
    again = [replace(claim, iri=f"{claim.iri}-{n}") for claim in graph.claims for n in range(3)]
    said = words(plots.report_figure(replace(graph, claims=tuple(again)), "Barack Obama"))
    assert "Barack Obama had spoken to François Hollande" not in said
    assert "Barack Obama spoke with François Hollande" in said
    assert any("3 sentences" in text for text in said)


@pytest.mark.parametrize("records", [hostile(), eventful(hostile()), GraphRecords({}, {}, ()), ring(60, 200)])
@pytest.mark.parametrize("picture", ["graph", "matrix", "timeline", "map"])
def test_any_graph_is_drawn(records: GraphRecords, picture: str, tmp_path: Path) -> None:
    assert write(picture, records, tmp_path / "picture.pdf").stat().st_size > 1000


def test_names_are_no_mathematics(tmp_path: Path) -> None:
    graph = seed()
    entities = {iri: replace(entity, label="$\\frac{1}{0$ and $x$") for iri, entity in graph.entities.items()}
    assert write("graph", replace(graph, entities=entities), tmp_path / "graph.png").is_file()


def test_without_matplotlib_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("kg.view.plots")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("kg.view.plots")
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(KgError, match=r"newskg\[plot\]"):
        write("timeline", seed(), tmp_path / "timeline.png")
    assert not list(tmp_path.iterdir())
