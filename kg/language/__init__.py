"""From texts to parsed texts with names and coreference; importing it registers the room's spaCy components."""

from __future__ import annotations

from kg.language import coreference, layout, morphology, names
from kg.language.pipeline import DEFAULT_MODEL, load

__all__ = ["DEFAULT_MODEL", "coreference", "layout", "load", "morphology", "names"]
