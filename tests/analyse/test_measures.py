from __future__ import annotations

import os
import subprocess
import sys

import networkx as nx
import pytest

from kg.analyse import Step, backend, centrality, communities, connect, to_networkx
from kg.errors import QueryError

from .graphs import chain, claim, records

TRIANGLES = records(
    *(
        claim(number, f"kgr:{a}", f"kgr:{b}")
        for number, (a, b) in enumerate(["ab", "bc", "ca", "xy", "yz", "zx", "cx"])
    ),
    types={"kgr:alone": ("kgo:Person",)},
)


def test_the_middle_of_a_chain_is_most_central() -> None:
    rows = centrality(to_networkx(chain("a", "b", "c")))
    assert [(row.iri, row.degree, row.claims, row.betweenness) for row in rows] == [
        ("kgr:b", 2, 2, 1.0),
        ("kgr:a", 1, 1, 0.0),
        ("kgr:c", 1, 1, 0.0),
    ]
    assert sum(row.pagerank for row in rows) == pytest.approx(1)
    # PageRank of a star's middle with damping d and n = 3: (1 + 2d) / (3 (1 + d)).
    assert rows[0].pagerank == pytest.approx((1 + 2 * 0.85) / (3 * (1 + 0.85)), abs=1e-5)


def test_pagerank_is_weighted_by_confidence() -> None:
    graph = to_networkx(records(claim(1, "kgr:hub", "kgr:sure"), claim(2, "kgr:hub", "kgr:doubtful", confidence=0.1)))
    assert [row.iri for row in centrality(graph)] == ["kgr:hub", "kgr:sure", "kgr:doubtful"]


def test_a_confidence_that_is_no_number_counts_for_little() -> None:
    graph = to_networkx(records(claim(1, "kgr:a", "kgr:b", confidence=float("nan"))))
    assert [row.pagerank for row in centrality(graph)] == [0.5, 0.5]


