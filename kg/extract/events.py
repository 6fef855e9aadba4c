"""PLOVER event types of claims.

PLOVER codes what is announced as an act of its own: to promise, plan or offer cooperation is AGREE, to plan or
threaten conflict is THREATEN, to say that one will not cooperate, or to fail to agree, is REJECT (PLOVER manual,
sections on these). What is only demanded, possible or denied is no event of the type that its verb names.
"""

from __future__ import annotations

from kg.model import Modality, Polarity

COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
CONFLICT = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
INTENDED = frozenset({Modality.PLANNED, Modality.CONDITIONAL})


def event_type(named: str | None, polarity: Polarity, modality: Modality) -> str | None:
    """The PLOVER type of a claim whose relation has the type `named`.

    >>> event_type("AID", Polarity.AFFIRMED, Modality.PLANNED)
    'AGREE'
    >>> event_type("ASSAULT", Polarity.AFFIRMED, Modality.PLANNED)
    'THREATEN'
    """
    if named is None:
        return None
    if polarity is Polarity.NEGATED:
        is_refusal = named == "AGREE" or (modality is Modality.PLANNED and named in COOPERATION)
        return "REJECT" if is_refusal and modality is not Modality.REQUIRED else None
    if modality in INTENDED and named in COOPERATION:
        return "AGREE"
    if modality in INTENDED and named in CONFLICT:
        return "THREATEN"
    return None if modality is Modality.REQUIRED else named
