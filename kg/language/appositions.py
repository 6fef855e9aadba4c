"""Descriptions beside a name or said of it: "X, director of Y", "his adviser X", "X is a company"."""

from __future__ import annotations

from collections.abc import Iterator

from kg import gazetteer
from kg.language.mentions import Mention, kind_of
from kg.language.preferences import opens_a_life
from kg.language.reading import Cluster
from kg.language.sieve import Sieve
from kg.language.wordlists import words
from kg.model import Form

VAGUE = frozenset(
    {"kgo:Organisation", "kgo:GeopoliticalEntity", "kgo:Place", "kgo:Facility", "kgo:NationalityOrGroup", "kgo:Agent"}
)
FIRMS = frozenset({"kgo:Company", "kgo:MediaOutlet", "kgo:SportsTeam"})
CALLING = frozenset({"name", "call", "know", "identify", "dub", "nickname", "label", "title"})
ITSELF = frozenset({"itself", "himself", "herself", "themselves"})
BODIED = frozenset({"of", "at", "for"})
MADE = frozenset({"kgo:Work", "kgo:Law", "kgo:Award"})
SITES = frozenset({"kgo:Place", "kgo:Facility", "kgo:Institution"})
COARSE = frozenset({"kgo:Person", "kgo:Organisation", "kgo:Place"})
# What a firm may be called, though people are too, and what none is.
TRADES = words("trade of firms") | {"owner"}
NO_FIRM = words("no firm")


