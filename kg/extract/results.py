"""Infinitives that tell what came of an act, not what it was for ("recovered to beat Ghana", "only to lose")."""

from __future__ import annotations

from collections.abc import Mapping

from kg.language.tree import Tree

OBJECTS = frozenset({"dobj", "nsubjpass"})


def with_particle(tree: Tree, verb: int) -> str:
    """The verb's lemma with its particle ("go on")."""
    lemma, particle = tree.lemmas[verb].lower(), tree.child(verb, "prt")
    return lemma if particle is None else f"{lemma} {tree.lowers[particle]}"


def is_result(tree: Tree, infinitive: int, words: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether an infinitive behind its clause tells what came of it.

    Args:
        words: `deed` has the acts and `outcome` what comes of them, each with its families ("contest"; "any").
    """
    above = tree.heads[infinitive]
    if infinitive < above:
        return False
    if any(tree.deps[c] == "advmod" and tree.lowers[c] == "only" for c in tree.children[infinitive]):
        return True
    families = words["deed"].get(with_particle(tree, above), "").split()
    return "any" in families or bool(
        set(families) & set(words["outcome"].get(tree.lemmas[infinitive].lower(), "").split())
    )


def is_given_up(tree: Tree, noun: int, words: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether a verb tells that nothing comes of what a noun names ("dropped its bid", "plans were shelved")."""
    verb = tree.heads[noun]
    is_undone = "negated" in (
        words["governor"].get(with_particle(tree, verb)),
        words["complement"].get(tree.lemmas[verb]),
    )
    return tree.deps[noun] in OBJECTS and is_undone
