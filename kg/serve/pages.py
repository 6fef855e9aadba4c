"""Pages for people: the explorer, search results, an answer, the drawn neighbourhood."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pyoxigraph as ox

from kg.query import questions
from kg.query.ask import rows as asked
from kg.query.lookup import subjects, values
from kg.query.prepared import prepared
from kg.serve.answers import rows
from kg.serve.desk import Desk, RefusedError
from kg.serve.shown import HTML, existing, href, ontology, text
from kg.serve.shown import page as from_template
from kg.store import GraphStore, StoreSettings, article_node
from kg.store import vocabulary as v
from kg.view import page

MOST_ROWS, MOST_ARTICLES = 200, 60
ARTICLES = frozenset({"article", "said_in", "denied_in", "planned_in", "told_in"})
"""Columns of answers that hold ids of articles."""
SENTENCES = frozenset({"sentence", "said", "denied", "plan", "told"})
"""Columns of answers that hold sentences."""


def explorer(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """The first page: search, the most mentioned, the prepared questions."""
    _, central = rows(desk, CENTRAL)
    found = [{"name": text(name), "href": href(desk, node.value), "articles": text(n)} for node, name, n in central]
    counts = {"articles": sum(1 for _ in values(desk.store, None, v.TEXT_HASH))}
    return from_template("explorer.html", counts=counts, central=found, questions=questions())


def results(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """Search hits, each with links to its entity, article and claims."""
    words = request["words"]
    hits = desk.index.search(desk.store, words, limit=request["limit"]) if words.strip() else []
    shown = [{"hit": hit, "href": href(desk, hit.entity or ""), "article": href(desk, hit.article)} for hit in hits]
    return from_template("results.html", words=words, hits=shown, claim=lambda iri: href(desk, iri))


def answer(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """The answer to a prepared question as a table, with a form for its parameters."""
    question, given = prepared(request["name"]), request["parameters"]
    lacking = [p.name for p in question.parameters if p.needed and p.name not in given]
    found = None if lacking else asked(desk.store, question.name, given, most=MOST_ROWS + 1)
    names, table = (found.names, islice(found, MOST_ROWS)) if found else ([], iter(()))
    cells = [[_cell(desk, name, value) for name, value in zip(names, row, strict=True)] for row in table]
    cut = found is not None and len(found) > MOST_ROWS
    return from_template(
        "answer.html", question=question, given=given, names=names, rows=cells, lacking=lacking, cut=cut, long=SENTENCES
    )


def _cell(desk: Desk, column: str, value: Any) -> dict[str, str]:
    """A value of an answer; articles and things lead to their pages."""
    said = text(value)
    if column in ARTICLES and said:
        return {"text": said, "href": href(desk, article_node(said, desk.store.base).value)}
    return {"text": said, "href": href(desk, said)}


def drawing(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """The drawn neighbourhood of an entity, from the articles that mention it (the first `MOST_ARTICLES`)."""
    entity = existing(desk.store, request["iri"])
    articles = sorted({article.value for article in subjects(desk.store, v.MENTIONS, entity)})[:MOST_ARTICLES]
    if not articles:
        raise RefusedError(404, f"no article mentions {request['iri']}")
    part = ox.Store()
    for article in articles:
        part.extend(desk.store.quads.quads_for_pattern(None, None, None, ox.NamedNode(article)))
    known = ontology()
    symmetric = {r.curie for r in known.relations.values() if r.is_symmetric}
    records = GraphStore(part, StoreSettings(desk.store.base)).records()
    return HTML, page(records, entity=entity.value, labels=known.labels, symmetric=symmetric).encode("utf-8", "replace")


CENTRAL = """
SELECT ?node (MIN(?label) AS ?name) (COUNT(DISTINCT ?document) AS ?articles) WHERE {
  { SELECT ?node (COUNT(?document) AS ?n) WHERE {
      GRAPH ?document { ?document schema:mentions ?node }
      FILTER(!STRSTARTS(STR(?node), CONCAT(STR(kgr:), "position/")))
    } GROUP BY ?node ORDER BY DESC(?n) ?node LIMIT 40 }
  GRAPH ?document { ?node rdfs:label ?label }
} GROUP BY ?node ORDER BY DESC(?articles) ?name
"""
