"""The graph as a still picture in SVG: for notebooks, papers and slides."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Unpack

import jinja2

from kg.analyse.naming import find_entity
from kg.analyse.plain import clip
from kg.analyse.selection import Filters
from kg.model import Modality
from kg.store.records import GraphRecords
from kg.view.files import templates
from kg.view.scene import LABEL_LINE, palette, scene

MARGIN, SMALLEST, LARGEST = 70, 6.0, 20.0
CLOSER = 0.62
"""The page leaves room for labels seen from afar; a still picture is seen as it is, so all may stand closer."""
LINE, THIN = 1.6, 0.8
DASHES = {"planned": (5, 4), "other": (2, 4)}
SHAPES = {
    "square": "M-1-1h2v2h-2z",
    "diamond": "M0-1.25L1.25 0 0 1.25-1.25 0z",
    "star": "M0-1.2L.3-.4 1.15-.37.48.15.7.98 0 .5-.7.98-.48.15-1.15-.37-.3-.4z",
    "hexagon": "M-.6-1h1.2L1.15 0 .6 1h-1.2L-1.15 0z",
    "triangle": "M0-1.1L1.1.9h-2.2z",
    "triangleDown": "M0 1.1L1.1-.9h-2.2z",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG that a notebook shows."""

    svg: str

    def _repr_html_(self) -> str:
        return self.svg


def sketch(records: GraphRecords, **options: Any) -> str:
    """The strongest entities and the ties between them as one SVG; the same graph gives the same bytes.

    Arguments and errors are those of `outlined`.
    """
    environment: jinja2.Environment = templates()
    return environment.get_template("sketch.svg.jinja").render(**outlined(records, **options), shapes=SHAPES)


def outlined(
    records: GraphRecords,
    *,
    limit: int = 40,
    title: str = "",
    entity: str | None = None,
    depth: int = 1,
    labels: Mapping[str, str] | None = None,
    symmetric: Collection[str] = (),
    **filters: Unpack[Filters],
) -> dict[str, Any]:
    """Where the strongest entities and the ties between them stand, in pixels, and how they look.

    Args: as those of `kg.view.page`.

    Raises:
        QueryError: nothing in the graph is called like `entity`.
    """
    around = find_entity(records, entity) if entity is not None else None
    picture = scene(records, limit=limit, entity=around, depth=depth, labels=labels, symmetric=symmetric, **filters)
    nodes = {node["id"]: _node(node) for node in picture.nodes if not node.get("more")}
    drawn = [edge for edge in picture.edges if {edge["from"], edge["to"]} <= nodes.keys()]
    left = min((node["x"] for node in nodes.values()), default=0) - MARGIN
    top = min((node["y"] for node in nodes.values()), default=0) - MARGIN // 2
    return {
        "title": clip(title or _heading(len(nodes), picture.data["extent"]["entities"]), 200),
        "left": left,
        "top": top,
        "width": max((node["x"] for node in nodes.values()), default=0) + MARGIN - left,
        "height": max((node["y"] for node in nodes.values()), default=0) + MARGIN - top,
        "nodes": list(nodes.values()),
        "edges": [_edge(edge, nodes, picture.data["claims"]) for edge in drawn],
    }


def _heading(drawn: int, known: int) -> str:
    return f"The {drawn:,} strongest of {known:,} entities" if drawn < known else f"{known:,} entities"


def _node(node: Mapping[str, Any]) -> dict[str, Any]:
    look = palette()[node["kind"]]
    size = min(SMALLEST + 2.6 * float(node["measures"][0]) ** 0.5, LARGEST) * float(look["scale"])
    return {
        "x": round(CLOSER * node["x"]),
        "y": round(CLOSER * node["y"]),
        "size": round(size, 1),
        "kind": node["kind"],
        "colour": node["color"],
        "shape": node["shape"],
        "name": node["label"],
        "lines": _lines(node["label"]),
    }


def _lines(name: str) -> list[str]:
    """The name in at most three lines; what tells it from its namesakes stands on the last.

    >>> _lines("France (national team)")
    ['France', '(national team)']
    """
    label, bracket, qualifier = name.rpartition(" (")
    if not bracket or not qualifier.endswith(")"):
        return wrap(name, LABEL_LINE)[:3]
    return [*wrap(label, LABEL_LINE)[:2], *wrap(f"({qualifier}", LABEL_LINE)[:1]]


def _edge(
    edge: Mapping[str, Any], nodes: Mapping[str, Mapping[str, Any]], cards: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """A line as the page draws it: dashed for what is no fact yet, crossed out when denied, thin when only said."""
    one, other = nodes[edge["from"]], nodes[edge["to"]]
    claims = [cards[number] for number in edge["claims"]]
    modalities = {claim.get("modality", Modality.ACTUAL.value) for claim in claims}
    is_said = all("by" in claim for claim in claims)
    return {
        "x1": one["x"],
        "y1": one["y"],
        "x2": other["x"],
        "y2": other["y"],
        "from": one["size"],
        "to": other["size"],
        "relation": edge["label"],
        "arrow": bool(edge["arrows"]),
        "dash": ()
        if Modality.ACTUAL.value in modalities
        else DASHES["planned" if "planned" in modalities else "other"],
        "denied": edge["denied"],
        "width": THIN if is_said else LINE,
    }
