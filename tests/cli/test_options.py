from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from kg.cli.options import spread


@dataclass(frozen=True, slots=True)
class Size:
    wide: Annotated[int, typer.Option("--wide", help="How wide.")] = 1
    high: Annotated[list[str] | None, typer.Option("--high", help="How high.")] = None


SMALL = Size()


def draw(name: Annotated[str, typer.Argument(help="What.")], size: Size = SMALL, loud: bool = False) -> None:
    typer.echo(f"{name} {size.wide} {size.high} {loud}")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["box"], "box 1 None False"),
        (["box", "--wide", "3", "--loud"], "box 3 None True"),
        (["--high", "a", "box", "--high", "b"], "box 1 ['a', 'b'] False"),
    ],
)
def test_the_fields_of_a_group_are_options_of_the_command(arguments: list[str], said: str) -> None:
    app = typer.Typer()
    app.command()(spread(draw))
    assert CliRunner().invoke(app, arguments).output.strip() == said


def test_a_command_without_groups_is_itself() -> None:
    def plain(name: str) -> None:
        pass

    assert spread(plain) is plain
