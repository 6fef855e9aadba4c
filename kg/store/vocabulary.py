"""Namespaces and terms that the graph uses, as pyoxigraph nodes."""

from __future__ import annotations

import pyoxigraph as ox

BASE = "https://w3id.org/newskg/id/"
PREFIXES = {
    "kgo": "https://w3id.org/newskg/ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def term(curie: str) -> ox.NamedNode:
    """The node of a CURIE with one of the prefixes above."""
    prefix, _, name = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + name)


TYPE, LABEL = term("rdf:type"), term("rdfs:label")
SUBJECT, PREDICATE, OBJECT = term("rdf:subject"), term("rdf:predicate"), term("rdf:object")
REIFIES = term("rdf:reifies")
STATEMENT, CLAIM, ENTITY = term("rdf:Statement"), term("kgo:Claim"), term("kgo:Entity")
POLARITY, MODALITY, CONFIDENCE = term("kgo:polarity"), term("kgo:modality"), term("kgo:confidence")
PHRASE, TIME, PLACE, EVENT_TYPE = term("kgo:phrase"), term("kgo:time"), term("kgo:place"), term("kgo:eventType")
RELATED = term("kgo:relatedTo")
INFERENCE, INFERRED_GRAPH, RULE = term("kgo:Inference"), term("kgo:InferredGraph"), term("kgo:rule")
ATTRIBUTED, DERIVED = term("prov:wasAttributedTo"), term("prov:wasDerivedFrom")
TARGET, SOURCE, SELECTOR = term("oa:hasTarget"), term("oa:hasSource"), term("oa:hasSelector")
START, END, EXACT = term("oa:start"), term("oa:end"), term("oa:exact")
PREFIX, SUFFIX = term("oa:prefix"), term("oa:suffix")
RESOURCE, POSITION, QUOTE = term("oa:SpecificResource"), term("oa:TextPositionSelector"), term("oa:TextQuoteSelector")
ARTICLE, HEADLINE, BODY = term("schema:NewsArticle"), term("schema:headline"), term("schema:articleBody")
PUBLISHED, PUBLISHER, URL = term("schema:datePublished"), term("schema:publisher"), term("schema:url")
MENTIONS, IDENTIFIER, TEXT_HASH = term("schema:mentions"), term("dcterms:identifier"), term("kgo:textHash")
ALT_LABEL, SAME_AS = term("skos:altLabel"), term("owl:sameAs")
EVENT_CLASSES = {"MOBILIZE": term("kgo:Mobilise")}


def event_class(name: str) -> ox.NamedNode:
    """The class of a PLOVER type ("CONSULT" gives kgo:Consult)."""
    return EVENT_CLASSES.get(name) or ox.NamedNode(PREFIXES["kgo"] + name.capitalize())
