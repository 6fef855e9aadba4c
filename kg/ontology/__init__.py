"""The ontology as Python: classes, relations, and how each relation is worded in English."""

from __future__ import annotations

from kg.ontology.ontology import Ontology, folder, shipped
from kg.ontology.terms import ADPOSITIONS, KGO, PREFIXES, Relation, Wording, curie

__all__ = ["ADPOSITIONS", "KGO", "PREFIXES", "Ontology", "Relation", "Wording", "curie", "folder", "shipped"]
