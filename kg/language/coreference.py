"""`kg_coreference`: which mentions speak of the same person, organisation, place or event.

A sieve after Lee et al. 2013 ("Deterministic coreference resolution based on entity-centric, precision-ranked
rules"): equal names and acronyms first, then appositions and titles, then descriptions by head word and class,
then pronouns by number, gender, speaker, syntax and recency. Nothing merges two people who only share a surname.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.layout import Layout
from kg.language.mentions import Mention, antecedent, mentions
from kg.language.names import NAMES, Name
from kg.language.naming import Namesakes
from kg.language.quotes import Quote, quotes
from kg.language.repair import repair
from kg.language.tree import Tree
from kg.language.wordlists import genders
from kg.model import Form
from kg.ontology import Ontology

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
WINDOW = 4
COARSE = frozenset({"kgo:Person", "kgo:Organisation", "kgo:Place"})
PAIR = frozenset({"two", "both", "pair", "duo"})
ROLE = frozenset({"compound", "appos", "nmod", "amod"})


@dataclass(slots=True)
class Cluster:
    """Mentions (by number) of one entity, and what they tell about it."""

    members: list[int] = field(default_factory=list)
    kind: str = ""
    number: str = "s"
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    parts: tuple[int, ...] = ()


@dataclass(slots=True)
class Reading:
    """What the language room knows of one text."""

    tree: Tree
    layout: Layout
    paragraphs: list[int]
    quotes: list[Quote]
    mentions: list[Mention]
    clusters: list[Cluster]
    by_token: dict[int, int]

    def cluster_at(self, token: int) -> int | None:
        """The number of the cluster whose mention has this head token."""
        number = self.by_token.get(token)
        return None if number is None else self.mentions[number].cluster


class Coreference:
    """The component; the ontology tells which classes fit together."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its reading in `doc.user_data["kg.reading"]`."""
        tree: Tree = doc.user_data.get("kg.tree") or Tree.of(doc)
        layout: Layout = doc.user_data.get("kg.layout") or Layout.of(doc.text)
        paragraphs = _paragraph_numbers(tree, layout)
        repair(tree, [Name(e.start, e.end - 1, e.label_) for e in doc.ents if e.label_ in NAMES])
        quoted = quotes(tree, paragraphs)
        doc.user_data["kg.reading"] = _Resolver(
            tree, layout, paragraphs, quoted, mentions(doc, tree, self.ontology), self.ontology
        ).reading()
        return doc


def _paragraph_numbers(tree: Tree, layout: Layout) -> list[int]:
    numbers, zone = [], 0
    zones = layout.zones
    for start in tree.starts:
        while zone + 1 < len(zones) and zones[zone + 1].start <= start:
            zone += 1
        numbers.append(zone)
    return numbers


