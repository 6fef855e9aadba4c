"""Events in the terms of SEM and OWL-Time: what happened, who took part, where and when, by which claims.

A claim is a statement, not the event that it states. What affirmed, actual claims of event relations tell of becomes a
`sem:Event` here (Simple Event Model); claims that agree in relation, both sides, time and place tell of one, unless
no time is told: two meetings of the same two need not be one. A time is a `time:Instant` known to its grain
(`time:inXSDDate`, `inXSDgYearMonth`, `inXSDgYear`), or a `time:ProperInterval` between two (OWL-Time).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from urllib.parse import quote

import pyoxigraph as ox

from kg.store import vocabulary as v
from kg.store.graph_store import select

Node = ox.NamedNode | ox.BlankNode | ox.Literal
Triples = Iterator[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]

EVENT, EVENT_TYPE = v.term("sem:Event"), v.term("sem:eventType")
ACTOR, PLACE, TIME = v.term("sem:hasActor"), v.term("sem:hasPlace"), v.term("sem:hasTime")
INSTANT, INTERVAL = v.term("time:Instant"), v.term("time:ProperInterval")
BEGINNING, END = v.term("time:hasBeginning"), v.term("time:hasEnd")
GRAINS = {
    4: (v.term("time:inXSDgYear"), v.term("xsd:gYear")),
    7: (v.term("time:inXSDgYearMonth"), v.term("xsd:gYearMonth")),
    10: (v.term("time:inXSDDate"), v.term("xsd:date")),
}
HAPPENINGS = (
    "SELECT DISTINCT ?relation WHERE { { ?relation kgo:happens true } UNION { ?relation kgo:eventType ?type } }"
)
CLAIMS = """
SELECT ?claim ?relation ?subject ?object ?type ?time ?place WHERE {{
  VALUES ?relation {{ {relations} }}
  ?claim rdf:predicate ?relation ; kgo:polarity ?polarity ; kgo:modality ?modality ; rdf:subject ?subject .
  FILTER(?polarity = kgo:Affirmed && ?modality = kgo:Actual)
  OPTIONAL {{ ?claim rdf:object ?object }}
  OPTIONAL {{ ?claim kgo:eventType ?type }}
  OPTIONAL {{ ?claim kgo:time ?time }}
  OPTIONAL {{ ?claim kgo:place ?place }}
}}
"""


def events(store: ox.Store, known: ox.Store, *, base: str) -> Triples:
    """What the claims of a store say happened; a triple may come more than once.

    Args:
        known: the ontology, and the classes of things, stated and inferred.
    """
    agents, places = (_members(known, name) for name in ("kgo:Agent", "kgo:Place"))
    relations = sorted({str(row["relation"]) for row in select(known, HAPPENINGS, prefixes=v.PREFIXES)})
    query = CLAIMS.format(relations=" ".join(relations))
    for row in select(store, query, prefixes=v.PREFIXES, use_default_graph_as_union=True):
        claim, relation, subject, value, kind, time, place = row
        event = _event(base, claim, (relation, subject, value, time, place))
        yield event, v.TYPE, EVENT
        yield event, v.DERIVED, claim
        yield event, EVENT_TYPE, relation
        if kind is not None:
            yield event, EVENT_TYPE, kind
        for taking_part in (subject, value):
            if taking_part is not None and taking_part in agents:
                yield event, ACTOR, taking_part
        for where in (place, value):
            if where is not None and where in places and (where == place or where not in agents):
                yield event, PLACE, where
        if time is not None:
            yield from _times(event, time.value, base)


def _event(base: str, claim: ox.NamedNode, told: tuple[Node | None, ...]) -> ox.NamedNode:
    """The node of an event, named by what is told of it; where the time is not told, by the claim."""
    words = map(str, told if told[3] is not None else (claim,))
    return ox.NamedNode(f"{base}event/{hashlib.sha256(' '.join(words).encode()).hexdigest()[:24]}")


def _members(known: ox.Store, kind: str) -> set[object]:
    return {quad.subject for quad in known.quads_for_pattern(None, v.TYPE, v.term(kind))}


def _times(event: ox.NamedNode, time: str, base: str) -> Triples:
    start, slash, end = time.partition("/")
    node = ox.NamedNode(f"{base}time/{quote(time, safe='')}")
    if not slash or start == end:
        instant = ox.NamedNode(f"{base}time/{quote(start, safe='')}")
        yield event, TIME, instant
        yield from _instant(instant, start)
        return
    yield event, TIME, node
    yield node, v.TYPE, INTERVAL
    for relation, part in ((BEGINNING, start), (END, end)):
        instant = ox.NamedNode(f"{base}time/{quote(part, safe='')}")
        yield node, relation, instant
        yield from _instant(instant, part)


def _instant(node: ox.NamedNode, time: str) -> Triples:
    yield node, v.TYPE, INSTANT
    if len(time) in GRAINS:
        position, datatype = GRAINS[len(time)]
        yield node, position, ox.Literal(time, datatype=datatype)
