"""How long the measures take on a large projection, beside plain networkx; see README.md."""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from typing import Any

import networkx as nx

from kg.analyse import Analysis, backend, to_networkx, to_weighted
from kg.model import Modality, Polarity
from kg.store.records import ArticleRecord, ClaimRecord, EntityRecord, GraphRecords

EVENTS = ("CONSULT", "ACCUSE", None)


def main() -> None:
    """Print the processor seconds of each measure and the greatest memory of the process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=20_000)
    parser.add_argument("--edges", type=int, default=100_000)
    parser.add_argument("--exact", action="store_true", help="also exactly, and how far the estimates lie off")
    options = parser.parse_args()
    records = drawn(options.nodes, options.edges)
    analysis = Analysis(records)
    print(f"{len(records.entities)} entities, {len(records.claims)} claims, {memory():.0f} MB before")
    weighted = to_weighted(to_networkx(records))
    steps: list[tuple[str, Callable[[], object]]] = [
        ("projection (multigraph)", lambda: analysis.network("claims")),
        ("projection (weighted)", analysis.network),
        ("central", analysis.central),
        ("brokers", analysis.brokers),
        ("cores", analysis.cores),
        ("groups", analysis.groups),
        ("signed", analysis.signed),
        ("balance", analysis.balance),
        ("change", lambda: analysis.change("2014", "2015")),
        ("connection", lambda: analysis.connection("n1", "n7")),
        ("networkx: PageRank", lambda: nx.pagerank(weighted, weight="weight")),
        ("networkx: betweenness, 100 nodes", lambda: nx.betweenness_centrality(weighted, k=100, seed=7)),
        ("networkx: Louvain", lambda: nx.community.louvain_communities(weighted, weight="weight", seed=7)),
        ("networkx: constraint of 10", lambda: nx.constraint(weighted, list(weighted)[-10:], weight="weight")),
    ]
    for name, step in steps:
        timed(name, step)
    if options.exact:
        deviations(weighted)


def timed(name: str, step: Callable[[], Any]) -> Any:
    """What the step gives; its processor seconds and the greatest memory are printed."""
    start = time.process_time()
    found = step()
    print(f"{name:34} {time.process_time() - start:7.2f} s   {memory():6.0f} MB")
    return found


def deviations(graph: nx.Graph) -> None:
    """Print how far the estimates of betweenness lie from what rustworkx finds exactly."""
    estimates = {
        "kg": timed("kg: betweenness", lambda: backend.betweenness(graph)),
        "networkx": timed("networkx: again", lambda: nx.betweenness_centrality(graph, k=100, seed=7)),
    }
    backend.EXACT_UP_TO = len(graph)
    exact = timed("rustworkx: betweenness, exact", lambda: backend.betweenness(graph))
    for name, found in estimates.items():
        print(f"{name}: at most {max(abs(found[node] - exact[node]) for node in graph):.4f} off")


def drawn(nodes: int, edges: int) -> GraphRecords:
    """Claims between entities of a scale-free graph (Barabasi and Albert 1999), a third of each PLOVER side or none."""
    graph = nx.barabasi_albert_graph(nodes, max(1, edges // nodes), seed=7)
    names = [f"kgr:n{n}" for n in range(nodes)]
    claims = tuple(
        ClaimRecord(
            iri=f"kgr:c{n}",
            subject=names[a],
            predicate="kgo:spokeWith",
            object=names[b],
            value=None,
            datatype=None,
            phrase="spoke to",
            event=EVENTS[n % 3],
            polarity=Polarity.AFFIRMED,
            modality=Modality.ACTUAL,
            attributed_to=None,
            time=("2014", "2015")[n % 2],
            place=None,
            confidence=0.5 + n % 50 / 100,
            article=f"kgr:article/{n // 20}",
            quote="One spoke to the other.",
            start=0,
            end=23,
        )
        for n, (a, b) in enumerate(graph.edges())
    )
    entities = {iri: EntityRecord(iri, iri.removeprefix("kgr:"), ("kgo:Person", "kgo:Agent")) for iri in names}
    articles = {c.article: ArticleRecord(c.article, c.article) for c in claims}
    return GraphRecords(entities, articles, claims)


def memory() -> float:
    """The greatest memory of this process so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
