"""First names of the United States census of 1990, out of the package names, for the tables that are made here."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources


def census() -> Iterator[tuple[str, str, str]]:
    """First names; with a gender where one is at least ten times as common, and the one that the tables lean to.

    Whom a table does not list may still bear the name, less often than its rarest: at a quarter of that share.
    """
    shares = {gender: _shares(f"dist.{word}.first") for gender, word in (("f", "female"), ("m", "male"))}
    rare = {gender: min(found.values()) / 4 for gender, found in shares.items()}
    for name in sorted(set(shares["f"]) | set(shares["m"])):
        sure = _gender(shares["f"].get(name, rare["f"]), shares["m"].get(name, rare["m"]))
        yield name.title(), sure, _gender(shares["f"].get(name, 0.0), shares["m"].get(name, 0.0))


def _gender(female: float, male: float) -> str:
    return "f" if female > 10 * male else "m" if male > 10 * female else ""


def _shares(table: str) -> dict[str, float]:
    rows = (resources.files("names") / table).read_text("ascii").split("\n")
    return {row.split()[0]: float(row.split()[1]) for row in rows if row.strip()}
