"""`kg_names`: the statistical tagger's names, their borders and types repaired by what the article proves.

Borders: articles, possessives, titles and nationality words are cut off, brackets and quotation marks are
balanced. Names that the tagger missed in one place and found in another are added. Types: labels.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg import gazetteer
from kg.language.borders import (
    REGNAL,
    as_club,
    as_person,
    called_as_times,
    cuts,
    is_age_alone,
    is_misread,
    is_one,
    is_plain_noun,
    is_set_apart,
    is_time,
    is_torn,
    joined_label,
    sum_alone,
    with_nation,
)
from kg.language.labels import BIG_CITY, JOINERS, Labels, label_states, post_phrases
from kg.language.layout import DAYS, Layout
from kg.language.nicknames import nicknamed
from kg.language.preferences import bound_participles
from kg.language.repair import repair
from kg.language.spans import (
    OUR_LADY,
    Name,
    across,
    common_words,
    compounded,
    extended,
    is_proper,
    proper_run,
    repeated,
    spelled_out,
    transcribed,
    without_overlap,
)
from kg.language.teams import DASHES, TEAM, Teams
from kg.language.tree import Tree
from kg.language.wordlists import party_letters, postnominals, ranks, words
from kg.language.works import work_words, works
from kg.ontology import Ontology

NAMES = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "MISC", TEAM}
)
TORN = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
FIRST_OF_TITLE = words("first word of a title")
TIMES = frozenset({"DATE", "TIME"})
TRIMMED = frozenset(
    """the a an 's ’s ' ’ " “ ” `` '' , . : ; - – — ( ) mr mrs ms mr. mrs. ms. and of in this that his her their its our
    my s % / | … ...""".split()
)
NATIONS = frozenset({"US", "U.S.", "UK", "U.K.", "EU", "UN", "U.N.", "USA"})


class Names:
    """The component; holds what the ontology says about head words."""

    def __init__(self, ontology: Ontology) -> None:
        self.labels = Labels(ontology)
        bodies = ("kgo:Agency", "kgo:Ministry", "kgo:PoliceForce", "kgo:Government")
        self.state = {w: c for w, c in ontology.headwords.items() if set(bodies) & set(ontology.types(c))}
        self.posts = post_phrases(ontology)
        self.bound = bound_participles(ontology)
        self.teams = Teams(ontology)
        self.works = work_words(ontology)
        self.people = {word: "kgo:Person" in ontology.types(c) for word, c in ontology.headwords.items()}
        self.persons = {word for word, is_person in self.people.items() if is_person}
        self.nouns = {word for word, c in ontology.headwords.items() if "kgo:Agent" in ontology.types(c)}

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its entities replaced by repaired ones; keeps the parse in `doc.user_data["kg.tree"]`."""
        tree = Tree.of(doc)
        repair(tree, self.bound, self.persons)
        doc.user_data["kg.tree"] = tree
        found = [Name(e.start, e.end - 1, e.label_) for e in doc.ents]
        others = [sum_alone(tree, n) for n in found if n.label not in NAMES and not is_misread(tree, n)]
        called = [Name(n.first, n.last, "PERSON") for n in called_as_times(tree, found)]
        layout: Layout = doc.user_data.get("kg.layout") or Layout.of(doc.text)
        names = self.repaired(tree, [n for n in found if n.label in NAMES] + called, others, layout.located)
        taken = {i for n in names for i in range(n.first, n.last + 1)}
        others = [n for n in others if taken.isdisjoint(range(n.first, n.last + 1))]
        doc.ents = [Span(doc, n.first, n.last + 1, label=n.label) for n in names + others]
        return doc

    def repaired(self, tree: Tree, names: list[Name], others: list[Name], located: Collection[int] = ()) -> list[Name]:
        """The names with better borders and types, and the missed ones, in order and without overlap.

        Args:
            others: times and numbers, which are no names.
            located: the characters that name the place in the dateline.
        """
        common = common_words(tree)
        posts = self._inside_posts(tree)
        tagged = {i for n in names for i in range(n.first, n.last + 1)}
        wider = (as_person(tree, as_club(tree, with_nation(tree, extended(tree, name), self.labels))) for name in names)
        whole = [self._with_surnames(tree, self._with_first_names(tree, name), tagged) for name in wider]
        bordered = (self._without_post(n, posts) for name in whole for n in self._bordered(tree, name))
        kept = [n for n in bordered if not self._is_no_name(tree, n, common, posts)]
        found = [*transcribed(tree, kept), *spelled_out(tree, kept), *compounded(tree, NATIONS)]
        found += [*nicknamed(tree, self.labels), *across(tree)]
        kept = list(without_overlap([*found, *kept]))
        taken = posts | {i for n in kept + others for i in range(n.first, n.last + 1)}
        kept += self._untagged(tree, taken)
        kept = list(without_overlap([*repeated(tree, kept), *kept]))
        kept = self._joined(tree, kept)
        self.labels.retype(tree, kept, located)
        for name in kept:
            is_full = name.last > name.first + 1 and self._is_title(tree, name.first)
            if name.label == "PERSON" and (is_full or tree.lowers[name.first] in ranks()):
                name.first = self._behind_titles(tree, name.first, name.last)
        label_states(tree, kept)
        self.teams.retype(tree, kept)
        titles = list(works(tree, self.works))
        quoted = {i for title in titles for i in range(title.first, title.last + 1)}
        apart = [n for n in kept if quoted.isdisjoint(range(n.first, n.last + 1))]
        return sorted([*apart, *titles], key=lambda name: name.first)

    def _inside_posts(self, tree: Tree) -> set[int]:
        """The tokens of posts in several words ("Home Secretary", "Secretary of State")."""
        found: set[int] = set()
        for i, word in enumerate(tree.lowers):
            for phrase in self.posts.get(word, ()):
                if tuple(tree.lowers[i : i + len(phrase)]) == phrase:
                    found.update(range(i, i + len(phrase)))
        return found

    def _with_first_names(self, tree: Tree, name: Name) -> Name:
        """A surname with the first names that the tagger left out ("Sadiq" before "Khan")."""
        first = name.first
        while (
            name.label == "PERSON"
            and first > 0
            and tree.tags[first - 1] == "NNP"
            and tree.deps[first - 1] == "compound"
        ):
            word = tree.words[first - 1]
            inside = first <= tree.heads[first - 1] <= name.last
            if not inside or word.lower() in self.labels.titles or not word.istitle() or word in gazetteer.demonyms():
                break
            if word.lower() in self.labels.headwords or word in gazetteer.country_names():
                break
            first -= 1
        return Name(first, name.last, name.label)

    def _with_surnames(self, tree: Tree, name: Name, tagged: set[int]) -> Name:
        """First names with the surnames that the tagger left out ("Mills" behind "John Evans Atta").

        The parse may take the last part of a name for a second subject or object ("Kwak Sin" and "Ae").
        """
        head, rest = tree.heads[name.last], name.last + 1
        is_torn = name.label == "PERSON" and name.first < name.last and rest < len(tree) and rest not in tagged
        is_torn = is_torn and tree.heads[rest] == head and tree.deps[rest] == tree.deps[name.last] in TORN
        if is_torn and self._is_surname(tree, rest):
            tree.heads[name.last], tree.deps[name.last] = rest, "compound"
            tree.rebuild()
            return Name(name.first, rest, name.label)
        is_cut = name.label == "PERSON" and tree.deps[name.last] == "compound" and name.last < head <= name.last + 2
        behind = range(name.last + 1, head + 1)
        if not is_cut or not tagged.isdisjoint(behind) or any(not self._is_surname(tree, i) for i in behind):
            return name
        return Name(name.first, head, name.label)

    def _is_surname(self, tree: Tree, i: int) -> bool:
        word = tree.lowers[i]
        is_name = tree.tags[i] == "NNP" and tree.words[i].istitle() and word.isalpha() and len(word) > 1
        return is_name and word not in self.labels.titles and word not in self.labels.headwords

    def _without_post(self, name: Name, posts: set[int]) -> Name:
        """The name without the rest of a post in several words in front ("Chief Executive Carrie Lam")."""
        while name.first < name.last and name.first in posts:
            name.first += 1
        return name

    def _is_no_name(self, tree: Tree, name: Name, common: set[str], posts: set[int]) -> bool:
        """Whether a supposed name is part of a post, a time, or a common noun that opens a sentence."""
        if is_time(tree, name) or is_age_alone(tree, name) or all(i in posts for i in range(name.first, name.last + 1)):
            return True
        words = set(tree.lowers[name.first : name.last + 1])
        if name.label != "GPE" and words <= (self.labels.titles - REGNAL) | JOINERS:
            return True
        if name.first == name.last and is_plain_noun(tree, name.first, self.labels, self.nouns):
            return True
        if name.first != name.last or tree.lowers[name.first] not in common:
            return False
        first, head = tree.sentences[tree.sentence[name.first]][0], tree.heads[name.first]
        is_modifier = tree.deps[name.first] == "compound" and tree.words[head].islower()
        return name.first <= first + 1 or (is_modifier and name.label == "PERSON")

    def _bordered(self, tree: Tree, name: Name) -> Iterator[Name]:
        first, last = name.first, name.last
        apart = self._swallowed(tree, name)
        if apart is not None:
            for part in apart:
                yield from self._trimmed(tree, part.first, part.last, part.label)
            return
        for cut in [*cuts(tree, name), last + 1]:
            yield from self._trimmed(tree, first, cut - 1, name.label)
            first = cut + 1

    def _swallowed(self, tree: Tree, name: Name) -> tuple[Name, Name] | None:
        """A body or country and the person behind it ("director of the Bank of Utopia Jane Doe"), if it is two."""
        for i in range(max(name.first + 1, name.last - 2), name.last):
            is_first_name = tree.words[i] in gazetteer.first_names()
            if self._is_headword(tree, name.last) or not all(tree.words[k][:1].isupper() for k in (i, i + 1)):
                continue
            for first in (name.first - 1, name.first):
                is_two = 0 <= first < i - 1 and (is_first_name or name.label == "PERSON")
                if is_two and is_set_apart(tree, first, i - 1):
                    return Name(first, i - 1, "GPE"), Name(i, name.last, "PERSON")
            ends = tree.tags[i - 1] == "NNPS" or self._is_headword(tree, i - 1)
            if is_first_name and ends and name.first < i - 1:
                return Name(name.first, i - 1, "ORG"), Name(i, name.last, "PERSON")
        return None

    def _is_headword(self, tree: Tree, i: int) -> bool:
        return self.labels.headwords.get(tree.lowers[i]) in ("ORG", "FAC")

    def _trimmed(self, tree: Tree, first: int, last: int, label: str) -> Iterator[Name]:
        lowers = tree.lowers
        is_our_lady = tree.words[first : first + 2] == OUR_LADY
        while first <= last and not is_our_lady and (lowers[first] in TRIMMED or lowers[first].startswith("@")):
            first += 1
        if first < last and tree.tags[last] == "CD" and last + 2 < len(tree) and lowers[last + 1] in DASHES:
            last -= tree.tags[last + 2] == "CD"
        if last > first + 2 and lowers[last - 1] in DASHES and lowers[last].isdigit() and lowers[last - 2].isdigit():
            last -= 3  # "Burnley 3-0"
        while first <= last and (lowers[last] in postnominals() and tree.words[last] != lowers[last]):
            last -= 1
        if last - 1 > first and tree.words[last - 1] == "-" and tree.tags[last] == "VBN":
            last -= 2  # "Lima-born"
        while first <= last and lowers[last] in TRIMMED and not (last - 1 > first and tree.words[last - 1] == "-"):
            last -= 1
        if first > last or not any(
            tree.words[i][:1].isupper() or tree.words[i][:1].isdigit() for i in range(first, last + 1)
        ):
            return
        nation = self._leading_nation(tree, first, last)
        if nation is not None:
            yield nation
            first = nation.last + 1
        while first < last and lowers[last] in ranks():
            last, label = last - 1, "ORG"
        begin = self._behind_titles(tree, first, last)
        is_called = last - first > 1 and tree.words[first + 1] in gazetteer.first_names()
        is_somebody = is_called and self._is_occupation(tree.words[first])
        is_somebody |= begin > first and tree.words[begin].istitle() and tree.words[last] in gazetteer.first_names()
        label = "PERSON" if is_somebody and label == "ORG" else label
        first = (
            begin if label == "PERSON" and self.labels.headwords.get(lowers[last]) not in ("EVENT", "LAW") else first
        )
        bracket = next((i for i in range(first + 1, last + 1) if tree.words[i] == "("), last + 1)
        yield Name(first, bracket - 1, label)

    def _behind_titles(self, tree: Tree, first: int, last: int) -> int:
        """Where a person's name begins behind the titles; that of a monarch is part of it."""
        begin = first + (first + 1 < last and tree.lowers[first] in DAYS)  # "On Friday Jane Doe left"
        while begin < last and (self._is_title(tree, begin) or self._is_trade(tree, begin, last)):
            begin += 1
        is_royal = begin == last and begin > 0 and tree.lowers[begin - 1] in REGNAL
        return begin - 1 if is_royal and tree.words[begin - 1][0].isupper() else begin

    def _is_title(self, tree: Tree, i: int) -> bool:
        """Whether a word is a title or the first one of a title ("Crown Prince")."""
        is_first = tree.lowers[i] in FIRST_OF_TITLE and i + 1 < len(tree)
        return tree.lowers[i + is_first] in self.labels.titles

    def _is_trade(self, tree: Tree, i: int, last: int) -> bool:
        """Whether a word tells a trade in front of a full name, or of a surname told elsewhere ("Comedian Bell")."""
        is_name = last - i > 1 or tree.words.count(tree.words[last]) > 1
        return self._is_occupation(tree.words[i]) and is_name

    def _is_occupation(self, word: str) -> bool:
        """Whether a capital word says what somebody is ("Comedian John Bell"), as no first name does."""
        return self.people.get(word.lower(), False) and word not in gazetteer.first_names()

    def _leading_nation(self, tree: Tree, first: int, last: int) -> Name | None:
        """The country in front of a state body or a person ("US Capitol Police", "French President X")."""
        if first == last:
            return None
        word, end = tree.words[first], first
        label = "NORP" if word in gazetteer.demonyms() else "GPE" if word in NATIONS else None
        if label is None and last > first + 1 and tree.slice(first, first + 1) in gazetteer.country_names():
            label, end = "GPE", first + 1
        if label is None:
            return None
        heads = [last, *(i - 1 for i in range(end + 1, last) if tree.lowers[i] in ("of", "for"))]
        is_whole = tree.slice(end + 1, last).lower() in self.state
        state_body = is_whole or any(self.state.get(tree.lowers[i]) for i in heads)
        titled = tree.lowers[end + 1] in self.labels.titles
        name_follows = label == "GPE" and tree.words[end + 1] in gazetteer.first_names()
        return Name(first, end, label) if state_body or titled or name_follows else None

    def _joined(self, tree: Tree, names: list[Name]) -> list[Name]:
        """ "New York City" and "Police Department" side by side are one name."""
        found: list[Name] = []
        for name in names:
            before = found[-1] if found else None
            if before and (is_one(tree, before, name) or is_torn(tree, before, name)):
                is_person = "PERSON" in (before.label, name.label) or before.label == "GPE"
                found[-1] = Name(before.first, name.last, "PERSON" if is_person else before.label)
            elif before and self._is_local_body(tree, before, name):
                found[-1] = Name(before.first, name.last, "ORG")
            elif before and (label := joined_label(tree, before, name)):
                found[-1] = Name(before.first, name.last, label)
            else:
                found.append(name)
        return found

    def _is_local_body(self, tree: Tree, place: Name, body: Name) -> bool:
        text = tree.slice(place.first, place.last)
        return (
            place.last + 1 == body.first
            and place.label == "GPE"
            and tree.lowers[body.last] in self.state
            and text not in gazetteer.country_names()
            and body.label in ("ORG", "?")
        )

    def _untagged(self, tree: Tree, taken: set[int]) -> Iterator[Name]:
        """Runs of proper nouns outside all names that a title, a head word or a gazetteer explains."""
        i, count = 0, len(tree)
        while i < count:
            if i in taken or not is_proper(tree, i):
                if i not in taken and self._is_unknown(tree, i):
                    yield Name(i, i, "?")
                i += 1
                continue
            j = proper_run(tree, i, taken)
            label = self._explained(tree, i, j)
            if label and not is_time(tree, Name(i, j, label)):
                yield from self._trimmed(tree, i, j, label)
            i = j + 1

    def _is_unknown(self, tree: Tree, i: int) -> bool:
        """Whether a noun without article that opens a sentence is a name the tagger never met ("Kijenge is a firm")."""
        first, verb = tree.sentences[tree.sentence[i]][0], tree.heads[i]
        if i != first or tree.tags[i] != "NN" or tree.deps[i] not in ("nsubj", "nsubjpass") or tree.children[i]:
            return False
        word, noun = tree.lowers[i], tree.child(verb, "attr")
        if not tree.words[i].istitle() or word in self.nouns or word in common_words(tree):
            return False
        said = noun is not None and tree.tags[noun] == "NN" and tree.lemmas[noun] in self.nouns
        return said or tree.words[i] in gazetteer.first_names()

    def _explained(self, tree: Tree, first: int, last: int) -> str | None:
        text = tree.slice(first, last)
        if text in self.labels.known:
            return self.labels.known[text]
        if all(self._is_title(tree, t) for t in range(first, last + 1)):
            return None
        if self._behind_titles(tree, first, last) in range(first + 1, last + 1):
            return "PERSON"
        if first > 0 and tree.lowers[first - 1] in self.labels.titles and tree.words[first - 1][:1].isupper():
            return "PERSON"
        if text in gazetteer.country_names() or text in gazetteer.regions():
            return "GPE"
        if text in gazetteer.demonyms():
            return "NORP"
        if first < last and (label := self.labels.headwords.get(tree.lowers[last])) and label != "PERSON":
            return label
        is_affix = first > 1 and tree.words[first - 1] in DASHES and tree.words[first - 2] in party_letters()
        if is_affix and text in gazetteer.state_codes():
            return "GPE"
        city = gazetteer.cities().get(text)
        if city and city.population > BIG_CITY and first > 0 and tree.deps[last] == "pobj":
            return "GPE"
        if first == last and tree.lowers[first] in self.labels.headwords:
            return None
        return "?"


@Language.factory("kg_names", default_config={"ontology": []}, assigns=["doc.ents"], requires=["doc.ents", "token.dep"])
def make_names(nlp: Language, name: str, ontology: list[str]) -> Names:
    """The component with the shipped ontology and the Turtle files named in `ontology` on top."""
    return Names(Ontology.load(ontology))
