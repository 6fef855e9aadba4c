"""According to whom a clause is said: reporting verbs above it, quotations around it, "according to" beside it."""

from __future__ import annotations

from kg.language.quotes import reporting, subject_of
from kg.language.reading import Reading
from kg.language.wordlists import alleging, words

STATEMENT = "kgo:Statement"
CLAUSE = frozenset({"ccomp", "parataxis", "xcomp"})
ASIDE = frozenset({"relcl", "acl"})
CITING = frozenset({"quote", "cite", "report"})
CLAIMS = words("claim")
MAKING = frozenset({"make", "repeat", "issue", "reiterate", "voice", "spread"})
DENYING = frozenset({"deny", "reject", "dismiss", "refute", "rebut"})
PREDICATIVE = frozenset({"attr", "oprd", "ROOT"})


class Attribution:
    """Finds sources in one text; answers are head tokens."""

    def __init__(self, reading: Reading, statements: frozenset[str]) -> None:
        self.reading, self.tree, self.statements = reading, reading.tree, statements
        self.speaker_of = {i: q.speaker for q in reading.quotes for i in range(q.first, q.last + 1)}
        self.by_sentence = self._according()

    def _according(self) -> dict[int, int]:
        """The source that "according to" names, by sentence."""
        tree, found = self.tree, {}
        for i, word in enumerate(tree.lowers):
            if word == "according":
                to = next((c for c in tree.children[i] if tree.lowers[c] == "to"), None)
                source = tree.child(to, "pobj") if to is not None else tree.child(i, "pobj")
                if source is not None:
                    found[tree.sentence[i]] = source
        return found

    def source(self, head: int, *, is_presupposed: bool = False) -> int | None:
        """The head token of the innermost source of the predicate at `head`, if anyone but the reporter says it.

        Args:
            is_presupposed: whether a noun phrase only mentions it ("A said that French President B would come"):
                outside quotation marks that is the reporter's word.
        """
        tree, node = self.tree, head
        is_quoted = head in self.speaker_of
        if is_presupposed and not is_quoted and tree.deps[head] not in PREDICATIVE:
            return None
        for _ in range(12):
            above = tree.heads[node]
            speaker = self._reporter(node, above)
            speaker = self._judge(node, above) if speaker is None else speaker
            speaker = self._claimant(node, above) if speaker is None else speaker
            speaker = self._goes_on(node, above) if speaker is None else speaker
            if speaker is not None:
                return self._person_behind(speaker)
            if above == node:
                break
            if not is_quoted and self._is_aside(node):
                return None
            node = above
        said = self._beside(head)
        if said is None:
            said = self.speaker_of.get(head)
        if said is None:
            said = self.by_sentence.get(tree.sentence[head])
        return None if said is None else self._person_behind(said)

    def _is_aside(self, node: int) -> bool:
        """Whether a clause only describes a noun ("LinkedIn, which is based in California")."""
        tree = self.tree
        return tree.deps[node] in ASIDE and all(tree.lowers[c] != "to" for c in tree.children[node])

    def _reporter(self, node: int, above: int) -> int | None:
        tree = self.tree
        if above == node or tree.deps[node] not in CLAUSE or tree.lemmas[above].lower() not in reporting():
            return None
        if tree.deps[node] == "xcomp" and reporting()[tree.lemmas[above].lower()] != "claim":
            return None
        if tree.child(above, "auxpass") is not None or self._is_told(above) or self._is_apart(node, above):
            return None
        told = (self._quoted(above), self._cited(above), subject_of(tree, above))
        return None if tree.is_denied(above) else next((speaker for speaker in told if speaker is not None), None)

    def _is_told(self, verb: int) -> bool:
        """Whether a participle tells what somebody is told or asked, by whom it leaves open ("Asked if …, X")."""
        tree = self.tree
        is_bare = tree.child(verb, "aux", "auxpass", "nsubj") is None
        return tree.tags[verb] == "VBN" and tree.deps[verb] in ("advcl", "acl") and is_bare

    def _cited(self, verb: int) -> int | None:
        """Whom somebody quotes: "was quoted as saying", "cited him as saying"."""
        tree, as_ = self.tree, self.tree.heads[verb]
        governor = tree.heads[as_]
        if tree.deps[verb] != "pcomp" or tree.lowers[as_] != "as" or tree.lemmas[governor] not in CITING:
            return None
        is_passive = tree.child(governor, "auxpass") is not None or tree.deps[governor] == "acl"
        told = tree.child(governor, "nsubjpass" if is_passive else "dobj")
        return tree.heads[governor] if told is None and tree.deps[governor] == "acl" else told

    def _claimant(self, node: int, above: int) -> int | None:
        """Whose claim a clause is ("X's claim that", "the allegation by X that", "X denied reports that")."""
        tree = self.tree
        is_content = tree.deps[node] == "acl" and any(tree.lowers[c] == "that" for c in tree.children[node])
        if not is_content or tree.lemmas[above].lower() not in CLAIMS:
            return None
        for child in tree.children[above]:
            if tree.deps[child] == "poss":
                return child
            if tree.lowers[child] in ("by", "from"):
                return tree.child(child, "pobj")
        verb = tree.heads[above]
        is_told = tree.deps[above] == "dobj" and (tree.lemmas[verb] in MAKING or tree.lemmas[verb] in DENYING)
        return subject_of(tree, verb) if is_told else None

    def _goes_on(self, node: int, above: int) -> int | None:
        """Who goes on telling what was so before ("The firm had lost, she told them, and the bank had refused")."""
        tree = self.tree
        is_verb = tree.deps[node] == "conj" and tree.lemmas[above].lower() in reporting() and tree.tags[above] == "VBD"
        told = tree.child(above, "ccomp") if is_verb and tree.child(node, "nsubj", "nsubjpass") is not None else None
        if told is None or not told < above < node or self._is_apart(above, node):
            return None
        is_before = any(tree.lowers[c] == "had" for c in tree.children[node] if tree.deps[c] in ("aux", "auxpass"))
        return subject_of(tree, above) if is_before and not tree.is_denied(above) else None

    def _judge(self, node: int, above: int) -> int | None:
        """Who accuses or convicts somebody of a deed ("convicted him of murdering his wife")."""
        tree, verb = self.tree, self.tree.heads[above]
        is_deed = (
            tree.deps[node] == "pcomp" and tree.lowers[above] in ("of", "with", "for") and tree.tags[node] == "VBG"
        )
        is_passive = tree.child(verb, "auxpass") is not None or self._is_told(verb)
        if not is_deed or tree.lemmas[verb] not in alleging() or is_passive:
            return None
        return subject_of(tree, verb)

    def _is_apart(self, one: int, other: int) -> bool:
        """Whether a semicolon outside quotation marks parts the two ("A has died, B said; C denied it")."""
        between = range(min(one, other), max(one, other))
        return any(self.tree.words[t] == ";" and t not in self.speaker_of for t in between)

    def _quoted(self, verb: int) -> int | None:
        """ "Reuters quoted a witness as saying": the witness."""
        tree = self.tree
        as_ = tree.child(verb, "prep")
        if tree.lemmas[verb] not in ("quote", "cite") or as_ is None or tree.lowers[as_] != "as":
            return None
        return tree.child(verb, "dobj")

    def _beside(self, head: int) -> int | None:
        """The subject of a reporting verb that the parser hung below the reported clause."""
        tree, node = self.tree, head
        for node in (head, *tree.ancestors(head)):
            for child in tree.children[node]:
                is_speech = tree.lemmas[child].lower() in reporting() and tree.child(child, "auxpass") is None
                reports = tree.deps[child] == "parataxis" and is_speech
                if reports and not tree.left[child] <= head <= tree.right[child] and not self._is_apart(head, child):
                    return subject_of(tree, child)
        return None

    def _person_behind(self, source: int) -> int:
        """Whose statement it is: "a White House statement" is the White House's."""
        tree = self.tree
        if tree.lemmas[source].lower() not in self.statements:
            return source
        for child in tree.children[source]:
            if tree.deps[child] in ("poss", "compound", "nmod", "amod") and self.reading.cluster_at(child) is not None:
                return child
        for child in tree.children[source]:
            if tree.lowers[child] in ("from", "by", "of"):
                behind = tree.child(child, "pobj")
                if behind is not None and self.reading.cluster_at(behind) is not None:
                    return behind
        return source
