"""The tours in `notebooks/`: each .ipynb is paired with a .py, holds its outputs, and none of this machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

jupytext = pytest.importorskip("jupytext", reason="jupytext is not installed")
HERE = Path(__file__).parent.parent / "notebooks"
TOURS = sorted(HERE.glob("*.ipynb"))


def cells(path: Path) -> list[tuple[str, str]]:
    return [(cell["cell_type"], cell["source"]) for cell in jupytext.read(path).cells]


def test_there_are_four() -> None:
    assert [tour.name[0] for tour in TOURS] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.stem)
def test_the_pair_says_the_same(tour: Path) -> None:
    assert cells(tour) == cells(tour.with_suffix(".py"))


@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.stem)
def test_outputs_are_there_and_of_no_machine(tour: Path) -> None:
    text = tour.read_text("utf-8")
    found = json.loads(text)
    assert any(cell.get("outputs") for cell in found["cells"])
    outputs = [output for cell in found["cells"] for output in cell.get("outputs", ())]
    assert all(output["output_type"] != "error" and output.get("name") != "stderr" for output in outputs)
    assert "/home/" not in text
    assert "/tmp/" not in text
    assert "0x7f" not in text
