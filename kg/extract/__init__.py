"""From parsed texts to claims and open triples; importing it registers the component `kg_claims`."""

from __future__ import annotations

from kg.extract.component import ARTICLE, Claims, extraction_of

__all__ = ["ARTICLE", "Claims", "extraction_of"]
