"""How sure a claim is, by the construction that states it.

The figures are shares of claims that were right in texts with hand-made gold; `tests/bench/reliability.py` measures
how well they hold.
"""

from __future__ import annotations

BESIDE, ENTAILED, TITLE, ROLE, NATIONALITY, CLAUSE, BEHIND, NOMINAL = 0.97, 0.95, 0.9, 0.87, 0.87, 0.83, 0.8, 0.6
MUTUAL, ALONE, AGENTLESS = 0.4, 0.5, 0.83
DESCRIBED, GENERAL, PAST = 0.65, 0.8, 0.9
LEAST = 0.05


def confidence(base: float, *, described: int = 0, fit: float = 1.0) -> float:
    """The share of claims like this one that are right, from 0.05 to 1.

    Args:
        base: the figure of the construction.
        described: how many of the parties no name identifies.
        fit: 1 where the classes of the parties are certainly those of the relation.
    """
    return max(LEAST, round(base * DESCRIBED**described * (1.0 if fit >= 1 else GENERAL), 2))
