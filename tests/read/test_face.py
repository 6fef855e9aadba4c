from __future__ import annotations

import subprocess
import sys

import kg.read


def test_public_face_is_sorted_and_documented() -> None:
    assert kg.read.__all__ == sorted(kg.read.__all__)
    assert all(getattr(kg.read, name).__doc__ for name in kg.read.__all__)


def test_reading_text_does_not_load_the_other_readers() -> None:
    libraries = {"trafilatura", "lxml", "feedparser", "warcio", "urllib3"}
    code = f"import sys, kg.read; sys.exit(bool({libraries} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
