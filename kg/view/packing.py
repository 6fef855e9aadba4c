"""A picture in as few bytes as plain JSON allows: like things as tables, IRIs without what they begin with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from kg.store.vocabulary import BASE
from kg.view.scene import Scene

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def packed(picture: Scene) -> Scene:
    """The picture as the page carries it; `graph.js` unpacks it.

    IRIs of nodes, claims, articles and other things lose the base of their kind, which stands in `data` once.
    """
    data = picture.data
    classes: dict[tuple[str, str], int] = {}
    small: dict[str, Any] = {
        "base": BASE,
        "entities": {relative(iri): _numbered(known, classes) for iri, known in data["entities"].items()},
        "things": [[relative(iri), *names] for iri, *names in data["things"]],
        "claims": table(_relative(data["claims"], "iri")),
        "articles": table(_relative(data["articles"], "iri")),
    }
    small["classes"] = list(classes)
    nodes, edges = _relative(picture.nodes, "id"), _relative(picture.edges, "from", "to")
    return Scene(list(nodes), list(edges), data | small)


def table(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Names of columns, the most used first, and each row as its values, null where it has none, open at the end."""
    known = list(rows)
    used = Counter(name for row in known for name in row)
    names = [name for name, _ in used.most_common()]
    return {"names": names, "rows": [_trimmed([row.get(name) for name in names]) for row in known]}


def relative(iri: str) -> str:
    """The IRI without the base; a whole one is known by its scheme."""
    rest = iri.removeprefix(BASE)
    return iri if SCHEME.match(rest) or not rest else rest


def _numbered(known: dict[str, Any], classes: dict[tuple[str, str], int]) -> dict[str, Any]:
    """What is known of an entity, its classes by their number."""
    if "types" not in known:
        return known
    return known | {"types": [classes.setdefault((term, words), len(classes)) for term, words in known["types"]]}


def _relative(rows: Iterable[Mapping[str, Any]], *fields: str) -> Iterable[dict[str, Any]]:
    return ({**row, **{name: relative(row[name]) for name in fields}} for row in rows)


def _trimmed(values: list[Any]) -> list[Any]:
    while values and values[-1] is None:
        values.pop()
    return values
