"""The RDF formats as Oxigraph's parsers know them."""

from __future__ import annotations

import pyoxigraph as ox

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
}
TRIPLES_ONLY = frozenset({"ttl", "nt"})
