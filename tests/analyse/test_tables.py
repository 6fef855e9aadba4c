from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest

from kg.analyse import edge_rows, node_rows, write_tables
from kg.analyse.tables import EDGE_HEADER, NODE_COLUMNS, csv_text
from kg.errors import KgError, QueryError, StoreError

from .graphs import NEUTRAL, claim, hostile, records


def read(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))


def test_csv_has_a_line_for_each_node_and_claim(tmp_path: Path) -> None:
    assert write_tables(hostile(), tmp_path, format="csv") == [tmp_path / "nodes.csv", tmp_path / "edges.csv"]
    nodes, edges = read(tmp_path / "nodes.csv"), read(tmp_path / "edges.csv")
    in_one_line = " ".join(NEUTRAL.splitlines())
    assert [(row[":ID"], row["label"], row[":LABEL"]) for row in nodes] == [
        ("kgr:a", "'" + in_one_line, "Person"),
        ("kgr:b", "b", "Entity"),
    ]
    assert [(row[":START_ID"], row[":END_ID"], row[":TYPE"], row["claim"]) for row in edges] == [
        ("kgr:a", "kgr:a", "spokeWith", "kgr:c1"),
        ("kgr:a", "kgr:b", "spokeWith", "kgr:c2"),
        ("kgr:a", "kgr:b", "spokeWith", "kgr:c3"),
    ]
    assert (edges[1]["phrase"], edges[1]["event"], edges[1]["confidence:double"]) == ("'-1", "", "1.0")
    for name, rows in (("nodes.csv", 2), ("edges.csv", 3)):
        assert (tmp_path / name).read_text("utf-8").count("\n") == rows + 1


def test_every_end_of_an_edge_is_a_node() -> None:
    ids = [row[0] for row in node_rows(hostile())]
    assert len(set(ids)) == len(ids)
    assert {end for row in edge_rows(hostile()) for end in row[:2]} <= set(ids)


def test_pandas_takes_them(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    write_tables(hostile(), tmp_path, format="csv")
    write_tables(hostile(), tmp_path, format="parquet")
    nodes, edges = (pandas.read_parquet(tmp_path / f"{name}.parquet") for name in ("nodes", "edges"))
    assert tuple(nodes.columns) == NODE_COLUMNS
    assert tuple(edges.columns) == EDGE_HEADER
    assert list(nodes["label"]) == [NEUTRAL, "b"]
    assert edges["confidence"].sum() == 3.0
    assert edges["event"].isna().tolist() == [False, True, False]
    joined = edges.merge(nodes, left_on=":END_ID", right_on=":ID")
    assert len(joined) == 3
    again = pandas.read_csv(tmp_path / "edges.csv")
    assert again["confidence:double"].tolist() == edges["confidence"].tolist()
    assert again["claim"].tolist() == edges["claim"].tolist()


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_the_same_graph_gives_the_same_bytes(format_: str, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    first = [path.read_bytes() for path in write_tables(hostile(), tmp_path / "a", format=format_)]
    assert [path.read_bytes() for path in write_tables(hostile(), tmp_path / "b", format=format_)] == first
    assert write_tables(records(), tmp_path / "empty", format=format_)


def test_parquet_without_pyarrow_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(KgError, match=r"^parquet needs pyarrow: pip install 'newskg\[tables\]'$"):
        write_tables(hostile(), tmp_path / "tables", format="parquet")
    assert not list(tmp_path.iterdir())


def test_it_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="pdf: not a table format"):
        write_tables(records(), tmp_path, format="pdf")
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"):
        write_tables(records(claim(1, "kgr:a", "kgr:b")), tmp_path / "file", format="csv")


def test_numbers_stay_numbers_and_text_no_formula() -> None:
    assert csv_text(("a", "b"), [(-1.5, "-1"), (None, "\u202e@x\r\ny")]) == "a,b\n-1.5,'-1\n,'@x y\n"
