"""Which type of thing a name names, voted on for all places of the name in the text.

What counts is the statistical tagger's label at each place, known countries, states and cities, the head word of
longer names ("… Police"), the title before a person, and what the words around say (preferences.py). A surname
follows its full name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from kg import gazetteer
from kg.language.mergers import merged_firms
from kg.language.preferences import FIRMS, Preferences, is_trade
from kg.language.spans import Name
from kg.language.tree import ARGUMENTS, Tree
from kg.language.wordlists import honorifics, ranks, words
from kg.ontology import Ontology

PARTIES = frozenset({"nsubj", "nsubjpass", "poss", "conj", "dobj", "appos"})
KIND_ROOTS = (("kgo:Person", "PERSON"), ("kgo:Organisation", "ORG"), ("kgo:Facility", "FAC"),
              ("kgo:GeopoliticalEntity", "GPE"),
              ("kgo:Place", "LOC"), ("kgo:Event", "EVENT"), ("kgo:Law", "LAW"), ("kgo:Award", "PRODUCT"))  # fmt: skip
TITLES = ("title", "occupation")
COURTESY = (("first", "lady"), ("first", "gentleman"))  # of no office, and so in no relation of the ontology
BIG_CITY = 100_000
CENTRES = frozenset({("centre", "for"), ("center", "for"), ("centers", "for"), ("centres", "for")})
PROVINCE, NUMBERED, SAID, RANK, JOINED, INNER, DATED = 1.6, 2.2, 9.0, 3.0, 6.0, 1.5, 4.0
TOWN, AT_SITE = 3.0, 1.5
TOWNS = words("town")
JOINERS = frozenset({"and", "&"})
SERIAL = re.compile("[A-Za-z]+[0-9]+[A-Za-z]?")
INNER_CAPITAL = re.compile("[A-Z]*[a-z]+[A-Z][A-Za-z]*|[A-Z]{2,}[a-z]{2,}")
PREFIXES = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "Al", "El", "O")
"""How surnames begin that have a capital inside, as the names of firms do ("SABMiller")."""
ARTICLES = frozenset({"Al", "El"})
ABSTRACT = ("ment", "ments", "tions", "ics", "ies", "ing", "als", "ems")
"""How words for trades end, as no surname does ("Bell Management")."""
VERSIONED = frozenset({"PERSON", "GPE", "LOC", "PRODUCT"})
PLACED = frozenset({"FAC", "GPE", "LOC"})
USED = words("used thing")


class Labels:
    """What the ontology says of names: `headwords` and `known` names with their label, and `titles` of people."""

    def __init__(self, ontology: Ontology) -> None:
        self.headwords = {
            word: label_of(kinds) for word, c in ontology.namewords.items() if (kinds := ontology.types(c))
        }
        self.firstwords = {word: label_of(ontology.types(c)) for word, c in ontology.firstwords.items()}
        self.known = {name: label_of(ontology.types(c)) for name, c in ontology.known.items()}
        only = ontology.namewords.keys() - ontology.headwords.keys()
        self.surnames = {word for word in only if not word.endswith(ABSTRACT)}  # as well ("Jane Mills")
        self.companies = {word for word, c in ontology.namewords.items() if c == "kgo:Company"}
        self.happening = {
            w for w, c in ontology.namewords.items() if c in ("kgo:Summit", "kgo:Election", "kgo:Disaster")
        }
        self.kinds = {w: _label_before(ontology.types(c)) for w, c in ontology.headwords.items()}
        titles = {
            w.heads[0] for r in ontology.relations.values() for w in r.wordings if w.kind in TITLES and not w.phrase
        }
        self.titles = honorifics() | titles | {"minister", "officer"}
        self.sites = {w for w, c in ontology.headwords.items() if "kgo:Facility" in ontology.types(c)}
        self.preferences = Preferences(ontology, label_of)

    def retype(self, tree: Tree, names: list[Name], located: Collection[int] = ()) -> None:
        """Give each name the label that most speaks for, and drop those that nothing explains.

        Args:
            located: the characters that name the place in the dateline.
        """
        votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        firms = set[str]()
        for name in names:
            text = _key(tree, name)
            votes[text][name.label] += 1
            if tree.starts[name.first] in located:
                votes[text]["GPE"] += DATED
            for label, weight in self._evidence(tree, name):
                votes[text][label] += weight
                firms |= {text} if label == "ORG" else set()
        best = {text: _winner(counter) for text, counter in votes.items()}
        firms = {text for text in firms if best[text] == "ORG"}  # "Tiffany's shareholders", whoever founded it
        best |= {_key(tree, n): "ORG" for n in names if self._is_called_by_first(tree, n, best, firms)}
        merged = merged_firms(best.keys(), {text for text, label in best.items() if label == "ORG" and " " in text})
        best |= dict.fromkeys(merged | {text.split()[0] for text in merged}, "ORG")
        surnames, firsts = _surnames(best), _first_words(best)
        eponyms = self._eponyms(tree, names, best)
        for name in names:
            text = _key(tree, name)
            name.label = "ORG" if text in eponyms else best[text]
            acts = text not in firms and (text not in gazetteer.demonyms() or tree.deps[name.last] in PARTIES)
            of_surname = text in surnames and acts and text not in eponyms
            of_first_name = text in firsts and not is_place(text) and text not in self.known.keys() | firms
            if name.first == name.last and (of_surname or of_first_name):
                name.label = "PERSON"
        people = {text for text, label in best.items() if label == "PERSON"}
        for name in names:
            parts = {tree.words[name.first], tree.words[name.last]}
            if name.label in ("?", "MISC") and _is_full_name(tree, name) and not people.isdisjoint(parts):
                name.label = "PERSON"
            if (
                name.label in ("GPE", "FAC", "LOC")
                and tree.words[name.last] in people
                and self._is_somebody(tree, name)
            ):
                name.label = "PERSON"
            if name.label == "?" and tree.deps[name.last] in ARGUMENTS and tree.words[name.first][:1].isupper():
                name.label = "MISC"
        names[:] = [n for n in names if n.label != "?"]

    def _is_called_by_first(self, tree: Tree, name: Name, best: dict[str, str], firms: Collection[str]) -> bool:
        """Whether a supposed person is a firm that its first word stands for ("Opra Blooms … shares in Opra")."""
        is_somebody = best[_key(tree, name)] == "PERSON" and name.first < name.last
        is_known = self._has_first_name(tree, name) or tree.words[name.last] in best
        return is_somebody and not is_known and tree.words[name.first] in firms

    def _eponyms(self, tree: Tree, names: list[Name], best: dict[str, str]) -> set[str]:
        """First words of companies' names that stand for them ("Chrysler Corp. … Chrysler … Walter Chrysler").

        A person is introduced by the full name: what bears the surname before that is nobody. Of other bodies the
        short form follows the long one ("Galt Energy … Galt").
        """
        several = [n for n in names if n.first < n.last]
        bodies = {tree.words[n.first] for n in several if tree.lowers[n.last] in self.companies}
        found, introduced = set[str](), set[str]()
        begun = {
            tree.slice(n.first, n.last - 1) for n in several if best[_key(tree, n)] == "ORG" and n.last > n.first + 1
        }
        found |= {t for t in begun if best.get(t) == "PERSON" and t.split()[0] not in gazetteer.first_names()}
        for name in names:
            word = tree.words[name.last]
            if name.first < name.last:
                label, first = best[_key(tree, name)], tree.words[name.first]
                introduced |= {word} if label == "PERSON" else set()
                bodies |= {first} if label == "ORG" and self._may_be_short(first, best) else set()
                if first.lower() in self.firstwords and label == "ORG" and name.last == name.first + 1:
                    bodies.add(word)
            elif word in bodies - introduced and tree.lowers[name.first - 1] not in self.titles:
                found.add(word)
        return found

    def _may_be_short(self, word: str, best: dict[str, str]) -> bool:
        """Whether the first word of a body's name may stand for it alone, where it names nothing else."""
        is_told = best.get(word, "NORP") == "NORP" or word.lower() in self.kinds
        return not (is_told or word.isupper() or is_large_place(word) or word in gazetteer.first_names())

    def _evidence(self, tree: Tree, name: Name) -> Iterator[tuple[str, float]]:
        text, first, last = tree.slice(name.first, name.last), name.first, name.last
        region = gazetteer.regions().get(text)
        if text in gazetteer.country_names() or (region and region.geoname):
            yield "GPE", 4
        elif region:
            yield "GPE", PROVINCE
        elif text in gazetteer.demonyms():
            yield "NORP", 4
        elif name.label in ("GPE", "?") or (name.label in ("PERSON", "ORG") and not self._has_first_name(tree, name)):
            city = gazetteer.cities().get(text)
            if city and city.population > BIG_CITY:
                is_capital = text in gazetteer.capitals() and tree.deps[last] in (
                    "pobj",
                    "conj",
                )  # "between X and Santiago"
                yield "GPE", 0.6 if text in gazetteer.first_names() and not is_capital else 1.4
        if text in self.known:
            yield self.known[text], 4
        elif _is_numbered(tree, name):
            yield "PRODUCT", NUMBERED
        if said := self._said_before(tree, name):
            yield said, SAID
        if not JOINERS.isdisjoint(tree.lowers[first + 1 : last]):
            yield "ORG", JOINED
        if first == last and INNER_CAPITAL.fullmatch(text) and not text.startswith(PREFIXES):
            yield "ORG", INNER
        if first < last and tree.lowers[first] in ranks():
            yield "PERSON", RANK
        if first > 0 and tree.lowers[first - 1] in self.titles:
            if tree.words[first - 1][:1].isupper() and self._by_head(tree, name) not in ("EVENT", "LAW"):
                yield "PERSON", 3  # not the "Peace Accord" behind "General"
            elif tree.tags[first - 1] == "NN" and first <= tree.heads[first - 1] <= last:
                is_firm = tree.lemmas[first - 1] in FIRMS  # "the large manufacturer X", "the exporter Opra Blooms"
                is_firm = is_firm and (first == last or not self._has_first_name(tree, name))
                yield "ORG" if is_firm else "PERSON", 1.5
        elif self._is_one_of(tree, name):
            yield "PERSON", 1.5
        is_bare = first == last and tree.lowers[first - 1] != "the"  # not "the Dorothea", a ship
        if is_bare and text in gazetteer.first_names() and tree.deps[last] in PARTIES and not is_place(text):
            yield "PERSON", 1.2
        described = (last, *(c for c in tree.children[last] if tree.deps[c] == "appos" and tree.tags[c] == "NN"))
        if tree.lowers[first - 2 : first] == [",", "of"] and tree.words[first - 3].isdigit():
            yield "GPE", TOWN  # "Ann Bell, 51, of Wirram"
        if first == last and tree.lowers[first - 1] in ("at", "near") and tree.lemmas[first - 2] in self.sites:
            yield "GPE", AT_SITE  # "the base at Wirram"
        if tree.lowers[first - 1] == "of" and tree.lowers[first - 2] in TOWNS:
            yield "GPE", TOWN  # "the town of Wirram"
        is_of = tree.lowers[first - 1] == "of" and tree.words[first - 2] == ","  # "Ann Bell, of Block C, who"
        if not is_of and any(
            tree.deps[c] == "relcl" and _says_who(tree, c) for t in described for c in tree.children[t]
        ):
            yield "PERSON", 2
        yield from self.preferences.of(tree, name)
        label = self._by_head(tree, name)
        may_be_surname = label in ("LOC", "FAC") or tree.lowers[name.last] in self.surnames
        if label and not (name.label == "PERSON" and may_be_surname and self._has_first_name(tree, name)):
            yield label, 3
        elif self._has_first_name(tree, name) and text not in gazetteer.cities():
            yield "PERSON", 1.6

    def _said_before(self, tree: Tree, name: Name) -> str:
        """What the noun in front says that a name names ("the space shuttle X", "Turkish tile maker Y")."""
        noun = name.first - 1
        beside = noun > 0 and (name.first <= tree.heads[noun] <= name.last or tree.heads[name.last] == noun)
        beside = beside or (tree.deps[name.last] == "appos" and tree.tags[noun - 1] == "NN")  # "head of engine maker X"
        if not beside or tree.tags[noun] != "NN" or not tree.words[noun].islower():
            return ""
        start, two = noun, f"{tree.lowers[noun - 1]} {tree.lemmas[noun]}"
        label = self.kinds.get(two) or self.kinds.get(tree.lemmas[noun], "")
        is_trade_alone = not label and two not in self.kinds and tree.lemmas[noun] in FIRMS
        label = "ORG" if is_trade_alone else label
        if label == "ORG" and (tree.words[noun - 1] == "-" or _has_trade(tree, name)):
            return ""
        before = ("NN", "JJ", "NNP") if label == "ORG" else ("NN", "JJ")  # "the Oslo brewer X"
        while start > 0 and noun - start < 3 and tree.tags[start] in before:
            start -= 1
        is_bare = label == "ORG" and start < noun and tree.sentence[start] == tree.sentence[noun]
        is_firm = name.first < name.last or tree.tags[noun - 1] == "NN"
        is_bare = is_bare and is_firm and not self._has_first_name(tree, name)
        is_owned = tree.tags[start] in ("PRP$", "POS")  # "his book X"
        is_told = is_owned or tree.lowers[start] == "the"
        return label if is_bare or (is_told and not is_trade_alone) else ""

    def _is_somebody(self, tree: Tree, name: Name) -> bool:
        """Whether a supposed place, whose last word the text calls somebody by, is nothing known ("Usain Bolt")."""
        is_known = is_place(tree.slice(name.first, name.last)) or self._by_head(tree, name) is not None
        is_there = name.first > 0 and tree.lowers[name.first - 1] in ("in", "at", "the", "near")
        return _is_full_name(tree, name) and not (is_known or is_there)

    def _is_one_of(self, tree: Tree, name: Name) -> bool:
        """Whether it stands behind a plural title ("the cosmonauts A and B")."""
        title = name.first - 1
        beside = tree.deps[name.last] == "appos" and tree.heads[name.last] == title
        return beside and tree.tags[title] == "NNS" and tree.lemmas[title] in self.titles

    def _has_first_name(self, tree: Tree, name: Name) -> bool:
        if name.first < name.last and tree.words[name.first] in ARTICLES and tree.words[name.first + 1] == "-":
            return False  # "Al-Qaeda"
        if name.label in PLACED and (is_large_place(tree.words[name.first]) or tree.deps[name.last] == "compound"):
            return False  # "Paris Saint-Germain", "the Belle Isle mill"
        is_short = name.first < name.last <= name.first + 3 and JOINERS.isdisjoint(tree.lowers[name.first : name.last])
        return is_short and tree.words[name.first] in gazetteer.first_names()

    def _by_head(self, tree: Tree, name: Name) -> str | None:
        """What the head word of a longer name says: "Department of …", "… Police", "University of …"."""
        label = self.headwords.get(tree.slice(name.first, name.last).lower())
        if label and label != "PERSON":
            return label
        if name.first == name.last:
            label = self.headwords.get(tree.lowers[name.last])
            return label if label in ("ORG", "PRODUCT") and tree.lowers[name.last] not in self.surnames else None
        if label := self.firstwords.get(tree.lowers[name.first]):
            return None if is_place(tree.slice(name.first, name.last)) else label
        for first in range(name.first + 1, name.last):
            if label := self.headwords.get(tree.slice(first, name.last).lower()):
                return label
        for i in range(name.first + 1, name.last):
            if tree.lowers[i] in ("of", "for", "in", "at"):
                label = self.headwords.get(tree.lowers[i - 1])
                label = "ORG" if (tree.lowers[i - 1], tree.lowers[i]) in CENTRES else label
                return label if label != "PERSON" else None
        label = self.headwords.get(tree.lowers[name.last])
        return label if label != "PERSON" and self._may_be_event(tree, name, label) else None

    def _may_be_event(self, tree: Tree, name: Name, label: str | None) -> bool:
        """Whether a word for an event may decide: a conference is a body as well, a summit is none."""
        return label != "EVENT" or name.label != "ORG" or tree.lowers[name.last] in self.happening


