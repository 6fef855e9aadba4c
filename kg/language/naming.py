"""Which names of one article name the same thing: aliases, acronyms, surnames, country names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from kg import gazetteer
from kg.language.labels import is_large_place, is_place
from kg.language.mentions import Mention
from kg.language.spans import is_acronym, is_latin
from kg.language.teams import PLACING
from kg.language.tree import Tree
from kg.language.wordlists import inverse_kin, parties
from kg.ontology import Ontology

COMPANY_SUFFIX = re.compile(
    r"(?:,? (?:Inc|Corp|Corporation|Co|Ltd|Limited|plc|PLC|LLC|AG|SA|SE|NV|GmbH|Group|Company|Holdings)\.?)+$"
)
ALIAS_WORDS = frozenset(
    {"aka", "a.k.a.", "alias", "née", "nee", "nicknamed", "formerly", "officially", "originally", "previously"}
)
QUOTES = frozenset({'"', "“", "‘", "'", "``"})
MARKS = "\"'“”‘’"
FAR, TOLD_OFTEN = 8, 3
TOLD_BETWEEN = frozenset({"VERB", "CCONJ"})  # "the army, and met somebody known as X": X is not the army
OBLIQUE = frozenset({"dobj", "pobj", "prep", "agent", "acomp", "dative", "attr"})
BODIES = frozenset({"Department", "Ministry", "Bureau", "Office", "Board", "Church"})
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "&", "to", "at"})


class Namesakes:
    """Groups the names of one article; `groups()` gives a group number for each mention."""

    def __init__(self, tree: Tree, names: list[Mention], ontology: Ontology) -> None:
        self.tree, self.names, self.ontology = tree, names, ontology
        self.kin = ontology.wordings("kinship")
        self.texts = [self._text(m) for m in names]
        placed = (m.first > 0 and tree.lowers[m.first - 1] in PLACING for m in names)
        self.somewhere = {text for text, is_placed in zip(self.texts, placed, strict=True) if is_placed}
        self.first_at = {text: i for i, text in reversed(list(enumerate(self.texts)))}
        self.parent = list(range(len(names)))

    def _text(self, m: Mention) -> str:
        text = _plain(self.tree.slice(m.first, m.last))
        if m.kind == "kgo:Country" and text in gazetteer.capitals() and text not in gazetteer.country_names():
            return gazetteer.capitals()[text].name
        return parties().get(text, text) if m.kind == "kgo:PoliticalParty" else text

    def groups(self) -> list[int]:
        """A number for each name; equal numbers name the same."""
        self._equal()
        self._bracketed()
        self._aliases()
        self._transcriptions()
        self._countries()
        self._shorter_organisations()
        self._head_words()
        self._people()
        return [self._find(i) for i in range(len(self.names))]

    def _find(self, i: int) -> int:
        while self.parent[i] != i:
            i = self.parent[i]
        return i

    def _unite(self, a: int, b: int) -> None:
        a, b = self._find(a), self._find(b)
        self.parent[max(a, b)] = min(a, b)

    def _root(self, i: int) -> str:
        """ "person", "organisation", "place" or another coarse class, by which names may be one."""
        types = self.ontology.types(self.names[i].kind)
        for root in ("kgo:Person", "kgo:NationalityOrGroup", "kgo:Organisation", "kgo:Place", "kgo:Event", "kgo:Agent"):
            if root in types:
                return root
        return types[-1] if types else ""

    def _equal(self) -> None:
        """Equal names are one; a surname that several people of the article bear waits for `_people`."""
        seen: dict[tuple[str, str], int] = {}
        shared = self._shared_surnames()
        for i, text in enumerate(self.texts):
            key = (text.lower() if len(text) > 4 else text, self._root(i))
            if text in shared and key[1] == "kgo:Person":
                continue
            if key in seen:
                self._unite(seen[key], i)
            else:
                seen[key] = i

    def _shared_surnames(self) -> set[str]:
        firsts: dict[str, set[str]] = defaultdict(set)
        for i, text in enumerate(self.texts):
            if " " in text and self._root(i) == "kgo:Person":
                firsts[text.split()[-1]].add(text.split()[0])
        return {surname for surname, found in firsts.items() if len(found) > 1} | self._titled_differently()

    def _titled_differently(self) -> set[str]:
        """The surnames of a "Mr" and a "Mrs"."""
        genders: dict[str, set[str]] = defaultdict(set)
        for i, text in enumerate(self.texts):
            if self._root(i) == "kgo:Person":
                first = gazetteer.first_names().get(text.split()[0], "") if " " in text else ""
                genders[text.split()[-1]].add(self.names[i].gender or first)
        return {surname for surname, found in genders.items() if {"m", "f"} <= found}

    def _bracketed(self) -> None:
        """ "Federal Bureau of Investigation (FBI)" and, elsewhere, an acronym of a longer name."""
        long = {t: i for i, t in reversed(list(enumerate(self.texts))) if " " in t and self._root(i) != "kgo:Person"}
        for i, text in enumerate(self.texts):
            if not 2 <= len(text) <= 8 or not text.isupper():
                continue
            if self._root(i) == "kgo:Place":
                self._initials_of_place(i, long)
                continue
            before = self._before_bracket(i)
            before = self._in_bracket(i) if before is None else before
            if before is not None:
                self._unite(before, i)
                continue
            for name, k in long.items():
                if is_acronym(text, name):
                    self._unite(k, i)
                    break

    def _initials_of_place(self, i: int, long: dict[str, int]) -> None:
        """ "LA" where the article tells of Los Angeles."""
        short = self.texts[i].replace(".", "")
        for name, k in long.items():
            if self._root(k) == "kgo:Place" and short == "".join(word[0] for word in name.split()):
                self._unite(k, i)

    def _before_bracket(self, i: int) -> int | None:
        """The name that a short form in brackets stands behind; of nested ones that whose initials it gives."""
        bracket = self.names[i].first - 1
        if bracket < 1 or self.tree.words[bracket] != "(":
            return None
        ending = [k for k in range(i) if self.names[k].last == bracket - 1 and self._root(k) != "kgo:Person"]
        fitting = [k for k in ending if is_acronym(self.texts[i], self.texts[k])]
        long = [k for k in ending if self.texts[k].count(" ") >= 2 and self._root(k) != "kgo:Place"]
        return next(iter(fitting or long), None)

    def _in_bracket(self, i: int) -> int | None:
        """The long form that fills the brackets behind an acronym ("CEI (Italian Episcopal Conference)")."""
        words, last = self.tree.words, self.names[i].last
        if last + 2 >= len(words) or words[last + 1] != "(":
            return None
        end = next((t for t in range(last + 2, min(last + 2 + FAR, len(words))) if words[t][0] == ")"), 0)
        named = [k for k in range(len(self.names)) if self.names[k].last == end - 1 and self.names[k].first > last]
        is_filled = all(word[:1].isupper() or word in SMALL for word in words[last + 2 : end])
        long = [k for k in named if " " in self.texts[k] and self._root(k) not in ("kgo:Person", "kgo:Place")]
        return long[0] if end and is_filled and long else None

    def _aliases(self) -> None:
        """ "Karl Marsden, better known as Kay", "Anna Bell (born Anna Lee)": the second name is the first one's."""
        tree = self.tree
        for i, m in enumerate(self.names[1:], start=1):
            first = m.first - 1
            while first > 0 and tree.words[first] in QUOTES:
                first -= 1
            last = self.names[i - 1].last
            between = tree.lowers[last + 1 : first + 1]
            if not between or len(between) > FAR or tree.sentence[last] != tree.sentence[m.first]:
                continue
            known = tuple(between[-2:]) == ("known", "as") or between[-1] in ALIAS_WORDS
            known &= not any(tree.pos[t] in TOLD_BETWEEN for t in range(last + 1, first - 1))
            born = tuple(between[-2:]) == ("(", "born") and self._root(i) == "kgo:Person"
            if (known or born) and self._root(i - 1) == self._root(i):
                self._unite(i - 1, i)

    def _transcriptions(self) -> None:
        """ "Anna Petrova (Russian: …)": the name in its own script."""
        words = self.tree.words
        ending = {m.last: i for i, m in enumerate(self.names)}
        for i, m in enumerate(self.names):
            bracket = next((t for t in range(m.first - 1, max(0, m.first - FAR), -1) if words[t] == "("), 0)
            told = words[m.first - 1] == ":" or not is_latin(self.texts[i])
            before = ending.get(bracket - 1) if bracket and told else None
            if before is not None and self._root(before) == self._root(i):
                self._unite(before, i)

    def _countries(self) -> None:
        names, demonyms = gazetteer.country_names(), gazetteer.demonyms()
        seen: dict[tuple[str, bool], int] = {}
        for i, text in enumerate(self.texts):
            is_team = self.names[i].kind == "kgo:NationalTeam"
            country = (
                names.get(text, demonyms.get(text) if is_team else None)
                if is_team or self._root(i) == "kgo:Place"
                else demonyms.get(text)
                if self.names[i].form == "demonym"
                else None
            )
            if country:
                self._unite(seen.setdefault((country.iso, is_team), i), i)

    def _shorter_organisations(self) -> None:
        """ "Soufan" after "Soufan Group", "Islamic State" after "Islamic State in Iraq and Syria"."""
        by_short: dict[str, set[int]] = defaultdict(set)
        for i, text in enumerate(self.texts):
            if self._root(i) in ("kgo:Organisation", "kgo:Event"):
                short = COMPANY_SUFFIX.sub("", text)
                if short != text:
                    by_short[short].add(self._find(i))
                words = text.split()
                if len(words) > 1 and (self.names[i].kind == "kgo:Company" or self._is_first(i, words[0])):
                    by_short[words[0]].add(self._find(i))
                if len(words) > 1 and words[0].lower() in self.ontology.firstwords:
                    by_short[" ".join(words[1:])].add(self._find(i))
                if len(words) > 2 and words[1] == "of" and words[0] in BODIES:
                    by_short[" ".join(words[2:])].add(self._find(i))
                for size in range(2, len(words)):
                    if words[size].lower() in SMALL:
                        by_short[" ".join(words[:size])].add(self._find(i))
        for i, text in enumerate(self.texts):
            targets = {self._find(k) for k in by_short.get(text, ())} - {self._find(i)}
            if len(targets) == 1 and self._may_be_body(i):
                self._unite(targets.pop(), i)

    def _is_first(self, i: int, short: str) -> bool:
        """Whether a body's long name comes before its first word alone, which means nothing else ("Galt Energy")."""
        is_other = short.isupper() or short.lower() in self.ontology.headwords or short in gazetteer.demonyms()
        return not is_other and self.first_at.get(short, i) >= i

    def _head_words(self) -> None:
        """ "the Court" after "Supreme Court of Cassation", where the article names one such body."""
        heads: dict[str, set[int]] = defaultdict(set)
        for i, text in enumerate(self.texts):
            words = text.split()
            if len(words) > 1 and self._root(i) == "kgo:Organisation":
                of = next((n for n, word in enumerate(words) if word in ("of", "for")), len(words))
                heads[words[of - 1]].add(self._find(i))
        for i, text in enumerate(self.texts):
            known = text.lower() in self.ontology.headwords and self._root(i) == "kgo:Organisation"
            owners = heads.get(text, set()) if known else set()
            if len(owners) == 1 and self.tree.lowers[self.names[i].first - 1] == "the":
                self._unite(owners.pop(), i)

    def _may_be_body(self, i: int) -> bool:
        """Whether a name may be the short form of an organisation's; known places may not, where things are there."""
        is_there = self._root(i) == "kgo:Place" or self.texts[i] in self.somewhere
        known = is_large_place(self.texts[i]) or (is_place(self.texts[i]) and is_there)
        bodies = ("kgo:Organisation", "kgo:Event", "kgo:NationalityOrGroup", "kgo:Place", "kgo:Agent")
        return self._root(i) in bodies and not known

    def _people(self) -> None:
        people = [i for i in range(len(self.names)) if self._root(i) == "kgo:Person"]
        full = [i for i in people if " " in self.texts[i]]
        by_last: dict[str, list[int]] = defaultdict(list)
        for i in full:
            words = self.texts[i].split()
            by_last[words[-1]].append(i)
        for same in by_last.values():
            self._longer_forms(same)
            self._described_forms(same)
        for i in people:
            if " " not in self.texts[i]:
                self._by_part(i, full, by_last)

    def _longer_forms(self, same: list[int]) -> None:
        """ "George Bush" and "George W. Bush", "Bud Hill" and "James “Bud” Hill": the same first name or nickname."""
        for n, i in enumerate(same):
            for k in same[:n]:
                a, b = self.texts[i].split(), self.texts[k].split()
                is_called = a[0] in _nicknames(b) or b[0] in _nicknames(a)
                if (a[0] == b[0] or is_called) and (len(a) != len(b) or a == b):
                    self._unite(k, i)

    def _described_forms(self, same: list[int]) -> None:
        """ "Scientologist Tom Cruise" and "Tom Cruise": a name behind a word that is nobody's first name."""
        for i in same:
            words = self.texts[i].split()
            if len(words) > 2 and words[0] not in gazetteer.first_names() and words[1] in gazetteer.first_names():
                for k in same:
                    if self.texts[k].split() == words[1:]:
                        self._unite(i, k)

    def _by_part(self, i: int, full: list[int], by_last: dict[str, list[int]]) -> None:
        """A bare surname (or first name) goes to the person who bears it; of several, to the last one named before.

        Where none was, as in a headline, it is the first one named behind.
        Who is introduced as a relative by first name ("her sons, Jim and Jeff") is nobody told of before, but whoever
        is told of behind by that name and a surname.
        """
        if any(self._is_relative(k) for k in range(i + 1) if self.texts[k] == self.texts[i]):
            named = [k for k in full if k > i and self.texts[k].split()[0] == self.texts[i]]
            named = [k for k in named if self._shared_surname(i) in ("", self.texts[k].split()[-1])]
            self._unite(i, named[0] if len({self._find(k) for k in named}) == 1 else i)
            return
        firsts = (k for k in full if self.texts[k].split()[0] == self.texts[i] and not (k > i and self._is_relative(k)))
        owners = by_last.get(self.texts[i]) or list(firsts)
        owners = [k for k in owners if self._may_be_called(i, k)]
        if not owners:
            titled = self._titled_before(i)  # "Mr Roe", of whom no more is told
            self._unite(i if titled < 0 else titled, i)
            return
        roots = Counter(self._find(k) for k in owners)
        before = [k for k in owners if k < i]
        relatives = {self._find(k) for k in full if self._is_relative(k)}
        before = [k for k in before if self._find(k) not in relatives] or before
        if len(roots) == 1:
            self._unite(owners[0], i)
        elif (titled := self._titled_before(i)) in roots:
            self._unite(titled, i)
        else:
            self._unite(self._foremost(before, i) if before else owners[0], i)

    def _titled_before(self, i: int) -> int:
        """Whom the same title stood before last ("Mrs Roe" is again whom it was), else -1."""
        title, text = self.names[i].gender, self.texts[i]
        same = (k for k in range(i - 1, -1, -1) if title and self.texts[k] == text and self.names[k].gender == title)
        before = next(same, None)
        return -1 if before is None else self._find(before)

    def _foremost(self, bearers: list[int], i: int) -> int:
        """Of the bearers of a surname the last one named, unless named in passing where another is the topic."""
        counts = Counter(self._find(k) for k in range(i))
        foremost = max(bearers, key=lambda k: counts[self._find(k)])
        last = bearers[-1]
        is_passing = counts[self._find(last)] == 1 and counts[self._find(foremost)] >= TOLD_OFTEN
        return foremost if is_passing else last

    def _may_be_called(self, i: int, k: int) -> bool:
        """Whether the title suits the first name ("Mrs Clinton" is no Bill), and no clause says that they are two."""
        if self._are_two(self.names[i], self.names[k]) or self._are_two(self.names[k], self.names[i]):
            return False
        if self._shared_surname(i) not in ("", self.texts[k].split()[-1]):
            return False
        title = self.names[i].gender
        first = self.names[k].gender or gazetteer.first_names().get(self.texts[k].split()[0], "")
        return not title or not first or title == first

    def _is_relative(self, k: int) -> bool:
        """Whether somebody is told of as another's relative ("her father, Thomas Markle"): not whom a surname means."""
        tree, head = self.tree, self.names[k].head
        first = head
        while tree.deps[first] == "conj" and tree.tags[tree.heads[first]] == "NNP":
            first = tree.heads[first]
        beside = [tree.heads[first]] if tree.deps[first] == "appos" else []
        beside += [
            c for c in tree.children[head] if tree.deps[c] == "compound" or (tree.deps[c] == "appos" and c > head)
        ]
        owned = {tree.lemmas[noun].lower() for noun in beside if tree.child(noun, "poss") is not None}
        return bool(owned & inverse_kin().keys()) or any(tree.lemmas[noun].lower() in self.kin for noun in beside)

    def _shared_surname(self, i: int) -> str:
        """The surname of whom a first name is joined to, which both of a family bear ("Tom and Ann Bell"), else ""."""
        name, after = self.names[i], self.names[i + 1 : i + 2]
        is_joined = name.first == name.last and self.tree.lowers[name.last + 1 : name.last + 2] == ["and"]
        joined = [n for n in after if is_joined and n.first == name.last + 2 and n.first < n.last]
        return self.tree.words[joined[0].last] if joined else ""

    def _are_two(self, subject: Mention, other: Mention) -> bool:
        """Whether one is what a clause's subject does something to ("Jones was married to Josephine Jones")."""
        tree, verb, parts = self.tree, self.tree.heads[subject.head], False
        if tree.deps[subject.head] not in ("nsubj", "nsubjpass"):
            return False
        token = other.head
        while token != verb:
            if tree.deps[token] not in OBLIQUE or tree.heads[token] == token:
                return False
            parts |= tree.deps[token] in ("dobj", "pobj")
            token = tree.heads[token]
        return parts


def _nicknames(words: list[str]) -> set[str]:
    return {word.strip(MARKS) for word in words[1:-1] if word[0] in MARKS}


def _plain(text: str) -> str:
    text = " ".join(text.split())
    return text.title() if text.isupper() and " " in text else text
