"""`Reader`: articles in, extractions out, in one process; no spaCy object comes out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from kg.extract.component import ARTICLE, extraction_of
from kg.extract.parts import parts, together
from kg.language import DEFAULT_MODEL, load
from kg.language.casing import recased
from kg.model import Article, Extraction

BATCH, PART = 16, "kg.part"


class Reader:
    """A loaded pipeline with all of the project's components.

    Args:
        model: any installed spaCy English pipeline.
        ontology: Turtle files on top of the shipped ontology.

    Raises:
        ModelError, OntologyError: one of them is unusable.
    """

    def __init__(self, *, model: str = DEFAULT_MODEL, ontology: Iterable[str] = ()) -> None:
        self.nlp = load(model)
        config = {"ontology": list(ontology)}
        for name in ("kg_names", "kg_coreference", "kg_claims"):
            self.nlp.add_pipe(name, config=config)

    def read(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """One extraction for each article, in order; its entities have no IRIs yet."""
        waiting: list[tuple[int, Extraction]] = []
        for doc in self.nlp.pipe(self._docs(articles), batch_size=BATCH):
            article, offset, is_last = doc.user_data[PART]
            waiting.append((offset, extraction_of(doc)))
            if is_last:
                yield together(article, waiting)
                waiting = []

    def _docs(self, articles: Iterable[Article]) -> Iterator[Doc]:
        for article in articles:
            cut = list(parts(article.text))
            for number, (offset, text) in enumerate(cut):
                plain = recased(text)
                doc = self.nlp.make_doc(plain)
                doc.user_data.update({"kg.text": text, "kg.recased": plain})
                doc.user_data[ARTICLE] = article
                doc.user_data[PART] = (article, offset, number == len(cut) - 1)
                yield doc
