"""Pages for people: the explorer, a node, search results, an answer, the drawn neighbourhood."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import jinja2
import pyoxigraph as ox

from kg.ontology import Ontology
from kg.query import questions
from kg.query.ask import rows as asked
from kg.query.lookup import is_there, subjects, values
from kg.query.prepared import prepared
from kg.serve.answers import rows
from kg.serve.desk import Desk, RefusedError, prefix
from kg.store import GraphStore, StoreSettings, article_node
from kg.store import vocabulary as v
from kg.view import page

HTML = "text/html; charset=utf-8"
MOST_ROWS, MOST_CLAIMS, MOST_ARTICLES = 200, 200, 60


def explorer(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """The first page: search, the most mentioned, the prepared questions."""
    _, central = rows(desk, CENTRAL)
    found = [{"name": _text(name), "href": _href(desk, node.value), "articles": _text(n)} for node, name, n in central]
    counts = {"articles": sum(1 for _ in values(desk.store, None, v.TEXT_HASH))}
    return _page("explorer.html", counts=counts, central=found, questions=questions())


def results(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """Search hits, each with links to its entity, article and claims."""
    words = request["words"]
    hits = desk.index.search(desk.store, words, limit=request["limit"]) if words.strip() else []
    shown = [{"hit": hit, "href": _href(desk, hit.entity or ""), "article": _href(desk, hit.article)} for hit in hits]
    return _page("results.html", words=words, hits=shown, claim=lambda iri: _href(desk, iri))


def answer(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """The answer to a prepared question as a table, with a form for its parameters."""
    question, given = prepared(request["name"]), request["parameters"]
    lacking = [p.name for p in question.parameters if p.needed and p.name not in given]
    names, table = ([], []) if lacking else asked(desk.store, question.name, given, most=MOST_ROWS + 1)
    cells = [[_text(value) for value in row] for row in table[:MOST_ROWS]]
    cut = len(table) > MOST_ROWS
    return _page("answer.html", question=question, given=given, names=names, rows=cells, lacking=lacking, cut=cut)


def node(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """What the graph says of a node, and for an entity or article its claims with their sentences."""
    iri = request["iri"]
    subject = _existing(desk.store, iri)
    facts: dict[str, list[dict[str, str]]] = {}
    told = {(quad.predicate, quad.object) for quad in desk.store.quads.quads_for_pattern(subject, None, None)}
    for predicate, value in sorted(told, key=str):
        if predicate == v.BODY:
            continue
        facts.setdefault(_word(predicate.value), []).append(_link(desk, value))
    asks = {"entity": iri, "limit": MOST_CLAIMS}
    is_article = (v.TYPE, v.ARTICLE) in told
    if is_article:
        identifier = next(values(desk.store, subject, v.IDENTIFIER))
        asks = {"article": identifier, "limit": MOST_CLAIMS}
    is_entity = not is_article and any(predicate == v.LABEL for predicate, _ in told)
    names, claims = asked(desk.store, "evidence", asks) if is_article or is_entity else ([], [])
    cells = [dict(zip(names, map(_text, row), strict=True)) for row in claims]
    for cell in cells:
        cell["href"] = _href(desk, article_node(cell["article"], desk.store.base).value)
    body = next(values(desk.store, subject, v.BODY), "")
    return _page(
        "node.html", iri=iri, label=_label(desk.store, subject), facts=facts, claims=cells, body=body,
        is_entity=is_entity, path=_href(desk, iri), cut=len(cells) == MOST_CLAIMS,
    )  # fmt: skip


def drawing(desk: Desk, request: dict[str, Any]) -> tuple[str, bytes]:
    """The drawn neighbourhood of an entity, from the articles that mention it (the first `MOST_ARTICLES`)."""
    entity = _existing(desk.store, request["iri"])
    articles = sorted({article.value for article in subjects(desk.store, v.MENTIONS, entity)})[:MOST_ARTICLES]
    if not articles:
        raise RefusedError(404, f"no article mentions {request['iri']}")
    part = ox.Store()
    for article in articles:
        part.extend(desk.store.quads.quads_for_pattern(None, None, None, ox.NamedNode(article)))
    known = _ontology()
    symmetric = {r.curie for r in known.relations.values() if r.is_symmetric}
    records = GraphStore(part, StoreSettings(desk.store.base)).records()
    return HTML, page(records, entity=entity.value, labels=known.labels, symmetric=symmetric).encode("utf-8", "replace")


CENTRAL = """
SELECT ?node (MIN(?label) AS ?name) (COUNT(DISTINCT ?document) AS ?articles) WHERE {
  { SELECT ?node (COUNT(?document) AS ?n) WHERE { GRAPH ?document { ?document schema:mentions ?node } }
    GROUP BY ?node ORDER BY DESC(?n) ?node LIMIT 40 }
  GRAPH ?document { ?node rdfs:label ?label }
} GROUP BY ?node ORDER BY DESC(?articles) ?name
"""


def _existing(store: GraphStore, iri: str) -> ox.NamedNode:
    try:
        subject = ox.NamedNode(iri)
    except ValueError as error:
        raise RefusedError(404, "no such page") from error
    if not is_there(store, subject):
        raise RefusedError(404, f"nothing in the graph has the IRI {iri}")
    return subject


def _label(store: GraphStore, subject: ox.NamedNode) -> str:
    for predicate in (v.LABEL, v.HEADLINE, v.PHRASE):
        names = list(values(store, subject, predicate))
        if names:
            return max(names, key=lambda name: (len(name), name))
    return subject.value


def _link(desk: Desk, value: Any) -> dict[str, str]:
    """A value with the address of its page, where it has one here or on the web."""
    if not isinstance(value, ox.NamedNode):
        return {"text": _text(value), "href": ""}
    inside = value.value.startswith(desk.store.base)
    text = _label(desk.store, value) if inside else _word(value.value)
    return {"text": text, "href": _href(desk, value.value)}


def _href(desk: Desk, iri: str) -> str:
    if iri.startswith(desk.store.base):
        return prefix(desk.store.base) + iri[len(desk.store.base) :]
    return iri if iri.startswith(("https://", "http://")) else ""


def _word(iri: str) -> str:
    """The CURIE of an IRI, where it has one."""
    return next((f"{p}:{iri[len(n) :]}" for p, n in v.PREFIXES.items() if iri.startswith(n)), iri)


def _text(value: Any) -> str:
    return "" if value is None else value.value if hasattr(value, "value") else str(value)


def _page(template: str, **context: Any) -> tuple[str, bytes]:
    return HTML, _templates().get_template(template).render(**context).encode("utf-8", "replace")


@cache
def _templates() -> jinja2.Environment:
    folder = resources.files("kg.serve") / "templates"
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: folder.joinpath(name).read_text("utf-8")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _ontology() -> Ontology:
    return Ontology.load()
