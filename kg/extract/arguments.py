"""Arguments: which entity a token stands for, what classes it has, and how it reads in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from kg.language.homelands import Homeland
from kg.language.kinds import kind_of
from kg.language.mentions import Mention
from kg.language.phrases import is_to_whom
from kg.language.quotes import subject_of
from kg.language.reading import Cluster, Reading
from kg.language.wordlists import words
from kg.model import Form
from kg.ontology import Ontology

ANYTHING, UNKNOWN, PEOPLE = "kgo:Entity", "kgo:Unknown", "kgo:Person"
QUANTITIES = words("quantity")
ONES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
NOTHING = frozenset({"no", "not", "neither"})
EMPTY = words("empty noun")
SHARES = frozenset({"percent", "%", "cent"})
THINGS = frozenset({"kgo:Organisation", "kgo:GeopoliticalEntity", "kgo:Work", "kgo:Product"})
COUNTED = frozenset({"dobj", "nsubj", "nsubjpass"})
COUNTING = frozenset({"advmod", "quantmod", "amod", "prep", "punct"})  # "at least 30", "about 50", "another 12"
COUNT = re.compile(r"[a-z]+|[1-9]\d{0,2}|[1-9]\d{0,2}(?:,\d\d\d)+")
TRAILING = frozenset({"relcl", "appos", "acl", "cc", "conj", "punct", "advcl", "dep", "parataxis"})


class Arguments:
    """Looks up and, where the ontology asks for a thing that nobody mentioned before, creates entities."""

    def __init__(self, reading: Reading, ontology: Ontology) -> None:
        self.reading, self.tree, self.ontology = reading, reading.tree, ontology
        self.inside = {
            t: i for i, m in enumerate(reading.mentions) if m.form is not Form.NOUN for t in range(m.first, m.last + 1)
        } | reading.by_token

    @cached_property
    def land(self) -> Homeland:
        """The country that the text is set in, and those that it tells of."""
        reading = self.reading
        return Homeland(self.tree, reading.mentions, reading.clusters, reading.layout.place, self.ontology)

    def clusters(self, token: int) -> Iterator[int]:
        """The entities that a head token stands for: one, or the parts of a group ("the two leaders")."""
        number = self.cluster(token)
        if number is None:
            return
        parts = self.reading.clusters[number].parts
        yield from parts or (number,)

    def cluster(self, token: int) -> int | None:
        """The entity that a token is part of the name of, or the head of the description of.

        A quantity stands for what it counts ("a group of diplomats", "dozens of rebels").
        """
        if self.tree.lowers[token] == "one" and (one := self._one(token)) is not None:
            return one
        token = self._counted(token)
        number = self.inside.get(token)
        if number is not None:
            return self.reading.mentions[number].cluster
        if self.tree.deps[token] == "attr":
            return self._described(token)
        behind = self._named_behind(token)
        return self._told_beside(token) if behind is None else behind

    def _one(self, token: int) -> int | None:
        """The one of several: by name ("one of his aides, Ann Hall"), or an entity of its own ("one of the men")."""
        tree, behind = self.tree, self.tree.child(token, "appos")
        named = None if behind is None or behind < token else self._called(behind)
        if named is not None:
            return named
        if token in self.inside:
            return self.reading.mentions[self.inside[token]].cluster
        several = self._counted(token)
        number = self.inside.get(several) if several != token and tree.tags[several] == "NNS" else None
        mention = None if number is None else self.reading.mentions[number]
        if mention is None or mention.form is not Form.NOUN or tree.deps[token] not in ONES:
            return None
        return self.make(token, self.reading.clusters[mention.cluster].kind, *self.phrase(token))

    def _called(self, noun: int) -> int | None:
        """Who is meant by a noun, or told behind it, where some mention names them."""
        number = self.inside.get(noun)
        cluster = self._named_behind(noun) if number is None else self.reading.mentions[number].cluster
        return cluster if cluster is not None and cluster >= 0 and self.is_named(cluster) else None

    def _named_behind(self, noun: int) -> int | None:
        """Who is named behind a noun that is no mention itself ("Her deputy, Anna Silva, resigned")."""
        tree = self.tree
        behind = tree.child(noun, "appos") if tree.tags[noun] == "NN" else None
        number = None if behind is None or behind < noun else self.inside.get(behind)
        mention = None if number is None else self.reading.mentions[number]
        return mention.cluster if mention is not None and mention.form is Form.NAME else None

    def _told_beside(self, noun: int) -> int | None:
        """Whose name a noun that is no mention stands beside ("Acme, the carmaker led by X")."""
        number = self.inside.get(self.tree.heads[noun]) if self.tree.deps[noun] == "appos" else None
        mention = None if number is None or self.tree.tags[noun] != "NN" else self.reading.mentions[number]
        return mention.cluster if mention is not None and mention.form is Form.NAME else None

    def _described(self, predicate: int) -> int | None:
        """Whom a predicate noun that is no mention describes ("X is a non-profit based in New York")."""
        tree, verb = self.tree, self.tree.heads[predicate]
        subject = tree.child(verb, "nsubj")
        if tree.lemmas[verb] != "be" or subject is None or tree.is_denied(verb):
            return None
        number = self.inside.get(subject)
        return None if number is None else self.reading.mentions[number].cluster

    def apposed(self) -> Iterator[tuple[int, int]]:
        """Nouns that are no mention beside the name of a person ("X, a Danish furrier"), with that mention's number."""
        tree = self.reading.tree
        for noun, dep in enumerate(tree.deps):
            number = self.inside.get(tree.heads[noun]) if dep == "appos" and tree.tags[noun] == "NN" else None
            if number is None or noun in self.inside or tree.heads[noun] > noun:
                continue
            m = self.reading.mentions[number]
            is_a = tree.lowers[tree.left[noun]] in ("a", "an", "the")
            if is_a and m.form is Form.NAME and m.cluster >= 0 and "kgo:Person" in self.types(m.cluster):
                yield noun, number

    def _counted(self, token: int) -> int:
        tree = self.tree
        if tree.lemmas[token].lower() in QUANTITIES:
            for child in tree.children[token]:
                if tree.lowers[child] == "of":
                    return next((c for c in tree.children[child] if tree.deps[c] == "pobj"), token)
        return token

    def types(self, cluster: int) -> tuple[str, ...]:
        """The classes of an entity, the most specific first; empty where nothing is known."""
        kind = self.reading.clusters[cluster].kind
        return self.ontology.types(kind) if kind else ()

    def is_named(self, cluster: int) -> bool:
        """Whether some mention names the entity."""
        return any(
            self.reading.mentions[k].form in (Form.NAME, Form.DEMONYM) for k in self.reading.clusters[cluster].members
        )

    def is_one(self, cluster: int) -> bool:
        """Whether an entity is not several."""
        return self.reading.clusters[cluster].number != "p"

    def is_nothing(self, token: int) -> bool:
        """Whether a noun phrase speaks of nobody ("no Swedish prime minister", "not a single minister")."""
        return any(self.tree.lowers[c] in NOTHING for c in self.tree.children[token] if c < token)

    def is_empty(self, cluster: int) -> bool:
        """Whether a noun names nothing without the clause behind it ("praised the way in which …")."""
        members = [self.reading.mentions[k] for k in self.reading.clusters[cluster].members]
        return bool(members) and all(
            m.form is Form.NOUN and m.first + 1 >= m.last == m.head and self.tree.lemmas[m.head] in EMPTY
            for m in members
        )

    def is_nationality(self, token: int) -> bool:
        """Whether a token is a nationality word in front of a noun ("French")."""
        number = self.inside.get(token)
        is_demonym = number is not None and self.reading.mentions[number].form is Form.DEMONYM
        return is_demonym and self.tree.deps[token] != "poss"

    def is_described(self, cluster: int) -> bool:
        """Whether no name identifies the entity, only descriptions ("two officials"); a post needs no name."""
        if self.reading.clusters[cluster].kind == "kgo:Position":
            return False
        forms = {self.reading.mentions[k].form for k in self.reading.clusters[cluster].members}
        return Form.NOUN in forms and not forms & {Form.NAME, Form.DEMONYM}

    def is_indefinite(self, cluster: int) -> bool:
        """Whether nothing but "a" thing of a kind is told of it ("a company")."""
        members = [self.reading.mentions[k] for k in self.reading.clusters[cluster].members]
        return bool(members) and all(
            m.form is Form.NOUN and self.tree.lowers[m.first] in ("a", "an", "any") for m in members
        )

    def is_left_open(self, cluster: int) -> bool:
        """Whether only a pronoun stands for it, in a text that has told by then of what the pronoun may mean."""
        members = [self.reading.mentions[k] for k in self.reading.clusters[cluster].members]
        if not members or any(m.form is not Form.PRONOUN for m in members):
            return False
        start = self.tree.sentences[self.tree.sentence[members[0].head]][0]
        meant = frozenset({PEOPLE}) if members[0].gender in ("m", "f") else THINGS
        told = (m for m in self.reading.mentions if m.head < start and m.form is not Form.PRONOUN)
        return any(meant & set(self.ontology.types(m.kind)) for m in told if m.kind)

    def fit(self, cluster: int, wanted: frozenset[str]) -> float:
        """How well an entity fits a domain or range: 1 certainly, less where its class is too general, 0 not."""
        if not wanted:
            return 1.0
        types = self.types(cluster) or self._spoken_of(cluster)
        if not types and self._is_relative(cluster):
            return 0.0
        if not types or types[0] == ANYTHING:
            return 0.5
        if wanted & set(types):
            return 1.0
        if any(types[0] in self.ontology.types(w) for w in wanted):
            return 0.7
        return 0.0

    def _spoken_of(self, cluster: int) -> tuple[str, ...]:
        """The classes of whom only "we" and "us" stand for."""
        members = [self.reading.mentions[k] for k in self.reading.clusters[cluster].members]
        is_speaker = bool(members) and all(m.form is Form.PRONOUN and m.gender == "1" for m in members)
        return self.ontology.types("kgo:Agent") if is_speaker else ()

    def _is_relative(self, cluster: int) -> bool:
        """Whether nothing but a relative pronoun without antecedent stands for it."""
        members = [self.reading.mentions[k] for k in self.reading.clusters[cluster].members]
        return all(m.form is Form.PRONOUN and m.gender == "r" for m in members)

    def make(self, token: int, kind: str, first: int, last: int, *, form: Form = Form.NOUN) -> int:
        """A new entity, described or named by the tokens `first` to `last`."""
        reading = self.reading
        number = len(reading.mentions)
        is_many = self.tree.tags[token] in ("NNS", "NNPS", "CD") and self.tree.lowers[token] != "one"
        plural = "p" if is_many else "s"
        reading.mentions.append(Mention(first, last, token, form, kind, plural, "", len(reading.clusters)))
        reading.clusters.append(Cluster([number], kind, plural))
        self.inside[token] = reading.by_token[token] = number
        return len(reading.clusters) - 1

    def unknown(self, *, is_agent: bool) -> int:
        """A new entity that nobody mentions: who or what did something."""
        self.reading.clusters.append(Cluster([], "kgo:UnknownAgent" if is_agent else UNKNOWN, label="unknown"))
        return len(self.reading.clusters) - 1

    def thing(self, token: int, kind: str = ANYTHING) -> int | None:
        """The entity of a noun, made now if it is none yet; none of a share ("57 percent")."""
        found = self.cluster(token)
        if found is None and self.is_headcount(token):
            return self.make(token, PEOPLE, *self.phrase(token))
        if found is not None or self.tree.pos[token] not in ("NOUN", "PROPN") or self.tree.lowers[token] in SHARES:
            return found
        first, last = self.phrase(token)
        return self.make(token, self.class_of(token) or kind, first, last)

    def is_headcount(self, token: int) -> bool:
        """Whether a bare number may count people ("killed 12", "at least 30 were injured"), not money or shares."""
        tree = self.tree
        if tree.tags[token] != "CD" or tree.deps[token] not in COUNTED or self.cluster(token) is not None:
            return False
        following = tree.lowers[token + 1] if token + 1 < len(tree) else ""
        if following == "of":  # "one of the packets"
            return False
        is_measured = following in SHARES or following in ("-", "per") or not COUNT.fullmatch(tree.lowers[token])
        return not is_measured and all(tree.deps[c] in COUNTING for c in tree.children[token] if c < token)

    def class_of(self, token: int) -> str | None:
        """The class that a noun names, if any."""
        return kind_of(self.tree, token, self.ontology.headwords)

    def phrase(self, token: int) -> tuple[int, int]:
        """First and last token of a noun phrase without the clauses and appositions that trail it."""
        tree = self.tree
        last = token
        for child in tree.children[token]:
            if child > token:
                if tree.deps[child] in TRAILING or is_to_whom(tree, token, child):
                    break
                last = self._before_clause(child)
        first = token
        for child in tree.children[token]:
            if child < token and tree.deps[child] not in (*TRAILING, "prep"):
                first = min(first, tree.left[child])
        while first < token and tree.pos[first] in ("PUNCT", "SPACE"):
            first += 1
        return first, self._close(first, last, token)

    def _before_clause(self, modifier: int) -> int:
        """The last token of a modifier without the relative clause that a comma parts from it."""
        tree = self.tree
        for token in range(modifier + 1, tree.right[modifier] + 1):
            start = tree.left[token]
            if tree.deps[token] in ("relcl", "appos") and tree.words[start - 1] == "," and start - 1 > modifier:
                return start - 2
        return tree.right[modifier]

    def _close(self, first: int, last: int, token: int) -> int:
        while last > token and self.tree.pos[last] in ("PUNCT", "SPACE") and not self._closes(first, last):
            last -= 1
        return last

    def _closes(self, first: int, last: int) -> bool:
        """Whether a bracket closes one that the phrase opens ("a fee of ten pounds ($14)")."""
        words = self.tree.words
        return words[last] == ")" and "(" in words[first:last]

    def text(self, token: int) -> str:
        """A noun phrase as it reads in the text, white space folded."""
        return " ".join(self.tree.quote(*self.phrase(token)).split())

    def subject(self, verb: int) -> int | None:
        """The entity that is the subject of a verb."""
        token = subject_of(self.tree, verb)
        return None if token is None else self.cluster(token)
