"""A store of a million triples, and what it takes to open, ask, export and update it; see README.md."""

from __future__ import annotations

import argparse
import io
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stderr
from itertools import islice
from pathlib import Path
from typing import Any

import rdflib
from perturbed import perturbed

from kg.build import extractions
from kg.graph import KnowledgeGraph, build
from kg.model import Extraction
from kg.query import questions
from kg.read import read
from kg.store import RDF_FORMATS, GraphStore, export
from kg.store import vocabulary as v
from kg.store.graph_store import select
from kg.store.kept import FILE as RECORDS

SAMPLES = Path(__file__).parent.parent.parent / "notebooks" / "articles"
EXPORTS = 3
RANKS = (0, 10, 100, 500)
BEGINNING, BOUND = 100, 0.2


def main() -> None:
    """Print the figures one by one, each as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3, help="how often each question is asked")
    parser.add_argument(
        "--rdflib", type=float, default=1.0, help="share of the articles that rdflib writes from memory"
    )
    parser.add_argument("--directory", type=Path, help="where the store is made, or lies from an earlier run")
    parser.add_argument(
        "--only", choices=("open", "records", "export", "ask", "update"), action="append", help="measure this alone"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        directory = options.directory or Path(folder)
        if not GraphStore.is_in(directory):
            make(directory, options.triples)
        measures: dict[str, Callable[[], None]] = {
            "open": lambda: opening(directory),
            "records": lambda: records(directory),
            "export": lambda: exports(directory, options.rdflib),
            "ask": lambda: asking(directory, options.rounds),
            "update": lambda: updating(directory),
        }
        for name in options.only or measures:
            measures[name]()


def make(directory: Path, triples: int) -> None:
    """Fill a store with perturbed samples until it has so many triples."""
    samples = [*extractions(read([SAMPLES]))]
    endless, size, count = perturbed(samples), 0, 0
    start = time.perf_counter()
    with GraphStore.open(directory) as store:
        while size < triples:
            count += store.add_all(islice(endless, 50))
            size = len(store.quads)
    tell("store made", time.perf_counter() - start, f"{count} articles, {size} quads")


def opening(directory: Path) -> None:
    """Time `KnowledgeGraph.open` alone, then a whole `kg query`."""
    tell("KnowledgeGraph.open", seconds(lambda: KnowledgeGraph.open(directory).close()))
    tell("kg query, as a process", seconds(lambda: program(ASK, str(directory))))


def records(directory: Path) -> None:
    """Time the reading of records, for analyses and pictures: from the store, then from the file beside it."""
    (directory / "store" / RECORDS).unlink(missing_ok=True)
    for source in ("from the store", "from their file"):
        found = json.loads(program(READ, str(directory)))
        memory = f"{found['processor']:.1f} s of processor time, {found['memory']} MB of memory"
        tell(f"records, {source}", found["seconds"], memory)


READ = """
import json, resource, sys, time
from kg import KnowledgeGraph
start, used = time.perf_counter(), time.process_time()
with KnowledgeGraph.open(sys.argv[1]) as graph:
    graph.records
