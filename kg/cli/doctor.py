"""The command that checks the installation: doctor."""

from __future__ import annotations

import platform
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from kg import __version__
from kg.build import DEFAULT_MODEL
from kg.cli.console import out, table

OK, WARN, FAIL = "ok", "warn", "fail"
NEEDED = (
    *("spacy", "rdflib", "pyoxigraph", "oxrdflib", "networkx", "rustworkx", "numpy", "jinja2", "rich", "typer"),
    *("trafilatura", "feedparser", "warcio", "urllib3", "lazy_loader"),
)
EXTRAS = {
    "serve": ("starlette", "uvicorn"),
    "pandas": ("pandas",),
    "tables": ("pyarrow",),
    "plot": ("matplotlib",),
    "large": ("networkit",),
}
SENTENCE = "Angela Merkel met Emmanuel Macron in Paris on 13 November 2015."
OLDEST = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: "ok", "warn" or "fail", and what to do about it."""

    status: str
    what: str
    found: str


def doctor(
    model: Annotated[str, typer.Option("--model", metavar="NAME", help="The spaCy pipeline to check.")] = DEFAULT_MODEL,
) -> None:
    """Check the installation: versions, spaCy pipeline, ontology, full-text search, and a build of one sentence.

    Each line says ok, warn or fail, and what to do about it; exits 1 where something fails.

    Example: kg doctor
    """
    findings = list(_findings(model))
    out.print(table(None, ("", "checked", "found"), [(f.status, f.what, f.found) for f in findings]))
    if any(finding.status == FAIL for finding in findings):
        raise typer.Exit(1)


def _findings(model: str) -> Iterator[Finding]:
    yield _python()
    yield from map(_package, NEEDED)
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        (f"spaCy pipeline {model}", lambda: _pipeline(model)),
        ("ontology", _ontology),
        ("full-text search", _search),
        ("writing here", _writing),
        ("a build from beginning to end", lambda: _build(model)),
    )
    for what, check in checks:
        try:
            yield Finding(OK, what, check())
        except Exception as error:
            yield Finding(FAIL, what, f"{type(error).__name__}: {error}")
    yield from (_extra(extra, names) for extra, names in EXTRAS.items())
    yield _browser()


def _python() -> Finding:
    version = platform.python_version()
    is_new = sys.version_info >= OLDEST
    return Finding(
        OK if is_new else FAIL, f"kg {__version__} on Python", version if is_new else f"{version}: needs 3.11"
    )


def _package(name: str) -> Finding:
    try:
        return Finding(OK, name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(FAIL, name, f"not installed: pip install {name}")


def _extra(extra: str, names: tuple[str, ...]) -> Finding:
    missing = [name for name in names if not _is_installed(name)]
    if missing:
        return Finding(
            WARN, f"extra {extra}", f"without {' and '.join(missing)}: pip install 'newskg[{extra}]' adds it"
        )
    return Finding(OK, f"extra {extra}", ", ".join(f"{name} {metadata.version(name)}" for name in names))


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _browser() -> Finding:
    path = shutil.which("chromium")
    return Finding(OK, "chromium", path) if path else Finding(WARN, "chromium", "none: only browser tests want it")


def _pipeline(model: str) -> str:
    from kg.language import load

    nlp = load(model)
    return f"{nlp.meta['version']}: {', '.join(nlp.pipe_names)}"


def _ontology() -> str:
    from kg.ontology import Ontology

    known = Ontology.load()
    return f"{len(known.relations)} relations, {sum(len(r.wordings) for r in known.relations.values())} wordings"


def _search() -> str:
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    return f"SQLite {sqlite3.sqlite_version} with FTS5"


def _writing() -> str:
    with TemporaryDirectory(dir=".", prefix=".kg-doctor-") as folder:
        (Path(folder) / "x").write_text("x", encoding="utf-8")
    free = shutil.disk_usage(".").free
    return f"works, {free / 1e9:.0f} GB free"


def _build(model: str) -> str:
    from kg.graph import build

    with TemporaryDirectory(prefix="kg-doctor-") as folder:
        path = Path(folder) / "article.txt"
        path.write_text(SENTENCE, encoding="utf-8")
        with build(path, Path(folder) / "out", model=model) as graph:
            told = [claim.predicate for claim in graph.records.claims]
    if "kgo:metWith" not in told:
        raise ValueError(f"{SENTENCE!r} gives {', '.join(told) or 'no claim'}")
    return f"{SENTENCE!r} gives {told[0]}"
