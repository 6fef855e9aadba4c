from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from kg.analyse import NETWORKS, to_gexf, to_graphml, to_networkx, write_network
from kg.errors import QueryError, StoreError

from .graphs import NEUTRAL, claim, hostile, records


def test_graphml_can_be_read_again() -> None:
    graph = nx.parse_graphml(to_graphml(to_networkx(hostile())), force_multigraph=True)
    assert graph.nodes["kgr:a"]["label"] == NEUTRAL
    assert sorted(key for *_, key in graph.edges(keys=True)) == ["kgr:c1", "kgr:c2", "kgr:c3"]
    assert graph.edges["kgr:a", "kgr:b", "kgr:c3"]["confidence"] == 1.0


def test_gexf_can_be_read_again() -> None:
    graph = nx.read_gexf(io.BytesIO(to_gexf(to_networkx(hostile())).encode()))
    assert graph.nodes["kgr:a"]["label"] == NEUTRAL
    assert {data["id"] for *_, data in graph.edges(data=True)} == {"kgr:c1", "kgr:c2", "kgr:c3"}


ODD = {"nothing": None, "day": date(2015, 11, 13), "number": 3, "odd": ("x\x02",), "nul": "\x00"}


def test_attributes_that_no_xml_takes_are_made_fit() -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a\x00", "b", key="k\x01", **ODD)
    fit = {"day": "2015-11-13", "number": 3, "odd": "('x\\x02',)", "nul": "\ufffd"}
    read = nx.parse_graphml(to_graphml(graph), force_multigraph=True)
    assert list(read.edges(keys=True, data=True)) == [("a\ufffd", "b", "k\ufffd", fit)]
    read = nx.read_gexf(io.BytesIO(to_gexf(graph).encode()))
    ((source, target, data),) = read.edges(data=True)
    assert (source, target) == ("a\ufffd", "b")
    assert {name: data[name] for name in fit} == fit


def test_a_text_that_looks_like_the_date_of_writing_stays() -> None:
    graph = to_networkx(records(claim(1, "kgr:a", "kgr:b", quote='<meta lastmodifieddate="2015-11-13">')))
    read = nx.read_gexf(io.BytesIO(to_gexf(graph).encode()))
    assert [data["quote"] for *_, data in read.edges(data=True)] == ['<meta lastmodifieddate="2015-11-13">']


@pytest.mark.parametrize("format_", NETWORKS)
def test_the_same_graph_gives_the_same_bytes_and_none_of_today(format_: str, tmp_path: Path) -> None:
    written = []
    for _ in range(2):
        stream = io.BytesIO()
        write_network(to_networkx(hostile()), stream, format=format_)
        written.append(stream.getvalue())
    write_network(to_networkx(hostile()), tmp_path / "new" / "g", format=format_)
    assert written[0] == written[1] == (tmp_path / "new" / "g").read_bytes()
    assert b"lastmodified" not in written[0]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["g"]


def test_it_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="pdf: not a network format"):
        write_network(to_networkx(records()), tmp_path / "g.pdf", format="pdf")
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"):
        write_network(to_networkx(records()), tmp_path / "file" / "g.gexf", format="gexf")