def label_states(tree: Tree, names: list[Name]) -> None:
    """ "Boston, Mass.": a state's code behind a city."""
    for before, name in pairwise(names):
        beside = name.first == before.last + 2 and tree.words[before.last + 1] == ","
        if beside and before.label == "GPE" and tree.slice(name.first, name.last) in gazetteer.state_codes():
            name.label = "GPE"


def _has_trade(tree: Tree, name: Name) -> bool:
    """Whether the noun in front may be a person's trade ("her partner, the broadcaster X"), not "tile maker X"."""
    is_person = name.label == "PERSON" and _is_full_name(tree, name)
    return is_person and is_trade(tree.lemmas[name.first - 1]) and tree.deps[name.first - 2] != "compound"


def _is_numbered(tree: Tree, name: Name) -> bool:
    """Whether a name is that of a thing with versions ("Explorer 6", "IE9", "Chrome users")."""
    if name.label not in VERSIONED:
        return False
    text, after = tree.words[name.last], name.last + 1
    if name.first == name.last and (SERIAL.fullmatch(text) or tree.lemmas[tree.heads[name.last]].lower() in USED):
        return bool(SERIAL.fullmatch(text)) or tree.deps[name.last] == "compound"
    is_version = after < len(tree) and tree.tags[after] == "CD" and tree.words[after].replace(".", "").isdigit()
    return is_version and tree.heads[after] == name.last and tree.deps[after] == "nummod"


