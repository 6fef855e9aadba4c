"""How sure a claim is, by the construction that states it.

The figures are shares of claims that were right in texts with hand-made gold; `tests/bench/reliability.py` measures
how well they hold.
"""

from __future__ import annotations

BESIDE, ENTAILED, TITLE, ROLE, NATIONALITY, BEHIND, BRIDGED = 0.98, 0.95, 0.96, 0.89, 0.89, 0.85, 0.8
STATED, CLAUSE, NOMINAL = 0.93, 0.86, 0.65  # what lasts, and what happened, told by a clause; by a noun
MUTUAL, ALONE, AGENTLESS = 0.45, 0.5, 0.85
DESCRIBED, DESCRIBED_LASTING, GENERAL, PAST = 0.88, 0.7, 0.8, 0.9
LEAST = 0.05


def confidence(base: float, *, described: int = 0, fit: float = 1.0, happens: bool = True) -> float:
    """The share of claims like this one that are right, from 0.05 to 1.

    Args:
        base: the figure of the construction.
        described: how many of the parties no name identifies.
        fit: 1 where the classes of the parties are certainly those of the relation.
        happens: whether it is an event; who is only described is surer to do something than to be it.
    """
    unnamed = (DESCRIBED if happens else DESCRIBED_LASTING) ** described
    return max(LEAST, round(base * unnamed * (1.0 if fit >= 1 else GENERAL), 2))
