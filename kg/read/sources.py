"""What the inputs name: files, folders, globs, addresses and standard input, listed before they are read."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError
from kg.read.formats import Format, Opened, named
from kg.read.web import fetched, is_address, stem_of, why_refused


@dataclass(frozen=True, slots=True)
class Source:
    """One file or stream to read.

    Attributes:
        name: how errors call it; safe to print.
        stem: its name without endings, from which ids are made.
        format: how it is read; None where only its bytes, or who gives them, can tell.
        size: bytes on disk; None where that is not known.
        place: what it is, however it is called; a place is read once.
        open: a context manager that gives its bytes.
    """

    name: str
    stem: str
    format: Format | None
    size: int | None
    place: str
    open: Callable[[], AbstractContextManager[Opened]]


def sources(
    inputs: Iterable[str | Path | Source],
    *,
    stdin: BinaryIO | None = None,
    on_error: Callable[[InputError], None] | None = None,
) -> list[Source]:
    """What the inputs name, in the order given, each once; folders and globs sorted by path.

    In folders and globs hidden files, files of unknown endings and links that lead out are passed
    over. `read` takes the result in place of inputs.

    Raises:
        InputError: the first input that names nothing, when there is no `on_error`.
    """
    if isinstance(inputs, str | Path):
        inputs = (inputs,)
    found: dict[str, Source] = {}
    for given in inputs:
        for source in _named_by(given, stdin):
            if isinstance(source, Source):
                found.setdefault(source.place, source)
            elif on_error is None:
                raise source
            else:
                on_error(source)
    return list(found.values())


def _named_by(given: str | Path | Source, stdin: BinaryIO | None) -> Iterable[Source | InputError]:
    if isinstance(given, Source):
        return (given,)
    if str(given) == "-":
        return (_standard_input(stdin),)
    if isinstance(given, str) and is_address(given):
        return (_address(given),)
    path = str(Path(given))
    for fits, listed in _KINDS:
        if fits(path):
            return listed(path)
    return (InputError(printable(path), "no such file or folder"),)


def _standard_input(stdin: BinaryIO | None) -> Source:
    stream = stdin or sys.stdin.buffer
    return Source("standard input", "article", None, None, "-", partial(_lent, stream))


def _lent(stream: BinaryIO) -> AbstractContextManager[Opened]:
    """The stream, left open at the end."""
    return nullcontext(Opened(stream))


def _address(url: str) -> Source | InputError:
    """What is fetched when it is opened, not before."""
    if why := why_refused(url):
        return InputError(printable(_without_password(url)), why)
    return Source(printable(url), stem_of(url), None, None, url, partial(fetched, url))


def _without_password(url: str) -> str:
    return re.sub(r"(?<=//)[^/?#]*@", "…@", url)


@contextmanager
def _opened(path: str, format_: Format | None) -> Iterator[Opened]:
    with open(path, "rb") as stream:
        yield Opened(stream, format_)


def _file(path: str) -> Iterator[Source]:
    format_, stem = named(path)
    size = os.path.getsize(path) if os.path.isfile(path) else None
    yield Source(printable(path), stem, format_, size, os.path.realpath(path), partial(_opened, path, format_))


def _folder(path: str) -> Iterator[Source | InputError]:
    failures: list[OSError] = []
    files = []
    for folder, folders, names in os.walk(path, onerror=failures.append):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        files += [str(Path(folder, name)) for name in names if not _is_hidden(name)]
    for failure in failures:
        yield InputError(printable(str(failure.filename)), (failure.strerror or "cannot be listed").lower())
    listed = list(_readable(files, path))
    yield from listed
    if not listed and not failures:
        yield InputError(printable(path), "no readable file in this folder")


def _glob(pattern: str) -> Iterator[Source | InputError]:
    """The files that match, and those in folders that match; `**` stands for any folders."""
    root, rest = _split(Path(pattern))
    try:
        matches = [path for path in root.glob(rest) if not _is_under_hidden(path, root)]
    except ValueError:
        yield InputError(printable(pattern), "not a pattern that can be matched")
        return
    except OSError as error:
        yield InputError(printable(pattern), (error.strerror or "cannot be listed").lower())
        return
    listed = list(_readable((str(path) for path in matches if path.is_file()), str(root)))
    folders = [str(path) for path in sorted(matches) if path.is_dir() and _is_within(str(path), str(root))]
    inside = [item for folder in folders for item in _folder(folder) if isinstance(item, Source)]
    yield from listed + inside
    if not listed and not inside:
        yield InputError(printable(pattern), "matches no readable file")


def _split(pattern: Path) -> tuple[Path, str]:
    """The folder before the first part with a wildcard, and the rest."""
    parts = pattern.parts
    first = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:first]), str(Path(*parts[first:]))


def _readable(paths: Iterable[str], root: str) -> Iterator[Source]:
    """The regular files of known formats among the paths that do not lead out of the root, sorted."""
    for path in sorted(paths, key=lambda path: Path(path).parts):
        if named(path)[0] and os.path.isfile(path) and _is_within(path, root):
            yield from _file(path)


def _is_within(path: str, root: str) -> bool:
    return Path(path).resolve().is_relative_to(Path(root).resolve())


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _is_under_hidden(path: Path, root: Path) -> bool:
    return any(_is_hidden(part) for part in path.relative_to(root).parts)


def printable(text: str) -> str:
    """The text with everything escaped that a terminal would act on or could not print.

    >>> printable("a\\x1b[2Jb")
    'a\\\\x1b[2Jb'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


# A kind of place is a test and a listing; the first that fits lists.
_KINDS: tuple[tuple[Callable[[str], bool], Callable[[str], Iterable[Source | InputError]]], ...] = (
    (os.path.isdir, _folder),
    (os.path.exists, _file),
    (glob.has_magic, _glob),
)
