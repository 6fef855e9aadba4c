"""Firms made of two others, that are called by the names of both: "Glaxo Wellcome" of Glaxo and Wellcome plc."""

from __future__ import annotations

from collections.abc import Collection

from kg import gazetteer


def merged_firms(texts: Collection[str], firms: Collection[str]) -> set[str]:
    """Those of the names that consist of a firm's name and the first word of another firm's.

    Args:
        texts: the names of one article.
        firms: those of them that are a body's in several words ("Mittal Steel").
    """
    alone = {text for text in texts if text not in gazetteer.first_names()}
    firsts = {firm.split()[0] for firm in firms}
    words = {text: text.split() for text in texts}
    return {text for text, parts in words.items() if len(parts) == 2 and parts[0] in alone and parts[1] in firsts}
