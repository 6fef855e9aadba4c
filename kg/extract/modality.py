"""Whether a clause is affirmed and how real it is: read from auxiliaries, governing predicates and connectives.

The words and what they do stand in `modality.tsv`; implicative and factive verbs after Karttunen 2012.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib import resources

from kg.extract.aspect import FINITE, WOULD, is_awaited, is_habit
from kg.extract.conditions import (
    has_condition,
    is_asked,
    is_inverted,
    is_led_by_should,
    is_were_to,
    is_whether,
)
from kg.extract.results import is_given_up, is_result, with_particle
from kg.extract.verb_forms import is_singled_out
from kg.language.quotes import reporting
from kg.language.tree import Tree
from kg.language.wordlists import judging
from kg.model import Modality, Polarity

STRENGTH = {
    Modality.ACTUAL: 0,
    Modality.POSSIBLE: 1,
    Modality.PLANNED: 2,
    Modality.REQUIRED: 3,
    Modality.CONDITIONAL: 4,
}
IF_GIVEN = frozenset({"provided", "providing", "assuming", "supposing"})
BESIDE = frozenset({"after", "during", "following", "in", "on", "at", "since"})
FINDING = frozenset({"hold", "establish", "prove", "rule", "decide", "feel"})
PRESENT = frozenset({"is", "are", "am", "'s", "'re", "’s", "’re"})
DENYING = frozenset({"deny", "rule out", "exclude"})  # who does not deny it does not say that it is so
UNTIL = frozenset({"until", "till"})
CLEARING = frozenset({"clear", "acquit", "absolve", "exonerate"})  # "was cleared of killing him"
HAD = WOULD - {"would"}  # before a participle
CIRCUMSTANTIAL = frozenset({"after", "before", "by", "since", "while", "when", "upon"})
Certainty = tuple[Polarity, Modality]


@cache
def _words() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in (resources.files(__package__) / "modality.tsv").read_text("utf-8").split("\n")[1:]:
        if row:
            word, kind, effect = row.split("\t")
            found[kind][word] = effect
    return dict(found)


class CertaintyReader:
    """Polarity and modality of predicates of one text; answers are remembered, for they look up the tree."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.words = _words()
        self.known: dict[int, tuple[bool, Modality]] = {}

    def of(self, head: int) -> Certainty:
        """How certain the text is of the predicate at this token."""
        negated, modality = self._read(head, 0)
        return Polarity.NEGATED if negated else Polarity.AFFIRMED, modality

    def of_role(self, head: int) -> Certainty:
        """How certain the text is of what a predicate says that somebody is ("is seen as the author of")."""
        polarity, modality = self.of(head)
        effect = self.words["as"].get(self.tree.lemmas[head].lower())
        return polarity, max(modality, Modality(effect or "actual"), key=STRENGTH.__getitem__)

    def is_about_to(self, head: int) -> bool:
        """Whether a progressive tells of what comes about at once, so that it is to come ("says it is buying X")."""
        tree = self.tree
        helpers = [tree.lowers[c] for c in tree.children[head] if tree.deps[c] == "aux"]
        if tree.tags[head] != "VBG" or not helpers:
            return False
        is_reported = tree.deps[head] == "ccomp" and tree.lemmas[tree.heads[head]].lower() in reporting()
        return helpers[0] in PRESENT or (is_reported and helpers[0] in ("was", "were"))

    def of_noun(self, head: int) -> Certainty:
        """How certain the text is of an event that a noun names."""
        tree = self.tree
        negated, modality = False, Modality.ACTUAL
        for child in tree.children[head]:
            word = tree.lowers[child]
            if tree.deps[child] in ("amod", "compound") and word in self.words["adjective"]:
                negated, modality = self._add(negated, modality, self.words["adjective"][word])
            elif word == "no" and tree.deps[child] == "det":
                negated = True
        above, preposition = tree.heads[head], ""
        if tree.deps[head] == "pobj":
            above, preposition = tree.heads[above], tree.lowers[above]
        if above != head and tree.pos[above] in ("VERB", "AUX"):
            is_beside = preposition in BESIDE  # what happens after talks is no talk that it is planned to hold
            effect = None if is_beside else self.words["governor"].get(with_particle(tree, above))
            if effect or (preposition == "for" and tree.lemmas[above] not in judging()):  # "was blamed for the attack"
                negated, modality = self._add(negated, modality, effect or "planned")
            over_negated, over = self._read(above, 0)
            negated = negated if is_beside else negated != over_negated
            modality = max(modality, over, key=STRENGTH.__getitem__)
        return Polarity.NEGATED if negated else Polarity.AFFIRMED, modality

    def _read(self, head: int, depth: int) -> tuple[bool, Modality]:
        if head not in self.known:
            self.known[head] = self._own(head, depth)
        return self.known[head]

    def _add(self, negated: bool, modality: Modality, effect: str) -> tuple[bool, Modality]:
        if effect == "negated":
            return not negated, modality
        return negated, max(modality, Modality(effect), key=STRENGTH.__getitem__)

    def _own(self, head: int, depth: int) -> tuple[bool, Modality]:
        tree, words = self.tree, self.words
        negated, modality, has_own = False, Modality.ACTUAL, False
        infinitive = False
        for child in tree.children[head]:
            dep, word = tree.deps[child], tree.lowers[child]
            effect = None
            if dep in ("aux", "auxpass"):
                is_told = (word in HAD and tree.tags[head] != "VB") or (word in WOULD and self._is_narrated(head))
                effect = None if is_told else words["auxiliary"].get(word)
                infinitive |= word == "to"
                has_own |= dep == "aux" or tree.tags[child] in FINITE
            elif dep == "neg" or (word in words["negation"] and dep in ("advmod", "det", "preconj")):
                effect = "negated"
            elif dep == "mark" or (dep == "advmod" and word in words["mark"]):
                effect = None if word in UNTIL and self._is_past(head) else words["mark"].get(word)
                effect = "possible" if word == "if" and is_whether(tree, head) else effect
            elif dep == "advmod":
                effect = "negated" if tree.is_over(child) else words["adverb"].get(word)
                effect = words["approximate"].get(word) if effect is None and child < head else effect
            elif dep in ("nsubj", "nsubjpass", "dobj", "attr") and self._is_nothing(child):
                effect = "negated"
            elif dep in ("nsubj", "nsubjpass") and self._is_any(child):
                effect = "conditional"
            if effect:
                negated, modality = self._add(negated, modality, effect)
        negated ^= self._is_led_by_never(head)
        if is_habit(tree, head):
            negated, modality = self._add(negated, modality, Modality.POSSIBLE.value)
        if is_inverted(tree, head) or is_asked(tree, head) or is_led_by_should(tree, head):
            negated, modality = self._add(negated, modality, Modality.CONDITIONAL.value)
        if has_condition(tree, head):
            modality = Modality.CONDITIONAL
        elif self._is_past_future(head):
            is_open = any(tree.lowers[c] == "whether" for c in tree.children[head])
            modality = Modality.POSSIBLE if is_open else Modality.PLANNED
        if infinitive and tree.heads[head] == head and tree.child(head, "nsubj", "nsubjpass") is not None:
            modality = max(modality, Modality.PLANNED, key=STRENGTH.__getitem__)  # a headline's "Acme to buy Vindel"
        if depth < 6:
            negated, modality = self._from_above(head, negated, modality, infinitive, has_own, depth)
        return negated, modality

    def _is_led_by_never(self, head: int) -> bool:
        """Whether a negation leads the clause by way of another adverb ("Never before has a firm been sold")."""
        tree, first = self.tree, self.tree.left[head]
        return tree.lowers[first] in self.words["negation"] and tree.deps[tree.heads[first]] == "advmod"

    def _is_narrated(self, head: int) -> bool:
        """Whether "would" tells what came later or often ("would later become", "would go on to lead")."""
        if has_condition(self.tree, head) or self.tree.lemmas[self.tree.heads[head]].lower() in reporting():
            return False
        told = self.words["narrated"]
        adverbs = (c for c in self.tree.children[head] if self.tree.deps[c] == "advmod")
        return with_particle(self.tree, head) in told or any(self.tree.lowers[c] in told for c in adverbs)

    def _is_past_future(self, head: int) -> bool:
        """Whether "would" only puts a "will" into reported speech ("said he would travel")."""
        tree = self.tree
        above = tree.heads[head]
        is_would = any(tree.lowers[c] in WOULD and tree.deps[c] == "aux" for c in tree.children[head])
        if not is_would or any(tree.lowers[c] == "have" and tree.deps[c] == "aux" for c in tree.children[head]):
            return False
        reports = tree.deps[head] in ("ccomp", "parataxis") and reporting().get(tree.lemmas[above].lower()) is not None
        return reports and tree.tags[above] in ("VBD", "VBN")

    def _is_past(self, verb: int) -> bool:
        """Whether it is told as something that came about ("until she left", "until she had left")."""
        tree = self.tree
        return tree.tags[verb] == "VBD" or any(
            tree.tags[c] == "VBD" and tree.deps[c] in ("aux", "auxpass") for c in tree.children[verb]
        )

    def _is_nothing(self, noun: int) -> bool:
        tree = self.tree
        if tree.lowers[noun] in ("nobody", "none", "nothing", "neither"):
            return True
        before = [c for c in tree.children[noun] if c < noun and tree.lowers[c] in ("no", "neither")]
        return any(tree.deps[c] in ("det", "preconj", "cc") for c in before)

    def _is_any(self, noun: int) -> bool:
        """Whether it is told of whoever it may be ("before any soldier leaves", "any boss who sacked a worker")."""
        tree = self.tree
        if tree.tags[noun] == "WP" and tree.deps[tree.heads[noun]] == "relcl":
            noun = tree.heads[tree.heads[noun]]
        return any(tree.lowers[c] == "any" and tree.deps[c] == "det" for c in tree.children[noun])

    def _from_above(
        self, head: int, negated: bool, modality: Modality, infinitive: bool, has_own: bool, depth: int
    ) -> tuple[bool, Modality]:
        tree, words = self.tree, self.words
        dep, above = tree.deps[head], tree.heads[head]
        if above == head:
            return negated, modality
        dep = "acl" if dep == "relcl" and infinitive else dep
        lemma = tree.lemmas[above].lower()
        if dep == "conj" and tree.pos[above] in ("VERB", "AUX"):
            if not has_own:
                over_negated, over = self._read(above, depth + 1)
                spreads = tree.child(head, "nsubj", "nsubjpass") is None and not self._ends_negation(above, head)
                return negated or (over_negated and spreads), max(modality, over, key=STRENGTH.__getitem__)
        elif dep in ("ccomp", "pcomp") and tree.lowers[above] in IF_GIVEN and tree.deps[above] == "prep":
            modality = Modality.CONDITIONAL
        elif dep in ("xcomp", "ccomp", "acomp"):
            negated, modality = self._from_governor(head, negated, modality, infinitive, depth)
        elif dep == "advcl" and infinitive and is_were_to(tree, above):
            modality = Modality.CONDITIONAL
        elif dep == "advcl" and infinitive and is_result(tree, head, words):  # "nobody went on to win"
            over_negated, over = self._read(above, depth + 1)
            negated, modality = negated != over_negated, max(modality, over, key=STRENGTH.__getitem__)
        elif dep in ("acl", "advcl") and infinitive:
            kind = "noun" if dep == "acl" or tree.pos[above] == "NOUN" else "complement"
            effect = None if kind == "complement" and tree.pos[above] != "ADJ" else words[kind].get(lemma)
            if dep == "acl" and is_singled_out(tree, above) and lemma not in words["noun"]:
                over = self._read(tree.heads[above], depth + 1)[1] if tree.deps[above] == "attr" else Modality.ACTUAL
                modality = max(modality, over, key=STRENGTH.__getitem__)  # "will be the first woman to lead it"
            else:
                open_ = "actual" if self._is_perfect(head) else "planned"
                negated, modality = self._add(negated, modality, effect or open_)
            negated ^= dep == "acl" and self._comes_to_nothing(above)
        elif dep == "acl" and any(tree.lowers[c] == "that" for c in tree.children[head]):
            negated, modality = self._from_content(above, negated, modality)
        elif dep == "pcomp":
            negated, modality = self._from_preposition(above, negated, modality)
            if tree.lowers[above] == "by" and tree.heads[above] != above:  # "accused of cheating by bribing Y"
                modality = max(modality, self._read(tree.heads[above], depth + 1)[1], key=STRENGTH.__getitem__)
        elif dep == "advcl":
            over = self._read(above, depth + 1)[1]
            is_joined = not has_own and (over is Modality.CONDITIONAL or self._goes_with(head))
            if is_joined or is_awaited(tree, head, above):
                modality = max(modality, over, key=STRENGTH.__getitem__)
        return negated, modality

    def _from_governor(
        self, head: int, negated: bool, modality: Modality, infinitive: bool, depth: int
    ) -> tuple[bool, Modality]:
        """What the verb or adjective whose complement a clause is makes of it ("refused to", "said that")."""
        tree, words = self.tree, self.words
        dep, above = tree.deps[head], tree.heads[head]
        lemma = tree.lemmas[above].lower()
        effect = words["complement"].get(with_particle(tree, above))
        if dep == "xcomp" and infinitive:
            effect = effect or words["hearsay"].get(lemma)
        if infinitive and effect is None and self._is_open(head):
            effect = "planned"
        if effect == "planned" and dep == "ccomp" and not infinitive:
            effect = None if modality is not Modality.ACTUAL else "possible" if lemma in ("hope", "expect") else None
        if lemma == "be" and infinitive:
            is_told = self._is_perfect(head) and tree.child(above, "attr") is not None  # "is one of few to have won it"
            effect = None if is_told else "planned"
        if effect and (
            dep == "xcomp" or infinitive or effect in ("possible", "negated") or lemma in ("demand", "urge")
        ):
            negated, modality = self._add(negated, modality, effect)
        over_negated, over = self._read(above, depth + 1)
        if over_negated and with_particle(tree, above) in DENYING:
            negated, modality = False, max(modality, Modality.POSSIBLE, key=STRENGTH.__getitem__)
        elif dep == "xcomp" or infinitive:
            negated = negated != over_negated
            modality = max(modality, over, key=STRENGTH.__getitem__)
        elif over is Modality.CONDITIONAL:
            modality = over
        elif over_negated and (lemma in reporting() or lemma in FINDING):
            # "did not say that": whether it is so stays open
            modality = max(modality, Modality.POSSIBLE, key=STRENGTH.__getitem__)
        return negated, modality

    def _is_perfect(self, infinitive: int) -> bool:
        """Whether it tells of what came about before ("one of the few to have won it")."""
        tree = self.tree
        return any(tree.lowers[c] == "have" for c in tree.children[infinitive] if tree.deps[c] == "aux")

    def _is_open(self, infinitive: int) -> bool:
        """Whether it is open that what a verb is for came about ("hired to kill Y", not "said to have killed Y")."""
        tree, above = self.tree, self.tree.heads[infinitive]
        return (
            tree.pos[above] == "VERB"
            and not self._is_perfect(infinitive)
            and not is_result(tree, infinitive, self.words)
        )

    def _from_preposition(self, above: int, negated: bool, modality: Modality) -> tuple[bool, Modality]:
        """What a preposition before a gerund, and what it hangs from, make of it ("instead of", "denied plans of")."""
        tree, words = self.tree, self.words
        lemma = tree.lemmas[above].lower()
        is_instead = lemma == "of" and tree.lowers[above - 1] in ("instead", "short")  # "stopped short of"
        effect = "negated" if is_instead else words["negation"].get(lemma)
        grand = tree.lemmas[tree.heads[above]].lower()
        if lemma == "of" and grand in CLEARING:
            effect = "negated"
        if lemma not in CIRCUMSTANTIAL:
            effect = effect or words["complement"].get(grand) or words["noun"].get(grand)
        if effect:
            negated, modality = self._add(negated, modality, effect)
        negated ^= lemma == "of" and self._comes_to_nothing(tree.heads[above])
        return negated, modality

    def _from_content(self, noun: int, negated: bool, modality: Modality) -> tuple[bool, Modality]:
        """What a noun makes of the clause that tells its content ("fears that", "denied reports that")."""
        lemma = self.tree.lemmas[noun].lower()
        effect = self.words["content"].get(lemma) or self.words["noun"].get(lemma)
        if self._is_nothing(noun) and lemma in self.words["proof"]:
            effect = self.words["proof"][lemma]
        if effect and effect != "negated":
            negated, modality = self._add(negated, modality, effect)
        if lemma in self.words["content"] and is_given_up(self.tree, noun, self.words):
            return not negated, Modality.ACTUAL
        return negated, modality

    def _comes_to_nothing(self, noun: int) -> bool:
        """Whether what a noun names does not come about ("has no plans to go", "dropped its bid").

        An attempt that failed has been made.
        """
        tree, words = self.tree, self.words
        if self._is_nothing(noun) or words["noun"].get(tree.lemmas[noun].lower()) == "possible":
            return self._is_nothing(noun)
        told = (words["adjective"].get(tree.lowers[c]) for c in tree.children[noun] if tree.deps[c] == "amod")
        return "negated" in told or (is_given_up(tree, noun, words) and not self._is_anothers(noun))

    def _is_anothers(self, noun: int) -> bool:
        """Whether a name in front tells whose plan it is, which others do not drop ("rejected a US offer to")."""
        tree = self.tree
        return any(
            tree.deps[c] in ("poss", "compound", "amod") and tree.words[c][0].isupper() for c in tree.children[noun]
        )

    def _goes_with(self, participle: int) -> bool:
        """Whether a participle behind its clause tells what comes of it ("will resign, ending years of …")."""
        tree = self.tree
        return (
            participle > tree.heads[participle]
            and tree.tags[participle] == "VBG"
            and tree.child(participle, "mark") is None
        )

    def _ends_negation(self, above: int, head: int) -> bool:
        """Whether a negation stops before a second verb: behind "but", and at a finite one ("never ate and died")."""
        tree = self.tree
        words = {tree.lowers[c] for c in tree.children[above] if tree.deps[c] == "cc"}
        return bool(words & {"but", "yet"}) or ("and" in words and tree.tags[head] in ("VBD", "VBZ", "VBP"))
