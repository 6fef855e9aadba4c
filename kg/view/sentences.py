"""A claim as a reader sees it on a page without scripts: what is said, its sentence, when, by whom, how sure."""

from __future__ import annotations

from kg.analyse.plain import clip
from kg.analyse.quads import QUADS, quad_of
from kg.model import Modality, Polarity
from kg.store.records import ClaimRecord
from kg.view.cards import HEADLINE_LENGTH, NAME_LENGTH, Cards, share

QUOTE_LENGTH = 1500


def told(claim: ClaimRecord, cards: Cards) -> dict[str, str]:
    """The words for a claim; empty strings where something is not known."""
    article = cards.records.articles.get(claim.article)
    quad = quad_of(claim)
    thing = cards.name(claim.object) if claim.object is not None else clip(claim.value or "", NAME_LENGTH)
    return {
        "subject": cards.name(claim.subject),
        "relation": cards.relation(claim),
        "object": thing,
        "said": " ".join(filter(None, (cards.name(claim.subject), cards.relation(claim), thing))),
        "quad": QUADS[quad][1] if quad else "",
        "side": QUADS[quad][0] if quad else "",
        "quote": clip(claim.quote, QUOTE_LENGTH),
        "time": clip(claim.time or "", 40),
        "by": cards.name(claim.attributed_to) if claim.attributed_to else "",
        "certainty": f"{round(100 * share(claim.confidence))} %",
        "held": held(claim),
        "article": clip(article.headline if article else "", HEADLINE_LENGTH),
    }


def held(claim: ClaimRecord) -> str:
    """ "denied", "planned" and the like; empty for what is stated as a fact."""
    words = ["denied"] if claim.polarity is Polarity.NEGATED else []
    return ", ".join(words + ([claim.modality.value] if claim.modality is not Modality.ACTUAL else []))