def is_place(text: str) -> bool:
    """Whether a name is that of a known country, region or city."""
    return text in gazetteer.country_names() or text in gazetteer.regions() or text in gazetteer.cities()


def is_large_place(text: str) -> bool:
    """Whether a name is that of a country, a region or a city that people know without being told."""
    city = gazetteer.cities().get(text)
    is_land = text in gazetteer.country_names() or text in gazetteer.regions()
    return is_land or (city is not None and city.population > BIG_CITY)


def _says_who(tree: Tree, clause: int) -> bool:
    return any(tree.lowers[c] in ("who", "whom") for c in tree.children[clause])


def _key(tree: Tree, name: Name) -> str:
    text = tree.slice(name.first, name.last)
    return text.title() if text.isupper() and len(text) > 5 else text


def _is_full_name(tree: Tree, name: Name) -> bool:
    """Whether it may be a first name and a surname."""
    return 1 <= name.last - name.first <= 2 and all(tree.words[t].istitle() for t in range(name.first, name.last + 1))


def _winner(counter: dict[str, float]) -> str:
    if len(counter) > 1:
        counter.pop("?", None)
    return max(sorted(counter), key=lambda label: counter[label])


def _surnames(best: dict[str, str]) -> set[str]:
    """Last words of the article's full personal names, unless they name something else for sure."""
    full = (text.split() for text, label in best.items() if label == "PERSON")
    return {words[-1] for words in full if len(words) > 1} - set(gazetteer.country_names())


