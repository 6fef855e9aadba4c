"""The graph: claims as RDF in named graphs, stored in Oxigraph, shown as an rdflib Dataset."""

from __future__ import annotations

from kg.store.export import RDF_FORMATS, export
from kg.store.graph_store import GraphStore
from kg.store.inference import infer, is_inferred, rules
from kg.store.loading import ImportReport, import_files
from kg.store.rdf import article_node, quads, text_hash
from kg.store.reading import RecordReader
from kg.store.records import ArticleRecord, ClaimRecord, EntityRecord, GraphRecords
from kg.store.settings import StoreSettings
from kg.store.validation import check, validate
from kg.store.violations import ValidationReport, Violation
from kg.store.vocabulary import BASE

__all__ = [
    "BASE",
    "RDF_FORMATS",
    "ArticleRecord",
    "ClaimRecord",
    "EntityRecord",
    "GraphRecords",
    "GraphStore",
    "ImportReport",
    "RecordReader",
    "StoreSettings",
    "ValidationReport",
    "Violation",
    "article_node",
    "check",
    "export",
    "import_files",
    "infer",
    "is_inferred",
    "quads",
    "rules",
    "text_hash",
    "validate",
]
