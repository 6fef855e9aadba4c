from .graph import BuildReport as BuildReport
from .graph import build_graph as build_graph
from .settings import DEFAULT_MODEL as DEFAULT_MODEL
from .settings import Settings as Settings
from .workers import extractions as extractions