class Appositions:
    """Joins the descriptions of one text to the names that they stand beside."""

    def __init__(self, state: Sieve) -> None:
        self.state = state
        self.kin = state.ontology.wordings("kinship")

    def join(self) -> None:
        """Descriptions beside a name: "X, director of Y", "his adviser X"; then those said of one so described."""
        for beside in (self._beside, self.predicated):
            for i, m in enumerate(self.state.mentions):
                if m.form is Form.NOUN and m.cluster < 0:
                    self._apposition(i, m, beside(m.head))

    def _apposition(self, i: int, m: Mention, tokens: Iterator[int]) -> None:
        for other in tokens:
            number = self.state.inside.get(other)
            if number is not None and number != i:
                name = self.state.mentions[number]
                is_named = name.cluster >= 0 and any(
                    self.state.is_named(self.state.mentions[k]) for k in self.state.clusters[name.cluster].members
                )
                if not is_named or m.number != name.number:
                    continue
                kind, gender = self.state.clusters[name.cluster].kind, self.state.clusters[name.cluster].gender
                if m.gender and gender and m.gender != gender:
                    continue
                if self.state.related(m.kind, kind) or {m.kind, kind} <= FIRMS or self._retyped(m, name):
                    self.state.join(i, name.cluster)
                    break

    def _beside(self, head: int) -> Iterator[int]:
        tree = self.state.tree
        if tree.deps[head] == "appos" and not self._is_whose(head):
            yield from self._own_names(head)
            yield from self._holder(head)
            if ";" not in tree.words[tree.heads[head] : head]:
                yield tree.heads[head]
        elif tree.deps[head] == "conj":
            yield from self._joined(head)
        elif tree.deps[head] == "compound" and self._opens_at(head + 1):
            yield head + 1
        yield from self.predicated(head)
        for child in tree.children[head]:
            if tree.deps[child] in ("acl", "relcl") and tree.lemmas[child] in CALLING:
                yield from self._called(child)
            elif (tree.deps[child] == "appos" and not self._lists(head, child)) or (
                tree.deps[child] == "compound" and self._is_named_place(child, head)
            ):
                yield child
                yield from self._own_names(child)  # "her daughter, the potter Ann Bell"
                for clause in tree.children[child]:  # "the mayor, a merchant named Tom Hill"
                    yield from self._called(clause) if tree.lemmas[clause] in CALLING else ()
            elif tree.lowers[child] in BODIED and (name := self._behind_body(child)) is not None:
                yield name
            elif tree.lowers[child] == "of" and self._is_named_place(tree.child(child, "pobj") or child, head):
                yield tree.child(child, "pobj") or child
            elif (
                child == head + 1
                and tree.deps[child] == "prep"
                and (name := tree.child(child, "pobj")) == tree.right[head]
            ):
                yield from (name for c in tree.children[name] if self._is_place_before(c))

    def _behind_body(self, preposition: int) -> int | None:
        """The person named behind the body that a post is of ("reached the head of Acme, Ann Bell")."""
        tree, types = self.state.tree, self.state.ontology.types
        body = tree.child(preposition, "pobj")
        name = None if body is None else tree.child(body, "appos", "conj")
        if body is not None and any(tree.deps[c] == "cc" and c < (name or 0) for c in tree.children[body]):
            return None
        if body is None or name is None or tree.tags[name] != "NNP" or tree.words[tree.left[name] - 1] != ",":
            return None
        kinds = [
            self.state.mentions[k].kind
            for k in (self.state.inside.get(body), self.state.inside.get(name))
            if k is not None
        ]
        is_apart = len(kinds) == 2 and "kgo:Person" not in types(kinds[0]) and "kgo:Person" in types(kinds[1])
        return name if is_apart else None

    def _is_whose(self, head: int) -> bool:
        """Whether it is somebody's before the comma, no word for them ("Ann Bell, whose husband, …")."""
        possessive = self.state.tree.child(head, "poss")
        return possessive is not None and self.state.tree.lowers[possessive] == "whose"

    def _holder(self, head: int) -> Iterator[int]:
        """Who holds the post at a body that a word for people stands behind ("X, head of Acme, a baker's son")."""
        tree, body = self.state.tree, self.state.tree.heads[head]
        post = tree.heads[tree.heads[body]] if tree.deps[body] == "pobj" else body
        numbers = [self.state.inside.get(body), self.state.by_token.get(post), self.state.by_token.get(head)]
        kinds = [set(self.state.ontology.types(self.state.mentions[n].kind)) for n in numbers if n is not None]
        is_told = post != body and len(kinds) == len(numbers)
        if is_told and "kgo:Organisation" in kinds[0] and "kgo:Person" in kinds[1] & kinds[2]:
            yield post

    def _lists(self, head: int, child: int) -> bool:
        """Whether a colon behind several opens a list of the last of them ("his wife and two sons: A and B")."""
        tree = self.state.tree
        return any(tree.deps[c] == "conj" and head < c < child for c in tree.children[head]) and (
            tree.words[tree.left[child] - 1] == ":"
        )

    def _opens_at(self, token: int) -> bool:
        """Whether a name begins at a token ("the steelmaker Acme")."""
        number = self.state.inside.get(token)
        name = None if number is None else self.state.mentions[number]
        return name is not None and name.form is Form.NAME and name.first == token

    def _called(self, participle: int) -> Iterator[int]:
        """The name that something goes by ("a man named X", "known as X", "to be called X", "calling itself X")."""
        tree = self.state.tree
        helpers = {tree.lowers[c] for c in tree.children[participle]}
        is_active = tree.tags[participle] == "VBG" and helpers.isdisjoint(ITSELF)
        if is_active or (tree.deps[participle] == "relcl" and not helpers >= {"to", "be"}):
            return
        for child in tree.children[participle]:
            if tree.deps[child] == "oprd":
                yield child
            elif tree.lowers[child] == "as":
                yield from (c for c in tree.children[child] if tree.deps[c] == "pobj")

    def _joined(self, head: int) -> Iterator[int]:
        """The name that a second post is told of behind the first ("X, head of Y and chair of Z")."""
        tree, first = self.state.tree, self.state.tree.heads[head]
        is_bare = not any(tree.deps[c] in ("det", "poss", "nummod") for c in tree.children[head])
        kind = kind_of(tree, head, self.state.ontology.headwords) or ""
        is_post = "kgo:Person" in self.state.ontology.types(kind) and tree.lemmas[head].lower() not in self.kin
        if tree.deps[first] == "appos" and is_bare and is_post and tree.lemmas[first].lower() not in self.kin:
            yield tree.heads[first]

    def _own_names(self, head: int) -> Iterator[int]:
        """The name behind a description that stands beside another name ("A, his wife, B, …", "A, their son B")."""
        tree = self.state.tree
        for child in tree.children[head]:
            before = tree.left[child] - 1
            if tree.deps[child] == "appos" and child > head and (tree.words[before] == "," or before == head):
                yield child

    def _is_named_place(self, child: int, head: int) -> bool:
        """Whether a place noun only says what the place before it is ("Hubei province", no "Lima valley")."""
        numbers = self.state.by_token.get(child), self.state.by_token.get(head)
        is_one = any(self.state.tree.lowers[c] in ("a", "an") for c in self.state.tree.children[head])
        kinds = [self.state.mentions[n].kind for n in numbers if n is not None]
        if len(kinds) < 2 or is_one or (kinds[0] == "kgo:City" and kinds[1] in SITES):
            return False
        return all("kgo:Place" in self.state.ontology.types(kind) for kind in kinds)

    def _is_place_before(self, token: int) -> bool:
        """Whether a name was swallowed by the place before it ("ambassador to the US Gerard Araud")."""
        return token in self.state.by_token and self.state.tree.deps[token] in ("compound", "nmod")

    def predicated(self, head: int) -> Iterator[int]:
        """The subject of which a predicate noun is said ("X is a company")."""
        tree = self.state.tree
        head = tree.predicate(head)
        copula = tree.heads[head]
        is_first = tree.lemmas[copula] == "become" and tree.tags[copula] == "VBD" and tree.child(head, "acl", "relcl")
        is_said = tree.lemmas[copula] == "be" or is_first  # "became the first woman to lead the party"
        if not is_said or tree.is_denied(copula):
            return
        if any(tree.deps[c] == "mark" or tree.tags[c] == "MD" for c in tree.children[copula]):
            return
        wanted = {"attr": "nsubj", "nsubj": "attr"}.get(tree.deps[head])
        for child in tree.children[copula]:
            if tree.deps[child] == wanted and (wanted == "attr" or child < head):
                yield child

    def _retyped(self, m: Mention, name: Mention) -> bool:
        """Whether a description settles what a name of another class is: "X is a company" makes X one.

        A company may well be called a developer or a maker, words for people; countries are what they are.
        """
        cluster = self.state.clusters[name.cluster]
        types, said = self.state.ontology.types(cluster.kind), self.state.ontology.types(m.kind)
        is_person, is_body = "kgo:Person" in said, "kgo:Organisation" in types
        if is_body and self.state.tree.lemmas[m.head] == "parent":  # "SoftPlus, the parent, sued"
            return True
        is_body_said = "kgo:Organisation" in said
        beside = self.state.tree.deps[m.head] == "appos"
        if beside and is_person and self._is_of_town(name):
            return False
        is_post = m.kind == "kgo:Leader" and self.state.tree.lemmas[m.head].lower() != "leader"
        word = self.state.tree.lemmas[m.head].lower()
        may_be_firm = word.endswith(("er", "or")) and word not in NO_FIRM and not is_post
        is_called = is_post and self.state.tree.heads[name.head] == m.head  # "Peru's president, X"
        if (
            is_body
            and is_person
            and not (cluster.kind == "kgo:Organisation" and (beside or is_called) and not may_be_firm)
        ):
            return not beside or (word in TRADES and cluster.kind in FIRMS | {"kgo:Organisation"})
        if beside and MADE & set(said) and cluster.kind in ("kgo:Organisation", "kgo:Agent"):
            cluster.kind = m.kind
            return True
        if beside and "kgo:Company" in said and cluster.kind in ("kgo:City", "kgo:Region"):
            cluster.kind = m.kind
            return True
        if (
            cluster.kind == "kgo:Country"
            or not set(said) & COARSE
            or (beside and not ((is_person or is_body_said) and cluster.kind in VAGUE | {"kgo:Person"}))
        ):
            return False
        if beside and cluster.kind == "kgo:Person" and (is_person or may_be_firm or m.kind not in FIRMS):
            return may_be_firm and self._is_surely_person(cluster)  # "Ann Bell, a street vendor"
        if cluster.kind == "kgo:Person" and may_be_firm and name.first == m.head + 1:  # "the broadcaster Ann Bell"
            return False
        if "kgo:Person" in types and is_body_said and self._is_surely_person(cluster):
            return False
        cluster.kind = m.kind
        return True

    def _is_of_town(self, name: Mention) -> bool:
        """Whether a name is said to be that of a place ("in the coastal town of Joal")."""
        tree, of = self.state.tree, self.state.tree.heads[name.head]
        is_of = tree.deps[name.head] == "pobj" and tree.lowers[of] == "of"
        kind = kind_of(tree, tree.heads[of], self.state.ontology.headwords) if is_of else None
        return kind is not None and "kgo:Place" in self.state.ontology.types(kind)

    def _is_surely_person(self, cluster: Cluster) -> bool:
        """Whether a name of it opens with a first name, or a life in brackets follows."""
        tree = self.state.tree
        for m in (self.state.mentions[i] for i in cluster.members):
            if m.form is Form.NAME and m.last + 2 < len(tree):
                life = tree.words[m.last + 1] == "(" and opens_a_life(tree, m.last + 2)
                if life or (m.first < m.last and tree.words[m.first] in gazetteer.first_names()):
                    return True
        return False
