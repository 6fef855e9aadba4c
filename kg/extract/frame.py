"""A predicate with its arguments; `frames.py` finds them in a parse."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Prepositional:
    """A preposition of a frame with its objects (head tokens) and the token it hangs from."""

    word: str
    token: int
    objects: tuple[int, ...]
    head: int

    @property
    def is_where(self) -> bool:
        """Whether it is the "in" or "at" that "where" stands for."""
        return self.objects == (self.token,)


@dataclass(slots=True)
class Frame:
    """A predicate with its arguments as head tokens, in active roles whatever the voice.

    `subjects` do it, `objects` undergo it (a passive clause's subject is its object), `grammatical` is the
    clause's own subject; `complement` is the predicate noun or adjective of a copula; `clause` the content or
    infinitive clause it governs; `verb` is the head, but where a clause without verb shares that of another.
    """

    head: int
    lemma: str
    is_passive: bool = False
    is_copula: bool = False
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    indirect: tuple[int, ...] = ()
    grammatical: tuple[int, ...] = ()
    prepositions: list[Prepositional] = field(default_factory=list)
    particles: tuple[str, ...] = ()
    complement: int | None = None
    clause: int | None = None
    shared: bool = False
    verb: int = -1

    def __post_init__(self) -> None:
        if self.verb < 0:
            self.verb = self.head

    @property
    def agents(self) -> tuple[int, ...]:
        """Who does it in a passive clause: the objects of its own "by"."""
        heads = (self.head, *self.objects)  # "was fined two million euros by X"
        return tuple(o for p in self.prepositions if p.word == "by" and p.head in heads for o in p.objects)
