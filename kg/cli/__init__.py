"""The command `kg`: thin functions over the library, data to stdout, everything for people to stderr."""

from __future__ import annotations

from kg.cli.main import main

__all__ = ["main"]
