"""A parsed text as flat lists, one entry a token: what every later step reads.

spaCy's `Token` objects are made anew at each access; rules that visit each token many times run several
times faster on lists. `Tree.of(doc)` copies what they need once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, LOWER, ORTH, POS, SENT_START, TAG
from spacy.tokens import Doc

MODIFIERS = frozenset({"amod", "compound", "nmod"})
"""What stands in front of a noun."""
PREMODIFIERS = MODIFIERS | {"poss"}
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj"})
"""Who or what takes part in what a verb tells."""


@dataclass(slots=True)
class Tree:
    """Tokens by index: `words`, `lowers`, `lemmas`, `tags` (Penn), `pos` (universal), `deps` (ClearNLP labels),
    `heads` (a root is its own head), `children` in order, `starts` and `ends` (characters), `left` and `right`
    (first and last token of the subtree), `sentence` (number of the sentence) and `sentences` (token ranges).
    `text` is what was parsed, `written` the same with the capitals of the article.
    """

    text: str
    words: list[str]
    lowers: list[str]
    lemmas: list[str]
    tags: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]
    starts: list[int]
    ends: list[int]
    left: list[int]
    right: list[int]
    sentence: list[int]
    sentences: list[tuple[int, int]]
    written: str

    @classmethod
    def of(cls, doc: Doc) -> Tree:
        """The tree of a parsed `Doc`."""
        array = doc.to_array([ORTH, LOWER, LEMMA, TAG, POS, DEP, HEAD, IDX, LENGTH, SENT_START])
        columns = array.T.tolist()
        strings = doc.vocab.strings
        known: dict[int, str] = {0: ""}
        names = [[known.get(k) or known.setdefault(k, strings[k]) for k in column] for column in columns[:6]]
        offsets = array[:, 6].astype("int64").tolist()
        heads = [i + offset for i, offset in enumerate(offsets)]
        starts = columns[7]
        children, (left, right) = _children(heads), _edges(heads)
        sentences, sentence = _sentences(columns[9])
        ends = [start + length for start, length in zip(starts, columns[8], strict=True)]
        words, lowers, lemmas, tags, pos, deps = names
        return cls(
            doc.user_data.get("kg.recased") or doc.user_data.get("kg.text") or doc.text,
            words,
            lowers,
            lemmas,
            tags,
            pos,
            deps,
            heads,
            children,
            starts,
            ends,
            left,
            right,
            sentence,
            sentences,
            doc.user_data.get("kg.text") or doc.text,
        )

    def rebuild(self, sentences: Iterable[tuple[int, int]] | None = None) -> None:
        """Compute children and subtrees anew after heads were changed, in all sentences or in some."""
        if sentences is None:
            self.children = _children(self.heads)
            self.left, self.right = _edges(self.heads)
            return
        for first, end in sentences:
            heads = [head - first for head in self.heads[first:end]]
            self.children[first:end] = [[child + first for child in row] for row in _children(heads)]
            left, right = _edges(heads)
            self.left[first:end], self.right[first:end] = [i + first for i in left], [i + first for i in right]

    def __len__(self) -> int:
        return len(self.words)

    def subtree(self, token: int) -> range:
        """The tokens from the first to the last descendant of `token`."""
        return range(self.left[token], self.right[token] + 1)

    def sentence_span(self, token: int) -> tuple[int, int]:
        """The characters of the sentence of a token, without the white space around it."""
        first, end = self.sentences[self.sentence[token]]
        while first < end - 1 and self.pos[first] == "SPACE":
            first += 1
        while end - 1 > first and self.pos[end - 1] == "SPACE":
            end -= 1
        return self.starts[first], self.ends[end - 1]

    def child(self, token: int, *labels: str) -> int | None:
        """The first child that bears one of the dependency labels."""
        for child in self.children[token]:
            if self.deps[child] in labels:
                return child
        return None

    def conjuncts(self, token: int) -> Iterator[int]:
        """The token, those it names as examples ("banks such as A"), and everything coordinated after it."""
        yield token
        for child in self.children[token]:
            if self.deps[child] == "conj":
                yield from self.conjuncts(child)
        yield from self.examples(token)

    def examples(self, noun: int) -> Iterator[int]:
        """The names behind a plural and "including", "such as" or "among them"."""
        for preposition in self.children[noun] if self.tags[noun] in ("NNS", "NNPS") else ():
            such = self.lowers[preposition] == "as" and self.lowers[preposition - 1] == "such"
            if such or self.lowers[preposition] in ("including", "among"):
                for child in self.children[preposition]:
                    if self.deps[child] == "pobj" and (self.tags[child] == "NNP" or self._is_named(child)):
                        yield from self.conjuncts(child)

    def _is_named(self, noun: int) -> bool:
        """Whether a name stands beside a noun ("the owner Rupert Murdoch")."""
        return any(self.deps[c] == "appos" and self.tags[c] == "NNP" for c in self.children[noun])

    def predicate(self, noun: int) -> int:
        """The predicate noun that a noun is joined to ("X is a poet and the founder of Y"), else the noun itself."""
        above = noun
        while self.deps[above] in ("conj", "appos") and self.pos[above] in ("NOUN", "PROPN"):
            above = self.heads[above]
        return above if self.deps[above] in ("attr", "oprd") else noun

    def is_over(self, adverb: int) -> bool:
        """Whether an adverb tells that something has ended ("no longer", "no more")."""
        return self.lowers[adverb] in ("longer", "more") and adverb > 0 and self.lowers[adverb - 1] == "no"

    def is_denied(self, verb: int) -> bool:
        """Whether a verb stands under a negation of its own."""
        return any(self.deps[c] == "neg" or self.is_over(c) for c in self.children[verb])

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above `token`, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def quote(self, first: int, last: int) -> str:
        """The article's own words from the first to the last token, both included."""
        return self.written[self.starts[first] : self.ends[last]]

    def slice(self, first: int, last: int) -> str:
        """The text from the first to the last token, both included."""
        return self.text[self.starts[first] : self.ends[last]]


def _children(heads: list[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    return children


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    left, right = list(range(len(heads))), list(range(len(heads)))
    for i in range(len(heads)):
        node = i
        while heads[node] != node:
            node = heads[node]
            if left[node] <= i <= right[node]:
                break
            left[node], right[node] = min(left[node], i), max(right[node], i)
    return left, right


def _sentences(starts: list[int]) -> tuple[list[tuple[int, int]], list[int]]:
    bounds = [i for i, flag in enumerate(starts) if flag == 1 or i == 0]
    sentences = list(zip(bounds, [*bounds[1:], len(starts)], strict=True)) if bounds else []
    return sentences, [number for number, (start, end) in enumerate(sentences) for _ in range(start, end)]
