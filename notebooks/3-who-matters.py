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
# # Who matters, and who bridges
#
# A graph of claims is a network. `graph.analysis` measures it; every row of every table leads back to the claims, and
# so to the sentences, that it rests on.

# %%
from kg import build

graph = build("articles")
analysis = graph.analysis.of(direct_only=True, min_confidence=0.5)
analysis.central().top(8)

# %% [markdown]
# Central is not the same as bridging. Brokers deal with many who do not deal with each other: Burt's constraint is low.

# %%
analysis.brokers().top(8)

# %% [markdown]
# Communities (Louvain) follow the stories told:

# %%
analysis.groups().without("all members").top(6)

# %% [markdown]
# ## For and against
#
# PLOVER sorts events into cooperation and conflict, in words and in deeds. Pairs by what they deal out to each other:

# %%
signed = analysis.signed()
signed.top(6)

# %% [markdown]
# And the sentences behind the first of these rows:

# %%
for claim in analysis.evidence(signed.claims[0]):
    print(f"{claim['subject']} {claim['relation']} {claim['object']}: “{claim['sentence']}”")

# %% [markdown]
# ## How are two connected?

# %%
for claim in analysis.connection("Angela Merkel", "Theresa May"):
    print(f"{claim['subject']} {claim['relation']} {claim['object']}")

# %% [markdown]
# ## The network itself
#
# For everything else there is networkx. Events as one side and participants as the other make a bipartite graph; who
# took part in the most events?

# %%
network = analysis.network("participation")
actors = [node for node, side in network.nodes(data="bipartite") if side == 0]
labels = {iri: entity.label for iri, entity in graph.records.entities.items()}
for actor in sorted(actors, key=lambda node: (-network.degree(node), labels[node]))[:5]:
    print(f"{labels[actor]:20} {network.degree(actor)} events")
