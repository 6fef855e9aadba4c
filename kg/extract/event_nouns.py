"""Claims of event nouns: "the killing of X by Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.confidence import ALONE, NOMINAL
from kg.extract.drafts import Draft, Workbench
from kg.extract.modality import STRENGTH
from kg.extract.nominals import Nominal, NominalMatcher
from kg.model import Modality, Polarity
from kg.ontology import Relation

PERSONS = frozenset({"kgo:Person"})
LIFTING = frozenset({"kgo:easedRestrictionsOn"})


class EventNouns:
    """Reads the claims of the event nouns of one text."""

    def __init__(self, bench: Workbench, matcher: NominalMatcher) -> None:
        self.bench, self.matcher = bench, matcher
        self.lifting = frozenset(
            head
            for name in LIFTING & set(bench.ontology.relations)
            for wording in bench.ontology.relations[name].wordings
            if wording.kind == "verb" and wording.phrase
            for head in wording.heads
        )

    def _is_lifted(self, noun: int) -> bool:
        """Whether a verb takes back what a noun names ("eased its sanctions on"), which the clause itself tells."""
        tree = self.bench.tree
        return tree.deps[noun] == "dobj" and tree.lemmas[tree.heads[noun]] in self.lifting

    def _undergoes(self, nominal: Nominal) -> bool:
        """Whether it is a person known by name to whom something is done."""
        token = -1 if nominal.object is None else nominal.object
        clusters = list(self.bench.arguments.clusters(token)) if token >= 0 else []
        is_known = bool(clusters) and all(self.bench.arguments.is_named(c) for c in clusters)
        return is_known and self.bench.is_of(token, PERSONS)

    def _certainty(self, nominal: Nominal) -> tuple[Polarity, Modality]:
        """How certain it is; a deed as certain as the verdict on it, and possible where it is only alleged."""
        deed = nominal.deed
        if deed is None:
            return self.bench.certainty.of_noun(nominal.head)
        polarity, modality = self.bench.certainty.of(deed.verb)
        return polarity, max(modality, Modality.POSSIBLE, key=STRENGTH.__getitem__) if deed.is_alleged else modality

    def drafts(self) -> Iterator[Draft]:
        """The claims of each event noun, in order."""
        found: dict[tuple[int, int | None, int | None], tuple[float, Nominal, Relation]] = {}
        for nominal in self.matcher.nominals(self.bench.tree, self.bench.arguments, self.bench.frames):
            relation, wording = self.bench.ontology.relations[nominal.wording.relation], nominal.wording
            is_said = (
                self._undergoes(nominal)
                if nominal.subject is None
                else self.bench.is_of(nominal.subject, wording.subjects)
            )
            if not is_said or not self.bench.is_of(nominal.object, wording.objects):
                continue
            if wording.inverse and nominal.object is not None:  # "Peru's defeat by Chile"
                nominal = replace(nominal, subject=nominal.object, object=nominal.subject)
            fit = 1.0 if nominal.subject is None else self.bench.fits(nominal.subject, relation.domain)
            if nominal.object is not None:
                fit *= self.bench.fits_range(nominal.object, relation)
            key = (nominal.head, nominal.subject, nominal.object)
            if fit > 0 and (key not in found or fit > found[key][0]):
                found[key] = (fit, nominal, relation)
        aimed = {(n.head, n.subject, r.curie) for _, n, r in found.values() if n.object is not None}
        for fit, nominal, relation in found.values():
            is_told = nominal.object is None and (nominal.head, nominal.subject, relation.curie) in aimed
            if is_told or self._is_lifted(nominal.head):
                continue
            polarity, modality = self._certainty(nominal)
            if nominal.subject is None and polarity is Polarity.NEGATED:  # "denies the murder of X", which happened
                continue
            phrase = self.bench.arguments.text(nominal.head)
            base = NOMINAL if nominal.object is not None else ALONE
            for pair in self.bench.pairs(nominal.subject, nominal.object, relation):
                yield self.bench.draft(relation, pair, None, nominal.head, phrase, polarity, modality, base, fit)
