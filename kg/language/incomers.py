"""Whom "the new king" means: who the text says was made one ("was crowned king", "took over as coach")."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.mentions import Mention
from kg.language.sieve import SECOND, Sieve
from kg.language.wordlists import appointing, words
from kg.model import Form

NEW = frozenset({"new", "newly", "incoming"})
# By these every post at the head of something is called.
GENERAL = frozenset({"leader", "ruler", "boss", "chief"})
# And by these one of a few.
CALLED = {
    "head of state": frozenset({"president", "king", "queen", "emperor", "monarch"}),
    "head of government": frozenset({"prime minister", "premier", "chancellor"}),
    "monarch": frozenset({"king", "queen", "emperor"}),
    "sovereign": frozenset({"king", "queen", "emperor"}),
    "premier": frozenset({"prime minister"}),
    "prime minister": frozenset({"premier"}),
}
# Of these each has a field of its own ("prime minister", "health minister", "head of state").
OF_A_FIELD = frozenset({"minister", "secretary", "officer", "state", "government"})
TAKING = words("taking a post")
MADE = frozenset({"oprd", "dobj", "attr"})
BODY = frozenset({"nsubjpass", "nsubj", "dobj"})


class Incomers:
    """Finds who holds a post since lately, by the verb that made them hold it."""

    def __init__(self, state: Sieve) -> None:
        self.state = state

    def antecedent(self, i: int, m: Mention) -> int | None:
        """The only one named before who was made what a description says that somebody newly is."""
        tree = self.state.tree
        is_one = m.form is Form.NOUN and m.number == "s" and tree.lowers[m.first] == "the"
        if not is_one or "kgo:Person" not in self.state.ontology.types(m.kind) or m.last + 1 in self.state.inside:
            return None
        before = {tree.lowers[c] for c in tree.children[m.head] if m.first < c < m.head}
        if not before & NEW or self._is_of_something(m):
            return None
        fitting = set(self.made(m, range(tree.sentence[m.head] + 1), before=i))
        return fitting.pop() if len(fitting) == 1 else None

    def made(self, m: Mention, sentences: range, *, before: int | None = None) -> Iterator[int]:
        """Who was made what a description says, as some sentences tell before mention `before`."""
        for post, cluster in self._made(before):
            same_gender = not m.gender or self.state.clusters[cluster].gender in ("", m.gender)
            if same_gender and self.state.tree.sentence[post] in sentences and self._is_called(post, m.head):
                yield cluster

    def _is_of_something(self, m: Mention) -> bool:
        """Whether a description says itself of what the post is, other than of a state ("the new head of Acme")."""
        names = (t for t in range(m.first, m.last + 1) if t in self.state.inside and t != m.head)
        return next(names, None) is not None and self._title(m.head) not in CALLED

    def _made(self, i: int | None) -> Iterator[tuple[int, int]]:
        """The posts told of before mention `i`, each with who was made to hold it, by name; not who once had been."""
        tree = self.state.tree
        for other in self.state.mentions[:i]:
            verb = tree.heads[other.head]
            is_told = other.head not in self.state.speaker_of and self._is_told(verb)
            if self.state.is_named(other) and tree.deps[other.head] in BODY and is_told:
                yield from ((post, other.cluster) for post in self._posts(verb, other.head))

    def _is_told(self, verb: int) -> bool:
        """Whether a clause tells what has come about, neither before something else nor perhaps."""
        tree = self.state.tree
        helpers = {tree.lowers[c] for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass", "neg")}
        return helpers.isdisjoint({"had", "not", "n't", "never", "would", "could", "might", "may"})

    def _posts(self, verb: int, holder: int) -> Iterator[int]:
        """The posts that a verb makes its object, or the subject of its passive, hold, or that its subject takes."""
        tree, lemma = self.state.tree, self.state.tree.lemmas[verb].lower()
        is_subject = tree.deps[holder] == "nsubj"
        if lemma in appointing() and not is_subject:
            yield from (c for c in tree.children[verb] if c > verb and c != holder and tree.deps[c] in MADE)
        elif lemma == "become" and is_subject:
            made = [c for c in tree.children[verb] if tree.deps[c] == "attr"]
            yield from made
            yield from (post for c in made for post in self._first_made(c))
        if (lemma in appointing() and not is_subject) or lemma in TAKING:
            as_what = (c for c in tree.children[verb] if tree.lowers[c] == "as")
            yield from (c for p in as_what for c in tree.children[p] if tree.deps[c] == "pobj")

    def _first_made(self, noun: int) -> Iterator[int]:
        """The post that somebody became the first of some kind to get ("the first woman to be elected president")."""
        tree = self.state.tree
        clauses = (c for c in tree.children[noun] if tree.deps[c] in ("relcl", "acl", "xcomp"))
        for verb in (c for c in clauses if tree.lemmas[c].lower() in appointing() and tree.tags[c] == "VBN"):
            yield from (c for c in tree.children[verb] if c > verb and tree.deps[c] in MADE)

    def _is_called(self, post: int, noun: int) -> bool:
        """Whether a post may be called by a description of its holder."""
        told, said = self._title(post), self._title(noun)
        if told.split()[-1] == said.split()[-1] and told.split()[-1] not in OF_A_FIELD:
            return SECOND.isdisjoint(f"{told} {said}".split())
        general = said in GENERAL and self._is_head(post)
        is_less = told.endswith(said) and "prime" not in told.split()
        return told == said or is_less or told in CALLED.get(said, ()) or said in CALLED.get(told, ()) or general

    def _is_head(self, post: int) -> bool:
        number = self.state.by_token.get(post)
        return number is not None and self.state.mentions[number].kind == "kgo:Leader"

    def _title(self, noun: int) -> str:
        """A post with the words that tell which one it is ("prime minister", "head of state")."""
        tree = self.state.tree
        before = [tree.lowers[c] for c in tree.children[noun] if c < noun and tree.deps[c] in ("compound", "amod")]
        behind = tree.lowers[noun + 1 : noun + 3]
        of = " " + " ".join(behind) if behind in (["of", "state"], ["of", "government"]) else ""
        return " ".join([*(w for w in before if w not in NEW), tree.lemmas[noun].lower()]) + of
