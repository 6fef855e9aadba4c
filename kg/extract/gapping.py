"""Gapping: clauses whose verb is left out because the one before has it.

"Vega met Soto on Monday and Ortiz on Tuesday"; "Ann lives in Rome, and Bob in Paris" (Ross 1970).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.frame import Frame
from kg.extract.frames import prepositional
from kg.language.tree import Tree

NAMES = ("NNP", "NNPS")


def gapped(tree: Tree, frames: Iterable[Frame]) -> list[Frame]:
    """The frames of clauses without verb; what they take up leaves the frame whose verb it shares."""
    return [gap for frame in frames for gap in (*_of_objects(tree, frame), *_of_subjects(tree, frame))]


def _of_objects(tree: Tree, frame: Frame) -> Iterator[Frame]:
    """ "met Soto on Monday and Ortiz on Tuesday"."""
    if frame.is_passive or len(frame.objects) < 2:
        return
    words = {p.word for p in frame.prepositions if p.head in (frame.head, frame.objects[0])}
    for token in frame.objects[1:]:
        own = [p for p in prepositional(tree, token) if p.word in words and p.objects]
        if own and tree.tags[token] in NAMES and _is_parallel(tree, frame, own[0].word, own[0].objects[0]):
            frame.objects = tuple(o for o in frame.objects if o != token)
            yield replace(frame, head=token, verb=frame.head, objects=(token,), prepositions=own, clause=None)


def _of_subjects(tree: Tree, frame: Frame) -> Iterator[Frame]:
    """ "Ann lives in Rome, and Bob in Paris"."""
    words = {p.word for p in frame.prepositions}
    for token in tree.children[frame.head]:
        if tree.deps[token] != "conj" or tree.tags[token] not in NAMES:
            continue
        own = [p for p in prepositional(tree, token) if p.word in words and p.objects]
        if not own or not _is_parallel(tree, frame, own[0].word, own[0].objects[0]):
            continue
        subjects = () if frame.is_passive else (token,)
        objects = (token,) if frame.is_passive else ()
        yield replace(
            frame,
            head=token,
            verb=frame.head,
            grammatical=(token,),
            subjects=subjects,
            objects=objects,
            prepositions=own,
            clause=None,
        )


def _is_parallel(tree: Tree, frame: Frame, word: str, token: int) -> bool:
    """Whether the verb's own phrase with that preposition stands in front of the second one."""
    return any(o < token for p in frame.prepositions if p.word == word for o in p.objects)
