"""What the command line says about itself."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

import kg as package
from kg.cli.main import app

from .calling import kg

README = Path(__file__).parent.parent.parent / "README.md"
GROUP = typer.main.get_command(app)
COMMANDS = sorted(GROUP.commands)  # type: ignore[attr-defined]


def test_the_commands_of_the_design_are_there() -> None:
    wanted = {"build", "extract", "query", "search", "export", "view", "analyse", "remove", "validate", "evaluate"}
    wanted |= {"ontology", "serve", "import", "infer"}
    assert wanted <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_and_stands_in_the_readme(command: str) -> None:
    done = kg(command, "--help")
    assert (done.status, done.stderr) == (0, "")
    assert f"Example: kg {command} " in done.stdout
    assert f"`kg {command}" in README.read_text("utf-8")
    assert kg(command, "-h") == done


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(command: str) -> None:
    parameters = GROUP.get_command(None, command).params  # type: ignore[attr-defined]
    assert not [p.name for p in parameters if not getattr(p, "help", None)]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("kg ana", {"analyse"}),
        ("kg analyse out b", {"balance", "brokers"}),
        ("kg query out time", {"timeline"}),
        ("kg view out --modality pl", {"planned"}),
        ("kg export out -f n", {"nq", "nt"}),
    ],
)
def test_the_shell_completes(typed: str, offered: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_KG_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))
    assert set(kg().stdout.split()) == offered


def test_version_and_bare_call() -> None:
    assert kg("--version").stdout == f"kg {package.__version__}\n"
    bare = kg()
    assert bare.status in (0, 2)
    assert "Usage: kg" in bare.stdout + bare.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("build",),
        ("build", "a.txt"),
        ("build", "-o", "out"),
        ("build", "a.txt", "-o", "out", "--workers", "0"),
        ("build", "a.txt", "-o", "out", "--workers", "two"),
        ("build", "a.txt", "-o", "out", "--date", "14.11.2015"),
        ("build", "a.txt", "-o", "out", "--date", "2015-02-30"),
        ("build", "a.txt", "-o", "out", "--base", "no iri"),
        ("build", "a.txt", "-o", "out", "--base", "https://example.org/no-end"),
        ("extract",),
        ("query",),
        ("export",),
        ("import", "g.trig"),
        ("remove", "out"),
        ("evaluate", "gold.jsonl"),
        ("evaluate", "gold.jsonl", "found.jsonl", "--errors", "-1"),
        ("view", "out", "--depth", "0"),
        ("view", "out", "--since", "yesterday"),
        ("view", "out", "--until", "2015-02-30"),
        ("analyse", "out", "--since", "20151113"),
        ("analyse", "out", "--between", "one"),
        ("view", "out", "--min-confidence", "7"),
        ("paint", "out"),
        ("--colour", "build"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = kg(*arguments)
    assert (done.status, done.stdout) == (2, "")
    assert "Error" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())
