from __future__ import annotations

import csv
import io
from pathlib import Path

import networkx as nx
import pytest

from kg.analyse import edges_csv, nodes_csv, to_gexf, to_graphml, to_networkx, write
from kg.errors import InputError
from kg.store.records import EntityRecord, GraphRecords

from .graphs import ARTICLES, claim, records

HOSTILE = "=cmd()\x00<b>&\"'\x1b\u202e\ud800\ufffe,\n;"
NEUTRAL = "=cmd()\ufffd<b>&\"'\ufffd\ufffd\ufffd,\n;"


def hostile() -> nx.MultiDiGraph:
    entities = {"kgr:a": EntityRecord("kgr:a", HOSTILE, ("kgo:Person",))}
    return to_networkx(
        GraphRecords(
            entities,
            ARTICLES,
            (
                claim(1, "kgr:a", "kgr:a", quote=HOSTILE),
                claim(2, "kgr:a", "kgr:b", phrase="-1", event=None),
                claim(3, "kgr:a", "kgr:b"),
            ),
        )
    )


def test_graphml_can_be_read_again() -> None:
    graph = nx.parse_graphml(to_graphml(hostile()), force_multigraph=True)
    assert graph.nodes["kgr:a"]["label"] == NEUTRAL
    assert sorted(key for *_, key in graph.edges(keys=True)) == ["kgr:c1", "kgr:c2", "kgr:c3"]
    assert graph.edges["kgr:a", "kgr:b", "kgr:c3"]["confidence"] == 1.0


def test_gexf_can_be_read_again() -> None:
    graph = nx.read_gexf(io.BytesIO(to_gexf(hostile()).encode()))
    assert graph.nodes["kgr:a"]["label"] == NEUTRAL
    assert {data["id"] for *_, data in graph.edges(data=True)} == {"kgr:c1", "kgr:c2", "kgr:c3"}


def test_attributes_that_no_xml_takes_are_made_fit() -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a\x00", "b", key="k\x01", nothing=None, number=3, odd=("x\x02",))
    graph = nx.parse_graphml(to_graphml(graph), force_multigraph=True)
    assert list(graph.edges(keys=True, data=True)) == [("a\ufffd", "b", "k\ufffd", {"number": 3, "odd": "('x\\x02',)"})]


def test_csv_has_a_line_for_each_node_and_claim() -> None:
    nodes = list(csv.DictReader(io.StringIO(nodes_csv(hostile()))))
    edges = list(csv.DictReader(io.StringIO(edges_csv(hostile()))))
    assert [(row["id"], row["label"]) for row in nodes] == [("kgr:a", "'" + NEUTRAL), ("kgr:b", "b")]
    assert [(row["source"], row["target"], row["id"]) for row in edges] == [
        ("kgr:a", "kgr:a", "kgr:c1"),
        ("kgr:a", "kgr:b", "kgr:c2"),
        ("kgr:a", "kgr:b", "kgr:c3"),
    ]
    assert (edges[1]["phrase"], edges[1]["event"], edges[1]["confidence"]) == ("'-1", "", "1.0")


@pytest.mark.parametrize("text", [to_graphml, to_gexf, nodes_csv, edges_csv])
def test_the_same_graph_gives_the_same_text_and_none_of_today(text: object) -> None:
    assert callable(text)
    assert text(hostile()) == text(hostile())
    assert "lastmodified" not in text(hostile())
    assert text(to_networkx(records()))


def test_write(tmp_path: Path) -> None:
    graph = to_networkx(records(claim(1, "kgr:a", "kgr:b")))
    assert write(graph, tmp_path / "x" / "g.graphml", format="graphml") == [tmp_path / "x" / "g.graphml"]
    assert write(graph, tmp_path / "g.gexf", format="gexf") == [tmp_path / "g.gexf"]
    assert write(graph, tmp_path / "tables", format="csv") == [
        tmp_path / "tables" / "nodes.csv",
        tmp_path / "tables" / "edges.csv",
    ]
    assert (tmp_path / "g.gexf").read_text(encoding="utf-8") == to_gexf(graph)
    assert not list(tmp_path.rglob("*.part"))


def test_write_says_what_is_wrong(tmp_path: Path) -> None:
    graph = to_networkx(records())
    with pytest.raises(InputError, match="pdf: not a graph format"):
        write(graph, tmp_path / "g.pdf", format="pdf")
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be written"):
        write(graph, tmp_path / "file" / "g.gexf", format="gexf")
