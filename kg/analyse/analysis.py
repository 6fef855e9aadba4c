"""`Analysis`: the measures of a graph, each as a table whose rows lead back to their claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Unpack

from kg.analyse import brokers, measures, periods, signed, together
from kg.analyse.figures import Cell, Figures, figures
from kg.analyse.naming import find_entity
from kg.analyse.plain import words
from kg.analyse.projection import kind_of, to_networkx, to_weighted, without_posts
from kg.analyse.selection import Filters, select
from kg.errors import QueryError
from kg.store.records import ClaimRecord, GraphRecords

if TYPE_CHECKING:
    import networkx as nx

NETWORKS = ("claims", "weighted", "together", "participation", "signed")
SIDE = {1: "cooperation", -1: "conflict", 0: "both alike"}
Rows = list[tuple[Sequence[Cell], Sequence[str]]]


class Analysis:
    """Who is central, who bridges, which groups there are, what changed: `graph.analysis.brokers().frame()`.

    Entities are given by name, alias or IRI. `graph.analysis.of(since="2015", relations=["metWith"])` is the same
    over a part of the graph, chosen as `select` does. Posts connect nobody unless relations or classes are chosen.
    """

    def __init__(
        self, records: GraphRecords, *, labels: Mapping[str, str] | None = None, **filters: Unpack[Filters]
    ) -> None:
        self.records, self.labels, self._filters = (
            select(records, **filters) if filters else records,
            labels or {},
            filters,
        )
        self._known = {claim.iri: claim for claim in records.claims}
        self._multigraph: nx.MultiDiGraph | None = None

    def of(self, **filters: Unpack[Filters]) -> Analysis:
        """The analysis of the part of the graph that passes the filters (`select`)."""
        return Analysis(self.records, labels=self.labels, **(self._filters | filters))

    def network(self, kind: str = "weighted") -> nx.Graph:
        """A networkx graph; nodes are IRIs.

        Args:
            kind: "claims" (directed multigraph, an edge a claim), "weighted" (simple, weight sums confidence),
                "together" (told of in the same articles), "participation" (bipartite, actors and events), "signed"
                (cooperation against conflict).

        Raises:
            QueryError: there is no such kind.
        """
        makers: dict[str, Callable[[], nx.Graph]] = {
            "claims": self._claims,
            "weighted": lambda: to_weighted(self._claims()),
            "together": lambda: together.told_together(self.records),
            "participation": lambda: together.participation(self.records),
            "signed": lambda: signed.signed_network(signed.relationships(self.records)),
        }
        if kind not in makers:
            raise QueryError(f"no network {kind!r}: there are {', '.join(NETWORKS)}")
        return makers[kind]()

    def central(self) -> Figures:
        """Entities by weighted PageRank, with neighbours, claims and betweenness."""
        names = ("entity", "kind", "neighbours", "claims", "pagerank", "betweenness")
        rows: Rows = []
        for row in measures.centrality(self._claims()):
            if claims := self._touching(row.iri):
                cells: list[Cell] = [row.label, row.kind, row.degree, row.claims, row.pagerank, row.betweenness]
                rows.append((cells, claims))
        return figures("Central", names, rows)

    def brokers(self) -> Figures:
        """Entities that stand between others who do not deal with each other, the freest first (Burt 1992)."""
        names = ("entity", "kind", "neighbours", "constraint", "effective size", "betweenness")
        rows: Rows = [
            (
                [*self._called(b.node), b.neighbours, b.constraint, b.effective_size, b.between],
                self._touching(b.node),
            )
            for b in brokers.brokers(self.network())
        ]
        return figures("Brokers", names, rows)

    def cores(self) -> Figures:
        """Entities by the densest core that they belong to: all in a k-core have k neighbours in it."""
        graph = self.network()
        found = brokers.cores(graph)
        ranked = sorted(
            filter(found.get, found), key=lambda iri: (-found[iri], -graph.degree(iri), self._label(iri), iri)
        )
        rows: Rows = [([*self._called(iri), found[iri], graph.degree(iri)], self._touching(iri)) for iri in ranked]
        return figures("Cores", ("entity", "kind", "core", "neighbours"), rows)

    def groups(self, *, method: str = "louvain") -> Figures:
        """Groups by Louvain's method or Leiden's ("leiden"), named by their best connected members, the largest first.

        Raises:
            QueryError: there is no such method.
            KgError: it needs a library that is not installed.
        """
        groups = measures.communities(self._claims(), method=method)
        home = {member: number for number, group in enumerate(groups) for member in group.members}
        inside, across = defaultdict[int, list[str]](list), Counter[int]()
        for one, other, iri in self._claims().edges(keys=True):
            if home.get(one) == home.get(other) and one != other:
                inside[home.get(one, -1)].append(iri)
            elif one != other:
                across.update({home.get(one, -1): 1, home.get(other, -1): 1})
        rows: Rows = []
        for number, group in enumerate(groups):
            told = sorted(inside[number])
            cells: list[Cell] = [group.name, len(group.members), len(told), across[number], ", ".join(group.labels)]
            rows.append((cells, told))
        return figures("Groups", ("named by", "members", "claims inside", "claims outside", "all members"), rows)

    def connection(self, one: str, other: str) -> Figures:
        """The shortest way between two entities, a row for each claim on it; no row where there is none.

        Raises:
            QueryError: one of them is unknown.
        """
        found = measures.connect(self._claims(), self._iri(one), self._iri(other))
        claims = [iri for step in found.steps for iri in step.claims] if found else []
        return self.evidence(claims, title=f"{one} – {other}")

    def paths(self, one: str, other: str, *, longest: int = 3, most: int = 50) -> Figures:
        """Simple paths between two entities, the shortest and surest first; each with the claims of its steps.

        Args:
            longest: in steps.
            most: how many paths to look at.

        Raises:
            QueryError: one of them is unknown.
        """
        import networkx as nx

        graph, ends_ = self.network(), (self._iri(one), self._iri(other))
        rows: Rows = []
        for path in islice(nx.all_simple_paths(graph, *ends_, cutoff=longest), most):
            steps = list(pairwise(path))
            surest = min(float(graph[a][b]["weight"]) for a, b in steps)
            claims = [iri for a, b in steps for iri in self._between(a, b)]
            rows.append(([" – ".join(map(self._label, path)), len(steps), round(surest, 9)], claims))
        rows.sort(key=lambda row: (row[0][1], -float(row[0][2] or 0), row[0][0]))
        return figures(f"Paths from {one} to {other}", ("path", "steps", "weakest step"), rows)

    def change(self, before: str, after: str, *, ties: bool = False) -> Figures:
        """Who, or with `ties` which pairs, are told of more or less in a second period than in a first.

        Args:
            before, after: periods such as "2015", "2015-01/2015-06", "/2014" (until), "2016/" (since).
        """
        parts = [select(self.records, since=_since(period), until=_until(period)) for period in (before, after)]
        found = (periods.tie_changes if ties else periods.entity_changes)(*parts)
        rows: Rows = []
        for change in found:
            name = " – ".join(map(self._label, change.key))
            cells: list[Cell] = [name, change.kind, len(change.before), len(change.after), change.difference]
            rows.append((cells, [*change.before, *change.after]))
        return figures(f"{before} → {after}", ("pair" if ties else "entity", "", before, after, "difference"), rows)

    def signed(self) -> Figures:
        """Pairs by their events: cooperation against conflict, by the quad classes of PLOVER."""
        rows: Rows = []
        for row in signed.relationships(self.records):
            counts: list[Cell] = [len(row.cooperation), len(row.conflict), SIDE[row.sign]]
            rows.append(([self._label(row.one), self._label(row.other), *counts], [*row.cooperation, *row.conflict]))
        return figures("Cooperation and conflict", ("one", "other", "cooperation", "conflict", "leans to"), rows)

    def balance(self) -> Figures:
        """Threes that all deal with each other, by how many of their ties are friendly (Cartwright, Harary 1956)."""
        graph = self.network("signed")
        counts, example = Counter[int](), dict[int, tuple[str, ...]]()
        for nodes, positive in signed.triads(graph):
            counts[positive] += 1
            example.setdefault(positive, nodes)
        rows: Rows = []
        for positive in sorted(counts, reverse=True):
            names = ", ".join(map(self._label, example[positive]))
            claims = [iri for a, b in _pairs(example[positive]) for iri in self._between(a, b)]
            is_balanced = "yes" if positive in signed.BALANCED else "no"
            rows.append(([signed.TRIADS[positive], is_balanced, counts[positive], names], claims))
        return figures("Balance", ("three", "balanced", "how many", "for example"), rows)

    def together(self) -> Figures:
        """Pairs by how many articles tell of both."""
        graph = self.network("together")
        ranked = sorted(graph.edges(data=True), key=lambda edge: (-edge[2]["weight"], *sorted(edge[:2])))
        rows: Rows = []
        for edge in ranked:
            one, other = sorted(edge[:2])
            rows.append(([self._label(one), self._label(other), edge[2]["weight"]], sorted(set(edge[2]["claims"]))))
        return figures("Told of together", ("one", "other", "articles"), rows)

    def events(self) -> Figures:
        """Events by how many take part in them, with who does."""
        graph = self.network("participation")
        rows: Rows = []
        for event, role in graph.nodes(data="bipartite"):
            if role == 1:
                names = sorted(map(self._label, graph[event]))
                claims = sorted({iri for actor in graph[event] for iri in graph[event][actor]["claims"]})
                rows.append(([self._event(event), len(names), len(claims), ", ".join(names)], claims))
        rows.sort(key=lambda row: (-int(row[0][1] or 0), -int(row[0][2] or 0), str(row[0][0])))
        return figures("Events", ("event", "taking part", "claims", "who"), rows)

    def around(self, entity: str) -> Figures:
        """The neighbours of an entity, with the relations that lead to each.

        Raises:
            QueryError: it is unknown.
        """
        iri = self._iri(entity)
        rows: Rows = []
        for other in self.network()[iri]:
            claims = self._between(iri, other)
            told = Counter(self.labels.get(c.predicate, c.predicate) for c in map(self._known.__getitem__, claims))
            relations = ", ".join(f"{name} ({count})" if count > 1 else name for name, count in told.most_common())
            rows.append(([*self._called(other), len(claims), relations], claims))
        rows.sort(key=lambda row: (-int(row[0][2] or 0), str(row[0][0])))
        return figures(f"Around {self._label(iri)}", ("entity", "kind", "claims", "relations"), rows)

    def evidence(self, claims: Iterable[str], *, title: str = "Evidence") -> Figures:
        """The claims with these IRIs, each with its sentence, article, time and certainty."""
        names = ("subject", "relation", "object", "sentence", "time", "article", "certainty", "confidence")
        found = [self._known[iri] for iri in dict.fromkeys(claims) if iri in self._known]
        rows: Rows = [(self._told(claim), [claim.iri]) for claim in found]
        return figures(title, names, rows)

    def _told(self, claim: ClaimRecord) -> list[Cell]:
        article = self.records.articles.get(claim.article)
        thing = claim.value if claim.object is None else self._label(claim.object)
        sure = f"{claim.polarity.value}, {claim.modality.value}"
        relation = self.labels.get(claim.predicate, claim.predicate)
        name = article.headline if article else claim.article
        return [self._label(claim.subject), relation, thing, claim.quote, claim.time, name, sure, claim.confidence]

    def _claims(self) -> nx.MultiDiGraph:
        if self._multigraph is None:
            self._multigraph = without_posts(to_networkx(self.records), **self._filters)
        return self._multigraph

    def _iri(self, name: str) -> str:
        return find_entity(self.records, name)

    def _label(self, iri: str) -> str:
        entity = self.records.entities.get(iri)
        return entity.name if entity and entity.label else iri

    def _event(self, iri: str) -> str:
        """The name of an event, or what a claim that is one says happened."""
        claim = self._known.get(iri)
        return self._label(iri) if claim is None else self.labels.get(claim.predicate, words(claim.predicate))

    def _called(self, iri: str) -> list[Cell]:
        entity = self.records.entities.get(iri)
        return [self._label(iri), kind_of(entity.types) if entity else "other"]

    def _touching(self, iri: str) -> list[str]:
        graph = self._claims()
        return sorted({key for *_, key in (*graph.in_edges(iri, keys=True), *graph.out_edges(iri, keys=True))})

    def _between(self, one: str, other: str) -> list[str]:
        graph = self._claims()
        return sorted({*graph.get_edge_data(one, other, default={}), *graph.get_edge_data(other, one, default={})})


def _pairs(nodes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(nodes[0], nodes[1]), (nodes[0], nodes[2]), (nodes[1], nodes[2])]


def _since(period: str) -> str | None:
    return period.partition("/")[0] or None


def _until(period: str) -> str | None:
    first, slash, last = period.partition("/")
    return last or None if slash else first or None
