# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Bring your own ontology and names
#
# Relations, and how English words them, are data. Three lines of Turtle add one; no Python is needed.

# %%
from pathlib import Path
from tempfile import TemporaryDirectory

from kg import build

place = TemporaryDirectory()
folder = Path(place.name)
_ = (folder / "report.txt").write_text(
    "Harlow Foods lobbied the European Commission in Brussels on Monday. "
    "The lobbying of Anna Petrova by Harlow Foods began in 2014.",
    encoding="utf-8",
)

# %%
_ = (folder / "my.ttl").write_text(
    """
@prefix kgo: <https://w3id.org/newskg/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix my: <https://example.org/my#> .
my:lobbies a owl:ObjectProperty ; rdfs:domain kgo:Agent ; rdfs:range kgo:Agent ;
    kgo:verb "lobby" ; kgo:nominal "lobbying of" .
""",
    encoding="utf-8",
)
graph = build(folder / "report.txt", ontology=[folder / "my.ttl"])
for claim in graph.analysis.evidence(c.iri for c in graph.records.claims if c.predicate.endswith("lobbies")):
    print(claim["subject"], claim["relation"].rpartition("#")[2], claim["object"], claim["time"])

# %% [markdown]
# ## Known entities
#
# A file of RDF with the names you already know makes the graph use your IRIs.

# %%
_ = (folder / "known.ttl").write_text(
    """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/companies/17> rdfs:label "Harlow Foods" ; skos:altLabel "Harlow" .
""",
    encoding="utf-8",
)
graph = build(folder / "report.txt", ontology=[folder / "my.ttl"], known=[folder / "known.ttl"])
[entity.iri for entity in graph.records.entities.values() if entity.label == "Harlow Foods"]