@pytest.fixture(params=["networkit", None])
def estimator(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Estimates from a few nodes, by NetworKit or, as if that were not installed, by networkx."""
    if request.param is None:
        monkeypatch.setitem(sys.modules, "networkit", None)
    else:
        pytest.importorskip(request.param)
    monkeypatch.setattr(backend, "EXACT_UP_TO", 10)


@pytest.mark.usefixtures("estimator")
def test_betweenness_of_a_large_graph_is_estimated_the_same_way_each_time() -> None:
    graph = to_networkx(chain(*(f"n{number:02}" for number in range(120))))
    rows = centrality(graph)
    assert rows == centrality(graph)
    assert {row.iri: row.betweenness for row in rows}["kgr:n60"] > 0.3


@pytest.mark.usefixtures("estimator")
def test_estimates_lie_near_what_networkx_has_exactly() -> None:
    graph = nx.barabasi_albert_graph(400, 3, seed=5)
    exact, estimated = nx.betweenness_centrality(graph), backend.betweenness(graph)
    assert max(abs(estimated[node] - exact[node]) for node in graph) < 0.03


def test_betweenness_of_a_small_graph_is_that_of_networkx() -> None:
    graph = nx.relabel_nodes(nx.gnp_random_graph(60, 0.06, seed=5), str)
    assert backend.betweenness(graph) == pytest.approx(nx.betweenness_centrality(graph))


@pytest.mark.parametrize("names", [(), ("a",)])
def test_tiny_graphs(names: tuple[str, ...]) -> None:
    graph = to_networkx(records(types={f"kgr:{name}": ("kgo:Person",) for name in names}))
    assert [(row.degree, row.pagerank, row.betweenness) for row in centrality(graph)] == [(0, 1, 0)] * len(names)
    assert communities(graph) == []


def test_self_loops_and_nothing_else() -> None:
    graph = to_networkx(records(claim(1, "kgr:a", "kgr:a")))
    assert [(row.iri, row.degree, row.claims) for row in centrality(graph)] == [("kgr:a", 0, 0)]
    assert communities(graph) == []


def test_two_triangles_are_two_communities_named_by_their_best_connected() -> None:
    found = communities(to_networkx(TRIANGLES))
    assert [community.members for community in found] == [
        ("kgr:a", "kgr:b", "kgr:c"),
        ("kgr:x", "kgr:y", "kgr:z"),
    ]
    assert [community.name for community in found] == ["A, B, C", "X, Y, Z"]


def test_communities_do_not_depend_on_how_strings_are_hashed() -> None:
    code = (
        "import networkx as nx; from kg.analyse import communities; "
        "g = nx.MultiDiGraph(nx.relabel_nodes(nx.karate_club_graph(), str)); print(communities(g))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_connect_gives_the_claims_of_each_step_in_both_directions() -> None:
    graph = to_networkx(records(claim(1, "kgr:a", "kgr:b"), claim(2, "kgr:b", "kgr:a"), claim(3, "kgr:c", "kgr:b")))
    found = connect(graph, "kgr:a", "kgr:c")
    assert found is not None
    assert found.nodes == ("kgr:a", "kgr:b", "kgr:c")
    assert found.steps == (
        Step("kgr:a", "kgr:b", ("kgr:c1", "kgr:c2")),
        Step("kgr:b", "kgr:c", ("kgr:c3",)),
    )


def test_connect_takes_the_surest_of_equally_short_ways_but_never_a_longer_one() -> None:
    graph = to_networkx(
        records(
            claim(1, "kgr:a", "kgr:weak", confidence=0.2),
            claim(2, "kgr:weak", "kgr:z", confidence=0.2),
            claim(3, "kgr:a", "kgr:sure"),
            claim(4, "kgr:sure", "kgr:z"),
            claim(5, "kgr:a", "kgr:y", confidence=0.1),
            *(claim(6 + n, "kgr:a", "kgr:sure") for n in range(9)),
            *(claim(20 + n, "kgr:sure", "kgr:y") for n in range(9)),
        )
    )
    way, direct = connect(graph, "kgr:a", "kgr:z"), connect(graph, "kgr:a", "kgr:y")
    assert way is not None
    assert way.nodes == ("kgr:a", "kgr:sure", "kgr:z")
    assert direct is not None
    assert direct.nodes == ("kgr:a", "kgr:y")


def test_connect_of_the_unconnected_the_same_and_the_unknown() -> None:
    graph = to_networkx(TRIANGLES)
    assert connect(graph, "kgr:a", "kgr:alone") is None
    same = connect(graph, "kgr:a", "kgr:a")
    assert same is not None
    assert (same.nodes, same.steps) == (("kgr:a",), ())
    with pytest.raises(QueryError, match="kgr:nobody"):
        connect(graph, "kgr:a", "kgr:nobody")


def test_a_graph_without_attributes_of_ours_is_measured_too() -> None:
    graph = nx.MultiDiGraph(nx.path_graph(["p", "q", "r"]))
    assert centrality(graph)[0].iri == "q"


@pytest.mark.parametrize("method", ["louvain", "leiden"])
def test_groups_by_either_method(method: str) -> None:
    if method == "leiden":
        pytest.importorskip("networkit", reason="networkit is not installed")
    threes = [(1, 2), (2, 3), (1, 3), (4, 5), (5, 6), (4, 6), (3, 4)]
    graph = to_networkx(records(*(claim(n, f"kgr:{a}", f"kgr:{b}") for n, (a, b) in enumerate(threes))))
    found = communities(graph, method=method)
    assert {group.members for group in found} == {("kgr:1", "kgr:2", "kgr:3"), ("kgr:4", "kgr:5", "kgr:6")}
    assert communities(graph, method=method) == found
    assert communities(to_networkx(records()), method=method) == []


def test_unknown_methods_are_refused() -> None:
    with pytest.raises(QueryError, match="louvain and leiden"):
        communities(to_networkx(records()), method="oracle")
