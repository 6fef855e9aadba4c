"""Role nouns in the tree: where the ontology's titles, kin and other nouns for people stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.arguments import Arguments
from kg.language.layout import CALENDAR
from kg.language.tree import Tree
from kg.language.wordlists import words
from kg.ontology import Ontology, Wording

ROYAL = frozenset({"king", "queen", "emperor", "empress"})
COMING = frozenset({"elect", "designate", "nominate"})
PAST = frozenset({"former", "ex", "late", "retired", "then", "ex-", "onetime", "previous"})
ONCE = frozenset({"once", "formerly", "previously"})
NEXT = frozenset({"next", "incoming"})
TIMES = words("stretch of time")
UPON = frozenset({"on", "over", "in", "above", "off", "through", "to", "at", "against", "around"})
MOVED = words("moving a part of oneself")
AGES = frozenset({"year", "month", "week", "day"})
TERM = frozenset({"from", "since", "until", "between", "in"})
DEFAULT = ("of", "for", "at", "with", "from")
SERVING = words("time or deed in a post")  # "during a decade as president"


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun found: tokens `first` to `last`, `head` in syntax, and the wordings that it may be."""

    first: int
    last: int
    head: int
    wordings: tuple[Wording, ...]


class RoleMatcher:
    """Finds the ontology's role nouns in trees."""

    def __init__(self, ontology: Ontology) -> None:
        self.wordings = dict(ontology.wordings("noun", "title", "occupation", "kinship"))
        for head, others in ontology.wordings("notNoun").items():  # "a cultural ambassador" is no ambassador
            longer = [*(w for w in others if w.phrase), *self.wordings.get(head, ())]
            self.wordings[head] = sorted(longer, key=lambda w: -len(w.phrase))
        self.kin = frozenset(ontology.wordings("kinship"))

    def roles(self, tree: Tree, named: set[int], people: set[int]) -> Iterator[Role]:
        """The role nouns of a text in order, the longest wording at each place; none inside names.

        Args:
            named: the tokens of all names.
            people: the tokens of the names of people.
        """
        i, count = 0, len(tree)
        while i < count:
            is_title = i + 1 in people and i - 1 not in people  # no "Ann King Jr."
            inside = i in named and not (is_title and tree.lowers[i] in ROYAL)
            found = None if inside else self._at(tree, i)
            if found is None or self._is_honour(tree, found) or self._is_other(tree, found):
                i += 1
            elif all(wording.kind == "notNoun" for wording in found.wordings):
                i = found.last + 1
            else:
                yield found
                i = found.last + 1

    def _is_honour(self, tree: Tree, role: Role) -> bool:
        """Whether the noun is one that is chosen of a time ("player of the year"), not what somebody is of a body."""
        behind = tree.lowers[role.last + 1 : role.last + 4]
        return len(behind) == 3 and behind[:2] == ["of", "the"] and behind[2] in TIMES

    def _is_other(self, tree: Tree, role: Role) -> bool:
        """Whether it is a part of the body or a seat ("on their heads"), an age or a number ("five-judge bench").

        A "predecessor but one" is no predecessor either, nor a "sister-in-law" a sister.
        """
        first, behind = role.first, tree.lowers[role.last + 1 : role.last + 3]
        above, owner = tree.heads[role.head], tree.child(role.head, "poss")
        is_owned = owner is not None and tree.tags[owner] == "PRP$"
        is_part = tree.lemmas[role.head] == "head" and (tree.lowers[above] in UPON or tree.lemmas[above] in MOVED)
        if tree.lemmas[role.head] == "head" and tree.lowers[role.head - 2 : role.head] == ["at", "the"]:
            return True  # "ran at the head of an alliance"
        is_thing = (is_part or tree.lemmas[role.head] == "chair") and tree.child(role.head, "appos") is None
        is_counted = _is_hyphen(tree, first - 1) and (tree.lemmas[first - 2] in AGES or tree.tags[first - 2] == "CD")
        is_first = tree.words[role.last].istitle() and _is_hyphen(tree, role.last + 1)  # of "Lieutenant-Colonel"
        is_first = is_first and tree.words[role.last + 2].istitle() and self._at(tree, role.last + 2) is not None
        is_in_law = tree.lowers[role.last + 1 : role.last + 5] == ["-", "in", "-", "law"]
        return (is_thing and is_owned) or is_counted or is_first or is_in_law or behind == ["but", "one"]

    def _at(self, tree: Tree, i: int) -> Role | None:
        lemma = tree.lemmas[i].lower()
        options = self.wordings.get(lemma) or self.wordings.get(tree.lowers[i])
        if not options or tree.tags[i][:2] not in ("NN", "JJ", "VB", "AF"):
            return None
        longest, kept = -1, []
        for wording in options:
            size = len(wording.phrase)
            if size < longest:
                break
            if i + size < len(tree) and all(
                tree.lemmas[i + 1 + n].lower() in words or tree.lowers[i + 1 + n] in words
                for n, words in enumerate(wording.phrase)
            ):
                longest = size
                kept.append(wording)
        if not kept:
            return None
        last = i + longest
        if last + 2 < len(tree) and tree.words[last + 1] == "-" and tree.lowers[last + 2] in COMING:
            last += 2
        head = next((t for t in range(i, last + 1) if not i <= tree.heads[t] <= last), last)
        return Role(i, last, head, tuple(kept)) if tree.tags[head][:2] == "NN" else None


