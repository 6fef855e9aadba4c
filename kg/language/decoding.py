"""`kg_ner`: the pipeline's own name tagger, its decisions taken for a whole batch at once.

spaCy's transition-based tagger asks the interpreter's lock dozens of times at every token, which takes longer than
its networks. Here the same weights decide the same, in numpy: outside of a name, the best action depends on the token
alone, and inside one only on the token and on where the name began.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from spacy.util import minibatch

TAGGER = "ner"
CONTEXT, PIECES = 3, 2  # of a state: the token, the first of its name, the one before; of each hidden unit
MISSING = -np.inf


def is_decodable(tagger: Any) -> bool:
    """Whether this is a tagger of the form that `Decoder` decodes: greedy, three tokens of context, one upper layer."""
    if not isinstance(tagger, EntityRecognizer) or tagger.cfg.get("beam_width", 1) != 1:
        return False
    layers = tagger.model.layers
    return (
        [layer.name for layer in layers[1:]] == ["precomputable_affine", "linear"]
        and (layers[1].get_dim("nF"), layers[1].get_dim("nP")) == (CONTEXT, PIECES)
        and not tagger.model.attrs.get("unseen_classes")
    )


class Decoder:
    """Sets the names that the tagger would set."""

    def __init__(self, tagger: EntityRecognizer) -> None:
        self.tagger = tagger
        self.vectors, lower, upper = tagger.model.layers
        width = lower.get_dim("nO") * PIECES
        self.lower = lower.get_param("W").reshape(CONTEXT * width, -1).T.copy()
        self.padding = lower.get_param("pad").reshape(CONTEXT, width)
        self.bias = lower.get_param("b").reshape(width)
        self.upper, self.upper_bias = upper.get_param("W"), upper.get_param("b")
        self._learn_moves([tagger.moves.get_class_name(row) for row in range(tagger.moves.n_moves)])

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its names."""
        self._annotate([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """The docs with their names, in order."""
        for batch in minibatch(docs, size=batch_size):  # type: ignore[no-untyped-call]
            fresh = list(batch)
            self._annotate(fresh)
            yield from fresh

    def _learn_moves(self, names: Sequence[str]) -> None:
        """What the rows of the upper layer stand for: (move, label) each, and the rows to go on and to end by label."""
        self.moves = [(name[0], name[2:]) for name in names]
        kinds = np.array([move if label or move == "O" else "" for move, label in self.moves])  # "U-" only blocks
        self.is_first, self.is_sole = kinds == "B", kinds == "U"
        self.is_within = ~np.isin(kinds, ("B", "U", "O"))
        row = {move: index for index, move in enumerate(self.moves)}
        self.go_on = np.array([row.get(("I", label), 0) for _, label in self.moves])
        self.end = np.array([row.get(("L", label), 0) for _, label in self.moves])

    def _annotate(self, docs: list[Doc]) -> None:
        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return
        columns = np.vstack([doc.to_array([IS_SPACE, SENT_START, ENT_IOB]) for doc in docs])
        if columns[:, 2].any():  # names set before: the rules that keep them are the tagger's own
            self.tagger.set_annotations(docs, self.tagger.predict(docs))
            return
        hidden = self.vectors.predict(docs) @ self.lower  # what a token adds as first, second and third of a context
        lengths = [len(doc) for doc in docs]
        ends = np.cumsum(lengths)
        is_closing = np.append(columns[1:, 1] == 1, True)  # the next token begins a sentence or another text
        is_closing[ends - 1] = True
        moves = self._outside(hidden, columns[:, 0].astype(bool), is_closing)
        last = self._lasts(hidden, moves, is_closing)
        for doc, start, end in zip(docs, ends - lengths, ends, strict=True):
            doc.set_ents(list(self._names(doc, moves[start:end], last[start:end] - start)), default="outside")

    def _outside(self, hidden: Any, is_space: Any, is_closing: Any) -> Any:
        """The best move at each token when no name is open."""
        width = len(self.bias)
        scores = self._scores(hidden[:, :width] + self.padding[1] + self.padding[2])
        scores[:, self.is_within] = MISSING
        scores[np.ix_(is_space, self.is_first | self.is_sole)] = MISSING
        scores[np.ix_(is_closing, self.is_first)] = MISSING
        return scores.argmax(axis=1)

    def _lasts(self, hidden: Any, moves: Any, is_closing: Any) -> Any:
        """The last token of the name that begins at each token, if one does."""
        width = len(self.bias)
        last = np.arange(len(moves))
        starts = np.flatnonzero(self.is_first[moves])
        tokens = starts + 1
        while len(starts):
            context = hidden[tokens, :width] + hidden[starts, width : 2 * width] + hidden[tokens - 1, 2 * width :]
            scores, rows, move = self._scores(context), np.arange(len(starts)), moves[starts]
            goes_on = (scores[rows, self.go_on[move]] > scores[rows, self.end[move]]) & ~is_closing[tokens]
            last[starts] = tokens
            starts, tokens = starts[goes_on], tokens[goes_on] + 1
        return last

    def _scores(self, context: Any) -> Any:
        units = (context + self.bias).reshape(len(context), -1, PIECES)
        return np.maximum(units[:, :, 0], units[:, :, 1]) @ self.upper.T + self.upper_bias

    def _names(self, doc: Doc, moves: Any, last: Any) -> Iterator[Span]:
        free = 0
        for token in np.flatnonzero((self.is_first | self.is_sole)[moves]).tolist():
            if token >= free:
                free = int(last[token]) + 1
                yield Span(doc, token, free, label=self.moves[moves[token]][1])


@Language.factory("kg_ner", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_decoder(nlp: Language, name: str) -> Decoder:
    """The component over the pipeline's own (disabled) name tagger."""
    return Decoder(dict(nlp.components)[TAGGER])
