"""Mentions: names, nationality words, descriptions ("his adviser", "the attacks") and pronouns, in text order."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from kg import gazetteer
from kg.language.idioms import is_idiom
from kg.language.kinds import kind_of
from kg.language.names import NAMES
from kg.language.phrases import first_token, last_token
from kg.language.quotes import reporting
from kg.language.spans import is_acronym
from kg.language.tree import ARGUMENTS, MODIFIERS, Tree
from kg.language.wordlists import genders, inverse_kin
from kg.model import Form
from kg.ontology import Ontology

BIG_CITY = 300_000
COUNTS = frozenset({"CARDINAL", "ORDINAL", "QUANTITY"})
PRONOUNS = {
    "he": ("PERSON", "s", "m"), "him": ("PERSON", "s", "m"), "his": ("PERSON", "s", "m"),
    "himself": ("PERSON", "s", "m"),
    "she": ("PERSON", "s", "f"), "her": ("PERSON", "s", "f"), "hers": ("PERSON", "s", "f"),
    "herself": ("PERSON", "s", "f"),
    "it": ("", "s", "n"), "its": ("", "s", "n"), "itself": ("", "s", "n"),
    "they": ("", "p", ""), "them": ("", "p", ""), "their": ("", "p", ""), "themselves": ("", "p", ""),
    "i": ("PERSON", "s", "1"), "me": ("PERSON", "s", "1"), "my": ("PERSON", "s", "1"), "myself": ("PERSON", "s", "1"),
    "we": ("", "p", "1"), "us": ("", "p", "1"), "our": ("", "p", "1"), "ourselves": ("", "p", "1"),
    "you": ("PERSON", "", "2"), "your": ("PERSON", "", "2"),
}  # fmt: skip
LABEL_CLASS = {
    "PERSON": "kgo:Person", "ORG": "kgo:Organisation", "GPE": "kgo:GeopoliticalEntity", "LOC": "kgo:Place",
    "FAC": "kgo:Facility",
    "NORP": "kgo:NationalityOrGroup", "EVENT": "kgo:Event", "PRODUCT": "kgo:Product", "WORK_OF_ART": "kgo:Work",
    "LAW": "kgo:Law", "MISC": "kgo:Agent", "TEAM": "kgo:NationalTeam",
}  # fmt: skip
COUNTABLE = ("n", "i", "k")
"""How a word for one of a people ends: an Italian, an Israeli, a Greek; the French, the Irish are many."""
MANY = ("ese", "sh", "ch", "ss")
"""How a word for a nation ends that tells of no single one: the Chinese, the French."""
UNIONS = frozenset({"UN", "U.N.", "EU", "E.U."})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that", "where"})
PAIR = frozenset({"pair", "duo", "couple"})
NUMERALS = frozenset({"two", "three", "four", "five", "six"})
TOWNS = frozenset({"kgo:City", "kgo:Region", "kgo:GeopoliticalEntity"})
PLAIN = frozenset({"kgo:Person", "kgo:Country", "kgo:City", "kgo:Region", "kgo:GeopoliticalEntity"})


@dataclass(slots=True)
class Mention:
    """Tokens `first` to `last` around `head`; `kind` is an ontology class, `number` "s"/"p", `gender` "m"/"f"/"n", for
    the first and second person "1"/"2", for relative pronouns and "there" "r", for "the 39-year-old" "a".
    """

    first: int
    last: int
    head: int
    form: Form
    kind: str
    number: str = "s"
    gender: str = ""
    cluster: int = -1


def mentions(doc: Doc, tree: Tree, ontology: Ontology) -> list[Mention]:
    """All mentions of a text in order; a name's own words give no further mention."""
    people = {tree.words[e.end - 1] for e in doc.ents if e.label_ == "PERSON" and e.end - e.start > 1}
    found = [_name(tree, e.start, e.end - 1, e.label_, ontology, people) for e in doc.ents if e.label_ in NAMES]
    found.extend(_nested(tree, found, ontology))
    found = list({(m.first, m.last): m for m in reversed(found)}.values())
    spans = [(e.start + (tree.tags[e.start] in ("PRP", "PRP$")), e.end) for e in doc.ents if e.label_ not in COUNTS]
    taken = {i for span in spans for i in range(*span)}  # not "her" in "released [her three months later]"
    described = list(_described(tree, taken, ontology))
    _open_with_names(tree, described, found)
    found.extend(described)
    found.sort(key=lambda m: (m.first, -m.last))
    return found


