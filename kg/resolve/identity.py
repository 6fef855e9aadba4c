"""`resolve`: each entity of an article gets the IRI it bears in the whole graph.

Full names, organisations and places are one across articles where name and kind are equal. A bare surname or a
description says nothing outside its article, so its IRI belongs to the article: namesakes never merge by accident.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from urllib.parse import quote

from kg import gazetteer
from kg.model import Entity, Extraction, Form
from kg.resolve.knowledge import KnownEntities

ROOTS = {
    "kgo:Person": "person",
    "kgo:Organisation": "organisation",
    "kgo:Place": "place",
    "kgo:Event": "event",
    "kgo:Position": "position",
}
LONGEST = 80


def resolve(extraction: Extraction, *, known: KnownEntities | None = None) -> Extraction:
    """The extraction with final IRIs, labels of known entities included."""
    return replace(extraction, entities=tuple(_resolved(extraction, known or KnownEntities())))


def _resolved(extraction: Extraction, known: KnownEntities) -> Iterator[Entity]:
    forms: dict[str, set[Form]] = {}
    for mention in extraction.mentions:
        forms.setdefault(mention.entity, set()).add(mention.form)
    owner: dict[str, str] = {}
    for entity in extraction.entities:
        is_named = bool(forms.get(entity.id, set()) & {Form.NAME, Form.DEMONYM}) or "kgo:Position" in entity.types
        match = known.find((entity.label, *entity.aliases), entity.types) if is_named else None
        if match:
            yield replace(entity, iri=match.iri, label=match.label)
            continue
        root = next((name for curie, name in ROOTS.items() if curie in entity.types), "thing")
        iri = _iri(extraction, entity, root, is_named)
        if owner.setdefault(iri, root) != root:
            iri = f"{iri}-{root}"
        yield replace(entity, iri=iri)


def _iri(extraction: Extraction, entity: Entity, root: str, is_named: bool) -> str:
    name = slug(entity.label)
    if root == "position":
        return f"kgr:position/{name}"
    if not is_named:
        return f"kgr:{slug(extraction.article.id)}/{name}-{entity.id}"
    if "kgo:SportsTeam" in entity.types and _is_place(entity.label):
        return f"kgr:{name}-team"
    if root == "person" and not re.search(r"[\s-]", entity.label.strip()):
        return f"kgr:{slug(extraction.article.id)}/{name}"
    return f"kgr:{name}"


def _is_place(name: str) -> bool:
    """Whether a place has the name too, as a team's has that is called by its town's or country's alone."""
    return any(name in places for places in (gazetteer.country_names(), gazetteer.regions(), gazetteer.cities()))


def is_described(iri: str, articles: Collection[str]) -> bool:
    """Whether an IRI is that of something an article only describes ("an official"), not of something with a name.

    `articles` are the slugs of the articles' ids.

    >>> is_described("kgr:a1/an-official-e7", {"a1"}), is_described("kgr:paris", {"a1"})
    (True, False)
    """
    before, _, name = iri.rpartition("/")
    owner = re.split(r"[/:]", before)[-1]
    return owner == "phrase" or (owner in articles and re.search(r"-e\d+$", name) is not None)


@lru_cache(maxsize=16_384)
def slug(text: str) -> str:
    """Lower-case words joined by hyphens, safe in an IRI.

    >>> slug("Recep Tayyip Erdoğan")
    'recep-tayyip-erdogan'
    """
    plain = unicodedata.normalize("NFKD", text.encode("utf-8", "replace").decode("utf-8"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    words = re.sub(r"[^\w]+", "-", plain).strip("-_")
    return quote(words[:LONGEST], safe="") or "unnamed"
