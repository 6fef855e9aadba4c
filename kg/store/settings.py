"""What a store is made with, in a small file inside its folder: the base of its IRIs, and an ontology of one's own."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.files import replacing

FILE = "kg.json"


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """The namespace of things, and the Turtle texts beyond the shipped ontology that inferences rest on."""

    base: str
    ontology: tuple[str, ...] = ()

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The settings of the store in the folder.

        Raises:
            StoreError: the file is damaged.
        """
        path = folder / FILE
        try:
            told: dict[str, Any] = json.loads(path.read_text("utf-8"))
            texts = told.get("ontology", [])
            if not (isinstance(texts, list) and all(isinstance(text, str) for text in texts)):
                raise TypeError
            return cls(absolute(told["base"]), tuple(texts))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise StoreError(f"{path}: damaged") from error

    def write(self, folder: Path) -> None:
        """Put the settings into the folder.

        Raises:
            StoreError: the disk refuses.
        """
        text = json.dumps({name: value for name, value in asdict(self).items() if value}) + "\n"
        path = folder / FILE
        if path.is_file():
            with replacing(path) as stream:
                stream.write(text.encode())
        else:  # a draft beside it would look like another program's file to whoever makes the store at the same time
            path.write_text(text, encoding="utf-8")


def absolute(base: str) -> str:
    """The base if nodes can be made from it; ValueError otherwise."""
    return ox.NamedNode(base).value
