"""The Typer application and its entry point; errors become one clear line and an exit status."""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

from kg import __version__
from kg.cli.commands import Commands
from kg.cli.console import error, settings
from kg.errors import KgError, QueryError

FAILED, USAGE, INTERRUPTED = 1, 2, 130

app = typer.Typer(
    name="kg",
    cls=Commands,
    help="News articles in, knowledge graph out: who did what to whom, when, where, according to whom.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="rich",
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def common(
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback when something fails.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """News articles in, knowledge graph out: who did what to whom, when, where, according to whom."""
    settings.debug, settings.quiet = debug, quiet


def main() -> None:
    """Run the command line; exits 0 when done, 1 when something failed, 2 on wrong usage."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        app(prog_name="kg")
    except QueryError as failure:
        _leave(failure, USAGE)
    except KgError as failure:
        _leave(failure, FAILED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except SystemExit as leaving:
        if leaving.code == INTERRUPTED:
            error("interrupted; what was read so far is kept")
        raise
    except Exception as failure:
        _leave(failure, FAILED)


def _leave(failure: Exception, status: int) -> None:
    if settings.debug:
        raise failure
    text = (
        str(failure) if isinstance(failure, KgError) else f"{type(failure).__name__}: {failure} (--debug shows where)"
    )
    error(text)
    sys.exit(status)
