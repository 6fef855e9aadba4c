"""Role nouns: who is what of whom. Titles, appositions, copulas, possessives and "as" phrases, all one reading.

"French President Francois Hollande", "his adviser Lisa Monaco", "X, director of Y", "X is the wife of Y",
"Paris-based Y", "joined Y as an analyst": a noun that the ontology words a relation with, the entity that it is
said of (its holder), and the entities that complete it (its complements).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.arguments import Arguments
from kg.extract.frame import Frame
from kg.extract.kin import kin_owners
from kg.extract.role_nouns import DEFAULT, Role, bearer_of, is_past, is_to_come, is_told_apart
from kg.language.tree import PREMODIFIERS, Tree
from kg.language.wordlists import appointing, words
from kg.model import Form
from kg.ontology import Wording

BESIDE = frozenset({"together", "along"})
GENITIVE = frozenset({"of", "for", "at", "with", "from"})
BEARERS = ("kgo:Person", "kgo:Organisation")
BODIES = ("kgo:GeopoliticalEntity", "kgo:Organisation")
PRIVATE = frozenset({"kgo:Place", "kgo:Company", "kgo:School", "kgo:MediaOutlet", "kgo:Institution"})
LINKING = frozenset({"attr", "oprd"})
PICKED = frozenset({"attr", "acomp", "appos", "conj"})
EMPLOYERS = frozenset(
    {"kgo:Organisation", "kgo:Company", "kgo:MediaOutlet", "kgo:SportsTeam", "kgo:School", "kgo:PoliticalParty"}
)
OF_BODIES = words("role of a body")
UNMADE = words("taking a post away")
UNHELD = words("as what one is not")  # "dressed as a policeman", "trained as a nurse"
CEREMONIES = frozenset({"swear", "inaugurate", "crown", "install", "declare"})  # "sworn in as president at X"
OWNING = frozenset({"the", "his", "her", "their", "its", "our", "my", "your"})


@dataclass(frozen=True, slots=True)
class Holding:
    """A role with the entity that holds it; `frame` is the predicate that says so, None for a bare noun phrase.

    `turn` is the place of the holder among those of a plural and their number ("the presidents of A and B, X and Y").
    """

    role: Role
    holder: int
    frame: int | None
    is_past: bool
    is_to_come: bool
    turn: tuple[int, int]


class RoleReader:
    """Holders and complements of the role nouns of one text."""

    def __init__(self, tree: Tree, arguments: Arguments, frames: dict[int, Frame], kin: frozenset[str]) -> None:
        self.tree, self.arguments, self.frames, self.kin = tree, arguments, frames, kin
        self.nested: set[int] = set()

    def holdings(self, role: Role) -> Iterator[Holding]:
        """Who holds the role, and which predicate says so."""
        past, to_come = is_past(self.tree, role), is_to_come(self.tree, role)
        found = list(self._holders(role.head, 0))
        for number, (holder, frame) in enumerate(found):
            yield Holding(role, holder, frame, past, to_come, (number, len(found)))

    def _holders(self, head: int, depth: int) -> Iterator[tuple[int, int | None]]:
        tree = self.tree
        head = tree.predicate(head)
        dep, above = tree.deps[head], tree.heads[head]
        if dep in ("compound", "nmod", "amod") and (name := self._named_one(above, BEARERS)) is not None:
            yield name, None
        elif dep in LINKING and above in self.frames and not self._is_cleft(head):
            frame = self.frames[above]
            if dep == "oprd" and frame.objects and not frame.is_passive and frame.lemma not in appointing():
                return  # "called him a pioneer and leader"
            for subject in frame.objects if frame.lemma in appointing() else frame.grammatical:
                yield from ((cluster, above) for cluster in self.arguments.clusters(subject))
        elif dep == "ccomp" and above in self.frames and self.frames[above].lemma in appointing():
            for subject in (c for c in tree.children[head] if tree.deps[c] == "nsubj"):  # "made her a minister"
                yield from ((cluster, above) for cluster in self.arguments.clusters(subject))
        elif dep == "pobj" and tree.lowers[above] == "as" and tree.heads[above] in self.frames:
            frame = self.frames[tree.heads[above]]
            if frame.lemma in UNHELD:
                return
            made = frame.objects if frame.lemma in appointing() | UNMADE else ()
            if (other := self._introduced(head)) is not None:
                yield other, None
            told = frame.grammatical if frame.is_passive else frame.subjects or frame.grammatical
            for subject in (made or told) if other is None else ():
                yield from ((cluster, frame.head) for cluster in self.arguments.clusters(subject))
        elif (bearer := bearer_of(tree, head)) is not None:
            yield from ((cluster, None) for cluster in self.arguments.clusters(bearer))
        elif dep == "pobj" and tree.lowers[above] == "of" and self._is_one_of(tree.heads[above]):
            yield from self._holders(tree.heads[above], depth + 1)
        elif dep == "conj" and depth < 4 and tree.pos[above] != "VERB" and not self._is_apart(head):
            yield from self._holders(above, depth + 1)
        elif self.tree.tags[head] in ("NNS", "NNPS") and (names := list(self._listed(head))):
            yield from ((name, None) for name in names)
        else:
            described = self._pointed_out(head) if dep in LINKING else self._called(head)
            is_bare = described is None or not self.arguments.is_named(described)
            is_one = dep == "appos" and tree.tags[head] == "NN" and tree.lemmas[head] in OF_BODIES and is_bare
            if is_one and (body := self._named_one(above, BODIES)) is not None:  # "Norway, a member of NATO"
                described = body
            if described is None and dep == "appos":
                described = self.arguments.cluster(above)
            if described is not None and not self.arguments.reading.clusters[described].parts:
                yield described, None

    def _introduced(self, noun: int) -> int | None:
        """Who is named behind the noun of a clause ("sat still as the judge, Ann Bell, told them")."""
        behind = self.tree.child(noun, "appos") if self.tree.lowers[self.tree.left[noun]] == "the" else None
        return None if behind is None else self._named_one(behind, BEARERS[:1])

    def _is_one_of(self, token: int) -> bool:
        """Whether a word picks one of several ("one of", "the second of", "the youngest of")."""
        tree = self.tree
        return tree.lowers[token] == "one" or (tree.tags[token] in ("JJ", "JJS") and tree.deps[token] in PICKED)

    def _is_cleft(self, noun: int) -> bool:
        """Whether a clause only points out who did something ("It was her successor who …")."""
        tree, verb = self.tree, self.tree.heads[noun]
        subject = tree.child(verb, "nsubj")
        predicates = (c for c in tree.children[verb] if tree.deps[c] in LINKING)
        is_followed = any(tree.child(c, "relcl", "appos") is not None for c in predicates)
        return subject is not None and tree.lowers[subject] == "it" and is_followed

    def _called(self, noun: int) -> int | None:
        """Whom a noun describes; with a description behind it whoever that names ("her husband, the painter X")."""
        arguments, behind = self.arguments, self.tree.child(noun, "appos")
        described = arguments.cluster(noun)
        other = None if behind is None or behind < noun else arguments.cluster(behind)
        if described is None or other is None or arguments.is_named(described) or not arguments.is_named(other):
            return described
        return other if "kgo:Person" in arguments.types(other) and self.tree.tags[noun] == "NN" else described

    def _pointed_out(self, noun: int) -> int | None:
        """Who is named behind the noun of a clause that points somebody out ("It was her uncle, Bo Hall, who …")."""
        if not self._is_cleft(noun):
            return self.arguments.cluster(noun)
        tree = self.tree
        beside = [*tree.children[noun], *tree.children[tree.heads[noun]]]
        behind = next((c for c in beside if c > noun and tree.deps[c] in ("appos", *LINKING)), None)
        return None if behind is None else self._named_one(behind, BEARERS)

    def _listed(self, head: int) -> Iterator[int]:
        """The names listed behind a plural ("their sons Jim, Steve and Jeff")."""
        tree = self.tree
        for child in tree.children[head]:
            listed = tree.deps[child] == "appos" or (tree.deps[child] == "conj" and tree.words[child - 1] != "and")
            if listed and child > head:
                for token in self._row(child):
                    if (name := self._named_one(token, BEARERS[:1])) is not None:
                        yield name

    def _row(self, first: int) -> Iterator[int]:
        """The names of a row, however they are joined ("Maria, Aurora and Kris"), up to the next noun with a name."""
        tree = self.tree
        for child in tree.conjuncts(first):
            if tree.tags[child][:3] == "NNP":
                yield child
                behind = tree.child(child, "appos")
                if behind is not None and tree.tags[behind] == "NNP":
                    yield from self._row(behind)

    def _is_apart(self, head: int) -> bool:
        """Whether a coordinated noun is said of others ("his mother and sister", "the firm's founders and staff")."""
        tree, above = self.tree, self.tree.heads[head]
        are_kin = {tree.lemmas[head].lower(), tree.lemmas[above].lower()} <= self.kin
        are_crowds = tree.tags[head] == "NNS" and tree.deps[above] not in ("appos", *LINKING)
        return are_kin or are_crowds or self._own_name(head)

    def _own_name(self, head: int) -> bool:
        """Whether a coordinated role noun describes someone of its own ("the president and his wife Michelle")."""
        tree = self.tree
        cluster = self.arguments.cluster(head)
        if cluster is not None and self.arguments.is_named(cluster):
            return True
        before = [c for c in tree.children[head] if c < head]
        is_told = any(tree.lowers[c] in self._determiners(head) or tree.deps[c] == "nummod" for c in before)
        is_listed = any(tree.deps[c] == "appos" and self._named_one(c, BEARERS[:1]) for c in tree.children[head])
        return is_listed or (is_told and tree.child(tree.heads[head], "cc", "punct") is not None)

    def _determiners(self, head: int) -> frozenset[str]:
        """Those that part a coordinated noun from the one before it; in an apposition "a" does not.

        "X, member for Y and a former minister" is one person, "the president and a minister" are two.
        """
        above = self.tree.heads[head]
        return OWNING if self.tree.deps[above] in ("appos", *LINKING) else OWNING | {"a", "an"}

    def _named_one(self, token: int, kinds: tuple[str, ...]) -> int | None:
        """The entity of the classes whose name a token belongs to."""
        number = self.arguments.inside.get(token)
        mention = None if number is None else self.arguments.reading.mentions[number]
        if mention is None or mention.form is not Form.NAME:
            return None
        return mention.cluster if set(kinds) & set(self.arguments.types(mention.cluster)) else None

    def complements(self, role: Role, wording: Wording) -> Iterator[int]:
        """Head tokens of what completes the role: "of" phrase, possessor, or the name in front of the noun."""
        self.nested.clear()
        allowed = wording.prepositions or DEFAULT
        found = [(word, t) for word, t in self._behind(role, wording, allowed) if not self.arguments.is_nothing(t)]
        if any(self.tree.deps[c] == "poss" for c in self.tree.children[role.head]):  # "recalled its envoy from Rome"
            found = [(word, token) for word, token in found if word != "from"]
        if wording.kind == "title" and not wording.prepositions:  # "the defence minister from Vancouver"
            found = [(word, t) for word, t in found if word != "from" or not self._is_body(t, "kgo:City")]
        beside = list(self._beside_verb(role, allowed))
        at = [*beside, *(t for word, t in found if word == "at")]
        is_of_things = not self.arguments.ontology.relations[wording.relation].range - {"kgo:Entity"}
        if is_of_things and any(word == "of" for word, _ in found):  # "owner of a lodge at a lake"
            found = [(word, token) for word, token in found if word != "at"]
        elif any(self._is_body(t) or self._is_body(t, "kgo:City") for t in at):  # "professor of poetry at Oxford"
            found = [(word, token) for word, token in found if word != "of" or not self._is_field(token)]
        tokens = [token for _, token in found]
        yield from tokens
        if any(self.arguments.cluster(token) is not None for token in tokens):
            return
        yield from beside
        if tokens or beside:
            return
        if wording.prepositions and not GENITIVE & set(wording.prepositions) and "to" not in wording.prepositions:
            return
        if wording.prepositions == ("to",) and wording.kind != "kinship":
            relation = self.arguments.ontology.relations[wording.relation]
            if not relation.owned_by_another:  # "Peru's envoy" is sent by Peru, "his aide" advises him
                yield from self._possessors(role.head)
            return
        before = [t for t in self._before(role) if not self._is_of_a_people(t) and not self._is_kind(t)]
        told = [token for token in before if not self.arguments.is_nationality(token)]
        told = self._owners_first(told)
        nearest = told[:1] or (before[:1] if wording.kind == "title" else [])
        yield from nearest or self._givers(role)

    def _owners_first(self, told: list[int]) -> list[int]:
        """What is told in front, a possessor before a place ("its Sabah ally", "the bank's Paris chief")."""
        owners = [token for token in told if self.tree.deps[token] == "poss"]
        cluster = self.arguments.cluster(told[0]) if told else None
        is_place = cluster is not None and "kgo:Place" in self.arguments.types(cluster)
        return owners if owners and is_place else told

    def _is_kind(self, token: int) -> bool:
        """Whether a noun in front only says of what kind a post is ("a county official", "a supermarket manager")."""
        cluster = self.arguments.cluster(token)
        if cluster is None or self.tree.deps[token] not in ("amod", "compound"):
            return False
        is_alone = len(self.arguments.reading.clusters[cluster].members) == 1
        return is_alone and not self.arguments.is_named(cluster) and bool(PRIVATE & set(self.arguments.types(cluster)))

    def _is_of_a_people(self, token: int) -> bool:
        """Whether an adjective only says of which people or faith somebody is ("a Kurdish leader")."""
        cluster = self.arguments.cluster(token)
        if cluster is None or self.tree.deps[token] not in ("amod", "compound") or self.tree.tags[token] != "JJ":
            return False
        return self.arguments.types(cluster)[:1] == ("kgo:NationalityOrGroup",)

    def _behind(self, role: Role, wording: Wording, allowed: tuple[str, ...]) -> list[tuple[str, int]]:
        """The objects of the prepositions behind the role noun, or else behind a noun that it is joined to."""
        tree, found = self.tree, list[tuple[str, int]]()
        is_kin = tree.lemmas[role.head].lower() in self.kin
        for token in self._coordinated(role.head):
            if not is_kin and tree.lemmas[token].lower() in self.kin:  # "the chairman and grandson of X"
                continue
            for child in tree.children[token]:
                if child in range(role.first, role.last + 1) or (child < role.first and token != role.head):
                    continue
                within = tree.lowers[child] == "in" and not wording.prepositions
                is_origin = tree.lowers[child] == "from" and token != role.head and tree.deps[role.head] == "compound"
                if tree.lowers[child - 1] in BESIDE:  # "the minister, together with X"
                    continue
                is_bearer = tree.deps[role.head] == "compound" and token == tree.heads[role.head]
                is_placed = tree.lowers[child] == "at" and tree.heads[token] < token  # "said Judge X at Y"
                if is_bearer and (tree.words[child - 1] == "," or is_placed):  # "Judge X, of Samoa"
                    continue
                if is_origin:  # "President X from Y" is not president of Y
                    continue
                if tree.deps[child] in ("prep", "dative") and (tree.lowers[child] in allowed or within):
                    for grandchild in tree.children[child]:
                        if tree.deps[grandchild] == "pobj" and (not within or self._is_body(grandchild)):
                            found.extend((tree.lowers[child], t) for t in self._completing(token, grandchild))
            if found:
                break
        return found

    def _is_field(self, token: int) -> bool:
        """Whether "of" leads to what somebody is at a place ("professor of Latin at X"): nothing known as a body."""
        cluster = self.arguments.cluster(token)
        types = () if cluster is None else self.arguments.types(cluster)
        return types[:1] in ((), ("kgo:Organisation",), ("kgo:Agent",), ("kgo:Entity",))

    def _is_place_or_person(self, token: int) -> bool:
        cluster = self.arguments.cluster(token)
        types = () if cluster is None else self.arguments.types(cluster)
        return "kgo:Person" in types or ("kgo:Place" in types and "kgo:Agent" not in types)

    def _is_body(self, token: int, kind: str = "kgo:Organisation") -> bool:
        cluster = self.arguments.cluster(token)
        return cluster is not None and kind in self.arguments.types(cluster)

    def _beside_verb(self, role: Role, allowed: tuple[str, ...]) -> Iterator[int]:
        """The institution that hangs from the verb ("became professor of history at X", "X, where he was dean")."""
        tree = self.tree
        head = tree.predicate(role.head)
        while tree.deps[head] == "conj" and tree.pos[tree.heads[head]] in ("NOUN", "PROPN"):
            head = tree.heads[head]
        verb = tree.heads[tree.heads[head]] if tree.deps[head] == "pobj" else tree.heads[head]
        linked = tree.deps[head] in LINKING or (tree.deps[head] == "pobj" and tree.lowers[tree.heads[head]] == "as")
        if linked and verb in self.frames and self.frames[verb].lemma not in CEREMONIES:
            for p in self.frames[verb].prepositions:
                if p.word in ("at", "for", "with") and p.word in allowed and (p.token > head or p.is_where):
                    yield from p.objects

    def _givers(self, role: Role) -> Iterator[int]:
        """The body that gives somebody the post and has it ("Acme named Jane Doe chief executive")."""
        tree = self.tree
        head = tree.predicate(role.head)
        is_as = tree.deps[head] == "pobj" and tree.lowers[tree.heads[head]] == "as"
        verb = tree.heads[tree.heads[head]] if is_as else tree.heads[head]
        if (tree.deps[head] == "oprd" or is_as) and verb in self.frames and self.frames[verb].lemma in appointing():
            for token in self.frames[verb].subjects:
                cluster = self.arguments.cluster(token)
                kinds = () if cluster is None else self.arguments.types(cluster)
                if cluster is not None and kinds[:1] and kinds[0] in EMPLOYERS and self.arguments.is_named(cluster):
                    yield token

    def _completing(self, head: int, token: int) -> Iterator[int]:
        """The object of "of"; in "ambassador to the US X", where the name swallowed it, the place before the name."""
        if self.arguments.cluster(token) == self.arguments.cluster(head) is not None:
            yield from (c for c in self.tree.children[token] if self.arguments.cluster(c) is not None)
        else:
            yield from self.tree.conjuncts(token)
            for child in self.tree.children[token]:
                owner = self.arguments.cluster(child) if self.tree.deps[child] == "poss" else None
                is_owner = owner is not None and owner != self.arguments.cluster(token)
                if is_owner and not self._is_place_or_person(token):  # "manager at Malta's airport"
                    self.nested.add(child)
                    yield child
                if (
                    self.tree.deps[child] == "prep"
                    and self.tree.lowers[child] in ("for", "at", "of")
                    and self.arguments.cluster(token) is None
                ):
                    inner = [g for g in self.tree.children[child] if self.tree.deps[g] == "pobj"]
                    self.nested.update(inner)
                    yield from inner

    def _coordinated(self, head: int) -> Iterator[int]:
        """The noun, then its conjuncts ("president and chief executive of X"), then those it is joined to itself."""
        for c in self.tree.conjuncts(head):
            if c == head or not (is_told_apart(self.tree, head, c) or self._is_body(head) != self._is_body(c)):
                yield c  # not of "the government and the bishop of X"
        above = head
        while self.tree.deps[above] in ("conj", "appos") and self.tree.pos[self.tree.heads[above]] in ("NOUN", "PROPN"):
            above = self.tree.heads[above]
            yield above
        if self.tree.deps[head] == "compound" and self._named_one(self.tree.heads[head], BEARERS) is not None:
            yield self.tree.heads[head]

    def _possessors(self, head: int) -> Iterator[int]:
        for child in self.tree.children[head]:
            if self.tree.deps[child] == "poss":
                yield child

    def _before(self, role: Role) -> Iterator[int]:
        """Possessors, and names or nationality words in front of the role noun, the nearest first."""
        tree, found = self.tree, False
        anchors = [role.head]
        above = tree.heads[role.head]
        is_joined = tree.deps[role.head] == "conj" and self._named_one(above, BEARERS) is None
        if is_joined or tree.deps[role.head] in ("compound", "nmod", "amod"):
            anchors.append(above)
        for anchor in anchors:
            for child in reversed(tree.children[anchor]):
                if child < role.head and tree.deps[child] in PREMODIFIERS and tree.words[child - 1] != "-":
                    token = self._named(child)
                    if token is not None and (child < role.first or self._is_known(token)):
                        found = True
                        yield token
            if found:
                return
        yield from kin_owners(tree, role, self.frames)

    def _is_known(self, token: int) -> bool:
        """Whether a word of the title is whom it serves ("police spokesman"), called by a name elsewhere."""
        cluster = self.arguments.cluster(token)
        return cluster is not None and self.arguments.is_named(cluster)

    def _named(self, child: int) -> int | None:
        """The child if it is (part of) a mention, or the mention among its own modifiers."""
        if self.arguments.cluster(child) is not None:
            return child
        for grandchild in reversed(self.tree.children[child]):
            if self.arguments.cluster(grandchild) is not None:
                return grandchild
        return None
