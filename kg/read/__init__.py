"""Articles from the outer world: files, folders, globs, web addresses and standard input.

    from kg.read import read

    for article in read(["articles/", "more.jsonl.gz"]):
        print(article.id, article.title)

A new format is one file with a reader and one row in `kg.read.formats`; a new
kind of place to read from is one file and one row in `kg.read.sources`.
"""

from __future__ import annotations

from kg.read.articles import read
from kg.read.counting import count
from kg.read.sources import Source, sources

__all__ = ["Source", "count", "read", "sources"]
