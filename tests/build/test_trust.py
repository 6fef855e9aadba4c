"""What a build leaves conforms to the shapes, with what follows from it too."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg import build

ROOT = Path(__file__).parent.parent.parent
SETS = {"samples": ROOT / "notebooks" / "articles", "seeds": ROOT.parent / "shared" / "seeds"}


@pytest.mark.parametrize("name", SETS)
def test_a_build_with_inferences_conforms(name: str) -> None:
    if not SETS[name].is_dir():
        pytest.skip(f"no {SETS[name]}")
    with build(SETS[name], published=date(2015, 11, 14), infer=True) as graph:
        assert graph.store.has_inferences
        conforms, report = graph.validate()
        assert conforms, report


@pytest.mark.parametrize("order", [1, -1], ids=["as is", "reversed"])
def test_inferences_do_not_depend_on_the_way_there(order: int, tmp_path: Path) -> None:
    texts = [
        "Emmanuel Macron, president of France, met Angela Merkel in Berlin.",
        "Angela Merkel is the chancellor of Germany. Berlin is a city in Germany.",
        "Theresa May was born in Eastbourne.",
    ]
    paths = [tmp_path / f"{n}.txt" for n in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    with build(paths[:2], infer=True) as whole:
        wanted = set(whole.store.quads)
    with build(paths[::order][:1], tmp_path / "out", infer=True):
        pass
    with build(paths[::order], tmp_path / "out") as graph:
        third = next(a.id for a in graph.records.articles.values() if a.id.startswith("2"))
        assert graph.remove(third)
        assert set(graph.store.quads) == wanted
