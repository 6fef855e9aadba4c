"""`Figures`: what a measure comes back as, a table each row of which leads back to its claims."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from kg.analyse.plain import plain
from kg.errors import KgError

if TYPE_CHECKING:
    import pandas as pd

WIDEST, ROWS_SHOWN = 60, 20
Cell = str | int | float | None


@dataclass(frozen=True, slots=True, repr=False)
class Figures:
    """Rows of one measure, the strongest first; `claims` are the IRIs of the claims behind each row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    claims: tuple[tuple[str, ...], ...]

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __str__(self) -> str:
        lines = [self.columns, *([_shown(cell) for cell in row] for row in self.rows[:ROWS_SHOWN])]
        widths = [max(len(line[n]) for line in lines) for n in range(len(self.columns))]
        text = [
            " ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
        ]
        rest = len(self) - ROWS_SHOWN
        return "\n".join([self.title, *text, *([f"… and {rest} more"] if rest > 0 else [])])

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_shown(cell))}</td>" for cell in row) + "</tr>"
            for row in self.rows[:ROWS_SHOWN]
        )
        return f"<table><caption>{escape(self.title)}</caption><tr>{head}</tr>{body}</table>"

    def top(self, count: int) -> Figures:
        """The first rows."""
        return Figures(self.title, self.columns, self.rows[:count], self.claims[:count])

    def without(self, *columns: str) -> Figures:
        """The same rows without some columns."""
        kept = [n for n, name in enumerate(self.columns) if name not in columns]
        rows = tuple(tuple(row[n] for n in kept) for row in self.rows)
        return Figures(self.title, tuple(self.columns[n] for n in kept), rows, self.claims)

    def frame(self) -> pd.DataFrame:
        """The rows as a DataFrame, the claims of each as a tuple in the column "claims behind".

        Raises:
            KgError: pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise KgError("frames need pandas: pip install 'newskg[pandas]'") from error
        frame = pd.DataFrame(self.rows, columns=list(self.columns))
        frame["claims behind"] = list(self.claims)
        return frame

    def to_csv(self) -> str:
        """The rows as CSV; a cell that a spreadsheet would take for a formula starts with an apostrophe."""
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([_guarded(cell) for cell in row] for row in self.rows)
        return buffer.getvalue()

    def to_json(self) -> str:
        """The rows as a JSON array of objects, each with its "claims"."""
        rows = [row | {"claims_behind": list(claims)} for row, claims in zip(self, self.claims, strict=True)]
        return json.dumps(rows, ensure_ascii=False, indent=1)


def figures(title: str, columns: Sequence[str], rows: Sequence[tuple[Sequence[Cell], Sequence[str]]]) -> Figures:
    """Figures of rows that each come with the IRIs of their claims."""
    cells = tuple(tuple(plain(cell) if isinstance(cell, str) else cell for cell in row) for row, _ in rows)
    return Figures(plain(title), tuple(columns), cells, tuple(tuple(claims) for _, claims in rows))


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.4f}"
    text = " ".join(plain(str(cell)).splitlines())
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"


def _guarded(cell: Cell) -> Cell:
    if cell is None or isinstance(cell, int | float):
        return cell
    text = " ".join(cell.splitlines())
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t")) else text
