"""People whose name has a nickname inside: "Linda “Lou” Berg", Roelof 'Pik' Holm."""

from __future__ import annotations

from collections.abc import Iterator

from kg import gazetteer
from kg.language.labels import Labels
from kg.language.spans import Name, is_proper, proper_run
from kg.language.tree import Tree

OPENING, CLOSING = frozenset({"“", '"', "``", "‘", "'"}), frozenset({"”", '"', "''", "’", "'"})
LONGEST = 3


def nicknamed(tree: Tree, labels: Labels) -> Iterator[Name]:
    """The names in order: a first name, up to three words in quotation marks, a surname."""
    for i in range(1, len(tree) - 3):
        if tree.words[i] not in OPENING or not _is_part(tree, i - 1, labels):
            continue
        close = next((k for k in range(i + 2, min(i + LONGEST + 2, len(tree) - 1)) if tree.words[k] in CLOSING), None)
        if close is None or not all(tree.words[k][:1].isupper() for k in range(i + 1, close)):
            continue
        last = proper_run(tree, close + 1, set())
        is_known = tree.words[i - 1] in gazetteer.first_names()
        if is_proper(tree, close + 1) and (is_known or _is_part(tree, last, labels)):
            first = i - 1
            while first > 0 and _is_part(tree, first - 1, labels) and tree.sentence[first - 1] == tree.sentence[i]:
                first -= 1
            yield Name(first, last, "PERSON")


def _is_part(tree: Tree, i: int, labels: Labels) -> bool:
    """Whether a word may be part of a person's name: no title, no "Times", nothing that people or bodies are called."""
    word = tree.lowers[i]
    return is_proper(tree, i) and word not in labels.titles and word not in labels.headwords
