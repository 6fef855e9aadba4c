"""What the words around a name say of its class: who is born is a person, who has a chief executive a company.

Selectional preferences (Resnik 1996), as far as the ontology writes them down: `kgo:subjectOf`,
`kgo:objectOf` and `kgo:complementOf` of a class, its kinship words, and the verbs that lead to a place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import product

from kg import gazetteer
from kg.language.spans import Name
from kg.language.tree import Tree
from kg.language.wordlists import appointing_people, words
from kg.ontology import Ontology

SUBJECT, POST, LIFE, KIN, LEADING, TAKEN_UP, HOLDER, MODIFIER, OWNER = 2.4, 2.4, 2.4, 2.0, 1.4, 1.5, 2.0, 1.6, 1.8
TOLD, THERE, BEYOND_DOUBT = 2.4, 1.2, 4.8
LED = {"PERSON": "PERSON", "LOC": "GPE", "ORG": "ORG"}
LEADS = {"PERSON": ("to", "by", "from"), "LOC": ("in", "to", "near", "at"), "ORG": ("at", "from", "with")}

PERSONAL = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Words for people that bodies are called by as well: "the firm acted as adviser", "Acme is the leader in software".
LOOSE = words("people or bodies")
LED_BY = frozenset({"leader", "owner", "founder", "star", "manager", "chief", "head", "captain", "coach"})
LED_BY |= {"deputy", "aide"}
PARTIES = frozenset({"nsubj", "nsubjpass", "poss", "appos", "dobj"})
LOCATIVE = frozenset({"in", "near", "outside", "inside"})
# What "in" leads from to people: "her trust in Bell", "the part played in Bell".
TRUST = words("trust")
NO_TRADES = words("no trade")
WORKS = words("works")
HOLDINGS = words("part of a firm")
# Of these only a firm is the biggest of a land or of the world ("the province's biggest exporter").
FIRMS = words("trade of firms")
BIGGEST = frozenset({"biggest", "largest"})
NAMING = frozenset({"name", "call", "know", "nickname", "identify"})
DEALING = words("dealing")
DESCRIBED = frozenset({"ORG", "GPE", "LOC", "FAC", "PRODUCT"})
LONGEST = 80
YOUNGEST, OLDEST = 10, 105
YEARS = r"[^()]{0,18}?\b1\d{3}\s?[–—-][^()]{0,18}?\b[12]\d{3}"
LIFE_SPAN = re.compile(rf"(?:born\b|b\. ?\d|c\. ?1\d{{3}}|{YEARS}|[^()]{{0,60}}; born\b)")


class Preferences:
    """Labels that the syntax around a name speaks for; `label` turns the classes of a class into a label."""

    def __init__(self, ontology: Ontology, label: Callable[[tuple[str, ...]], str]) -> None:
        self.active: dict[str, str] = {}
        self.passive: dict[str, str] = {}
        for verb, kind in ontology.subject_of.items():
            table = self.passive if verb.startswith("be ") else self.active
            table[verb.removeprefix("be ")] = label(ontology.types(kind))
        self.undergone = {verb: label(ontology.types(kind)) for verb, kind in ontology.object_of.items()}
        self.kin = set(ontology.wordings("kinship"))
        self.corporate = {w for w in self.kin if _is_of_bodies(ontology, w)}
        self.posts = _posts(ontology)
        self.complement = {tuple(text.split()): label(ontology.types(c)) for text, c in ontology.complement_of.items()}
        self.modifier = {text: label(ontology.types(c)) for text, c in ontology.modifier_of.items()}
        self.leading = _leading(ontology, label)
        self.kinds = {word: label(ontology.types(kind)) for word, kind in ontology.headwords.items()}
        self.kinds |= {w: "PRODUCT" for w, c in ontology.headwords.items() if c == "kgo:Product"}

    def of(self, tree: Tree, name: Name) -> Iterator[tuple[str, float]]:
        """Labels for a name with their weights."""
        token = name.last
        dep, head = tree.deps[token], tree.heads[token]
        while dep == "conj" and head < token and tree.lemmas[head].lower() not in self.kin:
            dep, head = tree.deps[head], tree.heads[head]
        if dep in ("nsubj", "nsubjpass"):
            yield from self._subject(tree, head)
            is_sold = any(tree.tags[c] == "POS" for c in tree.children[token])  # "Christie's sold it"
            is_acting = name.label == "FAC" and dep == "nsubj" and tree.lemmas[head] in DEALING
            if is_sold or is_acting:
                yield "ORG", SUBJECT
            if name.label != "PERSON":
                if _is_taken_up(tree, name, head):
                    yield "PERSON", TAKEN_UP
                if any(self._is_post(tree, noun) for noun in _said_of_subject(tree, head)):
                    yield "PERSON", HOLDER
        above = tree.heads[head] if dep == "appos" else head
        if dep == "appos" and tree.deps[head] in SUBJECTS and _is_taken_up(tree, name, above, beside=head):
            yield "PERSON", TAKEN_UP
        if "nsubjpass" in (dep, tree.deps[head]) and name.label == "PERSON" and tree.lowers[above] == "owned":
            yield "ORG", SUBJECT
        if name.first < name.last and _is_aged(tree, token):
            yield "PERSON", HOLDER
        if dep in ("dobj", "nsubjpass") and (label := self.undergone.get(tree.lemmas[head])):
            yield label, SUBJECT
        elif dep == "dobj" and tree.lemmas[head] in appointing_people() and _is_to_become(tree, head):
            yield "PERSON", HOLDER
        if dep in ("poss", "appos", "conj") and tree.lemmas[head].lower() in self.kin:
            yield "ORG" if self._is_corporate(tree, head) else "PERSON", KIN
        elif dep == "poss" and (label := self._complement(tree, head)):
            yield label, OWNER
        elif dep == "appos" and tree.lemmas[head] in LOOSE and _is_neuter(tree, token):
            yield "ORG", SUBJECT
        elif dep == "appos" and tree.tags[head] == "NN" and self._is_holder(tree, head):
            yield "PERSON", HOLDER
        elif label := self._called(tree, token):
            yield label, BEYOND_DOUBT
        elif dep == "pobj":
            yield from self._behind(tree, head)
            if self._is_there(tree, name, head):
                yield "GPE", TOLD if tree.lowers[head] == "at" else THERE
        elif _is_modifier(name, dep) and tree.tags[head] in ("NN", "NNS"):
            whole = self.modifier.get(f"{tree.lowers[head - 1]} {tree.lemmas[head].lower()}")
            label = whole or self.modifier.get(tree.lemmas[head].lower())
            is_free = name.first == name.last and name.label not in ("EVENT", "NORP")
            if label and (name.label == label or is_free or whole):
                yield label, MODIFIER
        yield from self._described(tree, token)
        if token + 2 < len(tree) and tree.words[token + 1] == "(" and opens_a_life(tree, token + 2):
            yield "PERSON", LIFE
        for child in tree.children[token]:
            if tree.deps[child] == "appos" and tree.tags[child] == "NN" and tree.lemmas[child].lower() in self.posts:
                yield "PERSON", HOLDER
            if tree.deps[child] == "acl" and (label := self.passive.get(tree.lowers[child])):
                yield label, SUBJECT

    def _is_corporate(self, tree: Tree, noun: int) -> bool:
        """Whether a word for kin is one for firms as well and speaks of one that a name owns ("Acme's parent, X")."""
        owner = tree.child(noun, "poss")
        is_named = owner is not None and tree.tags[owner][:3] == "NNP"
        return is_named and tree.tags[noun] == "NN" and tree.lemmas[noun] in self.corporate

    def _described(self, tree: Tree, name: int) -> Iterator[tuple[str, float]]:
        """What a noun behind a name says that it is ("X, an industrial city", "X is a maker of tiles")."""
        nouns = [c for c in tree.children[name] if tree.deps[c] == "appos" and c > name + 1]
        is_full = any(tree.deps[c] == "compound" and tree.words[c].istitle() for c in tree.children[name])
        is_called = any(tree.words[c] in gazetteer.first_names() for c in tree.children[name] if c < name)
        if not is_called and any(_is_biggest_firm(tree, noun) for noun in nouns):
            yield "ORG", BEYOND_DOUBT
            return
        verb = tree.heads[name]
        if tree.deps[name] == "nsubj" and tree.lemmas[verb] == "be":
            nouns += [c for c in tree.children[verb] if tree.deps[c] == "attr"]
        for noun in nouns:
            if tree.tags[noun] == "NN" and tree.lowers[tree.left[noun]] in ("a", "an", "the", "one"):
                label = self.kinds.get(f"{tree.lowers[noun - 1]} {tree.lemmas[noun]}") or self.kinds.get(
                    tree.lemmas[noun]
                )
                is_open = is_trade(tree.lemmas[noun]) and tree.lemmas[noun] not in FIRMS
                if label in DESCRIBED and not (is_full and is_trade(tree.lemmas[noun])):
                    yield label, THERE if is_open else TOLD

    def _is_there(self, tree: Tree, name: Name, preposition: int) -> bool:
        """Whether a name stands right behind "in", "near" or "outside", where no person is; a mill is at a town."""
        above = tree.lemmas[tree.heads[preposition]].lower()
        if preposition == name.first - 1 and tree.lowers[preposition] == "at":
            return above in WORKS and name.label in ("ORG", "PERSON", "GPE", "?")
        if preposition != name.first - 1 or tree.lowers[preposition] not in LOCATIVE:
            return False
        is_somebody = self.kinds.get(above) in ("PERSON", "ORG")
        return above not in TRUST if name.label == "PERSON" else name.label == "PRODUCT" and is_somebody

    def _called(self, tree: Tree, name: int) -> str | None:
        """The label of what goes by a name ("a commander known as X", "an offshore company called X"), else None."""
        calling = tree.heads[tree.heads[name]] if tree.lowers[tree.heads[name]] == "as" else tree.heads[name]
        noun = _named_noun(tree, calling) if tree.lemmas[calling] in NAMING else -1
        if noun < 0 or tree.deps[name] not in ("pobj", "oprd") or tree.tags[noun] != "NN":
            return None
        if tree.lemmas[noun] in self.posts or tree.lemmas[noun] in self.kin - {"parent"}:
            return "PERSON"
        label = self.kinds.get(f"{tree.lowers[noun - 1]} {tree.lemmas[noun]}") or self.kinds.get(tree.lemmas[noun])
        return label if label in DESCRIBED and not is_trade(tree.lemmas[noun]) else None

    def _is_holder(self, tree: Tree, noun: int) -> bool:
        """Whether a noun in front of a comma is somebody's post ("Peru's president, X", "its leader, X")."""
        word, owner = tree.lemmas[noun].lower(), tree.child(noun, "poss")
        if word in self.posts or owner is None:
            return word in self.posts
        is_of_person = tree.lowers[owner] in PERSONAL and self.kinds.get(word) == "PERSON"  # "his lawyer, X"
        return word in LED_BY or (is_of_person and word not in LOOSE | FIRMS)

    def _is_post(self, tree: Tree, noun: int) -> bool:
        """Whether a noun, or one that it is joined to, says what somebody is and no body can be."""
        return any(tree.lemmas[t].lower() in self.posts and tree.tags[t] != "NNS" for t in tree.conjuncts(noun))

    def _subject(self, tree: Tree, verb: int) -> Iterator[tuple[str, float]]:
        for child in tree.children[verb]:
            if tree.deps[child] in ("advcl", "prep") and tree.tags[child] == "VBN" and child < verb:
                yield from ((label, SUBJECT) for label in [self.passive.get(tree.lowers[child])] if label)
        for one in (verb, *(c for c in tree.children[verb] if tree.deps[c] in ("conj", "acomp"))):
            if one != verb and any(tree.deps[c] in ("nsubj", "nsubjpass") for c in tree.children[one]):
                continue
            passive = tree.tags[one] in ("VBN", "JJ") and tree.lemmas[verb] == "be"
            passive = passive or any(tree.deps[c] == "auxpass" for v in {one, verb} for c in tree.children[v])
            label = self.passive.get(tree.lowers[one]) if passive else self._active(tree, one)
            if label:
                yield label, SUBJECT

    def _active(self, tree: Tree, verb: int) -> str | None:
        after = tree.lowers[verb + 1] if verb + 1 < len(tree) else ""
        return self.active.get(f"{tree.lemmas[verb]} {after}") or self.active.get(tree.lemmas[verb])

    def _complement(self, tree: Tree, noun: int) -> str | None:
        """The label of what completes a noun of one to three words."""
        last = tree.lemmas[noun].lower()
        phrases = ((*tree.lowers[noun - size : noun], last) for size in range(3))
        return next((self.complement[phrase] for phrase in phrases if phrase in self.complement), None)

    def _behind(self, tree: Tree, preposition: int) -> Iterator[tuple[str, float]]:
        word, above = tree.lowers[preposition], tree.heads[preposition]
        if word in ("of", "at"):
            joined = [tree.heads[above]] if tree.deps[above] == "conj" else []
            nouns = (above, *joined, *(c for c in tree.children[above] if tree.deps[c] == "conj" and c < preposition))
            yield from ((label, POST) for noun in nouns if (label := self._complement(tree, noun)))
        if word == "in" and tree.lowers[above] in HOLDINGS:  # "shares in Acme"
            yield "ORG", POST
        for verb in {tree.lowers[above], tree.lemmas[above]}:
            if label := self.leading.get((verb, word)):
                yield label, LEADING


