"""Whom an act is aimed at where its own clause does not say: the demand of a protest, the condition of a threat."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import Arguments
from kg.extract.frame import Frame
from kg.extract.frames import prepositional
from kg.language.tree import PREMODIFIERS, Tree
from kg.ontology import Ontology

DEMANDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "PROTEST"})
CAUSES = frozenset({"over", "against", "at", "about", "of"})
CONDITIONS = frozenset({"if", "unless", "until"})
INWARD = frozenset({"of", "by", "from", "with", "against", "on", "for", "to"})
FREED = frozenset({"release", "return", "extradition", "freedom", "liberation", "acquittal", "handover"})
GOVERNED = frozenset({"dobj", "pobj", "poss", "conj", "acl"})
AGENT = "kgo:Agent"


class Addressees:
    """Looks for the addressee of protests and threats in the clauses that hang from them."""

    def __init__(self, tree: Tree, arguments: Arguments, ontology: Ontology) -> None:
        self.tree, self.arguments = tree, arguments
        self.demanding = demanding(ontology)

    def of(self, frame: Frame, event: str | None, thing: int | None) -> int | None:
        """The head token of whom an act of a PLOVER type is aimed at.

        Args:
            thing: what stands as object, which is no agent.
        """
        if event == "PROTEST":
            return next(self._in_demand(frame), None) or next(self._in_cause(frame), None)
        if event == "REQUEST" and thing is not None:
            return next(self._agents(thing, frame), None)
        return next(self._in_condition(frame), None) if event == "THREATEN" else None

    def _in_demand(self, frame: Frame) -> Iterator[int]:
        """ "staged a strike to demand reforms by the government", "marched calling for the minister to go"."""
        for clause in self._clauses(frame):
            if self.tree.lemmas[clause] in self.demanding:
                yield from self._agents(clause, frame)

    def _in_cause(self, frame: Frame) -> Iterator[int]:
        """ "on strike over a bill signed by the minister", "marched in protest at the government's refusal"."""
        for p in frame.prepositions:
            for noun in p.objects:
                inner = prepositional(self.tree, noun) if self.tree.lemmas[noun] == "protest" else [p]
                for word, cause in ((q.word, o) for q in inner if q.word in CAUSES for o in q.objects):
                    cluster = self.arguments.cluster(cause) if word == "against" else None
                    if cluster is not None and AGENT in self.arguments.types(cluster):
                        yield cause  # "in protest against the junta"
                    yield from self._agents(cause, frame)

    def _in_condition(self, frame: Frame) -> Iterator[int]:
        """ "threatened to leave the talks unless the general resigned"."""
        for clause in self._clauses(frame):
            tree = self.tree
            if any(tree.deps[c] == "mark" and tree.lowers[c] in CONDITIONS for c in tree.children[clause]):
                subject = tree.child(clause, "nsubj", "nsubjpass")
                if subject is not None and self._is_other_agent(subject, frame):
                    yield subject

    def _clauses(self, frame: Frame) -> Iterator[int]:
        inner = [] if frame.clause is None else [frame.clause]
        for verb in (frame.head, *inner):
            yield from (c for c in self.tree.children[verb] if self.tree.deps[c] in ("advcl", "xcomp") and c > verb)
        for noun in frame.objects:
            yield from (c for c in self.tree.children[noun] if self.tree.deps[c] == "acl" and c > noun)

    def _agents(self, governor: int, frame: Frame) -> Iterator[int]:
        """Named agents among what a verb or a noun governs, as they are read."""
        tree = self.tree
        for child in tree.children[governor]:
            if child < governor and tree.deps[child] != "poss":
                continue
            if self._is_other_agent(child, frame) and not self._is_freed(child):
                yield child
            if tree.deps[child] in GOVERNED or tree.lowers[child] in INWARD:
                yield from self._agents(child, frame)

    def _is_freed(self, token: int) -> bool:
        """Whether it is whom or what a demand is for ("the release of X")."""
        tree = self.tree
        preposition = tree.heads[token]
        return tree.lowers[preposition] == "of" and tree.lemmas[tree.heads[preposition]] in FREED

    def _is_other_agent(self, token: int, frame: Frame) -> bool:
        cluster = self.arguments.cluster(token)
        if cluster is None or self.tree.deps[token] in ("amod", "compound"):
            return False
        subjects = {self.arguments.cluster(subject) for subject in frame.subjects}
        is_agent = AGENT in self.arguments.types(cluster) and cluster not in subjects
        return is_agent and (self.arguments.is_named(cluster) or self._is_owned(token))

    def _is_owned(self, token: int) -> bool:
        """Whether a description belongs to somebody named ("the general's government", "French forces")."""
        clusters = (self.arguments.cluster(c) for c in self.tree.children[token] if self.tree.deps[c] in PREMODIFIERS)
        return any(c is not None and self.arguments.is_named(c) for c in clusters)


def demanding(ontology: Ontology) -> frozenset[str]:
    """The verbs of demands, reproaches and refusals, by lemma."""
    relations = [r for r in ontology.relations.values() if r.event in DEMANDS]
    return frozenset(head for r in relations for w in r.wordings if w.kind == "verb" for head in w.heads)
