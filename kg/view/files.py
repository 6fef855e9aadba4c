"""Templates, styles and finished pages."""

from __future__ import annotations

import json
import os
from importlib import resources
from pathlib import Path

import jinja2
from markupsafe import Markup

from kg.errors import InputError


def templates() -> jinja2.Environment:
    """The templates of this folder, which escape by themselves."""
    here = resources.files("kg.view")
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: here.joinpath(name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["from_json"] = json.loads
    return environment


def style(*names: str) -> Markup:
    """Style sheets of this folder as one."""
    return Markup("\n").join(Markup(resources.files("kg.view").joinpath(n).read_text(encoding="utf-8")) for n in names)


def written(path: str | Path, content: str | bytes) -> Path:
    """The file that now holds the text or the bytes, written whole or not at all.

    Raises:
        InputError: it cannot be written.
    """
    path = Path(path)
    draft = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content if isinstance(content, bytes) else content.encode())
        os.replace(draft, path)
    except OSError as error:
        raise InputError(str(path), f"cannot be written ({error.strerror or error})") from error
    return path
