"""What other programs read in an RDF file, as pyoxigraph quads; a test is skipped where a program cannot be had.

JSON-LD is read without a way to fetch a context. Debian 12 has Apache Jena as jars that fail as they start, so that
`riot` is used only where it is on the path.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sysconfig
import warnings
from pathlib import Path
from unittest.mock import patch

import pyoxigraph as ox
import pytest
import rdflib

from tests.store.formats import FORMATS

RDFLIB = {"ttl": "turtle", "nt": "nt", "nq": "nquads", "trig": "trig", "jsonld": "json-ld"}


def rdflib_quads(path: Path) -> set[ox.Quad]:
    dataset = rdflib.Dataset()
    with patch.object(rdflib, "NORMALIZE_LITERALS", False), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own parsers use what rdflib deprecates
        dataset.parse(data=path.read_bytes(), format=RDFLIB[path.suffix[1:]])
    return {
        ox.Quad(_node(s), _node(p), _node(o), _node(g) if _is_named(g) else ox.DefaultGraph())
        for s, p, o, g in dataset.quads()
    }


def pyld_quads(path: Path) -> set[ox.Quad]:
    if path.suffix != ".jsonld":
        pytest.skip("PyLD reads JSON-LD only")
    jsonld = pytest.importorskip("pyld.jsonld", reason="PyLD is not installed (extra test)")

    def refuse(url: str, options: object) -> None:
        raise AssertionError(f"{url} would be fetched")

    options = {"format": "application/n-quads", "documentLoader": refuse}
    text = jsonld.to_rdf(json.loads(path.read_text("utf-8")), options)
    return set(ox.parse(text, format=ox.RdfFormat.N_QUADS))


def oxigraph_quads(path: Path) -> set[ox.Quad]:
    command = shutil.which("oxigraph", path=sysconfig.get_path("scripts")) or shutil.which("oxigraph")
    if command is None:
        pytest.skip("Oxigraph's command line is not installed (extra test)")
    arguments = ["convert", "--from-file", str(path), "--from-format", path.suffix[1:], "--to-format", "nq"]
    return _printed([command, *arguments])


def riot_quads(path: Path) -> set[ox.Quad]:
    if shutil.which("riot") is None:
        pytest.skip("Apache Jena's riot is not on the path")
    return _printed(["riot", "--output=nquads", str(path)])


def serdi_quads(path: Path) -> set[ox.Quad]:
    if path.suffix == ".jsonld":
        pytest.skip("serdi reads no JSON-LD")
    if shutil.which("serdi") is None:
        pytest.skip("serdi is not installed (Debian's serdi)")
    return _printed(["serdi", "-o", "nquads", str(path)])


def _printed(command: list[str]) -> set[ox.Quad]:
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-500:]
    return set(ox.parse(done.stdout, format=ox.RdfFormat.N_QUADS))


def _is_named(node: object) -> bool:
    return isinstance(node, rdflib.URIRef) and node != rdflib.graph.DATASET_DEFAULT_GRAPH_ID


def _node(node: object) -> ox.NamedNode | ox.Literal:
    if isinstance(node, rdflib.Literal):
        if node.language:
            return ox.Literal(str(node), language=node.language)
        if node.datatype:
            return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype)))
        return ox.Literal(str(node))
    return ox.NamedNode(str(node))


def own_quads(path: Path) -> set[ox.Quad]:
    return set(ox.parse(path.read_bytes(), format=FORMATS[path.suffix[1:]]))


READERS = {
    "pyoxigraph": own_quads,
    "rdflib": rdflib_quads,
    "pyld": pyld_quads,
    "oxigraph": oxigraph_quads,
    "riot": riot_quads,
    "serdi": serdi_quads,
}
