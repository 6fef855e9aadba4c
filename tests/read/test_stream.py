from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import stream
from kg.read.stream import unpacked, whole

from .reading import read_article, read_bytes

TEXT = b"Obama spoke with Hollande on Friday. "


@pytest.mark.parametrize("data", [b"", b"a", TEXT, TEXT * 1000])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_bytes_come_out_as_they_went_in(data: bytes, pack: object) -> None:
    assert callable(pack)
    assert whole(unpacked(io.BytesIO(pack(data)), "a"), "a") == data


def test_gzip_of_several_members_is_read_to_the_end() -> None:
    packed = gzip.compress(b"one\n") + gzip.compress(b"two\n")
    assert unpacked(io.BytesIO(packed), "a").readlines() == [b"one\n", b"two\n"]


def test_zeros_between_members_are_padding() -> None:
    packed = gzip.compress(b"one\n") + bytes(9000) + gzip.compress(b"two\n") + bytes(7)
    assert unpacked(io.BytesIO(packed), "a").readlines() == [b"one\n", b"two\n"]


GOOD = gzip.compress(b"the next one is whole\n")
MEMBER = gzip.compress(" ".join(str(n * n) for n in range(9_000)).encode())
BROKEN = {
    "cut in the middle": MEMBER[: len(MEMBER) // 2],
    "cut in its head": MEMBER[:5],
    "a stored block that swallows what follows": gzip.compress(bytes(range(256)) * 20, 0)[:3000],
    "overwritten": MEMBER[:1000] + bytes(500) + MEMBER[1500:],
    "something else": b"this is no gzip data at all",
    "heads without a body": b"\x1f\x8b\x08" * 40,
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_after_damage_the_next_member_is_found(broken: bytes) -> None:
    stream_ = unpacked(io.BytesIO(gzip.compress(b"first\n") + broken + GOOD), "a")
    rows, errors = [], 0
    while True:
        try:
            if not (row := stream_.readline()):
                break
            rows.append(row)
        except InputError:
            errors += 1
    assert errors
    assert rows[-1] == b"the next one is whole\n"


def test_the_stream_beneath_stays_open() -> None:
    raw = io.BytesIO(TEXT)
    unpacked(raw, "a").close()
    assert not raw.closed


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (gzip.compress(TEXT * 10)[:-9], "gzip data is cut off"),
        (gzip.compress(TEXT * 10)[:-8] + bytes(8), "gzip data is damaged"),
        (b"\x1f\x8bnot gzip after all", "gzip data is damaged"),
    ],
)
def test_broken_gzip_is_one_error(data: bytes, why: str, tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.txt.gz", data) == ([], [f"a.txt.gz: {why}"])


def test_too_large_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(stream, "MAX_BYTES", 2_000_000)
    items, errors = read_bytes(tmp_path, "a.txt", TEXT * 60_000)
    assert (items, errors) == ([], ["a.txt: larger than 2 MB"])


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz", "bomb.html.gz"])
def test_gzip_bomb_is_refused(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(stream, "MAX_BYTES", 1_000_000)
    items, errors = read_bytes(tmp_path, name, gzip.compress(b"\n" * 20_000_000))
    assert items == []
    assert [error.partition(":")[0] for error in errors] == [name]


def test_much_news_in_gzip_is_no_bomb(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(stream, "MAX_BYTES", 10_000)
    rows = b"".join(b'{"text": "%d %s"}\n' % (n, str(n * 7919).encode() * 9) for n in range(500))
    items, errors = read_bytes(tmp_path, "a.jsonl.gz", gzip.compress(rows))
    assert (len(items), errors) == (500, [])


def test_bomb_is_stopped_at_its_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "MAX_BYTES", 1_000_000)
    bomb = unpacked(io.BytesIO(gzip.compress(bytes(20_000_000))), "a")
    assert len(bomb.read(900_000)) == 900_000
    with pytest.raises(InputError, match="unpacks without end"):
        bomb.read(5_000_000)


def test_gz_in_name_only_is_harmless(tmp_path: Path) -> None:
    assert read_article(tmp_path, "a.txt.gz", TEXT).text == TEXT.decode()
    assert read_article(tmp_path, "b.txt", gzip.compress(TEXT)).text == TEXT.decode()