def is_past(tree: Tree, role: Role) -> bool:
    """Whether somebody was it once ("former president", "once his partner")."""
    lowers, start = tree.lowers, max(0, role.first - 3)
    is_once = any(lowers[c] in ONCE for c in tree.children[role.head])
    return is_once or lowers[role.first].startswith("ex-") or bool(PAST & {*lowers[start : role.first]})


def is_to_come(tree: Tree, role: Role) -> bool:
    """Whether somebody is to be it ("president-elect", "the next president")."""
    return tree.lowers[role.last] in COMING or tree.lowers[role.first - 1] in NEXT


def _is_hyphen(tree: Tree, i: int) -> bool:
    """Whether a token joins the words beside it, and is no dash ("June 3 - Prime Minister X")."""
    return i > 0 and tree.words[i] == "-" and tree.ends[i - 1] == tree.starts[i]


def is_told_apart(tree: Tree, head: int, other: int) -> bool:
    """Whether what is of the second post is not of the first ("a minister and the chief of X")."""
    one, two = tree.child(head, "det"), tree.child(other, "det")
    articles = [tree.lowers[one], tree.lowers[two]] if one is not None and two is not None else []
    return articles in (["a", "the"], ["an", "the"]) or tree.child(head, "poss") is not None


FOR_NOW = frozenset({"acting", "interim", "incoming", "outgoing", "caretaker"})


def span(tree: Tree, arguments: Arguments, role: Role) -> tuple[int, int]:
    """First and last token of the post's full name: modifiers in front, complement behind."""
    anchors = (role.head, tree.heads[role.head])
    first = role.first
    while (
        first > 0
        and tree.deps[first - 1] in ("compound", "amod", "nmod")
        and tree.lowers[first - 1] not in CALENDAR  # "On 24 August Prime Minister X left"
        and (tree.heads[first - 1] in (*anchors, *range(first, role.first)) or first - 1 in arguments.inside)
        and not _is_hyphen(tree, first - 2)  # "a 30-year-old clerk", "the Lima-born clerk"
    ):
        first -= 1
    while first > 1 and tree.words[first - 1] == "-" and tree.words[first - 2].istitle():  # "Lieutenant-General"
        first -= 2
    if first > 0 and tree.lowers[first - 1] in FOR_NOW:
        first -= 1
    last = role.last
    if tree.deps[role.head] not in ("compound", "nmod", "amod"):
        for child in tree.children[role.head]:
            is_next = child == last + 1 and tree.deps[child] == "prep" and tree.lowers[child] in DEFAULT
            if is_next and not _is_term(tree, child):
                last = _end(tree, arguments, child)
    return first, max(first, last)


def _end(tree: Tree, arguments: Arguments, preposition: int) -> int:
    """Where the complement of a post ends: at a comma, a relative clause, or a name that follows."""
    last = preposition
    for t in range(preposition + 1, tree.right[preposition] + 1):
        is_dash = tree.words[t] in ("-", "–", "—") and tree.tags[t] != "HYPH"
        is_over = is_dash or _is_term(tree, t) or tree.words[t] in (",", "(") or _is_another(tree, arguments, t)
        if is_over or tree.tags[t] in ("WP", "WDT") or tree.pos[t] == "SPACE":
            break
        last = t
    return last


def _is_another(tree: Tree, arguments: Arguments, joining: int) -> bool:
    """Whether "and" leads to what else somebody is ("the chairman of Acme and the son of its founder")."""
    noun = next((c for c in tree.children[tree.heads[joining]] if tree.deps[c] == "conj" and c > joining), None)
    if tree.deps[joining] != "cc" or noun is None:
        return False
    is_own = tree.tags[tree.left[noun]] in ("DT", "PRP$") or tree.child(noun, "poss") is not None
    if not is_own and tree.tags[tree.heads[joining]] != "NNP":  # "president of Acme and chairman of Nordbank"
        return False
    kind = arguments.class_of(noun)
    return kind is not None and "kgo:Person" in arguments.ontology.types(kind)


def _is_term(tree: Tree, preposition: int) -> bool:
    """Whether a preposition only tells the years of a post ("from 1989 to 1994")."""
    following = preposition + 1
    return tree.lowers[preposition] in TERM and following < len(tree) and tree.tags[following] == "CD"


def bearer_of(tree: Tree, noun: int) -> int | None:
    """Who is told to be something by "as" behind another noun ("with X as our chief", "in his years as mayor")."""
    above = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.lowers[above] != "as":
        return None
    told = tree.heads[above]
    if tree.lowers[tree.heads[told]] == "with":
        return told
    if tree.lemmas[told].lower() not in SERVING:
        return None
    owner = tree.child(told, "poss")
    verb = next((t for t in tree.ancestors(told) if tree.pos[t] in ("VERB", "AUX")), None)
    subject = None if verb is None else tree.child(verb, "nsubj", "nsubjpass")
    return subject if owner is None else owner