def _open_with_names(tree: Tree, described: list[Mention], names: list[Mention]) -> None:
    """Let what would begin in the middle of a name begin with it ("the Bank of X chairman"), and the article before."""
    begin = {t: m.first for m in names for t in range(m.first + 1, m.last + 1)}
    for m in described:
        if m.form is Form.NOUN and m.first in begin and m.first < m.head:
            m.first = begin[m.first]
            m.first -= m.first > 0 and tree.tags[m.first - 1] == "DT"


def _nested(tree: Tree, names: list[Mention], ontology: Ontology) -> Iterator[Mention]:
    """Places named inside longer names ("Colorado State University"), and bodies whose short form follows."""
    alone = _alone(tree, names)
    for m in names:
        yield from _abbreviated_tail(tree, m)
        yield from _told_elsewhere(tree, m, alone, ontology)
        if m.first < m.last and tree.words[m.first] in UNIONS:
            yield Mention(m.first, m.first, m.first, Form.NAME, "kgo:InternationalOrganisation")
        if m.last - m.first < 1 or m.kind in ("kgo:Person", "kgo:Country", "kgo:City", "kgo:Region"):
            continue
        for size in (3, 2, 1):
            for first in range(m.first, m.last - size + 2):
                if size > m.last - m.first:
                    continue
                text = tree.slice(first, first + size - 1)
                kind = (
                    "kgo:Country"
                    if text in gazetteer.country_names()
                    else "kgo:Region"
                    if text in gazetteer.regions()
                    else ""
                )
                city = gazetteer.cities().get(text)
                kind = kind or ("kgo:City" if city and city.population > BIG_CITY else "")
                if kind and m.head not in range(first, first + size) and not _goes_on(tree, first + size, ontology):
                    yield Mention(first, first + size - 1, first + size - 1, Form.NAME, kind)
                    break


def _goes_on(tree: Tree, following: int, ontology: Ontology) -> bool:
    """Whether a town is only the first word of a river, canal or street ("Suez Canal company")."""
    return ontology.headwords.get(tree.lowers[following]) == "kgo:Place" and tree.words[following].istitle()


def _alone(tree: Tree, names: list[Mention]) -> dict[str, str]:
    """Places, these by their initials as well, and companies that the article names, with their classes."""
    found = {}
    for m in names:
        if m.form is Form.NAME and m.kind in (*TOWNS, "kgo:Company") and (m.first < m.last or m.kind != "kgo:Region"):
            found[tree.slice(m.first, m.last)] = m.kind
            if m.first < m.last and m.kind in TOWNS:
                found["".join(word[0] for word in tree.words[m.first : m.last + 1])] = m.kind
    return found


def _told_elsewhere(tree: Tree, m: Mention, alone: dict[str, str], ontology: Ontology) -> Iterator[Mention]:
    """A place of the article inside a longer name ("Bogota Police"), a company before a thing ("Google Fair")."""
    is_body = "kgo:Organisation" in ontology.types(m.kind)
    for first in range(m.first, m.last + 1) if m.kind not in PLAIN else ():
        if first > m.first and tree.lowers[first - 1] != "of":
            continue
        for last in range(m.last, first - 1, -1):
            kind = alone.get(tree.slice(first, last))
            if last < m.last and _goes_on(tree, last + 1, ontology):
                continue
            if kind and not first <= m.head <= last and (kind in TOWNS or not (is_body or first > m.first)):
                yield Mention(first, last, last, Form.NAME, kind)
                return


