"""What a client takes, from its Accept header (RFC 9110, 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable

ALIASES = {"application/json": "application/sparql-results+json", "application/xml": "application/sparql-results+xml"}
FORMATS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "html": "text/html",
}
QUALITY = re.compile(r"q=(1(?:\.0{0,3})?|0(?:\.\d{0,3})?)")


def accepted(header: str | None, offered: Iterable[str]) -> list[str]:
    """Those of the offered media types that the header takes, the most wanted first; all where there is no header.

    >>> accepted("text/csv;q=0.5, text/turtle", ["text/turtle", "text/csv"])
    ['text/turtle', 'text/csv']
    """
    known = list(offered)
    if not header or not header.strip():
        return known
    ranges = [_range(part) for part in header.split(",")[:100] if part.strip()]
    best = {name: _best(name, ranges) for name in known}
    wanted = [name for name in known if best[name][0] > 0]
    return sorted(wanted, key=lambda name: (-best[name][0], best[name][1]))


def _range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip() for piece in part.split(";"))
    qualities = [found for found in map(QUALITY.fullmatch, parameters) if found]
    return name.lower(), float(qualities[0][1]) if qualities else 1.0


def _best(name: str, ranges: list[tuple[str, float]]) -> tuple[float, int]:
    """The quality of the most specific range that names the type, and where it stands."""
    main = name.partition("/")[0]
    for fits in ({name, *(a for a, t in ALIASES.items() if t == name)}, {f"{main}/*"}, {"*/*", "*"}):
        for position, (wanted, quality) in enumerate(ranges):
            if wanted in fits:
                return quality, position
    return 0.0, len(ranges)
