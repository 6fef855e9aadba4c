"""One HTML file that shows the graph, without network, server or trust in what articles say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Unpack

import jinja2
from markupsafe import Markup
from pyvis.network import Network

from kg.analyse.naming import find_entity
from kg.analyse.plain import clip
from kg.analyse.selection import Filters
from kg.store.records import GraphRecords
from kg.view.files import style, templates
from kg.view.packing import packed, table
from kg.view.scene import Scene, scene

SCRIPTS = (
    "state.js",
    "graph.js",
    "places.js",
    "picture.js",
    "lines.js",
    "elements.js",
    "marks.js",
    "labels.js",
    "claims.js",
    "panel.js",
    "legend.js",
    "filters.js",
    "timeline.js",
    "svg.js",
    "turtle.js",
    "save.js",
    "search.js",
    "choose.js",
    "sheet.js",
    "page.js",
)
"""The page's own scripts; each may use at once what those before it name."""
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "selectConnectedEdges": False},
    "nodes": {"chosen": False},
}
"""What is the same for every picture; positions come with the nodes, so nothing moves by itself."""


def page(
    records: GraphRecords,
    *,
    limit: int = 150,
    title: str | None = None,
    entity: str | None = None,
    depth: int = 1,
    labels: Mapping[str, str] | None = None,
    symmetric: Collection[str] = (),
    **filters: Unpack[Filters],
) -> str:
    """The graph as one HTML page that needs nothing but itself.

    Args:
        records: what the graph holds.
        limit: how many entities are drawn at first, those with the most and surest claims; the page
            says what was left out and offers more.
        title: heading; without, the title of the only article, or the entity's name.
        entity: IRI, label or alias of an entity: only it and what lies around it is drawn.
        depth: how many steps around `entity`.
        labels: words for classes and relations by CURIE; without, their names are split into words.
        symmetric: CURIEs of relations that are drawn without an arrow.
        filters: options of `kg.analyse.select` (relations, classes, articles, since, until,
            min_confidence, direct_only, include_open).

    Raises:
        QueryError: no entity is called `entity`.
    """
    centre = None if entity is None else find_entity(records, entity)
    picture = scene(records, limit=limit, entity=centre, depth=depth, labels=labels, symmetric=symmetric, **filters)
    return _rendered(picture, clip(title or _title(records, centre), 200))


def _title(records: GraphRecords, entity: str | None) -> str:
    if entity is not None:
        return f"Around {records.entities[entity].name}"
    if len(records.articles) == 1:
        return next(iter(records.articles.values())).headline
    return "Knowledge graph"


def _rendered(picture: Scene, title: str) -> str:
    picture = packed(picture)
    network = Network(directed=True, cdn_resources="in_line", heading=title)
    network.templateEnv = _templates()
    network.path = "template.html.jinja"
    network.options = OPTIONS
    for node in picture.nodes:
        network.add_node(node["id"], **{name: value for name, value in node.items() if name != "id"})
    network.edges = picture.edges
    network.templateEnv.globals["data"] = picture.data
    return str(network.generate_html())


def _templates() -> jinja2.Environment:
    """Templates with the scripts and styles that the page carries."""
    here = resources.files("kg.view")
    environment = templates()
    environment.globals |= {
        "style": style("page.css"),
        "script": Markup(_script(here)),
        "library": _library(),
    }
    environment.filters["table"] = table
    return environment


def _script(folder: Traversable) -> str:
    """The page's own scripts as one, which leaves no name behind but `window.kg`."""
    texts = [folder.joinpath(name).read_text(encoding="utf-8") for name in SCRIPTS]
    return "\n".join(["(() => {", '"use strict";', *texts, "})();"])


@cache
def _library() -> Markup:
    """The vis-network script that pyvis brings along."""
    scripts = [
        folder.joinpath("vis-network.min.js")
        for folder in resources.files("pyvis").joinpath("templates", "lib").iterdir()
        if folder.name.startswith("vis-9.1")
    ]
    text = scripts[0].read_text(encoding="utf-8")
    return Markup(text.replace("//# sourceMappingURL=vis-network.min.js.map", ""))