def _abbreviated_tail(tree: Tree, m: Mention) -> Iterator[Mention]:
    """ "United Nations" in "General Assembly of the United Nations (UN)"."""
    if m.last + 2 >= len(tree) or tree.words[m.last + 1] != "(" or not tree.words[m.last + 2].isupper():
        return
    for i in range(m.first + 1, m.last):
        if tree.lowers[i] == "of":
            first = i + 2 if tree.lowers[i + 1] == "the" else i + 1
            short, tail = tree.words[m.last + 2], tree.slice(first, m.last)
            if is_acronym(short, tail) and not is_acronym(short, tree.slice(m.first, m.last)):
                yield Mention(first, m.last, m.last, Form.NAME, "kgo:Organisation")
                return


def _name(tree: Tree, first: int, last: int, label: str, ontology: Ontology, people: Collection[str]) -> Mention:
    """A name as a mention; `people` are the surnames of the text ("the 43-year-old Renard" is no nation's)."""
    head = _head(tree, first, last)
    text = tree.slice(first, last)
    kind = class_of_name(tree, first, last, label, ontology)
    if text in gazetteer.capitals() and kind in TOWNS and _is_acting(tree, head, ontology.verbal):
        kind = "kgo:Country"
    is_aged = any(is_age(tree, c) for c in tree.children[head] if c < first) and first == last and text not in people
    if _is_one_of_them(tree, head, is_aged=is_aged) and (
        is_aged or label == "NORP" or (kind == "kgo:PoliticalParty" and first == last)
    ):
        return Mention(
            first_token(tree, head), last, head, Form.NOUN, "kgo:Person", gender=gender_of_noun(tree.lowers[head])
        )
    form = (
        Form.DEMONYM
        if label == "NORP" and text in gazetteer.demonyms() and tree.tags[head] in ("JJ", "NNP")
        else Form.NAME
    )
    is_family = label == "PERSON" and first > 0 and tree.lowers[first - 1] == "the"
    number = "p" if tree.tags[head] in ("NNS", "NNPS") and (label == "NORP" or is_family) else "s"
    return Mention(
        first,
        last,
        head,
        form,
        kind,
        number,
        _title_gender(tree, first, last, head),
    )


def _is_one_of_them(tree: Tree, head: int, *, is_aged: bool) -> bool:
    """Whether a name of many stands for one of them ("a Democrat", "the 64-year-old Roman", but not "the French")."""
    is_alone = tree.tags[head] == "JJ" and tree.deps[head] in ARGUMENTS
    if tree.tags[head] not in ("NN", "NNP") and not is_alone:
        return False
    determiners = {tree.lowers[c] for c in tree.children[head] if c < head}
    word = tree.words[head]
    is_one = is_aged or word.endswith(COUNTABLE) or (word in gazetteer.demonyms() and not word.endswith(MANY))
    return bool({"a", "an"} & determiners) or ("the" in determiners and is_one)


def _is_acting(tree: Tree, head: int, verbal: frozenset[str]) -> bool:
    """Whether a capital stands for its government: "Moscow denied it", "urged Tehran to stop", "Beijing's demand"."""
    above = tree.lemmas[tree.heads[head]].lower()
    if tree.deps[head] == "nsubj":
        return above in verbal or reporting().get(above) is not None
    return tree.deps[head] in ("dobj", "poss") and above in verbal


def _is_in_state(tree: Tree, last: int) -> bool:
    """Whether a state's code follows a name behind a comma."""
    return last + 2 < len(tree) and tree.words[last + 1] == "," and tree.words[last + 2] in gazetteer.state_codes()


