"""`kg doctor`: every line of a sound installation is fine, and what is broken is named."""

from __future__ import annotations

from importlib import metadata

import pytest

from kg.cli import doctor

from .calling import kg


def test_a_sound_installation() -> None:
    done = kg("doctor")
    assert done.status == 0
    assert "fail" not in done.stdout
    assert "FTS5" in done.stdout
    assert "kgo:metWith" in done.stdout.replace("\n", "")


def test_a_missing_pipeline_fails() -> None:
    done = kg("doctor", "--model", "en_nowhere")
    assert done.status == 1
    assert "fail  spaCy pipeline en_nowhere" in done.stdout


def test_missing_packages_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", version)
    assert doctor._package("rdflib") == doctor.Finding("fail", "rdflib", "not installed: pip install rdflib")
    assert doctor._extra("serve", ("starlette",)).status == "warn"
