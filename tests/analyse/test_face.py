from __future__ import annotations

import kg.analyse


def test_public_names_are_sorted_and_there() -> None:
    names = kg.analyse.__all__
    assert names == sorted(names)
    assert all(getattr(kg.analyse, name) is not None for name in names)
    assert all(getattr(kg.analyse, name).__doc__ for name in names)
