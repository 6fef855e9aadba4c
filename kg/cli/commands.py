"""The table of commands, and a group that imports the one that is asked for: `kg extract` needs no networkx."""

from __future__ import annotations

import gc
from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from kg.cli.options import spread

PANELS = {
    "Read articles": ("read.build", "extract.extract", "read.remove"),
    "Ask and look": ("ask.query", "find.search", "show.view", "measure.analyse", "serve.serve"),
    "Hand on": ("exchange.export", "exchange.import_"),
    "Check": ("trust.validate", "trust.infer", "score.evaluate", "ask.ontology", "doctor.doctor"),
}
"""Under each heading of the help its commands: a file of this room and a function in it."""

PLACES = {place.partition(".")[2].rstrip("_"): (panel, place) for panel, places in PANELS.items() for place in places}


class Commands(TyperGroup):
    """The commands of `kg`; their names are known, the rest of each when it is asked for."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**{**attributes, "commands": dict.fromkeys(PLACES)})

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, imported now; None where there is none of this name."""
        return _imported(cmd_name) if cmd_name in PLACES else None


@cache
def _imported(name: str) -> Any:
    panel, place = PLACES[name]
    file, function = place.split(".")
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="rich")
    app.command(name, rich_help_panel=panel)(spread(getattr(import_module(f"kg.cli.{file}"), function)))
    gc.freeze()  # what is loaded by now stays: the collector need not walk it again and again
    return typer.main.get_command(app)