class _Resolver:
    """One text on its way through the sieve."""

    def __init__(
        self,
        tree: Tree,
        layout: Layout,
        paragraphs: list[int],
        quoted: list[Quote],
        found: list[Mention],
        ontology: Ontology,
    ) -> None:
        self.tree, self.layout, self.paragraphs, self.quotes = tree, layout, paragraphs, quoted
        self.mentions, self.ontology = found, ontology
        self.by_token = {m.head: i for i, m in enumerate(found)}
        self.clusters: list[Cluster] = []
        self.groups: dict[tuple[int, ...], int] = {}
        self.voices: dict[tuple[str, int | None], int] = {}
        self.speaker_of = {i: q.speaker for q in quoted for i in range(q.first, q.last + 1)}

    def reading(self) -> Reading:
        self._names()
        self._appositions()
        for i, mention in enumerate(self.mentions):
            if mention.cluster < 0:
                self._resolve(i, mention)
        return Reading(
            self.tree, self.layout, self.paragraphs, self.quotes, self.mentions, self.clusters, self.by_token
        )

    def _new(self, i: int) -> None:
        m = self.mentions[i]
        m.cluster = len(self.clusters)
        self.clusters.append(Cluster([i], m.kind, m.number, m.gender, self._roles(m)))

    def _join(self, i: int, number: int) -> None:
        m, cluster = self.mentions[i], self.clusters[number]
        m.cluster = number
        cluster.members.append(i)
        cluster.gender = cluster.gender or (m.gender if m.gender in ("m", "f") else "")
        cluster.roles |= self._roles(m)
        if m.kind and m.kind != cluster.kind and cluster.kind in self.ontology.types(m.kind):
            cluster.kind = m.kind

    def _roles(self, m: Mention) -> set[str]:
        if m.form is Form.NOUN:
            return {self.tree.lemmas[m.head].lower()}
        if m.form is not Form.NAME:
            return set()
        tree = self.tree
        return {
            tree.lemmas[c].lower()
            for c in tree.children[m.head]
            if c < m.first and tree.deps[c] in ROLE and tree.tags[c].startswith("NN")
        }

    def _names(self) -> None:
        named = [i for i, m in enumerate(self.mentions) if m.form in (Form.NAME, Form.DEMONYM)]
        groups = Namesakes(self.tree, [self.mentions[i] for i in named], self.ontology).groups()
        where: dict[int, int] = {}
        for i, group in zip(named, groups, strict=True):
            if group in where:
                self._join(i, where[group])
            else:
                self._new(i)
                where[group] = self.mentions[i].cluster
        for cluster in self.clusters:
            cluster.kind = self._kind_of(cluster)
            words = {self.tree.lowers[t] for i in cluster.members for t in (self.mentions[i].head,)}
            cluster.gender = cluster.gender or next(
                (g for r in sorted(cluster.roles | words) if (g := genders().get(r))), ""
            )

    def _kind_of(self, cluster: Cluster) -> str:
        """The commonest class of the names; a country's nationality words and abbreviations do not make it less."""
        kinds = Counter(self.mentions[i].kind for i in cluster.members)
        if "kgo:Country" in kinds:
            return "kgo:Country"
        if any(self.mentions[i].form is Form.DEMONYM for i in cluster.members):
            return "kgo:Country"
        return max(kinds, key=lambda k: (kinds[k] + len(self.ontology.types(k)) / 10, k))

    def _appositions(self) -> None:
        """Descriptions beside a name: "X, director of Y", "his adviser X"."""
        for i, m in enumerate(self.mentions):
            if m.form is not Form.NOUN or m.cluster >= 0:
                continue
            for other in self._beside(m.head):
                number = self.by_token.get(other)
                if number is None or number == i:
                    continue
                name = self.mentions[number]
                if not self._is_named(name) or m.number != name.number:
                    continue
                if self._related(m.kind, self.clusters[name.cluster].kind) or self._retyped(m, name):
                    self._join(i, name.cluster)
                    break

    def _is_named(self, m: Mention) -> bool:
        """Whether a mention is a name, or a description that was found to stand beside one."""
        return m.cluster >= 0 and any(self.mentions[k].form is Form.NAME for k in self.clusters[m.cluster].members)

    def _beside(self, head: int) -> Iterator[int]:
        tree = self.tree
        if tree.deps[head] == "appos":
            yield tree.heads[head]
        yield from self._predicated(head)
        for child in tree.children[head]:
            if tree.deps[child] == "appos":
                yield child
            elif (
                tree.deps[child] == "prep"
                and (name := tree.child(child, "pobj")) is not None
                and tree.right[head] == name
            ):
                if any(c in self.by_token and tree.deps[c] in ("compound", "nmod") for c in tree.children[name]):
                    yield name

    def _predicated(self, head: int) -> Iterator[int]:
        """The subject of which a predicate noun is said ("X is a company")."""
        tree = self.tree
        copula = tree.heads[head]
        if tree.lemmas[copula] != "be" or any(
            tree.deps[c] in ("neg", "mark") or tree.tags[c] == "MD" for c in tree.children[copula]
        ):
            return
        wanted = {"attr": "nsubj", "nsubj": "attr"}.get(tree.deps[head])
        for child in tree.children[copula]:
            if tree.deps[child] == wanted and (wanted == "attr" or child < head):
                yield child

    def _retyped(self, m: Mention, name: Mention) -> bool:
        """Whether a description settles what a name of another class is: "X is a company" makes X one.

        A company may well be called a developer or a maker, words for people; countries are what they are.
        """
        cluster = self.clusters[name.cluster]
        types, said = self.ontology.types(cluster.kind), self.ontology.types(m.kind)
        if cluster.kind == "kgo:Country" or not set(said) & COARSE or self.tree.deps[m.head] == "appos":
            return "kgo:Organisation" in types and "kgo:Person" in said and self.tree.deps[m.head] != "appos"
        if not ("kgo:Organisation" in types and "kgo:Person" in said):
            cluster.kind = m.kind
        return True

    def _related(self, a: str, b: str) -> bool:
        """Whether one class is a kind of the other."""
        return not a or not b or b in self.ontology.types(a) or a in self.ontology.types(b)

    def _resolve(self, i: int, m: Mention) -> None:
        number = self._antecedent(i, m)
        if number is None:
            self._new(i)
        else:
            self._join(i, number)

    def _antecedent(self, i: int, m: Mention) -> int | None:
        if m.number == "p" and m.gender != "1" and (group := self._group(i, m)) is not None:
            return group
        if m.form is Form.PRONOUN:
            if m.gender == "1":
                return self._speaker(m)
            if m.gender == "r":
                return self._relative(m)
            return None if m.gender == "2" else self._pronoun(i, m)
        return self._description(i, m)

    def _speaker(self, m: Mention) -> int | None:
        """ "I" is who speaks the quotation, outside all quotations the writer; "we" stays one group of its own."""
        speaker = self.speaker_of.get(m.head)
        number = None if speaker is None else self.by_token.get(speaker)
        if number is not None and m.number == "s":
            cluster = self.mentions[number].cluster
            return cluster if cluster >= 0 else None
        key = (m.number, speaker if m.head in self.speaker_of else None)
        if key in self.voices:
            return self.voices[key]
        self.voices[key] = len(self.clusters)
        return None

    def _relative(self, m: Mention) -> int | None:
        noun = antecedent(self.tree, m.head)
        number = None if noun is None else self.by_token.get(noun)
        return None if number is None or self.mentions[number].cluster < 0 else self.mentions[number].cluster

    def _group(self, i: int, m: Mention) -> int | None:
        """The coordination that "they", "the two leaders" or "the pair" takes up ("A and B … They …")."""
        tree = self.tree
        counted = any(tree.lowers[c] in PAIR for c in tree.children[m.head]) or tree.lowers[m.head] in PAIR
        if m.form is not Form.PRONOUN and not (counted and tree.lowers[m.first] in ("the", "both")):
            return None
        for k in range(i - 1, -1, -1):
            first = self.mentions[k]
            distance = tree.sentence[m.head] - tree.sentence[first.head]
            if distance > (8 if counted else 2):
                return None
            parts = self._coordinated(k, i)
            if len(parts) < 2 or (counted and len(parts) != 2) or self._holds(first.head, m.head):
                if (
                    m.form is Form.PRONOUN
                    and first.cluster >= 0
                    and first.number == "p"
                    and self._agrees(m, first)
                    and not self._bound(m, first)
                ):
                    return None
                continue
            if all(self._group_fits(m, part) for part in parts):
                return self._group_cluster(parts, k)
        return None

    def _holds(self, head: int, token: int) -> bool:
        return self.tree.left[head] <= token <= self.tree.right[head]

    def _coordinated(self, k: int, before: int) -> tuple[int, ...]:
        """The clusters that a mention and its conjuncts belong to, where it opens a coordination."""
        head = self.mentions[k].head
        if self.tree.deps[head] == "conj":
            return ()
        numbers = [self.by_token.get(t) for t in self.tree.conjuncts(head)]
        clusters = [self.mentions[n].cluster for n in numbers if n is not None and n < before]
        return tuple(dict.fromkeys(c for c in clusters if c >= 0)) if None not in numbers else ()

    def _group_fits(self, m: Mention, part: int) -> bool:
        cluster = self.clusters[part]
        types = self.ontology.types(cluster.kind)
        if m.form is Form.PRONOUN:
            return "kgo:Agent" in types or not types
        return (
            cluster.number == "s"
            and self._related(m.kind, cluster.kind)
            and self._is_named(self.mentions[cluster.members[0]])
        )

    def _group_cluster(self, parts: tuple[int, ...], k: int) -> int:
        if parts not in self.groups:
            self.groups[parts] = len(self.clusters)
            self.clusters.append(Cluster([], self.clusters[parts[0]].kind, "p", "", set(), parts))
        return self.groups[parts]

    def _description(self, i: int, m: Mention) -> int | None:
        """An earlier entity that "the president", "the group", "the two leaders" may mean."""
        tree = self.tree
        determiner = tree.lowers[m.first] if m.first < m.head or tree.deps[m.first] == "det" else ""
        head = tree.lemmas[m.head].lower()
        if tree.deps[m.head] == "compound":
            determiner = "the"
        if determiner not in ("the", "this", "that", "these", "those") and not (
            tree.words[m.head][:1].isupper() and m.first == m.head
        ):
            return None
        best: tuple[float, int] | None = None
        modifiers = self._modifiers(m)
        for number in self._earlier(i, 30):
            cluster = self.clusters[number]
            last = self.mentions[cluster.members[-1]]
            distance = tree.sentence[m.head] - tree.sentence[last.head]
            if cluster.number != m.number or not self._related(m.kind, cluster.kind):
                continue
            same_head = head in cluster.roles
            if not same_head and not self._class_fits(m, cluster, distance):
                continue
            if same_head and not self._compatible_modifiers(modifiers, cluster, head):
                continue
            score = (3.0 if same_head else 0.0) - 0.15 * distance + 0.3 * min(len(cluster.members), 40)
            if best is None or score > best[0]:
                best = (score, number)
        return None if best is None else best[1]

    def _modifiers(self, m: Mention) -> set[str]:
        tree = self.tree
        return {
            tree.lemmas[c].lower()
            for c in tree.children[m.head]
            if tree.deps[c] in ("amod", "compound", "nummod", "poss") and m.first <= c
        }

    def _compatible_modifiers(self, modifiers: set[str], cluster: Cluster, head: str) -> bool:
        """Whether some earlier mention with that head bears all modifiers of this one ("the Paris attacks")."""
        if not modifiers:
            return True
        return any(
            modifiers <= self._modifiers(other) or self._name_words(other) >= modifiers
            for other in (self.mentions[k] for k in cluster.members)
            if other.form is not Form.PRONOUN
        )

    def _name_words(self, m: Mention) -> set[str]:
        return {self.tree.lowers[t] for t in range(m.first, m.last + 1)} if m.form is Form.NAME else set()

    def _class_fits(self, m: Mention, cluster: Cluster, distance: int) -> bool:
        """ "the company", "the city", "the group" after a name of that very class, near by."""
        named = any(self.mentions[k].form is Form.NAME for k in cluster.members)
        if not named or distance > WINDOW or m.number != "s" or self._modifiers(m):
            return False
        types = self.ontology.types(cluster.kind)
        return m.kind in types and m.kind not in ("kgo:Person", "kgo:Event", "kgo:Entity", "kgo:Leader")

    def _earlier(self, i: int, window: int) -> Iterator[int]:
        """Clusters with a mention before mention `i`, the latest first, each once."""
        sentence, seen = self.tree.sentence[self.mentions[i].head], set()
        for k in range(i - 1, -1, -1):
            other = self.mentions[k]
            if sentence - self.tree.sentence[other.head] > window:
                return
            if other.cluster >= 0 and other.cluster not in seen:
                seen.add(other.cluster)
                yield other.cluster

    def _pronoun(self, i: int, m: Mention) -> int | None:
        best: tuple[float, int] | None = None
        tree, here = self.tree, self.tree.sentence[m.head]
        for k in range(i - 1, -1, -1):
            other = self.mentions[k]
            distance = here - tree.sentence[other.head]
            if distance > 3:
                break
            if other.cluster < 0 or not self._agrees(m, other) or self._bound(m, other):
                continue
            score = self._salience(m, other, distance, i - k)
            if best is None or score > best[0]:
                best = (score, other.cluster)
        return None if best is None else best[1]

    def _agrees(self, m: Mention, other: Mention) -> bool:
        cluster = self.clusters[other.cluster]
        types = self.ontology.types(cluster.kind)
        person = "kgo:Person" in types
        if other.form is Form.DEMONYM:
            return False
        if m.kind == "kgo:Person":
            return (person or not cluster.kind) and cluster.number == "s" and cluster.gender in ("", m.gender)
        if m.number == "p":
            return cluster.number == "p" or "kgo:Organisation" in types
        return not person and cluster.number == "s"

    def _bound(self, m: Mention, other: Mention) -> bool:
        """Whether syntax forbids that the two are one (binding theory, i-within-i)."""
        tree = self.tree
        if (
            tree.left[other.head] <= m.head <= tree.right[other.head]
            and tree.sentence[other.head] == tree.sentence[m.head]
        ):
            return (other.form is not Form.PRONOUN and tree.deps[m.head] != "poss") or tree.heads[m.head] == other.head
        if tree.tags[m.head] == "PRP$" or tree.lowers[m.head].endswith(("self", "selves")):
            return tree.heads[m.head] == other.head
        verb, above = tree.heads[m.head], tree.heads[other.head]
        if tree.deps[m.head] == "pobj":
            verb = tree.heads[verb]
        return verb == above and tree.deps[m.head] not in SUBJECT

    def _salience(self, m: Mention, other: Mention, distance: int, steps: int) -> float:
        tree = self.tree
        dep, cluster = tree.deps[other.head], self.clusters[other.cluster]
        score = -1.1 * distance - 0.02 * steps + 0.12 * min(len(cluster.members), 8)
        score += 0.8 if dep in SUBJECT else 0.2 if dep in ("dobj", "poss") else 0.0
        score += 0.3 if dep == tree.deps[m.head] else 0.0
        score += 0.3 if other.form is Form.NAME else 0.0
        score += 0.5 if m.gender and m.gender == cluster.gender else 0.0
        if (m.head in self.speaker_of) != (other.head in self.speaker_of):
            score -= 0.4
        return score


@Language.factory("kg_coreference", default_config={"ontology": []}, requires=["doc.ents", "token.dep"])
def make_coreference(nlp: Language, name: str, ontology: list[str]) -> Coreference:
    """The component with the shipped ontology and the Turtle files named in `ontology` on top."""
    return Coreference(Ontology.load(ontology))
