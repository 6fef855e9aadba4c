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
# # Ask the graph
#
# There are three ways to ask: prepared questions, words to search for, and SPARQL.

# %%
from kg import build

graph = build("articles")

# %% [markdown]
# ## Prepared questions
#
# More than fifty are ready; `dir(graph.ask)` lists them. Names are enough, the graph knows who is meant.

# %%
graph.ask.timeline(entity="Angela Merkel").to_pandas()[["time", "subject", "relation", "object"]]

# %% [markdown]
# ## Search
#
# Words are looked up in names and sentences.

# %%
for hit in graph.search("sanctions", limit=4):
    print(f"{hit.kind:9} {' '.join(hit.text.split())}")

# %% [markdown]
# ## SPARQL
#
# Every claim is a node of its own with subject, predicate, object, sentence, source and certainty. Which sources speak
# of a plan, and in which words?

# %%
rows = graph.query("""
    SELECT DISTINCT ?who ?said WHERE {
        ?claim a kgo:Claim ; kgo:modality kgo:Planned ; prov:wasAttributedTo/rdfs:label ?who ;
               oa:hasTarget/oa:hasSelector/oa:exact ?said .
    } ORDER BY ?who ?said LIMIT 5
""")
for row in rows:
    print(f"{row.who}: {row.said}")

# %% [markdown]
# What is stated as a fact is also a plain triple, so that short questions stay short. Who met whom?

# %%
for row in graph.query(
    "SELECT DISTINCT ?a ?b { ?x kgo:metWith ?y . ?x rdfs:label ?a . ?y rdfs:label ?b } ORDER BY ?a ?b"
):
    print(row.a, "–", row.b)
