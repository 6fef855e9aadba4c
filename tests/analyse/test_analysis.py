"""`Analysis` on small graphs whose figures can be worked out by hand, and beside networkx on random ones."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest

from kg.analyse import Analysis, backend
from kg.errors import QueryError
from kg.model import Polarity
from kg.store.records import GraphRecords

from .graphs import chain, claim, records

STAR = records(*(claim(n, "kgr:hub", f"kgr:{leaf}") for n, leaf in enumerate("abcd")))
ACCUSED = {"predicate": "kgo:accused", "event": "ACCUSE"}
SIGNED = records(
    claim(0, "kgr:a", "kgr:b"),
    claim(1, "kgr:b", "kgr:c", **ACCUSED),
    claim(2, "kgr:c", "kgr:a", **ACCUSED),
    claim(3, "kgr:a", "kgr:d", **ACCUSED, polarity=Polarity.NEGATED),
    claim(4, "kgr:a", "kgr:d"),
    claim(5, "kgr:d", "kgr:a", **ACCUSED),
)
DATED = records(
    claim(0, "kgr:a", "kgr:b", time="2014-03"),
    claim(1, "kgr:a", "kgr:b", time="2014-05-01"),
    claim(2, "kgr:a", "kgr:c", time="2015-01-10"),
    claim(3, "kgr:b", "kgr:c", time="2015"),
)
SUMMIT = records(
    claim(0, "kgr:a", "kgr:summit", predicate="kgo:attended", event=None),
    claim(1, "kgr:b", "kgr:summit", predicate="kgo:attended", event=None),
    claim(2, "kgr:a", "kgr:c"),
    types={"kgr:summit": ("kgo:Summit", "kgo:Meeting", "kgo:Event")},
)


def column(found: object, name: str) -> list[object]:
    return [row[name] for row in found]  # type: ignore[attr-defined]


def test_the_hub_is_the_broker() -> None:
    found = Analysis(STAR).brokers()
    assert column(found, "entity") == ["Hub"]
    # Nobody around the hub deals with another: constraint is four times (1/4)², effective size all four.
    assert (found.rows[0][3], found.rows[0][4], found.rows[0][5]) == (0.25, 4.0, 1.0)
    assert found.claims == (("kgr:c0", "kgr:c1", "kgr:c2", "kgr:c3"),)


def test_effective_size_counts_what_neighbours_share() -> None:
    triangle = records(claim(0, "kgr:a", "kgr:b"), claim(1, "kgr:b", "kgr:c"), claim(2, "kgr:c", "kgr:a"))
    assert column(Analysis(triangle).brokers(), "effective size") == [1.0, 1.0, 1.0]


@pytest.mark.parametrize("seed", range(3))
def test_figures_are_those_of_networkx(seed: int) -> None:
    drawn = nx.gnm_random_graph(30, 70, seed=seed)
    analysis = Analysis(records(*(claim(n, f"kgr:n{a}", f"kgr:n{b}") for n, (a, b) in enumerate(drawn.edges()))))
    graph = analysis.network()
    between, constraint = nx.betweenness_centrality(graph), nx.constraint(graph, weight="weight")
    size = nx.effective_size(graph)
    assert backend.betweenness(graph) == pytest.approx(between)
    for row in analysis.brokers():
        iri = f"kgr:{str(row['entity']).lower()}"
        assert row["betweenness"] == pytest.approx(between[iri])
        assert row["constraint"] == pytest.approx(constraint[iri])
        assert row["effective size"] == pytest.approx(size[iri])
    assert {str(row["entity"]).lower(): row["core"] for row in analysis.cores()} == {
        iri.removeprefix("kgr:"): core for iri, core in nx.core_number(graph).items()
    }


def test_central_rows_lead_back_to_their_claims() -> None:
    found = Analysis(chain("a", "b", "c")).central()
    assert found.rows[0][:4] == ("B", "person", 2, 2)
    assert found.claims[0] == ("kgr:c0", "kgr:c1")


def test_groups() -> None:
    ties = [*combinations("abc", 2), *combinations("xyz", 2), ("c", "x")]
    found = Analysis(records(*(claim(n, f"kgr:{a}", f"kgr:{b}") for n, (a, b) in enumerate(ties)))).groups()
    assert [row[1:4] for row in found.rows] == [(3, 3, 1), (3, 3, 1)]


def test_connections_and_paths() -> None:
    analysis = Analysis(records(*chain("a", "b", "c").claims, claim(9, "kgr:a", "kgr:c", confidence=0.5)))
    assert column(analysis.connection("A", "C"), "object") == ["C"]
    found = analysis.paths("a", "c")
    assert [(row["path"], row["steps"], row["weakest step"]) for row in found] == [
        ("A – C", 1, 0.5),
        ("A – B – C", 2, 1.0),
    ]
    assert found.claims[1] == ("kgr:c0", "kgr:c1")
    assert column(analysis.evidence(found.claims[1]), "sentence") == [
        "kgr:a had spoken to kgr:b.",
        "kgr:b had spoken to kgr:c.",
    ]
    with pytest.raises(QueryError, match="nobody"):
        analysis.connection("a", "nobody")


def test_change_between_two_periods() -> None:
    analysis = Analysis(DATED)
    found = {row["entity"]: (row[""], row["2014"], row["2015"]) for row in analysis.change("2014", "2015")}
    assert found == {"A": ("stayed", 2, 1), "B": ("stayed", 2, 1), "C": ("new", 0, 2)}
    ties = {row["pair"]: row[""] for row in analysis.change("/2014", "2015/", ties=True)}
    assert ties == {"A – B": "gone", "A – C": "new", "B – C": "new"}


def test_support_against_conflict() -> None:
    analysis = Analysis(SIGNED)
    found = {(row["one"], row["other"]): row["leans to"] for row in analysis.signed()}
    assert found == {
        ("A", "B"): "cooperation",
        ("B", "C"): "conflict",
        ("A", "C"): "conflict",
        ("A", "D"): "both alike",
    }
    (three,) = analysis.balance()
    assert (three["three"], three["balanced"], three["how many"]) == ("a common enemy", "yes", 1)


def test_told_of_together_and_taking_part() -> None:
    analysis = Analysis(SUMMIT)
    assert ("A", "B", 1) in analysis.together().rows
    graph = analysis.network("participation")
    assert set(graph["kgr:summit"]) == {"kgr:a", "kgr:b"}
    assert set(graph["kgr:c2"]) == {"kgr:a", "kgr:c"}
    assert nx.is_bipartite(graph)


def test_events_with_who_takes_part() -> None:
    analysis = Analysis(SUMMIT)
    assert analysis.events().rows == (("Summit", 2, 2, "A, B"), ("spoke with", 2, 1, "A, C"))
    assert analysis.events().claims == (("kgr:c0", "kgr:c1"), ("kgr:c2",))


def test_around() -> None:
    analysis = Analysis(SUMMIT, labels={"kgo:spokeWith": "spoke with"})
    assert ("C", "person", 1, "spoke with") in analysis.around("a").rows


def test_a_part_of_the_graph() -> None:
    assert len(Analysis(SIGNED).of(relations=["accused"]).network("claims").edges()) == 4
    assert not len(Analysis(GraphRecords({}, {}, ())).central())


POSTS = records(
    claim(0, "kgr:a", "kgr:post", predicate="kgo:holdsPosition", event=None),
    claim(1, "kgr:b", "kgr:post", predicate="kgo:holdsPosition", event=None),
    claim(2, "kgr:a", "kgr:c"),
    types={"kgr:post": ("kgo:Position", "kgo:Entity")},
)


def test_posts_of_the_same_name_connect_nobody_unless_asked_for() -> None:
    analysis = Analysis(POSTS)
    assert [row[0] for row in analysis.central().rows] == ["A", "C"]
    assert not len(analysis.connection("a", "b"))
    assert not len(analysis.of(since="2015").connection("a", "b"))
    assert len(analysis.of(relations=["holdsPosition"]).connection("a", "b")) == 2


def test_unknown_networks_are_refused() -> None:
    with pytest.raises(QueryError, match="participation"):
        Analysis(STAR).network("spider")
