"""What the language room knows of one text, and hands to extraction."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.language.layout import Layout
from kg.language.mentions import Mention
from kg.language.quotes import Quote
from kg.language.tree import Tree


@dataclass(slots=True)
class Cluster:
    """Mentions (by number) of one entity, and what they tell about it.

    `leaning` is the gender that a rare first name makes likely, where nothing tells it.
    `parts` are the clusters that a group consists of, `label` what it is called where no mention reads so.
    """

    members: list[int] = field(default_factory=list)
    kind: str = ""
    number: str = "s"
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    parts: tuple[int, ...] = ()
    label: str = ""
    leaning: str = ""


@dataclass(slots=True)
class Reading:
    """What the language room knows of one text."""

    tree: Tree
    layout: Layout
    paragraphs: list[int]
    quotes: list[Quote]
    mentions: list[Mention]
    clusters: list[Cluster]
    by_token: dict[int, int]

    def cluster_at(self, token: int) -> int | None:
        """The number of the cluster whose mention has this head token."""
        number = self.by_token.get(token)
        return None if number is None else self.mentions[number].cluster