def _is_biggest_firm(tree: Tree, noun: int) -> bool:
    """Whether a noun tells of the biggest of those that trade in something ("the world's biggest tin producer")."""
    is_firm = tree.tags[noun] == "NN" and tree.lemmas[noun] in FIRMS
    return is_firm and any(tree.lowers[c] in BIGGEST for c in tree.children[noun] if c < noun)


def _named_noun(tree: Tree, calling: int) -> int:
    """The noun that a participle behind it names ("a company in Peru called X"), -1 if there is none."""
    noun = tree.heads[calling]
    if tree.deps[calling] == "advcl":
        noun = tree.child(noun, "dobj") or -1
    elif tree.deps[noun] == "pobj" and tree.tags[noun] in ("NNP", "NNPS"):
        noun = tree.heads[tree.heads[noun]]
    return (
        noun if noun >= 0 and tree.deps[calling] in ("acl", "advcl") and tree.right[noun] + 1 >= calling > noun else -1
    )


def _is_neuter(tree: Tree, name: int) -> bool:
    """Whether "its" takes up the subject of its sentence ("The investor, X, said that its accountants had left")."""
    end = tree.sentences[tree.sentence[name]][1]
    above = tree.heads[name]
    its = next((i for i in range(name, end) if tree.lowers[i] in ("its", "it", "itself")), None)
    rivals = range(name + 1, its or name)
    is_alone = not any(tree.deps[i] in PARTIES and tree.tags[i] in ("NN", "NNP") for i in rivals)
    return its is not None and tree.lowers[its] == "its" and is_alone and tree.deps[above] in SUBJECTS


