"""Files of quads, parsed into a store of their own by a process of its own (`kg.store.parsing`): a file that makes the
parser crash ends that process and nothing else.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph as ox

from kg.errors import InputError
from kg.read.sources import printable
from kg.read.stream import HEAD, unpacked, whole

QUADS = {"trig": "TRIG", "nq": "N_QUADS", "jsonld": "JSON_LD"}
TRIPLES = frozenset({"ttl", "nt"})
XML = frozenset({"rdf", "xml", "owl"})
XML_STARTS = (b"<?xml", b"<rdf:RDF", b"<!DOCTYPE")
COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("parsing.py")))


def load_file(path: str | Path, folder: str | Path) -> ox.Store:
    """The quads of a .trig, .nq or .jsonld file, which may be gzipped, in a new store in `folder`.

    Raises:
        InputError: the file is missing, broken, refused, or of a format that has no named graphs.
    """
    path, name = Path(path), printable(str(path))
    if not path.is_file():
        raise InputError(name, "no such file")
    format_ = _format(path, name)
    try:
        with path.open("rb") as raw:
            stream = unpacked(raw, name)
            if stream.peek(HEAD).lstrip().startswith(XML_STARTS):
                raise InputError(name, "RDF/XML is refused; import trig, nq or jsonld")
            _parse(_checked(stream, name) if format_ == "JSON_LD" else stream, format_, folder, name)
    except OSError as error:
        raise InputError(name, (error.strerror or "cannot be read").lower()) from error
    return ox.Store(str(folder))


def _format(path: Path, name: str) -> str:
    ending = (path.with_suffix("") if path.suffix.lower() == ".gz" else path).suffix.lower().removeprefix(".")
    if ending in TRIPLES:
        raise InputError(name, "does not tell which article says what; import trig, nq or jsonld")
    if ending in XML:
        raise InputError(name, "RDF/XML is refused; import trig, nq or jsonld")
    if ending not in QUADS:
        raise InputError(name, "not a file of .trig, .nq or .jsonld")
    return QUADS[ending]


def _parse(stream: BinaryIO, format_: str, folder: str | Path, name: str) -> None:
    command = [*COMMAND, format_, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as parser:
        assert parser.stdin is not None
        assert parser.stdout is not None
        try:
            with parser.stdin:
                shutil.copyfileobj(stream, parser.stdin)
        except BrokenPipeError:
            pass  # it has found a fault already, which it tells
        except BaseException:
            parser.kill()
            raise
        said = parser.stdout.read().decode("utf-8", "replace")
    if parser.returncode:
        why = f"broken: {printable(said)}" if said else "it makes the parser fail: too large or nested too deeply"
        raise InputError(name, why)


def _checked(stream: BinaryIO, name: str) -> BinaryIO:
    """JSON of which nothing is to be fetched from elsewhere, and nothing nested so deep that parsers crawl."""
    text = whole(stream, name)
    try:
        document = json.loads(text)
    except RecursionError:
        raise InputError(name, "nested too deeply") from None
    except ValueError as error:
        raise InputError(name, f"broken: {error}") from error
    for context in _contexts(document):
        if isinstance(context, str) or (isinstance(context, dict) and "@import" in context):
            raise InputError(name, "its context lies elsewhere: nothing is fetched, so write it into the file")
    return io.BytesIO(text)


def _contexts(document: Any) -> Iterator[Any]:
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            found = value.get("@context", ())
            yield from found if isinstance(found, list) else (found,)
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
