"""The graph: claims as RDF in named graphs, stored in Oxigraph, shown as an rdflib Dataset."""

from __future__ import annotations

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)  # the names of __init__.pyi