def _first_words(best: dict[str, str]) -> set[str]:
    """First words of the article's full personal names, of those that one person bears ("Tedros Adhanom")."""
    full = [text.split()[0] for text, label in best.items() if label == "PERSON" and " " in text]
    return {word for word in full if full.count(word) == 1}


def _label_before(kinds: tuple[str, ...]) -> str:
    """The label of a thing whose class stands in front of its name; people and places have signs of their own."""
    before = {"kgo:Product": "PRODUCT", "kgo:Work": "WORK_OF_ART", "kgo:Organisation": "ORG"}
    return next((before[kind] for kind in kinds if kind in before), "")


def label_of(kinds: Iterable[str]) -> str:
    """The name label of a class, told by its superclasses; "?" where none has one."""
    kinds = set(kinds)
    return next((label for root, label in KIND_ROOTS if root in kinds), "?")


def post_phrases(ontology: Ontology) -> dict[str, list[tuple[str, ...]]]:
    """Posts of several words by their first word, as the ontology's titles give them, and titles of courtesy."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for relation in ontology.relations.values():
        for wording in relation.wordings:
            if wording.kind in TITLES and wording.phrase and all(len(words) == 1 for words in wording.phrase):
                for head in wording.heads:
                    found[head].append((head, *(next(iter(words)) for words in wording.phrase)))
    for phrase in COURTESY:
        found[phrase[0]].append(phrase)
    return dict(found)
