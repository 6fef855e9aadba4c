"""Writes what people read of the ontology: reference.html (by pyLODE) and classes.svg, from the Turtle files here.

    python ontology/publish.py            # write both
    python ontology/publish.py --check    # exit 1 where one is no longer what the Turtle files say

The same terms give the same page. What is checked is the digest of the terms, which the page names: another version of
pyLODE may write another page. Wordings are left out: they are for the extractor.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef
from rdflib.compare import to_canonical_graph, to_isomorphic
from rdflib.namespace import SKOS

FOLDER = Path(__file__).parent
MODULES = ("core.ttl", "relations.ttl", "cooperation.ttl", "conflict.ttl", "events.ttl")
KGO = Namespace("https://w3id.org/newskg/ontology#")
WORDS = """verb notVerb noun notNoun title occupation nominal suffix kinship headword nameword firstword
    subjectOf objectOf complementOf modifierOf contextWord knownName""".split()
MEMBER = r"<span>\n<a [^\n]*\n<sup [^\n]*\n</span>"
UNION = re.compile(rf'{MEMBER}(?:\n<span class="cardinality">[a-z,]+</span>\n{MEMBER})+')
LINE, STEP, TOP = 22, 26, 34
COLOURS = ("#1f4e79", "#2e7d32", "#b26a00", "#7b3f98", "#a33a3a", "#006d77")


def terms() -> Graph:
    """The ontology as one graph: every term with what describes it, under the one header."""
    graph = Graph()
    for module in MODULES:
        graph.parse(FOLDER / module)
    for header in list(graph.subjects(RDF.type, OWL.Ontology)):
        if header != URIRef(str(KGO)[:-1]):
            graph.remove((header, None, None))
    for word in WORDS:
        graph.remove((None, KGO[word], None))
    return graph


def digest(graph: Graph) -> str:
    """What two graphs share that say the same, however their blank nodes are called."""
    return f"{to_isomorphic(graph).internal_hash():x}"


def reference(graph: Graph) -> str:
    """The terms as a page, which names the digest that it was made from."""
    from pylode import OntPub

    made = digest(graph)
    page = re.sub(r'<script id="schema.org".*?</script>', "", OntPub(_ordered(graph)).make_html(), flags=re.DOTALL)
    page = _anchored(page)
    page = "\n".join(line.strip() for line in page.splitlines() if line.strip())
    page = UNION.sub(_sorted, page)
    return page.replace("<head>", f'<head>\n<meta name="source" content="{made}">', 1) + "\n"


def _sorted(union: re.Match[str]) -> str:
    """The members of a union in order; pyLODE lists them as they lie in memory."""
    members = iter(sorted(re.findall(MEMBER, union[0])))
    return re.sub(MEMBER, lambda _: next(members), union[0])


def _ordered(graph: Graph) -> Graph:
    """The graph with its triples in an order, and names of blank nodes, that follow from what it says."""
    ordered = Graph()
    for prefix, namespace in sorted(graph.namespaces()):
        ordered.bind(prefix, namespace, override=True)
    for triple in sorted(to_canonical_graph(graph)):
        ordered.add(triple)
    return ordered


def _anchored(page: str) -> str:
    """The page with each term's own name as its anchor, so that the term's IRI leads to it."""
    found = re.findall(r'id="([^"]+)">(?:(?!\bid=").)*?<code>' + re.escape(str(KGO)) + r"(\w+)</code>", page, re.DOTALL)
    names = dict(found)
    return re.sub(r'(id="|href="#)([^"]+)"', lambda m: f'{m[1]}{names.get(m[2], m[2])}"', page)


def diagram(graph: Graph) -> str:
    """The tree of classes as SVG; what has two parents stands under each."""
    rows: list[tuple[int, URIRef, int]] = []
    for number, root in enumerate(_roots(graph)):
        _rows(graph, root, 0, number, rows)
    height, last = TOP + LINE * len(rows) + 10, {}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="760" height="{height}"',
        ' font-family="sans-serif" font-size="13">',
        f'<title>Classes of the newskg ontology</title><rect width="760" height="{height}" fill="white"/>',
    ]
    for index, (depth, kind, number) in enumerate(rows):
        x, y, colour = 16 + STEP * depth, TOP + LINE * index, COLOURS[number % len(COLOURS)]
        if depth:
            parts.append(f'<path d="M{x - 16} {last[depth - 1] + 5}V{y - 4}H{x - 3}" fill="none" stroke="#999"/>')
        last[depth] = y
        label, definition = graph.value(kind, RDFS.label), graph.value(kind, SKOS.definition)
        parts.append(f'<text x="{x}" y="{y}" fill="{colour}"><title>{escape(str(definition))}</title>{_name(kind)}')
        parts.append(
            f'<tspan fill="#666" font-size="11" dx="6">{escape(str(label))}{_aligned(graph, kind)}</tspan></text>'
        )
    return "\n".join([*parts, "</svg>", ""])


def _roots(graph: Graph) -> list[URIRef]:
    kinds = [k for k in graph.subjects(RDF.type, OWL.Class) if isinstance(k, URIRef) and k in KGO]
    return sorted(k for k in kinds if not any(p in KGO for p in graph.objects(k, RDFS.subClassOf)))


def _rows(graph: Graph, kind: URIRef, depth: int, number: int, rows: list[tuple[int, URIRef, int]]) -> None:
    rows.append((depth, kind, number))
    for child in sorted(graph.subjects(RDFS.subClassOf, kind)):
        if isinstance(child, URIRef):
            _rows(graph, child, depth + 1, number, rows)


def _aligned(graph: Graph, kind: URIRef) -> str:
    """The classes of other vocabularies right above."""
    above = sorted(graph.qname(str(p)) for p in graph.objects(kind, RDFS.subClassOf) if p not in KGO)
    return f" ⊑ {', '.join(above)}" if above else ""


def _name(kind: URIRef) -> str:
    return escape(str(kind).removeprefix(str(KGO)))


def stale(graph: Graph) -> list[str]:
    """The files that are no longer what the Turtle files say."""
    page, drawing = FOLDER / "reference.html", FOLDER / "classes.svg"
    wrong = [] if page.is_file() and f'content="{digest(graph)}"' in page.read_text("utf-8") else [page.name]
    return wrong + ([] if drawing.is_file() and drawing.read_text("utf-8") == diagram(graph) else [drawing.name])


def main() -> None:
    """Write the files, or check them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 where a file is out of date")
    graph = terms()
    if parser.parse_args().check:
        wrong = stale(graph)
        print("\n".join(f"{name}: out of date, run ontology/publish.py" for name in wrong), file=sys.stderr)
        sys.exit(1 if wrong else 0)
    (FOLDER / "reference.html").write_text(reference(graph), encoding="utf-8")
    (FOLDER / "classes.svg").write_text(diagram(graph), encoding="utf-8")


if __name__ == "__main__":
    main()