def is_trade(noun: str) -> bool:
    """Whether a noun tells what is done, by people as well as by firms ("broadcaster", "maker")."""
    return noun.endswith(("er", "or")) and noun not in NO_TRADES


def _is_modifier(name: Name, dep: str) -> bool:
    """Whether a name tells what kind a noun is of; a supposed person may be parsed as an adjective."""
    return dep in ("compound", "nmod") or (dep == "amod" and name.label == "PERSON")


def _is_to_become(tree: Tree, verb: int) -> bool:
    """Whether a clause says what its object is made ("named X chief", "hired X as coach", "named X to succeed Y")."""
    as_what = (c for c in tree.children[verb] if tree.deps[c] == "prep" and tree.lowers[c] == "as")
    return tree.child(verb, "oprd", "xcomp") is not None or next(as_what, None) is not None


def _is_taken_up(tree: Tree, name: Name, verb: int, beside: int = -1) -> bool:
    """Whether "he" or "she" takes up the subject of a clause that holds no other person ("X said he was ill").

    `beside` is the noun that the name stands behind.
    """
    first, end = tree.sentences[tree.sentence[verb]]
    pronouns = [i for i in range(first, end) if tree.lowers[i] in PERSONAL]
    pronouns = [i for i in pronouns if (beside < 0 or i > name.last) and not _is_undergoing(tree, i, verb)]
    if not pronouns or pronouns[0] < name.first:
        return False
    others = (i for i in range(first, pronouns[0]) if i != beside and not name.first <= i <= name.last)
    wanted = {"NNP": PARTIES, "NN": SUBJECTS}
    return not any(tree.deps[i] in wanted.get(tree.tags[i], ()) for i in others)


