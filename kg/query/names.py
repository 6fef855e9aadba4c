"""Names to entities: what in the graph is called so, by label or alias; never a guess between two."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.lookup import subjects, values
from kg.store import GraphStore
from kg.store.vocabulary import ALT_LABEL, LABEL, OBJECT, PREFIXES, SUBJECT

MOST = 4
NEAREST = 0.6
CALLED = """
SELECT DISTINCT ?node ?name WHERE {{
  VALUES ?wanted {{ {wanted} }}
  ?node rdfs:label|skos:altLabel ?name .
  FILTER({condition})
}}
"""
SAME = "LCASE(?name) = ?wanted"
PART = "CONTAINS(LCASE(?name), ?wanted)"
TEAM = "-team"
"""How the IRI of a team ends that is called by its place alone (`kg.resolve`)."""


def find_entity(store: GraphStore, name: str, *, role: str = "entity") -> ox.NamedNode:
    """The entity of that IRI, label or alias; its name may be shortened as long as only one is meant.

    Of those called so, an entity that is known in the whole graph goes before one that a single article tells of
    without its full name, what bears the name before what is also called so, a place before its team.

    Args:
        role: what the messages call it.

    Raises:
        QueryError: nothing or more than one thing is called so; the message names what may be meant.
    """
    node = _node(store, name)
    if node is not None:
        if _name_of(store, node) is None:
            raise QueryError(f"{role}: nothing in the graph has the IRI {node.value}")
        return node
    for step in (_exact, _in_any_case, _shortened, _told_apart):
        found = step(store, name)
        best = _best(store, found, name)
        if len(best) > 1:
            raise QueryError(f"{role}: {name!r} is ambiguous, did you mean {_listed(store, best)}?")
        if best:
            return best[0]
    near = _near(store, name)
    hint = f", did you mean {_listed(store, near)}?" if near else ""
    raise QueryError(f"{role}: nothing in the graph is called {name!r}{hint}")


def _node(store: GraphStore, name: str) -> ox.NamedNode | None:
    """The node that an IRI or a CURIE names."""
    prefix, colon, local = name.partition(":")
    namespaces = {**PREFIXES, "kgr": store.base}
    if not colon or not local or not (prefix in namespaces or local.startswith("//")):
        return None
    try:
        return ox.NamedNode(namespaces.get(prefix, f"{prefix}:") + local)
    except ValueError:
        return None


def _name_of(store: GraphStore, node: ox.NamedNode) -> str | None:
    return max(values(store, node, LABEL), key=lambda name: (len(name), name), default=None)


def _exact(store: GraphStore, name: str) -> Iterator[ox.NamedNode]:
    for predicate in (LABEL, ALT_LABEL):
        yield from subjects(store, predicate, ox.Literal(name))


def _in_any_case(store: GraphStore, name: str) -> Iterator[ox.NamedNode]:
    return (node for node, _ in _called(store, SAME, name.lower()))


def _shortened(store: GraphStore, name: str) -> Iterator[ox.NamedNode]:
    """The entities of which a longer name holds these words."""
    words = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return (node for node, called in _called(store, PART, name.lower()) if words.search(called))


def _told_apart(store: GraphStore, name: str) -> Iterator[ox.NamedNode]:
    """The entity that pictures and tables call so to tell it from its namesakes: "France (country)"."""
    if name.endswith(")"):
        for iri, entity in store.records().entities.items():
            if entity.qualifier and entity.name.casefold() == name.casefold():
                yield ox.NamedNode(iri)


def _called(store: GraphStore, condition: str, *wanted: str) -> list[tuple[ox.NamedNode, str]]:
    """The entities with names that meet the condition; what is wanted reaches the query as literals."""
    text = CALLED.format(wanted=" ".join(str(ox.Literal(word)) for word in wanted), condition=condition)
    rows = store.quads.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    return [(row["node"], row["name"].value) for row in rows]


def _best(store: GraphStore, found: Iterable[ox.NamedNode], name: str) -> list[ox.NamedNode]:
    """Those that the name means most likely, the most spoken of first; more than one where it could be each."""
    ranked: dict[tuple[bool, ...], list[ox.NamedNode]] = {}
    for node in dict.fromkeys(found):
        bound_to_article = "/" in node.value.removeprefix(store.base)
        only_alias = (_name_of(store, node) or "").casefold() != name.casefold()
        is_team = node.value.endswith(TEAM)
        ranked.setdefault((bound_to_article, only_alias, is_team), []).append(node)
    if not ranked:
        return []
    return sorted(ranked[min(ranked)], key=lambda node: (-_claims(store, node), node.value))


def _claims(store: GraphStore, node: ox.NamedNode) -> int:
    return sum(1 for role in (SUBJECT, OBJECT) for _ in subjects(store, role, node))


def _near(store: GraphStore, name: str) -> list[ox.NamedNode]:
    """The entities with names most alike, among those that share the beginning of a word."""
    starts = {word[:3] for word in re.findall(r"\w{3,}", name.lower())}
    if not starts:
        return []
    nodes: dict[str, str] = {}
    for node, called in _called(store, PART, *sorted(starts)[:8])[:5000]:
        nodes[called] = min(nodes.get(called, node.value), node.value)
    alike = difflib.get_close_matches(name, nodes, n=MOST - 1, cutoff=NEAREST)
    return list(dict.fromkeys(ox.NamedNode(nodes[match]) for match in alike))


def _listed(store: GraphStore, nodes: list[ox.NamedNode]) -> str:
    shown = [f"{_name_of(store, node) or ''} ({_short(store, node)})" for node in nodes[:MOST]]
    more = f" or {len(nodes) - MOST} more" if len(nodes) > MOST else ""
    return " or ".join(shown) + more


def _short(store: GraphStore, node: ox.NamedNode) -> str:
    return f"kgr:{node.value[len(store.base) :]}" if node.value.startswith(store.base) else node.value
