from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import Source, sources
from kg.read.sources import printable


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with articles, hidden files, other files and links."""
    root = tmp_path / "news"
    for name in (
        "b.txt", "a.md", "B.html", "c/d.jsonl.gz", "c/e/f.json", "c/picture.png", "notes.log",
        ".hidden.txt", ".git/g.txt", "c/.cache/h.txt", "x[1].txt", "c-d/i.txt",
    ):  # fmt: skip
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("x")
    (root / "link.txt").symlink_to(outside / "secret.txt")
    (root / "linked").symlink_to(outside)
    (root / "loop").symlink_to(root)
    (root / "again.txt").symlink_to(root / "b.txt")
    (root / "broken.txt").symlink_to(root / "nothing.txt")
    return root


ALL = ["B.html", "a.md", "again.txt", "c/d.jsonl.gz", "c/e/f.json", "c-d/i.txt", "x[1].txt"]


def listed(inputs: list[str | Path | Source], root: Path) -> tuple[list[str], list[str]]:
    errors: list[InputError] = []
    found = [source.name.removeprefix(f"{root}/") for source in sources(inputs, on_error=errors.append)]
    return found, [str(error).replace(f"{root}/", "").replace(str(root), "ROOT") for error in errors]


@pytest.mark.parametrize(
    ("inputs", "names"),
    [
        ([""], ALL),
        (["."], ALL),
        (["b.txt"], ["b.txt"]),
        (["b.txt", "a.md", "b.txt", "./b.txt", "again.txt"], ["b.txt", "a.md"]),
        (["notes.log", ".hidden.txt", "link.txt"], ["notes.log", ".hidden.txt", "link.txt"]),
        (["x[1].txt"], ["x[1].txt"]),
        (["c"], ["c/d.jsonl.gz", "c/e/f.json"]),
        (["*.txt"], ["again.txt", "x[1].txt"]),
        (["?.*"], ["B.html", "a.md", "b.txt"]),
        (["c/*"], ["c/d.jsonl.gz", "c/e/f.json"]),
        (["**/*.json*"], ["c/d.jsonl.gz", "c/e/f.json"]),
        (["**/*.txt"], ["again.txt", "c-d/i.txt", "x[1].txt"]),
        (["c*/i.txt"], ["c-d/i.txt"]),
        (["linked/*.txt"], ["linked/secret.txt"]),
        (["linked"], ["linked/secret.txt"]),
    ],
)
def test_what_inputs_name(inputs: list[str], names: list[str], tree: Path) -> None:
    assert listed([f"{tree}/{name}" for name in inputs], tree) == (names, [])
    assert listed([tree / name for name in inputs], tree) == (names, [])


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ("nope.txt", "nope.txt: no such file or folder"),
        ("nope\0.txt", "nope\\x00.txt: no such file or folder"),
        ("\x1b[2Jnope", "\\x1b[2Jnope: matches no readable file"),
        ("x" * 5000, "x" * 5000 + ": no such file or folder"),
        ("*.pdf", "*.pdf: matches no readable file"),
        ("nope/*.txt", "nope/*.txt: matches no readable file"),
        ("broken.txt", "broken.txt: no such file or folder"),
        ("c/.cache/empty", "c/.cache/empty: no readable file in this folder"),
        ("lin*/*.txt", "lin*/*.txt: matches no readable file"),
    ],
)
def test_what_names_nothing(given: str, error: str, tree: Path) -> None:
    (tree / "c/.cache/empty").mkdir()
    names, errors = listed([f"{tree}/{given}", tree / "b.txt"], tree)
    assert (names, errors) == (["b.txt"], [error])


def test_first_error_is_raised_when_nobody_takes_it(tree: Path) -> None:
    with pytest.raises(InputError, match=r"nope\.txt: no such file or folder"):
        sources([tree / "nope.txt"])


def test_names_without_a_folder_are_relative(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    assert [source.name for source in sources(["b.txt", "?.md", "c", "**/i.txt"])] == [
        "b.txt",
        "a.md",
        "c/d.jsonl.gz",
        "c/e/f.json",
        "c-d/i.txt",
    ]


def test_sources_know_their_size_and_are_taken_as_inputs(tree: Path) -> None:
    listed_once = sources([tree / "b.txt", "-"], stdin=io.BytesIO(b"abc"))
    assert [source.size for source in listed_once] == [1, None]
    assert sources(listed_once) == listed_once
    with listed_once[1].open() as opened:
        assert opened.stream.read() == b"abc"
    assert not opened.stream.closed


def test_one_path_is_one_input(tree: Path) -> None:
    assert len(sources(str(tree / "b.txt"))) == 1


@pytest.mark.parametrize(
    ("address", "stem"),
    [
        ("https://daily.example/2015/summit.html?a=b#c", "summit"),
        ("HTTP://daily.example/rows.jsonl.gz", "rows"),
        ("https://daily.example", "daily.example"),
        ("https://daily.example/a%2Fb/", "b"),
    ],
)
def test_addresses_are_listed_without_being_fetched(address: str, stem: str) -> None:
    (source,) = sources([address, address])
    assert (source.name, source.stem, source.format, source.size) == (address, stem, None, None)


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("file:///etc/hostname", "file:///etc/hostname: only http and https addresses are fetched"),
        ("ftp://a.example/b.txt", "ftp://a.example/b.txt: only http and https addresses are fetched"),
        ("http://me:secret@a.example/", "http://…@a.example/: an address with a user name or password is not fetched"),
        ("http:///a.txt", "http:///a.txt: an address without a host"),
        ("http://[::1", "http://[::1: not a whole address"),
        ("http://a.example:99999/", "http://a.example:99999/: not a whole address"),
        ("http://\x1b[2Jx", "http://\\x1b[2Jx: not a whole address"),
    ],
)
def test_addresses_that_are_refused(address: str, error: str, tree: Path) -> None:
    assert listed([address, tree / "b.txt"], tree) == (["b.txt"], [error])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_folder_that_cannot_be_listed(tree: Path) -> None:
    (tree / "c").chmod(0)
    names, errors = listed([tree], tree)
    (tree / "c").chmod(0o755)
    assert "c/d.jsonl.gz" not in names
    assert errors == ["c: permission denied"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Élysée a.txt", "Élysée a.txt"), ("a\nb", "a\\nb"), ("\u202e", "\\u202e"), ("\udcff", "\\udcff")],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


OLD = pytest.mark.skipif(sys.version_info >= (3, 13), reason="Python takes it for a pattern since 3.13")


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [("a" * 300 + "/*.txt", "too long"), pytest.param("**x/*.txt", "not a pattern", marks=OLD)],
)
def test_a_pattern_that_cannot_be_matched_says_why(pattern: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        sources([pattern])