def _is_undergoing(tree: Tree, pronoun: int, verb: int) -> bool:
    """Whether a clause's subject does something to "him" or "her", who is another then ("X offered to buy her out")."""
    above = tree.heads[pronoun]
    while above != verb and tree.deps[above] in ("xcomp", "conj") and tree.child(above, *SUBJECTS) is None:
        above = tree.heads[above]
    return above == verb and tree.deps[pronoun] in ("dobj", "dative")


def _posts(ontology: Ontology) -> frozenset[str]:
    """Titles, occupations and words of kinship that only people bear."""
    found = set()
    for word, wordings in ontology.wordings("title", "occupation", "kinship").items():
        domains = (ontology.relations[w.relation].domain for w in wordings if not w.phrase)
        if any(not w.phrase for w in wordings) and all("kgo:Person" in domain for domain in domains):
            found.add(word)
    return frozenset(found - LOOSE)


def _said_of_subject(tree: Tree, verb: int) -> Iterator[int]:
    """Nouns that a clause says its subject is: "was a professor", "served as dean", "left to become director"."""
    beside = [c for c in tree.children[verb] if tree.deps[c] in ("xcomp", "conj", "advcl")]
    behind = [c for p in tree.children[verb] for c in tree.children[p] if tree.deps[c] == "pcomp"]
    for one in (verb, *beside, *behind):
        if one != verb and any(tree.deps[c] in SUBJECTS for c in tree.children[one]):
            continue
        if tree.lemmas[one] in appointing_people() and tree.child(one, "dobj") is not None:
            continue
        for child in tree.children[one]:
            if tree.deps[child] == "attr" or (tree.deps[child] == "oprd" and tree.lemmas[one] in appointing_people()):
                yield child
            elif tree.deps[child] == "prep" and tree.lowers[child] == "as":
                yield from (c for c in tree.children[child] if tree.deps[c] == "pobj")


