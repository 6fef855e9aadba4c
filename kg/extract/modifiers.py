"""Claims of what stands beside a name: nationality in front, place behind, life dates in brackets."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from kg import gazetteer
from kg.extract.brackets import life_facts
from kg.extract.confidence import BEHIND, BESIDE, NATIONALITY
from kg.extract.drafts import CERTAIN, PLACE, Draft, Workbench
from kg.language.mentions import Mention
from kg.language.naming import ALIAS_WORDS
from kg.language.nationals import OFFICES
from kg.language.reading import Cluster
from kg.language.wordlists import words
from kg.model import Form
from kg.ontology import Relation

SIZES = {"kgo:Facility": 1, "kgo:City": 2, "kgo:Region": 3, "kgo:Country": 4}
ALIAS, BASED, EMPLOYER = "kgo:alsoKnownAs", "kgo:basedIn", "kgo:worksFor"
CITIZEN, AFFILIATED = "kgo:citizenOf", "kgo:politicalAffiliation"
LIVES = "kgo:livesIn"
LYING = frozenset("the northern southern eastern western central north-eastern south-eastern".split())
TOWNS = frozenset({"kgo:City", "kgo:Region"})
NATIONS = frozenset({"kgo:Country", "kgo:InternationalOrganisation"})
OF_LANGUAGES = words("language trade")  # "a French teacher" may be Icelandic
CAUSES = words("cause of a country")  # "the Peru Solidarity Committee" may sit in Rome


class Modifiers:
    """Reads the claims of modifiers of one text.

    Args:
        nationality: the relations that a nationality in front of a member of a class gives, by class.
    """

    def __init__(self, bench: Workbench, nationality: Mapping[str, list[Relation]]) -> None:
        self.bench, self.nationality = bench, nationality

    def drafts(self) -> Iterator[Draft]:
        """Nationalities and containing places, then dates of birth and death."""
        yield from self._of_modifiers()
        yield from self._of_brackets()
        yield from self._of_predicates()
        yield from self._of_acronyms()
        yield from self._of_members()
        yield from self._of_nationals()

    def _of_modifiers(self) -> Iterator[Draft]:
        """A country in front of its people and bodies ("Iraqi artist", "US Capitol Police"), a place behind a place."""
        for m in self.bench.reading.mentions[:]:
            cluster = self.bench.reading.clusters[m.cluster]
            is_crowd = m.number == "p" and not OFFICES & set(self.bench.ontology.types(cluster.kind))
            is_people = bool(cluster.label) and cluster.number == "p"
            if m.form not in (Form.NAME, Form.NOUN) or m.cluster < 0 or cluster.parts or is_people:
                continue
            if m.form is Form.NOUN and (is_crowd or self.bench.arguments.is_nothing(m.head)):
                continue
            for child in self._modifiers(m.head):
                yield from self._of_modifier(m, child)
            yield from self._of_place(m)

    def _of_place(self, m: Mention) -> Iterator[Draft]:
        """The place behind a place ("Dallas, Texas")."""
        located = self.bench.ontology.relations.get("kgo:locatedIn")
        if located is None or m.form is not Form.NAME or PLACE not in self.bench.arguments.types(m.cluster):
            return
        phrase = self.bench.tree.slice(m.first, m.last)
        around = [*self.bench.containing(m.head), *self._within(m)]
        for place in (p for p in around if self._may_lie_in(m.cluster, p)):
            draft = self.bench.draft(located, (m.cluster, place), None, m.head, phrase, *CERTAIN, BESIDE)
            yield replace(draft, time=None)  # where a town lies has no date

    def _may_lie_in(self, one: int, other: int) -> bool:
        """Whether the one is not of a class of places that are as large ("beat Chile in Oslo")."""
        sizes = [SIZES.get((self.bench.arguments.types(c) or ("",))[0], 0) for c in (one, other)]
        return not all(sizes) or sizes[0] < sizes[1] or set(sizes) == {1}

    def _within(self, m: Mention) -> Iterator[int]:
        """The place that follows at once with "in" ("the Luzhniki Stadium in Moscow")."""
        tree, arguments = self.bench.tree, self.bench.arguments
        start = m.last + (2 if tree.words[m.last + 1 : m.last + 2] == [","] else 1)
        if start + 2 >= len(tree) or tree.lowers[start] != "in":
            return
        token = start + (2 if tree.lowers[start + 1] in LYING else 1)
        number = arguments.inside.get(token)
        place = None if number is None else self.bench.reading.mentions[number]
        if place is None or place.first not in (start + 1, token) or place.form is not Form.NAME:
            return
        if place.cluster in (-1, m.cluster):
            return
        if PLACE in arguments.types(place.cluster):
            yield place.cluster

    def _is_placed(self, m: Mention) -> bool:
        """Whether a place behind it tells where it is ("the Yugoslav consulate in Sydney")."""
        tree, arguments = self.bench.tree, self.bench.arguments
        places = (tree.child(c, "pobj") for c in tree.children[m.head] if c > m.head and tree.lowers[c] == "in")
        clusters = (arguments.cluster(place) for place in places if place is not None)
        return any(c is not None and PLACE in arguments.types(c) for c in clusters)

    def _is_for(self, m: Mention, child: int) -> bool:
        """Whether a name says what is done for a country, and not where ("the Peru Solidarity Committee")."""
        return m.form is Form.NAME and not CAUSES.isdisjoint(self.bench.tree.lowers[child + 1 : m.last + 1])

    def _of_modifier(self, m: Mention, child: int) -> Iterator[Draft]:
        """What a nationality in front of a person or a body says; of people only where they are named."""
        arguments = self.bench.arguments
        country, types = arguments.cluster(child), arguments.types(m.cluster)
        is_party = country is not None and "kgo:PoliticalParty" in arguments.types(country)
        if country is not None and is_party and "kgo:Person" in types and not self._is_owners(child):
            yield from self._of_party(m, country, child)
        if country is None or country == m.cluster:
            return
        if m.form is Form.NOUN and "kgo:Organisation" in types and TOWNS & set(arguments.types(country)):
            yield from self._of_town(m, country, child)
        if not NATIONS & set(arguments.types(country)) or self._is_anothers(m.head, child):
            return
        if self.bench.tree.lemmas[self.bench.tree.heads[child]] in OF_LANGUAGES:
            return
        is_owned = self.bench.tree.deps[child] == "poss" and m.form is Form.NAME  # "Kenya's Eliud Kipchoge"
        told = is_owned or arguments.is_nationality(child)
        if "kgo:Person" in types and not (arguments.is_named(m.cluster) and told):
            return
        phrase = self.bench.tree.slice(child, m.head)
        for curie in dict.fromkeys(r.curie for c in types for r in self.nationality.get(c, ())):
            relation = self.bench.ontology.relations[curie]
            if arguments.fit(country, relation.range) < 1:
                continue
            is_of_state = m.form is Form.NOUN and bool(OFFICES & set(types))  # "a Scottish court" may sit elsewhere
            if relation.curie == BASED and (is_of_state or self._is_placed(m) or self._is_for(m, child)):
                continue
            yield self.bench.draft(relation, (m.cluster, country), None, m.head, phrase, *CERTAIN, NATIONALITY)

    def _is_owners(self, party: int) -> bool:
        """Whether a party is that of whoever owns the noun behind it ("the mayor's party colleague")."""
        tree = self.bench.tree
        is_named = tree.words[party][:1].isupper()
        return not is_named and tree.child(tree.heads[party], "poss") is not None

    def _is_anothers(self, head: int, child: int) -> bool:
        """Whether a body named after one country belongs to another ("Italy's Libya Office")."""
        owners = (c for c in self.bench.tree.children[head] if self.bench.tree.deps[c] == "poss" and c != child)
        clusters = (self.bench.arguments.cluster(c) for c in owners)
        return any(c is not None and NATIONS & set(self.bench.arguments.types(c)) for c in clusters)

    def _of_town(self, m: Mention, town: int, token: int) -> Iterator[Draft]:
        """The town in front of a body ("a New York consulting firm")."""
        relation = self.bench.ontology.relations.get(BASED)
        if (
            relation is not None
            and self.bench.tree.deps[token] in ("compound", "nmod", "amod")
            and not self._is_placed(m)
        ):
            phrase = self.bench.tree.slice(token, m.head)
            yield self.bench.draft(relation, (m.cluster, town), None, m.head, phrase, *CERTAIN, NATIONALITY)

    def _of_party(self, m: Mention, party: int, token: int) -> Iterator[Draft]:
        """The party in front of a person's post ("a Labour politician", "Republican Senator X")."""
        relation = self.bench.ontology.relations.get(AFFILIATED)
        if relation is not None and self.bench.arguments.is_named(m.cluster):
            phrase = self.bench.tree.slice(token, m.head)
            yield self.bench.draft(relation, (m.cluster, party), None, m.head, phrase, *CERTAIN, NATIONALITY)

    def _of_predicates(self) -> Iterator[Draft]:
        """The nationality of a person in what the person is, whatever that be ("X was a Danish furrier")."""
        tree, arguments = self.bench.tree, self.bench.arguments
        for frame in self.bench.frames.values():
            noun = frame.complement
            if not frame.is_copula or noun is None or tree.pos[noun] != "NOUN" or noun in arguments.inside:
                continue
            for subject in (c for token in frame.grammatical for c in arguments.clusters(token)):
                if "kgo:Person" in arguments.types(subject):
                    number = self.bench.reading.clusters[subject].members[0]
                    m = replace(self.bench.reading.mentions[number], head=noun, cluster=subject)
                    for child in self._modifiers(noun):
                        yield from self._of_modifier(m, child)
        for noun, number in self.bench.arguments.apposed():
            m = replace(self.bench.reading.mentions[number], head=noun)
            for child in self._modifiers(noun):
                yield from self._of_modifier(m, child)

    def _modifiers(self, head: int) -> Iterator[int]:
        """What stands in front of a noun, and in front of the title before a name ("French President X")."""
        tree = self.bench.tree
        for child in tree.children[head]:
            if child < head and tree.deps[child] in ("amod", "compound", "nmod", "poss"):
                yield child
                if tree.tags[child][:2] == "NN" and tree.deps[child] == "compound":
                    yield from self._modifiers(child)
        yield from self._shared(head)

    def _shared(self, head: int) -> Iterator[int]:
        """What stands in front of a plural title that several names share ("the Russian cosmonauts A and B")."""
        tree = self.bench.tree
        noun = tree.heads[head]
        while tree.deps[head] == "conj" and tree.deps[noun] == "conj":
            noun = tree.heads[noun]
        if tree.deps[head] == "conj":
            titles = [tree.heads[noun]] if tree.deps[noun] == "appos" else tree.children[noun]
        else:
            titles = [noun] if tree.deps[head] == "appos" else []
        for title in titles:
            if tree.tags[title] == "NNS" and title < head:
                yield from (c for c in tree.children[title] if tree.deps[c] in ("amod", "compound") and c < title)

    def _of_nationals(self) -> Iterator[Draft]:
        """The country of somebody whom the text calls after it ("X, an American who …", "X is a Norwegian")."""
        relation, tree, arguments = self.bench.ontology.relations.get(CITIZEN), self.bench.tree, self.bench.arguments
        if relation is None:
            return
        for m in self.bench.reading.mentions[:]:
            country = gazetteer.demonyms().get(tree.words[m.head]) if m.form is Form.NOUN and m.cluster >= 0 else None
            if country is None or m.number != "s" or tree.deps[m.head] not in ("appos", "attr"):
                continue
            if "kgo:Person" not in arguments.types(m.cluster) or not arguments.is_named(m.cluster):
                continue
            polarity, modality = CERTAIN
            if tree.deps[m.head] == "attr":
                polarity, modality = self.bench.certainty.of(tree.heads[m.head])
            pair = (m.cluster, self._country(country, m.head))
            phrase = tree.slice(m.first, m.head)
            yield self.bench.draft(relation, pair, None, m.head, phrase, polarity, modality, NATIONALITY)

    def _country(self, country: gazetteer.Country, token: int) -> int:
        """The entity of a country, made now if the text has no other word for it."""
        reading, words = self.bench.reading, gazetteer.demonyms() | gazetteer.country_names()
        for m in reading.mentions:
            is_country = m.cluster >= 0 and reading.clusters[m.cluster].kind == "kgo:Country"
            if is_country and words.get(self.bench.tree.slice(m.first, m.last)) == country:
                return m.cluster
        reading.mentions.append(
            Mention(token, token, token, Form.DEMONYM, "kgo:Country", "s", "", len(reading.clusters))
        )
        reading.clusters.append(Cluster([len(reading.mentions) - 1], "kgo:Country", "s"))
        return len(reading.clusters) - 1

    def _of_members(self) -> Iterator[Draft]:
        """The body behind a person's name ("Jane Doe of the National Weather Service")."""
        tree, arguments = self.bench.tree, self.bench.arguments
        for m in self.bench.reading.mentions[:]:
            if m.form is not Form.NAME or "kgo:Person" not in arguments.types(m.cluster):
                continue
            behind = next(
                (c for c in tree.children[m.head] if c == m.last + 1 and tree.lowers[c] in ("of", "at")), None
            )
            if behind is not None and tree.lowers[behind] == "at" and tree.heads[m.head] < m.head:  # "said X at Y"
                continue
            behind = self._home(m) if behind is None else behind
            body = None if behind is None else tree.child(behind, "pobj")
            cluster = None if body is None else arguments.cluster(body)
            if cluster is None or not arguments.is_named(cluster):
                continue
            is_home = behind is not None and behind > m.last + 1
            types = arguments.types(cluster)
            word = tree.lowers[behind or 0]
            found = self._of_home(types) if is_home else self._of_body(word, types)
            if is_home and found is None and word == "of":  # "Norman Hale, of Stanford University,"
                found = self._of_body(word, types)
            if found is not None:
                phrase = tree.words[behind or 0]
                yield self.bench.draft(found, (m.cluster, cluster), None, m.head, phrase, *CERTAIN, BEHIND)

    def _home(self, m: Mention) -> int | None:
        """The preposition of where somebody is from, behind a comma or an age ("Ann Hall, 54, of Leeds")."""
        tree = self.bench.tree
        between = {"CD", ","}
        for child in tree.children[m.head]:
            if child > m.last + 1 and tree.lowers[child] in ("of", "from") and tree.deps[child] == "prep":
                return child if all(tree.tags[t] in between for t in range(m.last + 1, child)) else None
        return None

    def _of_home(self, types: tuple[str, ...]) -> Relation | None:
        return self.bench.ontology.relations.get(home_relation(types))

    def _of_body(self, preposition: str, types: tuple[str, ...]) -> Relation | None:
        """ "Jane Doe of the National Weather Service" works for it, "Jane Doe of Norway" is a citizen."""
        if "kgo:Country" in types:
            return self.bench.ontology.relations.get(CITIZEN) if preposition == "of" else None
        if "kgo:PoliticalParty" in types:
            return self.bench.ontology.relations.get(AFFILIATED)
        return self.bench.ontology.relations.get(EMPLOYER) if "kgo:Organisation" in types else None

    def _of_acronyms(self) -> Iterator[Draft]:
        """The other form in brackets behind a name ("World Health Organization (WHO)", "Jane Roe (Russian: …)")."""
        relation = self.bench.ontology.relations.get(ALIAS)
        tree, mentions = self.bench.tree, self.bench.reading.mentions
        ending = {(m.last, m.cluster): m for m in mentions if m.form is Form.NAME}
        opening = ALIAS_WORDS | {"(", ":"}
        for short in [m for m in mentions if m.form is Form.NAME and tree.lowers[m.first - 1] in opening]:
            bracket = next((i for i in range(short.first - 1, max(0, short.first - 6), -1) if tree.words[i] == "("), 0)
            long = ending.get((bracket - 1, short.cluster))
            if relation is not None and long is not None:
                tokens = (short.first, short.last)
                yield self.bench.draft(relation, (long.cluster, tokens), None, long.head, "(", *CERTAIN, BESIDE)

    def _of_brackets(self) -> Iterator[Draft]:
        """Birth and death in brackets behind a person's name."""
        for fact in life_facts(self.bench.reading):
            relation = self.bench.ontology.relations.get(fact.relation)
            if relation is not None and self._fits(fact.object, relation):
                pair = (fact.person, fact.object)
                yield self.bench.draft(relation, pair, None, fact.head, fact.phrase, *CERTAIN, BESIDE)

    def _fits(self, party: int | tuple[int, int], relation: Relation) -> bool:
        return not isinstance(party, int) or self.bench.arguments.fit(party, relation.range) >= 1


def home_relation(types: Collection[str]) -> str:
    """What tells that somebody is from a place of some classes: a citizen of a country, living in a town."""
    return CITIZEN if "kgo:Country" in types else LIVES if not TOWNS.isdisjoint(types) else ""
