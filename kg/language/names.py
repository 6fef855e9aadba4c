"""`kg_names`: the statistical tagger's names, their borders and types repaired by what the article proves.

Borders: articles, possessives, titles and nationality words are cut off, brackets and quotation marks are
balanced. Types: known countries, states and cities, organisations by their head word, people by the title
before them; then one article gives one type to one name, and a surname follows its full name. Names that
the tagger missed in one place and found in another are added.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.language import gazetteer
from kg.language.tree import Tree
from kg.language.wordlists import honorifics
from kg.ontology import Ontology

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
TIMES = frozenset({"DATE", "TIME"})
TRIMMED = frozenset({"the", "a", "an", "'s", "’s", "'", "’", '"', "“", "”", "``", "''", ",", ".", ":", ";", "-", "–", "—", "(", ")",
                     "mr", "mrs", "ms", "mr.", "mrs.", "ms.", "and", "of", "in", "this", "that", "his", "her", "their", "its", "our",
                     "my", "s", "%", "/", "|", "…", "..."})  # fmt: skip
MIDDLE = frozenset({"of", "for", "and", "&", "on", "the", "de", "la", "du", "der", "van", "von", "bin", "al", "el", "-", "in", "'s", "’s", "at", "to"})
KIND_ROOTS = (("kgo:Person", "PERSON"), ("kgo:Organisation", "ORG"), ("kgo:Facility", "FAC"), ("kgo:GeopoliticalEntity", "GPE"),
              ("kgo:Place", "LOC"), ("kgo:Event", "EVENT"), ("kgo:Law", "LAW"), ("kgo:Award", "PRODUCT"))  # fmt: skip
BIG_CITY = 100_000


@dataclass(slots=True)
class Name:
    """Tokens `first` to `last` (both included) that name something of a spaCy entity type."""

    first: int
    last: int
    label: str


class Names:
    """The component; holds what the ontology says about head words."""

    def __init__(self, ontology: Ontology) -> None:
        self.headwords = {word: _label(kinds) for word, c in ontology.headwords.items() if (kinds := ontology.types(c))}
        titles = {w.heads[0] for r in ontology.relations.values() for w in r.wordings if w.kind == "title" and not w.phrase}
        self.titles = honorifics() | titles | {"minister", "officer"}

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its entities replaced by repaired ones; keeps the parse in `doc.user_data["kg.tree"]`."""
        tree = Tree.of(doc)
        doc.user_data["kg.tree"] = tree
        found = [Name(e.start, e.end - 1, e.label_) for e in doc.ents]
        others = [name for name in found if name.label not in NAMES]
        names = self.repaired(tree, [name for name in found if name.label in NAMES], others)
        doc.ents = [Span(doc, n.first, n.last + 1, label=n.label) for n in names + others]
        return doc

    def repaired(self, tree: Tree, names: list[Name], others: list[Name]) -> list[Name]:
        """The names with better borders and types, and the missed ones, in order and without overlap."""
        kept = [n for name in names for n in self._bordered(tree, name)]
        taken = {i for n in kept + others for i in range(n.first, n.last + 1)}
        kept += self._untagged(tree, taken)
        kept.sort(key=lambda n: n.first)
        self._retype(tree, kept)
        return kept

    def _bordered(self, tree: Tree, name: Name) -> Iterator[Name]:
        first, last = name.first, name.last
        for cut in [*(i for i in range(first, last + 1) if tree.pos[i] == "SPACE"), last + 1]:
            yield from self._trimmed(tree, first, cut - 1, name.label)
            first = cut + 1

    def _trimmed(self, tree: Tree, first: int, last: int, label: str) -> Iterator[Name]:
        lowers = tree.lowers
        while first <= last and (lowers[first] in TRIMMED or lowers[first].startswith("@")):
            first += 1
        while first <= last and lowers[last] in TRIMMED:
            last -= 1
        if first > last or not any(tree.words[i][:1].isupper() or tree.words[i][:1].isdigit() for i in range(first, last + 1)):
            return
        demonyms = gazetteer.demonyms()
        if label in ("PERSON", "ORG", "NORP", "GPE") and last > first:
            step = self._prefix(tree, first, last, label)
            if step > first and tree.words[first] in demonyms:
                yield Name(first, first, "NORP")
            first = step
        if first <= last:
            yield Name(first, last, label)

    def _prefix(self, tree: Tree, first: int, last: int, label: str) -> int:
        """Where the name proper begins, behind nationality and title words ("French President Francois Hollande")."""
        i = first
        if label == "PERSON":
            if tree.words[i] in gazetteer.demonyms() and i < last and tree.lowers[i + 1] in self.titles:
                i += 1
            while i < last and tree.lowers[i] in self.titles:
                i += 1
        elif tree.words[i] in gazetteer.demonyms() and i < last and tree.lowers[i + 1] in self.titles and tree.lowers[last] in self.titles:
            i = first
        return i

    def _untagged(self, tree: Tree, taken: set[int]) -> Iterator[Name]:
        """Runs of proper nouns outside all names that a title, a head word or a gazetteer explains."""
        i, count = 0, len(tree)
        while i < count:
            if i in taken or tree.tags[i] not in ("NNP", "NNPS") or not tree.words[i][:1].isupper():
                i += 1
                continue
            j = i
            while j + 1 < count and j + 1 not in taken and tree.tags[j + 1] in ("NNP", "NNPS") and tree.words[j + 1][:1].isupper():
                j += 1
            label = self._explained(tree, i, j)
            if label:
                for name in self._trimmed(tree, i, j, label):
                    yield name
            i = j + 1

    def _explained(self, tree: Tree, first: int, last: int) -> str | None:
        text = tree.slice(first, last)
        if tree.lowers[first] in self.titles and first < last:
            return "PERSON"
        if first > 0 and tree.lowers[first - 1] in self.titles and tree.words[first - 1][:1].isupper():
            return "PERSON"
        if text in gazetteer.country_names() or text in gazetteer.regions():
            return "GPE"
        if text in gazetteer.demonyms():
            return "NORP"
        if first < last and (label := self.headwords.get(tree.lowers[last])) and label != "PERSON":
            return label
        city = gazetteer.cities().get(text)
        if city and city.population > BIG_CITY and first > 0 and tree.deps[last] == "pobj":
            return "GPE"
        return "?"

    def _retype(self, tree: Tree, names: list[Name]) -> None:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for name in names:
            text = _key(tree, name)
            votes[text][name.label] += 1
            for label, weight in self._evidence(tree, name):
                votes[text][label] += weight
        best = {text: _winner(counter) for text, counter in votes.items()}
        surnames = _surnames(best)
        for name in names:
            text = _key(tree, name)
            name.label = best[text]
            if name.first == name.last and text in surnames and name.label not in ("NORP",):
                name.label = "PERSON"
        names[:] = [n for n in names if n.label != "?"]

    def _evidence(self, tree: Tree, name: Name) -> Iterator[tuple[str, float]]:
        text, first, last = tree.slice(name.first, name.last), name.first, name.last
        if text in gazetteer.country_names() or text in gazetteer.regions():
            yield "GPE", 4
        elif text in gazetteer.demonyms():
            yield "NORP", 4
        elif name.label in ("GPE", "?") or name.label == "PERSON" and first == last:
            city = gazetteer.cities().get(text)
            if city and city.population > BIG_CITY:
                yield "GPE", 0.6
        if first > 0 and tree.lowers[first - 1] in self.titles and tree.words[first - 1][:1].isupper():
            yield "PERSON", 3
        label = self._by_head(tree, name)
        if label:
            yield label, 3

    def _by_head(self, tree: Tree, name: Name) -> str | None:
        """What the head word of a longer name says: "Department of …", "… Police", "University of …"."""
        if name.first == name.last:
            label = self.headwords.get(tree.lowers[name.last])
            return label if label in ("ORG",) else None
        for i in range(name.first + 1, name.last):
            if tree.lowers[i] in ("of", "for"):
                label = self.headwords.get(tree.lowers[i - 1])
                return label if label != "PERSON" else None
        label = self.headwords.get(tree.lowers[name.last])
        return label if label != "PERSON" and (label != "EVENT" or name.label != "ORG") else None


def _key(tree: Tree, name: Name) -> str:
    text = tree.slice(name.first, name.last)
    return text.title() if text.isupper() and len(text) > 5 else text


def _winner(counter: Counter[str]) -> str:
    if len(counter) > 1:
        counter.pop("?", None)
    return max(sorted(counter), key=lambda label: counter[label])


def _surnames(best: dict[str, str]) -> set[str]:
    """Last words of the article's full personal names, unless they name something else for sure."""
    full = (text.split() for text, label in best.items() if label == "PERSON")
    return {words[-1] for words in full if len(words) > 1} - set(gazetteer.country_names())


def _label(kinds: Iterable[str]) -> str:
    kinds = set(kinds)
    return next((label for root, label in KIND_ROOTS if root in kinds), "?")


@Language.factory("kg_names", default_config={"ontology": []}, assigns=["doc.ents"], requires=["doc.ents", "token.dep"])
def make_names(nlp: Language, name: str, ontology: list[str]) -> Names:
    """The component with the shipped ontology and the Turtle files named in `ontology` on top."""
    return Names(Ontology.load(ontology))
