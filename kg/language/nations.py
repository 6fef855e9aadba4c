"""Plural nouns of several nations: "U.S. and Russian negotiators" are two groups, each described for itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.language.mentions import Mention
from kg.language.reading import Cluster, Reading
from kg.language.tree import MODIFIERS
from kg.model import Form

NATIONAL = frozenset({"kgo:Country", "kgo:NationalityOrGroup"})


def split_nations(reading: Reading) -> None:
    """Give the cluster of each such noun a part for each nation, where nothing else is known of it."""
    for number, mention in enumerate(list(reading.mentions)):
        if mention.form is not Form.NOUN or mention.number != "p" or mention.cluster < 0:
            continue
        cluster = reading.clusters[mention.cluster]
        if cluster.members == [number] and not cluster.parts:
            nations = _nations(reading, mention)
            if len(nations) > 1:
                cluster.parts = tuple(_part(reading, mention, token, nations) for token in nations)


def _nations(reading: Reading, mention: Mention) -> list[int]:
    """The head tokens of the nationality words coordinated in front of a noun."""
    tree = reading.tree
    for child in tree.children[mention.head]:
        if mention.first <= child < mention.head and tree.deps[child] in MODIFIERS:
            listed = [t for t in tree.conjuncts(child) if t < mention.head]
            if len(listed) > 1 and all(_is_nation(reading, token) for token in listed):
                return listed
    return []


def _is_nation(reading: Reading, token: int) -> bool:
    number = reading.by_token.get(token)
    mention = None if number is None else reading.mentions[number]
    return mention is not None and mention.form is not Form.NOUN and mention.kind in NATIONAL


def _part(reading: Reading, whole: Mention, token: int, nations: list[int]) -> int:
    """A new cluster for the people of one of the nations; the last one's own words stand together in the text."""
    nation = reading.mentions[reading.by_token[token]]
    first = nation.first if token == nations[-1] else whole.first
    reading.mentions.append(replace(whole, first=first, cluster=len(reading.clusters)))
    label = " ".join(_words(reading, whole, nation, nations))
    reading.clusters.append(Cluster([len(reading.mentions) - 1], whole.kind, "p", label=label))
    return len(reading.clusters) - 1


def _words(reading: Reading, whole: Mention, nation: Mention, nations: list[int]) -> Iterator[str]:
    """The noun phrase with one of its nations ("Russian negotiators")."""
    tree = reading.tree
    between = range(tree.left[nations[0]], nations[-1] + 1)
    for token in range(whole.first, whole.last + 1):
        if (token not in between or nation.first <= token <= nation.last) and tree.deps[token] != "det":
            yield tree.words[token]
