"""`kg_coreference`: which mentions speak of the same person, organisation, place or event.

A sieve after Lee et al. 2013 ("Deterministic coreference resolution based on entity-centric, precision-ranked
rules"): equal names and acronyms first, then appositions and titles, then descriptions by head word and class,
then pronouns by number, gender, speaker, syntax and recency. Nothing merges two people who only share a surname.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg import gazetteer
from kg.language.appositions import Appositions
from kg.language.belongings import Belongings
from kg.language.births import Births
from kg.language.contests import Contests
from kg.language.deals import Deals
from kg.language.descriptions import Descriptions
from kg.language.disclosures import Disclosures
from kg.language.epithets import Epithets
from kg.language.groups import Groups
from kg.language.headlines import Headlines
from kg.language.homelands import Homeland
from kg.language.incomers import Incomers
from kg.language.interviews import answers
from kg.language.introductions import Introductions, is_life
from kg.language.layout import Layout
from kg.language.mentions import Mention, is_age, mentions
from kg.language.names import NAMES
from kg.language.naming import Namesakes
from kg.language.nationals import Nationals
from kg.language.nations import split_nations
from kg.language.plants import Plants
from kg.language.pronouns import Pronouns, is_empty
from kg.language.protagonists import Protagonists
from kg.language.quotes import Quote, quotes
from kg.language.reading import Cluster, Reading
from kg.language.relatives import Relatives
from kg.language.rows import repair_rows
from kg.language.sieve import SUBJECT, Sieve
from kg.language.sites import Sites
from kg.language.spans import Name
from kg.language.speakers import Speakers
from kg.language.sufferers import Sufferers
from kg.language.ties import Ties
from kg.language.topic import Topic
from kg.language.tree import Tree
from kg.language.wordlists import genders, surname_endings, words
from kg.model import Form
from kg.ontology import Ontology

OPEN = frozenset({"kgo:Organisation", "kgo:Agent", "kgo:Place", "kgo:Event", "kgo:GeopoliticalEntity"})
ASIDE = frozenset({"dateline", "byline", "credit"})
POSTS = frozenset({"officer", "director", "minister"})
MESSAGES = words("statement")


class Coreference:
    """The component; the ontology tells which classes fit together."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        titles = ontology.wordings("title", "occupation").items()
        self.posts = frozenset(head for head, wordings in titles if not all(w.phrase for w in wordings)) | POSTS
        self.callings = frozenset(w for w, c in ontology.headwords.items() if "kgo:Person" in ontology.types(c))
        self.callings -= frozenset(ontology.wordings("kinship"))

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its reading in `doc.user_data["kg.reading"]`."""
        tree: Tree = doc.user_data.get("kg.tree") or Tree.of(doc)
        layout: Layout = doc.user_data.get("kg.layout") or Layout.of(doc.text)
        paragraphs = _paragraph_numbers(tree, layout)
        names = [Name(e.start, e.end - 1, e.label_) for e in doc.ents if e.label_ in NAMES]
        repair_rows(tree, names, self.posts, self.callings)
        quoted = quotes(tree, paragraphs)
        people = {i for n in names if n.label == "PERSON" for i in range(n.first, n.last + 1)}
        quoted = sorted([*quoted, *answers(tree, paragraphs, people, quoted)], key=lambda q: q.first)
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


def _in_zones(tree: Tree, layout: Layout, kinds: frozenset[str]) -> frozenset[int]:
    """The tokens of some kinds of zones, as of datelines, which tell of nothing that a text goes on about."""
    spans = [(zone.start, zone.end) for zone in layout.zones if zone.kind in kinds]
    return (
        frozenset(i for i, at in enumerate(tree.starts) if any(a <= at < b for a, b in spans)) if spans else frozenset()
    )


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
        topic = Topic(self.state, paragraphs)
        self.pronouns = Pronouns(self.state, self._resolve, _in_zones(tree, layout, ASIDE), topic)
        self.pending: set[int] = set()
        self.relatives = Relatives(self.state)
        ties = Ties(self.state)
        self.speakers = Speakers(self.state, ties, self._resolve)
        end = layout.zones[0].end if layout.zones and layout.zones[0].kind == "headline" else 0
        headline = sum(start < end for start in tree.starts)
        self.contests = Contests(self.state)
        self.groups = Groups(self.state, self.pronouns, self.contests, Deals(self.state, headline))
        self.appositions = Appositions(self.state)
        self.descriptions = Descriptions(self.state, ties, self.pronouns, headline)
        self.nationals = Nationals(self.state, self.pronouns.binding, self.pronouns.aside)
        self.epithets = Epithets(self.state, self.pronouns.binding, topic)
        homeland = Homeland(tree, found, self.state.clusters, layout.place, ontology)
        written = _in_zones(tree, layout, frozenset({"dateline"}))
        self.sites = Sites(self.state, self.pronouns.binding, written, homeland, paragraphs)
        self.incomers = Incomers(self.state)
        self.protagonists = Protagonists(self.state, self.descriptions)
        self.belongings = Belongings(self.state, self.descriptions, ties, self.contests)
        self.sufferers = Sufferers(self.state, self.pronouns.binding)
        self.rooms = (
            self.descriptions,
            self.incomers,
            self.nationals,
            self.sufferers,
            self.epithets,
            self.protagonists,
            self.sites,
            Plants(self.state, self.pronouns.binding),
        )

    def reading(self) -> Reading:
        self._names()
        self.appositions.join()
        Births(self.state, self.paragraphs).join()
        for i, mention in enumerate(self.state.mentions):
            self._resolve(i, mention)
        self.belongings.join_named()
        Headlines(self.state, self.incomers, self.descriptions.headline).join()
        self.contests.join(self.descriptions.headline)
        Introductions(self.state, self.descriptions.headline, self.paragraphs).join()
        Disclosures(self.state, self.descriptions.headline).join()
        for group in self.groups.mentions():
            self.state.clusters[group.cluster].members.append(len(self.state.mentions))
            self.state.mentions.append(group)
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
            cluster.gender = cluster.gender or self._by_first_name(cluster, gazetteer.first_names())
            cluster.leaning = self._by_surname(cluster) or self._by_first_name(cluster, gazetteer.leanings())

    def _by_first_name(self, cluster: Cluster, known: Mapping[str, str]) -> str:
        """The gender of those who bear the first names of a person's full name, else ""."""
        if "kgo:Person" in self.state.ontology.types(cluster.kind):
            named = (self.state.mentions[i] for i in cluster.members)
            firsts = (self.state.tree.words[t] for m in named for t in range(m.first, m.last) if self._is_first(t, m))
            return next((gender for word in firsts if (gender := known.get(word, ""))), "")
        return ""

    def _is_first(self, token: int, m: Mention) -> bool:
        """Whether a word of a name may be a first name: "Marie" in "Marie-Jose Perec", not "Wilson" in "Wilson-Kay"."""
        words = self.state.tree.words
        opens_surname = words[token + 1] in ("-", "–") and token + 2 == m.last
        return not opens_surname and words[token - 1] not in ("-", "–")

    def _by_surname(self, cluster: Cluster) -> str:
        """The gender that a surname tells by its end in some languages ("Petrova", "Sigurdsdottir"), else ""."""
        if "kgo:Person" not in self.state.ontology.types(cluster.kind):
            return ""
        named = (self.state.mentions[i] for i in cluster.members)
        surnames = [self.state.tree.lowers[m.last] for m in named if m.first < m.last]
        return next((g for word in surnames for ending, g in surname_endings().items() if word.endswith(ending)), "")

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
        """Find the cluster of a mention that has none, of the pronoun that owns it ("his father") before its own."""
        if i in self.pending or m.cluster >= 0:
            return
        self.pending.add(i)
        owner = self.state.tree.child(m.head, "poss") if m.form is Form.NOUN else None
        first = None if owner is None else self.state.by_token.get(owner)
        if first is not None:
            self._resolve(first, self.state.mentions[first])
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
            behind = self._behind_front(m)
            behind = self._asked(m) if behind is None else behind
            behind = self._whose_word(m) if behind is None else behind
            before = self.pronouns.antecedent(i, m) if behind is None else behind
            return self._following(m) if before is None else before
        if m.gender == "a":
            return self.pronouns.antecedent(i, m)
        if m.number == "p" and (group := self.groups.listed(i)) is not None:
            return group
        if (aged := self._aged(i, m)) is not None:
            return aged
        said = self._said_of_pronoun(m)
        said = self._of_pronoun_behind(m) if said is None else said
        if said is None and self.state.tree.child(m.head, "poss") is not None:
            return self.belongings.antecedent(i, m)
        said = self._beside_description(m) if said is None else said
        said = self.belongings.kinsman(i, m) if said is None else said
        said = self.sites.home(m) if said is None else said
        said = self.contests.antecedent(m) if said is None else said
        for room in self.rooms:
            said = room.antecedent(i, m) if said is None else said
        return said

    def _aged(self, i: int, m: Mention) -> int | None:
        """Whom "the 41-year-old surgeon" means: the text adds to what it told of somebody."""
        tree = self.state.tree
        is_aged = any(is_age(tree, c) for c in tree.children[m.head] if m.first < c < m.head)
        is_post = m.kind == "kgo:Leader" and m.last == m.head
        is_aged |= is_post and is_life(tree.words[m.last + 1 : m.last + 4])  # "The premier, 61, left"
        is_person = "kgo:Person" in self.state.ontology.types(m.kind)
        if not (is_aged and is_person) or m.number != "s" or tree.lowers[m.first] != "the":
            return None
        before = self.descriptions.antecedent(i, m)
        person = replace(m, kind="kgo:Person", gender=m.gender or "a")
        return self.pronouns.antecedent(i, person) if before is None else before

    def _said_of_pronoun(self, m: Mention) -> int | None:
        """The entity of the pronoun that a predicate noun is said of ("She is the founder and chair of X")."""
        for subject in self.appositions.predicated(m.head):
            number = self.state.by_token.get(subject)
            pronoun = None if number is None else self.state.mentions[number]
            if pronoun is not None and pronoun.gender == "n" and is_empty(self.state.tree, subject):
                continue
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
        return number if fits and pronoun.number == m.number else None

    def _beside_description(self, m: Mention) -> int | None:
        """Whom the description before a comma means ("The minister, an economist who …")."""
        tree, before = self.state.tree, m.first - 1
        k = self.state.by_token.get(tree.heads[m.head]) if tree.deps[m.head] == "appos" else None
        other = None if k is None else self.state.mentions[k]
        if other is None or other.form is not Form.NOUN or other.cluster < 0 or other.last != before - 1:
            return None
        is_one = tree.words[before] == "," and m.number == other.number and tree.lowers[m.first] in ("a", "an", "the")
        same_gender = not m.gender or self.state.clusters[other.cluster].gender in ("", m.gender)
        fits = self.state.related(m.kind, self.state.clusters[other.cluster].kind)
        return other.cluster if is_one and same_gender and fits else None

    def _behind_front(self, m: Mention) -> int | None:
        """Who is named behind what opens the sentence ("In London, where he was giving a dinner, Eden summoned …")."""
        tree, (first, _) = self.state.tree, self.state.tree.sentences[self.state.tree.sentence[m.head]]
        if m.gender not in ("m", "f") or tree.deps[m.head] not in SUBJECT:
            return None
        for front in tree.ancestors(m.head):
            verb = tree.heads[front]
            if (
                tree.deps[front] == "prep"
                and tree.left[front] <= first + 1
                and tree.deps[verb] == "ROOT"
                and front < verb
            ):
                subject = tree.child(verb, "nsubj", "nsubjpass")
                number = None if subject is None or subject < m.head else self.state.inside.get(subject)
                other = None if number is None else self.state.mentions[number]
                is_named = other is not None and other.form is Form.NAME and other.cluster >= 0
                if other is not None and is_named and self.pronouns.agrees(m, other):
                    return other.cluster
        return None

    def _asked(self, m: Mention) -> int | None:
        """Whom a participle that opens a sentence tells about ("Asked about his rival, Tom Hill smiled")."""
        tree, (first, _) = self.state.tree, self.state.tree.sentences[self.state.tree.sentence[m.head]]
        for front in tree.ancestors(m.head) if m.gender in ("m", "f") else ():
            verb = tree.heads[front]
            is_front = tree.deps[front] == "advcl" and tree.tags[front] == "VBN" and tree.left[front] <= first + 1
            if not is_front or front > verb or tree.child(front, *SUBJECT, "mark") is not None:
                continue
            for number, other in enumerate(self.state.mentions):
                is_own = other.form is not Form.PRONOUN and tree.deps[other.head] != "appos"
                if m.head < other.first < verb and tree.words[other.first - 1] == "," and is_own:
                    self._resolve(number, other)
                    return other.cluster if other.cluster >= 0 and self.pronouns.agrees(m, other) else None
        return None

    def _whose_word(self, m: Mention) -> int | None:
        """Whose message a phrase in front tells of ("In a letter sent by his lawyer the former mayor denied it")."""
        tree, (first, _) = self.state.tree, self.state.tree.sentences[self.state.tree.sentence[m.head]]
        for front in tree.ancestors(m.head) if m.gender in ("m", "f") and tree.deps[m.head] == "poss" else ():
            verb, noun = tree.heads[front], tree.child(front, "pobj")
            is_front = tree.deps[front] == "prep" and tree.left[front] <= first + 1 and tree.deps[verb] == "ROOT"
            if noun is None or not is_front or front > verb or tree.lemmas[noun] not in MESSAGES:
                continue
            subject = tree.child(verb, "nsubj")
            number = None if subject is None or subject < m.head else self.state.inside.get(subject)
            if number is not None and (other := self.state.mentions[number]).form is not Form.PRONOUN:
                self._resolve(number, other)
                return other.cluster if other.cluster >= 0 and self.pronouns.agrees(m, other) else None
        return None

    def _following(self, m: Mention) -> int | None:
        """The subject that a pronoun in a clause or phrase before it stands for ("When he arrived, Obama met …")."""
        tree = self.state.tree
        for clause in (m.head, *tree.ancestors(m.head)):
            if tree.deps[clause] in ("advcl", "prep") and clause < tree.heads[clause]:
                subject = tree.child(tree.heads[clause], "nsubj", "nsubjpass")
                number = None if subject is None or subject < m.head else self.state.inside.get(subject)
                other = None if number is None else self.state.mentions[number]
                if other is not None and other.cluster >= 0 and self.pronouns.agrees(m, other):
                    return other.cluster
        return None


@Language.factory("kg_coreference", default_config={"ontology": []}, requires=["doc.ents", "token.dep"])
def make_coreference(nlp: Language, name: str, ontology: list[str]) -> Coreference:
    """The component with the shipped ontology and the Turtle files named in `ontology` on top."""
    return Coreference(Ontology.load(ontology))
