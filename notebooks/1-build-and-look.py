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
# # Build a graph and look at it
#
# Eighteen short news reports lie in `articles`. `build` reads them and keeps what they say: who did what to whom, when,
# according to whom, and in which sentence. Without a folder to write to, the graph stays in memory.

# %%
from kg import build

graph = build("articles")
graph

# %% [markdown]
# The picture shows the strongest forty entities: people are blue dots, organisations squares, places green diamonds.
# Everything in it comes from claims. Here are some about Angela Merkel, each with the sentence that states it.

# %%
analysis = graph.analysis
about_merkel = analysis.around("Angela Merkel")
about_merkel

# %%
claims = [iri for row in about_merkel.claims for iri in row]
for claim in analysis.evidence(claims):
    print(f"{claim['subject']} {claim['relation']} {claim['object']}  ({claim['time'] or 'no date'})")
    print(f"    “{claim['sentence']}”")

# %% [markdown]
# A claim says how certain it is. What is planned, possible or denied never becomes a plain fact of the graph; it stands
# on its claim only.

# %%
planned = [claim for claim in graph.records.claims if claim.modality == "planned" and claim.event]
for claim in analysis.evidence(claim.iri for claim in planned[:5]):
    print(f"{claim['subject']} – {claim['relation']} – {claim['object']}: {claim['certainty']}")
    print(f"    “{claim['sentence']}”")

# %% [markdown]
# To keep the graph, build it into a folder: `build("articles", "out")` leaves `out/graph.ttl`, `out/graph.trig` and
# `out/graph.html`, a page that works without a network. A second build adds only what is new.
