"""The SPARQL 1.1 Service Description of the endpoint."""

from __future__ import annotations

import pyoxigraph as ox

from kg.serve.answers import GRAPHS
from kg.serve.results import ROWS

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
NAMES = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/ld+json": "JSON-LD",
    "application/rdf+xml": "RDF_XML",
}


def description(endpoint: str, media_type: str) -> bytes:
    """What the endpoint at this address can do, as RDF."""
    service, dataset, graph = (ox.NamedNode(endpoint + part) for part in ("", "#dataset", "#default-graph"))
    told = [
        (service, _rdf("type"), _sd("Service")),
        (service, _sd("endpoint"), service),
        (service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        (service, _sd("feature"), _sd("UnionDefaultGraph")),
        (service, _sd("defaultDataset"), dataset),
        (dataset, _rdf("type"), _sd("Dataset")),
        (dataset, _sd("defaultGraph"), graph),
        (graph, _rdf("type"), _sd("Graph")),
        *((service, _sd("resultFormat"), ox.NamedNode(FORMATS + NAMES[name])) for name in (*ROWS, *GRAPHS)),
    ]
    prefixes = None if media_type == "application/n-triples" else {"sd": SD, "format": FORMATS}
    return ox.serialize([ox.Triple(*triple) for triple in told], format=GRAPHS[media_type], prefixes=prefixes) or b""


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(SD + name)


def _rdf(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}")
