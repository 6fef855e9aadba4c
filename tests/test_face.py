"""The public face of the package."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import kg


def test_all_is_sorted_and_names_what_is_exported() -> None:
    assert kg.__all__ == sorted(kg.__all__)
    assert not [name for name in kg.__all__ if inspect.ismodule(getattr(kg, name))]
    assert {"build", "evaluate", "KnowledgeGraph", "Article", "Claim", "KgError"} <= set(kg.__all__) == set(dir(kg))


@pytest.mark.parametrize(
    "room", ["build", "resolve", "cli", "extract", "language", "query", "store", "analyse", "view", "evaluate"]
)
def test_every_room_exports_what_it_names(room: str) -> None:
    __import__(f"kg.{room}")
    module = sys.modules[f"kg.{room}"]
    assert len(set(module.__all__)) == len(module.__all__) > 0
    assert all(hasattr(module, name) for name in module.__all__)
    assert module.__doc__


@pytest.mark.parametrize("name", ["build", "evaluate"])
@pytest.mark.parametrize("first", ["import kg.build.graph", "import kg.evaluate.names", "import kg.cli.main", "pass"])
def test_names_that_rooms_have_too_are_functions_whatever_was_imported_before(name: str, first: str) -> None:
    program = f"{first}; from kg import {name}; import inspect; assert inspect.isfunction({name})"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_they_are_functions_here() -> None:
    assert inspect.isfunction(kg.build)
    assert inspect.isfunction(kg.evaluate)


def test_everything_public_is_documented() -> None:
    assert all(inspect.getdoc(getattr(kg, name)) for name in kg.__all__)
    methods = [m for n, m in vars(kg.KnowledgeGraph).items() if not n.startswith("_")]
    assert all(inspect.getdoc(method) for method in methods)


def test_importing_loads_nothing_large() -> None:
    large = ("spacy", "rdflib", "networkx", "scipy", "pyvis", "numpy")
    program = f"import sys, kg; from kg import Article; print([name for name in {large} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
