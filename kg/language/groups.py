"""Plural groups: "they", "the two leaders", "the pair" after "A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.contests import Contests
from kg.language.deals import Deals
from kg.language.mentions import Mention
from kg.language.pronouns import Pronouns
from kg.language.reading import Cluster
from kg.language.sieve import SUBJECT, Sieve
from kg.language.wordlists import words
from kg.model import Form

SIZES = {"two": 2, "both": 2, "pair": 2, "duo": 2, "couple": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6}
VAGUE = frozenset({"kgo:Person", "kgo:Organisation", "kgo:Place", "kgo:Event", "kgo:Agent", "kgo:Entity"})
PEOPLE = frozenset({"pair", "duo", "couple", "trio"})
NEAR, FAR = 2, 8
SPOUSES = frozenset({"husband", "wife"})
WHERE = frozenset({"in", "at", "to", "from", "across", "through", "near"})
ASIDE = frozenset({"acl", "relcl"})
HOMES = words("a couple's")


class Groups:
    """Finds the coordination that a plural mention takes up, and keeps a cluster for each."""

    def __init__(self, state: Sieve, pronouns: Pronouns, contests: Contests, deals: Deals) -> None:
        self.state, self.pronouns, self.contests, self.deals = state, pronouns, contests, deals
        self.known: dict[tuple[int, ...], int] = {}
        self.stretches: dict[int, tuple[int, int, int]] = {}

    def antecedent(self, i: int, m: Mention) -> int | None:
        """The several whom "they", "the two leaders", "both" or "the brothers" take up ("A and B … They …")."""
        tree = self.state.tree
        size, is_pronoun = self._size(m), m.form is Form.PRONOUN
        dealing = () if is_pronoun or size > 2 else self.deals.both(m)
        if not (is_pronoun or size or dealing or self._is_bare(i, m)):
            return None
        for k in range(i - 1, -1, -1):
            first = self.state.mentions[k]
            distance = tree.sentence[m.head] - tree.sentence[first.head]
            if distance > (1 if dealing else FAR if size else NEAR):
                break
            is_counted = size and tree.lowers[m.head] in SIZES and first.cluster >= 0
            if is_counted and self._counted(first) == size and not self._is_other(m, first):
                return first.cluster
            parts = self._coordinated(k, i)
            parts = () if tree.lowers[m.head] == "couple" and distance > 1 else parts
            parts = parts if len(parts) > 1 else self._couple(k, i) or self._spouses(k, m)
            is_bound = self._holds(first, m) or (is_pronoun and self.pronouns.binding.forbids(m, first))
            is_bound |= is_pronoun and len(parts) > 1 and self._is_where(first)
            if is_pronoun and len(parts) > 1 and self._is_beside_many(m, first):
                return None
            if len(parts) < 2 or (size and len(parts) != size) or is_bound:
                if (
                    is_pronoun
                    and first.cluster >= 0
                    and first.number == "p"
                    and self.pronouns.agrees(m, first)
                    and not self.pronouns.binding.forbids(m, first)
                ):
                    return None
                continue
            if all(self._group_fits(m, part, size) for part in parts):
                found = self._group_cluster(parts)
                self._remember(found, k, i)
                return found
        both = dealing or (self.contests.both(m) if size == 2 else ())
        return self._group_cluster(both) if both else None

    def _is_where(self, first: Mention) -> bool:
        """Whether a coordination only tells where something is ("strong in Pakistan and Egypt")."""
        tree = self.state.tree
        is_place = "kgo:Place" in self.state.ontology.types(self.state.clusters[first.cluster].kind)
        return is_place and tree.deps[first.head] == "pobj" and tree.lowers[tree.heads[first.head]] in WHERE

    def _is_beside_many(self, m: Mention, first: Mention) -> bool:
        """Whether several others act in the sentence before, which only mentions a coordination aside.

        "The climbers took the route pioneered by A and B. They …"
        """
        tree, sentence = self.state.tree, self.state.tree.sentence[first.head]
        clause = next((v for v in tree.ancestors(first.head) if tree.deps[v] in ASIDE), None)
        if clause is None or sentence == tree.sentence[m.head]:
            return False
        acting = (n for n in self.state.mentions if n.number == "p" and tree.sentence[n.head] == sentence)
        return any(
            tree.deps[n.head] in SUBJECT and tree.deps[tree.heads[n.head]] == "ROOT" and self.pronouns.agrees(m, n)
            for n in acting
            if n.cluster >= 0
        )

    def _is_other(self, m: Mention, first: Mention) -> bool:
        """Whether "the pair" or "the couple", who are people, cannot be the several things counted before."""
        kind = self.state.clusters[first.cluster].kind
        return self.state.tree.lowers[m.head] in PEOPLE and "kgo:Place" in self.state.ontology.types(kind)

    def _size(self, m: Mention) -> int:
        """How many "the two leaders", "both" or "the three" says that they are, else 0."""
        tree = self.state.tree
        words = [tree.lowers[m.head], *(tree.lowers[c] for c in tree.children[m.head])]
        is_definite = tree.lowers[m.first] in ("the", "both") or words[0] in SIZES
        return next((SIZES[word] for word in words if word in SIZES), 0) if is_definite else 0

    def _counted(self, m: Mention) -> int:
        """The number that stands in front of a noun ("three climbers"), else 0."""
        numbers = (c for c in self.state.tree.children[m.head] if self.state.tree.deps[c] == "nummod")
        return next((SIZES.get(self.state.tree.lowers[c], 0) for c in numbers), 0)

    def _is_bare(self, i: int, m: Mention) -> bool:
        """Whether "the brothers" or "the companies" take up some that were told of by name alone."""
        tree, lemma = self.state.tree, self.state.tree.lemmas[m.head]
        if m.number != "p" or tree.lowers[m.first] != "the" or (m.first, m.last) != (m.head - 1, m.head):
            return False
        return not any(tree.lemmas[n.head] == lemma and n.number == "p" for n in self.state.mentions[:i])

    def mentions(self) -> Iterator[Mention]:
        """The coordinations that some mention took up, as mentions of their groups ("A and B" before "they")."""
        for number, (first, last, head) in self.stretches.items():
            cluster = self.state.clusters[number]
            yield Mention(first, last, head, Form.NOUN, cluster.kind, "p", cluster=number)

    def _remember(self, group: int, k: int, before: int) -> None:
        """Keep where a coordination that opens with mention `k` stands, the first time."""
        first, end = self.state.mentions[k], self.state.mentions[before].first
        joined = [self.state.by_token.get(t) for t in self.state.tree.conjuncts(first.head) if t < end]
        last = max((self.state.mentions[n].last for n in joined if n is not None), default=first.last)
        if last > first.last:
            self.stretches.setdefault(group, (first.first, last, first.head))

    def _couple(self, k: int, before: int) -> tuple[int, ...]:
        """Subject and object of a verb that makes the two a pair ("She married Y in 1990, and they …")."""
        tree, subject = self.state.tree, self.state.mentions[k]
        verb = tree.heads[subject.head]
        if (wed := self._wedded(k)) is not None:
            return wed
        if tree.deps[subject.head] not in SUBJECT or subject.number != "s":
            return ()
        for word in (verb, *(c for c in tree.children[verb] if tree.deps[c] == "acomp")):
            forms = (tree.lemmas[word].lower(), tree.lowers[word])
            wanted = {preposition for form in forms for preposition in self.state.ontology.joining.get(form, ())}
            for child in tree.children[word]:
                direct = "" in wanted and tree.deps[child] == "dobj"
                token = child if direct else tree.child(child, "pobj") if tree.lowers[child] in wanted else None
                number = None if token is None else self.state.by_token.get(token)
                other = None if number is None or number >= before else self.state.mentions[number]
                if other is not None and other.number == "s" and min(subject.cluster, other.cluster) >= 0:
                    return tuple(dict.fromkeys((subject.cluster, other.cluster)))
        return ()

    def _wedded(self, k: int) -> tuple[int, ...] | None:
        """Owner and partner of a marriage told of as a noun ("his marriage to Y")."""
        tree, owner = self.state.tree, self.state.mentions[k]
        noun = tree.heads[owner.head]
        if tree.deps[owner.head] != "poss" or tree.lowers[noun] not in ("marriage", "wedding", "engagement"):
            return None
        to = next((c for c in tree.children[noun] if tree.lowers[c] in ("to", "with")), None)
        number = None if to is None else self.state.by_token.get(tree.child(to, "pobj") or to)
        other = -1 if number is None else self.state.mentions[number].cluster
        return (owner.cluster, other) if min(owner.cluster, other) >= 0 else None

    def _spouses(self, k: int, m: Mention) -> tuple[int, ...]:
        """Somebody and the spouse told of beside what is the couple's ("whose husband was taken from their house")."""
        tree, owner = self.state.tree, self.state.mentions[k]
        noun = tree.heads[owner.head]
        number = self.state.by_token.get(noun)
        spouse = None if number is None else self.state.mentions[number]
        is_home = tree.deps[m.head] == "poss" and tree.lemmas[tree.heads[m.head]] in HOMES
        if spouse is None or not is_home or tree.deps[owner.head] != "poss" or tree.lemmas[noun] not in SPOUSES:
            return ()
        is_one = tree.sentence[owner.head] == tree.sentence[m.head] and "p" not in (owner.number, spouse.number)
        return (owner.cluster, spouse.cluster) if is_one and min(owner.cluster, spouse.cluster) >= 0 else ()

    def listed(self, i: int) -> int | None:
        """The group of the names listed behind a plural noun, mention `i` ("their sons Jim, Steve and Jeff")."""
        tree, head = self.state.tree, self.state.mentions[i].head
        for child in tree.children[head]:
            if child > head and (tree.deps[child] == "appos" or tree.words[child - 1] in (",", ":")):
                numbers = [self.state.inside.get(t) for t in tree.conjuncts(child)]
                named = [self.state.mentions[n] for n in numbers if n is not None and n != i]
                parts = tuple(dict.fromkeys(m.cluster for m in named if m.form is Form.NAME))
                if len(parts) > 1 and all(self._is_one_of(i, part) for part in parts):
                    return self._group_cluster(parts)
        return None

    def _is_one_of(self, i: int, part: int) -> bool:
        return self.state.related(self.state.mentions[i].kind, self.state.clusters[part].kind)

    def _holds(self, first: Mention, m: Mention) -> bool:
        """Whether a mention lies inside a coordination, other than to own its last part ("A, B and their sons")."""
        tree = self.state.tree
        owns = tree.deps[m.head] == "poss" and tree.deps[tree.heads[m.head]] == "conj"
        return tree.left[first.head] <= m.head <= tree.right[first.head] and not owns

    def _coordinated(self, k: int, before: int) -> tuple[int, ...]:
        """The clusters of a mention and its conjuncts in front of another, where it opens a coordination."""
        head, end = self.state.mentions[k].head, self.state.mentions[before].first
        if self.state.tree.deps[head] == "conj":
            return ()
        numbers = [self.state.by_token.get(t) for t in self.state.tree.conjuncts(head) if t < end]
        clusters = [self.state.mentions[n].cluster for n in numbers if n is not None and n < before]
        return tuple(dict.fromkeys(c for c in clusters if c >= 0)) if None not in numbers else ()

    def _group_fits(self, m: Mention, part: int, size: int) -> bool:
        cluster = self.state.clusters[part]
        types = self.state.ontology.types(cluster.kind)
        if m.form is Form.PRONOUN:
            return "kgo:Agent" in types or not types
        told = self.state.related(m.kind, cluster.kind) and self.state.is_named(self.state.mentions[cluster.members[0]])
        if not size:
            told = told and (m.gender == cluster.gender if m.gender else m.kind in types and m.kind not in VAGUE)
        return cluster.number == "s" and told

    def _group_cluster(self, parts: tuple[int, ...]) -> int:
        if parts not in self.known:
            self.known[parts] = len(self.state.clusters)
            self.state.clusters.append(Cluster([], self.state.clusters[parts[0]].kind, "p", "", set(), parts))
        return self.known[parts]