taken = {"seconds": time.perf_counter() - start, "processor": time.process_time() - used}
print(json.dumps(taken | {"memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
"""

ASK = "import sys; from kg.cli import main; sys.argv = ['kg', 'query', sys.argv[1], 'ASK { ?s ?p ?o }']; main()"


def exports(directory: Path, share: float) -> None:
    """Time every format in a process of its own with its greatest memory, then rdflib's Turtle of the same graph."""
    for name in RDF_FORMATS[1:]:
        exporting(directory, name)
    ours = [exporting(directory, "ttl") for _ in range(EXPORTS)]
    with GraphStore.open(directory) as store:
        stored = writing(store.dataset)
        part, articles = sample(store, share)
    kept = [taken / articles for taken in writing(part)]
    ours += [exporting(directory, "ttl") for _ in range(EXPORTS)]
    for name, theirs in (("rdflib, from the store", stored), ("rdflib, from memory", kept)):
        wall, processor = (
            their / statistics.median(our) for their, our in zip(theirs, zip(*ours, strict=True), strict=True)
        )
        tell(name, theirs[0], f"kg export -f ttl is {wall:.1f} times faster, {processor:.1f} by processor time")


def writing(graph: rdflib.Graph) -> list[float]:
    """Seconds that rdflib takes to write a graph as Turtle, by the clock and of processor time."""
    start, used = time.perf_counter(), time.process_time()
    graph.serialize(format="turtle", destination=io.BytesIO())
    return [time.perf_counter() - start, time.process_time() - used]


def exporting(directory: Path, name: str) -> list[float]:
    """Seconds of an export in a process of its own, by the clock and of processor time."""
    found = json.loads(program(EXPORT, str(directory), name))
    memory = (
        f"{found['processor']:.3f} s of processor time, {found['memory']} MB of memory, {found['before']} before it"
    )
    tell(f"export {name}", found["seconds"], memory)
    return [found["seconds"], found["processor"]]


EXPORT = """
import json, re, sys, time
from kg.store import GraphStore, export
def memory():  # the greatest of this program; what getrusage tells begins with that of its parent
    return int(re.search("VmHWM: *([0-9]+)", open("/proc/self/status").read().replace("\\t", " "))[1]) // 1024
with GraphStore.open(sys.argv[1]) as store, open("/dev/null", "wb") as nowhere:
    before, start, used = memory(), time.perf_counter(), time.process_time()
    export(store, sys.argv[2], nowhere)
    taken = {"seconds": time.perf_counter() - start, "processor": time.process_time() - used}
    print(json.dumps({**taken, "memory": memory(), "before": before}))
"""


def sample(store: GraphStore, share: float) -> tuple[rdflib.Graph, float]:
    """The union of the first articles as rdflib holds it in memory, and which share of all articles they are."""
    names = sorted(store.quads.named_graphs(), key=str)
    kept = names[: max(1, round(share * len(names)))]
    part = GraphStore.open(None, base=store.base)
    for name in kept:
        part.quads.extend(store.quads.quads_for_pattern(None, None, None, name))
    text = io.BytesIO()
    export(part, "ttl", text)
    return rdflib.Graph().parse(data=text.getvalue(), format="turtle"), len(kept) / len(names)


def asking(directory: Path, rounds: int) -> None:
    """Time each prepared question about things spoken of much and little, then of the whole graph where it can be.

    Cold answers come from the engine, with nothing kept of any question; kept ones from whom asked before.
    """
    cold: dict[str, list[float]] = {"about things": [], f"first {BEGINNING} rows": [], "all rows": []}
    again: dict[str, list[float]] = {name: [] for name in cold}
    with KnowledgeGraph.open(directory) as graph:
        known = [things(graph.store, rank) for rank in RANKS]
        for question in questions():
            needed = {p.name for p in question.parameters if p.needed}
            taken = {p.name for p in question.parameters} & (needed | {"entity", "source", "place"})
            one = "entity" if "entity" in taken else None
            chosen = needed | ({one} if one else taken)
            asked = [{name: values[name] for name in chosen} for values in known] if chosen else [{}]
            ways = {"about things": asked} | (
                {} if needed else {f"first {BEGINNING} rows": [{"limit": str(BEGINNING)}], "all rows": [{}]}
            )
            for way, givens in ways.items():
                found = [answering(graph, question.name, given, rounds) for given in givens]
                first, later, rows = zip(*found, strict=True)
                cold[way].append(statistics.median(first))
                again[way].append(statistics.median(later))
                more = f"greatest {max(first):.3f} s, {max(rows)} rows; kept {again[way][-1]:.3f} s"
                tell(f"{question.name}, {way}", cold[way][-1], more)
    for name, times in (("cold", cold), ("kept", again)):
        for way, taken_ in times.items():
            slow = sum(seconds_ > BOUND for seconds_ in taken_)
            more = f"{slow} of {len(taken_)} over {BOUND} s, greatest {max(taken_):.3f} s"
            tell(f"questions {way}, {name}", statistics.median(taken_), more)


def answering(graph: KnowledgeGraph, name: str, given: dict[str, str], rounds: int) -> tuple[float, float, int]:
    """Seconds of processor time that an answer takes, cold and kept, the median of some, and its rows."""
    cold, again, rows = [], [], 0
    for times, forgets in ((cold, True), (again, False)):
        for _ in range(rounds):
            if forgets:
                graph.store.answers.forget()
            start = time.process_time()
            rows = len(graph.query(name, **given))
            times.append(time.process_time() - start)
    return statistics.median(cold), statistics.median(again), rows


def things(store: GraphStore, rank: int) -> dict[str, str]:
    """What to ask about: the thing of that rank by its claims, another that it has a claim with, and so on."""
    query = f"""SELECT ?one (COUNT(?claim) AS ?claims) WHERE {{
      GRAPH ?g {{ ?claim rdf:subject ?one ; rdf:object ?other . ?one rdfs:label ?a . ?other rdfs:label ?b }}
    }} GROUP BY ?one ORDER BY DESC(?claims) ?one OFFSET {rank} LIMIT 1"""
    one = first(store, query)
    other = first(
        store, f"SELECT ?two {{ ?claim rdf:subject {one} ; rdf:object ?two . ?two rdfs:label ?name }} ORDER BY ?two"
    )
    source = first(store, f"SELECT ?who {{ ?claim prov:wasAttributedTo ?who }} ORDER BY ?who OFFSET {rank}")
    place = first(store, f"SELECT ?where {{ ?claim kgo:place ?where }} ORDER BY ?where OFFSET {rank}")
    article = first(store, f"SELECT ?id {{ ?g dcterms:identifier ?id }} ORDER BY ?id OFFSET {rank}")
    told = {"entity": one, "other": other, "source": source, "place": place, "article": article}
    return {name: term.value for name, term in told.items()} | {"since": "2015", "until": "2016"}


def first(store: GraphStore, query: str) -> Any:
    """The first value of a query's first row."""
    return next(iter(select(store.quads, query, prefixes=v.PREFIXES, use_default_graph_as_union=True)))[0]


def updating(directory: Path) -> None:
    """Build again with one article of another text, then with nothing new; compare what the others say."""
    with GraphStore.open(directory) as store:
        names = sorted(store.quads.named_graphs(), key=str)
        before = {name: content(store, name) for name in names}
    old: Extraction = next(perturbed([*extractions(read([SAMPLES]))]))
    new = old.to_dict()
    new["article"]["title"] = "Another headline"
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "one.jsonl"
        lines.write_text(json.dumps(new) + "\n", encoding="utf-8")
        for name in ("kg build, one article", "kg build, nothing new"):
            with redirect_stderr(io.StringIO()):
                tell(name, seconds(lambda: build([lines], directory).close()))
    with GraphStore.open(directory) as store:
        changed = [name for name in before if content(store, name) != before[name]]
    print(f"{'':40}articles that differ afterwards: {len(changed)}")


def content(store: GraphStore, name: Any) -> int:
    """A digest of what an article says."""
    return hash(frozenset(store.quads.quads_for_pattern(None, None, None, name)))


def program(text: str, *arguments: str) -> str:
    """What a Python program prints."""
    done = subprocess.run([sys.executable, "-c", text, *arguments], check=True, capture_output=True, text=True)
    return done.stdout


def seconds(action: Callable[[], Any]) -> float:
    """Seconds that an action takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def tell(what: str, taken: float, more: str = "") -> None:
    """Print a figure."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what:40}{taken:9.3f} s   {more or f'{memory} MB of memory'}", flush=True)


if __name__ == "__main__":
    main()
