"""What people see on stderr: messages, progress, tables; nothing that an article says can steer the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from kg.analyse.plain import plain

if TYPE_CHECKING:
    from kg.build import BuildReport

out, err = Console(soft_wrap=False), Console(stderr=True)


@dataclass(slots=True)
class Options:
    """What was given before the command."""

    debug: bool = False
    quiet: bool = False


settings = Options()


def error(message: str) -> None:
    """One line on stderr that says what went wrong."""
    err.print(Text("kg: ", style="bold red") + Text(_line(message)), soft_wrap=True)


def note(message: str) -> None:
    """One line on stderr, unless --quiet."""
    if not settings.quiet:
        err.print(Text(_line(message)), soft_wrap=True)


class RateColumn(ProgressColumn):
    """How many a second."""

    def render(self, task: Task) -> Text:
        """The speed of the last half minute, or nothing yet."""
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:.1f}/s")


def many(count: int, noun: str) -> str:
    """The number with its noun: "1 entity", "1,200 entities"."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"


def outcome(report: BuildReport, what: str) -> str:
    """How many articles were read or added, and how many were known or failed, where any were."""
    others = ((report.known, "known already"), (len(report.failed), "failed"))
    return ", ".join([f"{many(report.read, 'article')} {what}", *(f"{n:,} {how}" for n, how in others if n)])


def among(*words: str) -> Callable[[str], list[str]]:
    """A completion in the shell that offers these words."""

    def offered(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return offered


def progress() -> Progress:
    """A bar on stderr with rate and, where the total is known, remaining time; invisible when that is no terminal."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=err,
        transient=True,
        disable=settings.quiet or not err.is_terminal,
    )


def table(
    title: str | None,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    numbers: Sequence[str] = (),
) -> Table:
    """A rich table of plain text; the columns in `numbers` are set flush right."""
    named = None if title is None else Text(plain(title), style="italic")
    made = Table(title=named, title_justify="left", header_style="bold", box=None, pad_edge=False)
    for column in columns:
        made.add_column(column, justify="right" if column in numbers else "left", overflow="fold")
    for row in rows:
        made.add_row(*(Text(_line(str(cell))) for cell in row))
    return made


def _line(text: str) -> str:
    return " ".join(plain(text).splitlines())
