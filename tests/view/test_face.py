from __future__ import annotations

import kg.view


def test_public_names_are_sorted_and_there() -> None:
    assert kg.view.__all__ == sorted(kg.view.__all__)
    assert all(getattr(kg.view, name).__doc__ for name in kg.view.__all__)