def class_of_name(tree: Tree, first: int, last: int, label: str, ontology: Ontology) -> str:
    """The most specific class that a name of this label belongs to, by gazetteer and head word."""
    text, kind = tree.slice(first, last), LABEL_CLASS[label]
    if label == "GPE":
        if text in gazetteer.country_names():
            return "kgo:Country"
        if text in gazetteer.state_codes() and tree.words[first - 1] in (",", "-"):
            return "kgo:Region"
        if text in gazetteer.cities() and _is_in_state(tree, last):  # "Oregon, Wis."
            return "kgo:City"
        return "kgo:Region" if text in gazetteer.regions() else "kgo:City" if text in gazetteer.cities() else kind
    if label == "TEAM" and text not in gazetteer.country_names() and text not in gazetteer.demonyms():
        return "kgo:SportsTeam"
    if label in ("ORG", "FAC", "EVENT", "LOC", "NORP", "PRODUCT", "WORK_OF_ART", "LAW"):
        whole = ontology.known.get(text) or ontology.headwords.get(text.lower())
        whole = whole or (ontology.firstwords.get(tree.lowers[first]) if first < last else None)
        tails = (ontology.headwords.get(tree.slice(i, last).lower()) for i in range(first + 1, last))
        whole = whole or next(filter(None, tails), None)
        if whole and whole != "kgo:Person":
            return whole
        positions = [*(i - 1 for i in range(first + 1, last) if tree.lowers[i] in ("of", "for", "in")), last]
        for i in positions:
            found = ontology.namewords.get(tree.lowers[i]) or ontology.headwords.get(tree.lemmas[i].lower())
            if found and (kind in ontology.types(found) or (label == "PRODUCT" and found == "kgo:Award")):
                return found
    return kind


def _head(tree: Tree, first: int, last: int) -> int:
    return next(
        (i for i in range(last, first - 1, -1) if not first <= tree.heads[i] <= last or tree.heads[i] == i),
        last,
    )


def _title_gender(tree: Tree, first: int, last: int, head: int) -> str:
    for i in range(max(0, first - 2), first):
        gender = genders().get(tree.lowers[i])
        if gender and tree.heads[i] == head:
            return gender
    return ""


def _described(tree: Tree, taken: set[int], ontology: Ontology) -> Iterator[Mention]:
    headwords, deps = ontology.headwords, tree.deps
    for i, tag in enumerate(tree.tags):
        if i in taken and not is_age(tree, i):
            continue
        if tag in ("PRP", "PRP$"):
            pronoun = PRONOUNS.get(tree.lowers[i])
            if pronoun and not (tree.lowers[i] == "it" and (deps[i] == "expl" or _is_bracketed(tree, i))):
                yield Mention(i, i, i, Form.PRONOUN, LABEL_CLASS.get(pronoun[0], ""), pronoun[1], pronoun[2])
        elif _takes_up(tree, i, tag):
            yield Mention(i, i, i, Form.PRONOUN, "", "", "r")
        elif is_age(tree, i) and deps[i] in ARGUMENTS:
            yield Mention(first_token(tree, i), i, i, Form.NOUN, "kgo:Person", "s", "a")
        elif deps[i] in ARGUMENTS and _is_count(tree, i, tag):
            yield Mention(first_token(tree, i), i, i, Form.NOUN, "kgo:Agent", "p")
        elif tag[:2] == "NN":
            kind = kind_of(tree, i, headwords)
            kind = kind or ("kgo:Agent" if tree.lowers[i] in PAIR and deps[i] in ARGUMENTS else None)
            kind = kind or ("kgo:Agency" if _is_office(tree, i) else None)
            is_part = tree.words[i - 1] == "-" and deps[i] == "pobj" and tree.heads[i] == i - 2  # of "editor-in-chief"
            kind = None if kind and (is_part or is_idiom(tree, i)) else kind
            kind = "kgo:Organisation" if kind == "kgo:Person" and _is_itself(tree, i) else kind
            if kind and (deps[i] not in MODIFIERS or _is_body_in_front(tree, i, kind, ontology)):
                number = "p" if tag in ("NNS", "NNPS") or tree.lowers[i] in PAIR else "s"
                last = i if deps[i] in MODIFIERS else last_token(tree, i)
                number = "s" if deps[i] in MODIFIERS else number
                gender = gender_of_noun(tree.lemmas[i].lower())
                yield Mention(first_token(tree, i), last, i, Form.NOUN, kind, number, gender)


def _is_itself(tree: Tree, noun: int) -> bool:
    """Whether a clause behind a noun speaks of "itself", as of nobody ("a commando calling itself the Arm of X")."""
    clauses = (c for c in tree.children[noun] if tree.deps[c] in ("acl", "relcl"))
    return any(tree.lowers[c] == "itself" for clause in clauses for c in tree.children[clause])