def _is_aged(tree: Tree, last: int) -> bool:
    """Whether an age between commas follows a name ("Ann Bell, 39, a nurse")."""
    words = tree.words[last + 1 : last + 4]
    is_age = words[1:2] != [] and words[1].isdigit() and YOUNGEST <= int(words[1]) <= OLDEST
    return is_age and words[0] == "," and words[2:] == [","]


def opens_a_life(tree: Tree, first: int) -> bool:
    """Whether a bracket tells when somebody was born or lived ("(1905–1981)", "(born 3 May 1960)")."""
    text = tree.text[tree.starts[first] : tree.starts[first] + LONGEST]
    return bool(LIFE_SPAN.match(text))


def _leading(ontology: Ontology, label: Callable[[tuple[str, ...]], str]) -> dict[tuple[str, str], str]:
    """Verbs with a preposition by which they lead to one class only ("live in", "move to", "be married to")."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for relation in ontology.relations.values():
        if relation.is_literal:
            continue
        labels = {label(ontology.types(c)) for c in relation.range} or {"?"}
        for wording in relation.wordings:
            if wording.kind == "verb" and not wording.phrase:
                for key in product(wording.heads, wording.prepositions):
                    found[key] |= labels if relation.event is None and not wording.inverse else {"?"}
    only = {key: label for key, (label, *rest) in found.items() if not rest}
    return {key: LED[label] for key, label in only.items() if key[1] in LEADS.get(label, ())}


def bound_participles(ontology: Ontology) -> frozenset[str]:
    """Participles that lead with "to" to a person ("married", "engaged")."""
    relations = [r for r in ontology.relations.values() if r.range == {"kgo:Person"} and r.event is None]
    wordings = (w for r in relations for w in r.wordings if w.passive and "to" in w.prepositions)
    return frozenset(head for w in wordings for head in w.heads)


def _is_of_bodies(ontology: Ontology, noun: str) -> bool:
    """Whether the ontology words a relation between organisations with a noun ("parent")."""
    found = (ontology.relations[w.relation] for w in ontology.wordings("noun").get(noun, ()) if not w.phrase)
    return any(r.domain == r.range == {"kgo:Organisation"} for r in found)
