"""The public face of the package."""

from __future__ import annotations

import inspect
import subprocess
import sys

import kg


def test_all_is_sorted_and_there() -> None:
    assert list(kg.__all__) == sorted(kg.__all__)
    assert all(hasattr(kg, name) for name in kg.__all__)


def test_build_is_the_function_even_after_the_subpackage_was_imported() -> None:
    program = "import kg.build.graph; from kg import build; import inspect; assert inspect.isfunction(build)"
    subprocess.run([sys.executable, "-c", program], check=True)
    assert inspect.isfunction(kg.build)


def test_everything_public_is_documented() -> None:
    assert all(inspect.getdoc(getattr(kg, name)) for name in kg.__all__)