def _is_count(tree: Tree, i: int, tag: str) -> bool:
    """Whether a number stands for so many told of before ("the two", "thanked both"), no children ("mother of two")."""
    beside = [tree.lowers[c] for c in tree.children[i]]
    if tag == "DT":
        return tree.lowers[i] == "both" and "of" not in beside
    if tree.lowers[i - 1] == "of" and tree.lemmas[i - 2].lower() in inverse_kin():
        return False
    is_two = tree.lowers[i] == "two" and "of" not in beside  # not "two of her brothers"
    return tag == "CD" and (is_two or ("the" in beside and tree.lowers[i] in NUMERALS))


def gender_of_noun(word: str) -> str:
    """The gender that a word for a person tells: "queen", "Frenchwoman", "policeman", else ""."""
    ending = "f" if word.endswith("woman") else "m" if word.endswith(("chman", "shman", "tsman", "iceman")) else ""
    return genders().get(word, ending)


def is_age(tree: Tree, i: int) -> bool:
    """Whether a token closes somebody's age ("the 39-year-old")."""
    return tree.lowers[i] == "old" and i > 2 and tree.words[i - 1] == "-" and tree.lowers[i - 2] == "year"


def _is_office(tree: Tree, i: int) -> bool:
    """Whether an office does something, so that it is whoever works in it ("the mayor's office said")."""
    acts = tree.deps[i] == "nsubj" or (tree.deps[i] == "pobj" and tree.deps[tree.heads[i]] == "agent")
    owner = tree.child(i, "poss") if acts and tree.lowers[i] == "office" else None
    return owner is not None and tree.tags[owner][:2] == "NN"


def _is_bracketed(tree: Tree, i: int) -> bool:
    """Whether a word stands alone in brackets, as the code of a language does ("(it)")."""
    return 0 < i < len(tree) - 1 and tree.words[i - 1] == "(" and tree.words[i + 1][0] == ")"


def _takes_up(tree: Tree, i: int, tag: str) -> bool:
    """Whether a token is a relative pronoun with a noun before it, or the "there" that means a place."""
    if tag == "RB":
        return tree.lowers[i] == "there" and tree.deps[i] in ("advmod", "pcomp", "pobj")
    is_relative = tag in ("WP", "WDT", "WP$", "WRB") and tree.lowers[i] in RELATIVE and tree.words[i] != "WHO"
    return is_relative and antecedent(tree, i) is not None


def antecedent(tree: Tree, pronoun: int) -> int | None:
    """The noun that a relative pronoun stands for: what its clause hangs from."""
    node = pronoun
    for _ in range(5):
        if tree.deps[node] == "relcl":
            return tree.heads[node]
        node = tree.heads[node]
    return None


def antecedents(tree: Tree, pronoun: int) -> Iterator[int]:
    """The noun that a relative pronoun's clause hangs from, then those that this noun describes or belongs to."""
    noun = antecedent(tree, pronoun)
    while noun is not None:
        yield noun
        head = tree.heads[noun]
        if tree.deps[noun] == "attr":
            noun = tree.child(head, "nsubj")
        elif tree.deps[noun] == "pobj" and tree.pos[tree.heads[head]] in ("NOUN", "PROPN"):
            noun = tree.heads[head]
        elif tree.deps[noun] == "pobj" and tree.deps[tree.heads[head]] == "acl":
            noun = tree.heads[tree.heads[head]]
        else:
            noun = head if tree.deps[noun] == "appos" else None


def _is_body_in_front(tree: Tree, i: int, kind: str, ontology: Ontology) -> bool:
    """Whether a noun in front of a person's post names the body ("police spokesman Kim Schneider")."""
    head = ontology.headwords.get(tree.lemmas[tree.heads[i]].lower(), "")
    person = "kgo:Person" in ontology.types(head) if head else tree.tags[tree.heads[i]] == "NNP"
    is_body = "kgo:Organisation" in ontology.types(kind) or kind in TOWNS
    return tree.deps[i] == "compound" and tree.words[i].islower() and person and is_body
