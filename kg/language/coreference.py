"""`kg_coreference`: which mentions speak of the same person, organisation, place or event.

A sieve after Lee et al. 2013 ("Deterministic coreference resolution based on entity-centric, precision-ranked
rules"): equal names and acronyms first, then appositions and titles, then descriptions by head word and class,
then pronouns by number, gender, speaker, syntax and recency. Nothing merges two people who only share a surname.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg import gazetteer
from kg.language.appositions import Appositions
from kg.language.groups import Groups
from kg.language.layout import Layout
from kg.language.mentions import Mention, mentions
from kg.language.names import NAMES
from kg.language.naming import Namesakes
from kg.language.nations import split_nations
from kg.language.pronouns import Pronouns
from kg.language.quotes import Quote, quotes
from kg.language.reading import Cluster, Reading
from kg.language.relatives import Relatives
from kg.language.rows import repair_rows
from kg.language.sieve import SUBJECT, Sieve
from kg.language.spans import Name
from kg.language.speakers import Speakers
from kg.language.tree import Tree
from kg.language.wordlists import genders
from kg.model import Form
from kg.ontology import Ontology

WINDOW = 4
NEAR = 3
GENERAL = frozenset({"kgo:Person", "kgo:Event", "kgo:Entity", "kgo:Leader", "kgo:Place", "kgo:Agent"})
OPEN = frozenset({"kgo:Organisation", "kgo:Agent", "kgo:Place", "kgo:Event"})
POSTS = frozenset({"officer", "director", "minister"})


class Coreference:
    """The component; the ontology tells which classes fit together."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        titles = ontology.wordings("title", "occupation").items()
        self.posts = frozenset(head for head, wordings in titles if not all(w.phrase for w in wordings)) | POSTS

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its reading in `doc.user_data["kg.reading"]`."""
        tree: Tree = doc.user_data.get("kg.tree") or Tree.of(doc)
        layout: Layout = doc.user_data.get("kg.layout") or Layout.of(doc.text)
        paragraphs = _paragraph_numbers(tree, layout)
        repair_rows(tree, [Name(e.start, e.end - 1, e.label_) for e in doc.ents if e.label_ in NAMES], self.posts)
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
        self.state = Sieve(tree, quoted, found, ontology)
        self.layout, self.paragraphs, self.quotes = layout, paragraphs, quoted
        self.pronouns = Pronouns(self.state)
        self.relatives = Relatives(self.state)
        self.speakers = Speakers(self.state)
        self.groups = Groups(self.state, self.pronouns)
        self.appositions = Appositions(self.state)

    def reading(self) -> Reading:
        self._names()
        self.appositions.join()
        for i, mention in enumerate(self.state.mentions):
            if mention.cluster < 0:
                self._resolve(i, mention)
        found = Reading(
            self.state.tree,
            self.layout,
            self.paragraphs,
            self.quotes,
            self.state.mentions,
            self.state.clusters,
            self.state.by_token,
        )
        split_nations(found)
        return found

    def _names(self) -> None:
        named = [i for i, m in enumerate(self.state.mentions) if m.form in (Form.NAME, Form.DEMONYM)]
        groups = Namesakes(self.state.tree, [self.state.mentions[i] for i in named], self.state.ontology).groups()
        where: dict[int, int] = {}
        for i, group in zip(named, groups, strict=True):
            if group in where:
                self.state.join(i, where[group])
            else:
                self.state.new(i)
                where[group] = self.state.mentions[i].cluster
        for cluster in self.state.clusters:
            cluster.kind = self._kind_of(cluster)
            words = {self.state.tree.lowers[t] for i in cluster.members for t in (self.state.mentions[i].head,)}
            cluster.gender = cluster.gender or next(
                (g for r in sorted(cluster.roles | words) if (g := genders().get(r))), ""
            )
            cluster.gender = cluster.gender or self._by_first_name(cluster)

    def _by_first_name(self, cluster: Cluster) -> str:
        """The gender of nearly all who bear the first name of a person's full name, else ""."""
        if "kgo:Person" in self.state.ontology.types(cluster.kind):
            for i in cluster.members:
                m = self.state.mentions[i]
                gender = gazetteer.first_names().get(self.state.tree.words[m.first], "") if m.first < m.last else ""
                if gender:
                    return gender
        return ""

    def _kind_of(self, cluster: Cluster) -> str:
        """The commonest class of the names, or the one of its subclasses that some of them tell.

        A country's nationality words and abbreviations do not make it less.
        """
        kinds = Counter(self.state.mentions[i].kind for i in cluster.members)
        if "kgo:Country" in kinds:
            return "kgo:Country"
        if any(self.state.mentions[i].form is Form.DEMONYM for i in cluster.members):
            return "kgo:Country"
        types = self.state.ontology.types
        ranked = sorted(kinds, key=lambda k: (-kinds[k], -len(types(k)), k))
        best = max(kinds, key=lambda k: (kinds[k] + len(types(k)) / 10, k))
        return next((k for k in ranked if k != best and best in types(k)), best) if best in OPEN else best

    def _resolve(self, i: int, m: Mention) -> None:
        number = self._antecedent(i, m)
        if number is None:
            self.state.new(i)
        else:
            self.state.join(i, number)

    def _antecedent(self, i: int, m: Mention) -> int | None:
        if m.number == "p" and m.gender != "1" and (group := self.groups.antecedent(i, m)) is not None:
            return group
        if m.form is Form.PRONOUN:
            if m.gender in ("1", "2"):
                return self.speakers.antecedent(m)
            if m.gender == "r":
                return self.relatives.antecedent(i, m)
            before = self.pronouns.antecedent(i, m)
            return self._following(m) if before is None else before
        if m.gender == "a":
            return self.pronouns.antecedent(i, m)
        if m.number == "p" and (group := self.groups.listed(i)) is not None:
            return group
        said = self._said_of_pronoun(m)
        said = self._of_pronoun_behind(m) if said is None else said
        return self._description(i, m) if said is None else said

    def _said_of_pronoun(self, m: Mention) -> int | None:
        """The entity of the pronoun that a predicate noun is said of ("She is the founder and chair of X")."""
        for subject in self.appositions.predicated(m.head):
            number = self.state.by_token.get(subject)
            pronoun = None if number is None else self.state.mentions[number]
            if pronoun is not None and pronoun.form is Form.PRONOUN and pronoun.cluster >= 0:
                kind = self.state.clusters[pronoun.cluster].kind
                if m.number == pronoun.number and self.state.related(m.kind, kind):
                    return pronoun.cluster
        return None

    def _of_pronoun_behind(self, m: Mention) -> int | None:
        """Whom the pronoun means that a description stands in front of ("A member of the party, he governed")."""
        k = self.state.by_token.get(self.state.tree.heads[m.head])
        pronoun = None if k is None else self.state.mentions[k]
        if self.state.tree.deps[m.head] != "appos" or pronoun is None or pronoun.form is not Form.PRONOUN:
            return None
        number = self.pronouns.antecedent(k, pronoun) if k is not None and pronoun.head > m.head else None
        fits = number is not None and self.state.related(m.kind, self.state.clusters[number].kind)
        return number if fits else None

    def _following(self, m: Mention) -> int | None:
        """The subject that a pronoun in a clause before it stands for ("When he arrived, Obama met …")."""
        tree = self.state.tree
        for clause in (m.head, *tree.ancestors(m.head)):
            if tree.deps[clause] == "advcl" and clause < tree.heads[clause]:
                subject = tree.child(tree.heads[clause], "nsubj", "nsubjpass")
                number = None if subject is None or subject < m.head else self.state.inside.get(subject)
                other = None if number is None else self.state.mentions[number]
                if other is not None and other.cluster >= 0 and self.pronouns.agrees(m, other):
                    return other.cluster
        return None

    def _description(self, i: int, m: Mention) -> int | None:
        """An earlier entity that "the president", "the group", "the two leaders" may mean."""
        tree = self.state.tree
        determiner = tree.lowers[m.first] if m.first < m.head or tree.deps[m.first] == "det" else ""
        head = tree.lemmas[m.head].lower()
        if tree.deps[m.head] == "compound":
            determiner = "the"
        modifiers = self._modifiers(m)
        if determiner not in ("the", "this", "that", "these", "those") and not (
            tree.words[m.head][:1].isupper() and m.first == m.head
        ):
            return self._same_kind(i, m, modifiers) if m.number == "p" or m.first == m.last else None
        best: tuple[float, int] | None = None
        for number in self._earlier(i, 30):
            cluster = self.state.clusters[number]
            last = self.state.mentions[cluster.members[-1]]
            distance = tree.sentence[m.head] - tree.sentence[last.head]
            if cluster.number != m.number or not self.state.related(m.kind, cluster.kind):
                continue
            if (
                tree.deps[m.head] == "dobj"
                and tree.deps[last.head] in SUBJECT
                and tree.heads[last.head] == tree.heads[m.head]
            ):
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

    def _same_kind(self, i: int, m: Mention, modifiers: set[str]) -> int | None:
        """The same bare words said before ("police", "religious schools")."""
        tree, head = self.state.tree, self.state.tree.lowers[m.head]
        if any(tree.deps[c] in ("det", "poss", "nummod") for c in tree.children[m.head]):
            return None
        for other in self.state.mentions[i - 1 :: -1] if i else ():
            if other.form is Form.NOUN and other.cluster >= 0 and tree.lowers[other.head] == head:
                is_bare = not any(tree.deps[c] in ("poss", "nummod") for c in tree.children[other.head])
                if is_bare and other.number == m.number and self._modifiers(other) == modifiers:
                    return other.cluster
        return None

    def _modifiers(self, m: Mention) -> set[str]:
        tree = self.state.tree
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
            for other in (self.state.mentions[k] for k in cluster.members)
            if other.form is not Form.PRONOUN
        )

    def _name_words(self, m: Mention) -> set[str]:
        """The words of a name and of the title before it ("Home Secretary Suella Braverman")."""
        tree = self.state.tree
        if m.form is not Form.NAME:
            return set()
        return {tree.lowers[t] for t in range(min(m.first, tree.left[m.head]), m.last + 1)}

    def _class_fits(self, m: Mention, cluster: Cluster, distance: int) -> bool:
        """ "the company", "the city", "the group" after a name of that very class, near by."""
        if self._is_same_event(m, cluster, distance):
            return True
        named = any(self.state.mentions[k].form is Form.NAME for k in cluster.members)
        if not named or distance > WINDOW or m.number != "s" or self._modifiers(m):
            return False
        types = self.state.ontology.types(cluster.kind)
        loosely = cluster.kind == "kgo:Organisation" and cluster.kind in self.state.ontology.types(m.kind)
        return (m.kind in types or loosely) and m.kind not in GENERAL

    def _is_same_event(self, m: Mention, cluster: Cluster, distance: int) -> bool:
        """ "the quake" soon after "an earthquake": one kind of event."""
        is_event = "kgo:Event" in self.state.ontology.types(m.kind)[1:]
        is_bare = m.number == "s" and m.last == m.head and not self._modifiers(m)
        return is_event and is_bare and m.kind == cluster.kind and distance <= NEAR

    def _earlier(self, i: int, window: int) -> Iterator[int]:
        """Clusters with a mention before mention `i`, the latest first, each once."""
        sentence, seen = self.state.tree.sentence[self.state.mentions[i].head], set()
        for k in range(i - 1, -1, -1):
            other = self.state.mentions[k]
            if sentence - self.state.tree.sentence[other.head] > window:
                return
            if other.cluster >= 0 and other.cluster not in seen:
                seen.add(other.cluster)
                yield other.cluster


@Language.factory("kg_coreference", default_config={"ontology": []}, requires=["doc.ents", "token.dep"])
def make_coreference(nlp: Language, name: str, ontology: list[str]) -> Coreference:
    """The component with the shipped ontology and the Turtle files named in `ontology` on top."""
    return Coreference(Ontology.load(ontology))
