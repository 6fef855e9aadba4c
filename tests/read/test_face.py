from __future__ import annotations

import subprocess
import sys

import kg.read


def test_public_face_is_sorted_and_documented() -> None:
    assert kg.read.__all__ == sorted(kg.read.__all__)
    assert all(getattr(kg.read, name).__doc__ for name in kg.read.__all__)


def test_reading_text_does_not_load_the_page_reader() -> None:
    code = "import sys, kg.read; sys.exit('trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
